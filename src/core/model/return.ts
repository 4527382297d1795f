/**
 * What an organisation hands in for a year: one immutable document per submission. Facts are projected
 * from it; it is never edited, only followed by the next version.
 */
import type { CellOrigin, FactStatus } from "./fact.ts";

export type ReturnState = "draft" | "confirmed" | "signed" | "submitted" | "returned" | "accepted" | "locked";

/** One cell of a form ledger. */
export interface FormCell {
  readonly status: FactStatus;
  /** Plain decimal text in the element's unit; null unless status is "value". */
  readonly value: string | null;
  readonly origin: CellOrigin;
}

/** One row of a register ledger. Values are text: codes, ISO dates, plain decimals, 是/否 as "true"/"false". */
export interface RegisterRow {
  readonly id: string;
  readonly values: Readonly<Record<string, string | null>>;
  readonly origin: CellOrigin;
}

/** A text written by people for one section of the outline (or a case, where section is "case"). */
export interface Material {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly text: string;
  /** Chosen by the city's editor for the city's report. */
  readonly chosen: boolean;
  readonly origin: CellOrigin;
}

export interface ReturnDocument {
  readonly organisation: string;
  readonly year: number;
  /** Hash of the catalog by which it was filled. */
  readonly catalog: string;
  /** Ledger code → cell key ("element" or "element#dimension=member|…") → cell. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, FormCell>>>>;
  /** Ledger code → rows. An absent ledger was not filed; an empty list says "none this year". */
  readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;
  readonly materials: readonly Material[];
  /** Check code (+ "#" + members) → the explanation given for its warning. */
  readonly explanations: Readonly<Record<string, string>>;
}

/** Key of a form cell. */
export function cellKey(element: string, membersKey: string): string {
  return membersKey === "" ? element : `${element}#${membersKey}`;
}
