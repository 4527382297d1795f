/** Finds the value that a label names elsewhere in the text: same words, same year, nearest first. */
import { labelKey } from "../claims/words.ts";
import type { Claim } from "../claim.ts";
import type { Reading } from "./relation.ts";

/** Plain values of one name in ascending order. */
interface Named {
  readonly all: number[];
  /** Those that are sound, by unit and year. */
  readonly sound: Map<string, number[]>;
}

const byReading = new WeakMap<Reading, Map<string, Named>>();

/** Indexes of plain values by the key of their label, and by their measure. */
function valuesByKey(reading: Reading): Map<string, Named> {
  const known = byReading.get(reading);
  if (known) return known;
  const found = new Map<string, Named>();
  const add = (key: string, index: number): void => {
    const named = found.get(key);
    if (named) named.all.push(index);
    else found.set(key, { all: [index], sound: new Map() });
  };
  for (const [index, claim] of reading.claims.entries()) {
    if (claim.aspect !== "level" || claim.base === "from" || reading.quantities[index]!.kind !== "number") continue;
    const key = labelKey(claim.label);
    if (key !== "") add(key, index);
    if (claim.concept) add(`=${claim.concept}`, index);
  }
  byReading.set(reading, found);
  return found;
}

/** Among the places of a name around `at` the sound ones of its year, and of the unit where one is given. */
function soundAround(reading: Reading, named: Named | undefined, at: number, unit?: string): readonly number[] {
  if (!named) return [];
  const { period } = reading.claims[at]!;
  const group = `${period} ${unit}`;
  let members = named.sound.get(group);
  if (!members) {
    members = named.all.filter(
      (index) =>
        (unit === undefined || reading.quantities[index]!.unit === unit) &&
        reading.claims[index]!.period === period &&
        !reading.corrupt.has(index),
    );
    named.sound.set(group, members);
  }
  if (named.all.length <= widest) return members;
  const near = closest(named.all, at, widest);
  return members.slice(placesBefore(members, near[0]!), placesBefore(members, near.at(-1)! + 1));
}

/** The value called `label` that a share at `at` can rest on: same sentence first, then the same section, then anywhere; null when none or when two differ. */
export function valueCalled(reading: Reading, label: string, at: number, unit: string, except?: number): number | null {
  const key = labelKey(
    label.replace(/^(?:年度|全部|全体|学校|全校|全市|全国|全县|全区|当年|应届|所有|其|我校|我市|全省|本校|本市|本省|同期)+(?=.{2})/, ""),
  );
  if (key === "") return null;
  const own = reading.lexicon.find(key, unit);
  const lists = valuesByKey(reading);
  const [byName, byMeasure] = [lists.get(key), own ? lists.get(`=${own}`) : undefined];
  const candidates = (
    byName || byMeasure
      ? joined(soundAround(reading, byName, at, unit), soundAround(reading, byMeasure, at, unit))
      : endingIn(reading, key, at).filter(
          (index) =>
            reading.quantities[index]!.unit === unit &&
            reading.claims[index]!.period === reading.claims[at]!.period &&
            !reading.corrupt.has(index),
        )
  ).filter((index) => index !== except);
  // A value that the text itself calls a share of that base is no whole.
  const parts = partsOfBases(reading);
  return nearest(
    reading,
    candidates.filter((index) => parts.get(index) !== key),
    at,
  );
}

function joined(first: readonly number[], second: readonly number[]): readonly number[] {
  return first.length === 0 ? second : second.length === 0 ? first : [...new Set([...first, ...second])];
}

/** 在园幼儿 for 学前教育在园幼儿: a longer name of the sentence or the one before that ends in these words, when only one does. */
function endingIn(reading: Reading, key: string, at: number): number[] {
  const { sentence } = reading.claims[at]!;
  if (key.length < 3 || sentence < 0) return [];
  const near = [...(reading.bySentence[sentence - 1] ?? []), ...(reading.bySentence[sentence] ?? [])];
  const found = near.filter(
    (index) =>
      index < at &&
      reading.claims[index]!.aspect === "level" &&
      reading.claims[index]!.base !== "from" &&
      labelKey(reading.claims[index]!.label).endsWith(key),
  );
  return found.length === 1 ? found : [];
}

const partsByReading = new WeakMap<Reading, Map<number, string>>();

/** For each value with a share of a named base: that base. */
function partsOfBases(reading: Reading): Map<number, string> {
  const known = partsByReading.get(reading);
  if (known) return known;
  const parts = new Map<number, string>();
  for (const claim of reading.claims)
    if (claim.aspect === "share" && claim.base && claim.subject !== null) parts.set(claim.subject, labelKey(claim.base));
  partsByReading.set(reading, parts);
  return parts;
}

