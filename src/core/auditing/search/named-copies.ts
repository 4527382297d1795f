/**
 * One thing named twice in a text with two values. The places are bound by the text's own names, before or behind the
 * number; a value is told against the one that the other places and relations support.
 */
import { compare, divide, equals, exact, multiply } from "../../quantity/exact.ts";
import { bare, isExact, meet, printed, withScale } from "../relations/arithmetic.ts";
import { isWholeScope } from "../relations/lookup.ts";
import { ofEach } from "../relations/repeats.ts";
import { oneEditApart } from "../relations/slip.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import { clauseBefore, isAim, isPrior, directionBefore } from "./cues.ts";
import { isPlainValue, namingOf } from "./names.ts";
import { digitsOf, isStale, type Placed } from "./suspicion.ts";

/** 人次 beside 人 and 名 is a slip of the unit, told of one thing as well. */
const unitKey = (unit: string): string => (unit === "人次" || unit === "名" ? "人" : unit);

export function namedCopies(reading: Reading, placed: Placed): Relation[] {
  const groups = new Map<string, number[]>();
  const { of } = namingOf(reading);
  for (const [index, owner] of of.entries()) {
    if (
      owner === null ||
      owner.name.replace(/[“”]/g, "").length < 3 ||
      owner.modified ||
      ofEach.test(owner.name) ||
      !isCopy(reading, index)
    )
      continue;
    const key = `${owner.name} ${unitKey(reading.quantities[index]!.unit)}`;
    const list = groups.get(key);
    if (list) list.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()].flatMap((indexes) => (indexes.length < 2 || indexes.length > 60 ? [] : against(reading, indexes, placed)));
}

/** A value of the whole in the year reported. */
export function isCopy(reading: Reading, index: number): boolean {
  const claim = reading.claims[index]!;
  if (!isPlainValue(reading, index) || !isExact(reading.quantities[index]!) || !isWholeScope(claim.scope)) return false;
  if (reading.year !== null && claim.period !== reading.year) return false;
  if (claim.sentence < 0) return true;
  return (
    !isPrior(reading, index) &&
    !isAim(reading, index) &&
    !(claim.named.start > claim.quantity.end && directionBefore(reading, index) !== null)
  );
}

function against(reading: Reading, indexes: readonly number[], placed: Placed): Relation[] {
  const counts = new Map<string, number>();
  const keyOf = (index: number): string => {
    const { numerator, denominator } = reading.quantities[index]!.value;
    return `${numerator}/${denominator}`;
  };
  for (const index of indexes) counts.set(keyOf(index), (counts.get(keyOf(index)) ?? 0) + (placed.held.has(index) ? 2 : 1));
  const [best, second] = [...counts].sort((left, right) => right[1] - left[1]);
  const model = indexes.find((index) => keyOf(index) === best![0])!;
  const settled = second === undefined || best![1] > second[1];
  const owner = namingOf(reading).of[model]!.name.replace(/[“”]/g, "");
  return indexes.flatMap((index): Relation[] => {
    if (keyOf(index) === best![0]) return sameUnit(reading, index, model) ? [] : unitSlip(reading, index, model, placed);
    if (placed.told.has(index) || owner.length < 3 || sameSentence(reading, index, model) || ofTwoYears(reading, index, model)) return [];
    // Held elsewhere, it is told only beside a value that more places give, and from which one slip parts it.
    if (placed.held.has(index) && !(settled && digitsOf(reading, index) > 3)) return [];
    if (meet(reading.quantities[index]!.interval, reading.quantities[model]!.interval)) return [];
    const near = mistyped(reading, index, model, best![1] > 2 && owner.length > 3);
    if (!near && !(settled && !placed.held.has(index) && isLeftOver(reading, index, model))) return [];
    return [differ(reading, index, model)];
  });
}

function sameSentence(reading: Reading, left: number, right: number): boolean {
  const { sentence } = reading.claims[left]!;
  return sentence >= 0 && sentence === reading.claims[right]!.sentence;
}

