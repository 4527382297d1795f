/**
 * The ends of what each figure can mean, in floating point: only to leave out at once what is out of all question. Whatever
 * these let through is computed exactly.
 */
import type { Bound, Interval } from "../../quantity/interval.ts";
import type { Reading } from "../relations/relation.ts";

interface Ends {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const known = new WeakMap<Reading, Ends>();

function endsOf(reading: Reading): Ends {
  const found = known.get(reading);
  if (found) return found;
  const ends = {
    low: Float64Array.from(reading.quantities, ({ interval }) => rough(interval.low)),
    high: Float64Array.from(reading.quantities, ({ interval }) => rough(interval.high)),
  };
  known.set(reading, ends);
  return ends;
}

const rough = (bound: Bound | null): number => (bound === null ? NaN : Number(bound.value.numerator) / Number(bound.value.denominator));

/** Far above what floating point loses on the way. */
const slack = 1e-9;

/** Whether a figure may be in `wanted`. */
export function mayMeet(reading: Reading, wanted: Interval): (index: number) => boolean {
  const ends = endsOf(reading);
  const [low, high] = [rough(wanted.low), rough(wanted.high)];
  const reach = (Math.abs(low) + Math.abs(high)) * slack;
  return (index) => !(ends.low[index]! > high + reach || ends.high[index]! < low - reach);
}

/** Whether the parts may make up the whole; true too where an end is open to infinity. */
export function mayAddUp(reading: Reading, whole: number, parts: readonly number[]): boolean {
  const ends = endsOf(reading);
  let [low, high, size] = [0, 0, Math.abs(ends.high[whole]!) + Math.abs(ends.low[whole]!)];
  for (const part of parts) {
    low += ends.low[part]!;
    high += ends.high[part]!;
    size += Math.abs(ends.low[part]!) + Math.abs(ends.high[part]!);
  }
  return !(low - ends.high[whole]! > size * slack || ends.low[whole]! - high > size * slack);
}

/** Whether one figure may be about so many per cent of another: within two last places, whether rounded or cut off. */
export function mayDivide(reading: Reading, part: number, whole: number, percent: Interval): boolean {
  const ends = endsOf(reading);
  const [least, most] = [rough(percent.low), rough(percent.high)];
  const reach = 2 * (most - least);
  return !((100 * ends.low[part]!) / ends.high[whole]! > most + reach || (100 * ends.high[part]!) / ends.low[whole]! < least - reach);
}
