/**
 * Shares of one base: told in the order of their amounts, one after the other of a base that they name, or all along a section
 * that goes on taking its shares of one whole. Each share implies its base with its amount, whether the value of the base stands
 * anywhere or not; which amounts are bases the shares themselves say. A share that the others do not give is held against their
 * base, and an amount that one slip would make the base of all of them against what they imply.
 */
import { add, compare, exact, multiply, subtract } from "../../quantity/exact.ts";
import { between, intersect, type Interval, isEmpty } from "../../quantity/interval.ts";
import { bare, hundred, meet, quotient, shownInterval } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { directionBefore } from "./cues.ts";
import { missOf, missTold, shareOf } from "./division.ts";
import { isLikely, ratio } from "./odds.ts";
import { isOperand } from "./operands.ts";
import { mayMeet } from "./rough.ts";
import { type SharePair, sharePairs } from "./share-pairs.ts";
import { digitsOf, middle, type Needs, type Placed, significance, slipped, suspect } from "./suspicion.ts";

/** How many sentences off a base may still be the one spoken of. */
const reach = 12;
/** Of how many amounts a share may be, in round numbers it is of any; and how many shares of one base a paragraph may have. */
const most = { amounts: 6, shares: 24 };

interface Base {
  /** Where its value stands; null where the shares only imply it. */
  readonly place: number | null;
  readonly value: Interval;
  readonly users: readonly SharePair[];
}

/** A base that a share may be of, and how surely it is. */
interface Candidate extends Base {
  readonly meant: number;
}

export function sharedBases(reading: Reading, placed: Placed): Relation[] {
  const pairs = sharePairs(reading);
  if (pairs.length < 2) return [];
  const wholes = wholesOf(reading);
  const given = new Map(pairs.map((pair) => [pair, fittingOf(reading, pair, wholes)]));
  const bases = amountsUsed(reading, given);
  const open = pairs.filter((pair) => given.get(pair)!.length === 0);
  const groups = groupsOf(reading, pairs).map((group) => agreedBy(reading, group, wholes));
  return [
    ...bases.flatMap(({ place, users }) => users.map(({ share, part }) => held(share, part, place!))),
    ...groups.flatMap(({ base }) => (base ? heldTogether(base) : [])),
    ...pairs.flatMap((pair) => {
      const inGroup = groups.flatMap(({ odd, base, meant }) => (odd === pair && base ? [{ ...base, meant }] : []));
      const around = open.includes(pair) ? bases.map((base) => ({ ...base, meant: meantBy(reading, pair, base) })) : [];
      return against(reading, pair, [...inGroup, ...around], placed);
    }),
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

function fittingOf(reading: Reading, { part, implied }: SharePair, wholes: ReadonlyMap<string, readonly number[]>): number[] {
  const mayBe = mayMeet(reading, implied);
  const found: number[] = [];
  for (const index of wholes.get(reading.quantities[part]!.unit) ?? []) {
    if (index !== part && mayBe(index) && meet(reading.quantities[index]!.interval, implied)) found.push(index);
    if (found.length === most.amounts) break;
  }
  return found;
}

/** Amounts that two shares or more are of. */
function amountsUsed(reading: Reading, given: ReadonlyMap<SharePair, readonly number[]>): Base[] {
  const users = new Map<number, SharePair[]>();
  for (const [pair, places] of given) for (const place of places) put(users, place, pair);
  return [...users]
    .map(([place, each]) => ({ place, value: reading.quantities[place]!.interval, users: each }))
    .filter((base) => base.users.length > 1 && base.users.some(({ share }) => digitsOf(reading, share) > 2));
}

/**
 * Pairs that the words put together: of a row told in order, of a paragraph by the words of their base, and items of a list that
 * each name the one base. Those that name none may go with all of their paragraph, where these agree, else with their sentence.
 */
function groupsOf(reading: Reading, pairs: readonly SharePair[]): SharePair[][] {
  const groups = new Map<string, SharePair[]>();
  let before: { readonly base: string; readonly sentence: number } | null = null;
  for (const pair of pairs) {
    if (pair.row !== null) put(groups, `row ${pair.row}`, pair);
    const sentence = sentenceOf(reading, pair);
    // 占外省生源的12%；其次是乙省，占9%: a share without a base of its own has that of the one before it in its sentence.
    const base: string = pair.base === "" && before?.sentence === sentence ? before.base : pair.base;
    before = { base, sentence };
    put(groups, `${reading.sentences[sentence]!.block} ${base} ${reading.quantities[pair.part]!.unit}`, pair);
  }
  const lone = [...groups].filter(([, group]) => group.length === 1 && group[0]!.base.length > 2);
  for (const [key, [pair]] of lone) put(groups, `items ${key.slice(key.indexOf(" "))}`, pair!);
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2 || group.length > most.shares) return [];
    if (group[0]!.base !== "" || group[0]!.row !== null || group.length - agreeingOf(reading, group).length <= 1) return [group];
    const sentences = [...new Set(group.map((pair) => sentenceOf(reading, pair)))];
    return sentences.map((sentence) => group.filter((pair) => sentenceOf(reading, pair) === sentence)).filter(({ length }) => length > 1);
  });
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const sentenceOf = (reading: Reading, { share }: SharePair): number => reading.claims[share]!.sentence;

