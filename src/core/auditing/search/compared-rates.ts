/**
 * 高于全省2个百分点, 公办比民办多4000人: a value held against that of another body, both told in the text: the other by the same
 * sentence, in its brackets, or where the same rate of that body is told. Which is meant is read from the names; a miss is told
 * only where one slip explains it.
 */
import { absolute, compare, isZero, subtract } from "../../quantity/exact.ts";
import { add, subtract as apart, type Interval } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { bare, isExact, meet, printed, shownInterval } from "../relations/arithmetic.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { clauseBefore, gapBefore, gapBehind } from "./cues.ts";
import { absoluteOf } from "./interval.ts";
import { isOperand } from "./operands.ts";
import { digitsOf, middle, type Placed, slipped, suspect } from "./suspicion.ts";

interface Comparison {
  /** The words for what is compared; "" where it is what was told before. */
  readonly subject: string;
  /** The words for what it is compared with; "" for 二者相差. */
  readonly other: string;
  readonly direction: "up" | "down" | null;
  /** The figure of the other body, where it stands between. */
  readonly within: number | null;
}

const than = /^(.*?)(高于|低于|高出|超出|领先于?|落后于?|多于|少于|快于|慢于)([\u4e00-\u9fff“”]{2,16}?)(?:约|近|了)?\s*[（(]?$/;
const against = /^(.*?)(?:比|较)([\u4e00-\u9fff“”]{2,16}?)[（(]?(高出?|低|多出?|少|超出|领先|落后|快|慢)(?:了|约|近)*$/;
const differing = /^(?:(?:两者|二者|两项|前后|与([\u4e00-\u9fff“”]{2,12}?)))?(?:之间)?(?:相差|差距为?|差值为?)(?:了|约|近)?$/;
/** Other years are the business of changes. */
const earlier = /^(?:上一?年|去年|前一?年|上年|同期|年初|期初|往年|上学年|上届|计划前)|\d/;
const hollow = /平均水平|平均数|平均值|平均|均值|总体|水平|的|增速|增长率?|增幅|比例|占比|比重|[率数]$/g;

export function comparedRates(reading: Reading, sentence: number, placed: Placed): Relation[] {
  return reading.bySentence[sentence]!.flatMap((at): Relation[] => {
    const figure = reading.quantities[at]!;
    const inPercent = figure.kind === "share" && figure.unit === "%";
    if (figure.kind !== "points" && !inPercent && !isOperand(reading, at)) return [];
    if (!isExact(figure) || placed.held.has(at) || placed.told.has(at) || reading.corrupt.has(at)) return [];
    const said = comparisonBefore(reading, at);
    if (said === null || /分别|各/.test(said.subject) || earlier.test(said.other)) return [];
    const kind = figure.kind === "points" || inPercent ? "rate" : figure.unit;
    const values = reading.bySentence[sentence]!.filter((index) => index !== at && isValue(reading, index, kind));
    const other = said.within ?? otherOf(reading, said, values, at, kind);
    if (other === null) return [];
    const subjects = subjectsOf(reading, said, values, other, at);
    return subjects.length === 0 ? [] : test(reading, at, subjects, other, said, placed);
  });
}

/** 高于全省1.1个百分点: the difference from another body, no change from one year to the next. */
export function isFromOtherBody(reading: Reading, at: number): boolean {
  const said = comparisonBefore(reading, at);
  return said !== null && said.other !== "" && !earlier.test(said.other);
}

function comparisonBefore(reading: Reading, at: number): Comparison | null {
  const words = clauseBefore(reading, at).trim();
  const bracketed = /^[）)]\s*(?:高出?|低|多出?|少|约)?$/.test(gapBefore(reading, at).trim()) && at > 0;
  const lead = bracketed ? `${clauseOpen(reading, at - 1)}${gapBefore(reading, at).replace(/[）)\s]/g, "")}` : words;
  const within = bracketed ? at - 1 : null;
  const one = than.exec(lead);
  if (one) return { subject: one[1]!, other: one[3]!, direction: directionOf(one[2]!), within };
  const two = against.exec(lead);
  if (two) return { subject: two[1]!, other: two[2]!, direction: directionOf(two[3]!), within };
  const three = differing.exec(lead);
  return three ? { subject: "", other: three[1] ?? "", direction: null, within: null } : null;
}

/** The clause before a figure in a bracket that it opens. */
function clauseOpen(reading: Reading, index: number): string {
  return /[^，,。；;（(）)]*$/.exec(gapBefore(reading, index).replace(/\s*[（(]\s*$/, ""))![0];
}

const directionOf = (verb: string): "up" | "down" => (/低|少|落后|慢/.test(verb) ? "down" : "up");

/** A rate, or a count in the unit of the difference, that is no difference itself. */
function isValue(reading: Reading, index: number, kind: string): boolean {
  const { quantity, base } = reading.claims[index]!;
  if (reading.corrupt.has(index) || !isExact(quantity) || base === "from") return false;
  if (kind !== "rate") return quantity.unit === kind && isOperand(reading, index) && reading.claims[index]!.aspect === "level";
  if (quantity.kind !== "share" || quantity.unit !== "%") return false;
  // 低于全省平均48.6%，相差3.5个百分点: the rate of the other body, no difference.
  return /^(?:[，,]?(?:相差|差)|的)/.test(gapBehind(reading, index)) || comparisonBefore(reading, index) === null;
}

const coreOf = (words: string): string => words.replace(hollow, "");

const named = (reading: Reading, index: number, words: string): boolean => words.length > 1 && clauseOpen(reading, index).includes(words);

/** The value of the other body: in the sentence by its name, of two the one that is not just before, or told elsewhere under the same rate. */
function otherOf(reading: Reading, said: Comparison, values: readonly number[], at: number, kind: string): number | null {
  const core = coreOf(said.other);
  if (said.other === "") return values.length === 2 && values.every((index) => index < at) ? values[0]! : null;
  const inside = values.filter((index) => named(reading, index, core));
  if (inside.length > 0) return inside.length === 1 ? inside[0]! : null;
  const last = values.filter((index) => index < at).at(-1);
  if (kind !== "rate" || last === undefined || core.length < 2) return null;
  const measure = labelKey(reading.claims[last]!.label);
  if (measure.length < 2 || said.subject !== "") return null;
  const { aspect, period, sentence } = reading.claims[last]!;
  const elsewhere = ratesCalled(reading, measure).filter(
    (index) =>
      reading.claims[index]!.sentence !== sentence &&
      reading.claims[index]!.aspect === aspect &&
      reading.claims[index]!.period === period &&
      (reading.claims[index]!.scope === core || named(reading, index, core)),
  );
  return elsewhere.length === 1 ? elsewhere[0]! : null;
}

const byMeasure = new WeakMap<Reading, ReadonlyMap<string, readonly number[]>>();

/** Rates by the last signs of their labels: 毕业生就业率 is told as 就业率 too. */
function ratesCalled(reading: Reading, measure: string): readonly number[] {
  let known = byMeasure.get(reading);
  if (!known) {
    const found = new Map<string, number[]>();
    for (const [index, claim] of reading.claims.entries()) {
      if (claim.sentence < 0 || claim.label.length < 2 || !isValue(reading, index, "rate")) continue;
      const key = labelKey(claim.label).slice(-2);
      const list = found.get(key);
      if (list) list.push(index);
      else found.set(key, [index]);
    }
    byMeasure.set(reading, (known = found));
  }
  return (known.get(measure.slice(-2)) ?? []).filter((index) => {
    const key = labelKey(reading.claims[index]!.label);
    return key.endsWith(measure) || measure.endsWith(key);
  });
}

function subjectsOf(reading: Reading, said: Comparison, values: readonly number[], other: number, at: number): number[] {
  const rest = values.filter((index) => index !== other && index < Math.max(at, other));
  const core = coreOf(said.subject.replace(/^(?:其中|而|且|并|也|均|同时)/, ""));
  if (core.length > 1) return rest.filter((index) => named(reading, index, core) && !named(reading, index, coreOf(said.other)));
  const before = rest.filter((index) => index < at && (said.other === "" || !named(reading, index, coreOf(said.other))));
  return said.subject === "" ? before : [];
}

function test(reading: Reading, at: number, subjects: readonly number[], other: number, said: Comparison, placed: Placed): Relation[] {
  const figure = reading.quantities[at]!;
  const reference = reading.quantities[other]!;
  const difference = (index: number): Interval => absoluteOf(apart(reading.quantities[index]!.interval, reference.interval));
  const fitting = subjects.find((index) => meet(difference(index), figure.interval));
  const inPercent = figure.kind === "share";
  if (fitting !== undefined && inPercent)
    return digitsOf(reading, at) + digitsOf(reading, other) < 4 ? [] : [inPoints(reading, at, fitting, other)];
  if (fitting !== undefined) {
    const order = compare(reading.quantities[fitting]!.value, reference.value);
    const wrong = said.direction !== null && order !== 0 && order > 0 !== (said.direction === "up");
    return wrong && digitsOf(reading, at) + digitsOf(reading, other) > 3
      ? [opposite(reading, at, fitting, other)]
      : [held(at, fitting, other)];
  }
  const [subject] = subjects;
  if (inPercent || subject === undefined || subjects.length > 1) return [];
  const near = reading.claims[other]!.sentence === reading.claims[at]!.sentence;
  if (digitsOf(reading, at) < 2 && !(near && digitsOf(reading, subject) + digitsOf(reading, other) > 4)) return [];
  if (placed.told.has(subject) || placed.told.has(other)) return [];
  const now = reading.quantities[subject]!;
  const above = compare(now.value, reference.value) > 0;
  const needs = new Map([
    [at, difference(subject)],
    [subject, above ? add(reference.interval, figure.interval) : apart(reference.interval, figure.interval)],
    [other, above ? apart(now.interval, figure.interval) : add(now.interval, figure.interval)],
  ]);
  const value = middle(needs.get(at)!);
  if (value === null || isZero(value) || slipped(reading, needs, placed).length === 0) return [];
  const formula = above ? `${bare(now)} - ${bare(reference)}` : `${bare(reference)} - ${bare(now)}`;
  const exactly = absolute(subtract(now.value, reference.value));
  const shown = shownInterval({ low: { value: exactly, closed: true }, high: { value: exactly, closed: true } }, figure);
  return [suspect(reading, "DELTA", [at, subject, other], { formula, value: shown, needs })];
}

function inPoints(reading: Reading, at: number, subject: number, other: number): Relation {
  const [figure, now, reference] = [at, subject, other].map((index) => reading.quantities[index]!);
  return broken([at, subject, other], {
    code: "PP",
    tier: "warning",
    message: {
      zh: `${printed(now!)}与${printed(reference!)}之差应以“个百分点”计，文中写作${printed(figure!)}`,
      en: `${printed(now!)} and ${printed(reference!)} differ by percentage points, the text says ${printed(figure!)}`,
    },
    proof: `|${bare(now!)} - ${bare(reference!)}| = ${bare(figure!)}个百分点`,
    at: [at, subject, other],
    suggestions: [{ zh: `改为“${bare(figure!)}个百分点”`, en: `write ${bare(figure!)} percentage points` }],
  });
}

function opposite(reading: Reading, at: number, subject: number, other: number): Relation {
  const [now, reference] = [reading.quantities[subject]!, reading.quantities[other]!];
  const above = compare(now.value, reference.value) > 0;
  return broken([at, subject, other], {
    code: "DIR",
    tier: "warning",
    message: {
      zh: `${printed(now)}${above ? "高于" : "低于"}${printed(reference)}，文中说法相反`,
      en: `${printed(now)} is ${above ? "above" : "below"} ${printed(reference)}: the text says the opposite`,
    },
    proof: `${bare(now)} ${above ? ">" : "<"} ${bare(reference)}`,
    at: [at, subject, other],
  });
}
