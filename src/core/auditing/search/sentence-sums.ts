/**
 * Totals searched for by their numbers: in a run of values of one unit, one that the others add up to. Where they miss by
 * one slip of one of them, or by little while the words call one of them the total, it is told.
 */
import { compare, type Exact } from "../../quantity/exact.ts";
import { areSome, exhaustive, parallel } from "../relations/categories.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { sameSort } from "./amount-lists.ts";
import { directionBefore, gapBefore, gapBehind, isPrior } from "./cues.ts";
import { namingOf } from "./names.ts";
import { oddUnit } from "./odd-unit.ts";
import { isOperand } from "./operands.ts";
import { addedOf, additionNeeds, additionTold, addsUp } from "./addition.ts";
import { allowed, chanceOf, type Group, isComplete, isOfOneNoun } from "./sum-evidence.ts";
import { alsoHeld, digitsOf, isStale, type Placed, significance, slipped } from "./suspicion.ts";
import { labelKey } from "../claims/words.ts";

const most = 12;

export function sentenceSums(reading: Reading, sentence: number, placed: Placed): Relation[] {
  const values = reading.bySentence[sentence]!.filter(
    (index) => isOperand(reading, index) && !isMoved(reading, index) && !isPerHead(reading, index),
  );
  return [...within(reading, values, placed), ...inOddUnit(reading, values, placed)];
}

/** 甲120人、乙66人、丙17人次，共203人: one of the sentence is in another unit, with which the sum would hold. */
function inOddUnit(reading: Reading, values: readonly number[], placed: Placed): Relation[] {
  const people = values.filter((index) => /^(?:人|名|人次)$/.test(reading.quantities[index]!.unit));
  const inTimes = people.filter((index) => reading.quantities[index]!.unit === "人次");
  const rest = people.filter((index) => !inTimes.includes(index));
  const [odd] = inTimes.length === 1 ? inTimes : rest.length === 1 ? rest : [];
  if (odd === undefined || people.length < 4 || people.length > most) return [];
  const found = groupsWithin(reading, people).fitting.find(({ whole, parts }) => whole === odd || parts.includes(odd));
  return found ? oddUnit(reading, [found.whole, ...found.parts], placed) : [];
}

function within(reading: Reading, values: readonly number[], placed: Placed): Relation[] {
  const units = new Set(values.map((index) => reading.quantities[index]!.unit));
  return [...units].flatMap((unit) => {
    const run = values.filter((index) => reading.quantities[index]!.unit === unit);
    if (run.length < 3 || run.length > most) return [];
    const { groups, fitting, inner } = groupsWithin(reading, run);
    const wholes = new Set(fitting.map(({ whole }) => whole));
    const explained = new Set(fitting.flatMap(({ whole, parts }) => [whole, ...parts]));
    const relations = fitting.map(({ whole, parts }) => held(whole, ...parts));
    const open = run.filter((index) => !explained.has(index) && !placed.held.has(index));
    if (open.length === 0 || run.some((index) => placed.told.has(index))) return relations;
    const suspects = groups.flatMap((group) => {
      if (fitting.length > 0 && ![group.whole, ...group.parts].some((index) => open.includes(index))) return [];
      // 640人，其中小学480人，初中160人；留守儿童9人: some of them make it.
      if (fitting.some(({ whole, parts }) => whole === group.whole && parts.every((part) => group.parts.includes(part)))) return [];
      const found = judged(reading, group, run, placed, explained, inner, wholes);
      return found === null ? [] : [found];
    });
    const [best, second] = suspects.sort((left, right) => right.weight - left.weight);
    return best && (!second || best.weight > second.weight) ? [...relations, best.relation] : relations;
  });
}

/** 每千人口3.40人, 每万人口3.10人: rates make no sum. */
function isPerHead(reading: Reading, index: number): boolean {
  return reading.claims[index]!.aspect === "perHead" || /每[百千万\d]/.test(gapBefore(reading, index));
}

function isMoved(reading: Reading, index: number): boolean {
  const claim = reading.claims[index]!;
  return (
    claim.aspect === "change" ||
    claim.aspect === "rule" ||
    claim.base === "from" ||
    isPrior(reading, index) ||
    directionBefore(reading, index) !== null
  );
}

