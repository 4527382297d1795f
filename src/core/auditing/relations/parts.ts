/** A whole and its parts: 共A，其中B、C; A（其中…）; 由…组成; 分别为. Parts of an exhaustive list must make the whole, and no part may exceed it. */
import { add, compare, divide, type Exact, exact, isInteger, multiply, subtract, sum as sumOf, zero } from "../../quantity/exact.ts";
import { type Interval, point } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { bare, hundred, isExact, meet, printed, quotient, shown, shownLike, sumLine, total, verdict } from "./arithmetic.ts";
import { areSome, exhaustive, makersOf, parallel } from "./categories.ts";
import { type List, readLists } from "./lists.ts";
import { otherwiseListed } from "./otherwise-listed.ts";
import { oneEditApart } from "./slip.ts";
import { broken, held, type Reading, type Relation, weaklyHeld } from "./relation.ts";
import { whatPart } from "./what-part.ts";
import { areKinds, itemsOf, saysAll } from "./whole-lists.ts";

export function partRelations(reading: Reading): Relation[] {
  const relations: Relation[] = [];
  const read = reading.bySentence.flatMap((indexes, sentence) => readLists(reading, indexes, sentence));
  const told = read.map((list) => untilWhole(reading, list));
  const lists = [...told, ...told.flatMap((list) => (testSum(reading, list) === "equal" ? [] : (ofOneFamily(reading, list) ?? [])))];
  const sums = lists.map((list) => testSum(reading, list));
  for (const [at, list] of lists.entries()) {
    const sum = sums[at]!;
    if (isOverYears(reading, list) || isPerUnit(reading, list.whole)) continue;
    const otherwise = sum === "more" || sum === "less" || sum === "overlapping" ? otherwiseListed(reading, list) : null;
    if (otherwise) {
      relations.push(otherwise);
      continue;
    }
    for (const part of list.parts) {
      const over = exceeds(reading, part, list);
      if (over) relations.push(over);
    }
    const besides = sum === "less" ? countedOtherwise(reading, list) : [];
    if (sum === "equal") relations.push(held(list.whole, ...list.parts));
    else if (besides.length > 0) relations.push(withOthers(reading, list, besides));
    else if (sum === "more" || (sum === "less" && mustBeWhole(reading, list, lists, sums)))
      relations.push(mismatch(reading, list, sum, true));
    else if ((sum === "less" || sum === "overlapping") && nearlyWhole(reading, list))
      relations.push(mismatch(reading, list, sum === "less" ? "less" : "more", false));
    else if (sum === "less") relations.push(weaklyHeld(list.whole, ...list.parts));
  }
  return relations;
}
/** 拨款三年分别为8820万元、9137万元、…: one thing in several years, no parts of what stands before. */
const isOverYears = (reading: Reading, { whole, parts }: List): boolean =>
  /年(?!级)(?:度|来|间)?[^，。；]{0,8}(?:分别|依次)/.test(
    reading.document.text.slice(reading.quantities[whole]!.end, reading.quantities[parts[0]!]!.start),
  );

/** 5126公斤/公顷: an average over what it is divided by, no sum of kinds. */
const isPerUnit = (reading: Reading, index: number): boolean =>
  /^\s?[/／](?=[\u4e00-\u9fff])/.test(reading.document.text.slice(reading.quantities[index]!.end, reading.quantities[index]!.end + 3));

/** 羊存栏1800只，其中：山羊600只；绵羊1200只；禽存栏52000只: parts that make the whole before a semicolon are all of it. */
function untilWhole(reading: Reading, list: List): List {
  const { interval } = reading.quantities[list.whole]!;
  for (let count = 2; count < list.parts.length; count += 1) {
    const [last, next] = [reading.quantities[list.parts[count - 1]!]!, reading.quantities[list.parts[count]!]!];
    if (!/[；;]/.test(reading.document.text.slice(last.end, next.start))) continue;
    const parts = list.parts.slice(0, count);
    if (meet(total(parts.map((part) => reading.quantities[part]!.interval)), interval)) return { ...list, parts };
  }
  return list;
}

