/** What a printed quotient, what it divides and what by would each have to be, the other two being right. */
import { divide, type Exact, multiply } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";
import { roundedTo } from "./arithmetic.ts";
import type { Reading } from "./relation.ts";

export function quotientNeeds(
  reading: Reading,
  [at, part, whole]: readonly [number, number, number],
  computed: Interval,
  factor: Exact,
): ReadonlyMap<number, Interval> {
  const [figure, piece, base] = [reading.quantities[at]!, reading.quantities[part]!, reading.quantities[whole]!];
  const needs = new Map<number, Interval>([[at, roundedTo(computed, figure)]]);
  const { low, high } = figure.interval;
  if (low && high && low.value.numerator > 0n) {
    needs.set(part, {
      low: { value: divide(multiply(base.value, low.value), factor), closed: true },
      high: { value: divide(multiply(base.value, high.value), factor), closed: true },
    });
    needs.set(whole, {
      low: { value: divide(multiply(piece.value, factor), high.value), closed: true },
      high: { value: divide(multiply(piece.value, factor), low.value), closed: true },
    });
  }
  return needs;
}
