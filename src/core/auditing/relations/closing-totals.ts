/** Totals told behind their parts (甲31项、乙20项，共51项), and wholes with 有 before theirs (8名选手中有6名…、2名…). */
import { compare, sum as addedUp } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { isExact, meet, printed, shownLike, sumLine, total } from "./arithmetic.ts";
import { parallel } from "./categories.ts";
import { isExplained } from "./certainty.ts";
import { broken, held, type Reading, type Relation, weaklyHeld } from "./relation.ts";

const closing =
  /^[\u4e00-\u9fff“”]{0,8}[，,]?\s*(?:组成|构成)?[，,]?\s*(?:(?:合计|共计|总计|总共|一共)(?:为|是|有|达)?[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff]{0,6}?共(?:计|有)?)\s*(?:为|是|达)?$/;
/** 共同构成了我校的新生，总数为 · 以上各项相加即为在校生总数 · 专任教师合计 */
const told =
  /^[\u4e00-\u9fff“”]{0,8}[，,]?[^，,。；其]{0,16}(?:共同构成|共同组成|相加|之和|合计|共计|总计|加总|汇总|累加|合并计算|三者|两者|四者)[^，,。；]{0,14}(?:[，,]?(?:总数|合计|共计|总计)(?:为|是|达)?)?\s*$/;
