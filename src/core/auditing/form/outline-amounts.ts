/** Whether a text names a required measure together with a figure. */
import type { Element } from "../../definition/element.ts";
import type { Indicator } from "../../definition/indicator.ts";
import type { Document } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import { clues } from "./outline-words.ts";

/** The text without blanks and quotation marks, which names of measures hold or lack at will. */
interface Plain {
  readonly text: string;
  /** Figures by their place in the plain text. */
  readonly figures: readonly { readonly start: number; readonly end: number; readonly quantity: Quantity }[];
}

const skipped = /[^\S\n]|[“”"「」]/gu;

export function plainOf(document: Document, quantities: readonly Quantity[]): Plain {
  const left: number[] = [];
  const text = document.text.replace(skipped, (_, at: number) => {
    left.push(at);
    return "";
  });
  const place = (offset: number): number => offset - countBefore(left, offset);
  const figures = quantities.map((quantity) => ({ start: place(quantity.start), end: place(quantity.end), quantity }));
  return { text, figures };
}

/** How many of the offsets in ascending order stand before `offset`. */
function countBefore(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const behind = 30;
const ahead = 14;
const around = 60;

/** Occurrences looked at for one name: enough for a report, and a bound for a hostile text. */
const looked = 200;

export function isGiven(plain: Plain, measure: Element | Indicator): boolean {
  const share = measure.unit === "%";
  const fits = ({ kind }: Quantity): boolean =>
    share
      ? kind === "share"
      : measure.unit === ":1"
        ? kind === "ratio"
        : kind === "number" || kind === "range" || (measure.unit.startsWith("元") && kind !== "share");
  const names = [measure.zh.replace(/（[^（）]*）/gu, ""), ...measure.aliases].map((name) => name.replace(/[“”]/gu, ""));
  if (names.some((name) => standsBeside(plain, name, fits)) || isTold(plain, measure.code)) return true;
  return (
    share &&
    names.some((name) => /(?:比例|占比)$/u.test(name) && hasShare(plain, name.replace(/(?:占[\u3400-\u9fff]+)?(?:比例|占比)$/u, "")))
  );
}

function* occurrences(plain: Plain, name: string): Generator<number> {
  let from = plain.text.indexOf(name);
  for (let count = 0; from >= 0 && count < looked && name.length > 1; count++) {
    yield from;
    from = plain.text.indexOf(name, from + name.length);
  }
}

/** The figure follows in the same sentence or table row, or stands shortly before in the same clause. */
function standsBeside(plain: Plain, name: string, fits: (quantity: Quantity) => boolean): boolean {
  for (const at of occurrences(plain, name)) {
    const end = at + name.length;
    const rest = /^[^。；\n]*/u.exec(plain.text.slice(end, end + behind))![0];
    if (within(plain, end, end + rest.length).some(({ quantity }) => fits(quantity))) return true;
    const lead = /[^，。；：\n]*$/u.exec(plain.text.slice(Math.max(0, at - ahead), at))![0];
    if (within(plain, at - lead.length, at).some(({ quantity }) => fits(quantity) && quantity.kind === "number")) return true;
  }
  return false;
}

/** In other words: a sentence with the clue's words and a figure in one of its units. */
function isTold(plain: Plain, code: string): boolean {
  const clue = clues[code];
  if (!clue) return false;
  for (const words of clue.words) {
    const [key = "", ...others] = words;
    for (const at of occurrences(plain, key)) {
      const lead = /[^。；\n]*$/u.exec(plain.text.slice(Math.max(0, at - around), at))![0];
      const rest = /^[^。；\n]*/u.exec(plain.text.slice(at, at + around))![0];
      if (!others.every((word) => (lead + rest).includes(word))) continue;
      if (within(plain, at - lead.length, at + rest.length).some(({ quantity }) => clue.units.includes(quantity.unit))) return true;
    }
  }
  return false;
}

/** 专业课教师922人，占专任教师的47%: a share told with its base. */
function hasShare(plain: Plain, stem: string): boolean {
  for (const at of occurrences(plain, stem)) {
    const rest = /^[^。；\n]*/u.exec(plain.text.slice(at + stem.length, at + stem.length + 2 * behind))![0];
    const share = within(plain, at + stem.length, at + stem.length + rest.length).some(({ quantity }) => quantity.kind === "share");
    if (share && rest.includes("占")) return true;
  }
  return false;
}

/** Figures that begin in [from, to), by bisection. */
function within(plain: Plain, from: number, to: number): Plain["figures"] {
  const first = (offset: number): number => {
    let low = 0;
    let high = plain.figures.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (plain.figures[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return plain.figures.slice(first(from), first(to));
}
