/**
 * A list that does not make the figure before it may go together with it to a larger whole (市直13862人…，甲乙县分别为5230人、6417人,
 * of 25509), or its first items may be split by the rest (教师251人：中心186人，职高65人). Where the numbers agree exactly in such a
 * way, they are not read in the other.
 */
import { add, compare, type Exact, zero } from "../../quantity/exact.ts";
import { hundred } from "./arithmetic.ts";
import type { List } from "./lists.ts";
import { held, type Reading, type Relation } from "./relation.ts";

/** How many figures before a list its whole may stand. */
const reach = 24;

export function otherwiseListed(reading: Reading, { whole, parts }: List): Relation | null {
  if (parts.length < 2) return null;
  return splitItem(reading, parts) ?? withSiblings(reading, [whole, ...parts]);
}

const sumOf = (reading: Reading, indexes: readonly number[]): Exact =>
  indexes.reduce<Exact>((all, index) => add(all, reading.quantities[index]!.value), zero);

function splitItem(reading: Reading, parts: readonly number[]): Relation | null {
  for (const [at, item] of parts.entries()) {
    const rest = parts.slice(at + 1);
    if (rest.length < 2) return null;
    if (isTelling(reading, item) && compare(sumOf(reading, rest), reading.quantities[item]!.value) === 0) return held(item, ...rest);
  }
  return null;
}

function withSiblings(reading: Reading, siblings: readonly number[]): Relation | null {
  const [first] = siblings as [number, ...number[]];
  const all = sumOf(reading, siblings);
  const { unit } = reading.quantities[first]!;
  const { period } = reading.claims[first]!;
  for (let index = first - 1; index >= Math.max(0, first - reach); index -= 1) {
    if (reading.quantities[index]!.unit !== unit || reading.claims[index]!.period !== period || !isTelling(reading, index)) continue;
    if (compare(reading.quantities[index]!.value, all) === 0) return held(index, ...siblings);
  }
  return null;
}

/** Small numbers add up by chance. */
const isTelling = (reading: Reading, index: number): boolean => compare(reading.quantities[index]!.value, hundred) >= 0;
