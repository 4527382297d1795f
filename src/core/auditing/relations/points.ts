/** % written for 个百分点 where a share changes, and 个百分点 where a count does. */
import { absolute, add, compare, equals, type Exact, subtract } from "../../quantity/exact.ts";
import type { Claim } from "../claim.ts";
import { mayHaveGrown } from "../whole-base.ts";
import { isExact, printed } from "./arithmetic.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

/** Cases, deaths and births are counted against so many thousands: such a rate falls by per cent of itself. */
const perThousand = /(?:发案|立案|案件|事故|死亡|发病|患病|出生|自杀|信访|投诉|周转|能耗|排放)[^，。；]{0,2}率$/;
const rateName = /(?:率|占比|比例|比重|覆盖面|满意度)$/;

export function pointRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    const subject = claim.subject === null ? null : reading.claims[claim.subject]!;
    const quantity = claim.quantity;
    if (claim.aspect === "growth" && quantity.unit === "%" && quantity.kind === "share") {
      const ofShare =
        subject !== null &&
        subject.quantity.unit === "%" &&
        (subject.aspect === "share" || subject.aspect === "rate") &&
        !isBracketedGrowth(reading, subject);
      const named =
        subject === null &&
        rateName.test(claim.label) &&
        !/(?:增长率|增幅|增速|涨幅|增长幅度)$/.test(claim.label) &&
        !perThousand.test(claim.label);
      if (!(ofShare || named) || reading.claims[at]!.direction === null || trulyRelative(reading, at) || ofTheAmount(reading, at))
        return [];
      const name = subject?.label || claim.label || (subject?.base ? `占${subject.base}的比例` : "");
      return [
        broken(subject === null ? [at] : [at, claim.subject!], {
          code: "PP",
          tier: "warning",
          message: {
            zh: `${name ? `“${name}”` : "比例"}的变化应以“个百分点”计，文中写作${printed(quantity)}`,
            en: `the change of a share is in percentage points, the text says ${printed(quantity)}`,
          },
          proof: `${subject ? printed(subject.quantity) : name}是比例，其增减${printed(quantity)}应为${printed(quantity).replace(/[%％]/, "个百分点")}`,
          at: subject === null ? [at] : [at, claim.subject!],
          suggestions: [
            {
              zh: `改为“${printed(quantity).replace(/[%％]/, "个百分点")}”`,
              en: `write ${printed(quantity).replace(/[%％]/, "个百分点")}`,
            },
          ],
        }),
      ];
    }
    if (
      quantity.kind === "points" &&
      subject !== null &&
      subject.aspect === "level" &&
      subject.quantity.kind === "number" &&
      subject.quantity.unit !== "" &&
      // 占比较前8个月提升0.1个百分点: a time that it is compared with.
      !/[年月季周天日岁]$/.test(subject.quantity.text) &&
      claim.direction !== null &&
      claim.label === "" &&
      // 18岁及以上学生的比重上升2.1个百分点: said of a share whose value is not told.
      !/比重|占比|比例|份额|率/.test(reading.document.text.slice(subject.quantity.end, quantity.start)) &&
      // 增长3.1%，比去年同期回落10.4个百分点: said of the growth.
      reading.claims[at - 1]!.aspect !== "growth" &&
      (claim.subject === at - 1 || reading.claims[at - 1]!.subject === claim.subject)
    )
      return [
        broken([at, claim.subject!], {
          code: "PP",
          tier: "warning",
          message: {
            zh: `“${subject.label}”是数量，其增减不以“个百分点”计`,
            en: `"${subject.label}" is a count: its change is not in percentage points`,
          },
          proof: `${printed(subject.quantity)}不是比例，${printed(quantity)}应为%`,
          at: [at, claim.subject!],
          suggestions: [{ zh: `改为“${printed(quantity).replace(/个?百分点/, "%")}”`, en: "write %" }],
        }),
      ];
    return [];
  });
}

