/**
 * Two values of one thing and what lies between them: a change, a growth, percentage points, searched for by their numbers
 * in the sentence. Where the numbers agree the words are held against them: the way it moved, the years compared, % for
 * percentage points. Where they do not, the only two values of the sentence are told.
 */
import { absolute, compare, divide, type Exact, exact, isZero, multiply, subtract } from "../../quantity/exact.ts";
import { between, type Interval, point, subtract as apart } from "../../quantity/interval.ts";
import { absoluteOf } from "./interval.ts";
import { type Couple, isNewLevel, wordsAgainst } from "./change-words.ts";
import { yearsOfTwo } from "./value-years.ts";
import { bare, hundred, meet, printed, quotient, roundedTo, shown, shownInterval, verdict } from "../relations/arithmetic.ts";
import { isNoLevel, isRespective } from "../relations/change-levels.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import { isFromOtherBody } from "./compared-rates.ts";
import { clauseBefore, directionBefore, gapBefore, gapBehind, isPrior } from "./cues.ts";
import { namingOf } from "./names.ts";
import { isOperand } from "./operands.ts";
import { oddUnit, sameKind } from "./odd-unit.ts";
import { digitsOf, middle, type Needs, type Placed, slipped, suspect } from "./suspicion.ts";

type Sort = "change" | "growth" | "points";

/** Changes of one sentence. */
export function sentenceChanges(reading: Reading, sentence: number, placed: Placed): Relation[] {
  const indexes = reading.bySentence[sentence]!;
  const moves = indexes.filter((index) => isMove(reading, index));
  return moves.flatMap((at) => {
    const couples = couplesOf(reading, at, indexes, moves);
    const fitting = couples.find((couple) => fits(reading, at, couple, sortOf(reading, at)));
    if (fitting) return wordsAgainst(reading, at, fitting, placed);
    const crossed = couplesOf(reading, at, indexes, moves, false, true).find((couple) => fits(reading, at, couple, sortOf(reading, at)));
    if (crossed && !placed.told.has(at)) return oddUnit(reading, [at, crossed.high, crossed.low], placed);
    if (placed.told.has(at)) return [];
    const misprinted = couplesOf(reading, at, indexes, moves, true).find((couple) => fits(reading, at, couple, otherSort(reading, at)));
    // 由90%提高到95%，增长5.6%: a rate may grow by per cent of itself.
    const either = misprinted !== undefined && fits(reading, at, misprinted, sortOf(reading, at));
    if (misprinted && !either && digitsOf(reading, at) >= 2 && ofOneThing(reading, misprinted)) return [otherUnit(reading, at, misprinted)];
    const level = levelInPoints(reading, at, indexes);
    if (level !== null) return [otherUnit(reading, level.high, { high: at, low: level.low })];
    if (placed.held.has(at) || isFromOtherBody(reading, at)) return [];
    // 本年2615名、上年2748名，减少132名；教师182名: of several couples the one of two years.
    const [only, another] = couples.length === 1 ? couples : couples.filter((couple) => isCompared(reading, couple));
    return only && !another ? tell(reading, at, only, moves, placed) : [];
  });
}

function isMove(reading: Reading, index: number): boolean {
  const [quantity, claim] = [reading.quantities[index]!, reading.claims[index]!];
  if (isNoLevel(reading, index)) return false;
  if (quantity.kind === "points") return true;
  // 分别下降19%和12.4%: the second goes on with the verb of the first.
  const last = reading.quantities[index - 1];
  if (last?.unit === quantity.unit && /^[和与及、]$/.test(gapBefore(reading, index)) && isMove(reading, index - 1)) return true;
  if (quantity.unit === "%" && quantity.kind === "share")
    return claim.aspect === "growth" || (directionBefore(reading, index) !== null && !becomes.test(gapBefore(reading, index)));
  return (
    isOperand(reading, index) &&
    claim.base !== "from" &&
    (claim.aspect === "change" || directionBefore(reading, index) !== null) &&
    !isNewLevel(reading, index)
  );
}

/** 文盲率由5.1%下降为3.1%: a new level, where 增速为3.1% is a growth. */
const becomes = /(?:增加?|增长|[上提]升|提高|升|涨|扩大|下降|降低?|减少?|缩小|回落)[至到为成]\s*$/;

