/** A table while its rows are read: grid places, spans, and the cells that a merge continues. */
import type { Block, Cell } from "../../core/auditing/document.ts";
import type { RawBlock } from "./flow.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class TableBuilder {
  readonly start: number;
  readonly #cells: Mutable<Cell>[] = [];
  /** Blocks within its cells, for a table that is only a frame around them. */
  #inside: RawBlock[] = [];
  /** The place of the last paragraph, "row column"; "" behind a table. */
  #last = "";
  #nested = 0;
  /** Column → the cell that a vertical merge below continues. */
  readonly #above = new Map<number, Mutable<Cell>>();
  row = 0;
  column = 0;
  #columns = 0;

  constructor(start: number) {
    this.start = start;
  }

  /** Paragraphs of neighbouring cells stand on one line and are one block. */
  addParagraph(block: RawBlock): void {
    const [row, column] = this.#last.split(" ");
    const before = this.#inside.at(-1);
    this.#last = `${this.row} ${this.column}`;
    if (before && row === String(this.row) && column !== String(this.column)) this.#inside.splice(-1, 1, { ...before, end: block.end });
    else this.#inside.push(block);
  }

  /** Blocks of a table within the present cell. */
  nest(blocks: readonly RawBlock[]): void {
    this.#inside.push(...blocks);
    this.#last = "";
    for (const block of blocks) if (block.kind === "table") this.#nested += block.cells.length;
  }

  addCell(start: number, columnSpan: number): void {
    const cell = { start, end: start, row: this.row, column: this.column, rowSpan: 1, columnSpan };
    this.#cells.push(cell);
    this.#above.set(this.column, cell);
  }

  /** The present place continues the cell above; false where none stands there. */
  continueCell(): boolean {
    const cell = this.#above.get(this.column);
    if (cell) cell.rowSpan = this.row - cell.row + 1;
    return cell !== undefined;
  }

  endCell(end: number, columnSpan: number, continued: boolean): void {
    if (!continued) this.#cells.at(-1)!.end = end;
    this.column += columnSpan;
    this.#columns = Math.max(this.#columns, this.column);
  }

  /** A row whose deletion is tracked goes, as it would once accepted. */
  dropRow(): void {
    while (this.#cells.at(-1)?.row === this.row) this.#cells.pop();
  }

  /** The finished blocks; a table with one cell, or with more cells in the tables within it than of its own, is only their frame. */
  blocks(end: number): RawBlock[] {
    if (this.#cells.length === 0) return [];
    if (this.#cells.length === 1 || this.#nested > this.#cells.length) return this.#inside;
    const table: Block = { kind: "table", start: this.start, end, rows: this.row, columns: this.#columns, cells: this.#cells };
    return [table];
  }
}
