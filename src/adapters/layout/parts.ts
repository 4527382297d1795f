/** What the three writers decide alike: marks of a page, captions, where footnotes hang, how wide columns are. */
import type { ReportBlock, Run, TableCell } from "../../core/reporting/report.ts";

export type Table = Extract<ReportBlock, { kind: "table" }>;
export type Footnote = Extract<ReportBlock, { kind: "footnote" }>;

/** The marks every page must carry. */
export function marksOf(report: { readonly sample: boolean; readonly provisional: boolean }): string[] {
  return [...(report.sample ? ["示例数据"] : []), ...(report.provisional ? ["暂定数据"] : [])];
}

/** "表1": numbers come bare or with their word. */
export function captionNumber(kind: "表" | "图", number: string): string {
  return /^[表图附]/.test(number) ? number : `${kind}${number}`;
}

export function noteText(note: string): string {
  return note.startsWith("注") ? note : `注：${note}`;
}

export interface NotedBlock {
  readonly block: Exclude<ReportBlock, Footnote>;
  readonly footnotes: readonly Footnote[];
}

/** Hangs each footnote on the block before it; one without such a block becomes a paragraph, for no text may be lost. */
export function hangFootnotes(blocks: readonly ReportBlock[]): NotedBlock[] {
  const hung: { block: NotedBlock["block"]; footnotes: Footnote[] }[] = [];
  for (const block of blocks) {
    const last = hung.at(-1);
    if (block.kind !== "footnote") hung.push({ block, footnotes: [] });
    else if (last) last.footnotes.push(block);
    else hung.push({ block: { kind: "paragraph", runs: block.runs }, footnotes: [] });
  }
  return hung;
}

export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

/** Width of a text in Chinese characters: Latin letters and digits count half. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.52 : 1;
  return width;
}

/** Share of the width for each column (sum 1), by its longest cell between 3 and 16 characters. */
export function columnShares(table: Table): number[] {
  const rows: (readonly TableCell[])[] = [...table.header, ...table.rows];
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const wanted = Array.from({ length: columns }, (_, column) => {
    const lengths = rows.map((row) => widthInCharacters(runsText(row[column]?.runs ?? [])));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    return Math.min(Math.max(16, mean * 0.7), Math.max(3, ...lengths)) + 1.2;
  });
  const total = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => width / total);
}

/** A row filled up to `columns` cells. */
export function filledRow(row: readonly TableCell[], columns: number): TableCell[] {
  return Array.from({ length: columns }, (_, column) => row[column] ?? { runs: [], align: "left" });
}

/** What a chart shows, for those who cannot see it: "专任教师（人）：第一职专 367，信息工程 309". */
export function chartWords(chart: Extract<ReportBlock, { kind: "chart" }>): string {
  const unit = chart.unit === "" ? "" : `（${chart.unit}）`;
  const lines = chart.series.map(
    (series) =>
      `${series.name}${unit}：${chart.categories.map((category, index) => `${category} ${series.values[index] ?? "无数据"}`).join("，")}`,
  );
  return `${chart.title}。${lines.join("；")}`;
}

/** A cover title in lines of at most 14 characters, broken where words end: before 中等职业, else near the middle. */
export function titleLines(title: string): string[] {
  const characters = [...title];
  if (characters.length <= 14) return [title];
  const natural = ["中等职业", "职业教育", "教育质量", "质量"]
    .map((word) => title.indexOf(word))
    .find((at) => at >= 3 && at <= title.length - 4);
  const at = natural ?? Math.ceil(characters.length / 2);
  return [title.slice(0, at), title.slice(at)];
}
