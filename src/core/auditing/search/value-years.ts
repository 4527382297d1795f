/** Which year each of two values is told for: by a year right before it, or by two years in a row before the two. */
import type { Reading } from "../relations/relation.ts";
import { isPrior, yearBefore } from "./cues.ts";

export interface ToldYear {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

const listed = /((?:19|20)\d\d)年?(?:底|末|度)?\s?(?:[、,，/~～—–-]+|[至到和与及同])\s?((?:19|20)\d\d)年/g;

/** Years of two values in the order given; null for none. 2018年、2019年分别为甲和乙; 2018年—2019年，由甲到乙. */
export function yearsOfTwo(reading: Reading, left: number, right: number): readonly [ToldYear | null, ToldYear | null] {
  const own = [yearBefore(reading, left), yearBefore(reading, right)] as const;
  if (own[0] && own[1]) return own;
  const { sentence } = reading.claims[left]!;
  if (sentence < 0 || reading.claims[right]!.sentence !== sentence) return own;
  const first = Math.min(left, right);
  const from = Math.max(reading.sentences[sentence]!.start, reading.quantities[first]!.start - 60);
  const words = reading.document.text.slice(from, reading.quantities[first]!.start);
  const found = [...words.matchAll(listed)].at(-1);
  if (!found || Math.abs(left - right) !== 1) return own;
  // 2018年到2019年减少5人，现为95人（上年100人）: the two may stand the other way about, or another figure before them.
  const second = Math.max(left, right);
  const between = words.slice(found.index + found[0].length);
  if (/\d/.test(between) || isPrior(reading, second) || reading.claims[second]!.base === "from") return own;
  const start = from + found.index;
  const end = start + found[0].length;
  const years = [
    { year: Number(found[1]), start, end: start + 4 },
    { year: Number(found[2]), start: end - 5, end },
  ] as const;
  // 2019年与2018年相比，由甲增至乙: what is compared stands first, and its old value first of the two.
  const compared = /^\s?(?:相比|比较|相较|对比)/.test(between);
  if (compared && !isPrior(reading, first)) return own;
  return left < right === !compared ? years : [years[1], years[0]];
}
