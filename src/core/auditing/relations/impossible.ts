/** Values that cannot be: a rate over 100, a fraction of a person, a share of more than the whole. */
import { compare, isInteger } from "../../quantity/exact.ts";
import { hundred, printed } from "./arithmetic.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

/** Rates that may exceed 100: plans overfulfilled, gross enrolment, growth. */
const mayExceed =
  /完成率|完成|到位|兑现|入学率|增长|增幅|增速|达成|利用率|超|报到|需求|偿|负债|使用率|投入产出|上座|到账|执行率|回报|毛|录取率/;
const boundedName = /(?:率|满意度|占比|比例|比重|覆盖面)$/;

export function impossibleRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    const { quantity } = claim;
    if (reading.corrupt.has(at)) return [];
    if (quantity.unit === "%" && quantity.hedge === null && quantity.kind === "share" && compare(quantity.value, hundred) > 0) {
      const bounded =
        claim.aspect === "share"
          ? claim.base !== null &&
            claim.base !== "" &&
            /占[^，。；]{0,20}$/.test(reading.document.text.slice(Math.max(0, quantity.start - 24), quantity.start)) &&
            !mayExceed.test(claim.base + claim.label)
          : claim.aspect === "rate" &&
            boundedName.test(claim.label) &&
            !mayExceed.test(reading.document.text.slice(Math.max(0, quantity.start - 20), quantity.start));
      if (!bounded) return [];
      return [
        broken([at], {
          code: "RANGE",
          tier: "proof",
          message: {
            zh: `“${claim.label || `占${claim.base}`}”不可能超过100%，文中为${printed(quantity)}`,
            en: `a share cannot exceed 100%, the text says ${printed(quantity)}`,
          },
          proof: `${printed(quantity)} > 100%`,
          at: [at],
        }),
      ];
    }
    if (
      claim.aspect === "level" &&
      quantity.kind === "number" &&
      quantity.hedge === null &&
      /^(?:人|人次|所|家|册|名)$/.test(quantity.unit) &&
      !isInteger(quantity.value) &&
      !/均|平均|每/.test(claim.label + reading.document.text.slice(Math.max(0, quantity.start - 16), quantity.start))
    )
      return [
        broken([at], {
          code: "RANGE",
          tier: "proof",
          message: { zh: `${printed(quantity)}不是整数，“${quantity.unit}”只能是整数`, en: `${printed(quantity)} is no whole number` },
          proof: `${printed(quantity)}带小数`,
          at: [at],
        }),
      ];
    return [];
  });
}
