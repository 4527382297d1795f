/** Ranges (5—8人, 60%～70%, 三至五年): two numbers that bound one value. */
import { add, compare, type Exact, fraction, multiply } from "../../quantity/exact.ts";
import { type NumberRead, readArabic, readChinese, readUnit } from "./reading.ts";

interface Range {
  readonly upper: NumberRead;
  readonly low: Exact;
  readonly high: Exact;
  readonly middle: Exact;
}

/** Neither over a tab, which parts two cells, nor from a space to a minus: 3 -9.8 are two numbers. */
const joiner = /(?:[-—–~～]{1,2}|[ \u3000](?:[-—–~～]{1,2}(?=[ \u3000])|[~～至到])|至|到)[ \u3000]?/y;

/** 增加120人至1820人: by how much it changed, and what it became. */
const changedBy = /(?:增加|增长|减少|提高|提升|上升|下降|降低|新增|扩大|缩小|上涨|下跌|[增减])了?\s?$/;

/** The range that begins with `number` at `at`, or null. */
export function headRange(text: string, at: number, number: NumberRead, isDigit: boolean): Range | null {
  if (/[从由自]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  const unit = readUnit(text, number.end);
  const end = unit?.end ?? number.end;
  joiner.lastIndex = end;
  if (!joiner.test(text)) return null;
  if (unit && /[至到]/.test(text.slice(end, joiner.lastIndex)) && changedBy.test(text.slice(Math.max(0, at - 4), at))) return null;
  const second = joiner.lastIndex;
  if (isDigit ? !/\d/.test(text[second] ?? "") : !/[一二两三四五六七八九十百]/.test(text[second] ?? "")) return null;
  const upper = isDigit ? readArabic(text, second) : readChinese(text, second);
  if (!upper) return null;
  const behind = readUnit(text, upper.end);
  if (unit && behind?.unit !== unit.unit) return null;
  const low = !unit && upper.scaled && !number.scaled ? multiply(number.value, { ...upper.step }) : number.value;
  if (compare(low, upper.value) >= 0) return null;
  return { upper, low, high: upper.value, middle: multiply(add(low, upper.value), fraction(1n, 2n)) };
}
