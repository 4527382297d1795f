/**
 * Lists of amounts against the amounts before and behind them that they may make, however far these stand and whatever joins
 * them. A list that makes one of them is left alone; one that makes none, and would make one but for one slip of one figure, is
 * told where the text is built so that the list is that amount's, and where numbers so near each other are rare.
 */
import { compare, type Exact, exact, multiply } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { bare } from "../relations/arithmetic.ts";
import { areSome } from "../relations/categories.ts";
import { placesBefore } from "../relations/lookup.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { addedOf, additionNeeds, additionTold, addsUp } from "./addition.ts";
import {
  type AmountList,
  isAddend,
  isOpen,
  isKind,
  type Joint,
  kindsOf,
  listsOf,
  sharedOut,
  type Whole,
  wholesFor,
} from "./amount-lists.ts";
import { isLikely, ratio } from "./odds.ts";
import { digitsOf, type Placed, slipped } from "./suspicion.ts";

/** How often a list that is joined like this is all of the amount, before anything is known of its text. */
const usual: Readonly<Record<Joint, number>> = { bracket: 0.85, divided: 0.8, total: 0.9, among: 0.45, near: 0.2, far: 0.08 };

interface Candidate {
  readonly whole: Whole;
  readonly parts: readonly number[];
}

export function listSums(reading: Reading, placed: Placed): Relation[] {
  const lists = listsOf(reading);
  if (lists.length === 0) return [];
  const addends = addendsByUnit(reading);
  const told = new Set<number>();
  const read = lists.map((list) => {
    const candidates = candidatesOf(reading, list, addends, told);
    const fitting = candidates.filter(({ whole, parts }) => addsUp(reading, { whole: whole.index, parts }));
    // What is divided twice stands before both of its lists.
    for (const part of fitting[0]?.parts ?? []) told.add(part);
    return { list, candidates, fitting };
  });
  const habit = habits(reading, read);
  const summed = new Set(read.flatMap(({ fitting }) => fitting.map(({ whole }) => keyOf(reading, whole.index))));
  return read.flatMap(({ list, candidates, fitting }) => {
    const [exactly] = fitting;
    if (exactly) return digitsOf(reading, exactly.whole.index) > 2 ? [held(exactly.whole.index, ...exactly.parts)] : [];
    return missed(reading, list, candidates, habit, summed, placed);
  });
}

const keyOf = (reading: Reading, index: number): string => {
  const { unit, value } = reading.quantities[index]!;
  return `${unit} ${value.numerator}/${value.denominator}`;
};

function addendsByUnit(reading: Reading): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { unit }] of reading.quantities.entries()) {
    if (!isAddend(reading, index)) continue;
    const list = found.get(unit);
    if (list) list.push(index);
    else found.set(unit, [index]);
  }
  return found;
}

/** The list with each amount before or behind it, and its own first with the rest. */
function candidatesOf(
  reading: Reading,
  list: AmountList,
  addends: ReadonlyMap<string, readonly number[]>,
  told: ReadonlySet<number>,
): Candidate[] {
  const { parts } = list;
  const all = addends.get(reading.quantities[parts[0]!]!.unit)!;
  const place = placesBefore(all, parts[0]!);
  const before = all
    .slice(Math.max(0, place - 20), place)
    .filter((index) => !told.has(index))
    .slice(-4);
  const found: Candidate[] = wholesFor(reading, list, before).map((whole) => ({ whole, parts }));
  const inPercent = reading.quantities[parts[0]!]!.unit === "%";
  return inPercent ? found.filter(({ whole }) => whole.joint === "bracket") : found;
}

/** 随迁子女640人，其中小学480人，初中160人；留守儿童9人: the first of the list make the amount, and the rest are something else. */
function isAllBefore(reading: Reading, { whole, parts }: Candidate): boolean {
  return parts.some((_, at) => at > 1 && addsUp(reading, { whole: whole.index, parts: parts.slice(0, at) }));
}

interface Read {
  readonly list: AmountList;
  readonly candidates: readonly Candidate[];
  readonly fitting: readonly Candidate[];
}

