/** The one unit that a table's caption gives for all of its figures: 单位：万元 in the line above it, or in a row over its head. */
import type { Block, Document } from "../document.ts";
import { type CellUnit, unitNamed } from "./cell-units.ts";

type Table = Extract<Block, { kind: "table" }>;

const named = /(?:计量)?单位\s*[:：]\s*([\u4e00-\u9fff]{1,6}(?:[、，,]\s*[%％])?|[%％])\s*[)）\]】]?\s*$/;

/** Null where none is given, or several: 单位：人、万元. */
export function captionUnit(document: Document, table: Table): CellUnit | null {
  const above = document.text.slice(Math.max(0, table.start - 80), table.start).trimEnd();
  const line = named.exec(above.slice(above.lastIndexOf("\n") + 1))?.[1];
  if (line) return unitNamed(line);
  for (const cell of table.cells) {
    if (cell.row > 1) break;
    const inside = named.exec(document.text.slice(cell.start, cell.end).trim())?.[1];
    if (inside) return unitNamed(inside);
  }
  return null;
}
