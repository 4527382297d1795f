/**
 * A report goes on taking its shares of one whole until it turns to another: 毕业生8636人…女生4604人，占比53.31%. Which amounts
 * are such bases the shares themselves say, two or more of which they give; a share that no amount of the text gives is held
 * against the base that the shares around it have.
 */
import { divide, exact, multiply, subtract } from "../../quantity/exact.ts";
import { between, intersect, type Interval, isEmpty } from "../../quantity/interval.ts";
import { bare, hundred, meet, quotient, roundedTo, shownInterval } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { directionBefore } from "./cues.ts";
import { isLikely, ratio } from "./odds.ts";
import { isOperand } from "./operands.ts";
import { mayMeet } from "./rough.ts";
import { type SharePair, sharePairs } from "./share-pairs.ts";
import { digitsOf, middle, type Needs, type Placed, slipped, suspect } from "./suspicion.ts";

interface Base {
  readonly value: number;
  readonly users: SharePair[];
}

/** How many sentences off a base may still be the one spoken of. */
const reach = 12;
/** Of how many amounts a share may be; in round numbers it is of any. */
const most = 6;

export function discourseBases(reading: Reading, placed: Placed): Relation[] {
  const pairs = sharePairs(reading);
  if (pairs.length < 2) return [];
  const wholes = wholesOf(reading);
  const bases = new Map<string, Base>();
  const open: SharePair[] = [];
  for (const pair of pairs) {
    const fitting = fittingOf(reading, pair, wholes.get(reading.quantities[pair.part]!.unit) ?? []);
    if (fitting.length === 0) open.push(pair);
    for (const value of fitting) {
      const { unit, value: number } = reading.quantities[value]!;
      const key = `${unit} ${number.numerator}/${number.denominator}`;
      const known = bases.get(key);
      if (known) known.users.push(pair);
      else bases.set(key, { value, users: [pair] });
    }
  }
  const used = [...bases.values()].filter(({ users }) => users.length > 1 && users.some(({ share }) => digitsOf(reading, share) > 2));
  return [
    ...used.flatMap(({ value, users }) => users.map(({ share, part }) => held(share, part, value))),
    ...open.flatMap((pair) => judged(reading, pair, used, placed)),
    ...wrongBases(reading, open, placed),
  ];
}

/** Plain amounts of prose, by unit, one place for each value. */
function wholesOf(reading: Reading): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Map<string, number>>();
  for (const [index, { unit, value }] of reading.quantities.entries()) {
    if (reading.claims[index]!.sentence < 0 || !isOperand(reading, index) || digitsOf(reading, index) < 2) continue;
    if (reading.claims[index]!.aspect === "change" || directionBefore(reading, index) !== null) continue;
    let list = found.get(unit);
    if (!list) found.set(unit, (list = new Map()));
    const key = `${value.numerator}/${value.denominator}`;
    if (!list.has(key)) list.set(key, index);
  }
  return new Map([...found].map(([unit, list]) => [unit, [...list.values()]]));
}

function fittingOf(reading: Reading, { part, implied }: SharePair, wholes: readonly number[]): number[] {
  const mayBe = mayMeet(reading, implied);
  const found: number[] = [];
  for (const index of wholes) {
    if (index !== part && mayBe(index) && meet(reading.quantities[index]!.interval, implied)) found.push(index);
    if (found.length === most) break;
  }
  return found;
}

/** The shares that no amount gives imply one base all the same: an amount before them that one slip of itself would make it. */
function wrongBases(reading: Reading, open: readonly SharePair[], placed: Placed): Relation[] {
  const found: Relation[] = [];
  const seen = new Set<SharePair>();
  for (const [at, first] of open.entries()) {
    if (seen.has(first)) continue;
    const alike: SharePair[] = [first];
    let shared = first.implied;
    let others = 0;
    for (const next of open.slice(at + 1, at + 1 + 2 * reach)) {
      if (sentenceOf(reading, next) - sentenceOf(reading, alike.at(-1)!) > reach || others > alike.length) break;
      const both = intersect(shared, next.implied);
      if (reading.quantities[next.part]!.unit !== reading.quantities[first.part]!.unit || isEmpty(both)) {
        others += 1;
        continue;
      }
      shared = both;
      alike.push(next);
    }
    if (alike.length < 3 || others >= alike.length) continue;
    for (const pair of alike) seen.add(pair);
    found.push(...wrongBase(reading, alike, shared, placed));
  }
  return found;
}

