/**
 * 招生900人，比上年减少30人。其中，甲500人，减少50人；乙400人，增加20人: where the parts make the whole, their changes make
 * the change of the whole.
 */
import { compare } from "../../quantity/exact.ts";
import { isExact } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { additionMissed, addsUp } from "./addition.ts";
import type { Placed } from "./suspicion.ts";

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
    const [change, ...changesOfParts] = of as [number, ...number[]];
    return addsUp(reading, { whole: change, parts: changesOfParts })
      ? [held(change, ...changesOfParts)]
      : additionMissed(reading, { whole: change, parts: changesOfParts }, placed);
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
    addsUp(reading, { whole, parts })
  );
}