/** The base that a group has, the one of it that has not, and how surely that one should. */
function agreedBy(
  reading: Reading,
  group: readonly SharePair[],
  wholes: ReadonlyMap<string, readonly number[]>,
): { readonly base: Base | null; readonly odd: SharePair | null; readonly meant: number } {
  const agreeing = agreeingOf(reading, group);
  const odd = group.filter((pair) => !agreeing.includes(pair));
  const shared = common(agreeing.map(({ implied }) => implied)) ?? common(agreeing.map((pair) => widened(reading, pair)))!;
  const own = new Set(group.map(({ part }) => part));
  const before = (index: number): boolean => group[0]!.part > index && group[0]!.part - index < 5;
  const fitting = fittingOf(reading, { ...agreeing[0]!, implied: shared }, wholes).filter((index) => !own.has(index));
  // Of two that differ, one is of the amount right before them.
  const place = fitting.find((index) => agreeing.length > 1 || before(index)) ?? null;
  const isRow = group.every(({ row }) => row !== null && row === group[0]!.row);
  const says = agreeing.some(({ share, part }) => digitsOf(reading, share) > 1 && significance(reading, part) > 1);
  const firm = isRow ? agreeing.length > 1 || place !== null : agreeing.length > (group[0]!.base === "" && place === null ? 2 : 1);
  if (agreeing.length < 2 && !(isRow && place !== null)) return { base: null, odd: null, meant: 0 };
  const value = place === null ? shared : reading.quantities[place]!.interval;
  // One that was only made to fit the others is neither confirmed nor told.
  const users = agreeing.filter(({ implied }) => meet(implied, value));
  return { base: { place, value, users }, odd: odd.length === 1 && says && firm ? odd[0]! : null, meant: 0.995 };
}

/** What the base may be with one last place more on each side, for those who make their shares add up to 100. */
function widened(reading: Reading, { part, share }: SharePair): Interval {
  const { value, step } = reading.quantities[share]!;
  const reachOf = multiply(step, exact("1.5"));
  const wide = between(subtract(value, reachOf), add(value, reachOf));
  return (
    quotient(reading.quantities[part]!.interval, wide, hundred) ??
    quotient(reading.quantities[part]!.interval, reading.quantities[share]!.interval, hundred)!
  );
}

