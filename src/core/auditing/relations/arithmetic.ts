/** Arithmetic over what printed figures can mean, and how it is shown so that a pocket calculator can follow. */
import { absolute, add, compare, divide, equals, type Exact, exact, multiply, one, subtract, sum, zero } from "../../quantity/exact.ts";
import { add as addIntervals, between, type Bound, type Interval, isEmpty, point } from "../../quantity/interval.ts";
import { round } from "../../quantity/rounding.ts";
import { type Quantity, quantityWith } from "../quantity.ts";

/** Quotient of intervals of positive numbers, times `factor`; null where the divisor can be zero or an end is open to infinity. */
export function quotient(part: Interval, whole: Interval, factor: Exact): Interval | null {
  if (part.low === null || part.high === null || whole.low === null || whole.high === null) return null;
  if (compare(whole.low.value, zero) <= 0 || compare(part.low.value, zero) < 0) return null;
  return {
    low: { value: multiply(divide(part.low.value, whole.high.value), factor), closed: part.low.closed && whole.high.closed },
    high: { value: multiply(divide(part.high.value, whole.low.value), factor), closed: part.high.closed && whole.low.closed },
  };
}

export function meet(left: Interval, right: Interval): boolean {
  return reaches(left.low, right.high) && reaches(right.low, left.high) && !isEmpty(left) && !isEmpty(right);
}

/** Whether nothing parts a lower end from a higher one. */
function reaches(low: Bound | null, high: Bound | null): boolean {
  if (low === null || high === null) return true;
  const order = compare(low.value, high.value);
  return order < 0 || (order === 0 && low.closed && high.closed);
}

export function total(intervals: readonly Interval[]): Interval {
  return intervals.reduce(addIntervals, point(zero));
}

/** What the figure means when its last place was cut off instead of rounded: a negative one was cut towards zero. */
export function cutOff(quantity: Quantity): Interval {
  if (compare(quantity.value, zero) < 0) return between(subtract(quantity.value, quantity.step), quantity.value, { low: "open" });
  return between(quantity.value, add(quantity.value, quantity.step), { high: "open" });
}

export type Verdict = "held" | "truncated" | "off";

/** Whether a computed value can have been printed as `quantity`: rounded, or only cut off. */
export function verdict(computed: Interval, quantity: Quantity): Verdict {
  if (meet(computed, quantity.interval)) return "held";
  if (quantity.hedge === null && meet(computed, cutOff(quantity))) return "truncated";
  return "off";
}

/** An average printed without decimals is rounded, even where it counts whole things: 校均4607人. */
export function asRounded(quantity: Quantity): Quantity {
  if (!isExact(quantity)) return quantity;
  const half = divide(quantity.step, exact(2));
  return quantityWith(quantity, { text: quantity.text, interval: between(subtract(quantity.value, half), add(quantity.value, half)) });
}

/** What a figure may be printed as where it should be within an interval: as near as its last place goes. */
export function roundedTo(interval: Interval, { step }: Quantity): Interval {
  const half = divide(step, exact(2));
  const { low, high } = interval;
  if (low === null || high === null) return interval;
  return between(subtract(low.value, half), add(high.value, half));
}

export const hundred = exact(100);

/** 1.5倍 and 60%: quotients that many pairs of values give by chance. */
export const isCoarse = (quantity: Quantity): boolean => /^[%‰倍]$/.test(quantity.unit) && bare(quantity).replace(/\D/g, "").length < 3;

/** Shares without % may be written as parts of one, their whole as 1. */
export const isWholeAsOne = ({ value, text }: Quantity): boolean => equals(value, one) && !/[%％]/.test(text);

/** Whether the figure is one number, neither hedged nor a range. */
export function isExact(quantity: Quantity): boolean {
  return quantity.hedge === null && quantity.kind !== "range";
}

