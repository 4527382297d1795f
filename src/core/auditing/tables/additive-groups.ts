/**
 * Which lines of a table add up to which, found by its numbers: a line and the run of lines behind (or before) it that make it
 * in most of the table's vectors. Runs may be totals themselves, 其中 may be passed over, one line may be parted in several ways.
 */
import { moved, ofYear, type Scaled, type TableLine, type TableLines } from "./table-lines.ts";

export interface Group {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Vectors in which it holds, and in which it does not. */
  readonly holds: readonly number[];
  readonly fails: readonly number[];
  /** Decimal places that agree, all vectors together. */
  readonly digits: number;
  readonly labelled: boolean;
  /** Another reading of the line is as good. */
  readonly rivalled: boolean;
}

/** A larger table is read no further: beyond this many steps the search ends. */
const most = { lines: 600, vectors: 60, steps: 400_000, parts: 80 };

/** Names of a line that adds up others. */
export const sumLabel =
  /合\s*计|总\s*计|共\s*计|小\s*计|总\s*和|总\s*数|^计$|^全[省市县区校国州]$|^总体$|总[人量额计收支面产]|^各[级类]|total/iu;

type Direction = 1 | -1;

/** Known groups by their whole: the line behind their last part, in each direction. */
type Ends = Map<number, number>;

/** @param mends whether one slip of the hand in one figure of these lines makes the first the sum of the others, in this vector. */
export function additiveGroups(table: TableLines, mends: (lines: readonly number[], vector: number) => boolean): Group[] {
  if (table.lines.length < 3 || table.lines.length > most.lines || table.vectors.length > most.vectors) return [];
  // Two years and their difference, 2017年、2018年、增减, are no parts and whole.
  if (table.lines.filter((line) => !addsUp(line)).length > 1) return [];
  const found: Group[] = [];
  const budget = { steps: most.steps };
  const totals = new Set<number>();
  // Backwards once more: a last line may add up what totals found forwards stand over.
  for (const direction of [-1, 1, -1] as const) {
    const ends: Ends = new Map();
    const order = table.lines.map((_, at) => at);
    // The innermost totals first, so that outer ones can step over their parts.
    if (direction === 1) order.reverse();
    for (const whole of order) {
      if (!addsUp(table.lines[whole]!) || (direction === -1 && found.some((each) => each.whole === whole && each.parts[0]! < whole)))
        continue;
      const groups = best(
        candidates(table, whole, direction, ends, totals, budget).flatMap((parts) => judged(table, whole, parts, mends) ?? []),
      );
      if (groups.length === 0) continue;
      found.push(...groups);
      totals.add(whole);
      ends.set(
        whole,
        groups.flatMap(({ parts }) => parts).reduce((far, part) => ((part - far) * direction > 0 ? part : far), whole) + direction,
      );
    }
  }
  for (const { whole, parts } of sameNames(table)) {
    const group = judged(table, whole, parts, mends);
    if (group && !found.some((each) => each.whole === whole && each.parts.join() === parts.join())) found.push(group);
  }
  return withoutLeaves(found);
}

/** Without the groups of a line that only replace parts of another of its groups by the parts of these. */
function withoutLeaves(groups: readonly Group[]): Group[] {
  const byWhole = new Map<number, Group[]>();
  for (const group of groups) byWhole.set(group.whole, [...(byWhole.get(group.whole) ?? []), group]);
  const below = (parts: readonly number[]): Set<number> => {
    const all = new Set(parts);
    for (const part of all) for (const group of byWhole.get(part) ?? []) for (const each of group.parts) all.add(each);
    return all;
  };
  return groups.filter((group) =>
    (byWhole.get(group.whole) ?? []).every(
      (other) => other === group || other.parts.length >= group.parts.length || !group.parts.every((part) => below(other.parts).has(part)),
    ),
  );
}

