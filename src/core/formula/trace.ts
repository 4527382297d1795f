/**
 * A trace says how a value came about, from the printed figure down to the cells in which schools wrote
 * their counts. It is plain JSON, so that it can be stored, embedded in a page and walked by a reader.
 */
import type { FactOrigin, FactStatus } from "../model/fact.ts";
import type { Members } from "../model/selection.ts";

export type Trace =
  /** One cell of one organisation. */
  | {
      readonly kind: "fact";
      readonly element: string;
      readonly organisation: string;
      readonly year: number;
      readonly members: Members;
      readonly key?: string;
      readonly status: FactStatus;
      readonly value: string | null;
      readonly origin: FactOrigin;
    }
  /** An element over a subtree; `missing` names the organisations that owe a value and gave none. */
  | {
      readonly kind: "total";
      readonly element: string;
      readonly organisation: string;
      readonly year: number;
      readonly members: Members;
      readonly value: string | null;
      readonly rollUp: string;
      readonly parts: readonly Trace[];
      readonly missing: readonly string[];
    }
  | {
      readonly kind: "indicator";
      readonly indicator: string;
      readonly organisation: string;
      readonly year: number;
      readonly value: string | null;
      readonly of: Trace;
    }
  | {
      readonly kind: "operation";
      readonly operator: "sum" | "difference" | "product" | "quotient";
      readonly scale?: string;
      readonly value: string | null;
      readonly operands: readonly Trace[];
    }
  | {
      readonly kind: "organisations";
      readonly of: string;
      readonly year: number;
      readonly value: string;
      readonly codes: readonly string[];
    }
  | { readonly kind: "number"; readonly value: string }
  /** Rows of a register that were counted or named. */
  | {
      readonly kind: "rows";
      readonly ledger: string;
      readonly year: number;
      readonly value: string;
      readonly rows: readonly { readonly organisation: string; readonly id: string; readonly origin: FactOrigin }[];
    }
  /** The printed change between two evaluations. */
  | { readonly kind: "change"; readonly value: string; readonly exact: string; readonly now: Trace; readonly before: Trace }
  /** A number in a passage that people wrote. */
  | { readonly kind: "quoted"; readonly value: string; readonly material: string; readonly origin: FactOrigin };
