/** Last year's report as evidence: every 较上年 must lead from its value to this year's. */
import { compare, type Exact, exact, isZero, subtract, zero } from "../../quantity/exact.ts";
import { between, subtract as subtractIntervals } from "../../quantity/interval.ts";
import type { Claim } from "../claim.ts";
import { isValue } from "../claims/subject.ts";
import { labelKey } from "../claims/words.ts";
import type { Quantity } from "../quantity.ts";
import { bare, hundred, meet, printed, quotient, shown, shownInterval, verdict } from "./arithmetic.ts";
import { isWholeScope } from "./lookup.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

/** `prior` is read with its own year. */
export function priorRelations(reading: Reading, prior: Reading): Relation[] {
  const before = priorValues(prior);
  const relations: Relation[] = [];
  for (const [at, claim] of reading.claims.entries()) {
    if (claim.period === prior.year && isValue(claim)) {
      const earlier = before.get(keyOf(claim) ?? "");
      if (earlier) relations.push(told(reading, at, earlier));
      continue;
    }
    if (isValue(claim) && claim.period === reading.year) {
      const flat = testFlat(reading, at, before);
      if (flat) relations.push(flat);
    }
    if (
      (claim.aspect !== "change" && claim.aspect !== "growth") ||
      claim.subject === null ||
      claim.direction === null ||
      claim.direction === "flat"
    )
      continue;
    if (claim.comparedWith !== null && claim.comparedWith !== prior.year) continue;
    const level = reading.claims[claim.subject]!;
    const earlier = before.get(keyOf(level) ?? "");
    if (!earlier || reading.corrupt.has(claim.subject) || level.period !== reading.year) continue;
    const relation = testChange(reading, at, claim.subject, earlier);
    if (relation) relations.push(relation);
  }
  return relations;
}

/** What a value is of, in words that both reports use; null when the words do not fix it. */
function keyOf(claim: Claim): string | null {
  if (!isWholeScope(claim.scope.replace(/·.*$/, "")) || claim.scope.includes("·")) return null;
  const name = claim.concept ?? labelKey(claim.label);
  if (name.length < 3) return null;
  return `${claim.aspect === "rate" || claim.aspect === "share" ? "share" : claim.aspect} ${name} ${claim.quantity.unit}`;
}

/** Values of last year's report that it tells in one way only. */
function priorValues(prior: Reading): Map<string, Quantity> {
  const values = new Map<string, Quantity | null>();
  for (const claim of prior.claims) {
    if (!isValue(claim) || claim.period !== prior.year || claim.base === "from" || claim.quantity.kind === "range") continue;
    const key = keyOf(claim);
    if (key === null) continue;
    const known = values.get(key);
    if (known === undefined) values.set(key, claim.quantity);
    else if (known !== null && !meet(known.interval, claim.quantity.interval)) values.set(key, null);
  }
  return new Map([...values].filter((entry): entry is [string, Quantity] => entry[1] !== null));
}

function testChange(reading: Reading, at: number, now: number, earlier: Quantity): Relation | null {
  const claim = reading.claims[at]!;
  const [change, level] = [reading.quantities[at]!, reading.quantities[now]!];
  const difference = subtract(level.value, earlier.value);
  const towards = claim.direction === "down" ? subtract(zero, difference) : difference;
  const name = reading.claims[now]!.label;
  if (claim.aspect === "change" || level.unit === "%") {
    if (change.kind !== "points" && change.unit !== level.unit) return null;
    const interval = subtractIntervals(level.interval, earlier.interval);
    const signed = claim.direction === "down" ? subtractIntervals(between(zero, zero), change.interval) : change.interval;
    if (compare(towards, change.value) === 0 || meet(interval, signed)) return held(at, now);
    return broken(
      [at, now],
      wrong(reading, at, now, earlier, towards, `${bare(level)} - ${bare(earlier)} = ${shown(difference, change)}`, name),
    );
  }
  const rate = quotient(level.interval, earlier.interval, hundred);
  if (rate === null || change.unit !== "%") return null;
  const growth = subtractIntervals(rate, between(hundred, hundred));
  const computed = claim.direction === "down" ? subtractIntervals(between(zero, zero), growth) : growth;
  if (verdict(computed, change) !== "off") return held(at, now);
  return broken(
    [at, now],
    wrong(
      reading,
      at,
      now,
      earlier,
      towards,
      `(${bare(level)} - ${bare(earlier)}) ÷ ${bare(earlier)} = ${shownInterval(computed, change)}%`,
      name,
    ),
  );
}

