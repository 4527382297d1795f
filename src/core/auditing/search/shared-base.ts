/**
 * Shares told one after the other of one base, 甲30人，占毕业生的30%；乙45人，占毕业生的45%: each implies the base, wherever its
 * value stands and whether it stands at all. Where all but one imply the same, and one slip mends that one, it is told.
 */
import { add, compare, divide, exact, multiply, subtract } from "../../quantity/exact.ts";
import { between, intersect, type Interval, isEmpty } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import type { Quantity } from "../quantity.ts";
import { bare, hundred, isExact, meet, quotient, shownInterval, roundedTo } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { placesBefore } from "../relations/lookup.ts";
import { directionBefore, gapBefore } from "./cues.ts";
import { isOperand } from "./operands.ts";
import { mayMeet } from "./rough.ts";
import { digitsOf, type Placed, significance, slipped, suspect } from "./suspicion.ts";

interface Pair {
  readonly part: number;
  readonly share: number;
  /** The words that name the base; "" where the share says none. */
  readonly base: string;
  /** What the base may be; one last place more on each side, for those who make their shares add up to 100. */
  readonly implied: Interval;
  readonly wide: Interval;
}

/** How many shares of one base a paragraph may have. */
const most = 24;

export function sharedBases(reading: Reading, placed: Placed): Relation[] {
  const wholes = wholesOf(reading);
  return groupsOf(reading).flatMap((pairs) => (pairs.length < 2 || pairs.length > most ? [] : judged(reading, pairs, wholes, placed)));
}

/** What can be a base, by unit: plain amounts of prose. */
function wholesOf(reading: Reading): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { unit }] of reading.quantities.entries()) {
    if (reading.claims[index]!.sentence < 0 || !isOperand(reading, index) || directionBefore(reading, index) !== null) continue;
    const list = found.get(unit);
    if (list) list.push(index);
    else found.set(unit, [index]);
  }
  return found;
}

/**
 * Shares of one paragraph by the words of their base. Those that name none may go with all of their paragraph, where these
 * agree, and else with those of their sentence.
 */
