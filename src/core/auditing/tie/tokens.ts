/**
 * A text as tokens for alignment: one for each character, one for each number whatever its digits, and
 * none for white space, table bars and marks of emphasis, so that every layout of a report reads alike.
 */

export interface Tokens {
  /** {@link numberCode} for a number, else the folded UTF-16 unit. */
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Digits of the number tokens, without thousands separators; "" for characters. */
  readonly numbers: readonly string[];
  readonly length: number;
}

export const numberCode = 0;

const skipped = new Set([..."|*#`_-\u00a0\u00ad\u200b\u2060\u3000\ufeff"].map((character) => character.charCodeAt(0)));
const folds = new Map(
  (
    [
      ["“”„‟″", '"'],
      ["‘’‛′", "'"],
      ["—–―─", "—"],
      ["∶", ":"],
      ["﹪", "%"],
    ] as const
  ).flatMap(([from, to]) => [...from].map((character) => [character.charCodeAt(0), to.charCodeAt(0)] as const)),
);

/** What each UTF-16 unit is to the alignment: full-width ASCII as ASCII, variants of quotation marks and dashes as one, 0 for what is skipped. */
const folded = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => {
  if (unit <= 32 || skipped.has(unit)) return 0;
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : (folds.get(unit) ?? unit);
});

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

export function tokenise(text: string): Tokens {
  const codes = new Int32Array(text.length);
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const numbers: string[] = [];
  let length = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const unit = folded[text.charCodeAt(at)]!;
    at += 1;
    if (isDigit(unit)) {
      at = numberEnd(text, at);
      codes[length] = numberCode;
      numbers.push(digitsOf(text.slice(start, at)));
    } else if (unit === 0) continue;
    else {
      codes[length] = unit;
      numbers.push("");
    }
    starts[length] = start;
    ends[length] = at;
    length += 1;
  }
  return { codes: codes.subarray(0, length), starts: starts.subarray(0, length), ends: ends.subarray(0, length), numbers, length };
}

/** Past digits, groups of a comma with three digits, and one decimal part. */
function numberEnd(text: string, from: number): number {
  let at = digitsEnd(text, from);
  while (unitAt(text, at) === 0x2c && digitsEnd(text, at + 1) === at + 4) at += 4;
  if (unitAt(text, at) !== 0x2e) return at;
  const end = digitsEnd(text, at + 1);
  return end > at + 1 ? end : at;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(unitAt(text, at))) at += 1;
  return at;
}

function unitAt(text: string, at: number): number {
  return at < text.length ? folded[text.charCodeAt(at)]! : 0;
}

function digitsOf(text: string): string {
  let digits = "";
  for (let at = 0; at < text.length; at += 1) {
    const unit = folded[text.charCodeAt(at)]!;
    if (unit !== 0x2c) digits += String.fromCharCode(unit);
  }
  return digits;
}

/** Index of the first token that starts at or after `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
