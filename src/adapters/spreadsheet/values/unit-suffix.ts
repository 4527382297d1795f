/** Units that people write behind a number in a cell, and what they are in the unit that is due. */
import { divide, type Exact, exact, multiply } from "../../../core/quantity/exact.ts";
import { unit } from "../../../core/quantity/unit.ts";

const multipliers: Readonly<Record<string, string>> = {
  "": "1",
  千: "1000",
  万: "10000",
  十万: "100000",
  百万: "1000000",
  千万: "10000000",
  亿: "100000000",
};

/** Words for one base unit, by family; other units are known by their own symbol alone. */
const families: readonly Readonly<Record<string, string>>[] = [
  { 元: "1", 块: "1", 块钱: "1", 元整: "1", 元人民币: "1", rmb: "1", "": "1" },
  { 平方米: "1", 平米: "1", 平方: "1", m2: "1", 公顷: "10000", 平方公里: "1000000" },
  { 米: "1", m: "1", 公里: "1000", 千米: "1000", km: "1000" },
  { 人: "1", 名: "1", 位: "1", 个人: "1" },
  { 天: "1", 日: "1" },
  { 家: "1", 个: "1", 所: "1", 间: "1", 座: "1" },
  { 册: "1", 本: "1" },
  { 台: "1", 套: "1" },
  { mbps: "1", "mb/s": "1", m: "1", 兆: "1", gbps: "1000", "gb/s": "1000" },
  { gb: "1", g: "1" },
  { 年: "1" },
  { 月: "1", 个月: "1" },
  { 分: "1" },
];

/** How many of `due` one `suffix` is; null when it cannot be converted. `suffix` is tidied text. */
export function suffixFactor(suffix: string, due: string): Exact | null {
  const written = suffix.replace(/\s/g, "").toLowerCase();
  const target = measure(due.toLowerCase(), due);
  const source = measure(written, due);
  return target && source ? divide(source, target) : null;
}

/** A unit with its multiplier in base units of the family that `due` belongs to. */
function measure(written: string, due: string): Exact | null {
  const family = families.find((each) => each[due.replace(/^万/, "").toLowerCase()] !== undefined) ?? { [due.toLowerCase()]: "1" };
  for (const [multiplier, factor] of Object.entries(multipliers)) {
    if (!written.startsWith(multiplier)) continue;
    const base = written.slice(multiplier.length);
    const size = family[base] ?? (base === "" && multiplier !== "" ? "1" : undefined);
    if (size !== undefined) return multiply(exact(factor), exact(size));
  }
  return null;
}

/** Decimals that a typed value in `symbol` may have: its own, and those of a cent for amounts. */
export function acceptedDecimals(symbol: string, declared: number | undefined): number {
  if (declared !== undefined) return declared;
  const { kind, decimals } = unit(symbol);
  return kind === "count" ? 0 : Math.max(decimals, 2);
}
