/** The sizes that an interval of differences can have, whichever way they go. */
import { compare, negate, zero } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";

/** An interval below zero is turned over; one across zero is left. */
export function absoluteOf(interval: Interval): Interval {
  const { low, high } = interval;
  if (high === null || compare(high.value, zero) >= 0) return interval;
  return { low: { ...high, value: negate(high.value) }, high: low === null ? null : { ...low, value: negate(low.value) } };
}
