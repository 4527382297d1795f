/**
 * One amount told twice under names that have words in common, with a slip between the two: 共计录取新生45354人 in the summary,
 * 录取新生45534人 in its chapter. Long numbers are so rarely one slip apart by chance that the names need not be the same.
 */
import { point } from "../../quantity/interval.ts";
import { bare, printed, withScale } from "../relations/arithmetic.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import { isAddend } from "./amount-lists.ts";
import { clauseBefore, gapBehind } from "./cues.ts";
import { isLikely } from "./odds.ts";
import { type Needs, type Placed, significance, slipped } from "./suspicion.ts";

/** How many numbers of one shape may be near each other before that says nothing. */
const most = 6;

export function mistypedCopies(reading: Reading, placed: Placed): Relation[] {
  const seen = new Map<string, number[]>();
  const found: Relation[] = [];
  for (const [index, quantity] of reading.quantities.entries()) {
    if (quantity.kind !== "number" || significance(reading, index) < 4 || !isAddend(reading, index)) continue;
    const keys = shapes(withScale(quantity)).map((shape) => `${quantity.unit} ${shape}`);
    const near = new Set(keys.flatMap((key) => seen.get(key) ?? []));
    for (const other of near) found.push(...judged(reading, index, other, near.size, placed));
    for (const key of keys) {
      const list = seen.get(key);
      if (!list) seen.set(key, [index]);
      else if (list.length < most && !list.some((each) => withScale(reading.quantities[each]!) === withScale(quantity))) list.push(index);
    }
  }
  return found;
}

/** Two numbers that one slip parts have one of these in common. */
function shapes(text: string): string[] {
  const digits = text.replace(/[,，]/g, "");
  return [digits, `~${[...digits].sort().join("")}`, ...[...digits].map((_, at) => digits.slice(0, at) + digits.slice(at + 1))];
}

function judged(reading: Reading, index: number, other: number, rivals: number, placed: Placed): Relation[] {
  const [one, two] = [reading.quantities[index]!, reading.quantities[other]!];
  const [here, there] = [reading.claims[index]!, reading.claims[other]!];
  if (here.sentence === there.sentence || here.period !== there.period || [index, other].some((each) => placed.told.has(each))) return [];
  if (withScale(one) === withScale(two) || (placed.held.has(index) && placed.held.has(other))) return [];
  const alike = commonName(nameOf(reading, index), nameOf(reading, other));
  if (alike < (Math.min(significance(reading, index), significance(reading, other)) < 5 ? 1 : 0.6)) return [];
  const needs: Needs = new Map([
    [index, point(two.value)],
    [other, point(one.value)],
  ]);
  const culprits = slipped(reading, needs, placed);
  const grain = rivals * 10 ** (1 - significance(reading, index));
  if (
    culprits.length === 0 ||
    !isLikely(reading, alike === 1 ? 0.9 : alike > 0.99 ? 0.6 : 0.4, { culprits, open: culprits.length, needs, grain })
  )
    return [];
  const [wrong, right] = placed.held.has(index) ? [other, index] : [index, other];
  return [
    broken(
      [wrong, right],
      {
        code: "CROSS",
        tier: "warning",
        message: {
          zh: `${printed(one)}与前文的${printed(two)}只差一处，像是同一个数`,
          en: `${printed(one)} and ${printed(two)} are one slip apart and seem to be one number`,
        },
        proof: `${bare(two)} ≠ ${bare(one)}`,
        at: [wrong, right],
      },
      needs,
    ),
  ];
}

function nameOf(reading: Reading, index: number): string {
  const behind = /^[\u4e00-\u9fff]{0,6}/.exec(gapBehind(reading, index))![0];
  return `${clauseBefore(reading, index).slice(-14)}${behind}`.replace(/[\d\s年度月日我本全共计为达到有了的人元所个万亿]/g, "");
}

/** How much of the shorter name stands in the other one, in pairs of signs. */
function commonName(left: string, right: string): number {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < 3) return 0;
  if (short === long) return short.length > 4 ? 1 : 0.995;
  const pairs = Array.from({ length: short.length - 1 }, (_, at) => short.slice(at, at + 2));
  return (0.995 * pairs.filter((pair) => long.includes(pair)).length) / pairs.length;
}
