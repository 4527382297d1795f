/** Dimensions break a cell down (by gender, by grade); choices of register columns are dimensions too. */

export interface Member {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Other spellings that people type into Excel. */
  readonly aliases?: readonly string[];
}

export interface Dimension {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly members: readonly Member[];
}