/** Columns of a table that each name a year, where the title names none. */
function ofTwoYears(reading: Reading, left: number, right: number): boolean {
  const [one, two] = [reading.claims[left]!.period, reading.claims[right]!.period];
  return one !== null && two !== null && one !== two;
}

const sameUnit = (reading: Reading, left: number, right: number): boolean =>
  reading.quantities[left]!.unit === reading.quantities[right]!.unit;

/** One slip of the hand apart: a digit, the decimal point, 万, an old value glued before the new. */
function mistyped(reading: Reading, index: number, model: number, firm: boolean): boolean {
  const [left, right] = [withScale(reading.quantities[index]!), withScale(reading.quantities[model]!)];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const older = long.endsWith(short) ? long.slice(0, -short.length) : "";
  // 5867项 beside 67项: an old value of nearly the same size stands before the new one.
  if (/^\d{2,}$/.test(short) && /^[1-9]\d+$/.test(older) && Math.min(+older, +short) * 1.25 > Math.max(+older, +short)) return true;
  if (Math.max(digitsOf(reading, index), digitsOf(reading, model)) < (firm ? 2 : 3)) return false;
  const [one, two] = [reading.quantities[index]!.value, reading.quantities[model]!.value];
  if (oneEditApart(left.replace(/万$/, ""), right.replace(/万$/, "")) && left.endsWith("万") === right.endsWith("万")) return true;
  if (
    /^\d{3,}$/.test(short) &&
    /^\d+$/.test(long) &&
    long.length <= short.length * 2 + 1 &&
    (long.startsWith(short) || long.endsWith(short))
  )
    return true;
  return [4, -4].some((power) => {
    const factor = power > 0 ? exact(10_000) : divide(exact(1), exact(10_000));
    return equals(multiply(one, factor), two);
  });
}

/** Nearly the same, as last year's value is: where the place says nothing else that would make it another thing. */
function isLeftOver(reading: Reading, index: number, model: number): boolean {
  if (digitsOf(reading, index) < 2 || !isStale(reading.quantities[index]!.value, reading.quantities[model]!.value)) return false;
  const claim = reading.claims[index]!;
  if (claim.sentence < 0) return false;
  const clause = clauseBefore(reading, index);
  if (/近|曾|约|其他|各县|部分|累计|历年|培训|参加|选派|资助|惠及/.test(clause)) return false;
  return compare(reading.quantities[index]!.step, exact(1)) <= 0;
}

function unitSlip(reading: Reading, index: number, model: number, placed: Placed): Relation[] {
  const [wrong, right] = [reading.quantities[index]!, reading.quantities[model]!];
  if (
    placed.told.has(index) ||
    placed.told.has(model) ||
    digitsOf(reading, index) < 3 ||
    unitKey(wrong.unit) === wrong.unit ||
    wrong.unit === "名"
  )
    return [];
  if (right.unit === "名" && wrong.unit === "人") return [];
  return [
    broken([index, model], {
      code: "RANGE",
      tier: "warning",
      message: {
        zh: `同一数的单位不一：${printed(wrong)}与${printed(right)}`,
        en: `one number in two units: ${printed(wrong)} and ${printed(right)}`,
      },
      proof: `${printed(wrong)}，另处写作${printed(right)}`,
      at: [index, model],
    }),
  ];
}

function differ(reading: Reading, index: number, model: number): Relation {
  const [here, there] = [reading.quantities[index]!, reading.quantities[model]!];
  const name = namingOf(reading).of[index]!.name;
  const [low, high] = compare(here.value, there.value) < 0 ? [here, there] : [there, here];
  return broken([index, model], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `“${name}”前后两处不一：${printed(there)}与${printed(here)}`,
      en: `"${name}" has two values: ${printed(there)} and ${printed(here)}`,
    },
    proof: `${bare(low)} ≠ ${bare(high)}`,
    at: [index, model],
    suggestions: [
      {
        zh: `核对后统一为${printed(there)}或${printed(here)}；若口径不同，请写明口径`,
        en: `make both ${printed(there)} or ${printed(here)}, or name what differs`,
      },
    ],
  });
}
