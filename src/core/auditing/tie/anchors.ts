/**
 * Places where two texts surely correspond: sequences of tokens that stand exactly once in each, in the
 * order of both (patience diff over short sequences instead of lines, for a PDF has no lines).
 */
import type { Tokens } from "./tokens.ts";

/** Tokens `from` up to `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Start positions of the same sequence of `size` tokens in both texts. */
export interface Anchor {
  readonly left: number;
  readonly right: number;
}

const base = 0x01000193;
const several = -1;

/** Hash of each sequence of `size` tokens in the range → where it stands, or {@link several}. Blocked tokens break sequences. */
export function sequences(tokens: Tokens, range: Range, size: number, isBlocked?: (token: number) => boolean): Map<number, number> {
  const found = new Map<number, number>();
  let power = 1;
  for (let step = 1; step < size; step += 1) power = Math.imul(power, base);
  let hash = 0;
  let length = 0;
  for (let at = range.from; at < range.to; at += 1) {
    if (isBlocked?.(at)) {
      hash = 0;
      length = 0;
      continue;
    }
    if (length === size) {
      hash = (hash - Math.imul(tokens.codes[at - size]! + 1, power)) | 0;
      length -= 1;
    }
    hash = (Math.imul(hash, base) + tokens.codes[at]! + 1) | 0;
    length += 1;
    if (length === size) found.set(hash, found.has(hash) ? several : at - size + 1);
  }
  return found;
}

/** Sequences that stand once in each map, each compared token by token. A map keeps the order of the text, and so do the pairs. */
export function uniquePairs(
  left: Tokens,
  right: Tokens,
  ofLeft: Map<number, number>,
  ofRight: Map<number, number>,
  size: number,
): Anchor[] {
  const pairs: Anchor[] = [];
  for (const [hash, at] of ofLeft) {
    const other = at === several ? undefined : ofRight.get(hash);
    if (other === undefined || other === several) continue;
    let same = 0;
    while (same < size && left.codes[at + same] === right.codes[other + same]) same += 1;
    if (same === size) pairs.push({ left: at, right: other });
  }
  return pairs;
}

/** The longest chain of unique sequences that runs forward in both texts. */
export function anchors(left: Tokens, right: Tokens, ofLeft: Range, ofRight: Range, size: number): Anchor[] {
  return longestChain(uniquePairs(left, right, sequences(left, ofLeft, size), sequences(right, ofRight, size), size));
}

/** Longest increasing subsequence by `right`; `pairs` are in order of `left`. */
function longestChain(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach((pair, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.right < pair.right) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  });
  const chain: Anchor[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(pairs[at]!);
  return chain.reverse();
}
