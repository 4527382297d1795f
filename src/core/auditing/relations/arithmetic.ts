/** Arithmetic over what printed figures can mean, and how it is shown so that a pocket calculator can follow. */
import { add, compare, divide, equals, type Exact, exact, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { add as addIntervals, between, type Bound, type Interval, isEmpty, point } from "../../quantity/interval.ts";
import { round } from "../../quantity/rounding.ts";
import type { Quantity } from "../quantity.ts";

/** Quotient of intervals of positive numbers, times `factor`; null where the divisor can be zero or an end is open to infinity. */
export function quotient(part: Interval, whole: Interval, factor: Exact): Interval | null {
  if (part.low === null || part.high === null || whole.low === null || whole.high === null) return null;
  if (compare(whole.low.value, zero) <= 0 || compare(part.low.value, zero) < 0) return null;
  return {
    low: { value: multiply(divide(part.low.value, whole.high.value), factor), closed: part.low.closed && whole.high.closed },
    high: { value: multiply(divide(part.high.value, whole.low.value), factor), closed: part.high.closed && whole.low.closed },
  };
}

export function meet(left: Interval, right: Interval): boolean {
  return reaches(left.low, right.high) && reaches(right.low, left.high) && !isEmpty(left) && !isEmpty(right);
}

/** Whether nothing parts a lower end from a higher one. */
function reaches(low: Bound | null, high: Bound | null): boolean {
  if (low === null || high === null) return true;
  const order = compare(low.value, high.value);
  return order < 0 || (order === 0 && low.closed && high.closed);
}

export function total(intervals: readonly Interval[]): Interval {
  return intervals.reduce(addIntervals, point(zero));
}

/** What the figure means when its last place was cut off instead of rounded: a negative one was cut towards zero. */
export function cutOff(quantity: Quantity): Interval {
  if (compare(quantity.value, zero) < 0) return between(subtract(quantity.value, quantity.step), quantity.value, { low: "open" });
  return between(quantity.value, add(quantity.value, quantity.step), { high: "open" });
}

export type Verdict = "held" | "truncated" | "off";

/** Whether a computed value can have been printed as `quantity`: rounded, or only cut off. */
export function verdict(computed: Interval, quantity: Quantity): Verdict {
  if (meet(computed, quantity.interval)) return "held";
  if (quantity.hedge === null && meet(computed, cutOff(quantity))) return "truncated";
  return "off";
}

/** An average printed without decimals is rounded, even where it counts whole things: 校均4607人. */
export function asRounded(quantity: Quantity): Quantity {
  if (!isExact(quantity)) return quantity;
  const half = divide(quantity.step, exact(2));
  return { ...quantity, interval: between(subtract(quantity.value, half), add(quantity.value, half)) };
}

/** What a figure may be printed as where it should be within an interval: as near as its last place goes. */
export function roundedTo(interval: Interval, { step }: Quantity): Interval {
  const half = divide(step, exact(2));
  const { low, high } = interval;
  if (low === null || high === null) return interval;
  return between(subtract(low.value, half), add(high.value, half));
}

export const hundred = exact(100);

/** Shares without % may be written as parts of one, their whole as 1. */
export const isWholeAsOne = ({ value, text }: Quantity): boolean => equals(value, one) && !/[%％]/.test(text);

/** Whether the figure is one number, neither hedged nor a range. */
export function isExact(quantity: Quantity): boolean {
  return quantity.hedge === null && quantity.kind !== "range";
}

/** A computed value with two places more than the figure that it is compared with, at most four. */
export function shown(value: Exact, beside?: Quantity): string {
  let decimals = 0;
  for (let step = beside?.step ?? exact(1); compare(step, exact(1)) < 0 && decimals < 4; step = multiply(step, exact(10))) decimals += 1;
  const whole = beside !== undefined && compare(beside.step, exact(1)) > 0;
  const text = round(value, whole ? 0 : Math.min(4, decimals + 2));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The figure as printed, without spaces within. */
export function printed(quantity: Quantity): string {
  return quantity.text.replace(/\s/g, "");
}

const bareBy = new WeakMap<Quantity, string>();

/** The bare number in its printed scale: "984万", "47". */
export function bare(quantity: Quantity): string {
  let known = bareBy.get(quantity);
  if (known === undefined) bareBy.set(quantity, (known = bareOf(quantity)));
  return known;
}

function bareOf(quantity: Quantity): string {
  const text = printed(quantity);
  return /^[^\d]*?([\d.,]+(?:万|亿|千|百)?)/.exec(text)?.[1] ?? shown(quantity.value, quantity);
}

/** The middle of what can be shown of an interval: its only value, or its ends. */
export function shownInterval(interval: Interval, beside?: Quantity): string {
  const { low, high } = interval;
  if (low === null || high === null) return low ? `≥ ${shown(low.value, beside)}` : high ? `≤ ${shown(high.value, beside)}` : "任意值";
  const [from, to] = [shown(low.value, beside), shown(high.value, beside)];
  return from === to ? from : `${from}～${to}`;
}

/** The sum of what is printed, in 万 where all parts are. */
export function shownSum(parts: readonly Quantity[]): string {
  const value = parts.reduce((sum, part) => add(sum, part.value), zero);
  const scaled = parts.every((part) => bare(part).endsWith("万"));
  const text = round(scaled ? divide(value, exact(10_000)) : value, 4).replace(/\.?0+$/, "");
  return scaled ? `${text}万` : text;
}