/** 教职工187人，其中男教师79人，女教师108人，少数民族教师66人: the first two are all of it, whatever else the list tells. */
function ofOneFamily(reading: Reading, list: List): List | null {
  const labels = list.parts.map((index) => labelKey(reading.claims[index]!.label));
  const members = makersOf(reading.claims[list.whole]!.label, labels);
  return members === null ? null : { ...list, parts: members.map((at) => list.parts[at]!), ended: true };
}

/** `overlapping`: more than the whole, by kinds that may overlap. */
type Sum = "equal" | "more" | "less" | "overlapping" | "untested";

function testSum(reading: Reading, list: List): Sum {
  const parts = list.parts.map((index) => reading.quantities[index]!);
  if (parts.length < 2 || list.parts.some((index) => reading.corrupt.has(index))) return "untested";
  const whole = reading.quantities[list.whole]!;
  const sum = total(parts.map((part) => part.interval));
  if (meet(sum, whole.interval)) return "equal";
  if (sum.low === null || whole.interval.high === null) return "less";
  if (compare(sum.low.value, whole.interval.high.value) >= 0) return separable(reading, list) ? "more" : "overlapping";
  return "less";
}

/** Kinds that cannot overlap: otherwise 双师型 and 高级职称 of one staff may well exceed it together. */
function separable(reading: Reading, list: List): boolean {
  const items = namesOf(reading, list);
  if (/分别|依次|各有|各为|由|分为|具体/.test(list.joint) || saysAll(reading, list.whole, list.parts)) return true;
  if (areKinds(reading, list.whole, list.parts)) return isNotFarOver(reading, list);
  return parallel(items);
}

/** The labels of the parts; 市内41家、市外22家 have only words that say where. */
function namesOf(reading: Reading, list: List): readonly string[] {
  const items = itemsOf(reading, list.parts);
  return list.parts.map((index, at) => labelKey(reading.claims[index]!.label || items[at]!));
}

/** By a third at most: what is more is of another whole. */
function isNotFarOver(reading: Reading, { whole, parts }: List): boolean {
  const sum = sumOf(parts.map((index) => reading.quantities[index]!.value));
  return compare(multiply(sum, exact(3)), multiply(reading.quantities[whole]!.value, exact(4))) < 0;
}

/** Whether a list whose parts make less than the whole must be complete. */
function mustBeWhole(reading: Reading, list: List, lists: readonly List[], sums: readonly Sum[]): boolean {
  const keys = namesOf(reading, list);
  if (list.ended && (exhaustive(keys, reading.claims[list.whole]!.label) || saysAll(reading, list.whole, list.parts))) return true;
  if (!list.closed) return false;
  if (/^由$|分为|具体|^即$/.test(list.joint)) return list.parts.length >= 2 && list.bracketed ? true : list.parts.length >= 2;
  if (exhaustive(keys, reading.claims[list.whole]!.label)) return true;
  const sentence = reading.claims[list.whole]!.sentence;
  if (!parallel(keys) || !list.bracketed) return false;
  const siblings = lists.filter(
    (each, at) => each !== list && sums[at] === "equal" && reading.claims[each.whole]!.sentence === sentence && each.parts.length >= 2,
  );
  const complete = siblings.filter((each) => {
    const theirs = each.parts.map((index) => labelKey(reading.claims[index]!.label));
    return keys.every((key) => theirs.includes(key)) || parallel([...keys, ...theirs]);
  });
  return complete.length > 0;
}

function mismatch(reading: Reading, list: List, sum: "more" | "less", sure: boolean): Relation {
  const whole = reading.quantities[list.whole]!;
  const parts = list.parts.map((index) => reading.quantities[index]!);
  const added = shownLike(sumOf(parts.map(({ value }) => value)), whole);
  const firm =
    sure &&
    (/分别|由|分为/.test(list.joint) ||
      (sum === "more" && list.bracketed) ||
      exhaustive(
        list.parts.map((index) => labelKey(reading.claims[index]!.label)),
        reading.claims[list.whole]!.label,
      ));
  const sign = sum === "more" ? ">" : "<";
  const name = reading.claims[list.whole]!.label || printed(whole);
  return broken(
    [list.whole, ...list.parts],
    {
      code: "SUM",
      tier: firm && parts.every(isExact) && isExact(whole) ? "proof" : "warning",
      message: {
        zh: `“${name}”的分项之和为${added}，${sum === "more" ? "超过" : "少于"}总数${printed(whole)}`,
        en: `the parts of "${name}" make ${added}, ${sum} than the total ${printed(whole)}`,
      },
      proof: sumLine(parts, sign, whole),
      at: [list.whole, ...list.parts],
      suggestions: [{ zh: `若分项无误，总数应为${added}`, en: `if the parts are right, the total is ${added}` }],
    },
    sumNeeds(reading, list),
  );
}

