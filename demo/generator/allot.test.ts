import fc from "fast-check";
import { expect, it } from "vitest";
import { allot } from "./allot.ts";

it("always adds up, within the caps, and in proportion to within one where caps do not bind", () => {
  fc.assert(
    fc.property(fc.nat(50_000), fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }), fc.boolean(), (total, weights, capped) => {
      const caps = weights.map((_, at) => Math.ceil(total / weights.length) + at);
      const parts = allot(total, weights, capped ? caps : undefined);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      parts.forEach((part, at) => (capped ? expect(part).toBeLessThanOrEqual(caps[at]!) : expect(Math.abs(part - (total * weights[at]!) / whole)).toBeLessThanOrEqual(1)));
    }),
  );
});

it("refuses caps that cannot hold the total", () => {
  expect(() => allot(5, [1, 1], [2, 2])).toThrow(/caps/);
});
