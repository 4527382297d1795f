/** Median and median absolute deviation: what is usual among peers, unmoved by a few wild values. */
import { absolute, compare, divide, type Exact, add, exact, subtract } from "../quantity/exact.ts";

const fewest = 5;

/** Undefined for fewer than five values: a handful of schools says nothing about one more. */
export function medianAndDeviation(values: readonly Exact[]): { median: Exact; deviation: Exact } | undefined {
  if (values.length < fewest) return undefined;
  const median = medianOf(values);
  return { median, deviation: medianOf(values.map((value) => absolute(subtract(value, median)))) };
}

function medianOf(values: readonly Exact[]): Exact {
  const sorted = [...values].sort(compare);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : divide(add(sorted[middle - 1]!, sorted[middle]!), exact(2));
}
