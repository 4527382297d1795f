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
  ["\u00a0", " "],
  ["\u3000", " "],
  ["○", "〇"],
]);

const foldable = new RegExp(`[${[...folds.keys()].map((sign) => (sign === "－" || sign === "−" ? `\\${sign}` : sign)).join("")}]`, "g");

/** The same number of UTF-16 units as `text`. */
export function folded(text: string): string {
  return text.replace(foldable, (sign) => folds.get(sign)!);
}
