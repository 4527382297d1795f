/**
 * What speaks for a total and its parts that do not agree: how rarely such numbers would come so near each other by chance,
 * against how firmly the sentence is built as one total and all of its parts. Neither needs a word to be known beforehand
 * where the other is strong.
 */
import { absolute, compare, divide, type Exact, subtract } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { Reading } from "../relations/relation.ts";
import { gapBefore, gapBehind } from "./cues.ts";
import type { Needs } from "./suspicion.ts";

export interface Group {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** How the sentence holds the group together. */
export interface Structure {
  /** No value of the unit stands beside it. */
  readonly all: boolean;
  /** 共, 其中 and the like. */
  readonly called: boolean;
  /** The names are kinds of one thing. */
  readonly bound: boolean;
  /** One of the parts is itself the sum of values of the sentence. */
  readonly nested: boolean;
  /** The words say that nothing is left out. */
  readonly complete: boolean;
}

const number = ({ numerator, denominator }: Exact): number => Number(numerator) / Number(denominator);

/** How often numbers that have nothing to do with each other would be as near: mended by one slip, or by so little apart. */
export function chanceOf(
  reading: Reading,
  { whole }: Group,
  added: Exact,
  needs: Needs,
  open: readonly number[],
  culprits: readonly number[],
): number {
  const total = reading.quantities[whole]!.value;
  const larger = compare(added, total) > 0 ? added : total;
  const near = 2 * number(divide(absolute(subtract(added, total)), larger));
  // Any of the open figures might have been the one, by any of four kinds of slip.
  const slips = culprits.map((index) => 4 * open.length * slipChance(reading, index, needs.get(index)));
  return Math.min(near, ...slips, 1);
}

/** How often the slip that mends this figure would lead from it to a number drawn at random. */
function slipChance(reading: Reading, index: number, needed: Interval | undefined): number {
  const { value, step } = reading.quantities[index]!;
  if (!needed?.low) return 1;
  const times = number(divide(value, needed.low.value));
  if (times === 10_000 || times === 0.0001) return 0.0001;
  const [said, right] = [value, needed.low.value].map((each) => String(Math.round(number(divide(each, step))))) as [string, string];
  // 300 for 500 says no more than 3 for 5.
  const digits = said.length === right.length ? said.length - Math.min(zeros(said), zeros(right)) : said.length;
  if (said.length < right.length) return (10 * (digits + 1)) / (9 * 10 ** digits);
  if (said.length > right.length) return digits / (9 * 10 ** (digits - 2));
  const exchanged = [...said].sort().join("") === [...right].sort().join("");
  return exchanged ? (digits - 1) / (9 * 10 ** (digits - 1)) : digits / 10 ** (digits - 1);
}

const zeros = (digits: string): number => digits.length - digits.replace(/0+$/, "").length;

/** What chance may leave, by how the sentence is built. */
export function allowed({ all, called, bound, nested, complete }: Structure): number {
  return Math.min(0.5, 0.001 * (all ? 5 : 1) * (called ? 2 : 1) * (bound ? 4 : 1) * (nested ? 5 : 1) * (complete ? 25 : 1));
}

const behindParts = /(?:共|合计|总计|合起来|相加|加起来|加在一起|加总|一起|之和|总和|总数|总量|总额|累计)[^，。；、（(]{0,10}$/;
const beforeParts =
  /由|分为|分成|分作|划分|拆分|细分|构成|组成|之和|加上|其余|余为|余下|剩下|[两二三几]部分|[几两]类|按[^，。；]{1,8}分|一是|一类|如下|明细|类别|分类|分项/;

/** 由…构成, 分为, 其余, 之和, or the total told last with 共: the words say that there is nothing else. */
export function isComplete(reading: Reading, { whole, parts }: Group): boolean {
  const { text } = reading.document;
  const last = parts.at(-1)!;
  if (whole > last) return behindParts.test(/[^，,。；;]*$/.exec(gapBefore(reading, whole))![0]);
  const joint = text.slice(reading.quantities[whole]!.end, reading.quantities[parts[0]!]!.start);
  const before = text.slice(reading.quantities[parts.at(-2) ?? whole]!.end, reading.quantities[last]!.start);
  return (
    beforeParts.test(joint) ||
    /其余|余为|余下|剩下|加上/.test(before) ||
    /^[^，。；]{0,8}(?:构成|组成|之和|[两三几]部分)/.test(gapBehind(reading, last))
  );
}

/** 90个县，其中东部2个省份30个县，西部5个省份60个县: beside parts with the noun of their whole, one with another noun is none. */
export function isOfOneNoun(reading: Reading, { whole, parts }: Group): boolean {
  if (reading.quantities[whole]!.unit !== "个") return true;
  const nounOf = (index: number): string => /^[\u4e00-\u9fff]?/.exec(gapBehind(reading, index))![0];
  const noun = nounOf(whole);
  const nouns = parts.map(nounOf);
  return noun === "" || !nouns.includes(noun) || nouns.every((each) => each === noun || each === "");
}