const addsUp = ({ label, headers }: TableLine): boolean => !ofYear.test(label) && !headers.some((text) => moved.test(text));

/** Runs that make the line in one vector at least. */
function candidates(
  table: TableLines,
  whole: number,
  direction: Direction,
  ends: Ends,
  totals: ReadonlySet<number>,
  budget: { steps: number },
): number[][] {
  const runs = new Map<string, number[]>();
  for (const vector of table.vectors.keys()) {
    const target = table.scaled[whole]![vector];
    if (!target || target.high <= 0n) continue;
    for (const over of ["all", "ends", "totals"] as const)
      for (const ofWhich of [false, true])
        for (const run of matches(table, { whole, direction, vector, target, over, ofWhich, ends, totals, budget }))
          runs.set(run.join(), run);
  }
  return [...runs.values()];
}

interface Walk {
  readonly whole: number;
  readonly direction: Direction;
  readonly vector: number;
  readonly target: Scaled;
  /** What is passed over: nothing, the parts of known totals, or the totals themselves. */
  readonly over: "all" | "ends" | "totals";
  /** Whether lines of 其中 are added. */
  readonly ofWhich: boolean;
  readonly ends: Ends;
  readonly totals: ReadonlySet<number>;
  readonly budget: { steps: number };
}

function matches(table: TableLines, walk: Walk): number[][] {
  const { whole, direction, vector, target, ends, budget } = walk;
  const { lines, scaled } = table;
  const found: number[][] = [];
  const starts = [whole + direction];
  for (let start = starts.shift(); start !== undefined && found.length < 6; start = starts.shift()) {
    let [low, high, told] = [0n, 0n, 0];
    const parts: number[] = [];
    for (let at = start; at >= 0 && at < lines.length && parts.length < most.parts;) {
      if ((budget.steps -= 1) < 0) return found;
      const next = walk.over === "ends" ? (ends.get(at) ?? at + direction) : at + direction;
      const line = lines[at]!;
      if (!addsUp(line)) break;
      if ((line.ofWhich && !walk.ofWhich) || (walk.over === "totals" && walk.totals.has(at))) {
        at = line.ofWhich ? (ends.get(at) ?? next) : next;
        continue;
      }
      const value = scaled[at]![vector];
      if (!value && !line.empty[vector]) break;
      parts.push(at);
      if (value) {
        low += value.low;
        high += value.high;
        if (value.high > 0n) told += 1;
      }
      at = next;
      if (low > target.high) break;
      if (told > 1 && high >= target.low) {
        found.push([...parts]);
        if (starts.length < 3 && value && value.high > 0n) starts.push(at);
      }
    }
  }
  return found;
}

/** 教育部门 under 总计 is made of those under 城市, 县镇 and 农村. */
function* sameNames({ lines }: TableLines): Iterable<{ whole: number; parts: number[] }> {
  const byName = new Map<string, number[]>();
  for (const [at, { label, ofWhich }] of lines.entries())
    if (label !== "" && !ofWhich) byName.set(label, [...(byName.get(label) ?? []), at]);
  for (const list of byName.values()) {
    if (list.length < 3 || list.length > most.parts) continue;
    yield { whole: list[0]!, parts: list.slice(1) };
    yield { whole: list.at(-1)!, parts: list.slice(0, -1) };
  }
}

