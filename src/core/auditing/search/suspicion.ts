/**
 * When a relation that was only searched for, and does not hold, may be told. The words have not been read, so that the
 * numbers must speak: one slip of the hand in one figure mends it, or it misses by little, as a value left from an older
 * report does, where the structure leaves no other reading.
 */
import { absolute, compare, divide, type Exact, exact, multiply, subtract, zero } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import { remembered } from "../remembered.ts";
import { repairs } from "../repairs.ts";
import { bare, printed } from "../relations/arithmetic.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";

/** Figures that the rules have placed: in a relation that holds, or in one that was told. */
export interface Placed {
  readonly held: Figures;
  readonly told: Figures;
}

interface Figures {
  readonly has: (index: number) => boolean;
}

/** {@link Placed} with more figures that hold; the sets of the whole text are not copied for each sentence. */
export function alsoHeld(placed: Placed, figures: Iterable<number>): Placed {
  const more = new Set(figures);
  if (more.size === 0) return placed;
  const { held } = placed;
  return { ...placed, held: { has: (index) => more.has(index) || held.has(index) } };
}

export type Needs = ReadonlyMap<number, Interval>;

/** How many digits are printed: what a near miss is worth grows with them. */
export function digitsOf(reading: Reading, index: number): number {
  return digitsIn(bare(reading.quantities[index]!)).all;
}

const digitsIn = remembered((number) => {
  const digits = number.replace(/\D/g, "");
  return { all: digits.length, significant: digits.replace(/^0+|0+$/g, "").length };
});

/** Digits that say something: 1200 is as good as two. */
export function significance(reading: Reading, index: number): number {
  return digitsIn(bare(reading.quantities[index]!)).significant;
}

/** Figures that one slip would mend; a figure that holds in another relation is not the one mistyped. */
export function slipped(reading: Reading, needs: Needs, placed: Placed): number[] {
  return [...needs].flatMap(([index, needed]) =>
    !placed.held.has(index) && repairs(reading.document, reading.quantities[index]!, needed).length > 0 ? [index] : [],
  );
}

/** Whether a value misses what it should be by so little that both can have been told of one thing in two years. */
export function isStale(value: Exact, expected: Exact, percent = 16): boolean {
  if (compare(expected, zero) <= 0 || compare(value, zero) <= 0) return false;
  const apart = absolute(subtract(value, expected));
  const larger = compare(value, expected) > 0 ? value : expected;
  return compare(multiply(divide(apart, larger), exact(100)), exact(percent)) <= 0;
}

/** The middle of an interval with two ends. */
export function middle(interval: Interval): Exact | null {
  const { low, high } = interval;
  if (low === null || high === null) return null;
  return divide({ ...sumOf(low.value, high.value) }, exact(2));
}

function sumOf(left: Exact, right: Exact): Exact {
  return subtract(left, subtract(zero, right));
}

/** A finding of the search: `operands` with the figure first that the relation gives. */
export function suspect(
  reading: Reading,
  code: FindingCode,
  operands: readonly number[],
  told: { readonly formula: string; readonly value: string; readonly needs?: Needs; readonly first?: number },
): Relation {
  const figure = reading.quantities[operands[0]!]!;
  const first = told.first ?? operands[0]!;
  return broken(
    operands,
    {
      code,
      tier: "warning",
      message: {
        zh: `${printed(figure)}与相关的数对不上，按这些数应为${told.value}，其中一个数可能有误`,
        en: `${printed(figure)} does not agree with the figures that it stands with, which give ${told.value}: one of them may be wrong`,
      },
      proof: `${told.formula} = ${told.value} ≠ ${printed(figure)}`,
      at: [first, ...operands.filter((index) => index !== first)],
    },
    told.needs,
  );
}