/** Runs of neighbours with the value right before or behind them, two parts or more. */
function groupsOf(run: readonly number[]): Group[] {
  const groups: Group[] = [];
  for (let first = 0; first < run.length; first += 1)
    for (let last = first + 1; last < run.length; last += 1) {
      const parts = run.slice(first, last + 1);
      if (first > 0) groups.push({ whole: run[first - 1]!, parts });
      if (last + 1 < run.length) groups.push({ whole: run[last + 1]!, parts });
    }
  return groups;
}

/** The same runs of three or more with a whole that stands further off: its parts are told last. */
function apartGroups(run: readonly number[]): Group[] {
  const groups: Group[] = [];
  for (let first = 2; first + 2 < run.length; first += 1)
    for (let last = first + 1; last < run.length; last += 1)
      for (let whole = 0; whole < first - 1; whole += 1) groups.push({ whole: run[whole]!, parts: run.slice(first, last + 1) });
  return groups;
}

/** 教师100人，甲60人（乙30人、丙30人）、丁40人: parts that make up their own whole stand aside for the outer sum. */
function groupsWithin(reading: Reading, run: readonly number[]): { groups: Group[]; fitting: Group[]; inner: ReadonlySet<number> } {
  const groups = groupsOf(run).filter((group) => isOfOneNoun(reading, group));
  const fitting = [...groups, ...apartGroups(run)].filter((group) => addsUp(reading, group));
  const inner = new Set(fitting.flatMap(({ parts }) => parts));
  const outer = run.filter((index) => !inner.has(index));
  if (inner.size === 0 || outer.length < 3) return { groups, fitting, inner };
  const further = groupsOf(outer);
  return {
    groups: further,
    fitting: [...fitting, ...further.filter((group) => addsUp(reading, group))],
    inner,
  };
}

/** Kinds that cut across others. */
const crossing = /双师|骨干|带头|名师|党员|女|贫困|困难|建档|寄宿|住宿|获奖|优秀|兼职/;

