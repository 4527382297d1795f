/**
 * Reads a number as people write it into a cell: as text, full-width, with thousands separators or a unit
 * behind it. What is no exact number in the unit that is due is refused, never guessed.
 */
import { compare, type Exact, exact, isInteger, isZero, multiply, one, zero } from "../../../core/quantity/exact.ts";
import { round, toSignificant } from "../../../core/quantity/rounding.ts";
import { isUnit, isWhole, unit } from "../../../core/quantity/unit.ts";
import { tidy } from "../labels.ts";
import type { Look, RawCell } from "../xlsx/raw.ts";
import { dateOfSerial } from "./date.ts";
import { accept, type Reading, reject } from "./reading.ts";
import { acceptedDecimals, suffixFactor } from "./unit-suffix.ts";

/** Plain decimal text, not applicable, or nothing. */
export type Quantity =
  | { readonly status: "value"; readonly value: string }
  | { readonly status: "notApplicable" | "missing"; readonly value: null };

export interface QuantitySpecification {
  /** Name for messages. */
  readonly label: string;
  /** Unit symbol; "" for a bare number. */
  readonly unit: string;
  readonly whole: boolean;
  readonly decimals: number;
}

/** What a value in `symbol` must be like. */
export function quantitySpecification(label: string, symbol: string, decimals: number | undefined): QuantitySpecification {
  const whole = isUnit(symbol) && isWhole(unit(symbol)) && (decimals ?? 0) === 0;
  return { label, unit: symbol, whole, decimals: isUnit(symbol) ? acceptedDecimals(symbol, decimals) : (decimals ?? 6) };
}

const missing: Quantity = { status: "missing", value: null };
const notApplicable: Quantity = { status: "notApplicable", value: null };
const notApplicableMarks = /^(?:[-—–―─━/\\]{1,3}|不适用|无此项|不涉及|n\/?a)$/i;

export function isNotApplicable(text: string): boolean {
  return notApplicableMarks.test(text);
}

export function readQuantity(cell: RawCell | undefined, specification: QuantitySpecification, from1904: boolean): Reading<Quantity> {
  const { label } = specification;
  if (!cell) return accept(missing);
  if (cell.kind === "none") return reject({ code: "formula-without-value", parameters: { label } });
  if (cell.kind === "error") return reject({ code: "error-value", parameters: { label } });
  if (cell.kind === "boolean") return reject({ code: "not-a-number", parameters: { label } });
  return cell.kind === "number" ? readNumber(cell, cell.look, specification, from1904) : readText(cell.text, specification);
}

function readNumber(cell: RawCell, look: Look, specification: QuantitySpecification, from1904: boolean): Reading<Quantity> {
  const { label } = specification;
  const value = storedNumber(cell.text);
  if (!value) return reject({ code: "not-a-number", parameters: { label } });
  if (look === "date" && dateOfSerial(cell.text, from1904) !== null) return reject({ code: "date-for-number", parameters: { label } });
  if (look === "percent") {
    if (specification.unit !== "%") return reject({ code: "percent-for-count", parameters: { label, unit: specification.unit } });
    const hundred = multiply(value, exact(100));
    const reading = bound(hundred, specification);
    return reading.ok ? accept(reading.value, { code: "percent-cell", parameters: { label, value: toSignificant(hundred, 15) } }) : reading;
  }
  return bound(value, specification);
}

const approximation =
  /^(?:约|近|大约|将近|超过?|不足|逾|>|<|≥|≤|~|≈)|(?:余|多|左右|以上|以下|上下|几)(?:\p{L}*)$|\d(?:余|多)\p{L}*$|\d\+$/u;

