/**
 * Amounts told one behind the other as a list, by where they stand alone: in one bracket, or in one sentence outside of its
 * brackets; and the amounts that can be what they make together, with how firmly the words join them.
 */
import { sum, type Exact } from "../../quantity/exact.ts";
import { firstAt } from "../document.ts";
import { labelKey } from "../claims/words.ts";
import { hundred } from "../relations/arithmetic.ts";
import { exhaustive, parallel } from "../relations/categories.ts";
import type { Reading } from "../relations/relation.ts";
import { agreed } from "./agreed.ts";
import { directionBefore, gapBefore, isPrior } from "./cues.ts";
import { namingOf } from "./names.ts";
import { isOperand } from "./operands.ts";
import { ratio } from "./odds.ts";

export interface AmountList {
  readonly parts: readonly number[];
  /** Where its bracket opens; -1 outside of all. */
  readonly bracket: number;
  readonly sentence: number;
}

/** How an amount stands to the list that it may be the whole of. */
export type Joint = "bracket" | "divided" | "among" | "total" | "near" | "far";

export interface Whole {
  readonly index: number;
  readonly joint: Joint;
}

/** An amount that can be added up: as it stands, of this year, neither a change nor per head; or a share of something. */
export function isAddend(reading: Reading, index: number): boolean {
  const [quantity, claim] = [reading.quantities[index]!, reading.claims[index]!];
  if (claim.sentence < 0 || claim.base === "from" || directionBefore(reading, index) !== null || isPrior(reading, index)) return false;
  if (claim.aspect === "change" || claim.aspect === "growth" || claim.aspect === "rule" || claim.aspect === "perHead") return false;
  if (quantity.kind === "share") return quantity.unit === "%" && quantity.hedge === null && !reading.corrupt.has(index);
  return isOperand(reading, index) && !/每[百千万\d]|均$/.test(gapBefore(reading, index).slice(-12));
}

const isItem = (reading: Reading, index: number): boolean =>
  /^(?:level|plan|share|rate)$/.test(reading.claims[index]!.aspect) && /^(?:number|share|range)$/.test(reading.quantities[index]!.kind);

/** Every list of two amounts or more. */
export function listsOf(reading: Reading): AmountList[] {
  return reading.bySentence.flatMap((indexes, sentence) => {
    if (indexes.length < 2) return [];
    const opened = openings(reading, indexes, sentence);
    const rows = new Map<string, Row>();
    const closed: Row[] = [];
    for (const [at, index] of indexes.entries()) {
      const key = `${reading.quantities[index]!.unit} ${opened[at]}`;
      const row = rows.get(key);
      if (!isAddend(reading, index)) {
        // What cannot be read as an amount may have been an item: the list that it stands in is not known.
        if (isItem(reading, index)) rows.set(key, { parts: [], bracket: opened[at]!, broken: true });
        continue;
      }
      const last = row?.parts.at(-1);
      if (row && (last === undefined ? row.broken : continues(reading, last, index))) row.parts.push(index);
      else {
        if (row) closed.push(row);
        rows.set(key, { parts: [index], bracket: opened[at]!, broken: false });
      }
    }
    return [...closed, ...rows.values()]
      .flatMap(({ parts, bracket, broken }) => (broken ? [] : byStops(reading, parts).map((each) => ({ parts: each, bracket, sentence }))))
      .filter(({ parts }) => parts.length > 1 && parts.length < 20);
  });
}

interface Row {
  readonly parts: number[];
  readonly bracket: number;
  readonly broken: boolean;
}

const stops = ["、", "，", "；"];

/** 甲5人、乙6人；丙7人、丁8人: the sign that parts the items of a list is one and the same; another one parts lists. */
function byStops(reading: Reading, parts: readonly number[]): number[][] {
  const found: number[][] = [];
  let list: number[] = [];
  let common = -1;
  for (const [at, index] of parts.entries()) {
    const stop = at === 0 ? -1 : stopBetween(reading, parts[at - 1]!, index);
    if (list.length > 1 && stop >= 0 && common >= 0 && stop !== common) {
      // A weaker sign begins a list with the item before it, a stronger one ends the list.
      const lead = stop < common ? list.pop()! : null;
      found.push(list);
      list = lead === null ? [] : [lead];
      common = lead === null ? -1 : stop;
    } else if (list.length > 0 && stop >= 0) common = stop;
    list.push(index);
  }
  return [...found, list];
}

