/** Tables typed into plain text: neighbouring lines with the same number of tabs or bars. */
import type { Block, Cell } from "../core/auditing/document.ts";
import { type Line, trimmed } from "./text-lines.ts";

export interface TypedTable {
  readonly block: Extract<Block, { kind: "table" }>;
  /** Index after the table's last line. */
  readonly next: number;
}

/**
 * The table that starts at line `first`, or null. With one tab a line can be anything, unless the tabs
 * themselves stand for columns that were seen (`columns: "seen"`, of a PDF).
 */
export function typedTable(text: string, lines: readonly Line[], first: number, columns: "typed" | "seen" = "typed"): TypedTable | null {
  return separated(text, lines, first, "\t", columns === "seen" ? 1 : 2) ?? separated(text, lines, first, "|", 2);
}

function separated(text: string, lines: readonly Line[], first: number, separator: "\t" | "|", least: number): TypedTable | null {
  const count = separators(text, lines[first], separator);
  if (count < least) return null;
  let next = first + 1;
  while (next < lines.length && separators(text, lines[next], separator) === count) next += 1;
  if (next - first < (count === 1 ? 3 : 2)) return null;
  const rows = lines.slice(first, next).filter((line) => separator === "\t" || !/^[\s|:\-—]+$/u.test(line.text));
  const cells = rows.flatMap((line, row) => cellsOf(text, line, row, separator));
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const [start, end] = [lines[first]!.start, lines[next - 1]!.end];
  // An empty cell at the start or end of the table lies in the white space around it.
  const within = (at: number): number => Math.min(Math.max(at, start), end);
  const placed = cells.map((cell) => ({ ...cell, start: within(cell.start), end: within(cell.end) }));
  return { block: { kind: "table", start, end, rows: rows.length, columns, cells: placed }, next };
}

function separators(text: string, line: Line | undefined, separator: string): number {
  let count = 0;
  if (!line || line.text === "") return 0;
  // Within the line only: sought in the whole text, an absent tab would cost a pass over the rest.
  const words = text.slice(line.whole.start, line.whole.end);
  for (let at = words.indexOf(separator); at >= 0; at = words.indexOf(separator, at + 1)) count += 1;
  return count;
}

/** Bars at both ends of a line enclose the row and make no cells. */
function cellsOf(text: string, line: Line, row: number, separator: string): Cell[] {
  const enclosed = separator === "|" && line.text.startsWith("|");
  const span = separator === "\t" ? line.whole : line;
  let start = span.start + (enclosed ? 1 : 0);
  const end = span.end - (separator === "|" && line.text.endsWith("|") && line.text.length > 1 ? 1 : 0);
  const cells: Cell[] = [];
  for (const words of text.slice(start, end).split(separator)) {
    const cell = trimmed(text, start, start + words.length);
    cells.push({ start: cell.start, end: cell.end, row, column: cells.length, rowSpan: 1, columnSpan: 1 });
    start += words.length + 1;
  }
  return cells;
}
