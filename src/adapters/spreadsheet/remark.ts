/** What each thing that an import can say speaks of: code → parameters. The wordings are in messages.ts. */

export interface Parameters {
  // The file.
  "no-workbook": object;
  "old-format": object;
  encrypted: object;
  broken: object;
  "too-large": object;
  "identity-missing": object;
  "identity-conflict": { hidden: string; visible: string };
  "organisation-invalid": { organisation: string };
  "year-invalid": { year: string };
  "identity-from-front": object;
  "catalog-differs": object;
  // Sheets.
  "unknown-sheet": object;
  "duplicate-sheet": { ledger: string; other: string };
  "sheet-renamed": { ledger: string };
  "ledger-not-owed": { ledger: string };
  "ledger-not-in-force": { ledger: string; year: string };
  "ledger-blank": { ledger: string };
  "none-not-stated": { ledger: string };
  "none-but-rows": { ledger: string; rows: number };
  "sheet-unreadable": { ledger: string };
  // Places.
  "unknown-element": { element: string };
  "unknown-member": { member: string };
  "unknown-row": { label: string };
  "unknown-column": { label: string };
  "ambiguous-label": { label: string };
  "duplicate-cell": { label: string; other: string };
  "duplicate-column": { label: string; other: string };
  "column-missing": { label: string };
  "optional-column-missing": { label: string };
  "cells-absent": { count: number; labels: string };
  "merged-cells": object;
  moved: { count: number; was: string };
  "column-moved": { label: string; was: string };
  "row-renamed": { label: string; original: string };
  "column-renamed": { label: string; original: string };
  "stray-cell": object;
  "total-row": object;
  // Values.
  "not-a-number": { label: string };
  approximate: { label: string };
  "percent-for-count": { label: string; unit: string };
  "percent-cell": { label: string; value: string };
  "date-for-number": { label: string };
  "negative-count": { label: string; unit: string };
  "fractional-count": { label: string; unit: string };
  "too-many-decimals": { label: string; decimals: number };
  "number-too-large": { label: string };
  "unit-mismatch": { label: string; unit: string; suffix: string };
  "unit-suffix": { label: string; unit: string; suffix: string };
  "unit-converted": { label: string; unit: string; suffix: string; value: string };
  "formula-without-value": { label: string };
  "error-value": { label: string };
  "required-blank": { label: string };
  "unknown-choice": { label: string; choices: string };
  "choice-alias": { label: string; member: string };
  "not-boolean": { label: string };
  "boolean-spelling": { label: string; value: string };
  "not-a-date": { label: string };
  "impossible-date": { label: string };
  "incomplete-date": { label: string };
  "date-spelling": { label: string; value: string };
  "pattern-mismatch": { label: string; note: string };
  "text-too-long": { label: string; length: number; most: number };
  "duplicate-row": { key: string; other: string };
  "unknown-section": object;
}

export type Code = keyof Parameters;
export type ParametersOf<C extends Code> = Parameters[C];

/** Something to say, without its place. */
export type Remark = { [C in Code]: { readonly code: C; readonly parameters: Parameters[C] } }[Code];