function sortOf(reading: Reading, at: number): Sort {
  const { kind, unit } = reading.quantities[at]!;
  return kind === "points" ? "points" : unit === "%" ? "growth" : "change";
}

function otherSort(reading: Reading, at: number): Sort | null {
  const sort = sortOf(reading, at);
  return sort === "points" ? "growth" : sort === "growth" ? "points" : null;
}

/** Pairs of values that `at` can be the change between; `other` where it may be printed in the wrong unit. */
function couplesOf(
  reading: Reading,
  at: number,
  indexes: readonly number[],
  moves: readonly number[],
  other = false,
  loose = false,
): Couple[] {
  const sort = other ? otherSort(reading, at) : sortOf(reading, at);
  const figure = reading.quantities[at]!;
  const levels = indexes.filter((index) => {
    const quantity = reading.quantities[index]!;
    if (index === at || isNoLevel(reading, index)) return false;
    if (moves.includes(index)) return sort === "points" && isRateOfGrowth(reading, index);
    // 为预算的99.2%: how far an amount got, no level that changes by points.
    if (sort === "points") return quantity.kind === "share" && quantity.unit === "%" && reading.claims[index]!.aspect !== "plan";
    return (
      isOperand(reading, index) && (sort === "growth" || quantity.unit === figure.unit || (loose && sameKind(quantity.unit, figure.unit)))
    );
  });
  return levels.flatMap((left, position) =>
    levels.slice(position + 1).flatMap((right) => {
      const [one, two] = [reading.quantities[left]!, reading.quantities[right]!];
      if ((loose ? !sameKind(one.unit, two.unit) : one.unit !== two.unit) || differentThings(reading, left, right)) return [];
      if (sort === "points" && otherBases(reading, left, right)) return [];
      return [compare(one.value, two.value) >= 0 ? { high: left, low: right } : { high: right, low: left }];
    }),
  );
}

/** 由91.2%降至90.9个百分点，下降0.3个百分点: the new level stands in points. */
function levelInPoints(reading: Reading, at: number, indexes: readonly number[]): Couple | null {
  if (sortOf(reading, at) !== "points") return null;
  const quantity = (index: number): Reading["quantities"][number] => reading.quantities[index]!;
  for (const high of indexes)
    for (const low of indexes)
      if (
        high !== at &&
        low !== at &&
        quantity(high).kind === "points" &&
        (directionBefore(reading, high) === null || isNewLevel(reading, high)) &&
        quantity(low).unit === "%" &&
        quantity(low).kind === "share" &&
        compare(quantity(high).value, quantity(at).value) > 0 &&
        meet(absoluteOf(apart(quantity(high).interval, quantity(low).interval)), quantity(at).interval)
      )
        return { high, low };
  return null;
}

/** 增长率为0.53%，比上期的0.57%下降0.04个百分点: a growth that itself moves. */
const isRateOfGrowth = (reading: Reading, index: number): boolean =>
  reading.quantities[index]!.unit === "%" && /(?:增长率|增速|增幅|涨幅|降幅|增长速度)(?:为|是|达到?)?\s*$/.test(gapBefore(reading, index));

/** Both have names of their own, and these differ: two kinds, not two years. */
function differentThings(reading: Reading, left: number, right: number): boolean {
  const { of } = namingOf(reading);
  const [one, two] = [of[left], of[right]];
  return !!one && !!two && one.name !== two.name && !one.name.endsWith(two.name) && !two.name.endsWith(one.name);
}

/** 占就业人数的52.7%，…占毕业生总数的51.9%: one part as shares of two wholes, not two years. */
function otherBases(reading: Reading, left: number, right: number): boolean {
  const [one, two] = [reading.claims[left]!.base, reading.claims[right]!.base].map((base) => (base === "from" ? null : (base ?? "")));
  return one !== null && two !== null && one !== two;
}

/** What the growth from the lower to the higher value can be, and the fall from the higher to the lower: of one that is told to be earlier only that. */
function rates(reading: Reading, { high, low }: Couple): Interval[] {
  const [large, small] = [reading.quantities[high]!.interval, reading.quantities[low]!.interval];
  const earlier = isPrior(reading, high) === isPrior(reading, low) ? null : isPrior(reading, high) ? high : low;
  const risen = earlier === high ? null : quotient(large, small, hundred);
  const fallen = earlier === low ? null : quotient(small, large, hundred);
  return [...(risen ? [apart(risen, point(hundred))] : []), ...(fallen ? [apart(point(hundred), fallen)] : [])];
}

