/** A share, ratio or per-head value that the two it should be made of do not give: what each of them would have to be, and the finding. */
import { compare, divide, type Exact, multiply, one, zero } from "../../quantity/exact.ts";
import { between, type Interval } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import { asRounded, bare, hundred, quotient, roundedTo, shownInterval } from "../relations/arithmetic.ts";
import type { Reading, Relation } from "../relations/relation.ts";
import { type Needs, type Placed, slipped, suspect } from "./suspicion.ts";

export interface Division {
  readonly at: number;
  readonly part: number;
  /** Where the divisor stands, or what it has to be where it stands nowhere. */
  readonly whole: number | Interval;
  readonly factor: Exact;
}

export interface Miss extends Division {
  readonly computed: Interval;
  readonly needs: Needs;
  /** Figures that one slip would mend. */
  readonly culprits: readonly number[];
}

/** A share of a whole in per cent. */
export const shareOf = (at: number, part: number, whole: number | Interval): Division => ({ at, part, whole, factor: hundred });

/** Null where it cannot be computed, or one of the figures has been told. */
export function missOf(reading: Reading, division: Division, placed: Placed): Miss | null {
  const { at, part, whole, factor } = division;
  const [figure, piece] = [asRounded(reading.quantities[at]!), reading.quantities[part]!];
  const base = typeof whole === "number" ? reading.quantities[whole]!.interval : whole;
  const computed = quotient(piece.interval, base, factor);
  const { low, high } = figure.interval;
  if ([at, part, whole].some((index) => typeof index === "number" && placed.told.has(index))) return null;
  if (computed === null || !low || !high || compare(low.value, zero) <= 0) return null;
  const times = (left: Exact, right: Exact): Exact => divide(multiply(left, right), factor);
  const over = (left: Exact, right: Exact): Exact => divide(multiply(left, factor), right);
  const needs = new Map<number, Interval>([
    [at, roundedTo(computed, figure)],
    [part, between(times(base.low!.value, low.value), times(base.high!.value, high.value))],
  ]);
  if (typeof whole === "number")
    needs.set(whole, between(over(piece.interval.low!.value, high.value), over(piece.interval.high!.value, low.value)));
  return { ...division, computed, needs, culprits: slipped(reading, needs, placed) };
}

/** The finding; `beside` for figures that show the whole where it stands nowhere, `first` for the one to blame. */
export function missTold(
  reading: Reading,
  { at, part, whole, factor, computed, needs }: Miss,
  {
    code = "SHARE",
    mark = "%",
    beside = [],
    first,
  }: { code?: FindingCode; mark?: string; beside?: readonly number[]; first?: number } = {},
): Relation {
  const [figure, piece] = [reading.quantities[at]!, reading.quantities[part]!];
  const divisor = typeof whole === "number" ? bare(reading.quantities[whole]!) : shownInterval(whole, piece);
  return suspect(reading, code, [at, part, ...(typeof whole === "number" ? [whole] : beside)], {
    formula: `${bare(piece)} ÷ ${divisor}${factor === one || mark === "%" ? "" : " × 100"}`,
    value: `${shownInterval(computed, figure)}${mark}`,
    needs,
    ...(first === undefined ? {} : { first }),
  });
}
