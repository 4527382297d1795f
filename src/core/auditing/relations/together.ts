/**
 * Shares of several values together, 幼儿园30所、小学4所，占民办学校的94.4%, and of what its parts make, 男320人，女480人，女占60%:
 * where such a reading gives the printed share, the words were misread, not the figure mistyped.
 */
import { hundred, isExact, quotient, total, verdict } from "./arithmetic.ts";
import { type Reading, type Relation, weaklyHeld } from "./relation.ts";

/** The relations, without shares blamed that hold of several values together. */
export function unlessTogether(reading: Reading, relations: readonly Relation[]): Relation[] {
  return relations.map((relation) => {
    const { finding, operands } = relation;
    if (finding === undefined || !/^(?:SHARE|BASE)$/.test(finding.code) || finding.tier === "note" || operands.length < 3) return relation;
    const given = together(reading, operands[0]!, operands.slice(1));
    return given === null ? relation : weaklyHeld(...given);
  });
}

/** The figures that give the share together, or null. */
function together(reading: Reading, share: number, of: readonly number[]): readonly number[] | null {
  const figure = reading.quantities[share]!;
  if (figure.unit !== "%" || !isExact(figure)) return null;
  const precise = figure.digits.end - figure.digits.start > 3;
  for (const part of of)
    for (const run of runsWith(reading, part, share)) {
      const joined = total(run.map((index) => reading.quantities[index]!.interval));
      const among = run.length === 2 || precise;
      for (const whole of of)
        if (among && !run.includes(whole) && fits(joined, reading.quantities[whole]!.interval)) return [share, ...run, whole];
      // Of what they make together: only where the text names no base.
      if (!reading.claims[share]!.base && fits(reading.quantities[part]!.interval, joined)) return [share, ...run];
    }
  return null;

  function fits(numerator: typeof figure.interval, whole: typeof figure.interval): boolean {
    const computed = quotient(numerator, whole, hundred);
    return computed !== null && verdict(computed, figure) === "held";
  }
}

/** Two to four neighbouring values of one unit, before the share, with the given one among them. */
function runsWith(reading: Reading, part: number, share: number): number[][] {
  const { unit } = reading.quantities[part]!;
  const values = (reading.bySentence[reading.claims[share]!.sentence] ?? []).filter(
    (index) =>
      index < share && reading.claims[index]!.aspect === "level" && reading.quantities[index]!.unit === unit && !reading.corrupt.has(index),
  );
  const at = values.indexOf(part);
  if (at < 0) return [];
  const runs: number[][] = [];
  for (let first = Math.max(0, at - 3); first <= at; first += 1)
    for (let end = Math.max(at + 1, first + 2); end <= Math.min(values.length, first + 4); end += 1) runs.push(values.slice(first, end));
  return runs;
}
