/** Heads implied by totals and per-head values: one population cannot have two sizes, and a total cannot grow by what its per-head value denies. */
import { compare, divide, exact, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { everything, type Interval, intersect, isEmpty, scale } from "../../quantity/interval.ts";
import type { Formula } from "../../definition/formula.ts";
import type { Quantity } from "../quantity.ts";
import { bare, printed, quotient, shown, shownInterval } from "./arithmetic.ts";
import { isWholeScope, valueOf } from "./lookup.ts";
import { broken, held, type Reading, type Relation, weaklyHeld } from "./relation.ts";

interface Implied {
  readonly heads: string;
  readonly interval: Interval;
  readonly operands: readonly number[];
  /** The figure that names the per-head value or ratio. */
  readonly at: number;
  readonly proof: string;
}

export function populationRelations(reading: Reading): Relation[] {
  // Where heads are told in a converted number too, a value per head may be of either.
  const converted = /折[合算][^，。；]{0,6}(?:在校|学生|人数)|标准学生数/.test(reading.document.text);
  const implied = reading.claims.flatMap(({ aspect }, at) => (converted && aspect === "perHead" ? [] : (impliedBy(reading, at) ?? [])));
  const relations: Relation[] = [];
  const populations = new Set(implied.map((each) => `${each.heads} ${reading.claims[each.at]!.period}`));
  for (const population of populations) {
    const group = implied.filter((each) => `${each.heads} ${reading.claims[each.at]!.period}` === population);
    const clash = firstClash(group);
    if (clash) relations.push(disagree(reading, clash[0], clash[1]));
    else if (group.length > 1) relations.push(held(...new Set(group.flatMap((each) => each.operands))));
    relations.push(...grown(reading, group));
  }
  return relations;
}

/** total ÷ per-head, or ratio × those taught; null when the text lacks the other operand. The head count itself, when printed, is tested as a rate. */
function impliedBy(reading: Reading, at: number): Implied[] | null {
  const claim = reading.claims[at]!;
  if (claim.concept === null || !isWholeScope(claim.scope) || !(claim.aspect === "perHead" || claim.aspect === "ratio")) return null;
  const formula = reading.index.indicators.get(claim.concept)?.formula;
  if (formula?.kind !== "quotient" || !isMeasure(formula.numerator) || !isMeasure(formula.denominator)) return null;
  const inverse = claim.aspect === "ratio";
  const [known, heads] = inverse ? [formula.denominator.code, formula.numerator.code] : [formula.numerator.code, formula.denominator.code];
  if (valueOf(reading, heads, at) !== null) return null;
  const other = valueOf(reading, known, at);
  if (other === null) return null;
  const total = reading.quantities[other]!;
  // Of two values in one place the later is the one that an editor meant.
  const newest = reading.corrupt.get(at)?.at(-1);
  const place = newest && reading.quantities[at + 1]?.start === newest.start ? at + 1 : at;
  return [newest ?? reading.quantities[at]!].flatMap((each): Implied[] => {
    const interval = inverse ? scaled(each.interval, total.interval) : quotient(total.interval, each.interval, one);
    if (interval === null) return [];
    const proof = inverse
      ? `${bare(each)} × ${bare(total)} = ${shownInterval(interval, wholeNumber)}`
      : `${bare(total)} ÷ ${bare(each)} = ${shownInterval(interval, wholeNumber)}`;
    return [{ heads, interval, operands: [place, other], at: place, proof }];
  });
}

/** Head counts are shown whole. */
const wholeNumber = { step: exact(2), scale: exact(1) } as Quantity;

const isMeasure = (formula: Formula): formula is Extract<Formula, { kind: "measure" }> => formula.kind === "measure" && !formula.members;

function scaled(left: Interval, right: Interval): Interval | null {
  if (left.low === null || left.high === null || right.low === null || right.high === null) return null;
  return {
    low: { value: multiply(left.low.value, right.low.value), closed: true },
    high: { value: multiply(left.high.value, right.high.value), closed: true },
  };
}

/** The first two that cannot hold together, of different figures; a twentieth of slack for other dates and weightings. */
function firstClash(group: readonly Implied[]): [Implied, Implied] | null {
  const usable = group.map((each) => ({ ...each, interval: widened(each.interval) }));
  // All have a value in common, and so have any two of them.
  if (!isEmpty(usable.map(({ interval }) => interval).reduce(intersect, everything))) return null;
  for (let left = 0; left < usable.length; left += 1)
    for (let right = left + 1; right < usable.length; right += 1) {
      if (usable[left]!.at === usable[right]!.at) continue;
      if (isEmpty(intersect(usable[left]!.interval, usable[right]!.interval))) return [group[left]!, group[right]!];
    }
  return null;
}

function widened(interval: Interval): Interval {
  return {
    low: interval.low && { ...interval.low, value: multiply(interval.low.value, exact("0.97")) },
    high: interval.high && { ...interval.high, value: multiply(interval.high.value, exact("1.03")) },
  };
}

function disagree(reading: Reading, left: Implied, right: Implied): Relation {
  const name = reading.index.measure(left.heads).zh;
  const operands = [...new Set([left.at, right.at, ...left.operands, ...right.operands])];
  return broken(operands, {
    code: "DENOM",
    tier: "warning",
    message: {
      zh: `${printed(reading.quantities[left.at]!)}与${printed(reading.quantities[right.at]!)}隐含的“${name}”不是同一个数`,
      en: `${printed(reading.quantities[left.at]!)} and ${printed(reading.quantities[right.at]!)} imply different numbers of ${reading.index.measure(left.heads).en}`,
    },
    proof: `${left.proof}；${right.proof}`,
    at: operands,
  });
}

/** 总值增加984万元 beside 生均增加4270元: with the heads of this year, those of last year would be out of all proportion. */
function grown(reading: Reading, group: readonly Implied[]): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.aspect !== "change" || claim.subject === null || claim.direction !== "up") return [];
    const level = reading.claims[claim.subject]!;
    if (
      level.aspect !== "perHead" ||
      level.concept === null ||
      claim.quantity.unit !== level.quantity.unit ||
      reading.corrupt.has(claim.subject)
    )
      return [];
    const formula = reading.index.indicators.get(level.concept)?.formula;
    if (formula?.kind !== "quotient" || !isMeasure(formula.numerator)) return [];
    const amount = totalChange(reading, formula.numerator.code, level.label, at);
    if (amount === null) return [];
    const sound = group.filter((each) => !each.operands.some((operand) => reading.corrupt.has(operand)));
    const heads = [...sound, ...group].map((each) => each.interval).find((interval) => interval.low !== null && interval.high !== null);
    const [perHead, rise, total] = [level.quantity, claim.quantity, reading.quantities[amount]!];
    const before = subtract(perHead.value, rise.value);
    if (heads === undefined || compare(before, zero) <= 0) return [];
    const now = divide(addMiddle(heads), exact(1));
    const earlier = divide(subtract(multiply(perHead.value, now), total.value), before);
    const ratio = divide(earlier, now);
    const operands = [amount, at, claim.subject];
    if (compare(ratio, exact("0.6")) > 0 && compare(ratio, exact("1.6")) < 0) return [weaklyHeld(...operands)];
    return [
      broken(operands, {
        code: "PERCAP",
        tier: "warning",
        message: {
          zh: `总值增加${printed(total)}与生均增加${printed(rise)}不能同时成立`,
          en: `a total grown by ${printed(total)} and a per-head value grown by ${printed(rise)} cannot both hold`,
        },
        proof: `${bare(total)} ÷ ${bare(rise)} = ${shown(divide(total.value, rise.value), wholeNumber)}人，而按文中其他数字推算约有${shown(now, wholeNumber)}人`,
        at: operands,
        suggestions: [
          {
            zh: `若总值无误，生均约增加${shown(divide(total.value, now), wholeNumber)}元`,
            en: `if the total is right, about ${shown(divide(total.value, now), wholeNumber)} more a head`,
          },
        ],
      }),
    ];
  });
}

function addMiddle(interval: Interval): typeof one {
  const sum = scale({ low: interval.low, high: interval.high }, one);
  return divide({ ...addBoth(sum.low!.value, sum.high!.value) }, exact(2));
}

function addBoth(left: typeof one, right: typeof one): typeof one {
  return subtract(left, subtract(zero, right));
}

/** The change of the total that belongs to a per-head value, in the same sentence. */
function totalChange(reading: Reading, code: string, label: string, at: number): number | null {
  const found = reading.bySentence[reading.claims[at]!.sentence]!.filter((index) => {
    const claim = reading.claims[index]!;
    return (
      index !== at &&
      claim.aspect === "change" &&
      claim.subject === null &&
      claim.direction === "up" &&
      (claim.concept === code || label.endsWith(claim.label.replace(/^.*?学校/, "")))
    );
  });
  return found[0] ?? null;
}
