/** Values told for a year that a report of this year cannot know, and one value told for two years. */
import { compare, equals } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { isExact, printed } from "./arithmetic.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

const aheadOf = /计划|预计|力争|(?<!达)到(?!达)|将|目标|规划|拟|争取|预期|下一?年|启动|申报|春季|秋季|(?<!应)届/;

/** 计划2024年新建…, 明确到2024年…: told in the clause before the year. */
const aheadBefore = /(?:计划|规划|目标|预计|力争|争取|将|拟|预期|明确|提出|要求|(?<!截[至止])到|(?<!截)至|自|从)[^，。；;]{0,6}$/;

/** 2018—2019学年 begins in the year of a report of 2018. */
const schoolYear = /((?:19|20)\d\d)\s?[-—－–~～至]\s?(?:19|20)\d\d学$/;

export function periodRelations(reading: Reading): Relation[] {
  const reported = reading.year;
  if (reported === null || !reading.yearCertain) return [];
  const { text } = reading.document;
  const twins = new Map<string, number>();
  for (const [index, each] of reading.claims.entries())
    if (
      each.base !== "from" &&
      !isInFormula(text, each.quantity) &&
      each.period === reported &&
      isExact(each.quantity) &&
      !twins.has(twinKey(each))
    )
      twins.set(twinKey(each), index);
  return [
    ...sameYears(reading),
    ...reading.claims.flatMap((claim, at) => {
      if (
        claim.sentence < 0 ||
        claim.period === null ||
        claim.period === reported ||
        !isExact(claim.quantity) ||
        claim.label === "" ||
        claim.base === "from"
      )
        return [];
      if (claim.aspect !== "level" && claim.aspect !== "rate" && claim.aspect !== "perHead") return [];
      const sentence = reading.sentences[claim.sentence]!;
      const lead = text.slice(sentence.start, claim.quantity.start);
      const year = lead.lastIndexOf(String(claim.period));
      if (year < 0) return [];
      const place = { start: sentence.start + year, end: sentence.start + year + 5 };
      if (claim.period > reported) {
        if (
          isOutlook(reading, claim.sentence) ||
          /^[起后前]|以[后前来]/.test(lead.slice(year + 5)) ||
          aheadOf.test(lead.slice(year + 5)) ||
          aheadBefore.test(lead.slice(0, year)) ||
          claim.period > reported + 3 ||
          lead.length - year > 60
        )
          return [];
        if (schoolYear.exec(lead.slice(0, year + 5))?.[1] === String(reported)) return [];
        return [
          wrongYear(reading, at, [], place, `${claim.period} > ${reported}`, `报告的年度是${reported}年，文中写作${claim.period}年的数`),
        ];
      }
      const key = labelKey(claim.label);
      const twin = twins.get(twinKey(claim));
      if (
        twin === undefined ||
        isInFormula(text, claim.quantity) ||
        key.length < 3 ||
        printed(claim.quantity).replace(/\D/g, "").length < 4
      )
        return [];
      return [
        wrongYear(
          reading,
          at,
          [twin],
          place,
          `${claim.period}年与${reported}年都写作${printed(claim.quantity)}`,
          `“${claim.label}”两年的数完全相同，其中一处的年份可能有误`,
        ),
      ];
    }),
  ];
}

const outlook = /目标|力争|争取|对策|措施|打算|计划|规划|拟|预计|预期|下一步|将[在于从把对按]?|问题|不足|挑战|展望|尚未|还未|即将|届时/;

/** The sentence, the ones beside it or the heading above speak of what is to come, or of what is to be mended. */
function isOutlook({ document, sentences }: Reading, at: number): boolean {
  const { start, end, block } = sentences[at]!;
  const from = document.blocks.findLastIndex(({ kind }, index) => kind === "heading" && index < block);
  const head = document.blocks[from];
  return (
    outlook.test(document.text.slice(sentences[Math.max(0, at - 1)]!.start, Math.min(document.text.length, end + 40))) ||
    (head !== undefined && head.start < start && outlook.test(document.text.slice(head.start, head.end)))
  );
}

/** 100 ÷ 在校生 28500）＝…: an operand of a formula, whose year may stand a line before. */
const isInFormula = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  /[＝=÷×]/.test(text.slice(Math.max(0, start - 16), start)) || /^[^。；;\n]{0,8}[＝=÷×]/.test(text.slice(end, end + 9));

function twinKey(claim: Reading["claims"][number]): string {
  const { numerator, denominator } = claim.quantity.value;
  return `${labelKey(claim.label)} ${claim.quantity.unit} ${numerator}/${denominator}`;
}

/** 由2020年的190273人增至2020年的206469人: two values of one year compared. */
function sameYears(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    const before = reading.claims[at - 1];
    if (
      !before ||
      claim.sentence < 0 ||
      before.sentence !== claim.sentence ||
      !(before.base === "from" || claim.base === "from") ||
      before.quantity.unit !== claim.quantity.unit
    )
      return [];
    const [first, second] = yearsTold(reading, at);
    const [low, high] =
      compare(before.quantity.value, claim.quantity.value) < 0
        ? [before.quantity.value, claim.quantity.value]
        : [claim.quantity.value, before.quantity.value];
    if (compare({ ...low, numerator: low.numerator * 2n }, high) < 0) return [];
    if (first === null || second === null || first.year !== second.year || equals(before.quantity.value, claim.quantity.value)) return [];
    return [
      wrongYear(
        reading,
        at,
        [at - 1],
        {
          start: claim.quantity.start - (claim.quantity.start - before.quantity.end) + second.at,
          end: before.quantity.end + second.at + 5,
        },
        `${first.year}年与${second.year}年相比`,
        `同一年（${first.year}年）的两个数相比，其中一处的年份有误`,
      ),
    ];
  });
}

interface YearTold {
  readonly year: number;
  readonly at: number;
}

/** The years printed before the value ahead of this one, and between the two. */
function yearsTold(reading: Reading, at: number): readonly [YearTold | null, YearTold | null] {
  const { document, quantities, claims, sentences } = reading;
  const before = quantities[at - 1]!;
  const start = sentences[claims[at]!.sentence]!.start;
  const lead = document.text.slice(Math.max(start, quantities[at - 2]?.end ?? 0, before.start - 40), before.start);
  return [yearIn(lead), yearIn(document.text.slice(before.end, quantities[at]!.start))];
}

/** Whether two neighbouring values are told for the same year, so that neither is the earlier. */
export function areOfOneYear(reading: Reading, left: number, right: number): boolean {
  if (Math.abs(left - right) !== 1) return false;
  const [first, second] = yearsTold(reading, Math.max(left, right));
  return !!first && !!second && first.year === second.year;
}

function yearIn(words: string): YearTold | null {
  // 2022年前31门: of the years before.
  const found = [...words.matchAll(/((?:19|20)\d\d)年(?!以?前|以?后|之[前后]|以来|起)/g)].at(-1);
  return found ? { year: Number(found[1]), at: found.index } : null;
}

function wrongYear(
  reading: Reading,
  at: number,
  others: readonly number[],
  place: { start: number; end: number },
  proof: string,
  zh: string,
): Relation {
  return broken([at, ...others], {
    code: "PERIOD",
    tier: "warning",
    message: { zh, en: `the year told for ${printed(reading.quantities[at]!)} does not fit the report` },
    proof,
    at: [at, ...others],
    places: [place],
    suggestions: reading.year === null ? [] : [{ zh: `核对年份，是否应为${reading.year}年`, en: `check the year: ${reading.year}?` }],
  });
}
