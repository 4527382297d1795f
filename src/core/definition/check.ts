/** Checks (校验) are rules over facts; each carries data that passes and data that fails, and both are executed. */
import type { Formula } from "./formula.ts";
import type { Reporter } from "./ledger.ts";
import type { RowCondition } from "./row.ts";
import type { Source } from "./source.ts";

export type Tier = "proof" | "warning" | "note";

/** The fault codes: the only list. Codes are never reused. */
export const findingCodes = [
  "SUM",
  "SHARE",
  "RATIO",
  "BASE",
  "SUBSET",
  "RANGE",
  "PERCAP",
  "DENOM",
  "DELTA",
  "PRIOR",
  "INTEGER",
  "PP",
  "DIR",
  "CROSS",
  "SCOPE",
  "LIST",
  "RESIDUE",
  "STALE",
  "ROUND",
  "HEDGE",
  "PERIOD",
  "DUP",
  "NAME",
  "STD",
  "OUTLINE",
  "FORMAT",
  "TIE",
] as const;
export type FindingCode = (typeof findingCodes)[number];

export type CheckRule =
  | { readonly kind: "required"; readonly of: readonly string[] }
  | { readonly kind: "equal"; readonly left: Formula; readonly right: Formula }
  | { readonly kind: "atMost"; readonly left: Formula; readonly right: Formula }
  | { readonly kind: "between"; readonly of: Formula; readonly low?: string; readonly high?: string }
  /** |now ÷ last year − 1| ≤ `share` (decimal text, "0.3"); silent in a first year and across a break. */
  | { readonly kind: "changeWithin"; readonly of: Formula; readonly share: string }
  /** Further than `deviations` × MAD from the median of at least five peers of the same kind under the same root. */
  | { readonly kind: "outlier"; readonly of: Formula; readonly deviations: string }
  /** The organisation's own value against the sum of those below it. */
  | { readonly kind: "acrossLevels"; readonly upper: Formula; readonly lower: Formula }
  /** A standard's line crossed and not explained. */
  | { readonly kind: "standard"; readonly measure: string }
  /** Every row of a register. */
  | { readonly kind: "rows"; readonly ledger: string; readonly where?: RowCondition; readonly holds: RowCondition }
  /** No two rows share these columns. */
  | { readonly kind: "uniqueRows"; readonly ledger: string; readonly columns: readonly string[] };

/** Cells by key ("code", "code#dimension=member", "code@-1"), or rows by ledger; peers' values for outliers. */
export interface CheckExample {
  readonly cells?: Readonly<Record<string, string | null>>;
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;
  readonly peers?: readonly string[];
  /** Year of the example where it matters (rules of 2016 and of 2021). */
  readonly year?: number;
}

export interface Check {
  readonly code: string;
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  readonly finding: FindingCode;
  readonly tier: Tier;
  readonly rule: CheckRule;
  /** One rule for every member of these dimensions: the formulas' measures are taken member by member. */
  readonly each: readonly string[];
  /** Kinds of organisation at which it runs. */
  readonly at: readonly Reporter[];
  /** What would repair it, in Chinese. */
  readonly repair: string;
  readonly source?: Source;
  readonly passes: readonly CheckExample[];
  readonly fails: readonly CheckExample[];
  readonly since?: number;
  readonly until?: number;
}
