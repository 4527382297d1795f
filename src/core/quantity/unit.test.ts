/** A unit decides how a change is stated, never the wording around it. */
import { describe, expect, it } from "vitest";
import { isUnit, isWhole, unit, unitOfChange } from "./unit.ts";

describe("units", () => {
  it("state the change of a share in percentage points and that of a count in its own unit", () => {
    expect(unitOfChange(unit("%")).symbol).toBe("个百分点");
    expect(unitOfChange(unit("‰")).symbol).toBe("个千分点");
    expect(unitOfChange(unit("人")).symbol).toBe("人");
    expect(unitOfChange(unit("元/生")).symbol).toBe("元/生");
  });

  it("want whole people and books, and allow parts of square metres and yuan", () => {
    expect(["人", "册", "人次"].every((symbol) => isWhole(unit(symbol)))).toBe(true);
    expect(["元", "平方米", "%", ":1"].some((symbol) => isWhole(unit(symbol)))).toBe(false);
  });

  it("refuse a symbol that nobody declared", () => {
    expect(isUnit("头")).toBe(false);
    expect(() => unit("头")).toThrow("unknown unit: 头");
  });
});
