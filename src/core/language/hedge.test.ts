/** A hedge turns a number into an interval; the ends decide whether 近2000 and 2000 contradict each other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../quantity/exact.ts";
import { contains } from "../quantity/interval.ts";
import { type HedgeMeaning, hedgedInterval, hedges } from "./hedge.ts";

const allows = (printed: string, meaning: HedgeMeaning, value: string): boolean =>
  contains(hedgedInterval(exact(printed), meaning), exact(value));
const meaningOf = (word: string): HedgeMeaning => hedges.find((hedge) => hedge.word === word)!.meaning;

describe("hedges", () => {
  it.each([
    ["近", "2000", "1941", true],
    ["近", "2000", "2000", false],
    ["近", "2000", "1500", false],
    ["余", "200", "250", true],
    ["余", "200", "200", false],
    ["余", "200", "300", false],
    ["余", "12000", "12800", true],
    ["余", "20", "29", true],
    ["以上", "95", "95", true],
    ["超过", "95", "95", false],
    ["逾", "10000", "10001", true],
    ["不足", "10", "10", false],
    ["不超过", "10", "10", true],
    ["左右", "50", "47", true],
    ["约", "50", "56", false],
  ])("%s %s allows %s: %s", (word, printed, value, allowed) => {
    expect(allows(printed, meaningOf(word), value)).toBe(allowed);
  });

  it("are found longest first, each once", () => {
    const words = hedges.map((hedge) => hedge.word);
    expect(words.indexOf("不超过")).toBeLessThan(words.indexOf("超过"));
    expect(new Set(words).size).toBe(words.length);
  });

  it("never allow a value on the wrong side", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (printed, value) => {
        if (allows(String(printed), "nearlyBelow", String(value))) expect(value).toBeLessThan(printed);
        if (allows(String(printed), "somewhatAbove", String(value))) expect(value).toBeGreaterThan(printed);
        expect(allows(String(printed), "around", String(printed))).toBe(true);
      }),
    );
  });

  it("reach to the next step of the last digit behind a decimal too: 1.2余 lies below 1.3", () => {
    expect([allows("1.2", "somewhatAbove", "1.25"), allows("1.2", "somewhatAbove", "1.3")]).toEqual([true, false]);
  });
});
