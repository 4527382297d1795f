/**
 * How a value is printed in a report: large sums of money in 万元 with at most two decimals, everything
 * else in its own unit with its own decimals. Changes are computed from what is printed here.
 */
import { decimalsOf } from "../formula/change.ts";
import { divide, equals, type Exact, exact } from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";
import { type Unit, unit } from "../quantity/unit.ts";

export interface PrintStyle {
  /** What a printed number must be multiplied by to be in the catalog's unit. */
  readonly scale: string;
  readonly decimals: number;
  /** Unit as tables print it. */
  readonly symbol: string;
  /** Unit as running text says it. */
  readonly spoken: string;
  /** Zeros behind the decimal point are dropped (22686.2万元). */
  readonly trimmed: boolean;
  readonly of: Unit;
}

export function styleOf(measure: { readonly unit: string; readonly decimals?: number }): PrintStyle {
  const of = unit(measure.unit);
  if (of.symbol === "元") return { scale: "10000", decimals: 2, symbol: "万元", spoken: "万元", trimmed: true, of };
  return { scale: "1", decimals: decimalsOf(measure), symbol: of.symbol, spoken: of.spoken ?? of.symbol, trimmed: false, of };
}

/** The digits alone. All of a whole is 100%, not 100.0%. */
export function digits(value: Exact, style: PrintStyle): string {
  const text = round(divide(value, exact(style.scale)), style.decimals);
  if (style.of.kind === "share" && equals(value, exact(100))) return "100";
  return style.trimmed ? withoutZeros(text) : text;
}

/** For columns of a table: every value with the same decimals. */
export function digitsInTable(value: Exact, style: PrintStyle): string {
  return round(divide(value, exact(style.scale)), style.decimals);
}

export function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** 2020年2月21日 */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
