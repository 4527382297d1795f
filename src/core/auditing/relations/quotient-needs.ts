/** What a printed quotient, what it divides and what by would each have to be, the other two being right; and what else it may be a quotient of. */
import { compare, divide, type Exact, exact, isZero, multiply, one } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";
import { hundred, quotient, roundedTo, total, verdict } from "./arithmetic.ts";
import { repairs } from "../repairs.ts";
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

/** Twice or half as much as the operands give, and no slip of the hand between them: they are another body's. */
export function isOfAnotherBody(reading: Reading, operands: readonly number[], computed: Interval): boolean {
  const [at, part, whole] = operands as [number, number, number];
  const plain = operands.length === 3 ? quotient(reading.quantities[part]!.interval, reading.quantities[whole]!.interval, one) : null;
  if (!plain?.low || isZero(plain.low.value) || !computed.low || !computed.high) return false;
  const { value } = reading.quantities[at]!;
  const two = exact(2);
  if (compare(multiply(value, two), computed.low.value) >= 0 && compare(value, multiply(computed.high.value, two)) <= 0) return false;
  const needs = quotientNeeds(reading, [at, part, whole], computed, divide(computed.low.value, plain.low.value));
  return [...needs].every(([operand, needed]) => repairs(reading.document, reading.quantities[operand]!, needed).length === 0);
}

/** 满意率为100%（满意96件，基本满意4件）: the share is that of the smaller value together with another one. */
export function isOfBoth(reading: Reading, at: number, [large, small]: readonly [number, number]): boolean {
  const whole = reading.quantities[large]!;
  return reading.bySentence[reading.claims[at]!.sentence]!.some((index) => {
    if (index === large || index === small || reading.quantities[index]!.unit !== whole.unit) return false;
    const both = total([reading.quantities[small]!.interval, reading.quantities[index]!.interval]);
    const computed = quotient(both, whole.interval, hundred);
    return computed !== null && verdict(computed, reading.quantities[at]!) === "held";
  });
}
