/** Where two sentences differ: what they begin and end with alike, and the middle of each, never cutting a number. */

export interface DifferingMiddle {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

export function differingMiddle(before: string, after: string): DifferingMiddle {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  while (from > 0 && isDigit(before[from - 1]) && (isDigit(before[from]) || isDigit(after[from]))) from -= 1;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  while (
    tail > 0 &&
    isDigit(before[before.length - tail]) &&
    (isDigit(before[before.length - tail - 1]) || isDigit(after[after.length - tail - 1]))
  )
    tail -= 1;
  return {
    start: before.slice(0, from),
    before: before.slice(from, before.length - tail),
    after: after.slice(from, after.length - tail),
    end: before.slice(before.length - tail),
  };
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /[\d.,]/.test(character);