function readText(written: string, specification: QuantitySpecification): Reading<Quantity> {
  const { label, unit: due } = specification;
  const text = tidy(written);
  if (text === "") return accept(missing);
  if (isNotApplicable(text)) return accept(notApplicable);
  if (approximation.test(text) && /\d/.test(text)) return reject({ code: "approximate", parameters: { label } });
  const currency = /^(?:¥|￥|rmb|cny|人民币)\s*/i.exec(text)?.[0] ?? "";
  const match = /^([-+−]?)((?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*(.*)$/su.exec(text.slice(currency.length));
  const bracketed = /^\(([\d,.]+)\)$/.exec(text)?.[1];
  if (!match && bracketed === undefined) return reject({ code: "not-a-number", parameters: { label } });
  const digits = (bracketed ?? match![2]!).replace(/[, ]/g, "").replace(/^\./, "0.");
  const negative = bracketed !== undefined || match![1] === "-" || match![1] === "−";
  if (!/^\d+(?:\.\d+)?$/.test(digits)) return reject({ code: "not-a-number", parameters: { label } });
  const value = exact(`${negative ? "-" : ""}${digits}`);
  const suffix = (match?.[3] ?? "").trim().replace(/[。;]$/, "") || (currency === "" ? "" : "元");
  if (suffix === "") return bound(value, specification);
  if (suffix === "%" || suffix === "‰")
    return suffix === due ? bound(value, specification) : reject({ code: "percent-for-count", parameters: { label, unit: due } });
  if (/^[\d.,~至到/:*x×+-]/i.test(suffix)) return reject({ code: "not-a-number", parameters: { label } });
  const factor = suffixFactor(suffix, due);
  if (!factor) return reject({ code: "unit-mismatch", parameters: { label, unit: due, suffix } });
  const converted = multiply(value, factor);
  const reading = bound(converted, specification);
  if (!reading.ok) return reading;
  return compare(factor, one) === 0
    ? accept(reading.value, { code: "unit-suffix", parameters: { label, unit: due, suffix } })
    : accept(reading.value, { code: "unit-converted", parameters: { label, unit: due, suffix, value: toSignificant(converted, 30) } });
}

const largest = exact("1000000000000000");

/** The value as text when it is one that the specification allows. */
function bound(value: Exact, { label, unit: due, whole, decimals }: QuantitySpecification): Reading<Quantity> {
  if (whole && compare(value, zero) < 0) return reject({ code: "negative-count", parameters: { label, unit: due } });
  if (whole && !isInteger(value)) return reject({ code: "fractional-count", parameters: { label, unit: due } });
  if (!isInteger(multiply(value, exact(10n ** BigInt(decimals)))))
    return reject({ code: "too-many-decimals", parameters: { label, decimals } });
  if (compare(value, largest) >= 0 || compare(value, multiply(largest, exact(-1))) <= 0)
    return reject({ code: "number-too-large", parameters: { label } });
  return accept({ status: "value", value: toSignificant(value, 40) });
}

/**
 * The number that a cell shows: its digits as stored, rounded to the 15 that spreadsheets keep, so that
 * 0.30000000000000004 is 0.3. Null when the digits are none.
 */
export function storedNumber(text: string): Exact | null {
  if (/^\d{1,15}$/.test(text)) return exact(text);
  const match = /^\s*([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,3}))?\s*$/.exec(text);
  if (!match || ((match[2] ?? "") === "" && (match[3] ?? "") === "")) return null;
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = match;
  const shift = Number(exponent) - decimals.length;
  const power = exact(10n ** BigInt(Math.abs(shift)));
  const magnitude = exact(BigInt(whole + decimals));
  const value = shift >= 0 ? multiply(magnitude, power) : { ...multiply(magnitude, { numerator: 1n, denominator: power.numerator }) };
  const significant = (whole + decimals).replace(/^0+/, "").replace(/0+$/, "").length;
  const kept = significant > 15 && !isZero(value) ? exact(round(value, Math.max(0, 15 - integerDigits(value)))) : value;
  return sign === "-" ? multiply(kept, exact(-1)) : kept;
}

/** Digits before the point; negative for leading zeros behind it. */
function integerDigits(value: Exact): number {
  const whole = value.numerator / value.denominator;
  if (whole > 0n) return whole.toString().length;
  let zeros = 0;
  for (let scaled = value.numerator * 10n; scaled < value.denominator; scaled *= 10n) zeros += 1;
  return -zeros;
}
