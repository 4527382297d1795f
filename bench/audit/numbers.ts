/** Numbers: how one report prints its figures: digits alone, thousands apart, much in 万 and 亿, a few things in Chinese numerals. */
import { divide, type Exact, exact } from "../../src/core/quantity/exact.ts";
import { round } from "../../src/core/quantity/rounding.ts";
import type { Phrasing } from "./phrases/phrase.ts";
import type { Random } from "./random.ts";
import type { Figure, Scale } from "./report.ts";
import type { Fact } from "./world.ts";

export interface NumberStyle {
  /** 12,325 for 12325. */
  readonly grouped: boolean;
  /** From 10,000 things on in 万 and from 1 亿元 on in 亿, both to two decimals. */
  readonly scaled: boolean;
  /** 三个专业, 两次. */
  readonly chinese: boolean;
  readonly points: "个百分点" | "百分点";
}

/** Digits alone; money in 万元. */
export const plainNumbers: NumberStyle = { grouped: false, scaled: false, chinese: false, points: "个百分点" };

/** One style for a whole report; the two oldest sets have none but the plain one. */
export function numberStyle(phrasing: Phrasing, random: Random): NumberStyle {
  if (phrasing === "development" || phrasing === "heldBack") return plainNumbers;
  const draw = random.fork("numbers");
  const [grouped, scaled] = draw.pick([
    [false, false],
    [false, false],
    [true, false],
    [false, true],
  ] as const);
  return { grouped, scaled, chinese: draw.chance(0.4), points: draw.pick(["个百分点", "个百分点", "百分点"]) };
}

const tenThousand = exact(10_000);

/** Digits and scale of a fact's value; both years of a fact have the same scale. */
export function printedLevel(fact: Fact, value: Exact, { scaled }: NumberStyle): { readonly plain: string; readonly scale: Scale } {
  const least = Math.min(fact.now, fact.before);
  if (fact.money) {
    // Money is kept in hundredths of 万元.
    if (scaled && least >= 1_000_000) return { plain: round(divide(value, exact(100_000_000)), 2), scale: "亿" };
    return { plain: round(divide(value, tenThousand), fact.now % 100 === 0 && fact.before % 100 === 0 ? 0 : 2), scale: "万" };
  }
  if (scaled && least >= 10_000) return { plain: round(divide(value, tenThousand), 2), scale: "万" };
  return { plain: round(value, 0), scale: "" };
}

export const grouped = (plain: string): string => plain.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));

const small = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** One to ten as it stands before a measure word; undefined for other numbers. */
export const chineseNumeral = (plain: string): string | undefined => small[Number(plain)] || undefined;

/** Other digits in the same manner: thousands apart if they were, Chinese if they were. */
export function redrawn(figure: Figure, plain: string): string {
  if (figure.digits.includes(",")) return grouped(plain);
  return small.includes(figure.digits) ? (chineseNumeral(plain) ?? plain) : plain;
}

/** 1：15.3 for 15.3：1. */
export const oneTo = (ratio: Figure): Figure => ({ ...ratio, prefix: `1${ratio.unit.slice(0, 1)}` });
