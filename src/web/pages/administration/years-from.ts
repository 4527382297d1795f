/** Which of the opened years a change of the tree touches: those whose data period ends on its day or later. */
import type { Cycle } from "../../../core/model/cycle.ts";

/** @param day ISO date from which the change holds. Newest years first. */
export function yearsFrom(
  cycles: readonly Pick<Cycle, "year" | "dataPeriod">[],
  day: string,
): { readonly touched: readonly number[]; readonly kept: readonly number[] } {
  const sorted = cycles.toSorted((left, right) => right.year - left.year);
  const years = (touches: boolean): number[] =>
    sorted.filter(({ dataPeriod }) => dataPeriod.end >= day === touches).map(({ year }) => year);
  return { touched: years(true), kept: years(false) };
}