const sentenceOf = (reading: Reading, { share }: SharePair): number => reading.claims[share]!.sentence;

function wrongBase(reading: Reading, pairs: readonly SharePair[], shared: Interval, placed: Placed): Relation[] {
  const [first] = pairs as [SharePair, ...SharePair[]];
  const { unit } = reading.quantities[first.part]!;
  const needed = middle(shared);
  if (needed === null || shared.low === null || shared.high === null) return [];
  const candidates: number[] = [];
  for (let index = first.part - 1; index >= 0 && sentenceOf(reading, first) - reading.claims[index]!.sentence <= reach; index -= 1) {
    if (reading.quantities[index]!.unit !== unit || !isOperand(reading, index) || directionBefore(reading, index) !== null) continue;
    const needs: Needs = new Map([[index, shared]]);
    const grain = ratio(subtract(shared.high.value, shared.low.value), needed);
    const culprits = placed.told.has(index) ? [] : slipped(reading, needs, placed);
    if (culprits.length > 0 && isLikely(reading, 0.7, { culprits, open: 1, needs, grain })) candidates.push(index);
  }
  const [whole] = candidates;
  if (whole === undefined || candidates.length > 1) return [];
  return [
    suspect(reading, "SHARE", [whole, ...pairs.flatMap(({ share, part }) => [share, part])], {
      formula: `${bare(reading.quantities[first.part]!)} ÷ ${bare(reading.quantities[first.share]!)}%`,
      value: shownInterval(shared, reading.quantities[whole]!),
      needs: new Map([[whole, shared]]),
    }),
  ];
}

function judged(reading: Reading, pair: SharePair, used: readonly Base[], placed: Placed): Relation[] {
  const { part, share } = pair;
  if (placed.told.has(part) || placed.told.has(share) || (placed.held.has(part) && placed.held.has(share))) return [];
  const { unit } = reading.quantities[part]!;
  const candidates = used
    .filter(({ value }) => reading.quantities[value]!.unit === unit && value !== part)
    .map((base) => ({ base, meant: meantBy(reading, pair, base) }))
    .filter(({ meant }) => meant > 0)
    .sort((left, right) => right.meant - left.meant);
  const [best] = candidates;
  if (best === undefined) return [];
  const [piece, printed, whole] = [part, share, best.base.value].map((index) => reading.quantities[index]!) as [
    Reading["quantities"][number],
    Reading["quantities"][number],
    Reading["quantities"][number],
  ];
  const computed = quotient(piece.interval, whole.interval, hundred);
  if (computed === null) return [];
  const needs: Needs = new Map([[share, roundedTo(computed, printed)], ...amountNeeded(part, printed.interval, whole.value)]);
  const culprits = slipped(reading, needs, placed);
  if (culprits.length === 0 || !isLikely(reading, best.meant, { culprits, open: 2, needs, grain: ratio(printed.step, hundred) })) return [];
  return [
    suspect(reading, "SHARE", [share, part, best.base.value], {
      formula: `${bare(piece)} ÷ ${bare(whole)}`,
      value: `${shownInterval(computed, printed)}%`,
      needs,
    }),
  ];
}

/** How surely a share is of a base, by how near those stand that are, and by what it says itself. */
function meantBy(reading: Reading, pair: SharePair, { users }: Base): number {
  const { sentence } = reading.claims[pair.share]!;
  const blockOf = (at: number): number => reading.sentences[at]!.block;
  const called = users.some(({ base }) => base !== "" && base === pair.base);
  if (pair.base !== "" && !called) return 0;
  const apart = Math.min(...users.map(({ share }) => Math.abs(reading.claims[share]!.sentence - sentence)));
  if (apart > reach) return 0;
  if (called && users.length > 2) return 0.95;
  if (apart === 0) return called ? 0.95 : 0.92;
  const inBlock = users.some(({ share }) => blockOf(reading.claims[share]!.sentence) === blockOf(sentence));
  return inBlock || called ? 0.85 : users.length > 2 ? 0.6 : 0.55;
}

function amountNeeded(part: number, { low, high }: Interval, whole: Reading["quantities"][number]["value"]): [number, Interval][] {
  if (low === null || high === null) return [];
  return [[part, between(divide(multiply(whole, low.value), exact(100)), divide(multiply(whole, high.value), exact(100)))]];
}
