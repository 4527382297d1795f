/** Chinese numerals both ways, as reports write them: 一千二百, 两万三, 廿五, 二〇一九, 三点五. */
import { type Exact, exact } from "../quantity/exact.ts";

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const tens: Readonly<Record<string, string>> = { 廿: "二十", 卅: "三十", 卌: "四十" };
const largeUnits = [
  { sign: "亿", value: 100_000_000n },
  { sign: "万", value: 10_000n },
] as const;

/** Reads a Chinese numeral; null for anything that is none, and for units out of order (百千). */
export function parseNumeral(text: string): Exact | null {
  const [whole = "", decimals, more] = text.replace(/[廿卅卌]/g, (sign) => tens[sign]!).split("点");
  if (more !== undefined) return null;
  const value = /^[^十拾百佰千仟万亿]{2,}$/.test(whole) ? readDigits(whole) : readWhole(whole);
  if (value === null) return null;
  if (decimals === undefined) return exact(value);
  const fractional = readDigits(decimals);
  return fractional === null ? null : exact(`${value}.${fractional.toString().padStart(decimals.length, "0")}`);
}

/** Digits side by side, as in years: 二〇一九. */
function readDigits(text: string): bigint | null {
  const values = Array.from(text, (sign) => digits[sign]);
  return values.length === 0 || values.includes(undefined) ? null : BigInt(values.join(""));
}

function readWhole(text: string): bigint | null {
  for (const { sign, value } of largeUnits) {
    const at = text.lastIndexOf(sign);
    if (at < 0) continue;
    const upper = readWhole(text.slice(0, at));
    const lower = readRemainder(text.slice(at + 1), value);
    return upper === null || lower === null || upper === 0n ? null : upper * value + lower;
  }
  return readSection(text);
}

/** What follows a unit: nothing, a smaller number, or the digit of the next place alone (两万三 is 23000). */
function readRemainder(text: string, unit: bigint): bigint | null {
  if (text === "") return 0n;
  const digit = digits[text];
  if (digit !== undefined) return digit > 0 ? (BigInt(digit) * unit) / 10n : null;
  const rest = /^[零〇○]/.test(text) ? text.slice(1) : text;
  const value = readWhole(rest);
  return value !== null && value > 0n && value < unit ? value : null;
}

/** A number below 10000. */
function readSection(text: string): bigint | null {
  let total = 0;
  let last = 10_000;
  let pending: number | null = null;
  let zeroBefore = false;
  for (const sign of text) {
    const digit = digits[sign];
    if (digit !== undefined) {
      if (pending !== null) return null;
      if (digit === 0 && text.length > 1) zeroBefore = true;
      else pending = digit;
      continue;
    }
    const unit = smallUnits[sign];
    if (unit === undefined || unit >= last || (pending === null && total > 0)) return null;
    total += (pending ?? 1) * unit;
    last = unit;
    pending = null;
    zeroBefore = false;
  }
  if (text === "" || (zeroBefore && pending === null)) return null;
  if (pending === null) return BigInt(total);
  // 二百五 is 250, 二百零五 is 205.
  return BigInt(total + (last > 10 && last < 10_000 && !zeroBefore ? (pending * last) / 10 : pending));
}

const names = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** Writes a whole number: 1200 → 一千二百, 12 → 十二, 10005 → 一万零五. @throws RangeError for a negative number or one from 10^16 on. */
export function writeNumeral(value: bigint | number): string {
  const number = BigInt(value);
  if (number < 0n || number >= 10n ** 16n) throw new RangeError(`no numeral for ${value}`);
  const written = writeWhole(number);
  return written.startsWith("一十") ? written.slice(1) : written;
}

function writeWhole(value: bigint): string {
  for (const { sign, value: unit } of largeUnits) {
    if (value < unit) continue;
    const rest = value % unit;
    const gap = rest > 0n && rest < unit / 10n ? "零" : "";
    return writeWhole(value / unit) + sign + (rest === 0n ? "" : gap + writeWhole(rest));
  }
  return writeSection(Number(value));
}

function writeSection(value: number): string {
  if (value < 10) return names[value]!;
  for (const [sign, unit] of [
    ["千", 1000],
    ["百", 100],
    ["十", 10],
  ] as const) {
    if (value < unit) continue;
    const rest = value % unit;
    const gap = rest > 0 && rest < unit / 10 ? "零" : "";
    return names[Math.floor(value / unit)]! + sign + (rest === 0 ? "" : gap + writeSection(rest));
  }
  return "";
}

/** The number before a heading, by its level in official documents: 一、 then （一） then 1. then （1）. */
export function headingNumber(level: 1 | 2 | 3 | 4, position: number): string {
  switch (level) {
    case 1:
      return `${writeNumeral(position)}、`;
    case 2:
      return `（${writeNumeral(position)}）`;
    case 3:
      return `${position}.`;
    case 4:
      return `（${position}）`;
  }
}
