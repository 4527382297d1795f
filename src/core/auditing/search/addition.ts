/** Amounts, or changes by the way they went, that should make another one: whether they do, what each would have to be, and the finding. */
import { compare, type Exact, negate, subtract, sum, zero } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import { bare, meet, shown, shownSum, total } from "../relations/arithmetic.ts";
import { changeAmong } from "../relations/growth.ts";
import type { Reading, Relation } from "../relations/relation.ts";
import { mayAddUp } from "./rough.ts";
import { type Needs, type Placed, slipped, suspect } from "./suspicion.ts";

export interface Addition {
  readonly whole: number;
  readonly parts: readonly number[];
}

const isFall = (reading: Reading, index: number): boolean =>
  reading.claims[index]!.aspect === "change" && reading.claims[index]!.direction === "down";

const valueOf = (reading: Reading, index: number): Exact => {
  const { value } = reading.quantities[index]!;
  return isFall(reading, index) ? negate(value) : value;
};

/** What the parts make; falls are below zero. */
export const addedOf = (reading: Reading, parts: readonly number[]): Exact => sum(parts.map((part) => valueOf(reading, part)));

export function addsUp(reading: Reading, { whole, parts }: Addition): boolean {
  const figures = [whole, ...parts];
  const isChange = (index: number): boolean => reading.claims[index]!.aspect === "change";
  if (!figures.some(isChange) && !mayAddUp(reading, whole, parts)) return false;
  const [all, ...each] = figures.map((index) =>
    isChange(index) ? changeAmong(reading.claims[index]!) : reading.quantities[index]!.interval,
  );
  return meet(total(each), all!);
}

/** What each would have to be, the others being right. */
export function additionNeeds(reading: Reading, { whole, parts }: Addition): Needs {
  const added = addedOf(reading, parts);
  const rest = (part: number): Exact => subtract(valueOf(reading, whole), subtract(added, valueOf(reading, part)));
  const towards = [[whole, added] as const, ...parts.map((part) => [part, rest(part)] as const)];
  return new Map(
    towards.flatMap(([index, value]) => {
      const size = isFall(reading, index) ? negate(value) : value;
      return compare(size, zero) > 0 ? [[index, point(size)] as const] : [];
    }),
  );
}

/** The finding; `first` for the figure to blame. */
export function additionTold(reading: Reading, { whole, parts }: Addition, needs: Needs, first = whole): Relation {
  const signed = [whole, ...parts].some((index) => isFall(reading, index));
  const terms = parts.map((part) => `${isFall(reading, part) ? "-" : "+"} ${bare(reading.quantities[part]!)}`);
  const added = addedOf(reading, parts);
  const made = isFall(reading, whole) ? negate(added) : added;
  return suspect(reading, "SUM", [whole, ...parts], {
    formula: terms.join(" ").replace(/^\+ /, ""),
    value: signed ? shown(made, reading.quantities[whole]!) : shownSum(parts.map((part) => reading.quantities[part]!)),
    first,
    needs,
  });
}

/** The finding, where one slip of one figure would make it hold, and none of them has been told. */
export function additionMissed(reading: Reading, addition: Addition, placed: Placed): Relation[] {
  if ([addition.whole, ...addition.parts].some((index) => placed.told.has(index))) return [];
  const needs = additionNeeds(reading, addition);
  const [first] = slipped(reading, needs, placed);
  return first === undefined ? [] : [additionTold(reading, addition, needs, first)];
}
