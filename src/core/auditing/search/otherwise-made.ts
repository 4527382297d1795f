/**
 * A warning rests on words that can be misread: which figures make this one. Before it is told, the figures around it are tried:
 * where another pair makes the printed share, ratio or value per head, 在校生60815人 … 若计入技工院校73655人 … 生师比14.06∶1, or
 * another value grew as told, the words were misread and nobody mistyped.
 */
import { add, compare, divide, type Exact, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { asRounded, hundred, isExact, meet, quotient, total, verdict } from "../relations/arithmetic.ts";
import { isPlanned } from "../relations/planned-chapters.ts";
import { type Reading, type Relation, weaklyHeld } from "../relations/relation.ts";
import { gapBefore, isPrior } from "./cues.ts";
import { isQuotient } from "./operands.ts";
import { digitsOf } from "./suspicion.ts";

/** The relations, without warnings whose figures the text makes another way. */
export function unlessOtherwiseMade(reading: Reading, relations: readonly Relation[]): Relation[] {
  const shared = partsOfWholes(reading, relations);
  return relations.map((relation) => {
    if (!relation.finding || relation.finding.tier === "note") return relation;
    const { code } = relation.finding;
    // 2023届3514人，落实3279人，93.31%: one is a share of the other, and neither what the other was before.
    if (/^(?:DELTA|DIR|CROSS)$/.test(code) && shared.has(keyOf(relation.operands.slice(-2)))) return weaklyHeld(...relation.operands);
    const made = otherwise[code]?.(reading, relation);
    return made ? weaklyHeld(...made) : relation;
  });
}

const keyOf = (pair: readonly number[]): string => [...pair].sort((left, right) => left - right).join();

/** Pairs of which one makes a printed share of the other. */
function partsOfWholes(reading: Reading, relations: readonly Relation[]): ReadonlySet<string> {
  return new Set(
    relations.flatMap(({ held, weak, operands }) => {
      if (!held || weak || operands.length !== 3) return [];
      const values = operands.filter((index) => reading.quantities[index]!.kind === "number");
      const share = operands.find((index) => reading.quantities[index]!.kind === "share");
      return values.length === 2 && share !== undefined && /^(?:share|rate)$/.test(reading.claims[share]!.aspect) ? [keyOf(values)] : [];
    }),
  );
}

type Otherwise = (reading: Reading, relation: Relation) => readonly number[] | null;

const otherwise: Readonly<Record<string, Otherwise>> = {
  SHARE: otherPair,
  RATIO: otherPair,
  PERCAP: otherPair,
  BASE: ownBase,
  SUM: chosenAmong,
  DIR: otherGrowth,
  DELTA: otherChange,
  CROSS: toldBeside,
};

/** Plain numbers of the sentence, the two before it and the next. */
function around(reading: Reading, at: number): number[] {
  const { sentence } = reading.claims[at]!;
  if (sentence < 0) return [];
  return [sentence - 2, sentence - 1, sentence, sentence + 1]
    .flatMap((each) => reading.bySentence[each] ?? [])
    .filter((index) => index !== at && reading.quantities[index]!.kind === "number" && compare(reading.quantities[index]!.value, zero) > 0);
}

/** What 每月 and 每学期 are counted by. */
const isSpan = (reading: Reading, index: number): boolean => /^(?:个月|月|年|学期|天|周|期|次)/.test(reading.quantities[index]!.unit);

/** Another figure in the place of one of the two makes it; of a value per head and month the number of months does. */
function otherPair(reading: Reading, { operands, finding }: Relation): readonly number[] | null {
  const at = isQuotient(reading, finding!.at[0]!) ? finding!.at[0]! : operands.find((index) => isQuotient(reading, index));
  const [part, whole] = operands.filter((index) => index !== at);
  if (at === undefined || part === undefined || whole === undefined) return null;
  if (isOfOtherYear(reading, at, [part, whole]) || isOfBothKinds(reading, at, part, whole)) return operands;
  const near = around(reading, at);
  const span =
    reading.claims[at]!.aspect === "perHead"
      ? near.find((index) => isSpan(reading, index) && makes(reading, at, part, whole, reading.quantities[index]!.value))
      : undefined;
  if (span !== undefined) return [at, part, whole, span];
  if (isBeside(reading, at, part, whole)) return null;
  for (const other of [...near, ...alsoCalled(reading, part), ...alsoCalled(reading, whole)]) {
    if (isPrior(reading, other) && !isPrior(reading, at)) continue;
    if (isAlike(reading, other, part) && makes(reading, at, other, whole)) return [at, other, whole];
    if (
      isAlike(reading, other, whole) &&
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
  const other = absoluteDifference(a, b);
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

/** 占专任教师的86.7%: the words name the very figure that it is a share of. */
function isNamedBase(reading: Reading, at: number, whole: number): boolean {
  const { base } = reading.claims[at]!;
  if (!base) return false;
  const { label, concept } = reading.claims[whole]!;
  const key = labelKey(base);
  return key.endsWith(labelKey(label)) || (concept !== null && reading.lexicon.find(key, reading.quantities[whole]!.unit) === concept);
}

/** Two numbers of one unit that cannot be the same. */
function isAlike(reading: Reading, left: number, right: number): boolean {
  const [a, b] = [reading.quantities[left]!, reading.quantities[right]!];
  return a.kind === "number" && a.unit === b.unit && !meet(a.interval, b.interval);
}

function makes(reading: Reading, at: number, part: number, whole: number, each: Exact = one): boolean {
  const figure = asRounded(reading.quantities[at]!);
  const factor = divide(figure.kind === "share" ? hundred : one, each);
  const computed = quotient(reading.quantities[part]!.interval, reading.quantities[whole]!.interval, factor);
  return computed !== null && verdict(computed, figure) === "held";
}

/** Values of the same measure and year elsewhere in the text, as of another scope. */
function alsoCalled(reading: Reading, at: number): number[] {
  const { concept, period } = reading.claims[at]!;
  if (concept === null) return [];
  return reading.claims.flatMap((claim, index) =>
    claim.concept === concept && claim.sentence >= 0 && claim.period === period && reading.quantities[index]!.kind === "number"
      ? [index]
      : [],
  );
}

/** Of another base than the words seem to name: it stands beside the part, 上年毕业生7430人，就业7186人，就业率96.72%, or the named one is less than the part. */
function ownBase(reading: Reading, { finding, operands }: Relation): readonly number[] | null {
  const at = finding!.at[0]!;
  const [, part, named, right] = operands;
  if (part === undefined || named === undefined) return null;
  const valueOf = (index: number): Exact => reading.quantities[index]!.value;
  if (isNamedBase(reading, at, named)) return null;
  if (reading.claims[at]!.base && compare(valueOf(named), valueOf(part)) < 0) return [at, part];
  const beside = right === undefined ? at - 2 : right;
  // 在读生60752名，新生中有女孩27778名: the part says itself what it is of.
  if (reading.claims[part]!.label.includes(reading.claims[named]!.label)) return null;
  return beside === at - 2 && part === at - 1 && !reading.claims[at]!.base && makes(reading, at, part, beside) ? [at, part, beside] : null;
}

/** No parts of it all but some of it: 参演节目214个，评出一等奖32个、…，获奖面76.6%; the rest or the share is printed beside them. */
function chosenAmong(reading: Reading, { operands }: Relation): readonly number[] | null {
  const [whole, ...parts] = operands as [number, ...number[]];
  const sum = total(parts.map((index) => reading.quantities[index]!.interval));
  const all = reading.quantities[whole]!;
  // 总投资9480万元，已下达5280万元，今年3200万元，其余1000万元: what is missing is printed.
  const values = operands.map((index) => reading.quantities[index]!.value);
  const largest = values.reduce((left, right) => (compare(left, right) > 0 ? left : right));
  const others = values.filter((value) => value !== largest).reduce(add, zero);
  const rest = point(absoluteDifference(largest, others));
  const share = quotient(sum, all.interval, hundred);
  const inTable = reading.claims[whole]!.sentence < 0;
  const beside = inTable
    ? besideCells(reading, operands)
    : [...new Set(operands.map((index) => reading.claims[index]!.sentence))].flatMap((sentence) => reading.bySentence[sentence] ?? []);
  const shown = beside.find((index) => {
    const figure = reading.quantities[index]!;
    if (operands.includes(index) || !isExact(figure)) return false;
    if (figure.kind === "share") return share !== null && verdict(share, figure) === "held";
    return figure.unit === all.unit && digitsOf(reading, index) > (inTable ? 3 : 1) && meet(rest, figure.interval);
  });
  if (leavesRest(reading, parts)) return operands;
  // 正高级27人、副高级151人、…，高级职称共178人: of the first of them.
  for (let from = 0; from < parts.length; from += 1)
    for (let to = from + 2; to <= parts.length && digitsOf(reading, whole) > 2; to += 1) {
      const run = parts.slice(from, to);
      if (run.length < parts.length && meet(total(run.map((index) => reading.quantities[index]!.interval)), all.interval))
        return [whole, ...run];
    }
  return shown === undefined ? amongTheParts(reading, operands) : [...operands, shown];
}

/** Figures of the table before and among its cells: a total counts a line more, 年末结转和结余. */
function besideCells(reading: Reading, operands: readonly number[]): number[] {
  const [from, to] = [Math.min(...operands), Math.max(...operands)];
  return Array.from({ length: Math.min(to - from, 80) + 5 }, (_, place) => from - 2 + place).filter(
    (index) => reading.claims[index] !== undefined && reading.claims[index]!.sentence < 0,
  );
}

/** 中央1.62亿元、省级0.59亿元，其余由市县承担: nobody says how much that is. */
function leavesRest(reading: Reading, parts: readonly number[]): boolean {
  const last = Math.max(...parts.map((index) => reading.quantities[index]!.end));
  return /^[，,；;]\s*(?:其余|剩余|余下)(?![^，。；;]{0,24}\d)/.test(reading.document.text.slice(last, last + 30));
}

/** All of them are parts: with their neighbours they make another total of the sentence or of the one before. */
function amongTheParts(reading: Reading, operands: readonly number[]): readonly number[] | null {
  const { sentence } = reading.claims[operands[0]!]!;
  if (sentence < 0 || operands.some((index) => reading.claims[index]!.sentence !== sentence)) return null;
  const { unit } = reading.quantities[operands[0]!]!;
  const alike = (each: number): number[] =>
    (reading.bySentence[each] ?? []).filter(
      (index) => reading.quantities[index]!.unit === unit && reading.quantities[index]!.kind === "number",
    );
  const here = alike(sentence);
  const places = operands.map((index) => here.indexOf(index));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const totals = [...alike(sentence - 1), ...here];
  for (let first = Math.max(0, from - 3); first <= from; first += 1)
    for (let last = to; last < Math.min(here.length, to + 4); last += 1) {
      const run = here.slice(first, last + 1);
      if (run.length < 3) continue;
      const sum = total(run.map((index) => reading.quantities[index]!.interval));
      const whole = totals.find(
        (index) => !run.includes(index) && isExact(reading.quantities[index]!) && meet(sum, reading.quantities[index]!.interval),
      );
      if (whole !== undefined) return [whole, ...run];
    }
  return null;
}

/** Another value than the nearest grew as told: 投入21603万元，其中…县区4318万元，较上年的19874万元增长8.7%. */
function otherGrowth(reading: Reading, { operands }: Relation): readonly number[] | null {
  const sentence = reading.claims[operands[0]!]!.sentence;
  const figures = reading.bySentence[sentence] ?? [];
  const rates = figures.filter(
    (index) => reading.quantities[index]!.kind === "share" && /^(?:growth|change)$/.test(reading.claims[index]!.aspect),
  );
  const values = around(reading, operands[0]!);
  for (const rate of rates)
    for (const base of operands)
      for (const level of values) {
        if (!operands.every((index) => isAlike(reading, level, index))) continue;
        const { direction } = reading.claims[rate]!;
        const grown = subtract(divide(reading.quantities[level]!.value, reading.quantities[base]!.value), one);
        const size = direction === "down" ? subtract(zero, grown) : grown;
        if (compare(size, zero) > 0 && meet(point(multiply(size, hundred)), asRounded(reading.quantities[rate]!).interval))
          return [rate, level, base];
      }
  return null;
}

/** 生师比16.2：1，市直15.7：1，县区16.7：1: the value told elsewhere stands in the same sentence as another's. Or one of them is planned, one done. */
function toldBeside(reading: Reading, { operands }: Relation): readonly number[] | null {
  if (new Set(operands.map((index) => isPlanned(reading, index))).size > 1) return operands;
  for (const [here, there] of [operands, [...operands].reverse()] as [number, number][]) {
    const { sentence } = reading.claims[here]!;
    const beside = (reading.bySentence[sentence] ?? []).find(
      (index) =>
        index !== here &&
        !isPrior(reading, index) &&
        reading.quantities[index]!.kind === reading.quantities[here]!.kind &&
        compare(reading.quantities[index]!.value, reading.quantities[there]!.value) === 0,
    );
    if (sentence >= 0 && operands.length === 2 && beside !== undefined && beside !== there) return [there, beside];
  }
  return null;
}

/** Two other figures of the sentence lie that far apart: 由2021年的88.6%、2022年的90.3%提高到2023年的92.1%，两年累计提高3.5个百分点. */
function otherChange(reading: Reading, { operands, finding }: Relation): readonly number[] | null {
  const at = operands.find((index) => index === finding!.at[0]) ?? operands[0]!;
  const figure = asRounded(reading.quantities[at]!);
  const grows = figure.kind === "share";
  // 年均增长8.3%: of each year, not of all of them.
  if (grows && /年均|年平均|每年/.test(gapBefore(reading, at))) return operands;
  const valueOf = (index: number): Exact => reading.quantities[index]!.value;
  const values = (reading.bySentence[reading.claims[at]!.sentence] ?? []).filter(
    (index) => index !== at && compare(valueOf(index), zero) > 0,
  );
  for (const one of operands)
    for (const other of values) {
      if (one === at || one === other || reading.quantities[one]!.unit !== reading.quantities[other]!.unit) continue;
      const [low, high] = compare(valueOf(one), valueOf(other)) < 0 ? [one, other] : [other, one];
      const apart = subtract(valueOf(high), valueOf(low));
      const made = grows ? multiply(divide(apart, valueOf(low)), hundred) : apart;
      if (meet(point(made), figure.interval)) return [at, high, low];
    }
  return null;
}

function absoluteDifference(left: Exact, right: Exact): Exact {
  const difference = subtract(left, right);
  return compare(difference, zero) < 0 ? subtract(zero, difference) : difference;
}
