/**
 * Sums that the words themselves call complete: 三类合计18所 behind three amounts, 共526人，分别为… before as many as they share
 * out, 甲19人，乙34人，合计53人. Whatever the numbers are, one that does not come out is told; no slip has to explain it.
 */
import { compare } from "../../quantity/exact.ts";
import { printed, shownSum, sumLine } from "../relations/arithmetic.ts";
import { valuesOfSection } from "../relations/lookup.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { areDone, saysAll } from "../relations/whole-lists.ts";
import { addedOf, additionNeeds, addsUp } from "./addition.ts";
import { isAddend } from "./amount-lists.ts";
import { gapBefore, gapBehind } from "./cues.ts";
import { isOperand } from "./operands.ts";
import type { Placed } from "./suspicion.ts";

export function toldSums(reading: Reading, placed: Placed): Relation[] {
  return reading.bySentence.flatMap((indexes) => {
    const amounts = indexes.filter((index) => isAmount(reading, index));
    return amounts.flatMap((whole, place) => [
      ...counted(reading, amounts, place, placed),
      ...sharedOut(reading, amounts, place, placed),
      ...divided(reading, amounts, place, placed),
    ]);
  });
}

/** Shares add up as amounts do, 两项合计占71.0%, and what each year had, 2020年986人、2021年1041人，两年合计. */
function isAmount(reading: Reading, index: number): boolean {
  if (isAddend(reading, index) || isCountWord(reading, index)) return true;
  const { aspect, base, sentence } = reading.claims[index]!;
  return sentence >= 0 && aspect === "level" && base !== "from" && isOperand(reading, index);
}

/** 三类, 两项: how many there are, no amount themselves. */
const countWord =
  /^(?:两|二|三|四|五|六|七|八|九|十|\d)(?:大?类|项|者|地|种|级|院|部分|方面|年|届|期|层|块|支|批|市|县|区|校|科|学段|学期)$/;
const isCountWord = (reading: Reading, index: number): boolean => countWord.test(printed(reading.quantities[index]!));

const numerals: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

