/** What else a share, a ratio or a value per head may be made of than the two that it was read with. */
import { absolute, compare, divide, type Exact, isZero, one, subtract } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { asRounded, hundred, meet, quotient, verdict } from "../relations/arithmetic.ts";
import { sameScope } from "../relations/lookup.ts";
import type { Reading, Relation } from "../relations/relation.ts";
import { gapBefore, isPrior } from "./cues.ts";
import { isQuotient } from "./operands.ts";
import { around, isAlike, wordsBefore } from "./otherwise-around.ts";

/** What 每月 and 每学期 are counted by. */
const isSpan = (reading: Reading, index: number): boolean => /^(?:个月|月|年|学期|天|周|期|次)/.test(reading.quantities[index]!.unit);

/** Another figure in the place of one of the two makes it; of a value per head and month the number of months does. */
export function otherPair(reading: Reading, { operands, finding }: Relation): readonly number[] | null {
  const at = isQuotient(reading, finding!.at[0]!) ? finding!.at[0]! : operands.find((index) => isQuotient(reading, index));
  const [part, whole] = operands.filter((index) => index !== at);
  if (at === undefined || part === undefined || whole === undefined) return null;
  // 学员740人，其中60岁以上的占78%: the part of such a share is printed behind it, or nowhere.
  if (
    reading.quantities[at]!.kind === "share" &&
    /其中[^，。；]{0,24}占[^\d]{0,8}$/.test(wordsBefore(reading, at)) &&
    part < at &&
    part !== at - 1
  )
    return operands;
  if (isOfOtherYear(reading, at, [part, whole]) || isOfBothKinds(reading, at, part, whole)) return operands;
  const near = around(reading, at);
  const span =
    reading.claims[at]!.aspect === "perHead"
      ? near.find((index) => isSpan(reading, index) && makes(reading, at, part, whole, reading.quantities[index]!.value))
      : undefined;
  if (span !== undefined) return [at, part, whole, span];
  // 班级由24个增加到36个，学生由1092人增加到1518人，班均由45.5人降到42.2人: then of what both were before.
  const earlier = isPrior(reading, at) ? near.filter((index) => isPrior(reading, index)) : [];
  const pair = earlier
    .filter((index) => isAlike(reading, index, part))
    .flatMap((each) =>
      earlier.filter((other) => isAlike(reading, other, whole) && makes(reading, at, each, other)).map((other) => [at, each, other]),
    )[0];
  if (pair) return pair;
  if (isBeside(reading, at, part, whole)) return null;
  for (const other of [...near, ...alsoCalled(reading, part), ...alsoCalled(reading, whole), ...calledLike(reading, at)]) {
    if (isPrior(reading, other) && !isPrior(reading, at)) continue;
    if (isAlike(reading, other, part) && !isOneFact(reading, at, part, other) && makes(reading, at, other, whole))
      return [at, other, whole];
    if (
      isAlike(reading, other, whole) &&
      !isOneFact(reading, at, whole, other) &&
      isNamedBase(reading, at, whole) <= isNamedBase(reading, at, other) &&
      makes(reading, at, part, other)
    )
      return [at, part, other];
  }
  return null;
}

/** 销售收入486万元，是2022年的1.8倍: of a year of which nothing is told. */
function isOfOtherYear(reading: Reading, at: number, operands: readonly number[]): boolean {
  const year = reading.quantities[at]!.unit === "倍" && /((?:19|20)\d\d)年(?:同期)?的?\s*$/.exec(gapBefore(reading, at))?.[1];
  return Boolean(year) && operands.every((index) => reading.claims[index]!.period !== Number(year));
}

/** 普通高中2214人，合计4021人，职普比44.9∶55.1: of the two kinds that make the whole. */
function isOfBothKinds(reading: Reading, at: number, left: number, right: number): boolean {
  if (reading.quantities[at]!.kind !== "ratio") return false;
  const [a, b] = [left, right].map((index) => reading.quantities[index]!.value) as [Exact, Exact];
  const other = absolute(subtract(a, b));
  if ([a, b, other].some(isZero)) return false;
  const { interval } = asRounded(reading.quantities[at]!);
  return [a, b].some((kind) => [divide(kind, other), divide(other, kind)].some((value) => meet(point(value), interval)));
}

