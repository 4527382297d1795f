/** Thousands apart, and nothing else touched. */
import { expect, it } from "vitest";
import { grouped } from "./grouped.ts";

it.each([
  ["260000", "260,000"],
  ["1234567.1234", "1,234,567.1234"],
  ["−1234", "−1,234"],
  ["999", "999"],
  ["+1234.5%", "+1,234.5%"],
  ["—", "—"],
  ["专业：2019年1000人", "专业：2019年1000人"],
])("%s is read as %s", (text, shown) => expect(grouped(text)).toBe(shown));

it("is empty for nothing", () => expect(grouped(null)).toBe(""));