/** A computed value with two places more than the figure that it is compared with, at most four. */
export function shown(value: Exact, beside?: Quantity): string {
  const decimals = decimalsOf(beside);
  const whole = beside !== undefined && compare(beside.step, beside.scale) > 0;
  const text = round(beside ? divide(value, beside.scale) : value, whole ? 0 : Math.min(4, decimals + 2));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The figure as printed, without spaces within. */
export function printed(quantity: Quantity): string {
  return quantity.text.replace(/\s/g, "");
}

const bareBy = new WeakMap<Quantity, string>();

/** The bare number in its printed scale: "984万", "47". */
export function bare(quantity: Quantity): string {
  let known = bareBy.get(quantity);
  if (known === undefined) bareBy.set(quantity, (known = bareOf(quantity)));
  return known;
}

function bareOf(quantity: Quantity): string {
  const text = printed(quantity);
  return /^[^\d]*?([\d.,]+(?:万|亿|千|百)?)/.exec(text)?.[1] ?? shown(quantity.value, quantity);
}

/** "229.5万 ÷ 1800": cells as printed, with the scale of their heads where these differ. */
export function ratioLine(part: Quantity, whole: Quantity): string {
  const text = equals(part.scale, whole.scale) ? bare : withScale;
  return `${text(part)} ÷ ${text(whole)}`;
}

/** What an interval stands for: its only value; of a quotient of rounded figures what these give as printed; else its ends. */
export function shownInterval(interval: Interval, beside?: Quantity): string {
  const { low, high } = interval;
  if (low === null || high === null) return low ? `≥ ${shown(low.value, beside)}` : high ? `≤ ${shown(high.value, beside)}` : "任意值";
  const [from, to] = [shown(low.value, beside), shown(high.value, beside)];
  if (from === to) return from;
  const [middle, width] = [divide(add(low.value, high.value), exact(2)), subtract(high.value, low.value)];
  if (compare(multiply(absolute(middle), exact("0.1")), width) < 0) return `${from}～${to}`;
  const decimals = decimalsOf(beside);
  const scale = beside?.scale ?? one;
  const isFine = compare(divide(width, scale), powers[decimals] ?? exact("0.001")) <= 0;
  return round(divide(middle, scale), Math.min(4, isFine ? decimals + 1 : decimals));
}

const powers: readonly Exact[] = [exact(1), exact("0.1"), exact("0.01"), exact("0.001")];

/** Places behind the point of a figure as it counts: none of 1.2万. */
function decimalsOf(beside?: Quantity): number {
  let decimals = 0;
  const { step: last, scale } = beside ?? { step: one, scale: one };
  for (let step = divide(last, scale); compare(step, one) < 0 && decimals < 4; step = multiply(step, exact(10))) decimals += 1;
  return decimals;
}

const scales: Readonly<Record<string, Exact>> = { 百: hundred, 千: exact(1000), 万: exact(10_000), 亿: exact(100_000_000) };

interface Scale {
  /** As printed behind the number; "" where there is none, or only the table's head has it. */
  readonly sign: string;
  readonly factor: Exact;
}

const plainScale: Scale = { sign: "", factor: one };

function scaleOf(quantity: Quantity): Scale {
  const sign = /[百千万亿]$/.exec(bare(quantity))?.[0];
  return sign === undefined ? { sign: "", factor: quantity.scale } : { sign, factor: scales[sign]! };
}

const sameScale = (left: Scale, right: Scale): boolean => left.sign === right.sign && equals(left.factor, right.factor);

function inScale(value: Exact, { sign, factor }: Scale): string {
  const text = round(divide(value, factor), 4);
  return `${text.includes(".") ? text.replace(/\.?0+$/, "") : text}${sign}`;
}

/** A number in the scale of the figure beside it: "720万". */
export const bareLike = (value: Exact, beside: Quantity): string => inScale(value, scaleOf(beside));

/** The bare number with its scale, also where only the head of its table tells that: two figures are printed alike where these are. */
export function withScale(quantity: Quantity): string {
  return `${bare(quantity)}${Object.keys(scales).find((sign) => equals(scales[sign]!, quantity.scale)) ?? ""}`;
}

/** A value as the figure beside it is printed: "1.36万册", "1.3个百分点". */
export function shownLike(value: Exact, beside: Quantity): string {
  return bareLike(value, beside) + unitBehind(beside);
}

/** The unit as printed: 名 stays 名. */
export function unitBehind(quantity: Quantity): string {
  const [text, number] = [printed(quantity), bare(quantity)];
  const at = text.indexOf(number);
  return at < 0 ? quantity.unit : text.slice(at + number.length).replace(/(?:左右|上下|以上|以下|以内|余|多)+$/, "");
}

/** The sum of what is printed, in 万 or 亿 where all parts are. */
export function shownSum(parts: readonly Quantity[]): string {
  return inScale(sum(parts.map(({ value }) => value)), commonScale(parts));
}

function commonScale(parts: readonly Quantity[]): Scale {
  const [scale = plainScale, ...others] = parts.map(scaleOf);
  return others.every((each) => sameScale(each, scale)) ? scale : plainScale;
}

/** "7600 + 6000 = 13600 ≠ 1.34万（13400）": the figures as printed, and their values where 万 stands beside ones. */
export function sumLine(parts: readonly Quantity[], sign: string, whole: Quantity): string {
  const added = shownSum(parts);
  const scale = commonScale(parts);
  const same = sameScale(scale, scaleOf(whole));
  return `${parts.map(bare).join(" + ")} = ${added} ${sign} ${bare(whole)}${same ? "" : `（${inScale(whole.value, scale)}）`}`;
}
