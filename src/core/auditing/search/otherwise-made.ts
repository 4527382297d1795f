/**
 * A warning rests on words that can be misread: which figures make this one. Before it is told, the figures around it are tried:
 * where another pair makes the printed share, ratio or value per head, 在校生60815人 … 若计入技工院校73655人 … 生师比14.06∶1, or
 * another value grew as told, the words were misread and nobody mistyped.
 */
import { add, compare, divide, type Exact, exact, multiply, one, subtract, zero } from "../../quantity/exact.ts";
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
  const [shared, grown] = [/^(?:share|rate)$/, /^(?:growth|change)$/].map((aspects) => pairsBy(aspects, reading, relations)) as [
    Pairs,
    Pairs,
  ];
  return relations.map((relation) => {
    if (!relation.finding || relation.finding.tier === "note") return relation;
    const { code } = relation.finding;
    // 2023届3514人，落实3279人，93.31%: one is a share of the other, and neither what the other was before.
    // 4365元增长64.5%到7180元，晋升比例61.2%: nor the other way about.
    const pair = keyOf(relation.operands.slice(-2));
    if (
      /^(?:DELTA|DIR|CROSS)$/.test(code)
        ? shared.has(pair) || (code === "DELTA" && isQuotient(reading, relation.finding.at[0]!) && grown.has(pair))
        : code === "SHARE" && grown.has(pair)
    )
      return weaklyHeld(...relation.operands);
    const made = otherwise[code]?.(reading, relation);
    return made ? weaklyHeld(...made) : relation;
  });
}

type Pairs = ReadonlySet<string>;

const keyOf = (pair: readonly number[]): string => [...pair].sort((left, right) => left - right).join();

