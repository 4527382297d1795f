/** Ledgers (台账) are what organisations fill: forms of named cells, registers of rows, and section material. */
import type { Source } from "./source.ts";

export type Reporter = "school" | "county" | "city";

export type ColumnType = "text" | "integer" | "decimal" | "date" | "choice" | "boolean";

/** A column of a register. */
export interface Column {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly type: ColumnType;
  /** Unit symbol for integer and decimal columns. */
  readonly unit?: string;
  readonly required: boolean;
  /** Dimension whose members may be chosen, for type "choice"; stored as member code. */
  readonly choices?: string;
  /** Regular expression that a text must match whole (a credit code, a programme code). */
  readonly pattern?: string;
  readonly note?: string;
  /** Names under which other files carry this column. */
  readonly aliases?: readonly string[];
}

interface LedgerBase {
  readonly code: string;
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  readonly reportedBy: readonly Reporter[];
  /** The department (科室) that usually fills it. */
  readonly department?: string;
  readonly note?: string;
  readonly source?: Source;
  /** Years in which the ledger is filled, both inclusive. */
  readonly since?: number;
  readonly until?: number;
}

export interface FormLedger extends LedgerBase {
  readonly kind: "form";
}

export interface RegisterLedger extends LedgerBase {
  readonly kind: "register";
  readonly columns: readonly Column[];
  /** Columns that together name a row: how an imported row without id finds its earlier self. */
  readonly naturalKey: readonly string[];
}

/** Texts by section of the outline, and cases. */
export interface MaterialLedger extends LedgerBase {
  readonly kind: "material";
}

export type Ledger = FormLedger | RegisterLedger | MaterialLedger;

export function isInForce(definition: { readonly since?: number; readonly until?: number }, year: number): boolean {
  return (definition.since ?? year) <= year && year <= (definition.until ?? year);
}
