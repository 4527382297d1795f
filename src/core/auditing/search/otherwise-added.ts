/** What else figures may be than the sum of those that they were read with: a choice, a rest, a mean, parts of another total. */
import { absolute, add, compare, type Exact, exact, multiply, subtract, zero } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import { hundred, isExact, meet, quotient, total, verdict } from "../relations/arithmetic.ts";
import type { Reading, Relation } from "../relations/relation.ts";
import { wordsBefore } from "./otherwise-around.ts";
import { digitsOf } from "./suspicion.ts";

/** No parts of it all but some of it: 参演节目214个，评出一等奖32个、…，获奖面76.6%; the rest or the share is printed beside them. */
export function chosenAmong(reading: Reading, { operands, finding }: Relation): readonly number[] | null {
  const [whole, ...parts] = operands as [number, ...number[]];
  if (operands.some((index) => reading.claims[index]!.aspect === "change")) return null;
  const sum = total(parts.map((index) => reading.quantities[index]!.interval));
  const all = reading.quantities[whole]!;
  // 总投资9480万元，已下达5280万元，今年3200万元，其余1000万元: what is missing is printed.
  const values = operands.map((index) => reading.quantities[index]!.value);
  const largest = values.reduce((left, right) => (compare(left, right) > 0 ? left : right));
  const others = values.filter((value) => value !== largest).reduce(add, zero);
  const rest = point(absolute(subtract(largest, others)));
  const share = quotient(sum, all.interval, hundred);
  const inTable = reading.claims[whole]!.sentence < 0;
  const beside = inTable
    ? besideCells(reading, operands)
    : [...new Set(operands.map((index) => reading.claims[index]!.sentence))].flatMap((sentence) => reading.bySentence[sentence] ?? []);
  const shown = beside.find((index) => {
    const figure = reading.quantities[index]!;
    if (operands.includes(index) || !isExact(figure)) return false;
    if (!inTable && figure.unit === all.unit && digitsOf(reading, index) > 2 && meet(sum, figure.interval)) return true;
    if (figure.kind === "share") return share !== null && verdict(share, figure) === "held";
    return figure.unit === all.unit && digitsOf(reading, index) > (inTable ? 3 : 1) && meet(rest, figure.interval);
  });
  // 其余8个市州合计17.98万人: of others than those told before, unless it was read as what they leave.
  const isRest = !finding!.proof.includes(" - ") && whole > Math.max(...parts);
  if (leavesRest(reading, parts) || (isRest && /(?:其余|其他|其它)[^，。；]{0,14}$/.test(wordsBefore(reading, whole)))) return operands;
  if (inTable && (isMean(reading, whole, parts) || isExplained(reading, whole))) return operands;
  // 正高级27人、副高级151人、…，高级职称共178人: of the first of them, or of the one before them too.
  const before = inTable ? undefined : beside[beside.indexOf(Math.min(...parts)) - 1];
  const longer = before !== undefined && before !== whole && reading.quantities[before]!.unit === all.unit ? [before, ...parts] : null;
  const runs = [
    ...runsOf(parts).filter((run) => digitsOf(reading, whole) > 2 || run.length >= Math.max(3, parts.length - 1)),
    ...(longer && parts.length > 2 ? [longer, longer.slice(0, -1)] : []),
  ];
  const run = runs.find((each) => meet(total(each.map((index) => reading.quantities[index]!.interval)), all.interval));
  if (run) return [whole, ...run];
  return shown === undefined ? amongTheParts(reading, operands) : [...operands, shown];
}

/** Two or more neighbours, not all of them. */
const runsOf = (parts: readonly number[]): number[][] =>
  (parts.length > 24 ? [] : parts)
    .flatMap((_, from) => parts.slice(from + 1).map((__, length) => parts.slice(from, from + length + 2)))
    .filter((run) => run.length < parts.length);

