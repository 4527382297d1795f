/**
 * Exact rational numbers, because a share such as 698/922 has no finite decimal and a tie at .5 must
 * be seen as a tie: every figure stays a fraction of two integers until it is printed.
 */

/** A fraction in lowest terms; the denominator is always positive. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Exact = { numerator: 0n, denominator: 1n };
export const one: Exact = { numerator: 1n, denominator: 1n };

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Whether `text` is a plain decimal such as "-12.50": what {@link exact} accepts. */
export function isDecimalText(text: string): boolean {
  return decimalPattern.test(text);
}

/**
 * Reads a plain decimal ("1941", "-0.5"), a bigint or a safe integer.
 * @throws RangeError for anything else: callers check outside text with {@link isDecimalText} first.
 */
export function exact(value: string | number | bigint): Exact {
  if (typeof value === "bigint") return { numerator: value, denominator: 1n };
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  const match = decimalPattern.exec(String(value));
  if (!match) throw new RangeError(`not a plain decimal: ${value}`);
  const [, sign, whole = "0", decimals = ""] = match;
  const magnitude = BigInt(whole + decimals);
  return fraction(sign === "-" ? -magnitude : magnitude, 10n ** BigInt(decimals.length));
}

/** The fraction numerator/denominator in lowest terms. @throws RangeError when the denominator is 0. */
export function fraction(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new RangeError("division by zero");
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator);
  if (denominator > 0n)
    return divisor === 1n ? { numerator, denominator } : { numerator: numerator / divisor, denominator: denominator / divisor };
  return { numerator: -numerator / divisor, denominator: -denominator / divisor };
}

const most = BigInt(Number.MAX_SAFE_INTEGER);

/** Of two that are not negative; in floating point, which is exact for such and much faster, where both are safe integers. */
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  if (left <= most && right <= most) {
    let [one, other] = [Number(left), Number(right)];
    while (other !== 0) [one, other] = [other, one % other];
    return one === 0 ? 1n : BigInt(one);
  }
  while (right !== 0n) [left, right] = [right, left % right];
  return left === 0n ? 1n : left;
}

export function add(left: Exact, right: Exact): Exact {
  if (left.denominator === right.denominator) return fraction(left.numerator + right.numerator, left.denominator);
  return fraction(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);
}

export function subtract(left: Exact, right: Exact): Exact {
  return add(left, negate(right));
}

export function multiply(left: Exact, right: Exact): Exact {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** @throws RangeError when `right` is zero: formulas test with {@link isZero} first. */
export function divide(left: Exact, right: Exact): Exact {
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function negate(value: Exact): Exact {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function absolute(value: Exact): Exact {
  return value.numerator < 0n ? negate(value) : value;
}

/** -1, 0 or 1, by cross-multiplication: never by a quotient cut short. */
export function compare(left: Exact, right: Exact): -1 | 0 | 1 {
  if (left.denominator === right.denominator) return order(left.numerator, right.numerator);
  return order(left.numerator * right.denominator, right.numerator * left.denominator);
}

function order(left: bigint, right: bigint): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(left: Exact, right: Exact): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

export function isZero(value: Exact): boolean {
  return value.numerator === 0n;
}

export function isInteger(value: Exact): boolean {
  return value.denominator === 1n;
}

/** Of equal denominators first, then in pairs: one long fraction that everything is added to would be reduced again each time. */
export function sum(values: Iterable<Exact>): Exact {
  const byDenominator = new Map<bigint, bigint>();
  for (const { numerator, denominator } of values) byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + numerator);
  let parts = [...byDenominator].map(([denominator, numerator]) => fraction(numerator, denominator));
  while (parts.length > 1)
    parts = Array.from({ length: Math.ceil(parts.length / 2) }, (_, at) => {
      const [left, right] = [parts[2 * at]!, parts[2 * at + 1]];
      return right ? add(left, right) : left;
    });
  return parts[0] ?? zero;
}
