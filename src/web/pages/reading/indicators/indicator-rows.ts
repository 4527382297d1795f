/** The indicators' table as rows: chosen by words and filters, under the name of their subject. */
import type { IndicatorLine } from "../../../../app/indicators.ts";
import type { Knowledge } from "../../../../core/definition/knowledge.ts";

export type Show = "all" | "indicators" | "unmet" | "missing";

export interface Choice {
  readonly words: string;
  /** "" for all. */
  readonly subject: string;
  readonly show: Show;
}

export interface SubjectRow {
  readonly kind: "subject";
  readonly key: string;
  readonly name: string;
  readonly count: number;
}
export interface LineRow {
  readonly kind: "line";
  readonly key: string;
  readonly line: IndicatorLine;
}
export type Row = SubjectRow | LineRow;

/** One year's values, for the line over the years. */
export interface YearOfLines {
  readonly year: number;
  /** Printed and plain values by code. */
  readonly values: ReadonlyMap<string, { readonly value: string | null; readonly text: string }>;
}

/** Names, aliases and codes of measures as one searchable text each. */
export function searchTexts(knowledge: Knowledge): ReadonlyMap<string, string> {
  return new Map(
    [...knowledge.elements, ...knowledge.indicators].map((each) => [
      each.code,
      [each.zh, each.en, each.code, ...each.aliases].join(" ").toLowerCase(),
    ]),
  );
}

export function rowsOf(
  lines: readonly IndicatorLine[],
  subjects: readonly { readonly code: string; readonly name: string }[],
  texts: ReadonlyMap<string, string>,
  choice: Choice,
): Row[] {
  const words = choice.words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const isWanted = (line: IndicatorLine): boolean => {
    if (choice.subject !== "" && line.subject !== choice.subject) return false;
    if (choice.show === "indicators" && line.kind !== "indicator") return false;
    if (choice.show === "unmet" && !isUnmet(line)) return false;
    if (choice.show === "missing" && line.missing.length === 0) return false;
    const text = texts.get(line.code) ?? `${line.zh} ${line.code}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const wanted = lines.filter(isWanted);
  return subjects.flatMap(({ code, name }): Row[] => {
    const own = wanted.filter((line) => line.subject === code);
    if (own.length === 0) return [];
    return [
      { kind: "subject", key: `subject:${code}`, name, count: own.length },
      ...own.map((line): Row => ({ kind: "line", key: line.code, line })),
    ];
  });
}

/** A school below its line, or a county or city with a school below it. */
export function isUnmet({ standard }: IndicatorLine): boolean {
  if (!standard) return false;
  return standard.schools === undefined ? standard.met === false : (standard.schoolsMet ?? 0) < standard.schools;
}
