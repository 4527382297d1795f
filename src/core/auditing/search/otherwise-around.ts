/** Figures around one that is to be blamed, which may stand in the place of another. */
import { compare, zero } from "../../quantity/exact.ts";
import { meet } from "../relations/arithmetic.ts";
import type { Reading, Relation } from "../relations/relation.ts";

/** Figures that make what a relation found wrong, or null. */
export type Otherwise = (reading: Reading, relation: Relation) => readonly number[] | null;

/** Plain numbers of the sentence, the two before it and the next. */
export function around(reading: Reading, at: number): number[] {
  const { sentence } = reading.claims[at]!;
  if (sentence < 0) return [];
  return [sentence - 2, sentence - 1, sentence, sentence + 1]
    .flatMap((each) => reading.bySentence[each] ?? [])
    .filter((index) => index !== at && reading.quantities[index]!.kind === "number" && compare(reading.quantities[index]!.value, zero) > 0);
}

/** Two numbers of one unit that cannot be the same. */
export function isAlike(reading: Reading, left: number, right: number): boolean {
  const [a, b] = [reading.quantities[left]!, reading.quantities[right]!];
  return a.kind === "number" && a.unit === b.unit && !meet(a.interval, b.interval);
}

export const wordsBefore = (reading: Reading, index: number): string => {
  const { start } = reading.quantities[index]!;
  return reading.document.text.slice(Math.max(0, start - 24), start);
};
