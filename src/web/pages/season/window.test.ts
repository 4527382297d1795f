/** What lies in sight of a large table. */
import { expect, it } from "vitest";
import { inSight } from "./window.ts";

it("draws what is seen and a few more, never beyond the ends", () => {
  expect(inSight(1000, 30, 0, 600, 5)).toEqual({ from: 0, to: 25 });
  expect(inSight(1000, 30, 3000, 600, 5)).toEqual({ from: 95, to: 125 });
  expect(inSight(1000, 30, 29_400, 600, 5)).toEqual({ from: 975, to: 1000 });
  expect(inSight(3, 30, 900, 600, 5)).toEqual({ from: 3, to: 3 });
  expect(inSight(0, 30, 0, 600, 5)).toEqual({ from: 0, to: 0 });
});
