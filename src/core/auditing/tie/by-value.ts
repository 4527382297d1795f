/** Ties by value, where nothing else ties: the same number in the same unit under a like name. It can confirm a figure and never refutes one. */
import type { Quantity } from "../quantity.ts";
import { printsExactly, storedText } from "./agreement.ts";
import type { KnownFigure } from "./known-figure.ts";
import type { Tie } from "./tie-state.ts";

/** Share of the shorter name's pairs of characters that the other name must have as well. */
const likeness = 0.5;

export class ValueIndex {
  /** By the digits as printed. */
  readonly #figures = new Map<string, KnownFigure[]>();

  constructor(figures: readonly KnownFigure[]) {
    for (const figure of figures) {
      if (figure.unit === "") continue;
      const key = digitsOf(figure.text);
      const list = this.#figures.get(key);
      if (list) list.push(figure);
      else this.#figures.set(key, [figure]);
    }
  }

  tie(quantity: Quantity, index: number, label: string): Tie | null {
    if (quantity.unit === "" || label.length < 2) return null;
    const printed = quantity.text.slice(quantity.digits.start - quantity.start, quantity.digits.end - quantity.start);
    const pairs = Array.from({ length: label.length - 1 }, (_, at) => label.slice(at, at + 2));
    const figure = this.#figures
      .get(digitsOf(printed))
      ?.find((each) => isSameUnit(quantity.unit, each.unit) && printsExactly(quantity, each) && isLike(pairs, each.label));
    return figure ? { quantity: index, state: "equal", fact: figure.id, stored: storedText(figure), how: "value", certain: false } : null;
  }
}

/** The leading digits: "1941" of "1,941人". */
function digitsOf(text: string): string {
  let end = 0;
  while (end < text.length && ((text[end]! <= "9" && text[end]! >= "0") || text[end] === "." || text[end] === ",")) end += 1;
  return text.slice(0, end).replaceAll(",", "");
}

/** 万元 is 元 to a quantity, and people are counted in 人 or 名. */
function isSameUnit(ofQuantity: string, ofFigure: string): boolean {
  const plain = (unit: string): string => (unit === "名" ? "人" : unit.replace(/^万(?=.)/, ""));
  return plain(ofQuantity) === plain(ofFigure);
}

function isLike(pairs: readonly string[], label: string): boolean {
  const shared = pairs.filter((pair) => label.includes(pair)).length;
  return shared > 0 && shared >= Math.min(pairs.length, label.length - 1) * likeness;
}