/** Pairs of which one makes a printed share of the other, or grew to it. */
function pairsBy(aspects: RegExp, reading: Reading, relations: readonly Relation[]): Pairs {
  return new Set(
    relations.flatMap(({ held, weak, operands }) => {
      if (!held || weak || operands.length !== 3) return [];
      const values = operands.filter((index) => reading.quantities[index]!.kind === "number");
      const share = operands.find((index) => reading.quantities[index]!.kind === "share");
      return values.length === 2 && share !== undefined && aspects.test(reading.claims[share]!.aspect) ? [keyOf(values)] : [];
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
  RANGE: withoutOdd,
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
  if (isBeside(reading, at, part, whole)) return null;
  for (const other of [...near, ...alsoCalled(reading, part), ...alsoCalled(reading, whole), ...calledLike(reading, at)]) {
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
  return (
    key.endsWith(labelKey(label)) ||
    labelKey(label).endsWith(key) ||
    (concept !== null && reading.lexicon.find(key, reading.quantities[whole]!.unit) === concept)
  );
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

/** 占事业收入的7.60%: values whose longer name ends in that of the base, 学费、培训费等事业收入. */
function calledLike(reading: Reading, at: number): number[] {
  const key = labelKey(reading.claims[at]!.base ?? "");
  if (key.length < 2) return [];
  return reading.claims.flatMap(({ label, aspect }, index) => (aspect === "level" && labelKey(label).endsWith(key) ? [index] : []));
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

/** No parts of it all but some of it: 参演节目214个，评出一等奖32个、…，获奖面76.6%; the rest or the share is printed beside them. */
function chosenAmong(reading: Reading, { operands, finding }: Relation): readonly number[] | null {
  const [whole, ...parts] = operands as [number, ...number[]];
  if (operands.some((index) => reading.claims[index]!.aspect === "change")) return null;
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
    if (!inTable && figure.unit === all.unit && digitsOf(reading, index) > 2 && meet(sum, figure.interval)) return true;
    if (figure.kind === "share") return share !== null && verdict(share, figure) === "held";
    return figure.unit === all.unit && digitsOf(reading, index) > (inTable ? 3 : 1) && meet(rest, figure.interval);
  });
  // 其余8个市州合计17.98万人: of others than those told before, unless it was read as what they leave.
  const isRest = !finding!.proof.includes(" - ") && whole > Math.max(...parts);
  if (leavesRest(reading, parts) || (isRest && /(?:其余|其他|其它)[^，。；]{0,14}$/.test(wordsBefore(reading, whole)))) return operands;
  if (inTable && (isMean(reading, whole, parts) || isExplained(reading, whole))) return operands;
  // 正高级27人、副高级151人、…，高级职称共178人: of the first of them, or of the one before them too.
  const before = inTable ? undefined : beside[beside.indexOf(Math.min(...parts)) - 1];
  const longer = before !== undefined && before !== whole && reading.quantities[before]!.unit === all.unit ? [before, ...parts] : null;
  const runs = [
    ...runsOf(parts).filter((run) => digitsOf(reading, whole) > 2 || run.length >= Math.max(3, parts.length - 1)),
    ...(longer && parts.length > 2 ? [longer, longer.slice(0, -1)] : []),
  ];
  const run = runs.find((each) => meet(total(each.map((index) => reading.quantities[index]!.interval)), all.interval));
  if (run) return [whole, ...run];
  return shown === undefined ? amongTheParts(reading, operands) : [...operands, shown];
}

/** Two or more neighbours, not all of them. */
const runsOf = (parts: readonly number[]): number[][] =>
  parts
    .flatMap((_, from) => parts.slice(from + 1).map((__, length) => parts.slice(from, from + length + 2)))
    .filter((run) => run.length < parts.length);

/** 班均人数: a line between the least and the greatest of the others is no sum of them. */
function isMean(reading: Reading, whole: number, parts: readonly number[]): boolean {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  return (
    parts.length > 2 &&
    (/均|率|占比|比例/.test(reading.claims[whole]!.label) ||
      (parts.some((index) => compare(value(index), value(whole)) > 0) &&
        parts.some((index) => compare(value(index), value(whole)) < 0) &&
        parts.every((index) => compare(value(index), zero) > 0) &&
        spreadIsSmall(parts.map(value))))
  );
}

/** Of one size: means of groups, rather than a total and its parts. */
function spreadIsSmall(values: readonly Exact[]): boolean {
  const [low, high] = [values.reduce((a, b) => (compare(a, b) < 0 ? a : b)), values.reduce((a, b) => (compare(a, b) > 0 ? a : b))];
  return compare(high, multiply(low, exact(2))) < 0;
}

/** A note below the table says that its total is no sum: 同一企业只计1家，合计小于分项之和. */
function isExplained(reading: Reading, whole: number): boolean {
  const { start } = reading.quantities[whole]!;
  const table = reading.document.blocks.find((block) => block.kind === "table" && block.start <= start && start < block.end);
  if (!table) return false;
  return /(?:[小少大多]于|不等于|不是)[^。，；]{0,8}(?:分项|各项|合计|总和|之和)|重复|去重|交叉|[只按]计?[1一一][家人所个]/.test(
    reading.document.text.slice(table.end, table.end + 160),
  );
}

/** Figures of the table before and among its cells: a total counts a line more, 年末结转和结余. */
function besideCells(reading: Reading, operands: readonly number[]): number[] {
  const [from, to] = [Math.min(...operands), Math.max(...operands)];
  return Array.from({ length: Math.min(to - from, 80) + 5 }, (_, place) => from - 2 + place).filter(
    (index) => reading.claims[index] !== undefined && reading.claims[index]!.sentence < 0,
  );
}

const wordsBefore = (reading: Reading, index: number): string => {
  const { start } = reading.quantities[index]!;
  return reading.document.text.slice(Math.max(0, start - 24), start);
};

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
  const changes = figures.filter(
    (index) =>
      reading.quantities[index]!.kind === "number" && reading.claims[index]!.aspect === "change" && reading.claims[index]!.direction,
  );
  const values = around(reading, operands[0]!);
  for (const change of changes)
    for (const base of operands)
      for (const level of values) {
        if (level === change || base === change || !operands.every((index) => isAlike(reading, level, index))) continue;
        const apart = subtract(reading.quantities[level]!.value, reading.quantities[base]!.value);
        const size = reading.claims[change]!.direction === "down" ? subtract(zero, apart) : apart;
        if (compare(size, reading.quantities[change]!.value) === 0) return [change, level, base];
      }
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

/** 接待6.01万人次，其中小学生2.84万人次、初中生3.17万人次；教师143人: they make it without the one of another unit. */
function withoutOdd(reading: Reading, { operands }: Relation): readonly number[] | null {
  const [, whole, ...rest] = operands;
  if (whole === undefined || rest.length < 2) return null;
  const [sum, all] = [total(rest.map((index) => reading.quantities[index]!.interval)), reading.quantities[whole]!.interval];
  return meet(sum, all) ? [whole, ...rest] : null;
}

/** Kinds of money that every fund and office has of its own. */
const ofMany = /^(?:人员经费|公用经费|基本支出|项目支出|本年支出|本年收入|(?:年初|年末)?结转和?结余|财政拨款)$/;

/** 生师比16.2：1，市直15.7：1，县区16.7：1: the value told elsewhere stands in the same sentence as another's. Or one of them is planned, one done. */
function toldBeside(reading: Reading, { operands }: Relation): readonly number[] | null {
  if (new Set(operands.map((index) => isPlanned(reading, index))).size > 1) return operands;
  if (operands.some((index) => ofMany.test(reading.claims[index]!.label))) return operands;
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
      // 2018年合计4102.7万元，今年增加344.9万元，增长8.41%: of what is said to have been before.
      if (grows && isPrior(reading, high) && meet(point(multiply(divide(valueOf(low), valueOf(high)), hundred)), figure.interval))
        return [at, low, high];
      if (meet(point(made), figure.interval)) return [at, high, low];
    }
  return null;
}

function absoluteDifference(left: Exact, right: Exact): Exact {
  const difference = subtract(left, right);
  return compare(difference, zero) < 0 ? subtract(zero, difference) : difference;
}
