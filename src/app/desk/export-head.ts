/** The head of another office's table: one row, or several that say group and column, as one text for each column. */
import type { SheetRows } from "../ports.ts";

type Row = SheetRows["rows"][number];

export interface Head {
  /** Its last row, from 1. */
  readonly row: number;
  /** 毕业生·男 where 男 stands under 毕业生; texts that come twice say their column: 备注〔K〕. */
  readonly columns: readonly string[];
}

/** Rows of a sheet among which its head is looked for. */
export const rowsSearched = 20;
/** Between a group and what stands under it. */
const under = "·";

/** The head that has the row at this place in `rows`: with rows of groups above it and of columns below it. */
export function headAt(rows: readonly Row[], at: number): Head {
  let [first, last] = [at, at];
  const [above, below] = [(): Row | undefined => rows[first - 1], (): Row | undefined => rows[last + 1]];
  while (isOf(above(), rows[first]!.row - 1, 2) && !isRemark(above()!) && isBelow(rows[first]!, above()!)) first -= 1;
  while (isOf(below(), rows[last]!.row + 1, 1) && isBelow(below()!, rows[first]!)) last += 1;
  return { row: rows[last]!.row, columns: apart(joined(rows.slice(first, last + 1))) };
}

/** Heads as people compare them: without spaces and in one width. */
export function plainHead(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s/g, "");
}

/** C, AA: the letters of a column, from 0. */
export function columnName(column: number): string {
  return (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** The parts of a head's column, from the group down; without the mark of one that comes twice. */
export function partsOf(column: string): string[] {
  return column.replace(/〔[A-Z]+〕$/, "").split(under);
}

const isNumber = (text: string): boolean => /^[\d.,，%‰+-]+$/.test(plainHead(text));

/** So many texts at least, no number, and next to the row that is known. */
function isOf(row: Row | undefined, number: number, texts: number): boolean {
  if (!row || row.row !== number) return false;
  const filled = row.cells.filter((cell) => plainHead(cell) !== "");
  return filled.length >= texts && !filled.some(isNumber);
}

/** 填报单位：… 日期：… stands above a head and is none. */
function isRemark({ cells }: Row): boolean {
  return cells.some((cell) => /[:：]/.test(cell));
}

/** Names of columns leave blank what reaches down at the left (序号, 学校名称); a row of data does not. */
function isBelow({ cells }: Row, top: Row): boolean {
  const left = top.cells.findIndex((cell) => plainHead(cell) !== "");
  return plainHead(cells[left] ?? "") === "";
}

function joined(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const text = (row: number, column: number): string => (rows[row]!.cells[column] ?? "").trim().replaceAll(/\s/g, "");
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (let row = 0; row < rows.length; row += 1) {
      let from = column;
      // A group reaches right as long as blanks follow it and something stands below.
      const hasBelow = rows.slice(row + 1).some((_each, below) => text(row + 1 + below, column) !== "");
      while (hasBelow && from > 0 && text(row, from) === "" && !isEnd(text, row, from)) from -= 1;
      const part = text(row, from);
      if (part !== "" && parts.at(-1) !== part) parts.push(part);
    }
    return parts.join(under);
  });
}

/** Whether the cell at the left stands for itself down to the last row: 学校名称 is no group of what follows it. */
function isEnd(text: (row: number, column: number) => string, row: number, column: number): boolean {
  return text(row, column - 1) !== "" && text(row + 1, column - 1) === "";
}

function apart(columns: readonly string[]): string[] {
  return columns.map((each, at) => (each !== "" && columns.indexOf(each) < at ? `${each}〔${columnName(at)}〕` : each));
}
