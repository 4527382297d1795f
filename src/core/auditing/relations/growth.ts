/** Growth in percent: of a count from a whole number, and beside the change in numbers. */
import { add, compare, divide, exact, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { between, contains, type Interval, subtract as subtractIntervals } from "../../quantity/interval.ts";
import type { Claim } from "../claim.ts";
import type { Quantity } from "../quantity.ts";
import { labelKey } from "../claims/words.ts";
import { baseBefore, ceiling, isWholeCount } from "../whole-base.ts";
import { bare, hundred, isExact, printed, quotient, roundedTo, shown, shownInterval, verdict } from "./arithmetic.ts";
import { earlierOf } from "./change-levels.ts";
import { broken, held, type Reading, type Relation, weaklyHeld } from "./relation.ts";

/** A fall counts below zero. */
export const signed = (claim: Claim, interval: Interval): Interval =>
  claim.direction === "down" ? subtractIntervals(between(zero, zero), interval) : interval;

/** A change among the changes of other values: the difference of two rounded values may be one off in its last place. */
export function changeAmong(claim: Claim): Interval {
  const { interval, value, step } = claim.quantity;
  return signed(claim, compare(step, one) === 0 ? interval : between(subtract(value, step), add(value, step)));
}

/** Growth of a count by p%: some whole number must have grown to it. */
export function testGrowth(reading: Reading, at: number, now: number): Relation | null {
  const claim = reading.claims[at]!;
  const [change, level] = [reading.quantities[at]!, reading.quantities[now]!];
  if (!isWholeCount(level) || !isExact(change) || change.unit !== "%") return null;
  if (changeSibling(reading, at, now) || !isSaidOf(reading, at, now)) return null;
  const range = baseBefore(level, change, claim.direction === "down");
  if (range === null) return null;
  const [low, high] = range;
  const sign = claim.direction === "down" ? exact(-1) : one;
  const first = ceiling(low);
  if (compare(first, high) <= 0) return contains(between(low, high), first) ? weaklyHeld(at, now) : null;
  const below = subtract(first, one);
  const rates = [below, first].map(
    (base) => `${shown(base)}→${shown(multiply(divide(subtract(level.value, base), base), multiply(sign, hundred)), change)}%`,
  );
  return broken([at, now], {
    code: "INTEGER",
    tier: "warning",
    message: {
      zh: `没有整数能以${printed(change)}的增幅变为${printed(level)}`,
      en: `no whole number grows by ${printed(change)} to ${printed(level)}`,
    },
    proof: `${bare(level)} ÷ (1 ${claim.direction === "down" ? "-" : "+"} ${bare(change)}%) 不是整数：${rates.join("，")}`,
    at: [at, now],
    suggestions: [
      { zh: "核对上年数；若说的是比率的变化，应写“个百分点”", en: "check last year's number; if a rate changed, write 个百分点" },
    ],
  });
}

/** 36个城市批发价格回落，分别下降3.7%; 45种，其中发酵酒（增长87%）: something else stands between that grew. */
function isSaidOf(reading: Reading, at: number, now: number): boolean {
  const [claim, level] = [reading.claims[at]!, reading.claims[now]!];
  if (claim.sentence !== level.sentence || (claim.label !== "" && labelKey(claim.label) === labelKey(level.label))) return true;
  const words = reading.document.text.slice(reading.quantities[now]!.end, reading.quantities[at]!.start);
  // 小学270所，并设有教学点115个，减少4.3%: it may be said of either.
  const before = reading.claims[now - 1];
  if (before?.sentence === claim.sentence && before.aspect === "level" && /[并另]|同时|还有|以及/.test(gapOf(reading, now))) return false;
  return !/其中|分别|价|[（(【]|产[量值]|额/.test(words);
}

const gapOf = (reading: Reading, index: number): string =>
  reading.document.text.slice(reading.quantities[index - 1]!.end, reading.quantities[index]!.start);

/** 增加240人，增长6.8%: growth with its change in numbers is tested against both. */
function changeSibling(reading: Reading, at: number, now: number): boolean {
  return reading.bySentence[reading.claims[at]!.sentence]!.some(
    (index) => index !== at && reading.claims[index]!.subject === now && reading.claims[index]!.aspect === "change",
  );
}

/** A change in numbers beside a growth in % of the same value: d ÷ (A − d) must be the growth. */
export function changeWithGrowth(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.aspect !== "growth" || claim.subject === null || claim.quantity.unit !== "%" || claim.direction === null) return [];
    const level = reading.quantities[claim.subject]!;
    const change = (reading.bySentence[claim.sentence] ?? []).findLast(
      (index) =>
        index < at &&
        index > claim.subject! &&
        reading.claims[index]!.aspect === "change" &&
        reading.claims[index]!.subject === claim.subject,
    );
    if (
      change === undefined ||
      comparedOtherwise(reading, at, change) ||
      reading.corrupt.has(claim.subject) ||
      earlierOf(reading, at, claim.subject) !== null
    )
      return [];
    const difference = reading.quantities[change]!;
    if (difference.unit !== level.unit || !isExact(level)) return [];
    const base =
      reading.claims[change]!.direction === "down"
        ? subtractIntervals(level.interval, signed(reading.claims[change]!, difference.interval))
        : subtractIntervals(level.interval, difference.interval);
    const computed = quotient(difference.interval, base, hundred);
    if (computed === null) return [];
    const operands = [at, change, claim.subject];
    if (verdict(computed, unsigned(claim, reading.claims[change]!)) !== "off") return [held(...operands)];
    const value = shownInterval(computed, claim.quantity);
    const down = reading.claims[change]!.direction === "down";
    return [
      broken(
        operands,
        {
          code: "DELTA",
          tier: isExact(difference) && isExact(claim.quantity) ? "proof" : "warning",
          message: {
            zh: `变化${printed(difference)}与变化率${printed(claim.quantity)}不符：应为${value}%`,
            en: `the change ${printed(difference)} and the rate ${printed(claim.quantity)} disagree: it is ${value}%`,
          },
          proof: `${bare(difference)} ÷ (${bare(level)} ${down ? "+" : "-"} ${bare(difference)}) = ${value}% ≠ ${printed(claim.quantity)}`,
          at: operands,
        },
        needsOf(operands as [number, number, number], reading, computed, down),
      ),
    ];
  });
}

