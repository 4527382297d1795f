/** What rests on a place with two values: shares and changes tried with each, and the base that the share names. */
import { compare, subtract, zero } from "../../quantity/exact.ts";
import { bare, hundred, meet, printed, quotient, shown } from "./arithmetic.ts";
import { valueCalled, valuesOfSection } from "./lookup.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";
import { wrongBase } from "./shares.ts";

export function remainRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.subject === null) return [];
    const alternatives = reading.corrupt.get(claim.subject);
    if (!alternatives) return [];
    if (claim.aspect === "share" && claim.base) return testShare(reading, at, claim.subject);
    if (claim.aspect === "change" && claim.direction === "up") return testChange(reading, at, claim.subject);
    return [];
  });
}

/** A share over a corrupt part: some reading fits the named base, or another base of the section, or none. */
function testShare(reading: Reading, at: number, part: number): Relation[] {
  const alternatives = reading.corrupt.get(part)!;
  const share = reading.quantities[at]!;
  const whole = valueCalled(reading, reading.claims[at]!.base!, at, reading.quantities[part]!.unit);
  if (whole === null) return [];
  const fits = (base: number): boolean =>
    alternatives.some((each) => {
      const computed = quotient(each.interval, reading.quantities[base]!.interval, hundred);
      return computed !== null && meet(computed, share.interval);
    });
  if (fits(whole)) return [held(at, part, whole)];
  const others = valuesOfSection(reading, at).filter(
    (index) =>
      index !== whole &&
      reading.claims[index]!.label !== "" &&
      reading.quantities[index]!.unit === reading.quantities[part]!.unit &&
      !reading.corrupt.has(index) &&
      fits(index),
  );
  if (others.length !== 1) return [];
  const fitting = alternatives.findIndex((each) =>
    meet(quotient(each.interval, reading.quantities[others[0]!]!.interval, hundred)!, share.interval),
  );
  const index = part > 0 && reading.corrupt.get(part - 1) === alternatives && fitting === 0 ? part - 1 : part;
  const value = alternatives[fitting]!;
  const base = reading.quantities[whole]!;
  const proof = `${bare(value)} ÷ ${bare(base)} = ${shown(quotient(value.interval, base.interval, hundred)!.low!.value, share)}%`;
  return [broken([at, index, whole, others[0]!], wrongBase(reading, at, index, whole, others[0]!, proof))];
}

/** A change that no reading of its corrupt level can carry, or that fits only the old one. */
function testChange(reading: Reading, at: number, level: number): Relation[] {
  const change = reading.quantities[at]!;
  const alternatives = reading.corrupt.get(level)!;
  const newest = alternatives.at(-1)!;
  if (change.unit !== reading.quantities[level]!.unit && change.unit !== newest.unit) return [];
  if (compare(newest.value, change.value) >= 0) return [held(at, level)];
  return [
    broken([at, level], {
      code: "PRIOR",
      tier: "warning",
      message: {
        zh: `增加${printed(change)}不能与${printed(newest)}并存：上年值将为负数`,
        en: `an increase by ${printed(change)} cannot stand beside ${printed(newest)}: the year before would be negative`,
      },
      proof: `${bare(newest)} - ${bare(change)} = ${shown(subtract(newest.value, change.value), newest)} < ${shown(zero)}`,
      at: [at, level],
      suggestions: [{ zh: "变化数可能是按旧值算的，请一并核对", en: "the change may rest on the old value" }],
    }),
  ];
}