/** 320万人，占总数的45%，比上年增长6.1%: an amount grows, a share rises; unless no whole number grows to the amount by that. */
function ofTheAmount(reading: Reading, at: number): boolean {
  const share = reading.claims[at]!.subject;
  const amount = share === null ? null : reading.claims[share]!.subject;
  if (share !== null && isCompletion(reading, share)) return true;
  if (share === null) return false;
  const words = reading.document.text.slice(reading.quantities[share]!.end, reading.quantities[at]!.start);
  // 为预算的50.7%，同比增长2.4%，增收4731万元: told once more in money.
  const next = reading.claims[at + 1];
  if (next?.aspect === "change" && next.quantity.unit.endsWith("元") && next.sentence === reading.claims[at]!.sentence) return true;
  if (amount === null) return isOfNamedAmount(reading.claims[share]!, reading.claims[at]!, words);
  if (reading.corrupt.has(amount)) return false;
  // 80.2亿元，占比38.1%，同比下降2.4%: what is measured or rounded moves by per cent, whatever the verb.
  if (!isExact(reading.quantities[amount]!) || /[元吨]|公顷|米/.test(reading.quantities[amount]!.unit) || /同比/.test(words)) return true;
  return (
    /(?:增长|增加|减少)[^，]{0,4}$/.test(words) &&
    mayHaveGrown(reading.quantities[amount]!, reading.quantities[at]!, reading.claims[at]!.direction === "down")
  );
}

/** 政府拨款收入占总收入的22%，比上年增长29%: named as an amount, with an amount's verb; or grown by more than the share is. */
function isOfNamedAmount(share: Claim, change: Claim, words: string): boolean {
  const named =
    /(?:收入|支出|投入|经费|资金|拨款|产值|增加值|总?额|[产销总]量)$/.test(share.label) && /增长|增加|减少|[增减][收支]/.test(words);
  return named || (change.direction === "up" && compare(change.quantity.value, share.quantity.value) > 0);
}

/** 为预算的98%, 完成98%, 恢复到上年的86%: says how far an amount got, and what follows is said of the amount. */
function isCompletion(reading: Reading, share: number): boolean {
  const { base, label, quantity } = reading.claims[share]!;
  const before = reading.document.text.slice(Math.max(0, quantity.start - 28), quantity.start);
  return (
    /预算|计划|任务|目标/.test(`${base ?? ""}${label}`) || /(?:预算|计划|任务|目标|完成|恢复[到至]|相当于)[^，,；;。]{0,24}$/.test(before)
  );
}

/** 由90%提高到95%，增长5.6%: a true relative growth of a rate is no slip. */
function trulyRelative(reading: Reading, at: number): boolean {
  const claim = reading.claims[at]!;
  // 60%，比上年提高12个百分点，增幅为25%: 12 of 48.
  const moved = reading.claims[at - 1];
  if (moved?.quantity.kind === "points" && claim.subject !== null && moved.sentence === claim.sentence) {
    const now = reading.quantities[claim.subject]!.value;
    const before = moved.direction === "down" ? add(now, moved.quantity.value) : subtract(now, moved.quantity.value);
    if (relative(before, now, claim.quantity.value)) return true;
  }
  const rates = reading.bySentence[claim.sentence]!.filter((index) => index < at && reading.claims[index]!.aspect === "rate")
    .slice(-2)
    .map((index) => reading.quantities[index]!.value);
  const [before, now] = rates;
  return (
    before !== undefined &&
    now !== undefined &&
    !equals(absolute(subtract(now, before)), claim.quantity.value) &&
    relative(before, now, claim.quantity.value)
  );
}

function relative(before: Exact, now: Exact, rate: Exact): boolean {
  if (before.numerator === 0n) return false;
  const growth = Number((now.numerator * before.denominator * 10_000n) / (now.denominator * before.numerator)) / 100 - 100;
  return Math.abs(Math.abs(growth) - Number(rate.numerator) / Number(rate.denominator)) < 0.06;
}

/** 增长（如无说明均为同比）8.0%: a growth whose verb stands before a bracket. */
function isBracketedGrowth(reading: Reading, { quantity, sentence }: Claim): boolean {
  const start = Math.max(reading.sentences[sentence]?.start ?? 0, quantity.start - 60);
  return /(?:增长|下降|上升|提高|减少|增加)[（(][^（）()]*[）)]\s*$/.test(reading.document.text.slice(start, quantity.start));
}
