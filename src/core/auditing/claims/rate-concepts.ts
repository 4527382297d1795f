/** 专业对口2539人，对口率85.0%: a short name of a rate is the indicator that counts the value before it and carries that word. */
import type { Formula } from "../../definition/formula.ts";
import type { KnowledgeIndex } from "../../definition/knowledge.ts";
import type { Claim } from "../claim.ts";
import { labelKey } from "./words.ts";

const rateEnd = /(?:率|比例|占比|比重)$/;

/** The claims with the concepts of such rates; a rate that has one, or that two indicators may be, stays as it is. */
export function withRateConcepts(claims: readonly Claim[], index: KnowledgeIndex): Claim[] {
  return claims.map((claim, at) => {
    const counted = claims[at - 1];
    if (claim.concept !== null || claim.aspect !== "rate" || claim.sentence < 0 || counted === undefined) return claim;
    if (counted.sentence !== claim.sentence || counted.concept === null || counted.aspect !== "level") return claim;
    const name = labelKey(claim.label);
    const stem = name.replace(rateEnd, "");
    if (!rateEnd.test(name) || stem.length < 2 || stem.length > 6) return claim;
    const found = index.knowledge.indicators.filter(
      ({ formula, unit, zh, aliases }) =>
        unit === "%" &&
        formula.kind === "quotient" &&
        isMeasure(formula.numerator) &&
        formula.numerator.code === counted.concept &&
        [zh, ...aliases].some((each) => labelKey(each).includes(stem)),
    );
    return found.length === 1 ? { ...claim, concept: found[0]!.code } : claim;
  });
}

const isMeasure = (formula: Formula): formula is Extract<Formula, { kind: "measure" }> => formula.kind === "measure" && !formula.members;
