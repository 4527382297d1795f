/**
 * 在校生9360万人…。专任教师558万人。生师比16.76:1: the students and the teachers of the kind that the section speaks of, told in
 * the sentences or paragraphs before their ratio. How a 生师比 counts either is a matter of definition: one that does not come out
 * is told only where one slip explains it.
 */
import { compare, divide, exact, multiply, one } from "../../quantity/exact.ts";
import { between } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { asRounded, bare, isExact, quotient, shownInterval, verdict, roundedTo } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { isPrior } from "./cues.ts";
import { isOperand } from "./operands.ts";
import { isDefined } from "./operands.ts";
import { type Needs, type Placed, significance, slipped, suspect } from "./suspicion.ts";

/** How many paragraphs back the students may stand. */
const reach = 2;

export function teacherRatios(reading: Reading, placed: Placed): Relation[] {
  return reading.claims.flatMap((claim, at): Relation[] => {
    const quantity = reading.quantities[at]!;
    if (claim.sentence < 0 || placed.held.has(at) || placed.told.has(at) || !isExact(quantity) || reading.corrupt.has(at)) return [];
    if (!/^(?:生师比)$/.test(labelKey(claim.label).slice(-3)) || claim.base === "from" || isPrior(reading, at)) return [];
    if (quantity.kind !== "ratio" && !(quantity.kind === "number" && quantity.unit === "")) return [];
    const teachers = before(reading, at, /专任教师$/, 0);
    const students = before(reading, at, /(?:在校生|在校学生)$/, reach);
    return teachers === null || students === null ? [] : tested(reading, [at, students, teachers], placed);
  });
}

/** The nearest plain value of this name before, so many paragraphs back at most. */
function before(reading: Reading, at: number, name: RegExp, paragraphs: number): number | null {
  const blockOf = (index: number): number => reading.sentences[reading.claims[index]!.sentence]?.block ?? -1;
  for (let index = at - 1; index >= 0 && at - index < 40; index -= 1) {
    const claim = reading.claims[index]!;
    if (claim.sentence < 0 || blockOf(at) - blockOf(index) > paragraphs) return null;
    if (claim.aspect === "level" && isOperand(reading, index) && !isPrior(reading, index) && name.test(labelOf(reading, index)))
      return reading.quantities[index]!.unit === "人" ? index : null;
  }
  return null;
}

const labelOf = (reading: Reading, index: number): string => labelKey(reading.claims[index]!.label).replace(/[[〔【]\d+[\]〕】]/g, "");

function tested(reading: Reading, operands: readonly [number, number, number], placed: Placed): Relation[] {
  const [at, students, teachers] = operands;
  const figure = asRounded(reading.quantities[at]!);
  const computed = quotient(reading.quantities[students]!.interval, reading.quantities[teachers]!.interval, one);
  if (computed === null) return [];
  if (verdict(computed, figure) !== "off") return [held(...operands)];
  const { low, high } = figure.interval;
  if (isDefined(reading, at) || low === null || high === null || compare(low.value, exact(1)) <= 0 || significance(reading, at) < 3)
    return [];
  const [pupils, staff] = [reading.quantities[students]!.value, reading.quantities[teachers]!.value];
  const needs: Needs = new Map([
    [at, roundedTo(computed, figure)],
    [students, between(multiply(staff, low.value), multiply(staff, high.value))],
    [teachers, between(divide(pupils, high.value), divide(pupils, low.value))],
  ]);
  const wrong = slipped(reading, needs, placed);
  if (wrong.length === 0) return [];
  return [
    suspect(reading, "RATIO", operands, {
      formula: `${bare(reading.quantities[students]!)} ÷ ${bare(reading.quantities[teachers]!)}`,
      value: shownInterval(computed, figure),
      first: wrong[0]!,
      needs,
    }),
  ];
}
