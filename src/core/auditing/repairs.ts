/** Ranked guesses at how a wrong figure came about: each makes a broken relation hold, none is ever applied. */
import { type Exact, exact, multiply } from "../quantity/exact.ts";
import { contains, type Interval } from "../quantity/interval.ts";
import { round } from "../quantity/rounding.ts";
import type { Document } from "./document.ts";
import type { Bilingual } from "./finding.ts";
import type { Quantity } from "./quantity.ts";

interface Guess {
  readonly digits: string;
  readonly zh: string;
  readonly en: string;
}

/** How `quantity` could be mistyped from a value in `needed`; the likeliest kinds first, at most three. */
export function repairs(document: Document, quantity: Quantity, needed: Interval): Bilingual[] {
  const printed = document.text.slice(quantity.digits.start, quantity.digits.end).replace(/[,，\s]/g, "");
  const plain = /^\d+(?:\.\d+)?(?=(?:[万亿千百余多]*|[:：∶]1)$)/.exec(printed)?.[0];
  if (plain === undefined || plain.length > 12) return [];
  const scale = scaleOf(quantity, plain);
  const near = roughly(needed, scale);
  const finest = decimalsLike(document, quantity, plain);
  const fits = (digits: string): boolean =>
    digits !== plain &&
    near(Number(digits)) &&
    /^\d+(?:\.\d+)?$/.test(digits) &&
    !/^0\d/.test(digits) &&
    contains(needed, multiply(exact(digits), scale));
  const guesses = [...halves(plain), ...shifted(plain), ...exchanged(plain), ...doubled(plain)].filter((guess) => fits(guess.digits));
  // One digit mistyped has so many forms that only a single one that fits says anything.
  const mistyped = substituted(plain).filter((guess) => fits(guess.digits));
  const dropped = inserted(plain).filter((guess) => decimalsOf(guess.digits) <= finest && fits(guess.digits));
  const unique = new Map(
    [
      ...guesses,
      ...(mistyped.length === 1 ? mistyped : []),
      ...(new Set(dropped.map((guess) => guess.digits)).size === 1 ? dropped : []),
    ].map((guess) => [guess.digits, guess]),
  );
  return [...unique.values()]
    .slice(0, 3)
    .map(({ digits, zh, en }) => ({ zh: `${zh}：${plain} → ${digits}`, en: `${en}: ${plain} → ${digits}` }));
}

const decimalsOf = (digits: string): number => digits.split(".")[1]?.length ?? 0;

const finestBy = new WeakMap<Document, Map<string, number>>();

/** How many decimals the text prints before the sign behind the figure, or the figure itself: nobody left out a third where all have two. */
function decimalsLike(document: Document, { digits }: Quantity, plain: string): number {
  let known = finestBy.get(document);
  if (!known) {
    known = new Map();
    for (const [, decimals, sign] of document.text.matchAll(/\d\.(\d+)\s?(\D|$)/g))
      known.set(sign!, Math.max(known.get(sign!) ?? 0, decimals!.length));
    finestBy.set(document, known);
  }
  const sign = /^[\d.,，\s]*(\D)/.exec(document.text.slice(digits.start, digits.end + 2))?.[1] ?? "";
  return Math.max(decimalsOf(plain), known.get(sign) ?? 0);
}

/** Leaves out in floating point what is out of all question: a figure has some hundred guesses. */
function roughly({ low, high }: Interval, scale: Exact): (value: number) => boolean {
  const times = Number(scale.numerator) / Number(scale.denominator);
  const [least, most] = [low, high].map((bound) =>
    bound === null ? NaN : Number(bound.value.numerator) / Number(bound.value.denominator) / times,
  ) as [number, number];
  const slack = (Math.abs(least) + Math.abs(most)) * 1e-9;
  return (value) => !(value < least - slack || value > most + slack);
}

/** What one printed unit stands for: 10000 behind 万. */
function scaleOf(quantity: Quantity, plain: string): Exact {
  const decimals = plain.split(".")[1]?.length ?? 0;
  return multiply(quantity.step, exact(10n ** BigInt(decimals)));
}

function halves(plain: string): Guess[] {
  if (plain.includes(".") || plain.length < 4) return [];
  return Array.from({ length: plain.length - 1 }, (_, at) => [plain.slice(0, at + 1), plain.slice(at + 1)])
    .flat()
    .filter((digits) => digits.length >= 2)
    .map((digits) => ({ digits, zh: "像是新旧两个数粘在一起", en: "an old and a new value glued together" }));
}

function shifted(plain: string): Guess[] {
  return [-2, -1, 1, 2]
    .map((places) => ({
      digits: shift(plain, places),
      zh: "像是小数点错位",
      en: "the decimal point moved",
    }))
    .concat([
      { digits: shift(plain, 4), zh: "像是漏了“万”", en: "万 left out" },
      { digits: shift(plain, -4), zh: "像是多了“万”", en: "万 too much" },
    ]);
}

function shift(plain: string, places: number): string {
  const decimals = Math.max(0, (plain.split(".")[1]?.length ?? 0) - places);
  const factor = places >= 0 ? exact(10n ** BigInt(places)) : { numerator: 1n, denominator: 10n ** BigInt(-places) };
  return round(multiply(exact(plain), factor), decimals);
}

/** Neighbours, with the point between them or not. */
function exchanged(plain: string): Guess[] {
  const figures = plain.replace(".", "");
  const point = plain.indexOf(".");
  const withPoint = (digits: string): string => (point < 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`);
  return Array.from({ length: figures.length - 1 }, (_, at) =>
    withPoint(figures.slice(0, at) + figures[at + 1]! + figures[at]! + figures.slice(at + 2)),
  ).map((digits) => ({ digits, zh: "像是相邻两位颠倒", en: "two neighbouring digits exchanged" }));
}

function doubled(plain: string): Guess[] {
  return Array.from({ length: plain.length }, (_, at) => plain.slice(0, at) + plain.slice(at + 1))
    .filter((digits) => digits !== "" && !digits.startsWith("."))
    .map((digits) => ({ digits, zh: "像是多写了一位", en: "a digit too many" }));
}

function inserted(plain: string): Guess[] {
  return Array.from({ length: plain.length + 1 }, (_, at) =>
    [..."0123456789"].map((digit) => ({
      digits: plain.slice(0, at) + digit + plain.slice(at),
      zh: "像是漏写一位",
      en: "a digit left out",
    })),
  ).flat();
}

function substituted(plain: string): Guess[] {
  return [...plain].flatMap((sign, at) =>
    sign === "."
      ? []
      : [..."0123456789"]
          .filter((digit) => digit !== sign)
          .map((digit) => ({ digits: plain.slice(0, at) + digit + plain.slice(at + 1), zh: "像是写错一位", en: "a digit mistyped" })),
  );
}