/** The group with what speaks for it; null where that is too little. */
function judged(
  table: TableLines,
  whole: number,
  parts: readonly number[],
  mends: (lines: readonly number[], vector: number) => boolean,
): Group | null {
  const { scaled, vectors } = table;
  const [holds, fails]: [number[], number[]] = [[], []];
  // Shares follow their counts and say nothing of their own, unless the table has nothing else.
  const counts = vectors.some(({ additive }) => additive);
  const agreed: number[] = [];
  let doubt = 0;
  const labelled = sumLabel.test(table.lines[whole]!.label);
  const ends = [0, table.lines.length - 1];
  const all = ends.includes(whole) && parts.some((part) => ends.includes(part));
  for (const vector of vectors.keys()) {
    const sum = sumOfParts(table, parts, vector);
    const target = scaled[whole]![vector];
    if (!target || !sum) continue;
    const { additive } = vectors[vector]!;
    if (sum.low <= target.high && target.low <= sum.high) {
      if (sum.told < 2) continue;
      holds.push(vector);
      // What the other parts add to the largest is what agrees by more than chance.
      if (additive || !counts)
        agreed.push(Math.min(length(target.high - sum.largest), length(target.high) - length(sum.high - sum.low)) + 1);
    } else if (additive || !counts) {
      fails.push(vector);
      const apart = sum.low > target.high ? sum.low - target.high : target.low - sum.high;
      // Where one year nearly repeats another, a chance sum nearly repeats as well.
      const chance = !labelled && !all && apart < 4n;
      doubt += chance || !mends([whole, ...parts], vector) ? 3 : apart * 20n < target.high ? 2 : 0;
    }
  }
  const total = agreed.reduce((all, digits) => all + digits, 0);
  const largest = Math.max(0, ...agreed);
  // One year's sums repeat those of the year before.
  const digits = vectors.filter(({ label }) => ofYear.test(label)).length > 1 ? largest + (total - largest) / 3 : total;
  const nested = isNested(
    table.lines[whole]!.label,
    parts.map((part) => table.lines[part]!.label),
  );
  const bonus = (labelled || nested ? 3 : 0) + (all ? 2 : 0);
  if (holds.length === 0 || digits + bonus < 3 + Math.log10(table.lines.length) * 2 + doubt) return null;
  if (fails.length > Math.max(1, holds.length / 2)) return null;
  return { whole, parts, holds, fails, digits, labelled, rivalled: false };
}

/** 205 over 20502 and 20503, 一、 over 1. and 2.: their numbers say that they are its parts. */
function isNested(whole: string, parts: readonly string[]): boolean {
  const code = /^\d{3,}/.exec(whole)?.[0];
  if (code !== undefined) return parts.every((part) => part.startsWith(code) && /^\d/.test(part.slice(code.length)));
  return (
    /^[一二三四五六七八九十]+[、.．]/.test(whole) && parts.every((part, at) => part.startsWith(String(at + 1)) && /^\d+[、.．]/.test(part))
  );
}

interface Sum extends Scaled {
  /** How many parts are more than nothing, and the largest of them. */
  readonly told: number;
  readonly largest: bigint;
}

/** Null where a part has words for a figure. */
function sumOfParts({ lines, scaled }: TableLines, parts: readonly number[], vector: number): Sum | null {
  let [low, high, told, largest] = [0n, 0n, 0, 0n];
  for (const part of parts) {
    const value = scaled[part]![vector];
    if (!value && !lines[part]!.empty[vector]) return null;
    if (!value) continue;
    low += value.low;
    high += value.high;
    if (value.high > 0n) told += 1;
    if (value.high > largest) largest = value.high;
  }
  return { low, high, told, largest };
}

const length = (value: bigint): number => (value <= 0n ? 0 : value.toString().length);

/** The best reading of a line, and others that part it in another way. */
function best(groups: readonly Group[]): Group[] {
  const ordered = groups.toSorted((left, right) => worth(right) - worth(left) || right.parts.length - left.parts.length);
  const chosen: Group[] = [];
  for (const group of ordered) {
    const rival = chosen.find(({ parts }) => parts.some((part) => group.parts.includes(part)));
    if (!rival) chosen.push(group);
    else if (worth(rival) - worth(group) < 2 && rival.fails.length > 0 && group.fails.join() !== rival.fails.join())
      chosen[chosen.indexOf(rival)] = { ...rival, rivalled: true };
  }
  return chosen;
}

const worth = ({ digits, fails }: Group): number => digits - fails.length * 3;