/** The value bound to a measure of the catalog. */
export function valueOf(reading: Reading, concept: string, at: number): number | null {
  return nearest(reading, soundAround(reading, valuesByKey(reading).get(`=${concept}`), at), at);
}

/** Every sound value of the measure for the whole in the year of `at`: any of them may be meant. */
export function valuesOf(reading: Reading, concept: string, at: number): readonly number[] {
  return soundAround(reading, valuesByKey(reading).get(`=${concept}`), at).filter((index) =>
    isWholeScope(reading.claims[index]!.scope.replace(/·.*$/, "")),
  );
}

/** All sound values of this name around `at`, of the unit, whatever their year or place. */
export function valuesCalled(reading: Reading, label: string, at: number, unit: string): readonly number[] {
  const named = valuesByKey(reading).get(labelKey(label));
  return named
    ? closest(named.all, at, most).filter((index) => reading.quantities[index]!.unit === unit && !reading.corrupt.has(index))
    : [];
}

/** A value that fits at more places than this is looked for at the nearest of them. */
const most = 60;
/** A name that stands at more places than this is looked at no further away, or the time would grow with the square of the text. */
const widest = 600;

/** Of places in ascending order at most `count` around `at`. */
function closest(candidates: readonly number[], at: number, count: number): readonly number[] {
  if (candidates.length <= count) return candidates;
  const low = placesBefore(candidates, at);
  return candidates.slice(Math.max(0, low - count / 2), low + count / 2);
}

/** How many of the places in ascending order stand before `at`. */
export function placesBefore(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of several candidates the one in the sentence, then in the section; elsewhere only when all agree. */
function nearest(reading: Reading, candidates: readonly number[], at: number): number | null {
  if (candidates.length === 0) return null;
  if (candidates.length > most) return nearest(reading, closest(candidates, at, most), at);
  const here = reading.claims[at]!;
  // 1200名学生参加… names some of them: behind its number a noun stands for the whole only within the sentence.
  const scoped = candidates.filter(
    (index) =>
      sameScope(reading.claims[index]!, here) &&
      (reading.claims[index]!.named.start < reading.quantities[index]!.start ||
        reading.claims[index]!.sentence === here.sentence ||
        reading.claims[index]!.sentence < 0),
  );
  const sentence = scoped.filter((index) => reading.claims[index]!.sentence === here.sentence);
  if (sentence.length > 0) return sentence.filter((index) => index < at).at(-1) ?? sentence[0]!;
  const section = scoped.filter((index) => sectionOf(reading, index) === sectionOf(reading, at));
  if (section.length > 0) return section.filter((index) => index < at).at(-1) ?? section[0]!;
  const [first, ...rest] = scoped;
  if (first === undefined) return null;
  return rest.every((index) => reading.quantities[index]!.text.replace(/\s/g, "") === reading.quantities[first]!.text.replace(/\s/g, ""))
    ? first
    : null;
}

export function sectionOf(reading: Reading, index: number): number {
  return reading.sentences[reading.claims[index]!.sentence]?.section ?? -1;
}

const bySection = new WeakMap<Reading, Map<number, number[]>>();

/** Plain values of the section of `at`, at most the nearest few dozen. */
export function valuesOfSection(reading: Reading, at: number): readonly number[] {
  let sections = bySection.get(reading);
  if (!sections) {
    sections = new Map();
    for (const [index, claim] of reading.claims.entries()) {
      if (claim.aspect !== "level" || claim.base === "from") continue;
      const section = sectionOf(reading, index);
      const list = sections.get(section);
      if (list) list.push(index);
      else sections.set(section, [index]);
    }
    bySection.set(reading, sections);
  }
  const values = sections.get(sectionOf(reading, at)) ?? [];
  return values.length > most ? closest(values, at, most) : values;
}

const wholeScopes: ReadonlySet<string> = new Set([
  "",
  ..."全市 全省 全县 全区 全校 我市 我省 我县 我区 我校 本市 本校 本省 本县 学校 各校 各学校 各中职学校 全市各中职学校 全市所有中职学校".split(
    " ",
  ),
  ..."全市范围 全市范围内 市域 市域内 市内 省内 市 省 域内 辖区内 该市 该省 该县 该区 该校 本地区 该地区 本区".split(" "),
]);

/** A scope that is no more than the whole of whom the report speaks. */
export function isWholeScope(scope: string): boolean {
  return wholeScopes.has(scope);
}

export function sameScope(left: Claim, right: Claim): boolean {
  return left.scope === right.scope || (isWholeScope(left.scope) && isWholeScope(right.scope));
}
