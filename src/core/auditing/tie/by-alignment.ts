/** Ties by place: the quantity stands where the report as written now has a figure, or a number of its own fixed words. */
import type { Block, Document } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import { standsFor, storedText } from "./agreement.ts";
import { agreementAround, type Alignment, align } from "./alignment.ts";
import type { Known, KnownFigure } from "./known-figure.ts";
import type { Tie } from "./tie-state.ts";
import { numberCode, tokenAt, tokenise, type Tokens } from "./tokens.ts";

/**
 * Characters that must agree around a figure that differs: in a report that we wrote, and in any other. Fewer
 * happen by chance where the cells of a PDF's narrow columns are torn apart: "≥20，10/10所达标" stands in every row.
 */
const contextOfOurs = 16;
const contextOfOthers = 24;
/** Fewer still make a warning of our own report. */
const leastContext = 10;
/** Share of a paragraph's tokens, and of the paragraphs, that must stand in the known text. */
const paragraphShare = 0.8;
const ownShare = 0.8;
/** Tokens on each side that say whether a place is in the report's own text. */
const surroundings = 200;
/** Tokens within which a torn cell's number may lie. */
const reach = 150;

export class Placement {
  readonly #document: Tokens;
  readonly #known: Tokens;
  readonly #match: Alignment;
  /** Figure by known token; null for characters and numbers that are no figure. */
  readonly #figures: readonly (KnownFigure | null)[];
  /** How many tokens before each have a partner. */
  readonly #matchedBefore: Int32Array;
  /** Whether most paragraphs stand in the report as it would be written now, or most of that report stands in the document. */
  readonly isOurs: boolean;

