/** The verbs with which we state a change must be read back with the direction that we meant. */
import { describe, expect, it } from "vitest";
import { changeVerb, changeWords, type Direction, directionOf, movingVerbs } from "./change-verb.ts";

describe("change verbs", () => {
  it("are read as they are written, for every kind of unit", () => {
    for (const kind of ["count", "amount", "share", "perMille", "ratio", "perHead", "points"] as const)
      for (const direction of ["up", "down", "flat"] satisfies Direction[])
        expect(directionOf(changeVerb(kind, direction))).toBe(direction);
  });

  it("claim one direction each", () => {
    expect(new Set(changeWords).size).toBe(changeWords.length);
    expect(movingVerbs.split("|").filter((verb) => directionOf(verb) === null)).toEqual([]);
    expect(directionOf("教师")).toBe(null);
  });
});