function stopBetween(reading: Reading, left: number, right: number): number {
  const gap = reading.document.text
    .slice(reading.quantities[left]!.end, reading.quantities[right]!.start)
    .replace(/[（(][^（）()]*[）)]/g, "");
  return Math.max(...[...gap.replaceAll(",", "，").replaceAll(";", "；")].map((sign) => stops.indexOf(sign)), -1);
}

/** For each figure of a sentence the place of the innermost bracket that it stands in. */
function openings(reading: Reading, indexes: readonly number[], sentence: number): number[] {
  const { text } = reading.document;
  const open: number[] = [];
  let place = reading.sentences[sentence]!.start;
  return indexes.map((index) => {
    for (; place < reading.quantities[index]!.start; place += 1) {
      if (text[place] === "（" || text[place] === "(") open.push(place);
      else if (text[place] === "）" || text[place] === ")") open.pop();
    }
    return open.at(-1) ?? -1;
  });
}

/** Nothing between two items but their names, what is told of the first in brackets, and its share. */
function continues(reading: Reading, left: number, right: number): boolean {
  const gap = reading.document.text
    .slice(reading.quantities[left]!.end, reading.quantities[right]!.start)
    .replace(/[（(][^（）()]*[）)]/g, "");
  if (gap.length > 60 || /其中|分为|细分|包括|[：:]|[（）()]|此外|另有|另外|共计|合计|[，,][总一]?共有?$/.test(gap)) return false;
  // Besides its share, its change and other measures of it nothing is told of an item.
  const { unit } = reading.quantities[left]!;
  for (let between = left + 1; between < right; between += 1)
    if (reading.quantities[between]!.unit === unit && reading.claims[between]!.aspect !== "change") return false;
  return true;
}

const divided = /由|分为|分成|构成|组成|分别|依次|具体|按[^，。；]{1,10}分|从[^，。；]{1,10}看|包括|包含|涵盖|即/;
const among = /其中|[：:]/;

/** Amounts that may be the whole of a list, the likeliest first. */
export function wholesFor(reading: Reading, { parts, bracket, sentence }: AmountList, before: readonly number[]): Whole[] {
  const { text } = reading.document;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const { block } = reading.sentences[sentence]!;
  const { unit } = reading.quantities[first]!;
  const found: Whole[] = [];
  if (bracket >= 0) {
    const owner = first - 1;
    const joined =
      owner >= 0 &&
      reading.quantities[owner]!.unit === unit &&
      isAddend(reading, owner) &&
      /^\s*[\u4e00-\u9fff]{0,6}$/.test(text.slice(reading.quantities[owner]!.end, bracket));
    return joined
      ? [{ index: owner, joint: /其中|含|另/.test(text.slice(bracket, reading.quantities[first]!.start)) ? "among" : "bracket" }]
      : [];
  }
  const called = calledBefore(reading, parts);
  if (called !== null) found.push({ index: called, joint: "divided" });
  const behind = reading.bySentence[sentence]!.find((index) => index > last && reading.quantities[index]!.unit === unit);
  if (behind !== undefined && isAddend(reading, behind) && /[共总]|合计|累计/.test(gapBefore(reading, behind).slice(-10)))
    found.push({ index: behind, joint: "total" });
  const lead = text.slice(reading.sentences[sentence]!.start, reading.quantities[first]!.start);
  for (let at = before.length - 1, steps = 0; at >= 0 && steps < 4; at -= 1, steps += 1) {
    const index = before[at]!;
    const claim = reading.claims[index]!;
    const away = block - reading.sentences[claim.sentence]!.block;
    if (away > 3 || sentence - claim.sentence > 5) break;
    const within = claim.sentence === sentence;
    const gap = within ? text.slice(reading.quantities[index]!.end, reading.quantities[first]!.start) : lead;
    const joint: Joint = divided.test(gap) ? "divided" : among.test(gap) ? "among" : "near";
    // An amount that others stand behind is what they divide only where words say so at the head of a sentence.
    const headed = joint === "divided" && !within && reading.claims[before.at(-1)!]!.sentence !== sentence;
    found.push({ index, joint: steps === 0 ? joint : headed ? "among" : "far" });
  }
  return found;
}

