/** The one value that a text gives under a name, told at however many places. */
import { isExact } from "../relations/arithmetic.ts";
import type { Reading } from "../relations/relation.ts";

const agreedBy = new WeakMap<readonly number[], number | null>();

/** The value that the places of a name give: all of them, or twice as many as give any other; null where they differ more. */
export function agreed(reading: Reading, places: readonly number[] | undefined): number | null {
  if (places === undefined) return null;
  const known = agreedBy.get(places);
  if (known !== undefined) return known;
  const value = agreedOf(reading, places);
  agreedBy.set(places, value);
  return value;
}

function agreedOf(reading: Reading, indexes: readonly number[]): number | null {
  const counts = new Map<string, number[]>();
  for (const index of indexes) {
    if (!isExact(reading.quantities[index]!)) return null;
    const { numerator, denominator } = reading.quantities[index]!.value;
    const key = `${numerator}/${denominator}`;
    const list = counts.get(key);
    if (list) list.push(index);
    else counts.set(key, [index]);
  }
  const [first, second] = [...counts.values()].sort((left, right) => right.length - left.length);
  return first && (!second || first.length >= second.length * 2) ? first[0]! : null;
}

const distinctBy = new WeakMap<readonly number[], readonly number[]>();

/** One place for each value that a name has: a long text tells a fact a thousand times. */
export function distinctValues(reading: Reading, places: readonly number[] | undefined): readonly number[] {
  if (places === undefined || places.length < 3) return places ?? [];
  const known = distinctBy.get(places);
  if (known) return known;
  const found = new Map<string, number>();
  for (const index of places) {
    const { low, high } = reading.quantities[index]!.interval;
    const key = `${low?.value.numerator}/${low?.value.denominator} ${low?.closed} ${high?.value.numerator}/${high?.value.denominator} ${high?.closed}`;
    if (!found.has(key)) found.set(key, index);
  }
  const distinct = [...found.values()];
  distinctBy.set(places, distinct);
  return distinct;
}
