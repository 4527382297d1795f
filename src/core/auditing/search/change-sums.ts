/**
 * 招生900人，比上年减少30人。其中，甲500人，减少50人；乙400人，增加20人: where the parts make the whole, their changes make
 * the change of the whole.
 */
import { add, compare, type Exact, negate, subtract, zero } from "../../quantity/exact.ts";
import { type Interval, point } from "../../quantity/interval.ts";
import { bare, isExact, meet, shown, total } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { changeAmong } from "../relations/growth.ts";
import { type Needs, type Placed, slipped, suspect } from "./suspicion.ts";

export function changeSums(reading: Reading, relations: readonly Relation[], placed: Placed): Relation[] {
  const changes = changesByLevel(reading);
  const seen = new Set<number>();
  return relations.flatMap((relation) => {
    const [whole, ...parts] = [...new Set(relation.operands)];
    if (!relation.held || relation.weak || whole === undefined || parts.length < 2 || seen.has(whole)) return [];
    if (!isSum(reading, whole, parts)) return [];
    const of = [whole, ...parts].map((level) => changes.get(level));
    if (of.some((change) => change === undefined)) return [];
    seen.add(whole);
    return tested(reading, of as [number, ...number[]], placed);
  });
}

/** The change in numbers told right behind each level. */
function changesByLevel(reading: Reading): Map<number, number> {
  const found = new Map<number, number>();
  for (const [at, claim] of reading.claims.entries()) {
    if (claim.aspect !== "change" || claim.subject === null || claim.direction === null || claim.quantity.kind !== "number") continue;
    const usable = claim.quantity.unit === reading.quantities[claim.subject]!.unit && isExact(claim.quantity) && !reading.corrupt.has(at);
    if (usable && claim.direction !== "flat" && at - claim.subject <= 2 && !found.has(claim.subject)) found.set(claim.subject, at);
  }
  return found;
}

function isSum(reading: Reading, whole: number, parts: readonly number[]): boolean {
  const quantities = [whole, ...parts].map((index) => reading.quantities[index]!);
  return (
    quantities.every(({ kind, unit }) => kind === "number" && unit === quantities[0]!.unit) &&
    parts.every((part) => compare(reading.quantities[part]!.value, reading.quantities[whole]!.value) < 0) &&
    meet(total(parts.map((part) => reading.quantities[part]!.interval)), reading.quantities[whole]!.interval)
  );
}

function tested(reading: Reading, [whole, ...parts]: readonly [number, ...number[]], placed: Placed): Relation[] {
  const interval = (index: number): Interval => changeAmong(reading.claims[index]!);
  const value = (index: number): Exact => {
    const { value: size } = reading.quantities[index]!;
    return reading.claims[index]!.direction === "down" ? negate(size) : size;
  };
  if (meet(total(parts.map(interval)), interval(whole))) return [held(whole, ...parts)];
  if ([whole, ...parts].some((index) => placed.told.has(index))) return [];
  const added = parts.map(value).reduce(add, zero);
  const size = (index: number, needed: Exact): readonly (readonly [number, Interval])[] => {
    const towards = reading.claims[index]!.direction === "down" ? negate(needed) : needed;
    return compare(towards, zero) > 0 ? [[index, point(towards)]] : [];
  };
  const needs: Needs = new Map([
    ...size(whole, added),
    ...parts.flatMap((part) => size(part, subtract(value(whole), subtract(added, value(part))))),
  ]);
  const wrong = slipped(reading, needs, placed);
  if (wrong.length === 0) return [];
  const sign = (part: number): string => (reading.claims[part]!.direction === "down" ? " - " : " + ");
  const formula = parts.map((part) => `${sign(part)}${bare(reading.quantities[part]!)}`).join("");
  return [
    suspect(reading, "SUM", [whole, ...parts], {
      formula: formula.replace(/^ \+ /, "").trim(),
      value: shown(reading.claims[whole]!.direction === "down" ? negate(added) : added, reading.quantities[whole]!),
      first: wrong[0]!,
      needs,
    }),
  ];
}
