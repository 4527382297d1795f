/** What one slip of the hand makes of a number. */
import { expect, it } from "vitest";
import { oneEditApart } from "./slip.ts";

it.each([
  ["1234", "1284", true],
  ["1234", "124", true],
  ["1234", "12345", true],
  ["1234", "1324", true],
  ["1234", "1234", false],
  ["72", "2734", false],
  ["1234", "4321", false],
])("%s and %s: %s", (left, right, apart) => {
  expect(oneEditApart(left, right)).toBe(apart);
  expect(oneEditApart(right, left)).toBe(apart);
});
