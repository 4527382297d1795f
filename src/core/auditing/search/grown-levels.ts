/**
 * 办结270件，同比上升11.11%，增加27件: an amount, its change and its growth, in whichever order they are told, and the amount perhaps
 * a sentence before. Any two of them give the third; a miss is told where one slip explains it.
 */
import { add, compare, divide, type Exact, multiply, subtract } from "../../quantity/exact.ts";
import { add as plus, between, type Interval, subtract as minus } from "../../quantity/interval.ts";
import { bare, hundred, isExact, quotient, roundedTo, shownInterval, verdict } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { gapBefore, isPrior } from "./cues.ts";
import { isLikely, ratio } from "./odds.ts";
import { isOperand } from "./operands.ts";
import { type Needs, type Placed, slipped, suspect } from "./suspicion.ts";

/** How many sentences back the amount may stand, and how many amounts are looked at. */
const most = { sentences: 2, amounts: 8 };

export function grownLevels(reading: Reading, placed: Placed): Relation[] {
  return reading.claims.flatMap((claim, growth): Relation[] => {
    if (claim.aspect !== "growth" || claim.quantity.unit !== "%" || !isExact(claim.quantity) || reading.corrupt.has(growth)) return [];
    if (claim.direction === null || placed.held.has(growth) || placed.told.has(growth)) return [];
    const change = [growth - 1, growth + 1].find((index) => isBeside(reading, index, growth));
    if (change === undefined || placed.told.has(change)) return [];
    const amounts = amountsBefore(reading, Math.min(change, growth), change);
    const fitting = amounts.find((amount) => verdict(growthOf(reading, amount, change), claim.quantity) !== "off");
    if (fitting !== undefined) return [held(growth, change, fitting)];
    const [nearest] = amounts;
    return nearest === undefined ? [] : missed(reading, [growth, change, nearest], placed);
  });
}

/** A change in numbers of the same statement, against the same time and the same way. */
function isBeside(reading: Reading, change: number, growth: number): boolean {
  const [one, other] = [reading.claims[change], reading.claims[growth]!];
  if (one?.aspect !== "change" || one.sentence !== other.sentence || one.direction !== other.direction) return false;
  if (!isOperand(reading, change)) return false;
  if (one.comparedWith !== null && other.comparedWith !== null && one.comparedWith !== other.comparedWith) return false;
  const [own, its] = [change, growth].map((index) => gapBefore(reading, index)) as [string, string];
  const between = change < growth ? its : own;
  return !/[。；;（(]|其中/.test(between) && own.includes("环比") === its.includes("环比");
}

/** Amounts of the unit that changed, the nearest first. */
function amountsBefore(reading: Reading, at: number, change: number): number[] {
  const { unit } = reading.quantities[change]!;
  const { sentence } = reading.claims[change]!;
  const found: number[] = [];
  for (let index = at - 1; index >= 0 && found.length < most.amounts; index -= 1) {
    const claim = reading.claims[index]!;
    if (claim.sentence < 0 || sentence - claim.sentence > most.sentences) break;
    if (reading.quantities[index]!.unit === unit && claim.aspect === "level" && isOperand(reading, index) && !isPrior(reading, index))
      found.push(index);
  }
  return found;
}

const isFall = (reading: Reading, change: number): boolean => reading.claims[change]!.direction === "down";

function growthOf(reading: Reading, amount: number, change: number): Interval {
  const [now, by] = [amount, change].map((index) => reading.quantities[index]!.interval) as [Interval, Interval];
  return quotient(by, isFall(reading, change) ? plus(now, by) : minus(now, by), hundred) ?? between(hundred, hundred, { low: "open" });
}

function missed(reading: Reading, [growth, change, amount]: readonly [number, number, number], placed: Placed): Relation[] {
  const rate = reading.quantities[growth]!;
  const { low, high } = rate.interval;
  const { sentence, subject } = reading.claims[change]!;
  // The growth of another amount: 受理925件…，结案数上升13.73%.
  if (placed.told.has(amount) || reading.claims[amount]!.sentence !== sentence || (subject !== null && subject !== amount)) return [];
  const [now, by] = [amount, change].map((index) => reading.quantities[index]!.value) as [Exact, Exact];
  const fall = isFall(reading, change);
  if (!low || !high || compare(low.value, { numerator: 0n, denominator: 1n }) <= 0 || compare(by, now) >= 0) return [];
  const computed = growthOf(reading, amount, change);
  const changed = (grown: Exact): Exact => divide(multiply(now, grown), fall ? subtract(hundred, grown) : add(hundred, grown));
  const reached = (grown: Exact): Exact => (fall ? subtract : add)(divide(multiply(by, hundred), grown), by);
  const needs: Needs = new Map([
    [growth, roundedTo(computed, rate)],
    [change, between(changed(low.value), changed(high.value))],
    [amount, between(reached(high.value), reached(low.value))],
  ]);
  const culprits = slipped(reading, needs, placed);
  if (culprits.length === 0 || !isLikely(reading, 0.9, { culprits, open: 3, needs, grain: ratio(rate.step, hundred) })) return [];
  return [
    suspect(reading, "DELTA", [growth, change, amount], {
      formula: `${bare(reading.quantities[change]!)} ÷ (${bare(reading.quantities[amount]!)} ${fall ? "+" : "-"} ${bare(reading.quantities[change]!)})`,
      value: `${shownInterval(computed, rate)}%`,
      first: culprits[0]!,
      needs,
    }),
  ];
}
