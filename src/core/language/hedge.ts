/** Hedges (近, 余, 以上 …): the words that make a printed number stand for an interval. */
import { add, absolute, type Exact, exact, fraction, isZero, multiply, subtract } from "../quantity/exact.ts";
import { above, atLeast, atMost, below, between, type Interval } from "../quantity/interval.ts";

export type HedgeMeaning = "nearlyBelow" | "somewhatAbove" | "around" | "atLeast" | "above" | "atMost" | "below";

export interface Hedge {
  readonly word: string;
  /** Before the number (近2000), behind it (2000人左右), or between digits and unit (2000余人). */
  readonly position: "before" | "behind" | "inside";
  readonly meaning: HedgeMeaning;
}

const rows: readonly (readonly [HedgeMeaning, Hedge["position"], readonly string[]])[] = [
  ["nearlyBelow", "before", ["近", "将近", "接近"]],
  ["somewhatAbove", "inside", ["余", "多", "几"]],
  ["around", "before", ["约", "大约", "约为", "大概"]],
  ["around", "behind", ["左右", "上下"]],
  ["atLeast", "behind", ["以上", "及以上"]],
  ["atLeast", "before", ["至少", "不少于", "不低于", "不小于"]],
  ["above", "before", ["超过", "超", "逾", "突破", "高于", "多于", "大于"]],
  ["atMost", "before", ["至多", "不超过", "不高于", "不多于", "不大于"]],
  ["atMost", "behind", ["以内", "及以下"]],
  ["below", "before", ["不足", "不到", "低于", "少于", "小于"]],
  ["below", "behind", ["以下"]],
];

/** Longer words first, so that 不超过 is not read as 超过. */
export const hedges: readonly Hedge[] = rows
  .flatMap(([meaning, position, words]) => words.map((word) => ({ word, position, meaning })))
  .sort((left, right) => right.word.length - left.word.length);

/** How far 近, 约 and 左右 reach: a tenth of the number. Idiom, not a rule of any standard. */
const band = fraction(1n, 10n);

/**
 * What `printed` stands for under a hedge. 余 and 多 reach to the next step of the last digit that is not
 * zero: 二百余 is above 200 and below 300, 1.2万余 above 12000 and below 13000.
 */
export function hedgedInterval(printed: Exact, meaning: HedgeMeaning): Interval {
  const reach = multiply(absolute(printed), band);
  switch (meaning) {
    case "nearlyBelow":
      return between(subtract(printed, reach), printed, { high: "open" });
    case "somewhatAbove":
      return between(printed, add(printed, lastPlace(printed)), { low: "open", high: "open" });
    case "around":
      return between(subtract(printed, reach), add(printed, reach));
    case "atLeast":
      return atLeast(printed);
    case "above":
      return above(printed);
    case "atMost":
      return atMost(printed);
    case "below":
      return below(printed);
  }
}

/** The place of the last digit that is not zero: 1200 → 100, 2.5 → 0.1; 1 for zero and for endless fractions. */
function lastPlace(value: Exact): Exact {
  if (isZero(value)) return exact(1);
  let place = 1n;
  while (value.numerator % (value.denominator * place * 10n) === 0n) place *= 10n;
  if (place > 1n || value.denominator === 1n) return exact(place);
  for (let decimals = 1n; decimals <= 12n; decimals += 1n)
    if ((value.numerator * 10n ** decimals) % value.denominator === 0n) return fraction(1n, 10n ** decimals);
  return exact(1);
}
