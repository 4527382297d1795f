/** Folds full-width signs to their usual form, sign by sign, so that one pattern reads both and every offset stays. */

const folds: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(0xff10 + digit), String(digit)] as const),
  ["．", "."],
  ["％", "%"],
  ["﹪", "%"],
  ["∶", "："],
  ["︰", "："],
  ["／", "/"],
  ["＋", "+"],
  ["－", "-"],
  ["−", "-"],
  ["＂", '"'],
  // Spaces that group thousands: no-break, figure, punctuation, thin, hair, narrow no-break, and the wide one.
  ...["\u00a0", "\u2007", "\u2008", "\u2009", "\u200a", "\u202f", "\u3000"].map((space) => [space, " "] as const),
  ["○", "〇"],
]);

const foldable = new RegExp(`[${[...folds.keys()].map((sign) => (sign === "－" || sign === "−" ? `\\${sign}` : sign)).join("")}]`, "g");

/** １，２３４: the wide comma groups thousands only between wide digits. */
const wideGroups = /(?<![０-９])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])/g;

/** The same number of UTF-16 units as `text`. */
export function folded(text: string): string {
  return text.replace(wideGroups, (digits) => digits.replaceAll("，", ",")).replace(foldable, (sign) => folds.get(sign)!);
}
