/** What captions and charts of a report agree on. */
import type { ReportBlock } from "../../../../core/reporting/report.ts";

/** "表1": numbers come bare or with their word. */
export function captionNumber(kind: "表" | "图", number: string): string {
  return /^[表图附]/.test(number) ? number : `${kind}${number}`;
}

export function noteText(note: string): string {
  return note.startsWith("注") ? note : `注：${note}`;
}

/** Long or many names stand better beside lying bars. */
export function liesSideways(chart: Pick<Extract<ReportBlock, { kind: "chart" }>, "categories" | "form">): boolean {
  return chart.form === "bar" && (chart.categories.some((name) => name.length > 6) || chart.categories.length > 8);
}
