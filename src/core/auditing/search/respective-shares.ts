/**
 * 甲192人、乙1,537人、丙17人，分别占11.0%、88.0%和1.0%: as many shares as values in one order. Each pair implies the
 * whole; where all but one imply the same, or a figure shortly before is that whole, the odd pair is told.
 */
import { compare, multiply, exact } from "../../quantity/exact.ts";
import { intersect, type Interval, isEmpty } from "../../quantity/interval.ts";
import { bare, hundred, isExact, meet, quotient, shownInterval, roundedTo } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { directionBefore, gapBefore } from "./cues.ts";
import { type Placed, slipped, suspect } from "./suspicion.ts";

interface Pair {
  readonly part: number;
  readonly share: number;
  readonly implied: Interval;
}

const inOrder = /分别|依次|顺次|各占|占比/;

export function respectiveShares(reading: Reading, sentence: number, placed: Placed): Relation[] {
  const indexes = reading.bySentence[sentence]!;
  const starts = indexes.flatMap((at, position) =>
    isShare(reading, at) && position > 0 && !isShare(reading, indexes[position - 1]!) && inOrder.test(gapBefore(reading, at))
      ? [position]
      : [],
  );
  return starts.flatMap((position) => {
    const shares = run(indexes.slice(position), (at) => isShare(reading, at));
    const parts = indexes.slice(Math.max(0, position - shares.length), position);
    const before = indexes[position - shares.length - 1];
    if (shares.length < 2 || parts.length !== shares.length || !parts.every((at) => isPart(reading, at, parts[0]!))) return [];
    // 共1746人，甲192人、乙17人: the figure before may be of the run only where it is the whole of it.
    const pairs = parts.flatMap((part, each): Pair[] => {
      const implied = quotient(reading.quantities[part]!.interval, reading.quantities[shares[each]!]!.interval, hundred);
      return implied === null ? [] : [{ part, share: shares[each]!, implied }];
    });
    return pairs.length === shares.length ? judged(reading, pairs, wholesBefore(reading, before, parts[0]!), placed) : [];
  });
}

function judged(reading: Reading, pairs: readonly Pair[], wholes: readonly number[], placed: Placed): Relation[] {
  if (common(pairs) !== null) return [held(...pairs.flatMap((pair) => [pair.share, pair.part]))];
  const told = pairs.flatMap((pair) => {
    const others = pairs.filter((each) => each !== pair);
    const whole = wholes.find((index) => others.every((each) => meet(each.implied, reading.quantities[index]!.interval)));
    const shared = whole === undefined ? (others.length > 1 ? common(others) : null) : reading.quantities[whole]!.interval;
    return shared === null ? [] : (oddPair(reading, pair, shared, whole, placed) ?? []);
  });
  return told.length === 1 ? told : [];
}

/** The pair that one slip would mend, held against the whole of the others. */
function oddPair(reading: Reading, pair: Pair, shared: Interval, whole: number | undefined, placed: Placed): Relation[] | null {
  const [part, share] = [reading.quantities[pair.part]!, reading.quantities[pair.share]!];
  const expected = quotient(part.interval, shared, hundred);
  if (placed.told.has(pair.part) || placed.told.has(pair.share) || expected === null) return null;
  const needs = new Map([[pair.share, roundedTo(expected, share)], ...amountNeeded(pair.part, share.interval, shared)]);
  const wrong = slipped(reading, needs, placed);
  if (wrong.length === 0) return null;
  return [
    suspect(reading, "SHARE", [pair.share, pair.part, ...(whole === undefined ? [] : [whole])], {
      formula: `${bare(part)} ÷ ${shownInterval(shared, part)} × 100`,
      value: `${shownInterval(expected, share)}%`,
      first: wrong[0]!,
      needs,
    }),
  ];
}

function amountNeeded(part: number, share: Interval, whole: Interval): [number, Interval][] {
  if (share.low === null || share.high === null || whole.low === null || whole.high === null) return [];
  const times = (left: typeof share.low, right: typeof share.low): typeof share.low => ({
    ...left,
    value: multiply(multiply(left.value, right.value), exact("0.01")),
  });
  return [[part, { low: times(share.low, whole.low), high: times(share.high, whole.high) }]];
}

/** What all the pairs can have for their whole; null where there is nothing. */
function common(pairs: readonly Pair[]): Interval | null {
  const shared = pairs.map((pair) => pair.implied).reduce((left, right) => intersect(left, right));
  return isEmpty(shared) ? null : shared;
}

/** Up to four figures before the parts, of their unit and no smaller than any. */
function wholesBefore(reading: Reading, before: number | undefined, first: number): number[] {
  const from = before ?? first - 1;
  return Array.from({ length: 4 }, (_, back) => from - back).filter((index) => {
    const quantity = reading.quantities[index];
    return quantity !== undefined && isPart(reading, index, first) && compare(quantity.value, reading.quantities[first]!.value) > 0;
  });
}

function isPart(reading: Reading, at: number, like: number): boolean {
  const [quantity, model] = [reading.quantities[at]!, reading.quantities[like]!];
  return (
    quantity.kind === "number" &&
    quantity.unit !== "" &&
    quantity.unit === model.unit &&
    isExact(quantity) &&
    !reading.corrupt.has(at) &&
    directionBefore(reading, at) === null
  );
}

function isShare(reading: Reading, at: number): boolean {
  const quantity = reading.quantities[at]!;
  return (
    quantity.kind === "share" &&
    quantity.unit === "%" &&
    isExact(quantity) &&
    !reading.corrupt.has(at) &&
    directionBefore(reading, at) === null
  );
}

function run(indexes: readonly number[], belongs: (at: number) => boolean): number[] {
  const end = indexes.findIndex((at) => !belongs(at));
  return indexes.slice(0, end < 0 ? indexes.length : end);
}
