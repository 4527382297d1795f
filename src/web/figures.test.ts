/** Thousands separators. */
import { expect, it } from "vitest";
import { withSeparators } from "./figures.ts";

it("separates thousands before the point only, and leaves other texts alone", () => {
  expect(["0", "999", "1000", "-1234567.8901", "75.7%", "15:1", ""].map(withSeparators)).toEqual([
    "0",
    "999",
    "1,000",
    "-1,234,567.8901",
    "75.7%",
    "15:1",
    "",
  ]);
});
