/** Named rates and per-head values (就业率, 生师比, 生均图书): by the catalog's definition where both operands are printed, else by the operands in the sentence. */
import { compare, type Exact, exact, multiply } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";
import { unit } from "../../quantity/unit.ts";
import { labelKey } from "../claims/words.ts";
import { asRounded, bare, hundred, isExact, meet, printed, quotient, shownInterval, verdict, unitBehind } from "./arithmetic.ts";
import { repairs } from "../repairs.ts";
import { measured } from "./measured.ts";
import { isWholeScope, sectionOf, valuesOfSection } from "./lookup.ts";
import { isCutApart } from "./cut-apart.ts";
import { cutOffFinding } from "./cut-off.ts";
import { isOfAnotherBody, quotientNeeds } from "./quotient-needs.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";
import { wrongBase } from "./shares.ts";

export function rateRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (
      claim.quantity.kind === "range" ||
      reading.corrupt.has(at) ||
      !(claim.aspect === "rate" || claim.aspect === "ratio" || claim.aspect === "perHead")
    )
      return [];
    const relation = byCatalog(reading, at) ?? (claim.aspect === "rate" ? bySentence(reading, at) : null);
    return relation ? [relation] : [];
  });
}

function byCatalog(reading: Reading, at: number): Relation | null {
  const claim = reading.claims[at]!;
  const indicator = claim.concept === null ? undefined : reading.index.indicators.get(claim.concept);
  if (
    !indicator ||
    claim.base === "from" ||
    !isWholeScope(claim.scope) ||
    // 生师比〔12〕: a note says what it means here.
    /[〔[【]\d{1,2}[〕\]】]/.test(reading.document.text.slice(claim.named.start, claim.quantity.start)) ||
    reading.lexicon.isAmbiguous(labelKey(claim.label), claim.quantity.unit)
  )
    return null;
  const computed = measured(reading, indicator.formula, at);
  if (!computed || computed.operands.length < 2 || computed.operands.includes(at)) return null;
  const quantity = claim.aspect === "perHead" ? asRounded(reading.quantities[at]!) : reading.quantities[at]!;
  const operands = [at, ...computed.operands];
  const found = verdict(computed.interval, quantity);
  if (found === "held") return held(...operands);
  const value = shownInterval(computed.interval, quantity);
  const kind = unit(indicator.unit).kind;
  const mark = kind === "share" ? "%" : kind === "ratio" ? "：1" : unitBehind(quantity);
  const [above, below] = computed.operands.map((index) => reading.quantities[index]!);
  const proof =
    computed.operands.length === 2 ? `${bare(above!)} ÷ ${bare(below!)} = ${value}${mark}` : `${indicator.zh} = ${value}${mark}`;
  if (found === "truncated") return broken(operands, cutOffFinding(quantity, `${value}${mark}`, proof, operands));
  const near =
    computed.operands.every((index) => reading.claims[index]!.sentence === claim.sentence) ||
    (reading.focused && computed.operands.every((index) => sectionOf(reading, index) === sectionOf(reading, at)));
  if (kind === "share" && computed.operands.length === 2) {
    const sentence = bySentence(reading, at);
    const other = fittingPair(reading, at, computed.operands[0]!, computed.operands[1]!);
    if (other !== null)
      return broken([...operands, other], wrongBase(reading, at, computed.operands[0]!, computed.operands[1]!, other, proof));
    if (sentence?.held) return sentence;
  }
  if (!near && (!reading.focused || !isFar(computed.interval, quantity))) return null;
  if (isOfAnotherBody(reading, operands, computed.interval)) return null;
  return broken(operands, {
    code: kind === "share" ? "SHARE" : kind === "ratio" ? "RATIO" : "PERCAP",
    tier: "warning",
    message: {
      zh: `“${indicator.zh}”按定义应为${value}${mark}，文中为${printed(quantity)}`,
      en: `"${indicator.en}" is ${value}${mark} by its definition, the text says ${printed(quantity)}`,
    },
    proof: `${proof} ≠ ${printed(quantity)}`,
    at: operands,
    suggestions: [{ zh: `定义：${indicator.note || indicator.zh}`, en: `see the definition of "${indicator.en}" in the catalog` }],
  });
}

