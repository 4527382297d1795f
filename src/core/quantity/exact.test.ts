/** Exact numbers must obey the laws of fractions and refuse what is not a plain decimal. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  exact,
  type Exact,
  fraction,
  isDecimalText,
  isInteger,
  isZero,
  multiply,
  negate,
  subtract,
  sum,
  zero,
} from "./exact.ts";

const value = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([over, under]) => fraction(over, under));

describe("reading", () => {
  it("takes plain decimals, bigints and safe integers", () => {
    expect(exact("12.50")).toEqual({ numerator: 25n, denominator: 2n });
    expect(exact("-0.5")).toEqual({ numerator: -1n, denominator: 2n });
    expect(exact("+007")).toEqual(exact(7n));
    expect(exact("-0")).toEqual(zero);
  });

  it.each(["", " 1", "1e3", "1,941", "１２", ".5", "5.", "0x10", "NaN", "Infinity", "1/2", "--1"])("refuses %j", (text) => {
    expect(isDecimalText(text)).toBe(false);
    expect(() => exact(text)).toThrow(RangeError);
  });

  it("refuses numbers that are no plain decimals", () => {
    for (const number of [1e21, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => exact(number)).toThrow(RangeError);
  });
});

describe("arithmetic", () => {
  it("keeps fractions in lowest terms with a positive denominator", () => {
    expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0n, -7n)).toEqual(zero);
    expect(() => fraction(1n, 0n)).toThrow("division by zero");
  });

  it("obeys the laws of a field", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        if (!isZero(b)) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  it("orders as subtraction does", () => {
    const sign = (each: Exact): number => (each.numerator < 0n ? -1 : each.numerator > 0n ? 1 : 0);
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(compare(a, b)).toBe(sign(subtract(a, b)));
        expect(equals(a, b)).toBe(compare(a, b) === 0);
        expect(compare(absolute(a), zero)).toBeGreaterThanOrEqual(0);
        expect(add(a, negate(a))).toEqual(zero);
      }),
    );
  });

  it("adds tenths without drift, as floats do not", () => {
    expect(sum(Array.from({ length: 10 }, () => exact("0.1")))).toEqual(exact(1));
    expect(isInteger(sum([exact("0.1"), exact("0.2")]))).toBe(false);
    expect(sum([])).toEqual(zero);
    const mixed = [fraction(1n, 3n), fraction(1n, 6n), fraction(-1n, 2n), exact("0.25"), fraction(2n, 3n), exact(7)];
    expect(sum(mixed)).toEqual(mixed.reduce(add, zero));
    expect(sum([fraction(1n, 2n), fraction(1n, 2n), fraction(1n, 4n), fraction(3n, 4n)])).toEqual(exact(2));
  });
});
