/** Whether a count can have grown by a rate: some whole number must become it. 698 can be no growth by 12.5%, 204 none by 1.8%. */
import { add, compare, divide, type Exact, exact, isInteger, multiply, one, zero } from "../quantity/exact.ts";
import type { Quantity } from "./quantity.ts";

const counted = /^(?:人|人次|个|所|家|项|名|门|册|台|种|间|件|次|份|场|套|座|班)$/;

/** Counts printed to the last one: others may have grown by any rate. */
export function isWholeCount(level: Quantity): boolean {
  return (
    counted.test(level.unit) && level.hedge === null && level.kind === "number" && isInteger(level.value) && compare(level.step, one) === 0
  );
}

/** What stood there before, from the least to the greatest that `rate` (in %, rounded or cut off) allows; null where it would be nothing. */
export function baseBefore(level: Quantity, rate: Quantity, down: boolean): readonly [Exact, Exact] | null {
  const low = rate.interval.low?.value;
  if (low === undefined) return null;
  return rangeBefore(level, low, add(rate.value, rate.step), down);
}

function rangeBefore(level: Quantity, low: Exact, high: Exact, down: boolean): readonly [Exact, Exact] | null {
  const factors = [low, high].map((each) => add(one, divide(multiply(each, down ? exact(-1) : one), exact(100))));
  const [least, greatest] = compare(factors[0]!, factors[1]!) <= 0 ? factors : factors.toReversed();
  if (compare(least!, zero) <= 0) return null;
  return [divide(level.value, greatest!), divide(level.value, least!)];
}

/** The least whole number that is not below `value`. */
export function ceiling(value: Exact): Exact {
  const whole = value.numerator / value.denominator;
  return exact(whole * value.denominator === value.numerator ? whole : whole + 1n);
}

/** False only where no whole number grows to `level` by the rate as rounded. */
export function mayHaveGrown(level: Quantity, { interval, hedge }: Quantity, down: boolean): boolean {
  const { low, high } = interval;
  if (!isWholeCount(level) || hedge !== null || low === null || high === null) return true;
  const range = rangeBefore(level, low.value, high.value, down);
  return range === null || compare(ceiling(range[0]), range[1]) <= 0;
}