function groupsOf(reading: Reading): Pair[][] {
  const groups = new Map<string, Pair[]>();
  let before: Pair | null = null;
  for (const share of reading.quantities.keys()) {
    const read = pairOf(reading, share);
    if (read === null) continue;
    // 占外省生源的12%；其次是乙省，占9%: a share without a base of its own has that of the one before it in its sentence.
    const inherits: boolean =
      read.base === "" && before !== null && reading.claims[before.share]!.sentence === reading.claims[share]!.sentence;
    const pair: Pair = inherits ? { ...read, base: before!.base } : read;
    before = pair;
    const key = `${reading.sentences[reading.claims[share]!.sentence]!.block} ${pair.base} ${reading.quantities[pair.part]!.unit}`;
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  // Items of a list that each name the one base stand in paragraphs of their own.
  const alone = new Map<string, Pair[]>();
  for (const [key, pairs] of groups)
    if (pairs.length === 1 && pairs[0]!.base.length > 2) {
      const everywhere = key.slice(key.indexOf(" "));
      const list = alone.get(everywhere);
      if (list) list.push(...pairs);
      else alone.set(everywhere, [...pairs]);
    }
  return [...groups.values(), ...alone.values()].flatMap((pairs) => {
    if (pairs[0]!.base !== "" || pairs.length - agreeingOf(pairs).length <= 1) return [pairs];
    const sentences = [...new Set(pairs.map((pair) => reading.claims[pair.share]!.sentence))];
    return sentences.map((sentence) => pairs.filter((pair) => reading.claims[pair.share]!.sentence === sentence));
  });
}

/** 甲30人，占…的30%: the amount right before a share that says 占. */
function pairOf(reading: Reading, share: number): Pair | null {
  const [quantity, claim] = [reading.quantities[share]!, reading.claims[share]!];
  if (share === 0 || claim.sentence < 0 || quantity.kind !== "share" || quantity.unit !== "%" || !isExact(quantity)) return null;
  const part = share - 1;
  if (reading.claims[part]!.sentence !== claim.sentence || !isOperand(reading, part) || reading.corrupt.has(share)) return null;
  const gap = gapBefore(reading, share);
  const words = /^[人名个所]?(?:[（(][^（）()]*[）)])?[，,（(]?\s*(?:约|共|合计)?占(?:比|到|了)?([^，。；、（()）]{0,18})$/.exec(gap);
  if (!words || directionBefore(reading, part) !== null || reading.claims[part]!.aspect === "change") return null;
  const base = labelKey(words[1]!.replace(/(?:的?(?:比例|比重|比率))?(?:为|是|达到?|约|近|的)*\s*$/, "").replace(/的$/, ""));
  const [tight, wide] = [quantity.interval, widened(quantity)];
  const implied = quotient(reading.quantities[part]!.interval, tight, hundred);
  const roomy = quotient(reading.quantities[part]!.interval, wide, hundred);
  return implied === null || roomy === null ? null : { part, share, base, implied, wide: roomy };
}

function widened({ value, step }: Quantity): Interval {
  const reach = multiply(step, exact("1.5"));
  return between(subtract(value, reach), add(value, reach));
}

function judged(reading: Reading, pairs: readonly Pair[], wholes: ReadonlyMap<string, readonly number[]>, placed: Placed): Relation[] {
  const agreeing = agreeingOf(pairs);
  if (agreeing.length < 2) return [];
  const shared = common(agreeing.map((pair) => pair.implied)) ?? common(agreeing.map((pair) => pair.wide));
  if (shared === null) return [];
  // One that was only made to fit the others is neither confirmed nor told.
  const firm = agreeing.filter((pair) => meet(pair.implied, shared));
  const own = new Set(pairs.map((pair) => pair.part));
  const candidates = wholes.get(reading.quantities[pairs[0]!.part]!.unit) ?? [];
  const mayBe = mayMeet(reading, shared);
  const whole = candidates.find(
    (index) => mayBe(index) && !own.has(index) && digitsOf(reading, index) >= 3 && meet(reading.quantities[index]!.interval, shared),
  );
  const relations = firm.length < 2 ? [] : firm.map((pair, at) => heldPair(pair, firm[at === 0 ? 1 : 0]!, whole));
  const odd = pairs.filter((pair) => !agreeing.includes(pair));
  if (odd.length === 1) return [...relations, ...oddPair(reading, odd[0]!, agreeing, shared, whole, placed)];
  return odd.length === 0 && whole === undefined && firm.length > 2
    ? [...relations, ...wrongWhole(reading, firm, inBlockBefore(reading, candidates, firm[0]!.part, own), shared, placed)]
    : relations;
}

/** Of places in ascending order those before `part` in its paragraph, without `own`. */
function inBlockBefore(reading: Reading, places: readonly number[], part: number, own: ReadonlySet<number>): number[] {
  const { start } = reading.document.blocks[reading.sentences[reading.claims[part]!.sentence]!.block]!;
  const found: number[] = [];
  for (let at = placesBefore(places, part) - 1; at >= 0 && reading.quantities[places[at]!]!.start >= start; at -= 1)
    if (!own.has(places[at]!)) found.push(places[at]!);
  return found.reverse();
}

/** 就业学生580人中，甲…占…、乙…占…: the amount told before all the shares is the base that they imply but for one slip. */
function wrongWhole(reading: Reading, pairs: readonly Pair[], candidates: readonly number[], shared: Interval, placed: Placed): Relation[] {
  const [first] = pairs;
  const { sentence } = reading.claims[first!.part]!;
  const before = candidates.filter((index) => {
    const claim = reading.claims[index]!;
    return (
      index < first!.part &&
      sentence - claim.sentence <= 1 &&
      reading.sentences[claim.sentence]!.block === reading.sentences[sentence]!.block
    );
  });
  if (pairs.every((pair) => digitsOf(reading, pair.share) < 3)) return [];
  const wrong = before.filter((index) => !placed.told.has(index) && slipped(reading, new Map([[index, shared]]), placed).length > 0);
  if (wrong.length !== 1) return [];
  const [whole] = wrong as [number];
  const { part, share } = pairs[0]!;
  return [
    suspect(reading, "SHARE", [whole, ...pairs.flatMap((pair) => [pair.share, pair.part])], {
      formula: `${bare(reading.quantities[part]!)} ÷ ${bare(reading.quantities[share]!)}%`,
      value: shownInterval(shared, reading.quantities[whole]!),
      needs: new Map([[whole, shared]]),
    }),
  ];
}

const heldPair = (pair: Pair, other: Pair, whole: number | undefined): Relation =>
  whole === undefined ? held(pair.part, pair.share, other.part, other.share) : held(pair.share, pair.part, whole);

function oddPair(
  reading: Reading,
  pair: Pair,
  agreeing: readonly Pair[],
  shared: Interval,
  whole: number | undefined,
  placed: Placed,
): Relation[] {
  const [part, share] = [reading.quantities[pair.part]!, reading.quantities[pair.share]!];
  if (placed.told.has(pair.part) || placed.told.has(pair.share) || (placed.held.has(pair.part) && placed.held.has(pair.share))) return [];
  // Two of one digit agree with anything.
  if (agreeing.every((each) => digitsOf(reading, each.share) < 2 || significance(reading, each.part) < 2)) return [];
  if (pair.base === "" && agreeing.length < 3 && whole === undefined) return [];
  const expected = quotient(part.interval, shared, hundred);
  if (expected === null || shared.low === null || shared.high === null || share.interval.low === null || share.interval.high === null)
    return [];
  const times = (left: Quantity["value"], right: Quantity["value"]): Quantity["value"] => divide(multiply(left, right), hundred);
  const needs = new Map([
    [pair.share, roundedTo(expected, share)],
    [pair.part, between(times(share.interval.low.value, shared.low.value), times(share.interval.high.value, shared.high.value))],
  ]);
  const wrong = slipped(reading, needs, placed);
  if (wrong.length === 0) return [];
  const [other] = agreeing;
  return [
    suspect(reading, "SHARE", [pair.share, pair.part, ...(whole === undefined ? [other!.share, other!.part] : [whole])], {
      formula: `${bare(part)} ÷ ${shownInterval(shared, part)} × 100`,
      value: `${shownInterval(expected, share)}%`,
      first: wrong[0]!,
      needs,
    }),
  ];
}

/** The largest number of pairs that can have one base. */
function agreeingOf(pairs: readonly Pair[]): readonly Pair[] {
  let best: readonly Pair[] = [];
  for (const start of pairs) {
    // Every largest set has the lower end of one of its own within all of it.
    const low = start.wide.low!.value;
    const set = pairs.filter(
      ({ wide }) => compare(wide.low!.value, low) <= 0 && compare(low, wide.high!.value) <= 0 && meet(wide, start.wide),
    );
    if (set.length > best.length) best = set;
  }
  return best;
}

function common(intervals: readonly Interval[]): Interval | null {
  const shared = intervals.reduce((left, right) => intersect(left, right));
  return isEmpty(shared) ? null : shared;
}