const divides = /^(?:当?中|里|内部?|又|再|按|分|由|的?构成|的?组成|包[括含]|涵盖|含|从|看|，)/;

/** 专任教师按职称分，高级5人、中级6人: the whole is named right before its parts, and its value stands elsewhere. */
function calledBefore(reading: Reading, parts: readonly number[]): number | null {
  const { mentions, values, of } = namingOf(reading);
  const [first] = parts as [number];
  const { start, unit } = reading.quantities[first]!;
  // 任课老师包括专业课老师124人: the words 任课老师 stand near, and name another thing.
  const own = new Set(parts.map((part) => (of[part]?.modified ? undefined : of[part]?.name)));
  const found = new Set<number>();
  for (let at = firstAt(mentions, start - gapBefore(reading, first).length); at < mentions.length && mentions[at]!.end <= start; at += 1) {
    const { name, end } = mentions[at]!;
    if (own.has(name) || !divides.test(reading.document.text.slice(end, start))) continue;
    const index = agreed(reading, values.get(name));
    if (index !== null && !parts.includes(index) && reading.quantities[index]!.unit === unit && isAddend(reading, index)) found.add(index);
  }
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : null;
}

const crossing = /以上|以下|双师|骨干|带头|名师|党员|女|贫困|困难|建档|寄宿|住宿|获奖|优秀|兼职|留守|残疾|少数民族/;

/** 专业课老师、文化课老师、实习指导老师: the names end in one word, as kinds of one thing do. */
export function sameSort(names: readonly string[]): boolean {
  const [first] = names;
  return first !== undefined && first.length > 2 && names.every((name) => name.length > 2 && name.slice(-2) === first.slice(-2));
}

/** What the names of the parts say: all the kinds of a sort, kinds of one sort, kinds that cut across each other. */
export function kindsOf(reading: Reading, parts: readonly number[]): "all" | "some" | "crossing" | null {
  const labels = parts.map((index) => labelKey(reading.claims[index]!.label));
  if (exhaustive(labels, "")) return "all";
  if (labels.some((label) => crossing.test(label))) return "crossing";
  return parallel(labels) || sameSort(labels) ? "some" : null;
}

/** 等 behind the last: there are more. */
export function isOpen(reading: Reading, parts: readonly number[]): boolean {
  const { end } = reading.quantities[parts.at(-1)!]!;
  return /^[^，。；、]{0,6}等(?!级|次|奖)/.test(reading.document.text.slice(end, end + 10));
}

/** 男生24万人，女生29万人…男本科生11万人、女本科生13万人: what may be the whole is itself one of such kinds. */
export function isKind(reading: Reading, { whole, parts }: { readonly whole: Whole; readonly parts: readonly number[] }): boolean {
  const [name, ...labels] = [whole.index, ...parts].map((index) => labelKey(reading.claims[index]!.label)) as [string, ...string[]];
  return labels.some((_, at) => parallel([name, ...labels.filter((__, other) => other !== at)]));
}

/** Each part has its share behind it, and these make 100 %. */
export function sharedOut(reading: Reading, parts: readonly number[]): boolean {
  const shares = parts.map((part) => {
    const share = reading.quantities[part + 1];
    return share?.kind === "share" && share.unit === "%" && reading.claims[part + 1]!.sentence === reading.claims[part]!.sentence
      ? share
      : null;
  });
  if (shares.some((share) => share === null)) return false;
  const added: Exact = sum(shares.map((share) => share!.value));
  return Math.abs(ratio(added, hundred) - 1) <= 0.0011;
}
