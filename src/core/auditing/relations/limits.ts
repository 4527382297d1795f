/** The catalog's rules between two values (对口就业 ≤ 直接就业), over what the text prints. */
import { compare } from "../../quantity/exact.ts";
import type { Formula } from "../../definition/formula.ts";
import { labelKey } from "../claims/words.ts";
import { bare, isExact, printed } from "./arithmetic.ts";
import { isWholeScope, sectionOf, valueOf } from "./lookup.ts";
import { broken, type Reading, type Relation, weaklyHeld } from "./relation.ts";

const isMeasure = (formula: Formula): formula is Extract<Formula, { kind: "measure" }> => formula.kind === "measure" && !formula.members;

export function limitRelations(reading: Reading): Relation[] {
  const named = new Map<string, number[]>();
  for (const [index, claim] of reading.claims.entries()) {
    if (claim.concept === null || claim.aspect !== "level" || !isWholeScope(claim.scope) || reading.corrupt.has(index)) continue;
    const list = named.get(claim.concept);
    if (list) list.push(index);
    else named.set(claim.concept, [index]);
  }
  return reading.index.knowledge.checks.flatMap((check) => {
    if (check.rule.kind !== "atMost" || !isMeasure(check.rule.left) || !isMeasure(check.rule.right) || check.each.length > 0) return [];
    const { left, right } = check.rule;
    return (named.get(left.code) ?? []).flatMap((part) => {
      const whole = valueOf(reading, right.code, part);
      if (whole === null || sectionOf(reading, whole) !== sectionOf(reading, part)) return [];
      if (hasNearer(reading, part, whole)) return [];
      const [piece, base] = [reading.quantities[part]!, reading.quantities[whole]!];
      if (piece.unit !== base.unit || !isExact(piece) || !isExact(base)) return [];
      if (compare(piece.value, base.value) <= 0) return [weaklyHeld(part, whole)];
      return [
        broken([part, whole], {
          code: check.finding === "SUM" ? "SUBSET" : check.finding,
          tier: "warning",
          message: {
            zh: `${check.zh}：“${reading.claims[part]!.label}”${printed(piece)}，“${reading.claims[whole]!.label}”${printed(base)}`,
            en: `${check.en}: ${printed(piece)} against ${printed(base)}`,
          },
          proof: `${bare(piece)} > ${bare(base)}`,
          at: [part, whole],
          suggestions: [{ zh: check.repair, en: check.en }],
        }),
      ];
    });
  });
}

/** 扫盲教育教职工495人；专任教师232人: the sentence has a whole of its own, of another kind than the one found elsewhere. */
function hasNearer(reading: Reading, part: number, whole: number): boolean {
  const key = labelKey(reading.claims[whole]!.label);
  return (reading.bySentence[reading.claims[part]!.sentence] ?? []).some(
    (index) => index !== whole && index !== part && key !== "" && labelKey(reading.claims[index]!.label).endsWith(key),
  );
}
