/** Numbers as people write them into cells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSignificant } from "../../../core/quantity/rounding.ts";
import type { Look, RawCell } from "../xlsx/raw.ts";
import { quantitySpecification, readQuantity, storedNumber } from "./quantity.ts";

const cell = (text: string, kind: RawCell["kind"] = "text", look: Look = "plain"): RawCell => ({
  column: 0,
  kind,
  text,
  formula: false,
  look,
});

/** The value, or the code of the refusal. */
function read(text: string, unit: string, kind: RawCell["kind"] = "text", look: Look = "plain"): string | null {
  const reading = readQuantity(cell(text, kind, look), quantitySpecification("数", unit, undefined), false);
  return reading.ok ? (reading.value.status === "notApplicable" ? "—" : reading.value.value) : reading.remark.code;
}

describe("text", () => {
  it.each([
    ["1,234", "人", "1234"],
    ["１２，３４５", "人", "12345"],
    [" 7 ", "人", "7"],
    ["0", "人", "0"],
    ["", "人", null],
    ["—", "人", "—"],
    ["－", "人", "—"],
    ["／", "人", "—"],
    ["不适用", "人", "—"],
    ["30人", "人", "30"],
    ["30名", "人", "30"],
    ["1.2万人", "人", "12000"],
    ["12.5万元", "元", "125000"],
    ["3亿", "元", "300000000"],
    ["125000元", "万元", "12.5"],
    ["￥1,200.50", "元", "1200.5"],
    ["200㎡", "平方米", "200"],
    ["1.5Gbps", "Mbps", "1500"],
    ["95.5%", "%", "95.5"],
    ["（5.25）", "元", "-5.25"],
    [".5", "元", "0.5"],
    ["约30", "人", "approximate"],
    ["30余人", "人", "approximate"],
    ["近2000", "人", "approximate"],
    ["30左右", "人", "approximate"],
    ["50%", "人", "percent-for-count"],
    ["5‰", "人", "percent-for-count"],
    ["3-5", "人", "not-a-number"],
    ["3~5", "人", "not-a-number"],
    ["三十", "人", "not-a-number"],
    ["1,23", "人", "not-a-number"],
    ["1.2.3", "人", "not-a-number"],
    ["30台", "人", "unit-mismatch"],
    ["5亩", "平方米", "unit-mismatch"],
    ["-3", "人", "negative-count"],
    ["2.5", "人", "fractional-count"],
    ["1.234", "元", "too-many-decimals"],
    ["0.00001万元", "元", "0.1"],
  ])("%s in %s is %s", (text, unit, expected) => expect(read(text, unit)).toBe(expected));
});

describe("stored numbers", () => {
  it("are read as spreadsheets show them: 15 digits, no exponent", () => {
    expect(
      ["0.30000000000000004", "1.2E5", "1.5e-3", "226862000", "0.1", "-7.50", "123456789012345680000"].map((text) =>
        toSignificant(storedNumber(text)!, 40),
      ),
    ).toEqual(["0.3", "120000", "0.0015", "226862000", "0.1", "-7.5", "123456789012345680000"]);
  });

  it("agree with every decimal of up to 15 digits that a spreadsheet can store", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
        const value = digits / 10 ** decimals;
        expect(Number(toSignificant(storedNumber(String(value))!, 40))).toBe(value);
      }),
    );
  });

  it("with a date's or a percentage's format are no counts", () => {
    expect([
      read("43529", "人", "number", "date"),
      read("0.5", "人", "number", "percent"),
      read("0.955", "%", "number", "percent"),
      read("TRUE", "人", "boolean"),
      read("#REF!", "人", "error"),
    ]).toEqual(["date-for-number", "percent-for-count", "95.5", "not-a-number", "error-value"]);
  });
});