function fits(reading: Reading, at: number, couple: Couple, sort: Sort | null): boolean {
  const figure = reading.quantities[at]!;
  if (sort === null) return false;
  if (sort === "growth") {
    return rates(reading, couple).some((rate) => verdict(rate, figure) !== "off");
  }
  const difference = absoluteOf(apart(reading.quantities[couple.high]!.interval, reading.quantities[couple.low]!.interval));
  return meet(difference, figure.interval);
}

function otherUnit(reading: Reading, at: number, { high, low }: Couple): Relation {
  const figure = reading.quantities[at]!;
  const right = figure.kind === "points" ? "%" : "个百分点";
  return broken([at, high, low], {
    code: "PP",
    tier: "warning",
    message: {
      zh: `${printed(figure)}应以“${right}”计`,
      en: `${printed(figure)} should be in ${right === "%" ? "%" : "percentage points"}`,
    },
    proof: `${bare(reading.quantities[low]!)}与${bare(reading.quantities[high]!)}之间${right === "%" ? "按比例" : "相差"}${bare(figure)}${right}`,
    at: [at, high, low],
  });
}

/** Two values of one name, of two years, or the second right behind the first without a name of its own. */
function ofOneThing(reading: Reading, { high, low }: Couple): boolean {
  const [first, second] = [Math.min(high, low), Math.max(high, low)];
  const [one, other] = [reading.claims[first]!, reading.claims[second]!];
  if (one.base === "from" || other.base === "from" || one.period !== other.period) return true;
  if (isPrior(reading, first) || isPrior(reading, second)) return true;
  const gap = reading.document.text.slice(one.quantity.end, other.quantity.start);
  return (one.label !== "" && one.label === other.label) || (second === first + 1 && other.label === "" && !/[和与及、]/.test(gap));
}

/** The only two values between which it can lie. */
function tell(reading: Reading, at: number, couple: Couple, moves: readonly number[], placed: Placed): Relation[] {
  const sort = sortOf(reading, at);
  const figure = reading.quantities[at]!;
  const { high, low } = couple;
  if (moves.some((index) => index !== at && sortOf(reading, index) === sort) || [high, low].some((index) => placed.told.has(index)))
    return [];
  // 从94.2%提高到96.2%，高于全省平均1.1个百分点: against another body, not the year before.
  const ofTwoTimes = [high, low].some((index) => reading.claims[index]!.base === "from");
  if (ofTwoTimes && /(?:高于|低于|高出|优于)[全平]?[国省市县区均][^，。；]{0,6}$/.test(gapBefore(reading, at))) return [];
  if (isRespective(reading, at) || parted(reading, [at, high, low]) || /^.{0,6}(?:计划|目标|预期)/.test(gapBehind(reading, at))) return [];
  const [large, small] = [reading.quantities[high]!.value, reading.quantities[low]!.value];
  const difference = subtract(large, small);
  const computed: Interval = sort === "growth" ? growthOf(reading, couple) : point(difference);
  const { low: least, high: greatest } = figure.interval;
  if (!least || !greatest || isZero(small)) return [];
  const grown = (base: Exact, rate: Exact): Exact => divide(multiply(base, { ...addHundred(rate) }), hundred);
  const needs: Needs =
    sort === "growth"
      ? new Map([
          [at, roundedTo(computed, figure)],
          [high, between(grown(small, least.value), grown(small, greatest.value))],
          [
            low,
            between(
              divide(multiply(large, hundred), addHundred(greatest.value)),
              divide(multiply(large, hundred), addHundred(least.value)),
            ),
          ],
        ])
      : new Map([
          [at, point(difference)],
          [high, point(subtract(small, subtract(exact(0), figure.value)))],
          [low, point(absolute(subtract(large, figure.value)))],
        ]);
  const culprits = [...slipped(reading, needs, placed), ...slipped(reading, crossing(reading, at, couple), placed)];
  const compared = isCompared(reading, couple);
  // 较2012年增加49.8%, beside values of 2017 and 2018: that of the year compared with is told nowhere.
  const against = reading.claims[at]!.comparedWith;
  if (
    against !== null &&
    /(?:19|20)\d\d年/.test(clauseBefore(reading, at)) &&
    ![high, low].some((index) => reading.claims[index]!.period === against || reading.claims[index]!.base === "from")
  )
    return [];
  // 毕业率97.1%，较上年下降0.4个百分点；若以…为基数，87.7%: last year's value is told nowhere in the sentence.
  if (!compared && /[较比与同]\s?(?:上一?[年学]|去年|前一?年|同期|(?:19|20)\d\d年)|同比/.test(clauseBefore(reading, at))) return [];
  const alike = compare(multiply(small, exact(2)), large) >= 0;
  const expected = middle(computed);
  if (expected === null) return [];
  const tight = compared && alike && digitsOf(reading, at) >= 2 && (reading.claims[at]!.direction ?? directionBefore(reading, at)) !== null;
  if (!(culprits.length > 0 && (compared || alike)) && !tight) return [];
  const mark = sort === "growth" ? "%" : "";
  const value = sort === "growth" ? `${shownInterval(computed, figure)}${mark}` : shown(difference, figure);
  return [
    suspect(reading, "DELTA", [at, high, low], {
      formula:
        sort === "growth"
          ? `|${bare(reading.quantities[high]!)} - ${bare(reading.quantities[low]!)}| ÷ ${bare(reading.quantities[isPrior(reading, high) ? high : low]!)}`
          : `${bare(reading.quantities[high]!)} - ${bare(reading.quantities[low]!)}`,
      value,
      needs,
    }),
  ];
}

