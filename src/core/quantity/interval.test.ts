/** Intervals must say exactly which values a printed number can stand for, ties included. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add as addExact, exact, type Exact, fraction, multiply } from "./exact.ts";
import {
  above,
  add,
  atLeast,
  atMost,
  below,
  between,
  contains,
  everything,
  type Interval,
  intersect,
  isEmpty,
  ofPrinted,
  point,
  scale,
  subtract,
} from "./interval.ts";
import { round, type RoundingMode } from "./rounding.ts";

const value = fc
  .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 80 }))
  .map(([over, under]) => fraction(BigInt(over), BigInt(under)));
const bound = fc.option(fc.record({ value, closed: fc.boolean() }), { nil: null });
const interval: fc.Arbitrary<Interval> = fc.record({ low: bound, high: bound });
const mode = fc.constantFrom<RoundingMode>("halfUp", "halfEven", "truncate");

describe("what a printed number can mean", () => {
  it("is half a step to both sides, the upper end open: 47% is [46.5, 47.5)", () => {
    const meaning = ofPrinted(exact(47), 0);
    expect([exact("46.5"), exact("47.4999"), exact("47.5"), exact("46.4999")].map((each) => contains(meaning, each))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("takes in both ties of an even digit and none of an odd one under half-even", () => {
    expect(contains(ofPrinted(exact(46), 0, "halfEven"), exact("46.5"))).toBe(true);
    expect(contains(ofPrinted(exact(47), 0, "halfEven"), exact("46.5"))).toBe(false);
  });

  it("holds a value exactly when that value prints so, in every mode, sign and number of decimals", () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 0, max: 3 }), mode, (one, other, decimals, by) => {
        const printed = round(one, decimals, by);
        const meaning = ofPrinted(exact(printed), decimals, by);
        expect(contains(meaning, one)).toBe(true);
        expect(contains(meaning, other)).toBe(round(other, decimals, by) === printed);
      }),
      { numRuns: 500 },
    );
  });
});

describe("operations", () => {
  it("know empty from narrow", () => {
    expect(isEmpty(intersect(below(exact(2000)), atLeast(exact(2000))))).toBe(true);
    expect(isEmpty(intersect(atMost(exact(2000)), atLeast(exact(2000))))).toBe(false);
    expect(isEmpty(intersect(above(exact(1)), everything))).toBe(false);
    expect(isEmpty(between(exact(3), exact(2)))).toBe(true);
  });

  it("intersect holds what both hold", () => {
    fc.assert(
      fc.property(
        interval,
        interval,
        value,
        (left, right, at) => contains(intersect(left, right), at) === (contains(left, at) && contains(right, at)),
      ),
    );
  });

  it("add and scale carry every member along, ends included", () => {
    fc.assert(
      fc.property(interval, interval, value, value, (left, right, one, other) => {
        fc.pre(contains(left, one) && contains(right, other));
        expect(contains(add(left, right), addExact(one, other))).toBe(true);
        expect(contains(scale(left, other), multiply(one, other))).toBe(true);
      }),
    );
  });

  it("subtract as a reader would: 75.7% − 63.2% lies around 12.5", () => {
    const change = subtract(ofPrinted(exact("75.7"), 1), ofPrinted(exact("63.2"), 1));
    const holds = (text: string): boolean => contains(change, exact(text));
    expect([holds("12.5"), holds("12.41"), holds("12.4"), holds("12.6")]).toEqual([true, true, false, false]);
  });

  it("scale by a negative number turns the ends round", () => {
    const turned = scale(between(exact(1), exact(2), { high: "open" }), exact(-1));
    expect([exact(-1), exact(-2)].map((each: Exact) => contains(turned, each))).toEqual([true, false]);
    expect(scale(everything, exact(0))).toEqual(point(exact(0)));
  });
});
