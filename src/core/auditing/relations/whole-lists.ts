/** Lists whose own words say that nothing is left out: an item for the others, A等、B等、C等, 达标 and 未达标, 市级以上 down to 市级, 中央和省级 as 中央 and 省级. */
import type { Reading } from "./relation.ts";

/** The words before each item since the figure before it, without what leads to the number. */
export function itemsOf(reading: Reading, parts: readonly number[]): string[] {
  const { text } = reading.document;
  return parts.map((part) => {
    const { start } = reading.quantities[part]!;
    const gap = text.slice(Math.max(reading.quantities[part - 1]?.end ?? 0, start - 40), start);
    const clause = /[^，,。；;、：:（()）\n]*$/.exec(gap)![0];
    return clause
      .replace(/^.*其中|^.*?[\u4e00-\u9fff]{2}中(?![央职等心学专级小高国外])/, "")
      .replace(/^(?:和|与|及|评为|评出|定为)+|(?:的?(?:有|为|是|达到?|共)|的)$/g, "");
  });
}

/** Whether the items are all that there is; of a list that ends in 其他 its beginning has to be known. */
export function saysAll(reading: Reading, whole: number, parts: readonly number[], isBegun = true): boolean {
  const items = itemsOf(reading, parts);
  if (items.length < 2 || items.some((item) => item === "") || new Set(items).size !== items.length) return false;
  const words = wholeWords(reading, whole);
  return (
    (isBegun && isOneClause(reading, parts) && hasRest(items)) ||
    isGraded(items) ||
    isOpposed(items) ||
    isDownTo(words, items) ||
    isNamed(words, items)
  );
}

function wholeWords(reading: Reading, whole: number): string {
  const { start, end } = reading.quantities[whole]!;
  const words = reading.document.text.slice(Math.max(reading.quantities[whole - 1]?.end ?? 0, start - 40), start);
  const noun = /^[\u4e00-\u9fff“”]{0,10}/.exec(reading.document.text.slice(end, end + 10))![0];
  return /[^，,。；;：:（()）\n]*$/.exec(words)![0] + noun;
}

/** 到事业单位513人，其中学校287人；到机关136人；其他256人: behind a semicolon other wholes go on. */
const isOneClause = (reading: Reading, parts: readonly number[]): boolean =>
  !/[；;。]/.test(reading.document.text.slice(reading.quantities[parts[0]!]!.end, reading.quantities[parts.at(-1)!]!.start));

/** 其他876人次 as the last of three or more. */
const hasRest = (items: readonly string[]): boolean =>
  items.length > 2 && /^(?:[\u4e00-\u9fff、]{2,12}等)?(?:其他|其它|其余)/.test(items.at(-1)!);

const grades = [/A[等级类档]?$/, /B[等级类档]?$/, /C[等级类档]?$/, /D[等级类档]?$/, /E[等级类档]?$/];
const marks = [/优秀|优$/, /良好|良$/, /合格|中$/, /不合格|差$/];

/** A等21个、B等47个、C等28个: grades from the first without a gap. */
const isGraded = (items: readonly string[]): boolean =>
  items.length > 2 && [grades, marks].some((row) => items.length <= row.length && items.every((item, at) => row[at]!.test(item)));

const not = /^(?:尚|还)?(?:未|不|非|没有|正在|尚在|待)/;

/** 已整改34个，正在整改2个: they need no words that open a list. */
export function areDone(reading: Reading, parts: readonly number[]): boolean {
  const items = itemsOf(reading, parts);
  return items[0]!.startsWith("已") && isOpposed(items);
}

/** 全部达标、基本达标、未达标; 按时发布, 未按时发布: one is none of what all others are. */
function isOpposed(items: readonly string[]): boolean {
  const opposed = items.filter((item) => not.test(item));
  if (opposed.length !== 1) return false;
  const stem = opposed[0]!.replace(not, "");
  return stem.length > 1 && items.every((item) => item === opposed[0] || hasSigns(item, stem));
}

/** The signs of `stem` in their order: 按时公开发布年报 has those of 按时发布. */
function hasSigns(words: string, stem: string): boolean {
  let from = 0;
  for (const sign of stem) {
    from = words.indexOf(sign, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

const levels = ["国家级", "省级", "市级", "县级", "校级"];

/** 市级以上课题74项，其中省级19项、市级55项: the levels from the lowest that the whole names. */
function isDownTo(whole: string, items: readonly string[]): boolean {
  const least = /([国省市县校]家?级)(?:及)?以上/.exec(whole)?.[1];
  const places = items.map((item) => levels.findIndex((level) => item.includes(level)));
  const tails = items.map((item, at) => (places[at]! < 0 ? "" : item.replace(levels[places[at]!]!, "")));
  if (least === undefined || places.some((place) => place < 0) || new Set(tails).size > 1) return false;
  return places.at(-1) === levels.indexOf(least) && places.every((place, at) => at === 0 || place === places[at - 1]! + 1);
}

/** 中央和省级资金12.6亿元，其中中央7.9亿元、省级4.7亿元: the whole names just its parts. */
function isNamed(whole: string, items: readonly string[]): boolean {
  const heads = items.map((item) => item.replace(/(?:财政|资金|专项|补助|经费|配套|安排|投入|预算)+$/, ""));
  return (
    heads.every((head) => head.length > 1) &&
    (whole.includes(heads.join("和")) ||
      whole.includes(heads.join("、")) ||
      whole.includes(heads.join("与")) ||
      (heads.length > 2 && whole.includes(`${heads.slice(0, -1).join("、")}和${heads.at(-1)!}`)))
  );
}

/** Kinds that cut across each other, whatever they end in. */
const crossing =
  /面积|双师|骨干|带头|名师|兼职|特级|班主任|党员教师|贫困|困难|建档|留守|寄宿|住宿|残疾|女|少数民族|获奖|优秀|在编|合格|新增|以上|通过|参加/;

/** 幼儿园项目14个、高中项目9个; 教职工党员、学生党员: kinds of the whole by what stands before one noun. They may be some of it, not more. */
export function areKinds(reading: Reading, whole: number, parts: readonly number[]): boolean {
  const items = itemsOf(reading, parts);
  const [first] = items;
  if (first === undefined || items.length < 2 || items.some((item) => item.length < 4 || crossing.test(item))) return false;
  const { text } = reading.document;
  if (
    !parts.slice(1).every((part, at) => /[、和与及]/.test(text.slice(reading.quantities[parts[at]!]!.end, reading.quantities[part]!.start)))
  )
    return false;
  const noun = first.slice(-2);
  return items.every((item) => item.endsWith(noun)) && new Set(items).size === items.length && wholeWords(reading, whole).includes(noun);
}