/** 减少120人，增长率为-3.2%: the minus says what 减少 does. */
function unsigned({ quantity, direction }: Claim, change: Claim): Quantity {
  if (compare(quantity.value, zero) >= 0 || direction !== "up" || change.direction !== "down") return quantity;
  return { ...quantity, value: subtract(zero, quantity.value), interval: subtractIntervals(between(zero, zero), quantity.interval) };
}

/** 环比增加6万人，同比增长4.1%: the two are against different times. */
function comparedOtherwise(reading: Reading, at: number, change: number): boolean {
  const [own, other] = [gapOf(reading, at), gapOf(reading, change)].map((gap) => against.exec(gap)?.[0]);
  return own !== undefined && other !== undefined && (own === "环比") !== (other === "环比");
}

const against = /环比|同比|同期|[较比][^，。；]{0,8}[年月初末]/;

/** What growth, change and level would each have to be, the others being right: A = d ÷ g + d, or d ÷ g - d for a fall. */
function needsOf(
  [at, change, level]: readonly [number, number, number],
  reading: Reading,
  computed: Interval,
  down: boolean,
): ReadonlyMap<number, Interval> {
  const needs = new Map<number, Interval>([[at, roundedTo(computed, reading.quantities[at]!)]]);
  const { low, high } = reading.quantities[at]!.interval;
  if (low === null || high === null || compare(low.value, zero) <= 0) return needs;
  const [now, by] = [reading.quantities[level]!.value, reading.quantities[change]!.value];
  const changed = (rate: typeof now): typeof now => divide(multiply(now, rate), down ? subtract(hundred, rate) : add(hundred, rate));
  const reached = (rate: typeof now): typeof now => {
    const before = divide(multiply(by, hundred), rate);
    return down ? subtract(before, by) : add(before, by);
  };
  needs.set(change, between(changed(low.value), changed(high.value)));
  needs.set(level, between(reached(high.value), reached(low.value)));
  return needs;
}
