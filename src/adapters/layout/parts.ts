/** What the three writers decide alike: marks of a page, captions, where footnotes hang, how wide columns are. */
import { fractionParts } from "../../core/reporting/fraction-parts.ts";
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
const cellMargins = 1.1;

/** As a cell prints it: Word sets a quarter of a character between Chinese and Latin, and Chinese fonts make “≥” and “—” full characters. */
function cellWidth(text: string): number {
  const joints = text.match(/[!-~](?=[\u2e80-\u9fff])|[\u2e80-\u9fff](?=[!-~])/g)?.length ?? 0;
  const full = text.match(/[\u2010-\u22ff]/g)?.length ?? 0;
  return widthInCharacters(text) + joints * 0.25 + full * 0.44;
}

/** For writers that cannot forbid a break: the cell's runs, its fractions on a line of their own where they do not fit into `share` of the width. */
export function fittedRuns(runs: readonly Run[], share: number): readonly Run[] {
  if (cellWidth(runsText(runs)) <= share * lineCharacters - cellMargins) return runs;
  return runs.map((run, at) => {
    if (run.kind === "figure") return run;
    const parts = fractionParts(run.text);
    return { ...run, text: parts.map((part, index) => (part.isFraction && at + index > 0 ? `\n${part.text}` : part.text)).join("") };
  });
}

/**
 * Share of the width for each column (sum 1). A number, a Latin word, a fraction or a short cell of the header is never
 * broken while the page has room for it; then come short cells of numbers ("增加984.00", and "872（9/10所）" where all such
 * find room: else each mark stands on its own line), then those of words, then the columns whose longest cell wants more.
 */
export function columnShares(table: Table): number[] {
  const columns = Math.max(1, ...[...table.header, ...table.rows].map((row) => row.length));
  const texts = (rows: readonly (readonly TableCell[])[], column: number): string[] => rows.map((row) => runsText(row[column]?.runs ?? []));
  const wishes = (isMarkBeside: boolean): ColumnWish[] =>
    Array.from({ length: columns }, (_, column) => columnWish(texts(table.header, column), texts(table.rows, column), isMarkBeside));
  const beside = wishes(true);
  const widths = granted(
    sum(beside.map((wish) => (wish.isOfNumbers ? wish.short : wish.least))) <= lineCharacters ? beside : wishes(false),
  );
  return widths.map((width) => width / sum(widths));
}

/** The least to all; the rest to short cells, numbers first and the cheapest of them first; then to each in proportion to what it lacks. */
function granted(wishes: readonly ColumnWish[]): number[] {
  const widths = wishes.map((wish) => wish.least);
  const left = (): number => Math.max(0, lineCharacters - sum(widths));
  const cost = (wish: ColumnWish): number => wish.short - wish.least + (wish.isOfNumbers ? 0 : lineCharacters);
  for (const [at, wish] of [...wishes.entries()].sort(([, one], [, other]) => cost(one) - cost(other)))
    widths[at] = wish.least + Math.min(wish.short - wish.least, left());
  const lacking = wishes.map((wish, at) => wish.wanted - widths[at]!);
  const given = Math.min(1, left() / Math.max(0.01, sum(lacking)));
  return widths.map((width, at) => width + lacking[at]! * given);
}

interface ColumnWish {
  /** The width, in characters with margins, that a column cannot do without. */
  readonly least: number;
  /** That in which no short cell needs a second line. */
  readonly short: number;
  readonly isOfNumbers: boolean;
  /** That in which its longest cell (up to 16) needs none. */
  readonly wanted: number;
}

function columnWish(header: readonly string[], cells: readonly string[], isMarkBeside: boolean): ColumnWish {
  const isShort = (text: string): boolean => cellWidth(text) <= 7 || (isMarkBeside && marked.test(text));
  const all = [...header, ...cells];
  const lengths = all.map(cellWidth);
  const longest = Math.max(0, ...lengths);
  const least = Math.max(
    2,
    Math.min(16, longest) / 2,
    ...all.map(unbroken),
    ...lengths.slice(0, header.length).filter((width) => width <= 3.5),
  );
  const short = Math.max(least, ...cells.map((text, at) => (isShort(text) ? lengths[header.length + at]! : 0)));
  const mean = sum(lengths) / Math.max(1, lengths.length);
  const wanted = Math.max(short, 3, Math.min(Math.max(16, mean * 0.7), longest));
  const isOfNumbers = cells.some((text) => isShort(text) && /\d/.test(text));
  return { isOfNumbers, least: least + cellMargins, short: short + cellMargins, wanted: wanted + cellMargins };
}

/** Width of a text's longest number, Latin word or fraction. */
function unbroken(text: string): number {
  return Math.max(
    0,
    ...fractionParts(text)
      .flatMap((part) => (part.isFraction ? [part.text] : (part.text.match(/[!-~]+/g) ?? [])))
      .map(cellWidth),
  );
}

/** A number with the mark of its coverage. */
const marked = /^[!-~]+（\d+\/[^（）]{1,9}）$/;

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