/** How often this text's lists of a joint are all of their amount. */
function habits(reading: Reading, read: readonly Read[]): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, [number, number]>();
  for (const { candidates, fitting } of read) {
    const [shown] = fitting.length > 0 ? fitting : candidates;
    if (!shown) continue;
    const key = habitOf(reading, shown);
    const counts = found.get(key) ?? [0, 0];
    counts[fitting.length > 0 ? 0 : 1] += 1;
    found.set(key, counts);
  }
  return found;
}

const habitOf = (reading: Reading, { whole, parts }: Candidate): string =>
  `${whole.joint} ${reading.quantities[parts[0]!]!.unit === "%" ? "%" : ""}`;

function missed(
  reading: Reading,
  list: AmountList,
  candidates: readonly Candidate[],
  habit: ReadonlyMap<string, readonly [number, number]>,
  summed: ReadonlySet<string>,
  placed: Placed,
): Relation[] {
  if (list.parts.some((part) => placed.told.has(part))) return [];
  const judged = candidates.flatMap((candidate) => {
    const { whole, parts } = candidate;
    if (placed.told.has(whole.index) || isAllBefore(reading, candidate)) return [];
    const meant = meantBy(reading, candidate, habit, summed);
    const value = (index: number): Exact => reading.quantities[index]!.value;
    const added = addedOf(reading, parts);
    const needs = additionNeeds(reading, { whole: whole.index, parts });
    const culprits = slipped(reading, needs, placed);
    if (culprits.length === 0) return [];
    const figures = [whole.index, ...parts];
    const step = figures.map((index) => lastPlace(reading, index)).reduce((left, right) => (compare(left, right) < 0 ? left : right));
    const larger = compare(added, value(whole.index)) > 0 ? added : value(whole.index);
    // Kinds that do not overlap cannot make more than what they are of, whether all of them are told or not.
    const over = larger === added && isClose(whole.joint) && kindsOf(reading, parts) !== "crossing";
    const grain = ratio(step, larger) * (over ? 0.1 : 1);
    const open = figures.filter((index) => !placed.held.has(index)).length;
    return isLikely(reading, meant, { culprits, open, needs, grain }) ? [{ candidate, needs, meant }] : [];
  });
  const [best] = judged.sort((left, right) => right.meant - left.meant);
  if (!best) return [];
  const { whole, parts } = best.candidate;
  return [additionTold(reading, { whole: whole.index, parts }, best.needs)];
}

/** The place of the last digit that says something: 12000 counts thousands. */
function lastPlace(reading: Reading, index: number): Exact {
  const zeros = /0*$/.exec(bare(reading.quantities[index]!).replace(/\D/g, ""))![0].length;
  return multiply(reading.quantities[index]!.step, exact(10n ** BigInt(zeros)));
}

const isClose = (joint: Joint): boolean => joint !== "far" && joint !== "near";

/** How surely the list is all of the amount: by the words, the kinds, their shares, and the other lists of the text. */
function meantBy(
  reading: Reading,
  candidate: Candidate,
  habit: ReadonlyMap<string, readonly [number, number]>,
  summed: ReadonlySet<string>,
): number {
  const { whole, parts } = candidate;
  const kinds = kindsOf(reading, parts);
  if (
    areSome(
      parts.map((part) => labelKey(reading.claims[part]!.label)),
      reading.claims[whole.index]!.label,
    )
  )
    return 0.05;
  if (kinds === "crossing" || isOpen(reading, parts) || (kinds !== null && isKind(reading, candidate))) return 0.05;
  if (sharedOut(reading, parts) && whole.joint !== "far") return 0.97;
  const [kept, left] = habit.get(habitOf(reading, candidate)) ?? [0, 1];
  const prior = usual[whole.joint];
  // The list itself is among those that are left.
  const settled = (kept + 2 * prior) / (kept + Math.max(0, left - 1) + 2);
  const known = kinds === null || whole.joint === "far" ? settled : 1 - (1 - settled) * (kinds === "all" ? 0.15 : 0.5);
  return summed.has(keyOf(reading, whole.index)) && whole.joint !== "far" ? 1 - (1 - known) * 0.5 : known;
}
