/** Growth in percent: of a count from a whole number, and beside the change in numbers. */
import { add, compare, divide, type Exact, exact, isInteger, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { between, contains, type Interval, subtract as subtractIntervals } from "../../quantity/interval.ts";
import type { Claim } from "../claim.ts";
import { bare, hundred, isExact, printed, quotient, shown, shownInterval, verdict } from "./arithmetic.ts";
import { earlierOf } from "./change-levels.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

/** A fall counts below zero. */
export const signed = (claim: Claim, interval: Interval): Interval =>
  claim.direction === "down" ? subtractIntervals(between(zero, zero), interval) : interval;

const counted = /^(?:人|人次|个|所|家|项|名|门|册|台|种|间|件|次|份|场|套|座|班)$/;

/** Growth of a count by p%: some whole number must have grown to it. */
export function testGrowth(reading: Reading, at: number, now: number): Relation | null {
  const claim = reading.claims[at]!;
  const [change, level] = [reading.quantities[at]!, reading.quantities[now]!];
  if (
    !counted.test(level.unit) ||
    !isExact(level) ||
    !isExact(change) ||
    change.unit !== "%" ||
    !isInteger(level.value) ||
    compare(level.step, one) !== 0
  )
    return null;
  if (changeSibling(reading, at, now)) return null;
  const sign = claim.direction === "down" ? exact(-1) : one;
  const factors = [change.interval.low!.value, add(change.value, change.step)].map((rate) =>
    add(one, divide(multiply(rate, sign), hundred)),
  );
  const [left, right] = factors[0] && factors[1] && compare(factors[0], factors[1]) <= 0 ? factors : [...factors].reverse();
  if (!left || !right || compare(left, zero) <= 0) return null;
  const [low, high] = [divide(level.value, right), divide(level.value, left)];
  const first = ceiling(low);
  if (compare(first, high) <= 0) return contains(between(low, high), first) ? held(at, now) : null;
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

/** 增加240人，增长6.8%: growth with its change in numbers is tested against both. */
function changeSibling(reading: Reading, at: number, now: number): boolean {
  return reading.bySentence[reading.claims[at]!.sentence]!.some(
    (index) => index !== at && reading.claims[index]!.subject === now && reading.claims[index]!.aspect === "change",
  );
}

function ceiling(value: Exact): Exact {
  const whole = value.numerator / value.denominator;
  return exact(whole * value.denominator === value.numerator ? whole : whole + 1n);
}

/** A change in numbers beside a growth in % of the same value: d ÷ (A − d) must be the growth. */
export function changeWithGrowth(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.aspect !== "growth" || claim.subject === null || claim.quantity.unit !== "%" || claim.direction === null) return [];
    const level = reading.quantities[claim.subject]!;
    const change = (reading.bySentence[claim.sentence] ?? []).find(
      (index) =>
        index < at &&
        index > claim.subject! &&
        reading.claims[index]!.aspect === "change" &&
        reading.claims[index]!.subject === claim.subject,
    );
    if (change === undefined || reading.corrupt.has(claim.subject) || earlierOf(reading, at, claim.subject) !== null) return [];
    const difference = reading.quantities[change]!;
    if (difference.unit !== level.unit || !isExact(level)) return [];
    const base =
      reading.claims[change]!.direction === "down"
        ? subtractIntervals(level.interval, signed(reading.claims[change]!, difference.interval))
        : subtractIntervals(level.interval, difference.interval);
    const computed = quotient(difference.interval, base, hundred);
    if (computed === null) return [];
    const operands = [at, change, claim.subject];
    if (verdict(computed, claim.quantity) !== "off") return [held(...operands)];
    const value = shownInterval(computed, claim.quantity);
    const down = reading.claims[change]!.direction === "down";
    return [
      broken(operands, {
        code: "DELTA",
        tier: isExact(difference) && isExact(claim.quantity) ? "proof" : "warning",
        message: {
          zh: `变化${printed(difference)}与变化率${printed(claim.quantity)}不符：应为${value}%`,
          en: `the change ${printed(difference)} and the rate ${printed(claim.quantity)} disagree: it is ${value}%`,
        },
        proof: `${bare(difference)} ÷ (${bare(level)} ${down ? "+" : "-"} ${bare(difference)}) = ${value}% ≠ ${printed(claim.quantity)}`,
        at: operands,
      }),
    ];
  });
}
