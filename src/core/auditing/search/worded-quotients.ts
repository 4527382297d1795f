/**
 * Shares and rates by the words that they have in common with amounts around them: 录取率 of 录取1561人, 占轮岗总数 of
 * 交流轮岗2451人, however either is worded. Every pair that the words allow is tried; where none gives the figure, and the words
 * single one out that one slip would make give it, that is told.
 */
import { compare } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { hundred, isExact, quotient, verdict } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { isAddend } from "./amount-lists.ts";
import type { Pair } from "./bases.ts";
import { clauseBefore, directionBefore, gapBefore, gapBehind, isAim } from "./cues.ts";
import { missOf, missTold, shareOf } from "./division.ts";
import { isLikely, ratio } from "./odds.ts";
import { mayDivide } from "./rough.ts";
import { isDefined } from "./operands.ts";
import { digitsOf, type Placed } from "./suspicion.ts";

/** What the words before a share say of its part and its base; the part is the amount beside it where they say nothing. */
interface Wording {
  readonly part: string;
  readonly base: string;
}

/** How many sentences of its paragraph back the operands may stand. */
const reach = 3;
const most = 14;

export function wordedQuotients(reading: Reading, placed: Placed): Relation[] {
  return reading.quantities.flatMap((_, at) => {
    if (placed.held.has(at) || placed.told.has(at) || !isTarget(reading, at)) return [];
    const words = wordingOf(reading, at);
    return words === null ? [] : sought(reading, at, words, placed);
  });
}

function isTarget(reading: Reading, at: number): boolean {
  const [quantity, claim] = [reading.quantities[at]!, reading.claims[at]!];
  if (claim.sentence < 0 || quantity.kind !== "share" || quantity.unit !== "%" || !isExact(quantity) || reading.corrupt.has(at))
    return false;
  if (claim.aspect !== "share" && claim.aspect !== "rate" && claim.aspect !== "level") return false;
  return digitsOf(reading, at) > 2 && directionBefore(reading, at) === null && !isAim(reading, at) && !isDefined(reading, at);
}

const filler = /(?:的?(?:比例|比重|比率|占比))?(?:已|就|只|仅)?(?:为|是|达到?了?|约|近|高达)*\s*$/;

function wordingOf(reading: Reading, at: number): Wording | null {
  const clause = clauseBefore(reading, at).replace(filler, "");
  const share = /^([^占]*)占(?:了|到)?(.{2,20})$/.exec(clause);
  if (share) return { part: essence(share[1]!), base: essence(share[2]!) };
  const rate = /([\u4e00-\u9fff]{2,12})率$/.exec(clause);
  return rate ? { part: essence(rate[1]!), base: "" } : null;
}

const hollow =
  /总体|平均|总[数量额计]|全[市省县区校国]|我[市省县区校]|人数|数量|人员|本[年届校]|全年|其中|这些|所有|具有|共有|[的了为是在中有各类级及和与、]/g;

const essence = (words: string): string => labelKey(words).replace(hollow, "");

function sought(reading: Reading, at: number, words: Wording, placed: Placed): Relation[] {
  const amounts = amountsAround(reading, at).map((index) => ({ index, name: nameOf(reading, index) }));
  const worded = amounts
    .filter(({ index, name }) => isPartOf(words, name, index === at - 1))
    .flatMap((part) => amounts.map((whole) => ({ part: part.index, whole: whole.index, meant: meantBy(reading, at, words, part, whole) })))
    .filter(({ meant }) => meant > 0.3)
    .sort((left, right) => right.meant - left.meant);
  const [best, second] = worded;
  if (!best) return [];
  const fitting = worded.find((pair) => gives(reading, at, pair));
  if (fitting) return [held(at, fitting.part, fitting.whole)];
  if (second && second.meant >= best.meant) return [];
  // Any pair that gives it may be what is meant in other words.
  if (amounts.some((part) => amounts.some((whole) => part !== whole && gives(reading, at, { part: part.index, whole: whole.index }))))
    return [];
  return judged(reading, at, best, best.meant, placed);
}

interface Named {
  readonly index: number;
  readonly name: string;
}

const isPartOf = (words: Wording, name: string, beside: boolean): boolean =>
  (beside && words.part === "") || common(words.part, name) > 0.99;

/** Amounts of the paragraph, of its sentence and the few before. */
function amountsAround(reading: Reading, at: number): number[] {
  const { sentence } = reading.claims[at]!;
  const { block } = reading.sentences[sentence]!;
  const found: number[] = [];
  for (let each = sentence; each >= Math.max(0, sentence - reach) && reading.sentences[each]!.block === block; each -= 1)
    for (const index of reading.bySentence[each]!.toReversed())
      if (reading.quantities[index]!.kind === "number" && isAddend(reading, index) && found.length < most) found.push(index);
  return found;
}

/** How surely the words mean the pair. */
function meantBy(reading: Reading, at: number, words: Wording, part: Named, whole: Named): number {
  const [piece, base] = [reading.quantities[part.index]!, reading.quantities[whole.index]!];
  if (part.index === whole.index || piece.unit !== base.unit || compare(piece.value, base.value) === 0) return 0;
  const beside = part.index === at - 1 && words.part === "";
  if (words.base === "") {
    // A rate says only what its part is: its base is the amount told right before that.
    const before = whole.index === amountBefore(reading, part.index) && common(words.part, whole.name) < 1;
    return beside || !before ? 0.4 : part.index === at - 1 ? 0.85 : 0.75;
  }
  if (common(words.base, whole.name) < 0.99) return 0;
  // Of several that the words allow, the one that is called by least else.
  return 0.8 + (beside ? 0.05 : 0) - Math.min(0.1, (whole.name.length - words.base.length) / 100);
}

/** 受理1803件（旧存240件），结案894件: what a bracket holds is told of the amount before it. */
function amountBefore(reading: Reading, part: number): number | null {
  const { text } = reading.document;
  const { start } = reading.quantities[part]!;
  for (let index = part - 1; index >= 0 && reading.claims[index]!.sentence === reading.claims[part]!.sentence; index -= 1)
    if (!/^[^（(]*[）)]/.test(text.slice(reading.quantities[index]!.end, start))) return index;
  return null;
}

function nameOf(reading: Reading, index: number): string {
  return `${gapBefore(reading, index).slice(-20)}${/^[\u4e00-\u9fff]{0,8}/.exec(gapBehind(reading, index))![0]}`.replace(
    /^.*[，。；：]/,
    "",
  );
}

/** How much of the words stands in the name. */
function common(words: string, name: string): number {
  if (words.length < 2) return 0;
  return [...words].filter((sign) => name.includes(sign)).length / words.length;
}

function gives(reading: Reading, at: number, { part, whole }: Pair): boolean {
  const [piece, base, share] = [reading.quantities[part]!, reading.quantities[whole]!, reading.quantities[at]!];
  if (piece.unit !== base.unit || !mayDivide(reading, part, whole, share.interval)) return false;
  const computed = quotient(piece.interval, base.interval, hundred);
  return computed !== null && verdict(computed, share) !== "off";
}

function judged(reading: Reading, at: number, { part, whole }: Pair, meant: number, placed: Placed): Relation[] {
  const miss = missOf(reading, shareOf(at, part, whole), placed);
  const grain = ratio(reading.quantities[at]!.step, hundred);
  return miss && miss.culprits.length > 0 && isLikely(reading, meant, { ...miss, open: 3, grain }) ? [missTold(reading, miss)] : [];
}
