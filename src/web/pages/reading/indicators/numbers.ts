/** Numbers as people read them in tables: thousands apart, rounded on their decimal text and never by floats. */
import { exact } from "../../../../core/quantity/exact.ts";
import { round } from "../../../../core/quantity/rounding.ts";

/** "29115人" → "29,115人"; digits behind the point stay together, years and codes are not meant for this. */
export function grouped(text: string): string {
  return text.replace(/\d{4,}/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
}

/** Half up, of a plain decimal text. */
export function rounded(value: string, decimals: number): string {
  return round(exact(value), decimals);
}
