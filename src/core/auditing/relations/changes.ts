/** Changes against their levels: 由X增至Y, two years side by side, growth that no whole number gives, an earlier value below zero. */
import { absolute, add, compare, divide, type Exact, exact, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { between, type Interval, point, subtract as subtractIntervals } from "../../quantity/interval.ts";
import {
  bare,
  bareLike,
  hundred,
  isExact,
  meet,
  printed,
  quotient,
  roundedTo,
  shown,
  shownInterval,
  shownLike,
  verdict,
} from "./arithmetic.ts";
import { apart } from "../claims/words.ts";
import { earlierOf, isRespective, levelOf } from "./change-levels.ts";
import { signed, testGrowth } from "./growth.ts";
import { cutOffFinding } from "./cut-off.ts";
import { areOfOneYear } from "./years.ts";
import { broken, held, type Reading, type Relation, weaklyHeld } from "./relation.ts";

export function changeRelations(reading: Reading): Relation[] {
  const relations: Relation[] = [];
  for (const [at, claim] of reading.claims.entries()) {
    if (claim.aspect !== "change" && claim.aspect !== "growth") continue;
    if (claim.quantity.kind === "range" || (claim.direction === null && !differs(reading, at)) || claim.direction === "flat") continue;
    const now = isRespective(reading, at) && goesOn(reading, at) ? null : levelOf(reading, at);
    if (now === null || reading.corrupt.has(now)) continue;
    const before = earlierOf(reading, at, now);
    const relation = before === null ? (claim.direction === null ? null : testAlone(reading, at, now)) : testBoth(reading, at, now, before);
    if (relation) relations.push(relation);
  }
  return relations;
}

/** 分别增长38.7%、35.5%和46.5%: another of the same kind follows. */
function goesOn(reading: Reading, at: number): boolean {
  const next = reading.quantities[at + 1];
  return next !== undefined && /^\s*[、，,和与及]\s*$/.test(reading.document.text.slice(reading.quantities[at]!.end, next.start));
}

/** 相差77人: how far apart, whichever is the larger. */
function differs(reading: Reading, at: number): boolean {
  const { start } = reading.quantities[at]!;
  return apart.test(reading.document.text.slice(Math.max(0, start - 10), start).trimEnd());
}

function testBoth(reading: Reading, at: number, now: number, before: number): Relation | null {
  const stated = reading.claims[at]!;
  const claim =
    stated.direction === null
      ? {
          ...stated,
          direction: compare(reading.quantities[now]!.value, reading.quantities[before]!.value) < 0 ? ("down" as const) : ("up" as const),
        }
      : stated;
  // 由2015年的2000人增加到3000人，比上年增加200人: the change is from another year.
  const { period } = reading.claims[before]!;
  if (stated.comparedWith !== null && period !== null && stated.comparedWith !== period) return null;
  // 2022年210项，2022年208项，下降1.0%: which of them is the earlier nobody can tell.
  if (areOfOneYear(reading, now, before)) return null;
  const [change, level, earlier] = [reading.quantities[at]!, reading.quantities[now]!, reading.quantities[before]!];
  const operands = [at, now, before];
  const difference = subtractIntervals(level.interval, earlier.interval);
  if (claim.aspect === "change") {
    const comparable = change.kind === "points" ? level.unit === "%" : change.unit === level.unit;
    if (!comparable) return null;
    const printedDifference = subtract(level.value, earlier.value);
    const expected = claim.direction === "down" ? subtract(zero, printedDifference) : printedDifference;
    if (meet(difference, signed(claim, change.interval)) || compare(expected, change.value) === 0) return held(...operands);
    const against = claim.direction === "down" ? subtract(zero, change.value) : change.value;
    const needs = new Map([
      [at, point(expected)],
      [now, point(add(earlier.value, against))],
      [before, point(subtract(level.value, against))],
    ]);
    return broken(
      operands,
      delta(reading, at, now, before, {
        proof:
          compare(printedDifference, zero) < 0
            ? `${bare(earlier)} - ${bare(level)} = ${bareLike(absolute(printedDifference), change)}`
            : `${bare(level)} - ${bare(earlier)} = ${bareLike(printedDifference, change)}`,
        value: shownLike(expected, change),
        opposite: compare(expected, zero) < 0,
      }),
      needs,
    );
  }
  if (level.unit === "%") return null;
  const rate = quotient({ low: level.interval.low, high: level.interval.high }, earlier.interval, hundred);
  if (rate === null) return null;
  const growth = subtractIntervals(rate, between(hundred, hundred));
  const towards = claim.direction === "down" ? subtractIntervals(between(zero, zero), growth) : growth;
  const times = change.unit === "倍" || change.unit === "番";
  const computed = times ? quotient(towards, between(hundred, hundred), one) : towards;
  if (times && change.unit === "番")
    return meet(rate, { low: { value: multiply(change.value, exact(90)), closed: true }, high: null }) ? held(...operands) : null;
  if (computed === null) return null;
  const found = verdict(computed, change);
  if (found === "held") return held(...operands);
  const value = `${shownInterval(computed, change)}${times ? "倍" : "%"}`;
  const proof = `(${bare(level)} - ${bare(earlier)}) ÷ ${bare(earlier)} = ${shownInterval(times ? computed : growth, change)}${times ? "倍" : "%"}`;
  if (found === "truncated") return broken(operands, cutOffFinding(change, value, proof, operands));
  return broken(
    operands,
    delta(reading, at, now, before, { proof, value, opposite: value.startsWith("-") }),
    growthNeeds(reading, [at, now, before], computed, claim.direction === "down", times),
  );
}

/** What growth, new and earlier level would each have to be, the others being right. */
function growthNeeds(
  reading: Reading,
  [at, now, before]: readonly [number, number, number],
  computed: Interval,
  down: boolean,
  times: boolean,
): ReadonlyMap<number, Interval> {
  const needs = new Map<number, Interval>([[at, roundedTo(computed, reading.quantities[at]!)]]);
  const { low, high } = reading.quantities[at]!.interval;
  if (low === null || high === null) return needs;
  const factor = (rate: Exact): Exact => {
    const share = times ? rate : divide(rate, hundred);
    return down ? subtract(one, share) : add(one, share);
  };
  const [first, second] = [factor(low.value), factor(high.value)];
  const [least, greatest] = compare(first, second) < 0 ? [first, second] : [second, first];
  if (compare(least, zero) <= 0) return needs;
  const [level, earlier] = [reading.quantities[now]!.value, reading.quantities[before]!.value];
  needs.set(now, between(multiply(earlier, least), multiply(earlier, greatest)));
  needs.set(before, between(divide(level, greatest), divide(level, least)));
  return needs;
}

function delta(
  reading: Reading,
  at: number,
  now: number,
  before: number,
  { proof, value, opposite }: { readonly proof: string; readonly value: string; readonly opposite: boolean },
): NonNullable<Relation["finding"]> {
  const [change, level, earlier] = [reading.quantities[at]!, reading.quantities[now]!, reading.quantities[before]!];
  const fell = compare(level.value, earlier.value) < 0;
  return {
    code: opposite ? "DIR" : "DELTA",
    tier: isExact(change) && isExact(level) && isExact(earlier) ? "proof" : "warning",
    message: opposite
      ? {
          zh: `由${printed(earlier)}到${printed(level)}，升降方向与“${reading.claims[at]!.direction === "up" ? "增" : "减"}”相反`,
          en: `from ${printed(earlier)} to ${printed(level)}: a ${fell ? "fall" : "rise"}, the text tells a ${fell ? "rise" : "fall"}`,
        }
      : {
          zh: `由${printed(earlier)}到${printed(level)}，${fell ? "减幅" : "增幅"}应为${value}，文中为${printed(change)}`,
          en: `from ${printed(earlier)} to ${printed(level)} the ${fell ? "fall" : "rise"} is ${value}, the text says ${printed(change)}`,
        },
    proof: opposite ? `${bare(level)} ${fell ? "<" : ">"} ${bare(earlier)}` : `${proof} ≠ ${printed(change)}`,
    at: [at, now, before],
    suggestions: opposite ? [] : [{ zh: `若前后两数无误，应为${value}`, en: `if both levels are right, it is ${value}` }],
  };
}

/** Only the new level is printed: the earlier value that it implies must be possible. */
function testAlone(reading: Reading, at: number, now: number): Relation | null {
  const claim = reading.claims[at]!;
  const [change, level] = [reading.quantities[at]!, reading.quantities[now]!];
  if (claim.aspect === "change") {
    const comparable = change.kind === "points" ? level.unit === "%" : change.unit === level.unit;
    if (!comparable || claim.direction !== "up") return null;
    if (level.interval.high === null || change.interval.low === null) return null;
    // 与上届获得的9枚金牌相比，今年增加15枚: the earlier value is the only one told.
    if (/(?:上一?[届次年]|去年|同期)[^，。；]{0,10}$/.test(reading.document.text.slice(Math.max(0, level.start - 14), level.start)))
      return null;
    // 新增8个，停招4个，净增4个: what went is no level.
    if (
      /(?:停|撤|退|核减|报废|淘汰|流失|关闭|注销|减)[^，。；]{0,8}$/.test(
        reading.document.text.slice(Math.max(0, level.start - 10), level.start),
      )
    )
      return null;
    if (compare(change.interval.low.value, level.interval.high.value) <= 0) return weaklyHeld(at, now);
    return broken([at, now], {
      code: "PRIOR",
      tier: reading.claims[now]!.sentence === claim.sentence ? "proof" : "warning",
      message: {
        zh: `增加${printed(change)}超过现值${printed(level)}，上年值将为负数`,
        en: `an increase by ${printed(change)} exceeds the value ${printed(level)}: the year before would be negative`,
      },
      proof: `${bare(level)} - ${bare(change)} = ${shown(subtract(level.value, change.value), level)} < 0`,
      at: [at, now],
    });
  }
  return testGrowth(reading, at, now);
}
