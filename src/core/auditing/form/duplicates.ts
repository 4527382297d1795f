/** DUP: a passage used twice in different sections, found with hashed windows in time linear in the text. */
import type { Document, Span } from "../document.ts";
import { type FormCheck, formFinding } from "./form-context.ts";
import { prose } from "./prose.ts";

/** Shorter repetitions are phrases, not passages. */
const window = 60;

/** Chinese characters that a repetition must hold outside 《…》 and numbers: names of documents repeat by right. */
const substance = 40;

/** Characters changed between two halves of one copied passage. */
const changed = 12;

interface Flow {
  /** UTF-16 units without white space; between two blocks a sign that is no character. */
  readonly signs: Int32Array;
  /** Where each sign stands in the document. */
  readonly places: Int32Array;
  readonly sections: Int32Array;
  readonly length: number;
}

const paragraphEnd = 0x1_0000;

export const duplicates: FormCheck = (document) =>
  joined(repetitions(flowOf(document)))
    .map(([first, second]) => [trim(document, first), trim(document, second)] as const)
    .filter(([first]) => substanceOf(document.text.slice(first.start, first.end)) >= substance)
    .map(([first, second]) => {
      const characters = document.text.slice(second.start, second.end).replace(/\s+/gu, "").length;
      const opening = document.text.slice(first.start, first.start + 12);
      return formFinding(document, {
        code: "DUP",
        tier: "warning",
        spans: [second, first],
        zh: `这段文字（${characters}字）与前文“${opening}…”处重复，疑为复制后未改写。`,
        en: `A passage of ${characters} characters is used twice.`,
        proof: `${characters}字相同`,
        suggestions: [{ zh: "保留一处，另一处改写或删去", en: "Keep one of the two" }],
      });
    });

/** Headings part the flow with signs that occur once, so that no repetition runs across them. */
function flowOf(document: Document): Flow {
  const passages = prose(document);
  const size = document.text.length + passages.length + 1;
  const flow = { signs: new Int32Array(size), places: new Int32Array(size), sections: new Int32Array(size) };
  let length = 0;
  let unique = paragraphEnd;
  for (const passage of passages) {
    for (let at = passage.start; at < passage.end && !passage.heading; at++) {
      const unit = document.text.charCodeAt(at);
      if (unit <= 32 || unit === 0x3000 || unit === 0xa0) continue;
      flow.signs[length] = unit;
      flow.places[length] = at;
      flow.sections[length++] = passage.section;
    }
    flow.signs[length] = passage.heading ? ++unique : paragraphEnd;
    flow.places[length] = passage.end;
    flow.sections[length++] = passage.section;
  }
  return { ...flow, length };
}

/** Matches that cannot be made longer to the right, each with the first place where its window stands. */
function repetitions(flow: Flow): [Span, Span][] {
  const { signs, sections, places, length } = flow;
  const found: [Span, Span][] = [];
  const hashes = windowHashes(signs, length);
  const seen = new Places(hashes.length);
  let free = 0;
  for (let at = 0; at + window <= length; at++) {
    const hash = hashes[at]!;
    const first = seen.firstOf(hash, at);
    if (first === at) continue;
    if (at < free || first + window > at || sections[first] === sections[at]) continue;
    let run = 0;
    while (at + run < length && first + run < at && signs[first + run] === signs[at + run]) run++;
    if (run < window) continue;
    found.push([spanOf(places, first, run), spanOf(places, at, run)]);
    free = at + run;
  }
  return found;
}

/** Where each hash was seen first: open addressing in typed arrays, for a text has one for every sign. */
class Places {
  readonly #hashes: Int32Array;
  readonly #places: Int32Array;

  constructor(count: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)));
    this.#hashes = new Int32Array(size);
    this.#places = new Int32Array(size).fill(-1);
  }

  /** The first place of `hash`; `at` itself, which is then kept, when it is new. */
  firstOf(hash: number, at: number): number {
    const mask = this.#places.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) >>> 7;
    for (slot &= mask; this.#places[slot]! >= 0; slot = (slot + 1) & mask) if (this.#hashes[slot] === hash) return this.#places[slot]!;
    this.#hashes[slot] = hash;
    this.#places[slot] = at;
    return at;
  }
}

/** Repetitions parted by a few changed words in both places are one passage. */
function joined(repeated: readonly [Span, Span][]): [Span, Span][] {
  const found: [Span, Span][] = [];
  for (const [first, second] of repeated) {
    const last = found.at(-1);
    const gaps = last ? [first.start - last[0].end, second.start - last[1].end] : [];
    if (last && gaps.every((gap) => gap >= 0 && gap <= changed))
      found[found.length - 1] = [
        { start: last[0].start, end: first.end },
        { start: last[1].start, end: second.end },
      ];
    else found.push([first, second]);
  }
  return found;
}

const spanOf = (places: Int32Array, from: number, run: number): Span => ({ start: places[from]!, end: places[from + run - 1]! + 1 });

/** Polynomial hashes modulo 2^32 of every window; equal hashes are compared sign by sign before they count. */
function windowHashes(signs: Int32Array, length: number): Int32Array {
  const base = 0x01000193;
  let power = 1;
  for (let step = 1; step < window; step++) power = Math.imul(power, base);
  const hashes = new Int32Array(Math.max(0, length - window + 1));
  let hash = 0;
  for (let at = 0; at < length; at++) {
    if (at >= window) hash = (hash - Math.imul(signs[at - window]!, power)) | 0;
    hash = (Math.imul(hash, base) + signs[at]!) | 0;
    if (at >= window - 1) hashes[at - window + 1] = hash;
  }
  return hashes;
}

/** Without the signs and blanks at both ends. */
function trim(document: Document, { start, end }: Span): Span {
  const edge = /[\s，。、；：]/u;
  let from = start;
  let to = Math.min(end, document.text.length);
  while (from < to && edge.test(document.text[from]!)) from++;
  while (to > from && /[\s，、；：]/u.test(document.text[to - 1]!)) to--;
  return { start: from, end: to };
}

function substanceOf(text: string): number {
  return text.replace(/《[^《》]*》/gu, "").replace(/[^\u3400-\u9fff]/gu, "").length;
}
