/** Numerals are written in one way and read in all the ways in which people write them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { headingNumber, parseNumeral, writeNumeral } from "./numeral.ts";

const read = (text: string): string | null => {
  const value = parseNumeral(text);
  return value && toSignificant(value, 20);
};

describe("parseNumeral", () => {
  it.each([
    ["一千二百", "1200"],
    ["两万三", "23000"],
    ["廿五", "25"],
    ["卅", "30"],
    ["二〇一九", "2019"],
    ["二百五", "250"],
    ["二百零五", "205"],
    ["十", "10"],
    ["百", "100"],
    ["一十二", "12"],
    ["一万零五", "10005"],
    ["三万五千", "35000"],
    ["两亿三", "230000000"],
    ["一亿二千万", "120000000"],
    ["一万亿", "1000000000000"],
    ["零", "0"],
    ["〇", "0"],
    ["三点五", "3.5"],
    ["十二点零五", "12.05"],
    ["壹仟贰佰叁拾", "1230"],
    ["一千零五十", "1050"],
  ])("reads %s as %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(["", "人", "百千", "十百", "一百二百", "万", "一点", "点五", "一点五点", "零十零", "一万三百零", "十零"])(
    "refuses %j",
    (text) => {
      expect(read(text)).toBe(null);
    },
  );

  it("reads back whatever is written", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), (value) => {
        expect(parseNumeral(writeNumeral(value))).toEqual(exact(value));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("writeNumeral", () => {
  it.each([
    [0, "零"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [110, "一百一十"],
    [1005, "一千零五"],
    [1200, "一千二百"],
    [10_010, "一万零一十"],
    [100_000, "十万"],
    [120_000_005, "一亿二千万零五"],
    [30_500, "三万零五百"],
  ])("writes %i as %s", (value, text) => {
    expect(writeNumeral(value)).toBe(text);
  });

  it("refuses what has no numeral here", () => {
    expect(() => writeNumeral(-1)).toThrow(RangeError);
    expect(() => writeNumeral(10n ** 16n)).toThrow(RangeError);
  });
});

it("numbers headings by level as official documents do", () => {
  expect([headingNumber(1, 9), headingNumber(2, 11), headingNumber(3, 2), headingNumber(4, 3)]).toEqual([
    "九、",
    "（十一）",
    "2.",
    "（3）",
  ]);
});