/** …7040人，汇总起来，本省毕业生一共N人: only kinds of one sort so far from their total. */
const farther = /^[^。；;\d（(]{0,40}(?:合计|共计|总计|总共|一共|累计)[^，,。；\d]{0,8}$/;
const joined = /^[\u4e00-\u9fff“”]{0,6}[、和及与]\s*[\u4e00-\u9fff“”A-Za-z+]{0,14}$/;

/** …人，与行政人员…一起: what stands before belongs to the list. */
const joining = /[连会]同|加上|[外另]加|[，,；;。]\s*再?[与和同加连][\u4e00-\u9fff“”]{2,14}$/;

export function closingTotals(reading: Reading): Relation[] {
  return reading.bySentence.flatMap((indexes) =>
    indexes.flatMap((at, position) =>
      [closed(reading, indexes, position), having(reading, indexes, position)].flatMap((relation) => (relation === null ? [] : [relation])),
    ),
  );
}

function gap(reading: Reading, left: number, right: number): string {
  return reading.document.text.slice(reading.quantities[left]!.end, reading.quantities[right]!.start);
}

function isPart(reading: Reading, index: number): boolean {
  return (
    reading.claims[index]!.aspect === "level" &&
    reading.quantities[index]!.kind === "number" &&
    reading.quantities[index]!.unit !== "" &&
    isExact(reading.quantities[index]!) &&
    !reading.corrupt.has(index)
  );
}

/** Parts between commas are a list only when they are kinds of one sort. */
const commaJoined = /^[\u4e00-\u9fff“”]{0,6}[，,]\s*[\u4e00-\u9fff“”]{2,14}$/;

/** 项 and 个 count the same things. */
const alike = (left: string, right: string): boolean => left === right || (/^[个项]$/.test(left) && /^[个项]$/.test(right));

function closed(reading: Reading, indexes: readonly number[], position: number): Relation | null {
  const whole = indexes[position]!;
  if (position < 2 || !isPart(reading, whole)) return null;
  let first = position - 1;
  if (!isPart(reading, indexes[first]!)) return null;
  const joint = gap(reading, indexes[first]!, whole);
  // 三者合计占在校生4500人的93.6%: the base of their share.
  if (/^\s*等|占/.test(joint) || !(closing.test(joint) || told.test(joint) || farther.test(joint))) return null;
  const { unit } = reading.quantities[indexes[first]!]!;
  while (
    first > 0 &&
    (joined.test(gap(reading, indexes[first - 1]!, indexes[first]!)) ||
      commaJoined.test(gap(reading, indexes[first - 1]!, indexes[first]!))) &&
    isPart(reading, indexes[first - 1]!) &&
    reading.quantities[indexes[first - 1]!]!.unit === unit
  )
    first -= 1;
  // A list that goes on before its first exact part is not all here.
  if (first > 0) {
    const before = gap(reading, indexes[first - 1]!, indexes[first]!);
    if (
      joined.test(before) ||
      (commaJoined.test(before) &&
        reading.quantities[indexes[first - 1]!]!.unit === unit &&
        reading.claims[indexes[first - 1]!]!.aspect === "level")
    )
      return null;
  }
  const parts = indexes.slice(first, position);
  // 专任教师由…构成，计300人；与行政人员23名…一起，共…: the list begins with a value further before.
  if (first > 0 && joining.test(gap(reading, indexes[first - 1]!, indexes[first]!))) {
    const earlier = indexes[first - 1]!;
    if (!isPart(reading, earlier) || reading.quantities[earlier]!.unit !== unit) return null;
    parts.unshift(earlier);
    return meet(total(parts.map((index) => reading.quantities[index]!.interval)), reading.quantities[whole]!.interval)
      ? held(whole, ...parts)
      : null;
  }
  const commas = parts.slice(1).some((index, at) => commaJoined.test(gap(reading, parts[at]!, index)));
  if ((commas || !(closing.test(joint) || told.test(joint))) && !parallel(parts.map((index) => labelKey(reading.claims[index]!.label))))
    return null;
  if (parts.length < 2 || !alike(unit, reading.quantities[whole]!.unit)) return null;
  const clauses = parts.slice(1).some((part, at) => gap(reading, parts[at]!, part).includes("的"));
  return compareTotal(reading, whole, parts, clauses ? "warning" : "proof");
}

/** 8名选手有6名获一等奖、2名获二等奖: the parts make the whole, or they do not say that they do. */
function having(reading: Reading, indexes: readonly number[], position: number): Relation | null {
  const whole = indexes[position]!;
  const parts: number[] = [];
  if (!isPart(reading, whole)) return null;
  const { unit } = reading.quantities[whole]!;
  for (let at = position + 1; at < indexes.length; at += 1) {
    const between = gap(reading, indexes[at - 1]!, indexes[at]!);
    const fits =
      at === position + 1 ? /^[\u4e00-\u9fff“”]{0,8}(?:中|里)?[，,]?有$/.test(between) : /^[\u4e00-\u9fff“”]{0,10}[、，,和]$/.test(between);
    if (!fits || !isPart(reading, indexes[at]!) || reading.quantities[indexes[at]!]!.unit !== unit) break;
    parts.push(indexes[at]!);
  }
  if (parts.length < 2) return null;
  const sum = total(parts.map((index) => reading.quantities[index]!.interval));
  if (meet(sum, reading.quantities[whole]!.interval)) return held(whole, ...parts);
  return sum.low !== null && sum.low.value.numerator > reading.quantities[whole]!.value.numerator
    ? compareTotal(reading, whole, parts, "warning")
    : null;
}

function compareTotal(reading: Reading, whole: number, parts: readonly number[], tier: "proof" | "warning"): Relation {
  const quantity = reading.quantities[whole]!;
  const sum = total(parts.map((index) => reading.quantities[index]!.interval));
  if (meet(sum, quantity.interval)) return held(whole, ...parts);
  const figures = parts.map((index) => reading.quantities[index]!);
  const added = shownLike(addedUp(figures.map(({ value }) => value)), quantity);
  const relation = broken([whole, ...parts], {
    code: "SUM",
    tier,
    message: { zh: `各项之和为${added}，合计写作${printed(quantity)}`, en: `the parts make ${added}, the total says ${printed(quantity)}` },
    proof: sumLine(figures, "≠", quantity),
    at: [whole, ...parts],
    suggestions: [{ zh: `若各项无误，合计应为${added}`, en: `if the parts are right, the total is ${added}` }],
  });
  return mayOverlap(reading, whole, parts, sum) && !isExplained(reading, relation) ? weaklyHeld(whole, ...parts) : relation;
}

/** 甲专业可报的岗位300个、乙专业可报的岗位260个，共410个: what two have in common is counted once in what both have. */
function mayOverlap(reading: Reading, whole: number, parts: readonly number[], sum: Interval): boolean {
  const { value } = reading.quantities[whole]!;
  return (
    sum.low !== null &&
    compare(sum.low.value, value) > 0 &&
    parts.every((part) => compare(reading.quantities[part]!.value, value) <= 0) &&
    parts.slice(1).some((part, at) => gap(reading, parts[at]!, part).includes("的"))
  );
}
