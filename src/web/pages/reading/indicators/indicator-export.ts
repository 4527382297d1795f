/** The indicators as rows of a file: what stands on the page, with codes, so that it can be joined with other tables. */
import type { IndicatorLine } from "../../../../app/indicators.ts";
import type { Row, YearOfLines } from "./indicator-rows.ts";

export function singleRows(rows: readonly Row[], years: readonly YearOfLines[], nameOf: (code: string) => string): string[][] {
  const others = years.slice(0, -1);
  return [
    [
      "主题",
      "代码",
      "指标",
      "本年",
      "单位",
      "分子",
      "分母",
      "上年",
      "增减",
      "标准",
      "是否达标",
      "缺报单位",
      ...others.map((each) => `${each.year}年`),
    ],
    ...withSubjects(rows).map(({ subject, line }) => [
      subject,
      line.code,
      line.zh,
      line.value ?? "",
      line.unit,
      line.numerator ?? "",
      line.denominator ?? "",
      line.previous ?? "",
      line.change?.text ?? "",
      line.standard ? `${line.standard.kind === "atLeast" ? "≥" : "≤"}${line.standard.threshold}` : "",
      standardWords(line),
      line.missing.map(nameOf).join("、"),
      ...others.map((each) => each.values.get(line.code)?.value ?? ""),
    ]),
  ];
}

export interface ComparedColumn {
  readonly code: string;
  readonly name: string;
  readonly lines: readonly IndicatorLine[];
}

export function comparisonRows(rows: readonly Row[], columns: readonly ComparedColumn[]): string[][] {
  const byCode = columns.map(({ lines }) => new Map(lines.map((line) => [line.code, line.value])));
  return [
    ["主题", "代码", "指标", "单位", ...columns.map(({ name }) => name)],
    ...withSubjects(rows).map(({ subject, line }) => [
      subject,
      line.code,
      line.zh,
      line.unit,
      ...byCode.map((values) => values.get(line.code) ?? ""),
    ]),
  ];
}

function withSubjects(rows: readonly Row[]): { readonly subject: string; readonly line: IndicatorLine }[] {
  let subject = "";
  return rows.flatMap((row) => {
    if (row.kind === "line") return [{ subject, line: row.line }];
    subject = row.name;
    return [];
  });
}

function standardWords({ standard }: IndicatorLine): string {
  if (!standard) return "";
  if (standard.schools !== undefined) return `${standard.schoolsMet ?? 0}/${standard.schools}所达标`;
  return standard.met === null ? "" : standard.met ? "达标" : "未达标";
}
