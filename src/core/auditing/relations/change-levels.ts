/** Which values a change lies between: the new level that it belongs to, and the earlier one that the text prints. */
import { labelKey } from "../claims/words.ts";
import type { Claim } from "../claim.ts";
import { sameScope } from "./lookup.ts";
import type { Reading } from "./relation.ts";

/** The new level that a change belongs to: its subject, or the value behind it in 增加d，达到A. */
export function levelOf(reading: Reading, at: number): number | null {
  const found = ownLevelOf(reading, at);
  return found === null || isOfEach(reading, found) ? null : found;
}

function ownLevelOf(reading: Reading, at: number): number | null {
  const claim = reading.claims[at]!;
  const next = reading.claims[at + 1];
  const gap = next ? reading.document.text.slice(claim.quantity.end, next.quantity.start) : "";
  if (
    next &&
    next.sentence === claim.sentence &&
    /^[，,]?(?:(?:总数|总量|总计|累计)?(?:已|均)?(?:本年度?|今年|当年|现)(?:为|达|达到|是)?|(?:总数|总量|总计|累计)?(?:已|均)?(?:达到?了?|变为|增为|降为|减为|至|到|增至|增加到|升至|提高到|减至|降至|下降到|减少到|为))$/.test(
      gap,
    ) &&
    sameMeasure(reading, at, at + 1)
  )
    return at + 1;
  const named = betweenYears(reading, at);
  if (named !== null) return named.now;
  // 比上年提升3.5个百分点，由91.6%变为95.1%.
  const [first, second] = [reading.claims[at + 1], reading.claims[at + 2]];
  if (
    first?.base === "from" &&
    second &&
    second.sentence === claim.sentence &&
    first.sentence === claim.sentence &&
    second.base !== "from" &&
    isLevel(second) &&
    sameMeasure(reading, at, at + 2) &&
    (/^[，,]\s*(?:由|从|自)/.test(reading.document.text.slice(claim.quantity.end, claim.quantity.end + 3)) ||
      (claim.subject === null &&
        first.label === "" &&
        second.label === "" &&
        /^[，,：:（(]/.test(reading.document.text.slice(claim.quantity.end, claim.quantity.end + 1))))
  )
    return at + 2;
  if (claim.subject === null) return claim.aspect === "growth" || isComparedByName(reading, at) ? toldBefore(reading, at) : null;
  const subject = reading.claims[claim.subject]!;
  // 增加240人，增长6.8%: both speak of the same value.
  if (claim.subject < at - 1 && !isComparedByName(reading, at)) {
    const between = reading.claims.slice(claim.subject + 1, at);
    if (between.some((each) => (each.aspect === "level" && each.base !== "from") || each.aspect === "plan")) return null;
  }
  return subject.base === "from" ? null : claim.subject;
}

/** 2022年366人，2021年291人，2022年比2021年增加95人: both years are named, and each has its value before. */
function betweenYears(reading: Reading, at: number): { readonly now: number; readonly before: number } | null {
  const claim = reading.claims[at]!;
  const start = Math.max(reading.sentences[claim.sentence]?.start ?? 0, reading.quantities[at - 1]?.end ?? 0);
  const years = /((?:19|20)\d\d)年(?:比|较)((?:19|20)\d\d)年[^，。；]{0,6}$/.exec(reading.document.text.slice(start, claim.quantity.start));
  if (!years) return null;
  const of = (year: number): number[] =>
    reading.bySentence[claim.sentence]!.filter(
      (index) =>
        index < at &&
        isLevel(reading.claims[index]!) &&
        reading.claims[index]!.period === year &&
        reading.quantities[index]!.unit === claim.quantity.unit,
    );
  const [now, before] = [of(Number(years[1])), of(Number(years[2]))];
  return now.length === 1 && before.length === 1 ? { now: now[0]!, before: before[0]! } : null;
}

/** 升学人数较上年的2968人增加558人: the value before names what changed. */
const isComparedByName = (reading: Reading, at: number): boolean => {
  const before = reading.claims[at - 1];
  const { sentence, label } = reading.claims[at]!;
  return before?.sentence === sentence && before.base === "from" && label !== "" && before.label === label;
};

/** The value of the same name in the sentences just before: 获一等奖48个……。其中一等奖增长35%. */
function toldBefore(reading: Reading, at: number): number | null {
  const claim = reading.claims[at]!;
  const key = labelKey(claim.label);
  if ((key.length < 3 && !isComparedByName(reading, at)) || key.length < 2 || claim.sentence < 0) return null;
  const block = reading.sentences[claim.sentence]!.block;
  for (let index = at - 1; index >= 0 && at - index < 24; index -= 1) {
    const each = reading.claims[index]!;
    const sentence = reading.sentences[each.sentence];
    if (!sentence || sentence.block !== block || claim.sentence - each.sentence > 2) break;
    if (each.aspect === "level" && each.period === claim.period && labelKey(each.label).endsWith(key)) return index;
  }
  return null;
}

function sameMeasure(reading: Reading, change: number, level: number): boolean {
  const [left, right] = [reading.quantities[change]!, reading.quantities[level]!];
  if (left.kind === "points") return right.unit === "%";
  if (reading.claims[change]!.aspect === "growth") return true;
  return left.unit === right.unit;
}

/** The earlier level: 由X…至Y in the sentence, or the same label with the year compared with. */
export function earlierOf(reading: Reading, at: number, now: number): number | null {
  const named = betweenYears(reading, at);
  if (named !== null) return named.before;
  const claim = reading.claims[at]!;
  const level = reading.claims[now]!;
  const indexes = reading.bySentence[claim.sentence]!;
  const behind =
    reading.claims[at + 1]?.base === "from" &&
    reading.claims[at + 1]!.sentence === claim.sentence &&
    /^[，,]\s*(?:上年|去年|上一年|(?:19|20)\d\d年)/.test(
      reading.document.text.slice(reading.quantities[at]!.end, reading.quantities[at]!.end + 8),
    );
  const bracket =
    behind || /^\s*[（(]/.test(reading.document.text.slice(reading.quantities[at]!.end, reading.quantities[at]!.end + 2)) ? at + 1 : -1;
  const after =
    now === at + 1 && reading.claims[now + 1]?.base === "from" && reading.claims[now + 1]!.sentence === claim.sentence ? now + 1 : -1;
  const from = indexes.filter(
    (index) =>
      (index < Math.max(at, now) || index === bracket || index === after) &&
      index !== now &&
      reading.claims[index]!.base === "from" &&
      reading.quantities[index]!.unit === reading.quantities[now]!.unit,
  );
  // 一等奖15项、二等奖29项，一等奖比上年的12项增长25%: it names again what it was the value of.
  const again = from.findLast(
    (index) => index === at - 1 && reading.claims[index]!.label !== "" && reading.claims[index]!.label === claim.label,
  );
  if (again !== undefined && claim.subject === now) return again;
  const near = from.at(-1);
  // 教职工320人，比上年的300人增长，专任教师210人: the earlier value is that of what stands before it, not of the next name.
  const owner = near === undefined ? undefined : reading.claims[near - 1];
  if (
    near !== undefined &&
    near < now &&
    level.label !== "" &&
    owner !== undefined &&
    owner.sentence === reading.claims[near]!.sentence &&
    isLevel(owner) &&
    owner.base !== "from" &&
    owner.quantity.unit === level.quantity.unit &&
    !/[至到为成变→]/.test(reading.document.text.slice(reading.quantities[near]!.end, reading.quantities[now]!.start))
  )
    return null;
  if (near !== undefined) {
    const crossed = indexes.filter((index) => index > Math.min(near, now) && index < Math.max(near, now) && index !== at);
    return crossed.every((index) => reading.claims[index]!.aspect === "change" || reading.claims[index]!.aspect === "growth") ? near : null;
  }
  const told = toldJustBefore(reading, Math.min(at, now), now);
  if (told !== null) return told;
  // 2019年66家，2020年增加3家，变为69家: the nearest value of an earlier year in the sentence.
  if (level.label === "" && now > at) {
    const prior = indexes
      .filter(
        (index) =>
          index < at &&
          isLevel(reading.claims[index]!) &&
          reading.claims[index]!.base !== "from" &&
          reading.claims[index]!.period !== null &&
          level.period !== null &&
          reading.claims[index]!.period! < level.period &&
          reading.quantities[index]!.unit === level.quantity.unit,
      )
      .at(-1);
    if (prior !== undefined) return prior;
  }
  // 上年1233人，本年度1449人 and 2017年85.6%，2018年为88.9%: the value just before is of the year before.
  const last = reading.claims[now - 1];
  if (
    level.label === "" &&
    last &&
    last.sentence === level.sentence &&
    last.period !== null &&
    level.period !== null &&
    last.period < level.period &&
    last.quantity.unit === level.quantity.unit &&
    isLevel(last)
  )
    return now - 1;
  if (level.label === "" || level.period === null || claim.comparedWith === null) return null;
  const key = labelKey(level.label);
  const earlier = indexes.filter((index) => {
    const each = reading.claims[index]!;
    return (
      index !== now &&
      each.period === claim.comparedWith &&
      (labelKey(each.label) === key || (each.label === "" && index === now - 1)) &&
      sameScope(each, level) &&
      reading.quantities[index]!.unit === reading.quantities[now]!.unit &&
      each.aspect === level.aspect
    );
  });
  return earlier.length === 1 ? earlier[0]! : null;
}

/** 上年教职工为5238名。本年为4956名，下降5.4%: the year before stands at the end of the sentence before, or of the paragraph before. */
function toldJustBefore(reading: Reading, first: number, now: number): number | null {
  const [level, last] = [reading.claims[now]!, first - 1];
  const earlier = reading.claims[last];
  if (
    level.label !== "" ||
    !earlier ||
    earlier.sentence !== level.sentence - 1 ||
    reading.sentences[earlier.sentence]!.section !== reading.sentences[level.sentence]!.section ||
    !isLevel(earlier) ||
    (earlier.period ?? Infinity) >= (level.period ?? -Infinity) ||
    earlier.quantity.unit !== level.quantity.unit
  )
    return null;
  const words = reading.document.text.slice(earlier.quantity.end, reading.quantities[first]!.start);
  return nothingNamed.test(words) ? last : null;
}

/** Signs, a time, a comparison and a verb: the sentence goes on with what the one before spoke of. */
const nothingNamed =
  /^[）)。；\s]*(?:[\d一二三四五六七八九十①-⑳●■◆（(）).、]{1,4}\s*)?(?:(?:与之|与此|两者)?相比(?:之下)?[，,]?)?(?:到|至)?(?:本年度?|今年|当年|这一年度|(?:19|20)\d\d年度?)[末底]?[，,]?(?:则|已|共)?(?:为|是|达到?|有|变为|变成|[增减升降][加少长低]?了?|提高|下降)?$/;

export const isLevel = (claim: Claim): boolean =>
  claim.aspect === "level" || claim.aspect === "rate" || claim.aspect === "perHead" || claim.aspect === "ratio";

/** 甲、乙就业率分别为96%和95%，分别提高0.6和1.2个百分点: each change is of a level of its own. */
export function isRespective(reading: Reading, at: number): boolean {
  const { start } = reading.quantities[at]!;
  return /(?:分别|依次)[^，,；;。]*$/.test(reading.document.text.slice(Math.max(0, start - 30), start));
}

/** 银牌、铜牌各1枚: said of each, and no level of anything. */
export function isOfEach(reading: Reading, index: number): boolean {
  const { start } = reading.quantities[index]!;
  return /[各每](?:有|为|获|新增|增加)?\s*$/.test(reading.document.text.slice(Math.max(0, start - 4), start));
}

/** Remains of an edit, hedged, or said of each of several: nothing that a change starts from or leads to. */
export const isNoLevel = (reading: Reading, index: number): boolean =>
  reading.corrupt.has(index) || reading.quantities[index]!.hedge !== null || isOfEach(reading, index);
