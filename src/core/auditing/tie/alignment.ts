/**
 * Which token of the known text stands behind each token of a document, digits apart: anchors first, the
 * gaps between them after, then passages that were moved. Time grows nearly linearly with the text.
 */
import { anchors, type Range, sequences, uniquePairs } from "./anchors.ts";
import { alignGap } from "./gap.ts";
import { numberCode, type Tokens } from "./tokens.ts";

/** Known token by document token; -1 for none. */
export type Alignment = Int32Array;

/** Lengths of the sequences sought, longer ones first: those leave few gaps to the shorter. */
const sizes = [12, 5];
const movedSize = 8;
/** Largest product of lengths that is aligned token by token. */
const largestGap = 250_000;
/** Fewer tokens in a row say nothing. */
const shortestRun = 3;

export function align(document: Tokens, known: Tokens): Alignment {
  const match = new Int32Array(document.length).fill(-1);
  alignRange(document, known, { from: 0, to: document.length }, { from: 0, to: known.length }, 0, match);
  alignMoved(document, known, match);
  dropShortRuns(match);
  return match;
}

function alignRange(document: Tokens, known: Tokens, inner: Range, outer: Range, level: number, match: Alignment): void {
  let [left, right] = [inner.from, outer.from];
  let [leftEnd, rightEnd] = [inner.to, outer.to];
  while (left < leftEnd && right < rightEnd && isSame(document, known, left, right)) match[left++] = right++;
  while (left < leftEnd && right < rightEnd && isSame(document, known, leftEnd - 1, rightEnd - 1)) match[--leftEnd] = --rightEnd;
  if (left === leftEnd || right === rightEnd) return;
  const [restOfDocument, restOfKnown] = [
    { from: left, to: leftEnd },
    { from: right, to: rightEnd },
  ];
  if ((leftEnd - left) * (rightEnd - right) <= largestGap) {
    alignGap(document, known, restOfDocument, restOfKnown, (at, other) => (match[at] = other));
    return;
  }
  const size = sizes[level];
  if (size === undefined) return;
  /** Numbers at the edge of an anchor may belong to a neighbour's column: those that differ go to the gap. */
  const closeGap = (to: number, toKnown: number): void => {
    while (left > restOfDocument.from && !isSame(document, known, left - 1, right - 1)) {
      match[--left] = -1;
      right -= 1;
    }
    alignRange(document, known, { from: left, to }, { from: right, to: toKnown }, level + 1, match);
    [left, right] = [to, toKnown];
  };
  for (const anchor of anchors(document, known, restOfDocument, restOfKnown, size)) {
    if (anchor.left < left || anchor.right < right) {
      // It overlaps the one before: on the same diagonal it prolongs it, else it contradicts it.
      if (anchor.left - anchor.right !== left - right) continue;
    } else if (anchor.left > left || anchor.right > right) {
      let skip = 0;
      while (skip < size && !isSame(document, known, anchor.left + skip, anchor.right + skip)) skip += 1;
      closeGap(anchor.left + skip, anchor.right + skip);
    }
    for (; left < anchor.left + size; left += 1, right += 1) match[left] = right;
  }
  closeGap(leftEnd, rightEnd);
}

/** The same character, or a number with the same digits. */
function isSame(document: Tokens, known: Tokens, at: number, other: number): boolean {
  return document.codes[at] === known.codes[other] && document.numbers[at] === known.numbers[other];
}

/** Passages that stand elsewhere: sequences that are unique in what is left on both sides, prolonged as far as they agree. */
function alignMoved(document: Tokens, known: Tokens, match: Alignment): void {
  const taken = new Uint8Array(known.length);
  for (const other of match) if (other >= 0) taken[other] = 1;
  const ofDocument = sequences(document, { from: 0, to: document.length }, movedSize, (at) => match[at]! >= 0);
  if (ofDocument.size === 0) return;
  const ofKnown = sequences(known, { from: 0, to: known.length }, movedSize, (at) => taken[at] === 1);
  const fits = (at: number, other: number): boolean =>
    at >= 0 &&
    other >= 0 &&
    at < document.length &&
    other < known.length &&
    match[at] === -1 &&
    taken[other] === 0 &&
    document.codes[at] === known.codes[other];
  for (const pair of uniquePairs(document, known, ofDocument, ofKnown, movedSize)) {
    let { left: at, right: other } = pair;
    while (fits(at - 1, other - 1)) {
      at -= 1;
      other -= 1;
    }
    for (; fits(at, other); at += 1, other += 1) {
      match[at] = other;
      taken[other] = 1;
    }
  }
}

function dropShortRuns(match: Alignment): void {
  for (let from = 0; from < match.length;) {
    let to = from + 1;
    if (match[from]! >= 0) while (to < match.length && match[to] === match[to - 1]! + 1) to += 1;
    if (to - from < shortestRun) match.fill(-1, from, to);
    from = to;
  }
}

/**
 * How many characters around a token and its partner agree without a break, up to `reach` on each side; numbers with
 * equal digits count as one. Zero on a side where the very next token differs.
 */
export function agreementAround(
  document: Tokens,
  known: Tokens,
  match: Alignment,
  [token, partner]: readonly [number, number],
  reach: number,
): { readonly before: number; readonly behind: number } {
  const side = (step: 1 | -1): number => {
    let count = 0;
    for (let away = step; count < reach; away += step) {
      const [at, other] = [token + away, partner + away];
      if (at < 0 || at >= document.length || match[at] !== other) break;
      if (document.codes[at] !== numberCode || document.numbers[at] === known.numbers[other]) count += 1;
    }
    return count;
  };
  return { before: side(-1), behind: side(1) };
}
