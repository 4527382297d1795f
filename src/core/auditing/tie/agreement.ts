/** Whether a printed quantity can stand for a known figure: within its printed precision and hedge, in its unit. */
import { equals, type Exact, exact, fraction, multiply } from "../../quantity/exact.ts";
import { contains } from "../../quantity/interval.ts";
import { asPrinted } from "../../quantity/rounding.ts";
import type { Quantity } from "../quantity.ts";
import type { KnownFigure } from "./known-figure.ts";

/** Units of different classes never mean the same; those of one class ("人" and "名") may. */
type UnitClass = "counted" | "money" | "%" | "‰" | "points" | "ratio" | "open";

function classOf(unit: string): UnitClass {
  if (unit === "") return "open";
  if (unit === "%" || unit === "‰") return unit;
  if (unit.endsWith("分点")) return "points";
  if (unit === ":1" || unit === "：1") return "ratio";
  return unit.includes("元") ? "money" : "counted";
}

const tenThousand = exact(10_000);

const isInTenThousands = (unit: string): boolean => unit.length > 1 && unit.startsWith("万");

/** In the unit of {@link Quantity}: 万元 as 元. */
function inBaseUnit(value: Exact, unit: string): Exact {
  return isInTenThousands(unit) ? multiply(value, tenThousand) : value;
}

/** Whether both units can be of one thing. A bare number in a table's column fits every unit. */
export function unitsMeet(quantity: Quantity, figure: KnownFigure): boolean {
  const [ofQuantity, ofFigure] = [classOf(quantity.unit), classOf(figure.unit)];
  return ofQuantity === "open" || ofFigure === "open" || ofQuantity === ofFigure;
}

/** Both ways in which the figure may be meant: exact, and as it is printed. */
function values(figure: KnownFigure): readonly Exact[] {
  const printed = asPrinted(figure.value, figure.decimals);
  return equals(printed, figure.value) ? [printed] : [printed, figure.value];
}

export function agrees(quantity: Quantity, figure: KnownFigure): boolean {
  if (!unitsMeet(quantity, figure)) return false;
  const inBase = values(figure).map((value) => inBaseUnit(value, figure.unit));
  const meant = classOf(quantity.unit) === "open" ? [...values(figure), ...inBase] : inBase;
  const { interval, value: printed } = quantity;
  return meant.some((value) => contains(interval, value) || equals(printed, value));
}

/**
 * The same for a place where the figure itself is due: printed to the figure's own decimals and without a
 * hedge, the quantity must be the figure as printed, for half a step off is another number there.
 */
export function standsFor(quantity: Quantity, figure: KnownFigure): boolean {
  const step = inBaseUnit(fraction(1n, 10n ** BigInt(figure.decimals)), figure.unit);
  const isDue = quantity.hedge === null && quantity.unit !== "" && equals(quantity.step, step);
  return isDue ? printsExactly(quantity, figure) : agrees(quantity, figure);
}

/** Whether the quantity prints the figure's own number, no coarser and without a hedge. */
export function printsExactly(quantity: Quantity, figure: KnownFigure): boolean {
  if (quantity.hedge !== null || !unitsMeet(quantity, figure)) return false;
  return equals(quantity.value, inBaseUnit(asPrinted(figure.value, figure.decimals), figure.unit));
}

/** The figure with its unit, as a reader should see it: "1941人", "16：1". */
export function storedText(figure: KnownFigure): string {
  if (!/\d$/.test(figure.text) || figure.unit === "" || /[：:]1$/.test(figure.text)) return figure.text;
  return `${figure.text}${figure.unit === ":1" ? "：1" : figure.unit}`;
}
