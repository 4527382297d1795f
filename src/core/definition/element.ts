/** Elements (数据项) are the counts and amounts of the ledgers: the only numbers that anyone types in. */
import type { RowCondition } from "./row.ts";
import type { Source } from "./source.ts";

/**
 * How values of several organisations become one: `sum` adds; `distinct` counts different keys (a firm
 * shared by two schools is one firm); `own` is each organisation's own value and is never added up;
 * `none` exists only at the organisation that filed it.
 */
export type RollUp = "sum" | "distinct" | "own" | "none";

/** An element computed from a register's rows instead of being typed. */
export interface RegisterAggregate {
  readonly ledger: string;
  readonly aggregate:
    | { readonly kind: "count" }
    | { readonly kind: "sum"; readonly column: string }
    | { readonly kind: "countDistinct"; readonly column: string };
  readonly where?: RowCondition;
  /** Dimension code → choice column that gives its member. */
  readonly by?: Readonly<Record<string, string>>;
}

export interface Element {
  readonly code: string;
  /** Form ledger with the cell, or the register it is computed from. */
  readonly ledger: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  /** Decimals accepted and printed; default is the unit's. */
  readonly decimals?: number;
  readonly nature: "stock" | "flow";
  /** One cell for each combination of members; the total is their sum and is never typed. */
  readonly dimensions: readonly string[];
  readonly rollUp: RollUp;
  /** A missing cell is a finding. */
  readonly required: boolean;
  /** Names by which reports call it, the label itself apart. */
  readonly aliases: readonly string[];
  readonly better: "higher" | "lower" | "neutral";
  readonly note?: string;
  readonly source?: Source;
  readonly from?: RegisterAggregate;
  readonly since?: number;
  readonly until?: number;
}