const isCompared = (reading: Reading, couple: Couple): boolean =>
  isPrior(reading, couple.high) !== isPrior(reading, couple.low) || bothYears(reading, couple);

/** What the two values would be if the slip had put the lower above the higher: 较96.7%提升0.9个百分点，为7.6%. */
function crossing(reading: Reading, at: number, { high, low }: Couple): Needs {
  const [large, small] = [reading.quantities[high]!.value, reading.quantities[low]!.value];
  const { value, interval } = reading.quantities[at]!;
  if (sortOf(reading, at) !== "growth")
    return new Map([
      [low, point(subtract(large, subtract(exact(0), value)))],
      ...(compare(small, value) > 0 ? [[high, point(subtract(small, value))] as const] : []),
    ]);
  const [least, greatest] = [interval.low!.value, interval.high!.value];
  if (compare(greatest, hundred) >= 0) return new Map();
  const rest = (rate: Exact): Exact => subtract(hundred, rate);
  // Fallen from the value that is now the lower, or risen to the value that is now the higher; and the other way about.
  return new Map([
    [low, between(divide(multiply(large, addHundred(least)), hundred), divide(multiply(large, addHundred(greatest)), hundred))],
    [high, between(divide(multiply(small, rest(greatest)), hundred), divide(multiply(small, rest(least)), hundred))],
  ]);
}

function growthOf(reading: Reading, { high, low }: Couple): Interval {
  const before = isPrior(reading, high) && !isPrior(reading, low) ? high : low;
  // Nothing grows from nothing.
  const base = isZero(reading.quantities[before]!.value) ? high : before;
  if (isZero(reading.quantities[base]!.value)) return point(exact(0));
  const difference = subtract(reading.quantities[high]!.value, reading.quantities[low]!.value);
  return point(multiply(divide(difference, reading.quantities[base]!.value), hundred));
}

const addHundred = (rate: Exact): Exact => subtract(rate, exact(-100));

function bothYears(reading: Reading, { high, low }: Couple): boolean {
  const [first, second] = yearsOfTwo(reading, high, low);
  return first !== null && second !== null && first.year !== second.year;
}

/** 其中 between them, or a semicolon between figures that each have company in their own part: they are of two statements. */
function parted(reading: Reading, operands: readonly number[]): boolean {
  const [first, last] = [Math.min(...operands), Math.max(...operands)];
  for (let index = first; index < last; index += 1) {
    const gap = gapBefore(reading, index + 1);
    if (gap.includes("其中") || (/[；;]/.test(gap) && last - first > 2)) return true;
  }
  return false;
}
