/** A workbook as it is written down: cells with their literal text, before anybody asks what they mean. */
import type { Range } from "./address.ts";

export type RawKind = "number" | "text" | "boolean" | "error" | "none";

export interface RawCell {
  readonly column: number;
  /** "none" for a formula whose result was not stored. */
  readonly kind: RawKind;
  /** Digits as stored, text, "TRUE"/"FALSE" or "#REF!". */
  readonly text: string;
  readonly formula: boolean;
  readonly look: Look;
}

/** What the number format makes of a number. */
export type Look = "plain" | "date" | "percent";

export interface RawRow {
  readonly row: number;
  /** Cells with something in them, in column order. */
  readonly cells: readonly RawCell[];
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly rows: readonly RawRow[];
  readonly merges: readonly Range[];
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
}
