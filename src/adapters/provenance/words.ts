/** Says a figure's provenance in Chinese words: the calculation with its operands, where a cell stands, what is missing. */
import type { Provenance, Source, SourceCell, Term } from "./provenance.ts";

/** "2031年双师型教师 730 ÷ 2031年专业课教师 960 × 100": each operand with its year, label and value. */
export function calculationWords(terms: readonly Term[], sources: Provenance["sources"]): string {
  return terms.map((term) => (typeof term === "string" ? term : operandWords(sources[term]))).join("");
}

export function operandWords(source: Source | undefined): string {
  if (!source) return "";
  return `${source.year === null ? "" : `${source.year}年`}${source.label} ${source.value ?? "缺"}`;
}

/** file › sheet › cell; "" where there is no cell. */
export function cellWords(cell: SourceCell): string {
  return cell.origin === null ? "" : [cell.origin.file, cell.origin.sheet, cell.origin.cell].filter((part) => part !== "").join(" › ");
}

export function valueWords(cell: SourceCell): string {
  if (cell.status === "missing") return "未填报";
  if (cell.status === "notApplicable") return "不适用";
  return cell.value ?? "";
}

const rollUps: Readonly<Record<string, string>> = { sum: "各单位合计", distinct: "按唯一标识去重计数", own: "本级填报", none: "不汇总" };

/** How the source came from its cells. */
export function originWords(source: Source): string {
  if (source.kind === "rows") return `台账记录${source.cells.length}条`;
  if (source.kind === "organisations") return `按机构名录计数`;
  if (source.kind === "quoted") return "引自填报材料原文";
  return source.kind === "fact" ? "单位填报" : (rollUps[source.rollUp] ?? source.rollUp);
}
