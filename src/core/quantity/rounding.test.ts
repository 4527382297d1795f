/** Rounding decides what is printed, so ties, signs and long fractions must come out as offices expect. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absolute, compare, exact, fraction, subtract } from "./exact.ts";
import { asPrinted, round, type RoundingMode, toSignificant } from "./rounding.ts";

describe("round", () => {
  it.each<[string, number, RoundingMode, string]>([
    ["47.5", 0, "halfUp", "48"],
    ["47.5", 0, "halfEven", "48"],
    ["46.5", 0, "halfEven", "46"],
    ["46.5", 0, "halfUp", "47"],
    ["47.5", 0, "truncate", "47"],
    ["-0.25", 1, "halfUp", "-0.3"],
    ["-0.25", 1, "halfEven", "-0.2"],
    ["-0.25", 1, "truncate", "-0.2"],
    ["-0.04", 1, "halfUp", "0.0"],
    ["0.995", 2, "halfUp", "1.00"],
    ["1.005", 2, "halfUp", "1.01"],
    ["1941", 0, "halfUp", "1941"],
    ["15", 1, "halfUp", "15.0"],
  ])("%s to %i places, %s, is %s", (value, decimals, mode, printed) => {
    expect(round(exact(value), decimals, mode)).toBe(printed);
  });

  it("moves a value by half a step at most, and by less than a step when truncating", () => {
    const value = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 9999 })).map(([over, under]) => fraction(BigInt(over), BigInt(under)));
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 4 }), (each, decimals) => {
        const half = fraction(1n, 2n * 10n ** BigInt(decimals));
        const moved = (mode: RoundingMode): ReturnType<typeof absolute> => absolute(subtract(exact(round(each, decimals, mode)), each));
        expect(compare(moved("halfUp"), half)).toBeLessThanOrEqual(0);
        expect(compare(moved("halfEven"), half)).toBeLessThanOrEqual(0);
        expect(compare(moved("truncate"), fraction(1n, 10n ** BigInt(decimals)))).toBe(-1);
        expect(asPrinted(asPrinted(each, decimals), decimals)).toEqual(asPrinted(each, decimals));
      }),
    );
  });
});

describe("toSignificant", () => {
  it("gives 698/922 in % with twelve significant digits", () => {
    expect(toSignificant(fraction(69800n, 922n))).toBe("75.7049891540");
  });

  it.each([
    [exact("1941"), "1941"],
    [exact("0.50"), "0.5"],
    [exact("-12.25"), "-12.25"],
    [fraction(1n, 3n), "0.333333333333"],
    [fraction(1n, 3000n), "0.000333333333333"],
    [fraction(-2n, 3n), "-0.666666666667"],
    [exact(226862000n * 10n ** 6n), "226862000000000"],
  ])("%o is written %s", (value, text) => {
    expect(toSignificant(value)).toBe(text);
  });

  it("loses nothing of decimals that fit", () => {
    const decimal = fc
      .tuple(fc.integer({ min: -999999, max: 999999 }), fc.integer({ min: 0, max: 5 }))
      .map(([digits, places]) => fraction(BigInt(digits), 10n ** BigInt(places)));
    fc.assert(fc.property(decimal, (value) => compare(exact(toSignificant(value)), value) === 0));
  });
});