/** The largest number of pairs that can have one base. */
function agreeingOf(reading: Reading, pairs: readonly SharePair[]): readonly SharePair[] {
  let best: readonly SharePair[] = [];
  const wide = new Map(pairs.map((pair) => [pair, widened(reading, pair)]));
  for (const start of pairs) {
    // Every largest set has the lower end of one of its own within all of it.
    const low = wide.get(start)!.low!.value;
    const set = pairs.filter((pair) => {
      const own = wide.get(pair)!;
      return compare(own.low!.value, low) <= 0 && compare(low, own.high!.value) <= 0 && meet(own, wide.get(start)!);
    });
    if (set.length > best.length) best = set;
  }
  return best;
}

function common(intervals: readonly Interval[]): Interval | null {
  const shared = intervals.reduce((left, right) => intersect(left, right));
  return isEmpty(shared) ? null : shared;
}

const heldTogether = ({ place, users }: Base): Relation[] =>
  users.length < 2
    ? []
    : users.map((pair, at) => {
        const other = users[at === 0 ? 1 : 0]!;
        return place === null ? held(pair.part, pair.share, other.part, other.share) : held(pair.share, pair.part, place);
      });

/** How surely a share is of a base, by how near those stand that are, and by what it says itself. */
function meantBy(reading: Reading, pair: SharePair, { place, users }: Base): number {
  if (reading.quantities[place!]!.unit !== reading.quantities[pair.part]!.unit || place === pair.part) return 0;
  const sentence = sentenceOf(reading, pair);
  const blockOf = (at: number): number => reading.sentences[at]!.block;
  const called = users.some(({ base }) => base !== "" && base === pair.base);
  if (pair.base !== "" && !called) return 0;
  const apart = Math.min(...users.map((user) => Math.abs(sentenceOf(reading, user) - sentence)));
  if (apart > reach) return 0;
  if (called && users.length > 2) return 0.95;
  if (apart === 0) return called ? 0.95 : 0.92;
  const inBlock = users.some((user) => blockOf(sentenceOf(reading, user)) === blockOf(sentence));
  return inBlock || called ? 0.85 : users.length > 2 ? 0.6 : 0.55;
}

/** The share against the base that it is likeliest of. */
function against(reading: Reading, { part, share }: SharePair, candidates: readonly Candidate[], placed: Placed): Relation[] {
  const [best] = candidates.filter(({ meant }) => meant > 0).sort((left, right) => right.meant - left.meant);
  if (best === undefined || (placed.held.has(part) && placed.held.has(share))) return [];
  const miss = missOf(reading, shareOf(share, part, best.place ?? best.value), placed);
  if (miss === null) return [];
  // The base has two shares or more that speak for it.
  const culprits = miss.culprits.filter((index) => index !== best.place);
  const grain = ratio(reading.quantities[share]!.step, hundred);
  if (culprits.length === 0 || !isLikely(reading, best.meant, { culprits, open: 2, needs: miss.needs, grain })) return [];
  const [other] = best.users.filter((user) => user.share !== share);
  return [missTold(reading, miss, { first: culprits[0]!, beside: other ? [other.share, other.part] : [] })];
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

function wrongBase(reading: Reading, pairs: readonly SharePair[], shared: Interval, placed: Placed): Relation[] {
  const [first] = pairs as [SharePair, ...SharePair[]];
  const { unit } = reading.quantities[first.part]!;
  const needed = middle(shared);
  if (needed === null || shared.low === null || shared.high === null) return [];
  const grain = ratio(subtract(shared.high.value, shared.low.value), needed);
  const candidates: number[] = [];
  for (let index = first.part - 1; index >= 0; index -= 1) {
    const away = sentenceOf(reading, first) - reading.claims[index]!.sentence;
    if (away > reach) break;
    if (reading.quantities[index]!.unit !== unit || !isOperand(reading, index) || directionBefore(reading, index) !== null) continue;
    const needs: Needs = new Map([[index, shared]]);
    const culprits = placed.told.has(index) ? [] : slipped(reading, needs, placed);
    if (culprits.length > 0 && isLikely(reading, away > 1 ? 0.7 : 0.9, { culprits, open: 1, needs, grain })) candidates.push(index);
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
