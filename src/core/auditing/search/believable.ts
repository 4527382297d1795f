/**
 * A figure several times of what it should be, which no slip of the hand makes of it, is rather another figure than a wrong one:
 * the words were misread. 产业链企业由38家增加到71家 is no growth of the 21.6% before it.
 */
import { compare, divide, type Exact, exact, isZero, multiply, one, subtract } from "../../quantity/exact.ts";
import { type Interval, point } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import type { Quantity } from "../quantity.ts";
import { repairs } from "../repairs.ts";
import { hundred, quotient } from "../relations/arithmetic.ts";
import { sumNeeds } from "../relations/certainty.ts";
import { quotientNeeds } from "../relations/quotient-needs.ts";
import type { Reading, Relation } from "../relations/relation.ts";
import { ratio } from "./odds.ts";
import { isQuotient } from "./operands.ts";
import { digitsOf, middle } from "./suspicion.ts";

/** How many times of what it should be a figure may be, by what is said to be wrong with it. */
const most: Partial<Record<FindingCode, number>> = { SHARE: 2, RATIO: 2, PERCAP: 2, SUM: 3, DELTA: 2.5, DIR: 3, BASE: 2, SUBSET: 4 };

/** The relations without contradictions that only a misreading explains. */
export function unlessBeyondBelief(reading: Reading, relations: readonly Relation[]): Relation[] {
  return relations.filter((relation) => !relation.finding || relation.finding.tier === "note" || isBelievable(reading, relation));
}

function isBelievable(reading: Reading, relation: Relation): boolean {
  const { code, tier } = relation.finding!;
  const limit = most[code];
  // A proof has been held against slips of the hand, but for a direction.
  if (limit === undefined || (tier === "proof" && !(code === "DIR" || (code === "SUBSET" && relation.operands.length === 3)))) return true;
  const limits = code === "SUM" && isParted(reading, relation) ? 1.02 : limit;
  const needed = [...(relation.needs?.size ? relation.needs : neededBy(reading, relation))];
  return (
    needed.length === 0 ||
    needed.some(([index, interval], place) => {
      const quantity = reading.quantities[index]!;
      const right = middle(interval);
      if (right === null || isZero(right) || isZero(quantity.value)) return right === null;
      const times = ratio(quantity.value, right);
      // Of a growth the figure itself must be near: the two that it lies between are near in most pairs of a text.
      if ((place === 0 || code !== "DELTA") && times >= 1 / limits && times <= limits) return true;
      if (times <= 0 || isWide(interval, right)) return false;
      return repairs(reading.document, quantity, interval).some(
        // A digit of a short number mistyped, or left out where many values would do, mends by chance.
        ({ zh }) =>
          !(zh.startsWith("像是写错一位") && digitsOf(reading, index) < 3) &&
          !(zh.startsWith("像是漏写一位") && (limits < limit || digitsOf(reading, index) < 2 || !isTight(interval, quantity))),
      );
    })
  );
}

/** 招聘教师726人；退休教师498人；交流轮岗1287人: semicolons part figures that only their numbers join. */
const isParted = (reading: Reading, { operands, finding }: Relation): boolean => {
  const places = operands.map((index) => reading.quantities[index]!.start);
  const between = reading.document.text.slice(Math.min(...places), Math.max(...places));
  return (
    operands.length === 3 &&
    finding!.proof.includes("≠") &&
    operands.every((index) => reading.claims[index]!.aspect !== "change") &&
    reading.claims[operands[0]!]!.sentence >= 0 &&
    /[；;]/.test(between)
  );
};

/** So much would do that a slip into it is no wonder. */
const isWide = ({ low, high }: Interval, right: Exact): boolean =>
  low === null || high === null || ratio(subtract(high.value, low.value), right) > 0.03;

/** Hardly more than one value as it is printed. */
const isTight = ({ low, high }: Interval, { step }: Quantity): boolean =>
  low !== null && high !== null && compare(subtract(high.value, low.value), multiply(step, exact(2))) <= 0;

/** What figures of it should be, where its rule does not say. */
function neededBy(reading: Reading, { operands, finding }: Relation): ReadonlyMap<number, Interval> {
  const [first, second, third] = operands as [number, number, number];
  const value = (index: number): Exact => reading.quantities[index]!.value;
  switch (finding!.code) {
    case "SUM":
      return operands.length > 2 ? sumNeeds(reading, operands) : new Map();
    case "BASE":
      // Named as the base, and much less than the part.
      return operands.length > 2 && compare(value(second), value(third)) > 0 ? new Map([[second, point(value(third))]]) : new Map();
    case "SUBSET": {
      // Many times its whole, or the base that it is a share of: it is of another one.
      const [left, right] = operands.slice(-2) as [number, number];
      const [more, less] = compare(value(left), value(right)) > 0 ? [left, right] : [right, left];
      return new Map([[more, point(value(less))]]);
    }
    case "DIR":
      return operands.length === 2 && isOfOneUnit(reading, first, second) ? new Map([[first, point(value(second))]]) : new Map();
    case "SHARE":
    case "RATIO":
    case "PERCAP":
      return operands.length === 3 && isQuotient(reading, first) && !isZero(value(second)) && !isZero(value(third))
        ? quotients(reading, operands, finding!.code)
        : new Map();
    default:
      return new Map();
  }
}

/** Two values, none of them a change between others. */
const isOfOneUnit = (reading: Reading, left: number, right: number): boolean =>
  reading.quantities[left]!.unit === reading.quantities[right]!.unit &&
  [left, right].every((index) => !/^(?:change|growth)$/.test(reading.claims[index]!.aspect));

function quotients(reading: Reading, operands: readonly number[], code: FindingCode): ReadonlyMap<number, Interval> {
  const [at, second, third] = operands as [number, number, number];
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const [part, whole] = code !== "SHARE" || compare(value(second), value(third)) < 0 ? [second, third] : [third, second];
  // A gap, 缺口30%, is what the part leaves of the whole.
  if (code === "SHARE" && /[缺差]/.test(reading.claims[at]!.label))
    return new Map([[at, point(subtract(hundred, multiply(divide(value(part), value(whole)), hundred)))]]);
  const factor = code === "SHARE" ? hundred : one;
  const computed = quotient(reading.quantities[part]!.interval, reading.quantities[whole]!.interval, factor);
  return computed === null ? new Map() : quotientNeeds(reading, [at, part, whole], computed, factor);
}
