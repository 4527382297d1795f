/** What a quotient, a sum or a change can be made of, and the two that a sentence itself divides. */
import { isExact } from "../relations/arithmetic.ts";
import type { Reading } from "../relations/relation.ts";
import type { Pair } from "./bases.ts";
import { gapBefore, gapBehind } from "./cues.ts";

/** The values of a sentence that a quotient can be made of. */
export function valuesIn(reading: Reading, sentence: number): number[] {
  return (reading.bySentence[sentence] ?? []).filter((index) => isOperand(reading, index));
}

const ofTime: ReadonlySet<string> = new Set("年 月 届 天 岁 个月 日 分 学时 课时 小时 年（时段）".split(" "));

export function isOperand(reading: Reading, index: number): boolean {
  const quantity = reading.quantities[index]!;
  // 前10家、后20家: places in an order.
  if (/(?:^|[^年月日之以])[前后]$/.test(reading.document.text.slice(Math.max(0, quantity.start - 2), quantity.start))) return false;
  return (
    quantity.kind === "number" && quantity.unit !== "" && !ofTime.has(quantity.unit) && isExact(quantity) && !reading.corrupt.has(index)
  );
}

/** A除以B得C: the two right before the figure. */
export function divisionBefore(reading: Reading, at: number): Pair | null {
  const [part, whole] = [at - 2, at - 1];
  const { sentence } = reading.claims[at]!;
  if (part < 0 || sentence < 0 || reading.claims[part]!.sentence !== sentence) return null;
  const told = /^\s*(?:再|被)?除以/.test(gapBehind(reading, part)) && /^[^；;）)]*[得为是即=＝约]\s*$/.test(gapBefore(reading, at));
  return told && isOperand(reading, part) && isOperand(reading, whole) ? { part, whole } : null;
}

/** 生师比〔12〕: a note says how it is counted. */
export function isDefined(reading: Reading, at: number): boolean {
  return /[〔[【]\d{1,2}[〕\]】]\s*(?:为|达到?|是)?\s*$/.test(gapBefore(reading, at));
}

/** 甲30人，占某数的30%，其中乙5人: the share is of what stands right before it, whatever comes behind. */
export function isTakenByAnother(reading: Reading, at: number, { part, whole }: Pair): boolean {
  const { aspect, subject } = reading.claims[at]!;
  return aspect === "share" && subject === at - 1 && isOperand(reading, subject) && part !== subject && whole !== at - 2 && part > at;
}

/** A share, a ratio, a multiple or a value per head. */
export const isQuotient = (reading: Reading, at: number): boolean =>
  /^(?:share|ratio|times)$/.test(reading.quantities[at]!.kind) || reading.claims[at]!.aspect === "perHead";
