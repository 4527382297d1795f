/** What a tie says of one quantity. */

export type TieState = "equal" | "different" | "unknown";

export interface Tie {
  /** Index of the quantity. */
  readonly quantity: number;
  readonly state: TieState;
  /** Id of the known figure; null where none is known, or where the report's own fixed words hold the number. */
  readonly fact: string | null;
  /** The figure as the data prints it. */
  readonly stored: string | null;
  readonly how: "mark" | "alignment" | "concept" | "value";
  /**
   * Tied by a mark or by words that agree on both sides: no other figure can be meant. Of an unknown one:
   * it stands amid the words of our own report, where every number with a unit should be known. Never so in a PDF, whose charts and narrow columns leave loose ones.
   */
  readonly certain: boolean;
}
