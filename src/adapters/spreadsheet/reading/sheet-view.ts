/** One ledger's sheet with what its reader needs to know about it. */
import type { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import type { CellOrigin } from "../../../core/model/fact.ts";
import { plainText } from "../values/field.ts";
import { address, type Range } from "../xlsx/address.ts";
import type { RawCell, RawRow, RawSheet } from "../xlsx/raw.ts";
import type { TemplatePlaces } from "./identity.ts";
import type { Place, Problems } from "./problems.ts";

export interface SheetView {
  readonly file: string;
  readonly sheet: RawSheet;
  readonly index: KnowledgeIndex;
  readonly year: number;
  readonly from1904: boolean;
  /** Column of the tokens; -1 when it is gone. */
  readonly tokenColumn: number;
  readonly places: TemplatePlaces | undefined;
  readonly problems: Problems;
}

export function cellAt(row: RawRow, column: number): RawCell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

export function textAt(row: RawRow, column: number): string {
  const cell = column < 0 ? undefined : cellAt(row, column);
  return cell ? plainText(cell) : "";
}

export function tokenOfRow(view: SheetView, row: RawRow): string {
  return textAt(row, view.tokenColumn);
}

export function placeOf(view: SheetView, row: number, column: number): Place {
  return { sheet: view.sheet.name, cell: address(row, column) };
}

export function wholeSheet(view: SheetView): Place {
  return { sheet: view.sheet.name, cell: "" };
}

export function originOf(view: SheetView, row: number, column: number): CellOrigin {
  return { file: view.file, sheet: view.sheet.name, cell: address(row, column) };
}

/** Whether anything was typed: blanks and empty formulas do not count. */
export function isFilled(cell: RawCell | undefined): cell is RawCell {
  return cell !== undefined && (cell.kind !== "text" || plainText(cell) !== "");
}

export function contains(range: Range, row: number, column: number): boolean {
  return range.top <= row && row <= range.bottom && range.left <= column && column <= range.right;
}
