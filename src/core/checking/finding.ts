/** A finding (问题): what is wrong, where, the arithmetic that shows it, and what would repair it. Data, never an exception. */
import type { FindingCode, Tier } from "../definition/check.ts";
import type { CellOrigin } from "../model/fact.ts";

export interface FindingPlace {
  readonly organisation: string;
  readonly year: number;
  readonly ledger: string;
  /** Cell key of a form, or row id and column of a register. */
  readonly cell?: string;
  readonly origin?: CellOrigin;
}

export interface Finding {
  readonly code: FindingCode;
  readonly tier: Tier;
  /** Check that found it. */
  readonly check: string;
  /** For a rule taken member by member, the members ("gender=female"): its explanation stands under `check#members`. */
  readonly members?: string;
  readonly organisation: string;
  readonly year: number;
  readonly message: { readonly zh: string; readonly en: string };
  /** A line that a reader can follow with a pocket calculator: "3690 > 2418". */
  readonly proof: string;
  readonly places: readonly FindingPlace[];
  readonly repair: string;
  /** The explanation given for it, which lets a warning pass. */
  readonly explanation: string | null;
}
