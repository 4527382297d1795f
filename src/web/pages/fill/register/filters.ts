/** Which rows of a register are shown, and which stand in it twice. */
import type { Dimension } from "../../../../core/definition/dimension.ts";
import type { RegisterLedger } from "../../../../core/definition/ledger.ts";
import { shownColumn } from "../../../filling/entry.ts";

export interface Filters {
  /** Words that a row must have in any column. */
  readonly search: string;
  /** Column → text that it must contain, or values of which it must be one. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: boolean;
  readonly duplicates: boolean;
}

export const noFilters: Filters = { search: "", columns: {}, problems: false, duplicates: false };

type Values = Readonly<Record<string, string | null>>;

interface Around {
  readonly id: string;
  readonly language: "zh" | "en";
  readonly dimension: (code: string | undefined) => Dimension | undefined;
  readonly problems: ReadonlySet<string>;
  readonly duplicates: ReadonlySet<string>;
}

export function passes(
  filters: Filters,
  ledger: RegisterLedger,
  values: Values,
  { id, language, dimension, problems, duplicates }: Around,
): boolean {
  if (filters.problems && !problems.has(id)) return false;
  if (filters.duplicates && !duplicates.has(id)) return false;
  for (const [code, wanted] of Object.entries(filters.columns)) {
    const value = values[code] ?? "";
    if (
      typeof wanted === "string" ? !value.toLowerCase().includes(wanted.trim().toLowerCase()) : wanted.length > 0 && !wanted.includes(value)
    )
      return false;
  }
  const words = filters.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = ledger.columns
    .map((column) => shownColumn(values[column.code], column, dimension(column.choices), language))
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Rows that share their whole natural key with another; rows with a blank in it are not compared. */
export function duplicatesOf(ledger: RegisterLedger, rows: readonly string[], values: (id: string) => Values): ReadonlySet<string> {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const id of rows) {
    const row = values(id);
    const parts = ledger.naturalKey.map((column) => row[column]?.trim() ?? "");
    if (parts.length === 0 || parts.includes("")) continue;
    const key = parts.join("\u0000");
    const known = first.get(key);
    if (known === undefined) first.set(key, id);
    else found.add(known).add(id);
  }
  return found;
}
