/** What a person types or pastes into a cell → the value that is kept, or in words why it cannot be: nothing is guessed. */
import type { Column } from "../../core/definition/ledger.ts";
import type { Dimension } from "../../core/definition/dimension.ts";
import { isDecimalText } from "../../core/quantity/exact.ts";
import { isUnit, isWhole, unit } from "../../core/quantity/unit.ts";
import type { CellContent } from "../../app/desk/slots.ts";

/** Codes of refusals; their wordings are in messages/fill.ts. */
export type EntryProblem =
  | "notANumber"
  | "wholeOnly"
  | "noNegative"
  | "multiplier"
  | "approximate"
  | "otherUnit"
  | "tooManyDecimals"
  | "tooLarge"
  | "notADate"
  | "notAChoice"
  | "notYesNo";

export type Entry<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: EntryProblem };

export interface NumberWanted {
  /** Unit symbol; "" for a bare number. */
  readonly unit: string;
  readonly decimals?: number;
}

const notApplicableMarks = /^(?:[-—–―─━/\\]{1,3}|不适用|无此项|不涉及|n\/?a)$/i;
const currencies = /^(?:¥|rmb|cny|人民币)\s*/i;

/** Full-width to half-width, without invisible characters and surrounding blanks. */
export function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .trim();
}

/** A form's cell: a number in its unit, "无此项" and "—" for not applicable, nothing for not filled. */
export function readCell(typed: string, wanted: NumberWanted): Entry<CellContent> {
  const text = tidy(typed);
  if (text === "") return { ok: true, value: { status: "missing", value: null } };
  if (notApplicableMarks.test(text)) return { ok: true, value: { status: "notApplicable", value: null } };
  const number = readNumber(text, wanted);
  return number.ok ? { ok: true, value: { status: "value", value: number.value } } : number;
}

/** A number as text without separators: "１，２３４" → "1234". The unit itself may stand behind it; 万 and 亿 may not. */
export function readNumber(typed: string, wanted: NumberWanted): Entry<string> {
  const text = tidy(typed).replace(currencies, "");
  if (/\d\s*(?:[十百千]?[万亿]|千|百)/.test(text) && !wanted.unit.startsWith("万")) return refuse("multiplier");
  if (/\d\s*亿/.test(text)) return refuse("multiplier");
  if (/^(?:约|近|大约|超过?|不足|逾|[<>≥≤~≈])|(?:余|多|左右|以上|以下|上下)\D*$/.test(text) && /\d/.test(text))
    return refuse("approximate");
  const match = /^([-+−]?)(\d{1,3}(?:,\d{3})+|\d+(?:,\d{4})*|)(\.\d+)?\s*(\D*)$/.exec(text);
  if (!match || (match[2] === "" && match[3] === undefined)) return refuse("notANumber");
  const suffix = match[4]!.trim();
  if (suffix !== "" && !isSuffixOf(suffix, wanted.unit)) return refuse(/^[,.\-~至:*]/.test(suffix) ? "notANumber" : "otherUnit");
  const whole = (match[2] || "0").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  const decimals = (match[3] ?? "").slice(1).replace(/0+$/, "");
  if (whole.length > 15) return refuse("tooLarge");
  const digits = decimals === "" ? whole : `${whole}.${decimals}`;
  const isNegative = (match[1] === "-" || match[1] === "−") && /[1-9]/.test(digits);
  if (isNegative) return refuse("noNegative");
  if (isWholeUnit(wanted)) return decimals === "" ? { ok: true, value: digits } : refuse("wholeOnly");
  return decimals.length <= acceptedDecimals(wanted) ? { ok: true, value: digits } : refuse("tooManyDecimals");
}

function isSuffixOf(suffix: string, symbol: string): boolean {
  const same = { 人: "名", 名: "人", 平方米: "m2", 元: "元整" }[symbol];
  return suffix === symbol || suffix === same || (symbol.includes("/") && suffix === symbol.split("/")[0]);
}

function isWholeUnit({ unit: symbol, decimals }: NumberWanted): boolean {
  return isUnit(symbol) && isWhole(unit(symbol)) && (decimals ?? 0) === 0;
}

