/**
 * How an exact value becomes printed digits. We print half up (as Excel and offices do); the auditor
 * also knows half-even (GB/T 8170) and plain truncation, so that it can tell a habit from a fault.
 */
import { type Exact, exact } from "./exact.ts";

export type RoundingMode = "halfUp" | "halfEven" | "truncate";

/** `value` as decimal text with exactly `decimals` places ("75.7", "-0.5", "1941"); halves go away from zero. */
export function round(value: Exact, decimals: number, mode: RoundingMode = "halfUp"): string {
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(decimals);
  const floor = scaled / value.denominator;
  const twiceRest = (scaled % value.denominator) * 2n;
  const up =
    mode === "truncate" ? false : twiceRest === value.denominator ? mode === "halfUp" || floor % 2n === 1n : twiceRest > value.denominator;
  return place(up ? floor + 1n : floor, decimals, negative);
}

function place(digits: bigint, decimals: number, negative: boolean): string {
  const text = digits.toString().padStart(decimals + 1, "0");
  const split = text.length - decimals;
  const body = decimals === 0 ? text : `${text.slice(0, split)}.${text.slice(split)}`;
  return negative && digits !== 0n ? `-${body}` : body;
}

/** The printed value read back as a number: what a reader of the page can compute with. */
export function asPrinted(value: Exact, decimals: number): Exact {
  return exact(round(value, decimals));
}

/**
 * Decimal text with at most `digits` significant digits, as JSON output gives exact values:
 * integers and short decimals whole ("1941", "0.5"), others cut by rounding ("75.7049891540").
 */
export function toSignificant(value: Exact, digits = 12): string {
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const whole = magnitude / value.denominator;
  if (value.denominator === 1n) return value.numerator.toString();
  let decimals = whole > 0n ? Math.max(0, digits - whole.toString().length) : leadingZeros(magnitude, value.denominator) + digits;
  const finite = finiteDecimals(value.denominator);
  if (finite !== undefined && finite <= decimals) decimals = finite;
  return round(value, decimals);
}

function leadingZeros(numerator: bigint, denominator: bigint): number {
  let zeros = 0;
  for (let scaled = numerator * 10n; scaled < denominator; scaled *= 10n) zeros += 1;
  return zeros;
}

function finiteDecimals(denominator: bigint): number | undefined {
  let twos = 0;
  let fives = 0;
  let rest = denominator;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