function judged(
  reading: Reading,
  group: Group,
  run: readonly number[],
  placed: Placed,
  explained: ReadonlySet<number>,
  within: ReadonlySet<number>,
  innerWholes: ReadonlySet<number>,
): { readonly relation: Relation; readonly weight: number } | null {
  const { whole, parts } = group;
  // 外聘教师按50%折算，折合教师总数: not what the heads make.
  if (/折合|折算|当量/.test(gapBefore(reading, whole))) return null;
  // 本科2300人、专科1700人，合计占在校生4500人的88.9%: the base of their share.
  if (whole > parts[0]! && /占[^，。；]*$/.test(gapBefore(reading, whole))) return null;
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const added = addedOf(reading, parts);
  if (parts.some((part) => bareEqual(reading, part, whole)) || skipsSome(reading, group, run, explained)) return null;
  const all = run.every((index) => index === whole || parts.includes(index) || within.has(index)) || inBracket(reading, group);
  const called = calledTotal(reading, group);
  const names = parts.map((part) => namingOf(reading).of[part]?.name ?? labelKey(reading.claims[part]!.label));
  const distinctNames = new Set(names).size === names.length && names.every((name) => name !== "");
  const wholeName = namingOf(reading).of[whole]?.name ?? labelKey(reading.claims[whole]!.label);
  // 本科1543人、专科126人、研究生280人: the first is one of them, not what they make.
  if (!called && (parallel([wholeName, ...names]) || sameSort([wholeName, ...names]))) return null;
  // 甲969人、乙484人、丙426人: an item of the same list is not what the next ones make.
  if (whole < parts[0]! && gapBehind(reading, whole).startsWith("、")) return null;
  if (whole > parts[0]! && !called && gapBefore(reading, whole).startsWith("、")) return null;
  // 共奖励本科生500人；奖励硕士生350人；奖励博士生100人: what a semicolon parts as it parts the others is one of them.
  if (whole < parts[0]! && [whole, ...parts].slice(1).every((part, at) => isApart(reading, [whole, ...parts][at]!, part))) return null;
  // …、第三产业794人；按地域分，…: the end of a list is not what the next list makes.
  if (whole < parts[0]! && /^[、和及与]/.test(gapBefore(reading, whole)) && /^[^，。]{0,8}[；;]/.test(gapBehind(reading, whole)))
    return null;
  // 总预算…，本年支付…，累计支付…: what is counted over years holds what is of one.
  if (parts.some((part) => /累计|历年|历次/.test(gapBefore(reading, part)))) return null;
  if (isOpenList(reading, group) || !isOneList(reading, parts, within)) return null;
  if (!all && !called) return null;
  const needs = additionNeeds(reading, group);
  const mended = slipped(reading, needs, alsoHeld(placed, explained));
  // A part of a higher order than its whole is a value of its own, unless one slip brought it there.
  if (
    parts.some(
      (part) =>
        compare(value(part), value(whole)) >= 0 && digitsOf(reading, part) >= digitsOf(reading, whole) + 2 && !mended.includes(part),
    )
  )
    return null;
  const culprits = mended.filter((index) => digitsOf(reading, index) >= 2);
  const greatest = parts
    .filter((part) => compare(value(part), value(whole)) > 0)
    .every((part) => culprits.includes(part) || culprits.includes(whole));
  if (areSome(names, reading.claims[whole]!.label)) return null;
  const kinds = distinctNames && (parallel(names) || exhaustive(names, wholeName));
  let weight = 0;
  const telling = [whole, ...culprits].some((index) => significance(reading, index) >= 3) && significance(reading, whole) >= 2;
  const bound = kinds || sameSort(names) || (whole > parts[0]! && called) || isComposed(reading, group) || knownParts(reading, group);
  if (culprits.length > 0 && digitsOf(reading, whole) >= 3 && telling && bound && (called || all) && greatest) weight = 4;
  else if (
    all &&
    called &&
    distinctNames &&
    digitsOf(reading, whole) >= 2 &&
    isStale(added, value(whole)) &&
    run.some((index) => !placed.held.has(index)) &&
    (compare(added, value(whole)) > 0 ? kinds || knownParts(reading, group) : exhaustive(names, wholeName) || knownParts(reading, group))
  )
    weight = 3;
  else if (mended.length > 0 || isStale(added, value(whole), 20)) {
    const open = [whole, ...parts].filter((index) => !placed.held.has(index) && !explained.has(index));
    // 211名教师中专业教师128名，“双师型”教师88名: what ends as their whole does are not therefore kinds of it.
    const alike = sameSort(names) && !wholeName.endsWith(names[0]!.slice(-2));
    const firm = (kinds || alike || isComposed(reading, group) || knownParts(reading, group)) && !names.some((name) => crossing.test(name));
    const structure = {
      all,
      called,
      bound: firm,
      nested: parts.some((part) => innerWholes.has(part)),
      complete: isComplete(reading, group),
    };
    if (open.length > 0 && chanceOf(reading, group, added, needs, open, mended) <= allowed(structure)) weight = 2;
  }
  if (weight === 0) return null;
  return { relation: additionTold(reading, group, needs), weight: weight + (called ? 1 : 0) + (all ? 1 : 0) + parts.length / 100 };
}

/** A value of the unit stands among the parts that was left out: a rough one, or one that is no part of a sum known here. */
function skipsSome(reading: Reading, { whole, parts }: Group, run: readonly number[], explained: ReadonlySet<number>): boolean {
  const [first, last] = [Math.min(whole, ...parts), Math.max(whole, ...parts)];
  const { unit } = reading.quantities[whole]!;
  for (let index = first; index <= last + 1; index += 1) {
    const quantity = reading.quantities[index];
    if (
      !quantity ||
      quantity.unit !== unit ||
      quantity.kind !== "number" ||
      reading.claims[index]!.sentence !== reading.claims[whole]!.sentence
    )
      continue;
    if (
      !run.includes(index) ? quantity.hedge !== null : index <= last && index !== whole && !parts.includes(index) && !explained.has(index)
    )
      return true;
  }
  return false;
}

