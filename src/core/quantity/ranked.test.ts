/** The middle of all but one is what sorting the others would give. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { absolute, add, compare, divide, type Exact, exact, fraction, subtract } from "./exact.ts";
import { Ranked } from "./ranked.ts";

function median(values: readonly Exact[]): Exact {
  const sorted = values.toSorted(compare);
  return divide(add(sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!), exact(2));
}

it("takes the middle, or the mean of both middles", () => {
  const middle = (...values: string[]): Exact => new Ranked(values.map((each, at) => [`S${at}`, exact(each)])).without("").median;
  expect(middle("5", "1", "9")).toEqual(exact(5));
  expect(middle("5", "1", "9", "2")).toEqual(exact("3.5"));
});

it("gives the median and the median distance of the others", () => {
  const value = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 7 }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 14 }), (pairs) => {
      const values = pairs.map(([up, down], at): [string, Exact] => [`S${at}`, fraction(BigInt(up), BigInt(down))]);
      const ranked = new Ranked(values);
      for (const name of [...values.map(([each]) => each), "nobody"]) {
        const others = values.flatMap(([each, found]) => (each === name ? [] : [found]));
        const middle = median(others);
        const found = ranked.without(name);
        expect(found.count).toBe(others.length);
        expect(found.median).toEqual(middle);
        expect(found.spread).toEqual(median(others.map((each) => absolute(subtract(each, middle)))));
      }
    }),
  );
});

it("has no middle of nothing", () => {
  expect(() => new Ranked([["A", exact(1)]]).without("A").median).toThrow(RangeError);
});
