/** What printed figures can mean is computed exactly and shown so that a pocket calculator can follow. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divide, exact, multiply } from "../../quantity/exact.ts";
import { between, contains, point } from "../../quantity/interval.ts";
import { toSignificant } from "../../quantity/rounding.ts";
import type { Quantity } from "../quantity.ts";
import { scanQuantities } from "../scan/scan.ts";
import {
  asRounded,
  bare,
  cutOff,
  hundred,
  isExact,
  meet,
  printed,
  quotient,
  shown,
  shownInterval,
  shownLike,
  shownSum,
  sumLine,
  total,
  verdict,
} from "./arithmetic.ts";

const quantity = (text: string): Quantity => scanQuantities(text).quantities[0]!;

describe("quotients", () => {
  it("hold every quotient of what their parts can mean", () => {
    const value = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const [part, whole] = [
          [Math.min(a, b), Math.max(a, b)],
          [Math.min(c, d), Math.max(c, d)],
        ] as const;
        const found = quotient(between(exact(part[0]!), exact(part[1]!)), between(exact(whole[0]!), exact(whole[1]!)), hundred)!;
        for (const above of part)
          for (const below of whole) expect(contains(found, multiply(divide(exact(above), exact(below)), hundred))).toBe(true);
      }),
    );
  });

  it("are none where the divisor can be zero or an end is open to infinity", () => {
    expect(quotient(point(exact(1)), between(exact(0), exact(2)), hundred)).toBe(null);
    expect(quotient(point(exact(-1)), point(exact(2)), hundred)).toBe(null);
    expect(quotient(quantity("超过5人").interval, point(exact(2)), hundred)).toBe(null);
  });
});

describe("verdicts", () => {
  it.each([
    ["66.7%", "held"],
    ["66.67%", "held"],
    ["67%", "held"],
    ["66.6%", "truncated"],
    ["66.66%", "truncated"],
    ["66%", "truncated"],
    ["66.5%", "off"],
    ["约66%", "held"],
    ["近66%", "off"],
    ["超过66%", "held"],
  ])("on two thirds printed as %s: %s", (text, expected) => {
    expect(verdict(point(divide(exact(200), exact(3))), quantity(text))).toBe(expected);
  });

  it("let an average without decimals be rounded, but no hedged figure", () => {
    expect(meet(point(exact("819.6")), asRounded(quantity("820人")).interval)).toBe(true);
    expect(meet(point(exact("819.4")), asRounded(quantity("820人")).interval)).toBe(false);
    expect(asRounded(quantity("近820人"))).toEqual(quantity("近820人"));
  });

  it("cut off what is below the last place", () => {
    const interval = cutOff(quantity("66.6%"));
    expect(["66.59", "66.6", "66.69", "66.7"].map((value) => contains(interval, exact(value)))).toEqual([false, true, true, false]);
  });
});

describe("what is shown", () => {
  it.each([
    ["1941人", "1941"],
    ["近2000人", "2000"],
    ["984万元", "984万"],
    ["1.2万余册", "1.2万"],
    ["12,345人", "12,345"],
    ["95.6%", "95.6"],
    ["15：1", "15"],
    ["两所", "2"],
  ])("of %s alone is %s", (text, expected) => {
    expect(bare(quantity(text))).toBe(expected);
  });

  it("has two places more than the figure beside it, at most four, without empty ones", () => {
    const third = divide(exact(200), exact(3));
    expect([shown(third, quantity("66%")), shown(third, quantity("66.7%")), shown(third, quantity("66.667%")), shown(exact(60))]).toEqual([
      "66.67",
      "66.667",
      "66.6667",
      "60",
    ]);
  });

  it("is a value or both ends of an interval", () => {
    expect([
      shownInterval(point(exact(5))),
      shownInterval(between(exact(5), exact(7))),
      shownInterval(quantity("超过5人").interval),
      shownInterval(quantity("不足5人").interval),
    ]).toEqual(["5", "5～7", "≥ 5", "≤ 5"]);
  });

  it("adds up in 万 where all parts are", () => {
    expect(shownSum([quantity("1.2万人"), quantity("0.8万人")])).toBe("2万");
    expect(shownSum([quantity("1.2万人"), quantity("500人")])).toBe("12500");
    expect(sumLine([quantity("7600册"), quantity("6000册")], "≠", quantity("1.34万册"))).toBe("7600 + 6000 = 13600 ≠ 1.34万（13400）");
    expect(shownLike(exact(13600), quantity("1.34万册"))).toBe("1.36万册");
  });

  it("adds what parts can mean", () => {
    const sum = total([quantity("近100人").interval, quantity("20人").interval]);
    expect(["110", "119", "120"].map((value) => contains(sum, exact(value)))).toEqual([true, true, false]);
    expect(toSignificant(total([]).low!.value)).toBe("0");
  });

  it("is printed without spaces, and exact only when neither hedged nor a range", () => {
    expect(printed(quantity("3 万 册"))).not.toMatch(/\s/);
    expect(["5人", "近5人", "5—8人"].map((text) => isExact(quantity(text)))).toEqual([true, false, false]);
  });
});
