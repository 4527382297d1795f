/** Which rows of a register are shown. */
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
  readonly textOf: (values: Values) => string;
  readonly problems: ReadonlySet<string>;
  readonly duplicates: ReadonlySet<string>;
}

/** Asked of each row; what the filters say is read once. */
export function passing(filters: Filters, { textOf, problems, duplicates }: Around): (id: string, values: Values) => boolean {
  const columns = Object.entries(filters.columns).map(([code, wanted]): [string, (value: string) => boolean] => {
    if (typeof wanted !== "string") return [code, wanted.length === 0 ? () => true : (value) => wanted.includes(value)];
    const part = wanted.trim().toLowerCase();
    return [code, (value) => value.toLowerCase().includes(part)];
  });
  const words = filters.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return (id, values) => {
    if (filters.problems && !problems.has(id)) return false;
    if (filters.duplicates && !duplicates.has(id)) return false;
    if (!columns.every(([code, isWanted]) => isWanted(values[code] ?? ""))) return false;
    if (words.length === 0) return true;
    const text = textOf(values);
    return words.every((word) => text.includes(word));
  };
}

/** A row as it is searched: every column as it is shown, in small letters; made once for each content of a row. */
export function searchTexts(
  ledger: RegisterLedger,
  dimension: (code: string) => Dimension | undefined,
  language: "zh" | "en",
): (values: Values) => string {
  const texts = new WeakMap<Values, string>();
  const columns = ledger.columns.map((column) => ({ column, choices: dimension(column.choices ?? "") }));
  return (values) => {
    let text = texts.get(values);
    if (text === undefined) {
      text = columns
        .map(({ column, choices }) => shownColumn(values[column.code], column, choices, language))
        .join("\n")
        .toLowerCase();
      texts.set(values, text);
    }
    return text;
  };
}