/** 班均人数: a line between the least and the greatest of the others is no sum of them. */
function isMean(reading: Reading, whole: number, parts: readonly number[]): boolean {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  return (
    parts.length > 2 &&
    (/均|率|占比|比例/.test(reading.claims[whole]!.label) ||
      (parts.some((index) => compare(value(index), value(whole)) > 0) &&
        parts.some((index) => compare(value(index), value(whole)) < 0) &&
        parts.every((index) => compare(value(index), zero) > 0) &&
        spreadIsSmall(parts.map(value))))
  );
}

/** Of one size: means of groups, rather than a total and its parts. */
function spreadIsSmall(values: readonly Exact[]): boolean {
  const [low, high] = [values.reduce((a, b) => (compare(a, b) < 0 ? a : b)), values.reduce((a, b) => (compare(a, b) > 0 ? a : b))];
  return compare(high, multiply(low, exact(2))) < 0;
}

/** A note below the table says that its total is no sum: 同一企业只计1家，合计小于分项之和. */
function isExplained(reading: Reading, whole: number): boolean {
  const { start } = reading.quantities[whole]!;
  const table = reading.document.blocks.find((block) => block.kind === "table" && block.start <= start && start < block.end);
  if (!table) return false;
  return /(?:[小少大多]于|不等于|不是)[^。，；]{0,8}(?:分项|各项|合计|总和|之和)|重复|去重|交叉|[只按]计?[1一][家人所个]/.test(
    reading.document.text.slice(table.end, table.end + 160),
  );
}

/** Figures of the table before and among its cells: a total counts a line more, 年末结转和结余. */
function besideCells(reading: Reading, operands: readonly number[]): number[] {
  const [from, to] = [Math.min(...operands), Math.max(...operands)];
  return Array.from({ length: Math.min(to - from, 80) + 5 }, (_, place) => from - 2 + place).filter(
    (index) => reading.claims[index] !== undefined && reading.claims[index]!.sentence < 0,
  );
}

/** 中央1.62亿元、省级0.59亿元，其余由市县承担: nobody says how much that is. */
function leavesRest(reading: Reading, parts: readonly number[]): boolean {
  const last = Math.max(...parts.map((index) => reading.quantities[index]!.end));
  return /^[，,；;]\s*(?:其余|剩余|余下)(?![^，。；;]{0,24}\d)/.test(reading.document.text.slice(last, last + 30));
}

/** All of them are parts: with their neighbours they make another total of the sentence or of the one before. */
function amongTheParts(reading: Reading, operands: readonly number[]): readonly number[] | null {
  const { sentence } = reading.claims[operands[0]!]!;
  if (sentence < 0 || operands.some((index) => reading.claims[index]!.sentence !== sentence)) return null;
  const { unit } = reading.quantities[operands[0]!]!;
  const alike = (each: number): number[] =>
    (reading.bySentence[each] ?? []).filter(
      (index) => reading.quantities[index]!.unit === unit && reading.quantities[index]!.kind === "number",
    );
  const here = alike(sentence);
  const places = operands.map((index) => here.indexOf(index));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const totals = [...alike(sentence - 1), ...here];
  for (let first = Math.max(0, from - 3); first <= from; first += 1)
    for (let last = to; last < Math.min(here.length, to + 4); last += 1) {
      const run = here.slice(first, last + 1);
      if (run.length < 3) continue;
      const sum = total(run.map((index) => reading.quantities[index]!.interval));
      const whole = totals.find(
        (index) => !run.includes(index) && isExact(reading.quantities[index]!) && meet(sum, reading.quantities[index]!.interval),
      );
      if (whole !== undefined) return [whole, ...run];
    }
  return null;
}

/** 接待6.01万人次，其中小学生2.84万人次、初中生3.17万人次；教师143人: they make it without the one of another unit. */
export function withoutOdd(reading: Reading, { operands }: Relation): readonly number[] | null {
  const [, whole, ...rest] = operands;
  if (whole === undefined || rest.length < 2) return null;
  const [sum, all] = [total(rest.map((index) => reading.quantities[index]!.interval)), reading.quantities[whole]!.interval];
  return meet(sum, all) ? [whole, ...rest] : null;
}
