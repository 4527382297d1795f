/**
 * Amounts and their per-head values imply a number of heads. Where two of them imply one that the text names, the
 * others are held against it: 占地89.01万平方米，生均43.0平方米 does not agree with 26,180 students, however they are called.
 */
import { compare, type Exact, one, zero } from "../../quantity/exact.ts";
import { contains, type Interval } from "../../quantity/interval.ts";
import { asRounded, bare, hundred, isExact, meet, quotient } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { directionBefore, gapBefore } from "./cues.ts";
import { missOf, missTold } from "./division.ts";
import { digitsOf, type Placed, significance } from "./suspicion.ts";

type Heads = "students" | "teachers" | "schools";

const words: readonly (readonly [Heads, RegExp, Exact])[] = [
  ["students", /(?:每百[名位个]?(?:在校)?学?生|百生)[^，。；;]{0,12}$/, hundred],
  ["students", /(?:生均|每[名位个]?(?:在校)?学?生)[^，。；;]{0,12}$/, one],
  ["teachers", /(?:师均|每[名位个]?(?:专任)?教师)[^，。；;]{0,12}$/, one],
  ["schools", /(?:校均|每所?学?校|所均)[^，。；;]{0,12}$/, one],
];
/** One of these stands in each of them. */
const ofHeads = /[每均]|百生/;
const named: Readonly<Record<Heads, RegExp>> = { students: /在校|学生|学籍|在籍/, teachers: /教师|师资/, schools: /校/ };
const counted: Readonly<Record<Heads, RegExp>> = { students: /^[人名]$/, teachers: /^[人名]$/, schools: /^[所个家]$/ };
/** Amounts that are spread over other heads than all of them. */
const ofOthers = /宿舍|寄宿|住宿|食堂|工位|实习|实训|资助|补助|奖|助学|新增|新生|毕业|培训|课时/;

interface PerHead {
  readonly heads: Heads;
  readonly at: number;
  readonly amount: number;
  readonly factor: Exact;
  readonly implied: Interval;
}

export function perHeadRelations(reading: Reading, placed: Placed): Relation[] {
  const values = reading.claims.flatMap((_, at) => perHeadAt(reading, at) ?? []);
  return (["students", "teachers", "schools"] as const).flatMap((heads) => {
    const group = values.filter((each) => each.heads === heads);
    if (group.length < 2) return [];
    const number = numberOf(reading, heads, group);
    return number === null ? [] : group.flatMap((each) => against(reading, each, number, placed) ?? []);
  });
}

function perHeadAt(reading: Reading, at: number): PerHead | null {
  const figure = reading.quantities[at]!;
  if (figure.kind !== "number" || !isExact(figure) || reading.corrupt.has(at)) return null;
  const gap = gapBefore(reading, at);
  const found = headsIn(gap);
  if (!found || directionBefore(reading, at) !== null) return null;
  if (/标准|要求|不低于|不少于|不足|达标/.test(gap) || compare(figure.value, zero) <= 0) return null;
  const [heads, , factor] = found;
  const amount = amountOf(reading, at);
  if (amount === null || ofOthers.test(gapBefore(reading, amount) + gap)) return null;
  const implied = quotient(reading.quantities[amount]!.interval, asRounded(figure).interval, factor);
  return implied === null ? null : { heads, at, amount, factor, implied };
}

function headsIn(gap: string): (typeof words)[number] | undefined {
  return ofHeads.test(gap) ? words.find(([, pattern]) => pattern.test(gap)) : undefined;
}

/** The amount of the same unit nearest before, or right behind with 共. */
function amountOf(reading: Reading, at: number): number | null {
  const figure = reading.quantities[at]!;
  const sentence = reading.bySentence[reading.claims[at]!.sentence] ?? [];
  const fits = (index: number): boolean => {
    const other = reading.quantities[index]!;
    return (
      other.kind === "number" &&
      other.unit === figure.unit &&
      other.unit !== "" &&
      isExact(other) &&
      !reading.corrupt.has(index) &&
      directionBefore(reading, index) === null &&
      !headsIn(gapBefore(reading, index))
    );
  };
  const behind = sentence[sentence.indexOf(at) + 1];
  if (behind !== undefined && fits(behind) && /^[，,（(]?[共合总]/.test(gapBefore(reading, behind).slice(-4))) return behind;
  return sentence.filter((index) => index < at && fits(index)).at(-1) ?? null;
}

/** The number of heads that the text names and at least two values imply. */
function numberOf(reading: Reading, heads: Heads, group: readonly PerHead[]): number | null {
  const candidates = reading.claims.flatMap((claim, index) => {
    const quantity = reading.quantities[index]!;
    const isCount =
      claim.aspect === "level" &&
      quantity.kind === "number" &&
      isExact(quantity) &&
      counted[heads].test(quantity.unit) &&
      named[heads].test(claim.label);
    return isCount ? [index] : [];
  });
  const support = (index: number): number =>
    new Set(group.filter((each) => meet(each.implied, reading.quantities[index]!.interval)).map((each) => each.amount)).size;
  // One place for each value, each weighed once: a long text names its heads hundreds of times.
  const distinct = new Map(candidates.toReversed().map((index) => [bare(reading.quantities[index]!), index]));
  let best: { readonly index: number; readonly support: number } | null = null;
  for (const index of distinct.values()) {
    const found = { index, support: support(index) };
    if (found.support >= 2 && (best === null || found.support > best.support)) best = found;
  }
  return best === null ? null : best.index;
}

function against(reading: Reading, { at, amount, factor, implied }: PerHead, number: number, placed: Placed): Relation[] | null {
  if (meet(implied, reading.quantities[number]!.interval)) return [held(at, amount, number)];
  if (digitsOf(reading, at) < 2 || significance(reading, at) < 2) return null;
  const miss = missOf(reading, { at, part: amount, whole: number, factor }, placed);
  // Two values of the text imply the heads.
  const wrong = miss?.culprits.filter((index) => index !== number) ?? [];
  if (!miss || wrong.length === 0 || contains(miss.computed, reading.quantities[at]!.value)) return null;
  return [missTold(reading, miss, { code: "PERCAP", mark: "", first: wrong[0]! })];
}
