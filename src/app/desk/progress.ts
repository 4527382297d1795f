/** The port by which the board and the list of tasks see how far everybody is: counted in the store, for all organisations at once. */
import type { RequestStanding } from "./requests.ts";

/** What one organisation has in one ledger, edits not yet filed included. */
export interface LedgerCount {
  readonly organisation: string;
  readonly ledger: string;
  /** Cells of the counted elements that say something ("—" is something), rows of a register, or texts of section material. */
  readonly filled: number;
}

/** What happened to one organisation's return around its versions. */
export interface DeskCount {
  readonly organisation: string;
  /** Newest edit that no version has taken; null for none. */
  readonly editedAt: string | null;
  readonly confirmed: readonly string[];
  /** Slots to which the newest version was given back. */
  readonly requested: readonly RequestStanding[];
}

export interface Progress {
  /**
   * A line for each ledger that an organisation under `root` has begun; registers and section material that say
   * "none" count 0.
   * @param counted elements of form ledgers whose cells count.
   */
  ledgers(root: string, year: number, counted: readonly { readonly element: string; readonly ledger: string }[]): Promise<LedgerCount[]>;
  /**
   * A short text that moves with everything shown of the returns under `root`: versions and states (of three earlier years
   * too), edits, confirmations, remarks, corrections, the tree, cycles and breaks. Asked before the expensive reads.
   */
  stamp(root: string, year: number): Promise<string>;
  /** Organisations under `root` of which the desk knows anything. */
  desks(root: string, year: number): Promise<DeskCount[]>;
}
