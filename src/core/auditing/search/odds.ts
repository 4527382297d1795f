/**
 * Whether figures that nearly make a relation were meant to make it. What speaks for it is how firmly the text is built that
 * way, against how often figures that have nothing to do with each other come as near: the fewer and shorter they are, the more
 * often one slip of one of them would join them. A figure of a report is wrong once in some seventy times.
 */
import { divide, type Exact } from "../../quantity/exact.ts";
import type { Reading } from "../relations/relation.ts";
import { middle, type Needs } from "./suspicion.ts";

const mistaken = 0.015;

/** How large a part of all slips each kind is, and how many values it makes of a number of so many digits. */
const kinds = {
  mistyped: { part: 0.45, values: (digits: number) => 9 * digits },
  exchanged: { part: 0.2, values: (digits: number) => Math.max(1, digits - 1) },
  dropped: { part: 0.15, values: (digits: number) => 10 * (digits + 1) },
  doubled: { part: 0.15, values: (digits: number) => digits },
  moved: { part: 0.05, values: () => 6 },
} as const;

/**
 * `meant`: how often a text built like this means the relation. `culprits`: the figures that one slip mends, of `open` that may be
 * wrong. `grain`: how much of all that the relation could come to one last place of it is.
 */
export function isLikely(
  reading: Reading,
  meant: number,
  { culprits, open, needs, grain }: { culprits: readonly number[]; open: number; needs: Needs; grain: number },
): boolean {
  const mended = culprits.reduce((all, index) => all + evidence(reading, index, needs), 0) / Math.max(1, open);
  return meant * mistaken * mended >= (1 - meant) * Math.min(grain, 1);
}

/** How much one slip of this figure explains, by its kind. */
function evidence(reading: Reading, index: number, needs: Needs): number {
  const { value, step } = reading.quantities[index]!;
  const needed = needs.get(index);
  const right = needed && middle(needed);
  if (!right) return 0;
  const [said, meant] = [value, right].map((each) => Math.round(ratio(each, step)).toString()) as [string, string];
  const kind = kinds[slipOf(said, meant)];
  return kind.part / kind.values(said.length);
}

function slipOf(said: string, meant: string): keyof typeof kinds {
  const [short, long] = said.length < meant.length ? [said, meant] : [meant, said];
  if (short.length === long.length) return [...said].sort().join("") === [...meant].sort().join("") ? "exchanged" : "mistyped";
  if (/^0+$/.test(long.slice(short.length)) && long.startsWith(short)) return "moved";
  return said.length < meant.length ? "dropped" : "doubled";
}

/** One exact number through another, roughly. */
export function ratio(left: Exact, right: Exact): number {
  const { numerator, denominator } = divide(left, right);
  return Number(numerator) / Number(denominator);
}
