/** The values that a text, its tables included, gives one measure of the whole in each year: what a change or an earlier value is held against. */
import { type Exact, exact, multiply } from "../../quantity/exact.ts";
import { type Interval, scale } from "../../quantity/interval.ts";
import type { Claim } from "../claim.ts";
import { labelKey } from "../claims/words.ts";
import type { Quantity } from "../quantity.ts";
import { remembered } from "../remembered.ts";
import { isExact } from "./arithmetic.ts";
import { isWholeScope } from "./lookup.ts";
import { common, ofEach } from "./repeats.ts";
import type { Reading } from "./relation.ts";

/** A figure in single units, whether a column says 万人 or the cell. */
export interface Level {
  readonly index: number;
  readonly unit: string;
  readonly value: Exact;
  readonly interval: Interval;
}

/** Values of one name in one unit by year. */
export type Years = ReadonlyMap<number, readonly Level[]>;

const timelines = new WeakMap<Reading, ReadonlyMap<string, Years>>();

/** What a name may have before it and be the same: 计划补充教师, 到2025年在校生. */
const before =
  /^(?:力争|争取|到?(?:19|20)\d\d(?:年度?|届|学年)?末?|计划|拟将?|预计|预期|完成|实现|其中[：:]?|全年|年度|共|实际|全[市省县区校国]|[我本][市省县区校])+(?=.{2})/;
const behind = /(?<=.{2})(?:的?(?:总人数|总数量|总数|总规模|总量|人数|数量|规模|数|量|额))$/;

/** The name without what it may have before and behind it. */
export const nameKey = remembered((label): string => labelKey(label.replace(before, "").replace(behind, "")).replace(behind, ""));

/** What a claim may be known by elsewhere: its measure of the catalog, and its words. */
export function namesOf(label: string, concept: string | null): readonly string[] {
  const key = nameKey(label);
  if (ofEach.test(key) || common.test(key)) return [];
  const names = key.length < 2 ? [] : [key];
  return concept === null ? names : [`=${concept}`, ...names];
}

export function levelAt(reading: Reading, index: number): Level {
  const { unit, value, interval } = reading.quantities[index]!;
  const factor = unit.startsWith("万") ? exact(10_000) : unit.startsWith("亿") ? exact(100_000_000) : null;
  return factor === null || unit.length < 2
    ? { index, unit, value, interval }
    : { index, unit: unit.slice(1), value: multiply(value, factor), interval: scale(interval, factor) };
}

/** Years of all that is called by one of the names, in this unit. */
export function yearsOf(reading: Reading, names: readonly string[], unit: string): Years {
  const all = timelineOf(reading);
  const found = new Map<number, Level[]>();
  for (const name of names)
    for (const [year, levels] of all.get(`${name} ${unit}`) ?? []) {
      const list = found.get(year) ?? [];
      found.set(year, list);
      for (const level of levels) if (!list.some(({ index }) => index === level.index)) list.push(level);
    }
  return found;
}

/** Every name with a value in two years or more, or in one: for the last that a sentence has mentioned. */
export function timelineOf(reading: Reading): ReadonlyMap<string, Years> {
  const known = timelines.get(reading);
  if (known) return known;
  const found = new Map<string, Map<number, Level[]>>();
  for (const [index, claim] of reading.claims.entries()) {
    if (claim.period === null || reading.corrupt.has(index) || !isTold(claim, reading.quantities[index]!)) continue;
    const level = levelAt(reading, index);
    const label = claim.base === "from" && claim.label === "" ? spokenOf(reading, index) : claim;
    for (const name of namesOf(withoutYear(label.label), label.concept)) {
      const key = `${name} ${level.unit}`;
      const years = found.get(key) ?? new Map<number, Level[]>();
      found.set(key, years);
      const list = years.get(claim.period);
      if (list) list.push(level);
      else years.set(claim.period, [level]);
    }
  }
  timelines.set(reading, found);
  return found;
}

/** 2021年升学人数 as the cell of a row of years, whose row is no scope of its own. */
const yearHead = /^(?:19|20)\d\d(?:\s?[-—–]\s?(?:19|20)?\d\d)?(?:年度?|学年度?|届)?(?:末|底)?/;
const withoutYear = (label: string): string => label.replace(yearHead, "");

function isTold(claim: Claim, quantity: Quantity): boolean {
  const { aspect, scope, sentence } = claim;
  if (!isExact(quantity) || !/^(?:level|rate|ratio|perHead|share)$/.test(aspect)) return false;
  if (quantity.unit === "" || /^[年月日天岁]$/.test(quantity.unit)) return false;
  if (aspect === "share" && claim.concept === null) return false;
  if (sentence >= 0) return isWholeScope(scope);
  return isWholeScope(scope) || yearHead.test(scope);
}

const movedBehind =
  /^\s*(?:相比|相较|比较|对比)[，,]([\u4e00-\u9fff“”]{2,12}?)(?:有所|略有|净|又|明显|小幅|大幅|继续|持续)*(?:增|减|提高|提升|上升|下降|升|降|扩大|缩小|多|少)/;

/** An earlier value without a name is of what stands before it, or of what changes right behind it: 与2022年的3158人相比，在校生增加. */
export function spokenOf(reading: Reading, index: number): { readonly label: string; readonly concept: string | null } {
  const claim = reading.claims[index]!;
  const next = reading.claims[index + 1];
  const follows = next?.sentence === claim.sentence && (next.aspect === "change" || next.aspect === "growth");
  if (follows && next.label !== "") return next;
  const subject = follows && next.subject !== null ? reading.claims[next.subject] : undefined;
  if (subject && subject.label !== "") return subject;
  const { end, unit } = claim.quantity;
  const label = movedBehind.exec(reading.document.text.slice(end, end + 24))?.[1];
  if (label !== undefined) return { label, concept: reading.lexicon.find(labelKey(label), unit) };
  const last = reading.claims[index - 1];
  const isBefore = last?.sentence === claim.sentence && last.quantity.unit === claim.quantity.unit && last.base !== "from";
  return isBefore ? last : { label: "", concept: null };
}
