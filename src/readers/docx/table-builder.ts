/** A table while its rows are read: grid places, spans, and the cells that a merge continues. */
import type { Block, Cell } from "../../core/auditing/document.ts";
import type { RawBlock } from "./flow.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class TableBuilder {
  readonly start: number;
  readonly #cells: Mutable<Cell>[] = [];
  /** Blocks of the cells' paragraphs, for a table that is only a frame around one cell. */
  readonly paragraphs: RawBlock[] = [];
  /** Column → the cell that a vertical merge below continues. */
  readonly #above = new Map<number, Mutable<Cell>>();
  row = 0;
  column = 0;
  #columns = 0;

  constructor(start: number) {
    this.start = start;
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

  /** The finished blocks; the text of a table with one cell is paragraphs. */
  blocks(end: number): RawBlock[] {
    if (this.#cells.length === 0) return [];
    if (this.#cells.length === 1) return this.paragraphs;
    const table: Block = { kind: "table", start: this.start, end, rows: this.row, columns: this.#columns, cells: this.#cells };
    return [table];
  }
}
