/** Reads a day as people write it, and Excel's serial numbers, into an ISO date. */
import { tidy } from "../labels.ts";
import type { RawCell } from "../xlsx/raw.ts";
import { accept, type Reading, reject } from "./reading.ts";

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** "2019-05-06" when that day exists and lies between 1900 and 2100. */
export function isoDate(year: number, month: number, day: number): string | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && leap ? 29 : monthLengths[month - 1];
  if (length === undefined || day < 1 || day > length || year < 1900 || year > 2100) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days since 1899-12-30 of an ISO date, as Excel counts from March 1900 on. */
export function serialOfDate(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569;
}

/** The day of a serial number; null for what is no day from 1900 to 2100. */
export function dateOfSerial(text: string, from1904: boolean): string | null {
  const serial = Math.floor(Number(text)) + (from1904 ? 1462 : 0);
  if (!Number.isFinite(serial) || serial < 1 || serial > 73_415) return null;
  // Excel believes in 29 February 1900: the days before it are one off.
  return new Date((serial - (serial < 60 ? 25_568 : 25_569)) * 86_400_000).toISOString().slice(0, 10);
}

export function readDate(cell: RawCell, label: string, from1904: boolean): Reading<string | null> {
  if (cell.kind === "number") {
    const whole = cell.text.replace(/\.0+$/, "");
    if (cell.look !== "date" && /^(19|20)\d{6}$/.test(whole)) return fromParts(whole.slice(0, 4), whole.slice(4, 6), whole.slice(6), label);
    if (cell.look !== "date" && /^(19|20)\d{2}(\.\d{1,2})?$/.test(whole)) return reject({ code: "incomplete-date", parameters: { label } });
    const date = dateOfSerial(cell.text, from1904);
    if (date === null || Number(cell.text) < 3000)
      return reject({ code: cell.look === "date" ? "impossible-date" : "not-a-date", parameters: { label } });
    return cell.look === "date" ? accept(date) : accept(date, { code: "date-spelling", parameters: { label, value: date } });
  }
  if (cell.kind !== "text") return reject({ code: "not-a-date", parameters: { label } });
  const text = tidy(cell.text).replace(/\s*[T ]?\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, "");
  const compact = text.replace(/\s+/g, "");
  const match =
    /^(\d{4})[-/.年—–](\d{1,2})[-/.月—–](\d{1,2})[日号]?$/.exec(compact) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(compact) ??
    /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.$/.exec(compact);
  if (match) return fromParts(match[1]!, match[2]!, match[3]!, label, /^\d{4}-\d\d-\d\d$/.test(cell.text.trim()));
  if (/^(\d{4})[-/.年](\d{1,2})月?$|^\d{4}年?$|^\d{1,2}月\d{1,2}[日号]?$|^(\d{4})[-/.年]\d{1,2}月?[上中下]旬$/.test(compact))
    return reject({ code: "incomplete-date", parameters: { label } });
  return reject({ code: "not-a-date", parameters: { label } });
}

function fromParts(year: string, month: string, day: string, label: string, silent = false): Reading<string> {
  const date = isoDate(Number(year), Number(month), Number(day));
  if (date === null) return reject({ code: "impossible-date", parameters: { label } });
  return silent ? accept(date) : accept(date, { code: "date-spelling", parameters: { label, value: date } });
}
