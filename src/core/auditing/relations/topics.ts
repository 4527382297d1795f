/** What a paragraph or an item speaks of, where that makes one label two facts: 教学区：占地300亩 and 生活区：占地200亩. */
import { labelKey } from "../claims/words.ts";
import { firstAt } from "../document.ts";
import type { Reading } from "./relation.ts";

/** Whether two claims stand under heads, or within wholes, of other names. */
export function ofOtherTopics(reading: Reading, left: number, right: number): boolean {
  const [one, other] = [left, right].map((index) => lineOf(reading, index)) as [Line, Line];
  if (one.start === other.start) return false;
  const heads = [one, other].map(({ text }) => head.exec(text)?.[1] ?? "");
  if (heads[0] !== "" && heads[1] !== "" && heads[0] !== heads[1]) return true;
  const items = [one, other].map((line) => itemBefore(reading, line));
  if (items[0] && items[1] && items[0].start !== items[1].start && firstName(reading, items[0]) !== firstName(reading, items[1]))
    return true;
  if (![left, right].every((index) => isPart(reading, index))) return false;
  const wholes = [one, other].map((line) => firstName(reading, line));
  return wholes[0] !== "" && wholes[1] !== "" && wholes[0] !== wholes[1];
}

/** - 教学区：, 中等职业学校：, (2)地方助学金： */
const head = /^[\s\-*•·◆●]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*)?([^，,。；;：:\d（(]{2,14})[：:]/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const numbered = /^\s*[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]/;

/** 1、接待游客50万人次；⏎收入3亿元；: a line without a number is of the item right before it. */
function itemBefore(reading: Reading, { start, text }: Line): Line | null {
  if (start === 0 || numbered.test(text)) return null;
  const before = reading.document.text.lastIndexOf("\n", start - 2) + 1;
  const line = { start: before, end: start - 1, text: reading.document.text.slice(before, start - 1) };
  return numbered.test(line.text) ? line : null;
}

function lineOf(reading: Reading, index: number): Line {
  const { text } = reading.document;
  const at = reading.quantities[index]!.start;
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return { start, end: end < 0 ? text.length : end, text: text.slice(start, at) };
}

/** 其中 opens its sentence, or stands before it. */
function isPart(reading: Reading, index: number): boolean {
  const sentence = reading.sentences[reading.claims[index]!.sentence];
  return sentence !== undefined && /其中/.test(reading.document.text.slice(sentence.start, reading.quantities[index]!.start));
}

/** The name of the first value of a line: that which it is about. */
function firstName(reading: Reading, { start, end }: Line): string {
  let at = firstAt(reading.quantities, start);
  for (; at < reading.quantities.length && reading.quantities[at]!.start < end; at += 1) {
    const { aspect, label } = reading.claims[at]!;
    if (aspect === "level" && label !== "") return labelKey(label);
  }
  return "";
}
