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
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1;
  return width;
}

/** Characters of a table's size (五号) on one line of the page, and those that a cell's margins take. */
const lineCharacters = 42;
const cellMargins = 1.4;

/**
 * Share of the width for each column (sum 1). A number, a Latin word or a short cell ("2019年", "增加984.00") is never
 * broken while the page has room for it; what is left goes to the columns whose longest cell wants more.
 */
export function columnShares(table: Table): number[] {
  const columns = Math.max(1, ...[...table.header, ...table.rows].map((row) => row.length));
  const texts = (rows: readonly (readonly TableCell[])[], column: number): string[] => rows.map((row) => runsText(row[column]?.runs ?? []));
  const wishes = Array.from({ length: columns }, (_, column) => columnWish(texts(table.header, column), texts(table.rows, column)));
  const least = sum(wishes.map((wish) => wish.least));
  const wanted = sum(wishes.map((wish) => wish.wanted));
  const given = wanted <= lineCharacters ? 1 : Math.max(0, (lineCharacters - least) / (wanted - least));
  const widths = wishes.map((wish) => wish.least + (wish.wanted - wish.least) * given);
  return widths.map((width) => width / sum(widths));
}

/** Width in characters that a column cannot do without, and the one in which its longest cell (up to 16) needs no second line. */
function columnWish(header: readonly string[], cells: readonly string[]): { readonly least: number; readonly wanted: number } {
  const lengths = [...header, ...cells].map(widthInCharacters);
  const longest = Math.max(0, ...lengths);
  const least = Math.max(
    2,
    Math.min(16, longest) / 2,
    ...header.map((text) => unbroken(text, 3.5)),
    ...cells.map((text) => unbroken(text, 7)),
  );
  const mean = sum(lengths) / Math.max(1, lengths.length);
  return { least: least + cellMargins, wanted: Math.max(least, 3, Math.min(Math.max(16, mean * 0.7), longest)) + cellMargins };
}

/** Of a text up to `short` characters the whole width, of a longer one its longest number or Latin word. */
function unbroken(text: string, short: number): number {
  const width = widthInCharacters(text);
  return width <= short ? width : Math.max(0, ...(text.match(/[!-~]+/g) ?? []).map(widthInCharacters));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
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
