/**
 * 在校生9360万人…。专任教师558万人。生师比16.76:1: the students and the teachers of the kind that the section speaks of, told in
 * the sentences or paragraphs before their ratio. How a 生师比 counts either is a matter of definition: one that does not come out
 * is told only where one slip explains it.
 */
import { compare, one } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { asRounded, isExact, quotient, verdict } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { isPrior } from "./cues.ts";
import { missOf, missTold } from "./division.ts";
import { isDefined, isOperand } from "./operands.ts";
import { type Placed, significance } from "./suspicion.ts";

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
  if (isDefined(reading, at) || compare(figure.value, one) <= 0 || significance(reading, at) < 3) return [];
  const miss = missOf(reading, { at, part: students, whole: teachers, factor: one }, placed);
  return miss && miss.culprits.length > 0 ? [missTold(reading, miss, { code: "RATIO", mark: "", first: miss.culprits[0]! })] : [];
}