/** Decimals that may be typed: the unit's own, and those of a cent for amounts; the same as in the Excel template. */
export function acceptedDecimals({ unit: symbol, decimals }: NumberWanted): number {
  if (decimals !== undefined) return decimals;
  if (!isUnit(symbol)) return 6;
  const { kind, decimals: printed } = unit(symbol);
  return kind === "count" ? 0 : Math.max(printed, 2);
}

/** A register's cell as it is kept: codes for choices, ISO dates, plain decimals, "true" and "false"; null for nothing. */
export function readColumn(typed: string, column: Column, choices: Dimension | undefined): Entry<string | null> {
  const text = column.type === "text" ? typed.replace(/\r\n?/g, "\n").trim() : tidy(typed);
  if (text === "") return { ok: true, value: null };
  switch (column.type) {
    case "integer": {
      const number = readNumber(text, { unit: column.unit ?? "", decimals: 0 });
      return number.ok && number.value.includes(".")
        ? refuse("wholeOnly")
        : number.ok || number.problem !== "tooManyDecimals"
          ? number
          : refuse("wholeOnly");
    }
    case "decimal":
      return readNumber(text, { unit: column.unit ?? "", decimals: 6 });
    case "date": {
      const date = readDate(text);
      return date === null ? refuse("notADate") : { ok: true, value: date };
    }
    case "boolean": {
      if (/^(?:是|有|对|√|✓|y|yes|true|1)$/i.test(text)) return { ok: true, value: "true" };
      return /^(?:否|无|没有|×|✗|x|n|no|false|0)$/i.test(text) ? { ok: true, value: "false" } : refuse("notYesNo");
    }
    case "choice": {
      const member = choices && findMember(choices, text);
      return member ? { ok: true, value: member } : refuse("notAChoice");
    }
    case "text": {
      if (column.pattern === undefined) return { ok: true, value: text };
      const pattern = new RegExp(`^(?:${column.pattern})$`, "u");
      const narrow = tidy(text).replace(/\s/g, "");
      // A code half typed is kept; the check says what is wrong with it.
      return { ok: true, value: pattern.test(text) || !pattern.test(narrow) ? text : narrow };
    }
  }
}

function findMember(dimension: Dimension, text: string): string | undefined {
  const codes = new Set(namesOf(dimension).get(plainName(text)));
  if (dimension.members.some(({ code }) => code === text)) codes.add(text);
  return codes.size === 1 ? [...codes][0] : undefined;
}

function plainName(name: string): string {
  return tidy(name)
    .toLowerCase()
    .replace(/[\s"'“”‘’()[\]:,.;、_-]/g, "");
}

const names = new WeakMap<Dimension, ReadonlyMap<string, ReadonlySet<string>>>();

/** Plain name → codes of the members that bear it: made once, for a pasted range asks thousands of times. */
function namesOf(dimension: Dimension): ReadonlyMap<string, ReadonlySet<string>> {
  const known = names.get(dimension);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  for (const { code, zh, en, aliases = [] } of dimension.members)
    for (const name of [zh, en, ...aliases]) {
      const plain = plainName(name);
      found.set(plain, (found.get(plain) ?? new Set()).add(code));
    }
  names.set(dimension, found);
  return found;
}

/** 2019-3-4, 2019/3/4, 2019.3.4, 2019年3月4日, 20190304 → 2019-03-04; null for no date. */
export function readDate(text: string): string | null {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const last = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (last === undefined || day < 1 || day > last || year < 1900 || year > 2100) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** With thousands separators, as people read it; what is no plain decimal stays as it is. */
export function grouped(value: string): string {
  if (!isDecimalText(value)) return value;
  const [whole = "", decimals] = value.split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? separated : `${separated}.${decimals}`;
}

/** A register's cell as people read it: 是, the choice's name, 1,234. */
export function shownColumn(
  value: string | null | undefined,
  column: Column,
  choices: Dimension | undefined,
  language: "zh" | "en",
): string {
  if (value === null || value === undefined) return "";
  if (column.type === "boolean") return { true: { zh: "是", en: "Yes" }, false: { zh: "否", en: "No" } }[value]?.[language] ?? value;
  if (column.type === "choice") return choices?.members.find((member) => member.code === value)?.[language] ?? value;
  return column.type === "integer" && column.unit !== "年" ? grouped(value) : column.type === "decimal" ? grouped(value) : value;
}

function refuse(problem: EntryProblem): { readonly ok: false; readonly problem: EntryProblem } {
  return { ok: false, problem };
}
