/** What evaluating a measure yields: an exact value or the reason why there is none, and its trace. */
import type { Exact } from "../quantity/exact.ts";
import type { Unit } from "../quantity/unit.ts";
import type { FactStatus } from "../model/fact.ts";
import type { Trace } from "./trace.ts";

export interface Evaluation {
  readonly status: FactStatus;
  /** Null unless status is "value". In the measure's unit: 75.70… for 75.7%. */
  readonly value: Exact | null;
  /** For quotients: the operands before scaling. */
  readonly numerator: Exact | null;
  readonly denominator: Exact | null;
  /** Organisations that owe an input and gave none; a total with any prints its coverage. */
  readonly missing: readonly string[];
  /** How many organisations owe an input. */
  readonly expected: number;
  readonly trace: Trace;
}

export type Withheld = "firstYear" | "break" | "coverage" | "missing" | "notApplicable";

/** A change against the year before, as a reader of both printed values would compute it. */
export type Change =
  | { readonly kind: "withheld"; readonly why: Withheld }
  | {
      readonly kind: "change";
      readonly direction: "up" | "down" | "flat";
      /** Difference of the printed values, signed. */
      readonly printed: Exact;
      readonly exact: Exact;
      readonly unit: Unit;
      readonly decimals: number;
      readonly previous: Evaluation;
      readonly trace: Trace;
    };
