/** What the page's script knows of the quantities: rows ready to be shown, with repeated words kept once. */
import { codeNames, tierNames } from "../../core/auditing/code-names.ts";
import type { AuditedQuantity, AuditResult, Bilingual } from "../../core/auditing/finding.ts";
import { aspectNames, hedgeNames, type Language, type MessageId, say } from "./messages.ts";

export interface PageData {
  /** Every word and value once; the quantities point at them. */
  readonly words: readonly string[];
  /** Per quantity: indices of terms and descriptions in `words`, by turns. */
  readonly quantities: readonly (readonly number[])[];
  /** Per finding: what stands in the note over a mark. */
  readonly findings: readonly string[];
  readonly shown: string;
  readonly alsoHere: string;
}

export function pageData(result: AuditResult, language: Language): PageData {
  const words: string[] = [];
  const known = new Map<string, number>();
  const index = (word: string): number => {
    const at = known.get(word) ?? words.length;
    if (at === words.length) words.push(word);
    known.set(word, at);
    return at;
  };
  const quantities = result.quantities.map((quantity) =>
    rows(quantity, language).flatMap(([id, value]) => (value === "" ? [] : [index(say(id, language)), index(value)])),
  );
  const findings = result.findings.map(
    ({ code, tier }, at) => `${at + 1} ${tierNames[tier][language]} ${code} ${codeNames[code][language]}`,
  );
  return {
    words,
    quantities,
    findings,
    shown: say("shown", language, { shown: "{shown}", total: result.findings.length }),
    alsoHere: say("alsoHere", language),
  };
}

function rows(quantity: AuditedQuantity, language: Language): [MessageId, string][] {
  const { label, value, unit, hedge, period, scope, aspect, tie } = quantity;
  const unknown = say("unknown", language);
  return [
    ["label", label === "" ? unknown : label],
    ["value", unit === "" ? value : `${value} ${unit}`],
    ["hedge", named(hedgeNames, hedge, language)],
    ["period", period === null ? unknown : String(period)],
    ["scope", scope === "" ? unknown : scope],
    ["aspect", named(aspectNames, aspect, language)],
    ["stored", tie ? tieWords(tie, language) : ""],
  ];
}

function tieWords(tie: NonNullable<AuditedQuantity["tie"]>, language: Language): string {
  const state = say(({ equal: "tieEqual", different: "tieDifferent", unknown: "tieUnknown" } as const)[tie.state], language);
  const stored = [tie.fact, tie.stored].filter((part) => part !== null).join(" ");
  if (stored === "") return state;
  return language === "zh" ? `${state}（${stored}）` : `${state} (${stored})`;
}

function named(names: Readonly<Record<string, Bilingual>>, key: string | null, language: Language): string {
  return key === null ? "" : (names[key]?.[language] ?? key);
}
