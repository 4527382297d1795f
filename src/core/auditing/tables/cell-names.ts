/** What each figure of a table is called by the cells around it: the words to its left, the words above it, its unit. */
import type { Block } from "../document.ts";
import type { Reading } from "../relations/relation.ts";
import { apart, cellsOf, type GridCell } from "./grid.ts";
import { unitNamed, unitOf } from "./cell-units.ts";

export interface CellName {
  readonly figure: number;
  readonly row: number;
  readonly column: number;
  /** The nearest words to its left. */
  readonly label: string;
  /** The nearest words above it. */
  readonly header: string;
  readonly unit: string;
}

type Table = Extract<Block, { kind: "table" }>;

const known = new WeakMap<Reading, Map<Table, readonly CellName[]>>();
const unitWord = /^(?:人次?|名|所|个|家|项|册|台|套|件|元|万元|亿元|平方米|万平方米|亩|%|％|门|种|间|：1|:1)$/;

/** Names of the figures of one table. */
export function cellNames(reading: Reading, table: Table, first: number): readonly CellName[] {
  const tables = known.get(reading) ?? new Map<Table, readonly CellName[]>();
  known.set(reading, tables);
  const found = tables.get(table);
  if (found) return found;
  const rows = apart(cellsOf(reading.document, table, reading.quantities, first), reading.document, reading.quantities);
  const above: string[] = [];
  const names = rows.flatMap((row, at) =>
    row.flatMap((cell, column): CellName[] => {
      const figure = cell?.figure ?? null;
      if (figure === null) {
        if (cell && cell.text !== "") above[column] = cell.text;
        return [];
      }
      const own = /^[\u4e00-\u9fff“”]{2,16}$/.test(cell!.text) ? cell!.text : "";
      const left = own === "" ? wordsLeft(row, column) : { label: own, unit: "" };
      const header = above[column] ?? "";
      const unit = reading.quantities[figure]!.unit || (unitOf(left.label) ?? unitOf(header))?.unit || left.unit;
      return [{ figure, row: at, column, label: left.label, header, unit }];
    }),
  );
  tables.set(table, names);
  return names;
}

function wordsLeft(row: readonly (GridCell | null)[], column: number): { label: string; unit: string } {
  let unit = "";
  for (let at = column - 1; at >= 0; at -= 1) {
    const cell = row[at];
    if (!cell || cell.figure !== null || cell.text === "") continue;
    const given = unitWord.test(cell.text) ? unitNamed(cell.text) : null;
    if (given) unit ||= given.unit;
    else return { label: cell.text, unit };
  }
  return { label: "", unit };
}
