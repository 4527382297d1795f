/** A quantity as found in a text: the printed string, what it can mean as an interval, and its unit. */
import type { HedgeMeaning } from "../language/hedge.ts";
import { type Exact, one } from "../quantity/exact.ts";
import type { Interval } from "../quantity/interval.ts";
import type { Span } from "./document.ts";

/** `number` 1941人 · `share` 47%, ‰, 三分之一 · `points` 个百分点 · `ratio` 15：1 (as left ÷ right) · `times` 2倍, 翻番 · `range` 5—8人 */
export type QuantityKind = "number" | "share" | "points" | "ratio" | "times" | "range";

export interface Quantity extends Span {
  /** As printed, with hedge and unit: "近2000人". */
  readonly text: string;
  readonly kind: QuantityKind;
  /** The digits alone, without hedge and unit: "近[2000]人". */
  readonly digits: Span;
  /** As printed, scaled by 万 or 亿, in `unit`; shares in %. The middle of a range. */
  readonly value: Exact;
  /** Size of the last printed place: 1 for 1941, 0.1 for 47.5, 1000 for 1.2万. */
  readonly step: Exact;
  /** Everything that the printed string can stand for. */
  readonly interval: Interval;
  /** "人", "册", "元" (万元 is scaled to 元), "%", "‰", "个百分点", ":1", "倍"; "" where none is written. */
  readonly unit: string;
  /** What one of the printed number counts where only the head or caption of a table says so: 10000 under 单位：万元; else one. */
  readonly scale: Exact;
  readonly hedge: HedgeMeaning | null;
  /** Written with Chinese numerals: 两所. */
  readonly chinese: boolean;
}

/** A copy with its fields in one order: engines give each `{ ...quantity, text }` a shape of its own, and every rule that reads it slows. */
export function quantityWith(
  quantity: Omit<Quantity, "text" | "scale"> & Partial<Pick<Quantity, "scale">>,
  changes: Pick<Quantity, "text"> & Partial<Pick<Quantity, "start" | "interval" | "unit" | "value" | "step" | "scale">>,
): Quantity {
  const { end, kind, digits, hedge, chinese } = quantity;
  const { text, start = quantity.start, interval = quantity.interval, unit = quantity.unit } = changes;
  const { value = quantity.value, step = quantity.step, scale = quantity.scale ?? one } = changes;
  return { start, end, text, kind, digits, value, step, interval, unit, scale, hedge, chinese };
}

/** A numeral that is no quantity, and why. */
export interface NotQuantity extends Span {
  readonly text: string;
  readonly why: string;
}