/** Further than a thirtieth away: nearer values may rest on another date or weighting. */
function isFar(computed: NonNullable<ReturnType<typeof quotient>>, quantity: Reading["quantities"][number]): boolean {
  if (computed.low === null || computed.high === null) return false;
  const [low, high] = [
    Number(computed.low.value.numerator) / Number(computed.low.value.denominator),
    Number(computed.high.value.numerator) / Number(computed.high.value.denominator),
  ];
  const value = Number(quantity.value.numerator) / Number(quantity.value.denominator);
  return value < low * 0.97 || value > high * 1.03;
}

/** A base in the same section with which the numerator gives the printed rate. */
function fittingPair(reading: Reading, at: number, part: number, whole: number): number | null {
  const [share, piece] = [reading.quantities[at]!, reading.quantities[part]!];
  if (!isExact(share)) return null;
  const fits = valuesOfSection(reading, at).flatMap((index) => {
    if (index === part || index === whole) return [];
    const quantity = reading.quantities[index]!;
    if (quantity.unit !== piece.unit || compare(quantity.value, piece.value) < 0 || reading.corrupt.has(index)) return [];
    const computed = quotient(piece.interval, quantity.interval, hundred);
    return computed && meet(computed, share.interval) ? [index] : [];
  });
  return fits.length === 1 ? fits[0]! : null;
}

/** A rate whose name the catalog lacks: its numerator is named alike, its base stands before that. */
function bySentence(reading: Reading, at: number): Relation | null {
  const claim = reading.claims[at]!;
  const quantity = reading.quantities[at]!;
  if (quantity.unit !== "%" || !/(?:率|比例|比重|占比)$/.test(labelKey(claim.label))) return null;
  const stem = labelKey(claim.label).replace(/(?:的?比例|的?比重|占比|率)$/, "");
  if (claim.sentence < 0 || reading.lexicon.isAmbiguous(labelKey(claim.label), "%")) return null;
  const own = reading.bySentence[claim.sentence]!.filter((index) => index < at);
  // 毕业生3990人。参加测试2940人，合格率…: one value alone, the base is all that the sentence before tells.
  const before = own.length === 1 ? (reading.bySentence[claim.sentence - 1] ?? []) : [];
  const near = reading.sentences[claim.sentence - 1]?.section === reading.sentences[claim.sentence]!.section;
  const values = [...(near && before.length === 1 ? before : []), ...own].filter(
    (index) =>
      /^(?:level|plan)$/.test(reading.claims[index]!.aspect) &&
      reading.quantities[index]!.kind === "number" &&
      reading.quantities[index]!.unit !== "" &&
      !reading.corrupt.has(index) &&
      reading.claims[index]!.period === claim.period,
  );
  const behind = following(reading, at);
  const recent = [...values.slice(-6), ...behind];
  for (const part of recent)
    for (const whole of recent) {
      const [piece, base] = [reading.quantities[part]!, reading.quantities[whole]!];
      if (part === whole || piece.unit !== base.unit || compare(piece.value, base.value) > 0) continue;
      // 计划1800人，实际1846人，完成率97.5%: nobody completes a plan by what was planned.
      if (reading.claims[part]!.aspect === "plan" && reading.claims[whole]!.aspect !== "plan") continue;
      const computed = quotient(piece.interval, base.interval, hundred);
      if (computed && verdict(computed, quantity) === "held" && bare(base).length >= 2) return held(at, part, whole);
    }
  const numerator = recent.filter((index) => stem.length >= 2 && named(reading, index, stem)).at(-1);
  if (numerator === undefined) return ofPairBeside(reading, at);
  const piece = reading.quantities[numerator]!;
  const bases = recent.filter((index) => index !== numerator && reading.quantities[index]!.unit === piece.unit);
  if (bases.length !== 1 || areSiblings(reading.claims[numerator]!.label, reading.claims[bases[0]!]!.label)) return null;
  // 男生落实1731人、女生2934人，落实率为92.37%和93.62%; 协议就业3658人；升学888人，升学率17.73%.
  if (isListed(reading, at) || isCutApart(reading, [at, numerator, bases[0]!])) return null;
  const base = reading.quantities[bases[0]!]!;
  // 直接就业612人，升学1012人，升学率59.74%: a smaller number is not its base.
  if (compare(piece.value, base.value) > 0) return null;
  const computed = quotient(piece.interval, base.interval, hundred);
  if (computed === null) return null;
  const value = shownInterval(computed, quantity);
  const operands = [at, numerator, bases[0]!];
  const proof = `${bare(piece)} ÷ ${bare(base)} = ${value}%`;
  if (verdict(computed, quantity) === "truncated") return broken(operands, cutOffFinding(quantity, `${value}%`, proof, operands));
  return broken(operands, {
    code: "SHARE",
    tier: "warning",
    message: {
      zh: `“${claim.label}”应为${value}%，文中为${printed(quantity)}`,
      en: `"${claim.label}" is ${value}%, the text says ${printed(quantity)}`,
    },
    proof: `${proof} ≠ ${printed(quantity)}`,
    at: operands,
  });
}

