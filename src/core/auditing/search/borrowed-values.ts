/**
 * A value told under a name that has another value elsewhere, while it is the very value that the text gives to something
 * else: 在毕业生（共9,152人）中, where the students are 9,152 and the graduates 2,410. Two names have been exchanged, or the base
 * of a share misnamed; that three digits or more are those of another thing by chance is rare.
 */
import { labelKey } from "../claims/words.ts";
import { bare, meet, printed } from "../relations/arithmetic.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import { isCopy } from "./named-copies.ts";
import { gapBefore, gapBehind } from "./cues.ts";
import { namingOf } from "./names.ts";
import { sameKind } from "./odd-unit.ts";
import { type Placed, significance } from "./suspicion.ts";

export function borrowedValues(reading: Reading, placed: Placed): Relation[] {
  const { of, values } = namingOf(reading);
  const byName = new Map([...values].map(([name, indexes]) => [name, byValueOf(reading, indexes)] as const));
  const byValue = new Map<string, Map<string, number>>();
  for (const [name, places] of byName)
    for (const [value, [index]] of places) {
      const names = byValue.get(value) ?? new Map<string, number>();
      byValue.set(value, names.set(name, index!));
    }
  return of.flatMap((owner, index): Relation[] => {
    if (owner === null || owner.modified || owner.name.length < 3 || placed.told.has(index) || reading.claims[index]!.sentence < 0)
      return [];
    if (!isCopy(reading, index) || significance(reading, index) < 3) return [];
    const value = valueOf(reading, index);
    const places = byName.get(owner.name);
    // Of three values two are others; nobody goes through the thousands that a list may have.
    if (places === undefined || places.size > 2) return [];
    const others = [...places].filter(([each]) => each !== value);
    const [own] = others;
    if (own === undefined || others.length > 1 || own[1].length < (places.get(value)?.length ?? 0)) return [];
    const other = own[1].find((each) => isCopy(reading, each));
    // 对138名毕业生的调查: told once and tied to nothing, it may be of some of them.
    if (other === undefined || (own[1].length < 2 && !placed.held.has(other))) return [];
    if (!sameKind(reading.quantities[index]!.unit, reading.quantities[other]!.unit)) return [];
    if (meet(reading.quantities[index]!.interval, reading.quantities[other]!.interval)) return [];
    const around = `${gapBefore(reading, index)}${gapBehind(reading, index)}`;
    const namesakes = [...(byValue.get(value) ?? [])].filter(([name]) => name !== owner.name);
    const right = namesakes.find(([name, each]) => each !== index && byName.get(name)!.size === 1);
    if (!right || namesakes.some(([name]) => around.includes(name))) return [];
    // 直接就业 and 直接就业人数 are one thing: it is its other value that is meant of some.
    if (namesakes.some(([name]) => labelKey(name) === labelKey(owner.name))) return [];
    return [exchanged(reading, index, other, { name: right[0], index: right[1] })];
  });
}

function byValueOf(reading: Reading, indexes: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const index of indexes) {
    const list = found.get(valueOf(reading, index));
    if (list) list.push(index);
    else found.set(valueOf(reading, index), [index]);
  }
  return found;
}

const valueOf = (reading: Reading, index: number): string => {
  const { numerator, denominator } = reading.quantities[index]!.value;
  return `${numerator}/${denominator} ${reading.quantities[index]!.unit === "人次" ? "人" : reading.quantities[index]!.unit}`;
};

function exchanged(reading: Reading, index: number, other: number, right: { readonly name: string; readonly index: number }): Relation {
  const [here, there] = [reading.quantities[index]!, reading.quantities[other]!];
  const { name, start, end } = namingOf(reading).of[index]!;
  return broken([index, other, right.index], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `“${name}”另处为${printed(there)}，此处的${printed(here)}是“${right.name}”的数`,
      en: `"${name}" is ${printed(there)} elsewhere; ${printed(here)} is the value of "${right.name}"`,
    },
    proof: `${bare(here)} ≠ ${bare(there)}，${bare(here)} = ${bare(reading.quantities[right.index]!)}`,
    at: [index, other],
    places: [{ start, end }],
    suggestions: [{ zh: `核对此处说的是“${name}”还是“${right.name}”`, en: `check whether "${name}" or "${right.name}" is meant` }],
  });
}
