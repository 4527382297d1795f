/** Numbers and dates as they are kept: what is none of the kind that is due is refused, with what was found and expected. */
import { compare, exact, isDecimalText, isInteger, multiply, zero } from "../../core/quantity/exact.ts";
import { toSignificant } from "../../core/quantity/rounding.ts";
import { isUnit, isWhole, unit } from "../../core/quantity/unit.ts";

/** A message in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export const said = (zh: string, en: string): Said => ({ zh, en });

/** Most of what is typed: it may stand in every cell, as it was typed. */
const plainWhole = /^(?:0|[1-9]\d{0,14})$/;
const largest = exact("1000000000000000");

/** Decimals that a typed value may have: those declared, else the unit's own, and those of a cent for amounts. */
function decimalsAllowed(symbol: string, declared: number | undefined): number {
  if (declared !== undefined) return declared;
  if (!isUnit(symbol)) return 6;
  const { kind, decimals } = unit(symbol);
  return kind === "count" ? 0 : Math.max(decimals, 2);
}

/** The number as plain decimal text, or why it is none that may stand here. */
export function checkNumber(label: Said, found: string, symbol: string, declared: number | undefined): { readonly text: string } | Said {
  const text = found.trim();
  if (plainWhole.test(text)) return { text };
  const decimals = decimalsAllowed(symbol, declared);
  const counted = isUnit(symbol) && isWhole(unit(symbol));
  if (!isDecimalText(text)) return said(`“${label.zh}”应填数字，填的是“${text}”`, `"${label.en}" wants a number, found "${text}"`);
  const value = exact(text);
  if (counted && compare(value, zero) < 0)
    return said(
      `“${label.zh}”不能是负数，填的是 ${text}，应为不小于 0 的数（${symbol}）`,
      `"${label.en}" cannot be negative, found ${text}, expected 0 or more (${symbol})`,
    );
  if (!isInteger(multiply(value, exact(10n ** BigInt(decimals)))))
    return decimals === 0
      ? said(
          `“${label.zh}”应填整数，填的是 ${text}${symbol === "" ? "" : `（单位：${symbol}）`}`,
          `"${label.en}" wants a whole number, found ${text}${symbol === "" ? "" : ` (unit: ${symbol})`}`,
        )
      : said(`“${label.zh}”至多 ${decimals} 位小数，填的是 ${text}`, `"${label.en}" takes at most ${decimals} decimals, found ${text}`);
  if (compare(value, largest) >= 0 || compare(value, multiply(largest, exact(-1))) <= 0)
    return said(`“${label.zh}”的数字过大：${text}，应在 15 位以内`, `"${label.en}" is impossibly large: ${text}, expected up to 15 digits`);
  return { text: toSignificant(value, 40) };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** An ISO date that exists, or why it is none. */
export function checkDate(label: Said, found: string): { readonly text: string } | Said {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(found) ?? [];
  const leap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const length = month === "02" && leap ? 29 : monthLengths[Number(month) - 1];
  return year !== "" && length !== undefined && Number(day) >= 1 && Number(day) <= length
    ? { text: found }
    : said(`“${label.zh}”应填日期（如 2019-05-06），填的是“${found}”`, `"${label.en}" wants a date such as 2019-05-06, found "${found}"`);
}