/** 由…组成, 按…分, 分为, 构成: the words say that there is nothing else. */
function isComposed(reading: Reading, { whole, parts }: Group): boolean {
  const sentence = reading.sentences[reading.claims[whole]!.sentence]!;
  const words = reading.document.text.slice(
    Math.max(sentence.start, reading.quantities[Math.min(whole, ...parts)]!.start - 40),
    reading.quantities[Math.max(whole, ...parts)]!.end,
  );
  const joint = reading.document.text.slice(reading.quantities[whole]!.end, reading.quantities[parts[0]!]!.start);
  if (/^[^。；]{0,12}(?:即|也就是|具体)/.test(joint)) return true;
  return /组成|构成|划分|分为|细分|拆分|分成|两部分|按[^，。；]{1,8}分|分类|分项|相加|汇总|加总|归入/.test(words);
}

/** A semicolon stands between, and no word that opens a list. */
function isApart(reading: Reading, left: number, right: number): boolean {
  const gap = reading.document.text.slice(reading.quantities[left]!.end, reading.quantities[right]!.start);
  return /[；;]/.test(gap) && !/其中|包括|[：:]|分为|按/.test(gap);
}

function bareEqual(reading: Reading, left: number, right: number): boolean {
  return compare(reading.quantities[left]!.value, reading.quantities[right]!.value) === 0;
}

/** 共, 总, 合计 before it or behind it, or a sign behind it that opens a list. */
function calledTotal(reading: Reading, { whole, parts }: Group): boolean {
  const before = gapBefore(reading, whole).slice(-16);
  if (/[共总]|合计|累[计加]|一共|汇|合起来|相加|加总|全部|全口径/.test(before)) return true;
  if (whole > parts[0]!) return /^[^，。；]{0,4}(?:的?总|合计)/.test(gapBehind(reading, whole));
  const behind = reading.document.text.slice(reading.quantities[whole]!.end, reading.quantities[parts[0]!]!.start).slice(0, 24);
  return /其中|包括|[：:（(【〔—]|分|由|涵盖|按|当中|里|中[，,]|即|也就是|含/.test(behind);
}

/** All that a bracket behind the whole holds. */
function inBracket(reading: Reading, { whole, parts }: Group): boolean {
  if (whole > parts[0]!) return false;
  const { text } = reading.document;
  const opened = text.slice(reading.quantities[whole]!.end, reading.quantities[parts[0]!]!.start);
  const last = reading.quantities[parts.at(-1)!]!.end;
  return /[（(【〔]/.test(opened) && /^[^，。；、（(【〔]{0,12}[）)】〕]/.test(text.slice(last, last + 14));
}

/** 等 behind the last part: there are more. */
function isOpenList(reading: Reading, { parts }: Group): boolean {
  const last = reading.quantities[parts.at(-1)!]!;
  return /^[^，。；、]{0,6}等/.test(reading.document.text.slice(last.end, last.end + 8));
}

/** Items one behind the other, with no figure but shares between them and no word of a part within. */
function isOneList(reading: Reading, parts: readonly number[], within: ReadonlySet<number> = new Set()): boolean {
  return parts.slice(1).every((part, at) => {
    const before = within.has(part - 1) ? part - 1 : parts[at]!;
    const gap = reading.document.text.slice(reading.quantities[before]!.end, reading.quantities[part]!.start);
    return gap.length < 40 && !/其中|。|[较比]上年|同比|占[^，]{0,8}$|分为|细分|包括|[：:【〔]|[（(](?![^（(）)]*[）)])/.test(gap);
  });
}

/** The text tells the same kinds in the same unit at another place; 小学51所 does not name the kinds of its teachers. */
function knownParts(reading: Reading, { whole, parts }: Group): boolean {
  const { values, of } = namingOf(reading);
  const { unit } = reading.quantities[whole]!;
  return parts.every((part) => {
    const name = of[part]?.name;
    return name !== undefined && (values.get(name) ?? []).filter((index) => reading.quantities[index]!.unit === unit).length > 1;
  });
}
