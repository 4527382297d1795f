/**
 * Intervals over exact numbers with open and closed ends: what a printed number, rounded or hedged, can
 * stand for. Two printed figures contradict each other only when their intervals cannot meet.
 */
import { add as addExact, compare, type Exact, exact, fraction, isZero, multiply, negate } from "./exact.ts";
import type { RoundingMode } from "./rounding.ts";

export interface Bound {
  readonly value: Exact;
  /** Whether the value itself belongs to the interval. */
  readonly closed: boolean;
}

/** A null bound is infinity. */
export interface Interval {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

export const everything: Interval = { low: null, high: null };

export function point(value: Exact): Interval {
  return { low: { value, closed: true }, high: { value, closed: true } };
}

/** [low, high], or with an end left open: `between(a, b, { high: "open" })`. */
export function between(low: Exact, high: Exact, ends: { readonly low?: "open"; readonly high?: "open" } = {}): Interval {
  return { low: { value: low, closed: ends.low !== "open" }, high: { value: high, closed: ends.high !== "open" } };
}

export function atLeast(value: Exact): Interval {
  return { low: { value, closed: true }, high: null };
}

export function above(value: Exact): Interval {
  return { low: { value, closed: false }, high: null };
}

export function atMost(value: Exact): Interval {
  return { low: null, high: { value, closed: true } };
}

export function below(value: Exact): Interval {
  return { low: null, high: { value, closed: false } };
}

/** All values that `mode` prints as `printed` with `decimals` places: 47 → [46.5, 47.5) under half up. */
export function ofPrinted(printed: Exact, decimals: number, mode: RoundingMode = "halfUp"): Interval {
  const step = fraction(1n, 10n ** BigInt(decimals));
  const reach = mode === "truncate" ? step : multiply(step, fraction(1n, 2n));
  const [low, high] = [addExact(printed, negate(reach)), addExact(printed, reach)];
  if (mode === "halfEven") {
    const even = multiply(printed, exact(10n ** BigInt(decimals))).numerator % 2n === 0n;
    return even ? between(low, high) : between(low, high, { low: "open", high: "open" });
  }
  if (isZero(printed)) return between(low, high, { low: "open", high: "open" });
  const negative = printed.numerator < 0n;
  if (mode === "truncate") return negative ? between(low, printed, { low: "open" }) : between(printed, high, { high: "open" });
  return negative ? between(low, high, { low: "open" }) : between(low, high, { high: "open" });
}

export function contains(interval: Interval, value: Exact): boolean {
  const { low, high } = interval;
  const fromLow = low === null ? 1 : compare(value, low.value);
  const toHigh = high === null ? 1 : compare(high.value, value);
  return (fromLow > 0 || (fromLow === 0 && low!.closed)) && (toHigh > 0 || (toHigh === 0 && high!.closed));
}

export function isEmpty({ low, high }: Interval): boolean {
  if (low === null || high === null) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.closed && high.closed));
}

/** What both intervals allow; possibly empty. */
export function intersect(left: Interval, right: Interval): Interval {
  return { low: tighter(left.low, right.low, 1), high: tighter(left.high, right.high, -1) };
}

function tighter(left: Bound | null, right: Bound | null, side: 1 | -1): Bound | null {
  if (left === null || right === null) return left ?? right;
  const order = compare(left.value, right.value) * side;
  if (order === 0) return left.closed ? right : left;
  return order > 0 ? left : right;
}

/** All sums of a value from each. */
export function add(left: Interval, right: Interval): Interval {
  return { low: addBounds(left.low, right.low), high: addBounds(left.high, right.high) };
}

function addBounds(left: Bound | null, right: Bound | null): Bound | null {
  return left && right && { value: addExact(left.value, right.value), closed: left.closed && right.closed };
}

/** All values times `factor`; a negative factor swaps the ends, zero leaves the point 0. */
export function scale(interval: Interval, factor: Exact): Interval {
  if (isZero(factor)) return point(factor);
  const [low, high] = [scaled(interval.low, factor), scaled(interval.high, factor)];
  return factor.numerator < 0n ? { low: high, high: low } : { low, high };
}

const scaled = (bound: Bound | null, factor: Exact): Bound | null =>
  bound && { value: multiply(bound.value, factor), closed: bound.closed };

export function subtract(left: Interval, right: Interval): Interval {
  return add(left, scale(right, exact(-1)));
}