const places = /^[个所处家]$/;

/** 学校171所，其中小学135所，教学点3个，…: places among the parts that are counted by another word. */
function countedOtherwise(reading: Reading, { whole, parts }: List): readonly number[] {
  if (!places.test(reading.quantities[whole]!.unit)) return [];
  return reading.bySentence[reading.claims[whole]!.sentence]!.filter((index) => {
    const { unit, start } = reading.quantities[index]!;
    return (
      index > whole &&
      index < parts.at(-1)! &&
      !parts.includes(index) &&
      places.test(unit) &&
      unit !== reading.quantities[whole]!.unit &&
      !/[（(][^（）()]*$/.test(reading.document.text.slice(reading.quantities[whole]!.end, start))
    );
  });
}

function withOthers(reading: Reading, list: List, besides: readonly number[]): Relation {
  const { whole, parts } = list;
  const all = [...parts, ...besides].sort((left, right) => left - right);
  const sum = total(all.map((index) => reading.quantities[index]!.interval));
  const { high } = reading.quantities[whole]!.interval;
  if (sum.low !== null && high !== null && compare(sum.low.value, high.value) > 0 && list.closed)
    return mismatch(reading, { ...list, parts: all }, "more", false);
  const fits = meet(sum, reading.quantities[whole]!.interval);
  return fits ? held(whole, ...all) : weaklyHeld(whole, ...parts);
}

/** What the whole and each part would have to be, the others being right. */
function sumNeeds(reading: Reading, list: List): ReadonlyMap<number, Interval> {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const sum = list.parts.map(value).reduce(add, zero);
  return new Map([
    [list.whole, point(sum)],
    ...list.parts.map((part) => [part, point(subtract(value(list.whole), subtract(sum, value(part))))] as const),
  ]);
}

/**
 * A list that words do not call complete, but whose parts miss the whole by a hair (under a hundredth) or by
 * one slip of one figure: then it was complete before the slip. By chance that is so for a few lists in a hundred.
 */
const crossing = /双师|骨干|带头人|名师|兼职|特级|班主任|党员|专业课|贫困|困难|建档|留守|寄宿|住宿|残疾|女|少数民族|获奖|优秀|在编|合格/;

function nearlyWhole(reading: Reading, list: List): boolean {
  if (!list.ended || list.parts.length < 2 || list.joint === "含") return false;
  const labels = list.parts.map((index) => labelKey(reading.claims[index]!.label));
  if (areSome(labels, reading.claims[list.whole]!.label)) return false;
  // Such kinds cut across each other: what they make together says nothing.
  const cuts = labels.map((label) => crossing.exec(label)?.[0]);
  if (cuts.some((cut) => cut !== undefined && cut !== cuts[0]) || (cuts[0] !== undefined && cuts.includes(undefined))) {
    if (!exhaustive(labels, reading.claims[list.whole]!.label)) return false;
  }
  if (labels.some((label) => label === "") || new Set(labels).size !== labels.length || (list.parts.length === 2 && !endsAlike(labels)))
    return false;
  if ([list.whole, ...list.parts].some((index) => !isExact(reading.quantities[index]!))) return false;
  if (list.parts.every((part) => isConfirmed(reading, part, list.whole))) return false;
  const whole = reading.quantities[list.whole]!;
  if (bare(whole).replace(/\D/g, "").length < 3) return false;
  const sum = list.parts.map((index) => reading.quantities[index]!.value).reduce(add, zero);
  const apart = subtract(whole.value, sum);
  const size = compare(apart, zero) < 0 ? subtract(zero, apart) : apart;
  if (compare({ ...size, numerator: size.numerator * 100n }, whole.value) < 0) return list.parts.length > 2 || endsAlike(labels);
  return [...sumNeeds(reading, list)].some(([index, needed]) => {
    const quantity = reading.quantities[index]!;
    const value = needed.low!.value;
    return (
      compare(value, zero) > 0 &&
      bare(quantity).length >= 2 &&
      oneEditApart(plainDigits(quantity.value, quantity), plainDigits(value, quantity)) &&
      // A figure dropped or doubled in a list of kinds that need not be all of them proves little.
      (plainDigits(quantity.value, quantity).length === plainDigits(value, quantity).length ||
        parallel(labels) ||
        exhaustive(labels, reading.claims[list.whole]!.label) ||
        endsAlike(labels))
    );
  });
}

/** 710张（占78.4%）: the share told with the part agrees with it and the whole. */
function isConfirmed(reading: Reading, part: number, whole: number): boolean {
  const [share, piece] = [reading.quantities[part + 1], reading.quantities[part]!];
  if (share?.kind !== "share" || share.unit !== "%" || share.start - piece.end > 12) return false;
  const computed = quotient(piece.interval, reading.quantities[whole]!.interval, hundred);
  return computed !== null && verdict(computed, share) === "held";
}

/** Both in the figure's printed scale and decimals, so that digits stand under digits. */
function plainDigits(value: Exact, beside: Reading["quantities"][number]): string {
  const scaled = divide(value, beside.step);
  return isInteger(scaled) ? scaled.numerator.toString() : shown(value, beside);
}

function endsAlike(labels: readonly string[]): boolean {
  const [first] = labels;
  return first !== undefined && first.length > 2 && labels.every((label) => label.slice(-2) === first.slice(-2));
}
/** A part alone above its whole. Another value before it in the sentence that could be its whole keeps us silent. */
function exceeds(reading: Reading, part: number, list: List): Relation | null {
  const [piece, whole] = [reading.quantities[part]!, reading.quantities[list.whole]!];
  if (reading.corrupt.has(part)) return null;
  const { low } = piece.interval;
  const { high } = whole.interval;
  if (low === null || high === null) return null;
  const order = compare(low.value, high.value);
  if (order < 0 || (order === 0 && low.closed && high.closed)) return null;
  // 甲24个，其中国家级1个；乙51个: behind the semicolon another list begins.
  const between = reading.document.text.slice(whole.end, piece.start).replace(/[（(][^（）()]*[）)]/g, "");
  if (/[；;]/.test(between) && !/[（(]/.test(between)) return null;
  // 19个大类中的18个，专业213个: what comes behind the comma is of something else.
  if (/^[^，,]{0,12}中的?\s?\d[^，,]*[，,]/.test(between)) return null;
  const sentence = reading.sentences[reading.claims[part]!.sentence]!;
  const before = reading.document.text.slice(sentence.start, Math.max(sentence.start, whole.start + 1));
  const segment = sentence.start + Math.max(before.lastIndexOf("；"), before.lastIndexOf(";"));
  const others = reading.bySentence[reading.claims[part]!.sentence]!.filter(
    (index) =>
      index < part &&
      reading.quantities[index]!.start > segment &&
      index !== list.whole &&
      !list.parts.includes(index) &&
      reading.quantities[index]!.unit === piece.unit &&
      compare(reading.quantities[index]!.value, piece.value) >= 0,
  );
  if (others.length > 0 || (list.joint !== "其中" && !list.bracketed)) return null;
  // Behind an item of another kind the list goes on with that.
  const upTo = list.parts.slice(0, list.parts.indexOf(part) + 1);
  if (upTo.some((each) => whatPart(reading, list.whole, each) === "another thing")) return null;
  const [name, of] = [reading.claims[part]!.label || "其中一项", reading.claims[list.whole]!.label || printed(whole)];
  return broken([list.whole, part], {
    code: "SUBSET",
    tier: "proof",
    message: { zh: `“${name}”是“${of}”的一部分，却大于它`, en: `"${name}" is a part of "${of}" and exceeds it` },
    proof: `${bare(piece)} > ${bare(whole)}`,
    at: [part, list.whole],
  });
}
