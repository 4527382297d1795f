/** Equations that a report states, as its writer knows them, and whether the printed figures can still satisfy them. */
import type { Figure } from "../report.ts";
import { habits, meaning } from "./printed.ts";
import { type Exact, exact, multiply } from "../../../src/core/quantity/exact.ts";
import { add, atMost, type Interval, intersect, isEmpty, point, scale, subtract } from "../../../src/core/quantity/interval.ts";

export type Law =
  | { readonly type: "sum"; readonly total: number; readonly parts: readonly number[] }
  | { readonly type: "atMost"; readonly part: number; readonly whole: number }
  | { readonly type: "quotient"; readonly result: number; readonly numerator: number; readonly denominator: number; readonly factor: Exact }
  | { readonly type: "difference"; readonly now: number; readonly before: number; readonly change: number; readonly sign: 1 | -1 }
  | { readonly type: "growth"; readonly now: number; readonly before: number; readonly rate: number; readonly sign: 1 | -1 }
  | { readonly type: "equal"; readonly left: number; readonly right: number }
  | { readonly type: "constant"; readonly figure: number; readonly value: Exact };

/** `relation` is the kind of wording that states it: the row of the tables. */
export interface Equation {
  readonly relation: string;
  readonly law: Law;
}

export function operands(law: Law): readonly number[] {
  switch (law.type) {
    case "sum":
      return [law.total, ...law.parts];
    case "atMost":
      return [law.part, law.whole];
    case "quotient":
      return [law.result, law.numerator, law.denominator];
    case "difference":
      return [law.now, law.before, law.change];
    case "growth":
      return [law.now, law.before, law.rate];
    case "equal":
      return [law.left, law.right];
    case "constant":
      return [law.figure];
  }
}

/** Whether the printed figures can satisfy the law under some habit of its writer. */
export function canHold(law: Law, figures: ReadonlyMap<number, Figure>): boolean {
  return habits.some((habit) => holdsWithin(law, (id) => meaning(figures.get(id)!, habit)));
}

/** False only when no choice of values within the intervals satisfies the law. */
function holdsWithin(law: Law, of: (id: number) => Interval): boolean {
  const meets = (left: Interval, right: Interval): boolean => !isEmpty(intersect(left, right));
  switch (law.type) {
    case "sum":
      return meets(of(law.total), law.parts.map(of).reduce(add, point(exact(0))));
    case "atMost": {
      const { high } = of(law.whole);
      return high === null || meets(of(law.part), atMost(high.value));
    }
    case "quotient":
      return meets(scale(of(law.numerator), law.factor), times(of(law.result), of(law.denominator)));
    case "difference":
      return meets(subtract(of(law.now), of(law.before)), scale(of(law.change), exact(law.sign)));
    case "growth": {
      const hundredAndRate = add(point(exact(100)), scale(of(law.rate), exact(law.sign)));
      return meets(scale(of(law.now), exact(100)), times(of(law.before), hundredAndRate));
    }
    case "equal":
      return meets(of(law.left), of(law.right));
    case "constant":
      return meets(of(law.figure), point(law.value));
  }
}

/** All products; right for intervals that reach below zero by no more than a rounding, as a count never does. */
function times(left: Interval, right: Interval): Interval {
  if (!left.low || !left.high || !right.low || !right.high) throw new RangeError("a printed figure has both ends");
  return {
    low: { value: multiply(left.low.value, right.low.value), closed: left.low.closed && right.low.closed },
    high: { value: multiply(left.high.value, right.high.value), closed: left.high.closed && right.high.closed },
  };
}
