/** A guess at a slip makes the relation hold, and a figure with many possible slips gets none of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../quantity/exact.ts";
import { between, contains, point } from "../quantity/interval.ts";
import { reportOf } from "./fixture.ts";
import { repairs } from "./repairs.ts";
import { scanQuantities } from "./scan/scan.ts";

function guesses(text: string, low: string, high = low): string[] {
  const document = reportOf(text);
  const quantity = scanQuantities(document.text).quantities.find((each) => each.start > document.text.indexOf("一、基本情况"))!;
  const needed = low === high ? point(exact(low)) : between(exact(low), exact(high));
  return repairs(document, quantity, needed).map(({ zh }) => zh);
}

describe("repairs", () => {
  it.each([
    ["专任教师2481人。", "2418", "像是相邻两位颠倒：2481 → 2418"],
    ["专任教师24418人。", "2418", "像是多写了一位：24418 → 2418"],
    ["专任教师2438人。", "2418", "像是写错一位：2438 → 2418"],
    ["双师型教师204174人。", "174", "像是新旧两个数粘在一起：204174 → 174"],
    ["就业率8.56%。", "85.6", "8.56 → 85.6"],
    ["就业率9.56%。", "95.6", "像是小数点错位：9.56 → 95.6"],
    ["投入2.18万元。", "28100", "2.18 → 2.81"],
    ["投入1200元。", "12000000", "像是漏了“万”：1200 → 12000000"],
    ["投入12,000人。", "1200", "像是小数点错位：12000 → 1200"],
  ])("%s → %s", (text, needed, guess) => {
    expect(guesses(text, needed).join()).toContain(guess);
  });

  it("say nothing where no slip gives what is needed", () => {
    expect(guesses("专任教师2418人。", "3000")).toEqual([]);
    expect(guesses("专任教师2418人。", "2418")).toEqual([]);
    expect(guesses("专任教师两人。", "3")).toEqual([]);
  });

  it("say nothing of a mistyped digit where several would do", () => {
    expect(guesses("专任教师2418人。", "2400", "2460").filter((guess) => guess.startsWith("像是写错一位"))).toEqual([]);
  });

  it("are three at most, and each makes the relation hold", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 999_999 }),
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 500 }),
        (printed, low, width) => {
          const needed = between(exact(low), exact(low + width));
          const document = reportOf(`专任教师${printed}人。`);
          const quantity = scanQuantities(document.text).quantities.at(-1)!;
          const found = repairs(document, quantity, needed);
          expect(found.length).toBeLessThanOrEqual(3);
          for (const { zh } of found) expect(contains(needed, exact(/→ ([\d.]+)$/.exec(zh)![1]!))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
