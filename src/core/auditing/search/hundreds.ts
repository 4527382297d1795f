/**
 * Shares of one base that make 100 % together, 占52.04%…占16.27%…占31.69%, whether the amounts are told or not. Three or more, one
 * behind the other in a paragraph, with nothing but their names between; where one slip of one of them makes it 100, it is told.
 */
import { compare, type Exact, exact, multiply, subtract, sum } from "../../quantity/exact.ts";
import { between, type Interval } from "../../quantity/interval.ts";
import { bare, hundred, isExact, printed, shown } from "../relations/arithmetic.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { directionBefore, gapBefore } from "./cues.ts";
import { type Needs, type Placed, significance, slipped } from "./suspicion.ts";

const most = 12;

export function hundreds(reading: Reading, placed: Placed): Relation[] {
  return runs(reading).flatMap((run) => {
    if (run.length < 3 || run.length > most) return [];
    const whole = exactRun(reading, run);
    if (whole !== null) return [held(...whole)];
    return missed(reading, run, placed);
  });
}

/** Shares of a paragraph in order, parted where one names a base of its own that is not the first one's. */
function runs(reading: Reading): number[][] {
  const found: number[][] = [];
  let run: number[] = [];
  let last = -1;
  for (const [at, claim] of reading.claims.entries()) {
    if (claim.sentence < 0 || !isShare(reading, at)) continue;
    const base = claim.base ?? "";
    const before = run.length === 0 ? undefined : reading.claims[run[0]!]!;
    const joins =
      before !== undefined &&
      reading.sentences[before.sentence]!.block === reading.sentences[claim.sentence]!.block &&
      claim.sentence - reading.claims[last]!.sentence <= 1 &&
      (base === "" || base === (before.base ?? "")) &&
      !/其中|[（(]/.test(reading.document.text.slice(reading.quantities[last]!.end, reading.quantities[at]!.start)) &&
      at - last <= 2;
    if (!joins && run.length > 0) {
      found.push(run);
      run = [];
    }
    run.push(at);
    last = at;
  }
  if (run.length > 0) found.push(run);
  return found;
}

function isShare(reading: Reading, at: number): boolean {
  const [quantity, claim] = [reading.quantities[at]!, reading.claims[at]!];
  if (quantity.kind !== "share" || quantity.unit !== "%" || !isExact(quantity) || reading.corrupt.has(at)) return false;
  if ((claim.aspect !== "share" && claim.aspect !== "rate") || directionBefore(reading, at) !== null) return false;
  return /占|(?:比例|比重)分别|^[、，,]?[和及]?\s*$/.test(gapBefore(reading, at));
}

/** Every share is rounded by itself. */
function isHundred(reading: Reading, shares: readonly number[]): boolean {
  const { low, high } = slack(reading, shares);
  const added = sum(shares.map((share) => reading.quantities[share]!.value));
  return compare(subtract(hundred, high!.value), added) <= 0 && compare(added, subtract(hundred, low!.value)) <= 0;
}

function slack(reading: Reading, shares: readonly number[]): Interval {
  const reach = multiply(sum(shares.map((share) => reading.quantities[share]!.step)), exact("0.5"));
  return between(subtract(exact(0), reach), reach);
}

/** The longest stretch of the run that makes 100. */
function exactRun(reading: Reading, run: readonly number[]): readonly number[] | null {
  for (let size = run.length; size >= 3; size -= 1)
    for (let from = 0; from + size <= run.length; from += 1)
      if (isHundred(reading, run.slice(from, from + size))) return run.slice(from, from + size);
  return null;
}

function missed(reading: Reading, run: readonly number[], placed: Placed): Relation[] {
  if (run.some((share) => placed.told.has(share)) || run.every((share) => placed.held.has(share))) return [];
  if (run.some((share) => significance(reading, share) < 2 && compare(reading.quantities[share]!.value, exact(10)) >= 0)) return [];
  const value = (share: number): Exact => reading.quantities[share]!.value;
  const added = sum(run.map(value));
  if (leavesRest(reading, run, added)) return [];
  const { low, high } = slack(reading, run);
  const needs: Needs = new Map(
    run.flatMap((share) => {
      const rest = subtract(hundred, subtract(added, value(share)));
      if (compare(rest, exact(0)) <= 0) return [];
      return [[share, between(subtract(rest, high!.value), subtract(rest, low!.value))] as const];
    }),
  );
  const wrong = slipped(reading, needs, placed);
  if (wrong.length === 0) return [];
  const first = wrong[0]!;
  const total = shown(added, reading.quantities[first]!);
  const figure = printed(reading.quantities[first]!);
  const operands = [first, ...run.filter((share) => share !== first)];
  return [
    broken(
      operands,
      {
        code: "SHARE",
        tier: "warning",
        message: {
          zh: `这几项占比合计${total}%，不是100%，${figure}可能有误`,
          en: `these shares make ${total}% together, not 100%: ${figure} may be wrong`,
        },
        proof: `${run.map((share) => bare(reading.quantities[share]!)).join(" + ")} = ${total}% ≠ 100%`,
        at: operands,
      },
      needs,
    ),
  ];
}

/** The first of many, 居前三位的是…, leave a rest that nobody tells. */
const ranked = /前\s?[一二两三四五六七八九十\d]+\s?[位名个项类大]|排[名在]|居前|主要|依次|等/;

/** Words that say that the kinds are all told. */
const complete = /其[他它余]|构成|结构|组成|分布|分为|由/;

/**
 * Whether the shares fall short of 100 where their paragraph tells some of the kinds only. With two decimals hardly any slip makes
 * 100 by chance; with fewer the words have to say that nothing is left.
 */
function leavesRest(reading: Reading, run: readonly number[], added: Exact): boolean {
  if (compare(added, hundred) >= 0) return false;
  const block = reading.sentences[reading.claims[run[0]!]!.sentence]!.start;
  const end = reading.document.text.indexOf("\n", reading.quantities[run.at(-1)!]!.end);
  const words = reading.document.text.slice(block, end < 0 ? undefined : end);
  const fine = run.every((share) => compare(reading.quantities[share]!.step, exact("0.01")) <= 0);
  return ranked.test(words) || (!fine && !complete.test(words));
}