/** …、…和…，三类合计N; …，…，合计N. */
const together =
  /(?:^|[，,、；;（(])\s*(?:以上|上述|这|形成|构成|组成)?(?:([两二三四五六七八九十\d])(大?类|项|者|地|种|级|院|部分|方面|年|届|期|层|块|支|批|市|县|区|校|科|学段|学期)[\u4e00-\u9fff]{0,4}?)?(合计|共计|总计|共有|共|一共|总共|相加)(?:为|是|有|达到?|占比?|招收|开设|立项|获得)?\s*$/;

const placesUnit = /^[所个家项处]$/;
const alike = (left: string, right: string): boolean => left === right || (placesUnit.test(left) && placesUnit.test(right));

function counted(reading: Reading, amounts: readonly number[], place: number, placed: Placed): Relation[] {
  const whole = amounts[place]!;
  if (isCountWord(reading, whole)) return [];
  const words = wordsBefore(reading, amounts, place);
  const found = together.exec(words);
  if (!found) return [];
  const count = found[1] === undefined ? null : (numerals[found[1]] ?? Number(found[1]));
  const items = itemsBefore(reading, amounts, place);
  if (count === null && /^[\u4e00-\u9fff]{0,4}等/.test(words)) return [];
  if (items.length < 2 || (count !== null && items.length < count)) return [];
  const { unit } = reading.quantities[whole]!;
  // 三者合计占60%: of amounts, no sum of them.
  if (!items.every((item) => alike(reading.quantities[item]!.unit, unit))) return [];
  const suffixes = items.slice(0, -1).map((_, at) => items.slice(at));
  const fitting = suffixes.find((parts) => addsUp(reading, { whole, parts }));
  if (fitting) return [held(whole, ...fitting)];
  if (count === null && (items.length > 3 || !/^(?:合计|共计|总计|共)$/.test(found[3]!) || mayOverlap(reading, whole, items))) return [];
  return told(reading, whole, items.slice(-(count ?? items.length)), placed);
}

/** 甲专业可报的593个、乙专业可报的537个，共665个: what both have is counted once; and a list that begins before its first exact amount is not all here. */
function mayOverlap(reading: Reading, whole: number, items: readonly number[]): boolean {
  const { value } = reading.quantities[whole]!;
  const first = reading.quantities[items[0]! - 1];
  const goesOn = first !== undefined && isJoint(gapBefore(reading, items[0]!)) && alike(first.unit, reading.quantities[items[0]!]!.unit);
  const within = items.every((item) => compare(reading.quantities[item]!.value, value) <= 0);
  return goesOn || (within && compare(addedOf(reading, items), value) > 0 && items.some((item) => gapBefore(reading, item).includes("的")));
}

/** The words before an amount, over the word that counts its parts. */
function wordsBefore(reading: Reading, amounts: readonly number[], place: number): string {
  const last = amounts[place - 1];
  if (last !== undefined && isCountWord(reading, last) && last === amounts[place]! - 1)
    return gapBefore(reading, last) + printed(reading.quantities[last]!) + gapBefore(reading, amounts[place]!);
  return gapBefore(reading, amounts[place]!);
}

/** Amounts that stand one behind the other, with nothing but their names and signs between, up to the words of their total. */
function itemsBefore(reading: Reading, amounts: readonly number[], place: number): number[] {
  let end = place - 1;
  if (end >= 0 && isCountWord(reading, amounts[end]!)) end -= 1;
  const items: number[] = [];
  for (let at = end; at >= 0 && !isCountWord(reading, amounts[at]!); at -= 1) {
    items.unshift(amounts[at]!);
    if (at === 0 || !isJoint(between(reading, amounts[at - 1]!, amounts[at]!))) break;
    if (!alike(reading.quantities[amounts[at - 1]!]!.unit, reading.quantities[amounts[at]!]!.unit)) break;
  }
  return items;
}

/** 、企业课程, ，省级示范校: a sign and a name, no word that opens a part of what stands before. */
const isJoint = (gap: string): boolean =>
  /^(?:[（(][^（）()\d]{0,12}[）)])?[\u4e00-\u9fff]{0,6}[、，,；;和与及][\u4e00-\u9fff“”A-Za-z+（()）]{0,16}$/.test(gap) &&
  !/其中|包括|分为|用于|投向|[较比占]|[含中]$/.test(gap);

/** 共526名学生毕业，分别为142人、173人、211人: as many bare amounts as the whole is shared out to. */
function sharedOut(reading: Reading, amounts: readonly number[], place: number, placed: Placed): Relation[] {
  const whole = amounts[place]!;
  const next = amounts[place + 1];
  if (next === undefined || isCountWord(reading, whole)) return [];
  const { text } = reading.document;
  const joint = text.slice(reading.quantities[whole]!.end, reading.quantities[next]!.start);
  if (!/^[^，,。；;\d]{0,16}[，,：:]?(?:依次|分别)(?:为|是|有|达)?$/.test(joint) || /占|增|减|比|率|均/.test(joint)) return [];
  if (!/[共总]|合计|累计|[两三四五六七八]\S{0,8}$/.test(gapBefore(reading, whole).slice(-14))) return [];
  const parts = [next];
  for (let at = place + 2; at < amounts.length && /^\s*[、，,和与及]\s*$/.test(gapBefore(reading, amounts[at]!)); at += 1)
    parts.push(amounts[at]!);
  const { unit } = reading.quantities[whole]!;
  if (
    parts.length < 2 ||
    !parts.every((part) => reading.quantities[part]!.unit === unit) ||
    gapBehind(reading, parts.at(-1)!).startsWith("等")
  )
    return [];
  return addsUp(reading, { whole, parts }) ? [held(whole, ...parts)] : told(reading, whole, parts, placed);
}

/** 96个，评为A等21个、B等47个、C等28个: a list that says itself that nothing is left out, behind what it divides. */
function divided(reading: Reading, amounts: readonly number[], place: number, placed: Placed): Relation[] {
  const first = amounts[place]!;
  const { unit } = reading.quantities[first]!;
  const same = (index: number | undefined): index is number => index !== undefined && reading.quantities[index]!.unit === unit;
  if (isCountWord(reading, first) || unit === "%") return [];
  const parts = [first];
  for (let at = place + 1; at < amounts.length; at += 1) {
    if (!same(amounts[at])) {
      if (reading.quantities[amounts[at]!]!.unit === "%") continue;
      break;
    }
    if (!isJoint(between(reading, parts.at(-1)!, amounts[at]!))) break;
    parts.push(amounts[at]!);
  }
  if (parts.length < 2 || /^[^，。；、]{0,4}等(?!次|级)/.test(gapBehind(reading, parts.at(-1)!))) return [];
  const last = amounts[place - 1];
  const joined = same(last) && isJoint(between(reading, last, first));
  if (joined && !areDone(reading, parts)) return [];
  const wholes = wholesBefore(reading, amounts.slice(0, place), unit);
  const complete = wholes.filter((whole) => saysAll(reading, whole, parts, false) || isSpentOn(reading, whole, parts));
  const [nearest] = complete;
  if (nearest === undefined) return [];
  const fitting = [...wholes, ...valuesOfSection(reading, nearest)].find(
    (whole) => !parts.includes(whole) && reading.quantities[whole]!.unit === unit && addsUp(reading, { whole, parts }),
  );
  return fitting === undefined ? told(reading, nearest, parts, placed) : [held(fitting, ...parts)];
}

/** Amounts of the unit before a list in its sentence, the nearest first. */
const wholesBefore = (reading: Reading, amounts: readonly number[], unit: string): number[] =>
  amounts.filter((index) => reading.quantities[index]!.unit === unit && !isCountWord(reading, index) && !isItem(reading, index)).reverse();

/** 甲4家、乙6家: one of a list is not what another list divides. */
const isItem = (reading: Reading, index: number): boolean =>
  /^[、和与及]/.test(gapBefore(reading, index)) || /^(?:[（(][^（）()]*[）)])?[、和与及]/.test(gapBehind(reading, index));

/** The words between two amounts, without a share told of the first. */
const between = (reading: Reading, left: number, right: number): string =>
  reading.document.text
    .slice(reading.quantities[left]!.end, reading.quantities[right]!.start)
    .replace(/^[，,（(]?[\u4e00-\u9fff]{0,8}[\d.]+%[）)]?/, "")
    .replace(reading.quantities[right]!.unit === "%" ? /占比?$/ : "", "");

/** 资金1240万元，用于设备购置760万元、学生资助480万元: no more can be spent than there is. */
function isSpentOn(reading: Reading, whole: number, parts: readonly number[]): boolean {
  const { end, unit, value } = reading.quantities[whole]!;
  const joint = reading.document.text.slice(end, reading.quantities[parts[0]!]!.start);
  return (
    unit === "元" &&
    /^[，,：:（(]?(?:分别|主要|其中)?(?:用于|投向|用作|安排用于)[^，。；\d]{1,14}$/.test(joint) &&
    compare(addedOf(reading, parts), value) > 0
  );
}

function told(reading: Reading, whole: number, parts: readonly number[], placed: Placed): Relation[] {
  if ([whole, ...parts].some((index) => placed.told.has(index))) return [];
  const figure = reading.quantities[whole]!;
  const pieces = parts.map((part) => reading.quantities[part]!);
  const sign = compare(addedOf(reading, parts), figure.value) > 0 ? ">" : "<";
  return [
    broken(
      [whole, ...parts],
      {
        code: "SUM",
        tier: "warning",
        message: {
          zh: `各项之和为${shownSum(pieces)}，文中写作${printed(figure)}`,
          en: `the parts make ${shownSum(pieces)}, the text says ${printed(figure)}`,
        },
        proof: sumLine(pieces, sign, figure),
        at: [whole, ...parts],
      },
      additionNeeds(reading, { whole, parts }),
    ),
  ];
}
