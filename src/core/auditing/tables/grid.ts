/** A table as a grid of cells with the figures in them, its header rows and the labels of its rows. */
import { type Block, type Cell, type Document, firstAt } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import { coverageAtEnd } from "../relations/stated-coverage.ts";
import { serialHead } from "./serial-numbers.ts";

export interface GridCell {
  readonly cell: Cell;
  readonly text: string;
  /** Index of the cell's only figure, or null. */
  readonly figure: number | null;
  /** All figures in the cell, in order; empty where a merged cell goes on. */
  readonly figures: readonly number[];
}

export interface Grid {
  readonly rows: readonly (readonly (GridCell | null)[])[];
  /** How many rows at the top are header. */
  readonly head: number;
  /** How many columns at the left hold labels. */
  readonly stub: number;
  /** Header words of each column, joined over the header rows. */
  readonly headers: readonly string[];
  /** Label words of each row. */
  readonly labels: readonly string[];
}

type Table = Extract<Block, { kind: "table" }>;

/** The cells by row and column; `first` is the index of the first figure at or behind the table's start. */
export function cellsOf(document: Document, table: Table, quantities: readonly Quantity[], first: number): (GridCell | null)[][] {
  const rows: (GridCell | null)[][] = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => null));
  for (const cell of table.cells) {
    const text = document.text.slice(cell.start, cell.end).trim();
    const inside: number[] = [];
    for (let at = firstAt(quantities, cell.start, first); at < quantities.length && quantities[at]!.start < cell.end; at += 1)
      if (quantities[at]!.end <= cell.end) inside.push(at);
    const figure = inside.length === 1 && isBare(text, quantities[inside[0]!]!) ? inside[0]! : null;
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row += 1)
      for (let column = cell.column; column < Math.min(table.columns, cell.column + cell.columnSpan); column += 1)
        rows[row]![column] =
          row === cell.row && column === cell.column ? { cell, text, figure, figures: inside } : { cell, text, figure: null, figures: [] };
  }
  return unfolded(rows);
}

type Rows = (GridCell | null)[][];

/** A table set in two or three stretches beside each other, 类别、人数、类别、人数, is one of half the width and all the rows. */
function unfolded(rows: Rows): Rows {
  const head = rows.findIndex((row) => row.some((cell) => cell !== null && cell.figures.length > 0));
  const columns = rows[0]?.length ?? 0;
  if (head < 1 || columns < 4) return rows;
  const heads = rows.slice(0, head);
  const repeats = (width: number): boolean =>
    columns % width === 0 &&
    heads.every((row) => row.every((cell, column) => (cell?.text ?? "") === (row[column % width]?.text ?? ""))) &&
    (heads[0]![0]?.text ?? "") !== "";
  const width = Array.from({ length: columns / 2 - 1 }, (_, at) => at + 2).find(repeats);
  if (width === undefined || width === columns) return rows;
  const stretches = Array.from({ length: columns / width }, (_, at) => at * width);
  const isEmpty = (row: Rows[number]): boolean => row.every((cell) => /^[-—–/\s]*$/.test(cell?.text ?? ""));
  return [
    ...heads.map((row) => row.slice(0, width)),
    ...rows.slice(head).flatMap((row) => stretches.map((from) => row.slice(from, from + width)).filter((part) => !isEmpty(part))),
  ];
}

/** Null where no row is a header or no column holds labels. */
export function gridOf(document: Document, table: Table, quantities: readonly Quantity[], first: number): Grid | null {
  const rows = cellsOf(document, table, quantities, first);
  const numeric = (row: number): number => rows[row]!.filter((each) => (each?.figure ?? null) !== null).length;
  let head = 0;
  while (
    head < rows.length &&
    head < 4 &&
    (numeric(head) === 0 || rows[head]!.every((each) => each === null || each.text === "" || isYear(each.text) || each.figure === null))
  )
    head += 1;
  if (head === 0 || head >= rows.length) return null;
  const columns = rows[0]!.length;
  let stub = 0;
  while (
    stub < columns - 1 &&
    stub < 3 &&
    rows.slice(head).every((row) => (row[stub]?.figure ?? null) === null || (stub === 0 && isYear(row[stub]!.text)))
  )
    stub += 1;
  if (stub === 0) return null;
  const isAside = (column: number): boolean =>
    stub > 1 &&
    rows.slice(0, head).some((row) => /^(?:计量)?单位$/.test(row[column]?.text ?? "") || serialHead.test(row[column]?.text ?? ""));
  const join = (parts: (string | undefined)[]): string => [...new Set(parts.filter((part): part is string => !!part))].join("");
  return {
    rows,
    head,
    stub,
    headers: Array.from({ length: columns }, (_, column) => join(rows.slice(0, head).map((row) => row[column]?.text))),
    labels: rows.map((row) => join(row.slice(0, stub).map((each, column) => (isAside(column) ? undefined : each?.text)))),
  };
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d年?$/.test(text);
}

/** Whether the cell holds the figure and nothing else but its unit and the coverage: 1644（8/10所）. */
function isBare(text: string, quantity: Quantity): boolean {
  return text.replace(coverageAtEnd, "").trim().length <= quantity.text.length + 2;
}

/** The figure in a cell; null for none, and outside the table. */
export function figureAt(grid: Grid, row: number, column: number): number | null {
  return grid.rows[row]?.[column]?.figure ?? null;
}

/**
 * Cells with several figures, 218人（61.6%）, as columns of their own; a cell with words before its figure keeps them as its
 * text. Cells with more figures are prose.
 */
export function apart(
  rows: readonly (readonly (GridCell | null)[])[],
  document: Document,
  quantities: readonly Quantity[],
): (GridCell | null)[][] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...rows.map((row) => ((row[column]?.figures.length ?? 0) > 3 ? 1 : (row[column]?.figures.length ?? 0)))),
  );
  return rows.map((row) =>
    row.flatMap((cell, column) =>
      Array.from({ length: widths[column]! }, (_, at): GridCell | null => {
        if (cell === null) return null;
        const figure = cell.figures.length > 3 ? null : (cell.figures[at] ?? null);
        // 数量及占比 over both: the first is the amount.
        if (cell.figures.length === 0)
          return widths[column] === 1 || at > 0 ? cell : { ...cell, text: cell.text.replace(/(?:及|和|与|、|[（(]).*$/, "") };
        const lead =
          figure === null
            ? ""
            : document.text.slice(at === 0 ? cell.cell.start : quantities[cell.figures[at - 1]!]!.end, quantities[figure]!.start);
        return { ...cell, figure, text: lead.replace(/[\s：:，,、；;（(）)]+/g, " ").trim() || cell.text };
      }),
    ),
  );
}
