/** Values that cannot be: a rate over 100, a fraction of a person, a share of more than the whole. */
import { compare, isInteger, one } from "../../quantity/exact.ts";
import { hundred, printed } from "./arithmetic.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

/** Rates that may exceed 100: plans overfulfilled, gross enrolment, growth, one body of people against another. */
const mayExceed =
  /完成|到位|兑现|落实|实现|进度|计划|任务|预算|目标|发放|入学率|增长|增幅|增速|达成|利用率|超|报到|需求|偿|负债|使用率|投入产出|上座|到账|执行|回报|毛|录取率|参[与训加]|出游|游客|培训|鉴定|人次|比率|比值|之比|[与和对][^，。；：]{1,14}(?:的|之)?(?:比例|比重|比)$/;
const boundedName = /(?:率|满意度|占比|比例|比重|覆盖面)$/;
/** Rates that are by their very name the part of a whole that is so. */
const partOfWhole =
  /(?:就业|毕业|结业|合格|及格|优良|优秀|优生|升学|巩固|满意|好评|对口|签订|签约|参保|投保|开出|开课|覆盖|通过|取证|获证|获取|普及|流失|辍学|出勤|到课|双证|双师|持证|回收|入住|住宿|达标)(?:率|度|面|比例|占比|教师比例|教师占比)$/;
/** Words that make an average of a count of people, or something else than heads. */
const averaged = /均|平均|每|单校|折合|折算|标准|当量|规模|班额|负担|对应|一[所个名位]|比/;

export function impossibleRelations(reading: Reading): Relation[] {
  const { text } = reading.document;
  const before = (start: number, length: number): string => text.slice(Math.max(0, start - length), start);
  return reading.claims.flatMap((claim, at) => {
    const { quantity } = claim;
    if (reading.corrupt.has(at)) return [];
    if (quantity.unit === "%" && quantity.hedge === null && quantity.kind === "share" && compare(quantity.value, hundred) > 0) {
      const bounded =
        claim.aspect === "share"
          ? claim.base !== null &&
            claim.base !== "" &&
            /占[^，。；]{0,20}$/.test(before(quantity.start, 24)) &&
            !mayExceed.test(claim.base + claim.label) &&
            !/培训|鉴定|人次/.test(before(quantity.start, 30))
          : claim.aspect === "rate" &&
            boundedName.test(claim.label) &&
            !mayExceed.test(claim.label) &&
            !mayExceed.test(before(quantity.start, 20));
      if (!bounded) return [];
      const tier = claim.aspect === "share" || partOfWhole.test(claim.label) ? "proof" : "warning";
      return [
        broken([at], {
          code: "RANGE",
          tier,
          message: {
            zh: `“${claim.label || `占${claim.base}`}”${tier === "proof" ? "不可能" : "一般不会"}超过100%，文中为${printed(quantity)}`,
            en: `a share ${tier === "proof" ? "cannot" : "does not usually"} exceed 100%, the text says ${printed(quantity)}`,
          },
          proof: `${printed(quantity)} > 100%`,
          at: [at],
        }),
      ];
    }
    if (
      claim.aspect === "level" &&
      // 单位：人 above a table of means says nothing of one cell.
      claim.sentence >= 0 &&
      quantity.kind === "number" &&
      quantity.hedge === null &&
      /^(?:人|人次|所|家|册|名)$/.test(quantity.unit) &&
      !isInteger(quantity.value) &&
      compare(quantity.value, one) > 0 &&
      !averaged.test(claim.label + before(quantity.start, 16)) &&
      // 每千人口医师2.55人、护士3.16人; 折合在校生为分母：生均占地…、图书…; 死亡率0.023人: said at the head of a list, or a rate.
      !/均|每[一个户家百千万亿]|率|分母|除以|相除|÷/.test(/[^。]*$/.exec(before(quantity.start, 90))![0])
    )
      return [
        broken([at], {
          code: "RANGE",
          tier: claim.concept === null ? "warning" : "proof",
          message: { zh: `${printed(quantity)}不是整数，“${quantity.unit}”只能是整数`, en: `${printed(quantity)} is no whole number` },
          proof: `${printed(quantity)}带小数`,
          at: [at],
        }),
      ];
    return [];
  });
}
