/** Checks that recur in every subject, with the examples that follow from their arithmetic: written once, named where they stand. */
import type { FindingCode, Tier } from "../core/definition/check.ts";
import { measure, sumOf } from "../core/definition/formula.ts";
import type { Reporter } from "../core/definition/ledger.ts";
import type { RowCondition } from "../core/definition/row.ts";
import type { Source } from "../core/definition/source.ts";
import type { CheckInput } from "../core/definition/subject.ts";

interface Common {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly repair: string;
  readonly tier?: Tier;
  readonly at?: readonly Reporter[];
  readonly source?: Source;
  readonly since?: number;
  readonly until?: number;
}

/** A part never exceeds its whole (SUBSET; proof unless it says otherwise). Element codes. */
export function within({ part, whole, ...common }: Common & { readonly part: string; readonly whole: string }): CheckInput {
  return {
    tier: "proof",
    ...common,
    finding: "SUBSET",
    rule: { kind: "atMost", left: measure(part), right: measure(whole) },
    passes: [{ cells: { [part]: "3", [whole]: "3" } }],
    fails: [{ cells: { [part]: "4", [whole]: "3" } }],
  };
}

/** Several parts, each a cell or the total of a breakdown, add up to their whole (SUM; proof). Element codes. */
export function addsUp({ parts, whole, ...common }: Common & { readonly parts: readonly string[]; readonly whole: string }): CheckInput {
  const each = Object.fromEntries(parts.map((part) => [part, "2"]));
  return {
    tier: "proof",
    ...common,
    finding: "SUM",
    rule: { kind: "equal", left: sumOf(...parts), right: measure(whole) },
    passes: [{ cells: { ...each, [whole]: String(2 * parts.length) } }],
    fails: [{ cells: { ...each, [whole]: String(2 * parts.length + 1) } }],
  };
}

/** Two ledgers tell one fact alike (CROSS; warning unless it says otherwise). Measure codes. */
export function agrees({ one, other, ...common }: Common & { readonly one: string; readonly other: string }): CheckInput {
  return {
    tier: "warning",
    ...common,
    finding: "CROSS",
    rule: { kind: "equal", left: measure(one), right: measure(other) },
    passes: [{ cells: { [one]: "3", [other]: "3" } }],
    fails: [{ cells: { [one]: "3", [other]: "4" } }],
  };
}

/** Against last year within a bound, e.g. "0.3" (DELTA; warning). A count, or an indicator over a base of 1. */
export function steady({ of, bound, ...common }: Common & { readonly of: string; readonly bound: string }): CheckInput {
  return {
    tier: "warning",
    ...common,
    finding: "DELTA",
    rule: { kind: "changeWithin", of: measure(of), share: bound },
    passes: [{ cells: { [of]: "100", [`${of}@-1`]: "100" } }],
    fails: [{ cells: { [of]: "300", [`${of}@-1`]: "100" } }],
  };
}

/** A value lies where such values usually lie (RANGE; warning); `usual` and `odd` are values for the examples. */
export function usually({ of, low, high, usual, odd, ...common }: Common & { readonly of: string; readonly low?: string; readonly high?: string; readonly usual: string; readonly odd: string }): CheckInput {
  return {
    tier: "warning",
    ...common,
    finding: "RANGE",
    rule: { kind: "between", of: measure(of), ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) },
    passes: [{ cells: { [of]: usual } }],
    fails: [{ cells: { [of]: odd } }],
  };
}

type ExampleRow = Readonly<Record<string, string | null>>;

/** A rule that every row of a register keeps (RANGE, proof, unless it says otherwise). */
export function rowsKeep({
  ledger,
  where,
  holds,
  passes,
  fails,
  finding = "RANGE",
  ...common
}: Common & { readonly ledger: string; readonly where?: RowCondition; readonly holds: RowCondition; readonly passes: readonly ExampleRow[]; readonly fails: readonly ExampleRow[]; readonly finding?: FindingCode }): CheckInput {
  return {
    tier: "proof",
    ...common,
    finding,
    rule: { kind: "rows", ledger, ...(where ? { where } : {}), holds },
    passes: [{ rows: { [ledger]: passes } }],
    fails: fails.map((row) => ({ rows: { [ledger]: [row] } })),
  };
}

/** No two rows of a register are the same thing (DUP; warning). */
export function onceOnly({ ledger, columns, ...common }: Common & { readonly ledger: string; readonly columns: readonly string[] }): CheckInput {
  const row = (text: string): ExampleRow => Object.fromEntries(columns.map((column) => [column, text]));
  return {
    tier: "warning",
    ...common,
    finding: "DUP",
    rule: { kind: "uniqueRows", ledger, columns },
    passes: [{ rows: { [ledger]: [row("1"), row("2")] } }],
    fails: [{ rows: { [ledger]: [row("1"), row("1")] } }],
  };
}
