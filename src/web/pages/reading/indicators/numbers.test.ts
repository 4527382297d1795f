import { describe, expect, it } from "vitest";
import { grouped, rounded } from "./numbers.ts";

describe("numbers in tables", () => {
  it("have their thousands apart, before the point alone", () => {
    expect(grouped("29115人")).toBe("29,115人");
    expect(grouped("1234567.1234万元")).toBe("1,234,567.1234万元");
    expect(grouped("-12345")).toBe("-12,345");
    expect(grouped("15:1")).toBe("15:1");
    expect(grouped("999")).toBe("999");
  });

  it("are rounded on their digits", () => {
    expect(rounded("75.7049891540", 1)).toBe("75.7");
    expect(rounded("0.05", 1)).toBe("0.1");
    expect(rounded("12", 2)).toBe("12.00");
  });
});