function wrong(
  reading: Reading,
  at: number,
  now: number,
  earlier: Quantity,
  towards: Exact,
  proof: string,
  name: string,
): NonNullable<Relation["finding"]> {
  const [change, level] = [reading.quantities[at]!, reading.quantities[now]!];
  const copied = compare(level.value, earlier.value) === 0 && !isZero(change.value);
  const opposite = compare(towards, zero) < 0;
  return {
    code: copied ? "STALE" : opposite ? "DIR" : "PRIOR",
    tier: "warning",
    message: copied
      ? {
          zh: `“${name}”${printed(level)}与上年报告相同，却写有变化${printed(change)}，像是照抄了上年的数`,
          en: `"${name}" ${printed(level)} is last year's value, yet a change of ${printed(change)} is told`,
        }
      : {
          zh: `“${name}”：上年报告为${printed(earlier)}，本年${printed(level)}，与“${opposite ? "方向" : printed(change)}”不符`,
          en: `"${name}": last year's report says ${printed(earlier)}, now ${printed(level)}; the change told does not fit`,
        },
    proof: `${proof}${opposite ? "，方向相反" : ` ≠ ${bare(change)}`}（上年报告：${printed(earlier)}）`,
    at: [at, now],
    suggestions: [
      {
        zh: `若两年的数都无误，变化应为${shown(towards, change)}`,
        en: `if both values are right, the change is ${shown(towards, change)}`,
      },
    ],
  };
}

/** The earlier value as this report tells it. */
function told(reading: Reading, at: number, earlier: Quantity): Relation {
  const quantity = reading.quantities[at]!;
  if (meet(quantity.interval, earlier.interval)) return held(at);
  return broken([at], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `上年的“${reading.claims[at]!.label}”文中为${printed(quantity)}，上年报告为${printed(earlier)}`,
      en: `last year's value is told as ${printed(quantity)}; last year's report says ${printed(earlier)}`,
    },
    proof: `${printed(quantity)} ≠ ${printed(earlier)}`,
    at: [at],
  });
}

/** 与上年持平 right behind a value. */
function testFlat(reading: Reading, at: number, before: ReadonlyMap<string, Quantity>): Relation | null {
  const quantity = reading.quantities[at]!;
  const words = reading.document.text.slice(quantity.end, quantity.end + 20);
  const flat =
    /^[，,\s]*(?:与|同|和|较|比)(?:上年|去年|上一年)(?:度|同期)?(基本|大体|大致)?(?:相比)?(?:保持)?(基本)?(?:持平|一致|不变|相同)/.exec(
      words,
    );
  if (!flat) return null;
  const earlier = before.get(keyOf(reading.claims[at]!) ?? "");
  if (!earlier) return null;
  const apart = subtract(quantity.value, earlier.value);
  const size = compare(apart, zero) < 0 ? subtract(zero, apart) : apart;
  const loose = flat[1] !== undefined || flat[2] !== undefined;
  const near = compare({ ...size, numerator: size.numerator * (loose ? 50n : 1n) }, loose ? quantity.value : exact(0)) <= 0;
  if (near || meet(quantity.interval, earlier.interval)) return held(at);
  return broken([at], {
    code: "DIR",
    tier: "warning",
    message: {
      zh: `“${reading.claims[at]!.label}”写作与上年持平，上年报告为${printed(earlier)}，本年${printed(quantity)}`,
      en: `said to be unchanged; last year's report says ${printed(earlier)}, now ${printed(quantity)}`,
    },
    proof: `${printed(quantity)} ≠ ${printed(earlier)}（上年报告）`,
    at: [at],
  });
}
