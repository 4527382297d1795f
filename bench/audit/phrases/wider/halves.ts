/** Halves of the wider set: of each list the wordings in even places for those who write rules, the others to measure with. */
import { changes, copies } from "./changes.ts";
import { combined } from "./combined.ts";
import { clutter, distractors, filler, outlines, trades } from "./filler.ts";
import { ratios } from "./ratios.ts";
import { sums } from "./sums.ts";
import { words } from "./words.ts";

/** Every second one, from the first or the second on. */
export const half = <Item>(items: readonly Item[], from: 0 | 1): Item[] => items.filter((_, index) => index % 2 === from);

function halves<Kind extends string>(lists: Readonly<Record<Kind, readonly string[]>>, from: 0 | 1): Record<Kind, readonly string[]> {
  const entries = Object.entries<readonly string[]>(lists).map(([kind, list]) => [kind, half(list, from)]);
  return Object.fromEntries(entries) as Record<Kind, readonly string[]>;
}

const halfBank = (from: 0 | 1) => ({
  changes: halves(changes, from),
  copies: half(copies, from),
  filler,
  distractors,
  outlines,
  trades,
  sums: halves(sums, from),
  ratios: halves(ratios, from),
  clutter,
  combined: halves(combined, from),
  words,
});

export const tuned = halfBank(0);
export const reserved = halfBank(1);