/** What comes of a number that tried: its rate stands right behind the two. */
const outcome =
  /^[，,、（(]\s*(?:[\u4e00-\u9fff]{0,4})(?:通过|合格|及格|优秀|优良|取证|获证|取得|报到|录取|录用|签约|办结|解决|整改|回收|有效|结项|立项|达标|转段|巩固|到课|出勤|参与|参加|获奖|受益|使用|利用|入住|发布|留任|到位|执行|兑现)率(?:为|达到?|是|约)?\s*$/;

/** 考核5120人，取得证书4627人，通过率90.4%: of the two before it, told where one slip alone parts them from the rate, or no others give it. */
function ofPairBeside(reading: Reading, at: number): Relation | null {
  const { sentence } = reading.claims[at]!;
  const [figure, one, two] = [reading.quantities[at]!, reading.quantities[at - 2], reading.quantities[at - 1]];
  if (!one || !two || [at - 1, at - 2].some((index) => reading.claims[index]!.sentence !== sentence || !isAmount(reading, index)))
    return null;
  const { text } = reading.document;
  if (!outcome.test(text.slice(two.end, figure.start)) || !/^[^。；;、（）()]{1,24}$/.test(text.slice(one.end, two.start))) return null;
  if (one.unit !== two.unit || isListed(reading, at) || bare(figure).replace(/\D/g, "").length < 3) return null;
  const [part, whole] = compare(one.value, two.value) <= 0 ? [at - 2, at - 1] : [at - 1, at - 2];
  const computed = quotient(reading.quantities[part]!.interval, reading.quantities[whole]!.interval, hundred);
  if (computed === null) return null;
  if (verdict(computed, figure) !== "off") return held(at, part, whole);
  const needs = quotientNeeds(reading, [at, part, whole], computed, hundred);
  const slips = [...needs].some(([index, needed]) => repairs(reading.document, reading.quantities[index]!, needed).length > 0);
  if (!slips && (!isExact(figure) || !isOfOneOrder(figure.value, computed) || isGivenAround(reading, at))) return null;
  const value = shownInterval(computed, figure);
  return broken(
    [at, part, whole],
    {
      code: "SHARE",
      tier: "warning",
      message: {
        zh: `“${reading.claims[at]!.label}”按前面两数应为${value}%，文中为${printed(figure)}`,
        en: `"${reading.claims[at]!.label}" is ${value}% by the two numbers before it, the text says ${printed(figure)}`,
      },
      proof: `${bare(reading.quantities[part]!)} ÷ ${bare(reading.quantities[whole]!)} = ${value}% ≠ ${printed(figure)}`,
      at: [at, part, whole],
    },
    needs,
  );
}

/** 100%, or many times what the two give, is said of something else. */
function isOfOneOrder(value: Exact, { low, high }: Interval): boolean {
  if (low === null || high === null || compare(value, hundred) >= 0) return false;
  return compare(multiply(value, exact(2)), low.value) > 0 && compare(value, multiply(high.value, exact(2))) < 0;
}

/** Any two amounts of the section give it: then it is of those. */
function isGivenAround(reading: Reading, at: number): boolean {
  const values = valuesOfSection(reading, at).filter((index) => isAmount(reading, index));
  return values.some((part) =>
    values.some((whole) => {
      const [piece, base] = [reading.quantities[part]!, reading.quantities[whole]!];
      if (piece.unit !== base.unit || compare(piece.value, base.value) >= 0) return false;
      const computed = quotient(piece.interval, base.interval, hundred);
      return computed !== null && verdict(computed, reading.quantities[at]!) !== "off";
    }),
  );
}

function isAmount(reading: Reading, index: number): boolean {
  const { kind, unit } = reading.quantities[index]!;
  return kind === "number" && unit !== "" && /^(?:level|plan)$/.test(reading.claims[index]!.aspect) && !reading.corrupt.has(index);
}

/** Another share follows with nothing but 和 or 、 between: each is of something else. */
function isListed(reading: Reading, at: number): boolean {
  const [here, next] = [reading.quantities[at]!, reading.quantities[at + 1]];
  return next?.unit === here.unit && /^\s*[、和与及]\s*$/.test(reading.document.text.slice(here.end, next.start));
}

/** 东区绿地面积 and 西区绿地面积, 男生就业 and 女生就业: two of one sort, neither the whole of the other. */
function areSiblings(left: string, right: string): boolean {
  const [one, other] = [labelKey(left), labelKey(right)];
  return one.length > 3 && other.length > 3 && one.length === other.length && one.slice(-2) === other.slice(-2);
}

/** 证书取得率84.75%，其中毕业生A人，取得证书的毕业生B人: operands told behind their rate. */
function following(reading: Reading, at: number): number[] {
  const next = reading.claims[at + 1];
  if (
    !next ||
    next.sentence !== reading.claims[at]!.sentence ||
    !/^[，,]?(?:其中|[（(])/.test(reading.document.text.slice(reading.quantities[at]!.end, reading.quantities[at]!.end + 4))
  )
    return [];
  return reading.bySentence[next.sentence]!.filter(
    (index) =>
      index > at &&
      index <= at + 3 &&
      reading.claims[index]!.aspect === "level" &&
      reading.quantities[index]!.kind === "number" &&
      reading.quantities[index]!.unit !== "" &&
      !reading.corrupt.has(index),
  );
}

/** What may stand before a rate's name without making it the rate of some only. */
const neutral = /^(?:毕业生|学生|总体|初次|应届|学校|中职|全市|全省|全校|当年|年度|教师|参考|总)*$/;

function named(reading: Reading, index: number, stem: string): boolean {
  const key = labelKey(reading.claims[index]!.label);
  const { text } = reading.document;
  const quantity = reading.quantities[index]!;
  let start = quantity.start;
  while (start > 0 && !/[，,。；;（(\n]/.test(text[start - 1]!) && quantity.start - start < 40) start -= 1;
  const clause = text.slice(start, quantity.end + 12).split(/[，,。；;）)]/)[0]!;
  // 取得职业技能等级证书的毕业生 names 证书取得 by both its words.
  if (stem.length >= 4 && stem.length % 2 === 0 && (stem.match(/../g) ?? []).every((word) => clause.includes(word))) return true;
  return (
    key !== "" && (key.includes(stem) || (key.length >= 2 && stem.endsWith(key) && neutral.test(stem.slice(0, stem.length - key.length))))
  );
}