/** 预算为274.82万元，决算为245.53万元，完成93.57%; 对口就业2604人，对口就业率81.6%: those beside it, or of its name, are meant and no others. */
function isBeside(reading: Reading, at: number, part: number, whole: number): boolean {
  const { sentence, label } = reading.claims[at]!;
  const name = reading.claims[part]!.label;
  const beside = Math.min(part, whole) === at - 2 && Math.max(part, whole) === at - 1;
  return (beside && reading.claims[at - 2]!.sentence === sentence) || (part === at - 1 && name.length >= 3 && label.startsWith(name));
}

/** 专任教师1640人，生师比17：1 here and 专任教师1460人 there: one of them is wrong, and neither is another reading. */
function isOneFact(reading: Reading, at: number, read: number, instead: number): boolean {
  const [one, other] = [reading.claims[read]!, reading.claims[instead]!];
  if (read > at || one.sentence !== reading.claims[at]!.sentence) return false;
  return one.concept !== null && one.concept === other.concept && one.period === other.period && sameScope(one, other);
}

/** 占专任教师的86.7%: the words name the very figure that it is a share of. */
function isNamedBase(reading: Reading, at: number, whole: number): boolean {
  const { base } = reading.claims[at]!;
  if (!base) return false;
  const { label, concept } = reading.claims[whole]!;
  const key = labelKey(base);
  return (
    key.endsWith(labelKey(label)) ||
    labelKey(label).endsWith(key) ||
    (concept !== null && reading.lexicon.find(key, reading.quantities[whole]!.unit) === concept)
  );
}

function makes(reading: Reading, at: number, part: number, whole: number, each: Exact = one): boolean {
  const figure = asRounded(reading.quantities[at]!);
  const factor = divide(figure.kind === "share" ? hundred : one, each);
  const computed = quotient(reading.quantities[part]!.interval, reading.quantities[whole]!.interval, factor);
  return computed !== null && verdict(computed, figure) === "held";
}

/** 占事业收入的7.60%: values whose longer name ends in that of the base, 学费、培训费等事业收入. */
function calledLike(reading: Reading, at: number): number[] {
  const key = labelKey(reading.claims[at]!.base ?? "");
  if (key.length < 2) return [];
  return nearest(reading, at).filter(
    (index) => reading.claims[index]!.aspect === "level" && labelKey(reading.claims[index]!.label).endsWith(key),
  );
}

/** Values of the same measure and year elsewhere in the text, as of another scope. */
function alsoCalled(reading: Reading, at: number): number[] {
  const { concept, period } = reading.claims[at]!;
  if (concept === null) return [];
  return nearest(reading, at).filter((index) => {
    const claim = reading.claims[index]!;
    return claim.concept === concept && claim.sentence >= 0 && claim.period === period && reading.quantities[index]!.kind === "number";
  });
}

/** A few hundred figures around it: enough of a chapter or two, and no more of a long text. */
const nearest = (reading: Reading, at: number): number[] => {
  const from = Math.max(0, at - 400);
  return reading.claims.slice(from, at + 400).map((_, place) => from + place);
};

/** Of another base than the words seem to name: it stands beside the part, 上年毕业生7430人，就业7186人，就业率96.72%, or the named one is less than the part. */
export function ownBase(reading: Reading, { finding, operands }: Relation): readonly number[] | null {
  const at = finding!.at[0]!;
  const [, part, named, right] = operands;
  if (part === undefined || named === undefined) return null;
  const valueOf = (index: number): Exact => reading.quantities[index]!.value;
  const beside = right === undefined ? at - 2 : right;
  // 就业1093人，其中对口907人，占就业毕业生的82.98%；在本市就业758人: the one before it is meant, not the one behind.
  if (named > at && beside < at && makes(reading, at, part, beside)) return [at, part, beside];
  if (isNamedBase(reading, at, named)) return null;
  // 占56.58%, of nothing that is named: of another sentence's figure only by chance.
  if (!reading.claims[at]!.base && reading.claims[named]!.sentence !== reading.claims[at]!.sentence && reading.claims[named]!.label === "")
    return [at, part];
  if (reading.claims[at]!.base && compare(valueOf(named), valueOf(part)) < 0) return [at, part];
  // 在读生60752名，新生中有女孩27778名: the part says itself what it is of.
  if (reading.claims[part]!.label.includes(reading.claims[named]!.label)) return null;
  return beside === at - 2 && part === at - 1 && !reading.claims[at]!.base && makes(reading, at, part, beside) ? [at, part, beside] : null;
}
