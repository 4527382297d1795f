/**
 * A fact is one value of one element of one organisation in one year. It knows three states that must
 * never be mixed up (a value, missing, not applicable) and where it came from, down to the cell.
 */
import type { Members } from "./selection.ts";

export type FactStatus = "value" | "missing" | "notApplicable";

/** Where a value was written down. */
export interface CellOrigin {
  /** File name as handed in, or "form" for values typed into the application. */
  readonly file: string;
  /** Sheet, or ledger title. */
  readonly sheet: string;
  /** Address such as "D12"; for a value summed from a register, a range such as "A5:H17". */
  readonly cell: string;
}

export interface FactOrigin extends CellOrigin {
  /** Version of the return that filed it, counted from 1 for each organisation and year. */
  readonly version: number;
}

export interface Fact {
  readonly element: string;
  readonly organisation: string;
  /** The year the fact speaks of. */
  readonly year: number;
  /** The year whose cycle filed it: differs from `year` where an earlier year was restated. */
  readonly vintage: number;
  readonly members: Members;
  /** Identity of the thing counted, for elements that roll up as `distinct` (a firm's credit code). */
  readonly key?: string;
  readonly status: FactStatus;
  /** Plain decimal text; null unless status is "value". */
  readonly value: string | null;
  readonly origin: FactOrigin;
}