  constructor(document: Document, known: Known, figures: ReadonlyMap<string, KnownFigure>) {
    this.#document = tokenise(document.text);
    this.#known = tokenise(known.report.text);
    this.#match = align(this.#document, this.#known);
    const byToken: (KnownFigure | null)[] = Array.from({ length: this.#known.length }, () => null);
    for (const span of known.report.figures)
      for (let at = tokenAt(this.#known, span.start); at < this.#known.length && this.#known.starts[at]! < span.end; at += 1)
        byToken[at] = figures.get(span.figure) ?? null;
    this.#figures = byToken;
    this.#matchedBefore = countMatched(this.#match);
    const ofKnown = this.#matched(0, this.#document.length) / Math.max(1, this.#known.length);
    this.isOurs = Math.max(this.#alignedShare(document.blocks), ofKnown) >= ownShare;
  }

  /** Whether most of what stands around the quantity is the report's: false in an annex or a chapter of another hand. */
  isAmidOurs(quantity: Quantity): boolean {
    const at = tokenAt(this.#document, quantity.start);
    const [from, to] = [Math.max(0, at - surroundings), Math.min(this.#document.length, at + surroundings)];
    return this.#matched(from, to) * 2 >= to - from;
  }

  #matched(from: number, to: number): number {
    return this.#matchedBefore[to]! - this.#matchedBefore[from]!;
  }

  /** The figure that stands at the quantity's place, or null. */
  figureAt(quantity: Quantity): KnownFigure | null {
    for (const [, other] of this.#numbers(quantity)) if (this.#figures[other]) return this.#figures[other];
    return null;
  }

  tie(quantity: Quantity, index: number): Tie | null {
    const numbers = this.#numbers(quantity);
    const [first] = numbers;
    if (!first) {
      if (!this.isOurs) return null;
      return this.#isVerbatim(quantity) ? equalLiteral(quantity.text, index) : this.#besides(quantity, index);
    }
    const figures = [...new Set(numbers.flatMap(([, other]) => this.#figures[other] ?? []))];
    const tied = (state: Tie["state"], figure: KnownFigure | null, stored: string, certain: boolean): Tie => ({
      quantity: index,
      state,
      fact: figure?.id ?? null,
      stored,
      how: "alignment",
      certain,
    });
    const changed = numbers.find(([at, other]) => this.#document.numbers[at] !== this.#known.numbers[other]) ?? first;
    const around = agreementAround(this.#document, this.#known, this.#match, changed, contextOfOthers);
    const [figure = null] = figures;
    const isSurrounded = around.before > 0 && around.behind > 0 && around.before + around.behind >= this.#context();
    if (!this.isOurs && around.before + around.behind < contextOfOthers / 2) return null;
    if (this.#isVerbatim(quantity)) return tied("equal", figure, figure ? storedText(figure) : quantity.text, isSurrounded);
    const atFault = this.#figures[changed[1]] ?? figure;
    if (!atFault) return isSurrounded ? tied("different", null, this.#known.numbers[changed[1]]!, true) : null;
    if (figures.length === 1 && standsFor(quantity, atFault)) return tied("equal", atFault, storedText(atFault), isSurrounded);
    const isNear = this.isOurs && around.before + around.behind >= leastContext;
    if (!isSurrounded && !isNear) return null;
    return tied("different", atFault, storedText(atFault), isSurrounded && this.#isSameRow(changed));
  }

  #context(): number {
    return this.isOurs ? contextOfOurs : contextOfOthers;
  }

  /** Document and known token of the quantity's numbers. A numeral in characters has no token of its own: its neighbours find it. */
  #numbers(quantity: Quantity): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    const from = tokenAt(this.#document, quantity.start);
    let to = from;
    for (; to < this.#document.length && this.#document.starts[to]! < quantity.end; to += 1)
      if (this.#document.codes[to] === numberCode && this.#match[to]! >= 0) found.push([to, this.#match[to]!]);
    if (found.length > 0 || !quantity.chinese) return found;
    const at = tokenAt(this.#document, quantity.digits.start);
    const behind = tokenAt(this.#document, quantity.digits.end);
    const [left, right] = [this.#match[at - 1] ?? -1, this.#match[behind] ?? -1];
    return left >= 0 && right === left + 2 && this.#figures[left + 1] ? [[at, left + 1]] : [];
  }

  /**
   * The same number among those near the place where the quantity's neighbours stand: cells of narrow columns
   * come out of a PDF torn into pieces, in another order. It can confirm a figure and never refutes one.
   */
  #besides(quantity: Quantity, index: number): Tie | null {
    const at = tokenAt(this.#document, quantity.digits.start);
    if (this.#document.codes[at] !== numberCode || !this.isAmidOurs(quantity)) return null;
    let neighbour = at;
    while (neighbour > Math.max(0, at - reach) && this.#match[neighbour]! < 0) neighbour -= 1;
    const centre = this.#match[neighbour]!;
    if (centre < 0) return null;
    for (let other = Math.max(0, centre - reach); other < Math.min(this.#known.length, centre + reach); other += 1) {
      if (this.#known.codes[other] !== numberCode || this.#known.numbers[other] !== this.#document.numbers[at]) continue;
      const figure = this.#figures[other];
      if (figure ? standsFor(quantity, figure) : this.#document.codes[at + 1] === this.#known.codes[other + 1])
        return figure ? { ...equalLiteral(storedText(figure), index), fact: figure.id } : equalLiteral(quantity.text, index);
    }
    return null;
  }

  /** Every character of the quantity stands in the known text, in one piece. */
  #isVerbatim(quantity: Quantity): boolean {
    const from = tokenAt(this.#document, quantity.start);
    if (from >= this.#document.length || this.#match[from]! < 0) return false;
    for (let at = from; at < this.#document.length && this.#document.starts[at]! < quantity.end; at += 1) {
      const other = this.#match[from]! + at - from;
      if (this.#match[at] !== other || this.#document.numbers[at] !== this.#known.numbers[other]) return false;
    }
    return true;
  }

  /** Whether the unbroken row of numbers around both tokens has the same place for each: no column was dropped beside it. */
  #isSameRow([at, other]: readonly [number, number]): boolean {
    const reach = (tokens: Tokens, from: number, step: 1 | -1): number => {
      let length = 0;
      while (tokens.codes[from + step * (length + 1)] === numberCode) length += 1;
      return length;
    };
    return ([1, -1] as const).every((step) => reach(this.#document, at, step) === reach(this.#known, other, step));
  }

  #alignedShare(blocks: readonly Block[]): number {
    let [aligned, all] = [0, 0];
    for (const block of blocks) {
      const [from, to] = [tokenAt(this.#document, block.start), tokenAt(this.#document, block.end)];
      if (to - from < 8) continue;
      all += 1;
      if (this.#matched(from, to) >= (to - from) * paragraphShare) aligned += 1;
    }
    return all === 0 ? 0 : aligned / all;
  }
}

function countMatched(match: Alignment): Int32Array {
  const counts = new Int32Array(match.length + 1);
  for (let at = 0; at < match.length; at += 1) counts[at + 1] = counts[at]! + (match[at]! >= 0 ? 1 : 0);
  return counts;
}

/** A number that the report's own words hold: 九个方面. */
function equalLiteral(stored: string, index: number): Tie {
  return { quantity: index, state: "equal", fact: null, stored, how: "alignment", certain: false };
}
