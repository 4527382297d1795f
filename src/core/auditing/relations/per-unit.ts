/**
 * So many, so much of each, and what that makes: 46家医院接收1576人，平均每家34.3人; 每生每年80元，1576人，保费合计12.608万元;
 * 18期，每期平均65人，累计1170人次. Read only where amount and each stand side by side.
 */
import { compare, divide, exact, isZero, multiply, one, zero } from "../../quantity/exact.ts";
import { between, type Interval, point, scale } from "../../quantity/interval.ts";
import { type Quantity, quantityWith } from "../quantity.ts";
import { repairs } from "../repairs.ts";
import { asRounded, bare, isExact, printed, quotient, roundedTo, shown, unitBehind, verdict } from "./arithmetic.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

/** What is said to be of each, by the word that names the heads; 每年 and 每月 are read only with their number. */
const each =
  /(?:每一?(期|次|家|户|亩|人|名|位|个|台|间|场|天|个?月|年|学期|周|生|件|支|批|门|村|处|座|班|辆|笔|项|所|校|站|届)|(人次|人|户|亩|次|场|期|村|件|台|班|笔|项|校|辆)均)[^，,。；;：:（(\d]{0,10}$/;
const units: Readonly<Record<string, RegExp>> = {
  家: /^[家所个]$/,
  次: /^[次场]$/,
  人: /^人次?$/,
  人次: /^人次$/,
  名: /^人$/,
  位: /^人$/,
  生: /^人$/,
  班: /^[个班]$/,
  校: /^[所个]$/,
  所: /^[所个]$/,
  届: /^届$/,
  月: /^个?月$/,
  个月: /^个?月$/,
};
/** What it makes stands right behind: 累计1170人次, 合计增收237.6万元. */
const makes =
  /^(?:的?(?:标准|计算|测算|补助)?(?:发放|计发|拨付|补助)|(?:的?(?:标准|计算|测算))?[，,]\s*(?:[^，,。；;\d]{0,6}年)?[^，,。；;\d]{0,8}(?:合计|累计|总计|共计|共|总额|总量|总产?量|年支出|发放|计发|拨付|资金)[^，,。；;\d]{0,8})$/;
/** Of what is made the each stands right behind: 2860人次，平均每期260人次. */
const parted =
  /^[\u4e00-\u9fff“”]{0,12}[，,、（(]\s*(?:即|约|折合)?(?:按[^，,。；;\d]{1,8}计算[，,])?(?:平均)?(?:每|[\u4e00-\u9fff]{0,6}(?:人次|[人户亩次场期村件台班笔项校辆])均)[^，,。；;\d]{0,12}$/;

export function perUnitRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap(({ sentence }, at) => {
    if (sentence < 0 || reading.corrupt.has(at) || reading.quantities[at]!.kind !== "number" || !isExact(reading.quantities[at]!))
      return [];
    const found = each.exec(gapBefore(reading, at).slice(-24));
    const head = found?.[1] ?? found?.[2];
    if (head === undefined) return [];
    const around = partAround(reading, at);
    const counts = around.filter((index) => isCount(reading, index, units[head] ?? new RegExp(`^${head}$`)));
    const amount = amountBeside(reading, at, counts);
    if (amount === null || isOfAnother(reading, at, amount)) return [];
    return tested(
      reading,
      at,
      amount,
      counts.filter((index) => index !== amount),
    );
  });
}

/** 在校生24600人，每个教学点教师8人: what each has is named, and the amount is not of that. */
function isOfAnother(reading: Reading, at: number, amount: number): boolean {
  const noun = /(教师|学生|员工|职工|图书|工位|床位|课时|设备|面积|产值|学员)[^，,。；;]{0,2}$/.exec(gapBefore(reading, at))?.[1];
  return noun !== undefined && amount < at && !gapBefore(reading, amount).includes(noun);
}

const gapBefore = (reading: Reading, at: number): string => {
  const start = Math.max(reading.sentences[reading.claims[at]!.sentence]!.start, reading.quantities[at - 1]?.end ?? 0);
  return reading.document.text.slice(Math.min(start, reading.quantities[at]!.start), reading.quantities[at]!.start);
};

/** The figures of its sentence between two semicolons. */
function partAround(reading: Reading, at: number): number[] {
  const indexes = reading.bySentence[reading.claims[at]!.sentence]!;
  const cuts = indexes.map((index) => /[；;]/.test(gapBefore(reading, index)));
  const place = indexes.indexOf(at);
  const from = cuts.lastIndexOf(true, place);
  const to = cuts.indexOf(true, place + 1);
  return indexes.slice(Math.max(0, from), to < 0 ? indexes.length : to);
}

function isCount(reading: Reading, index: number, unit: RegExp): boolean {
  const quantity = reading.quantities[index]!;
  return (
    quantity.kind === "number" &&
    isExact(quantity) &&
    unit.test(quantity.unit) &&
    /^(?:level|plan)$/.test(reading.claims[index]!.aspect) &&
    reading.claims[index]!.base !== "from" &&
    !reading.corrupt.has(index) &&
    !each.test(gapBefore(reading, index).slice(-24)) &&
    compare(quantity.value, one) > 0
  );
}

/** The amount of the unit of `at` that stands next to it by words that make it one: behind with 合计, before with 平均每. */
function amountBeside(reading: Reading, at: number, counts: readonly number[]): number | null {
  const { sentence } = reading.claims[at]!;
  const isAmount = (index: number): boolean =>
    reading.claims[index]?.sentence === sentence &&
    reading.quantities[index]!.kind === "number" &&
    isExact(reading.quantities[index]!) &&
    !reading.corrupt.has(index) &&
    reading.claims[index]!.base !== "from" &&
    alike(reading.quantities[index]!.unit, reading.quantities[at]!.unit) &&
    compare(reading.quantities[index]!.value, reading.quantities[at]!.value) > 0;
  // 每人每月300元、全年10个月计算，年支出33万元: figures of the product may stand between.
  for (const behind of [at + 1, at + 2])
    if (
      isAmount(behind) &&
      makes.test(gapBefore(reading, behind)) &&
      (behind === at + 1 || counts.includes(at + 1) || isTime(reading, at, at + 1))
    )
      return behind;
  if (!parted.test(gapBefore(reading, at))) return null;
  if (isAmount(at - 1)) return at - 1;
  return isAmount(at - 2) && counts.includes(at - 1) ? at - 2 : null;
}

/** 每人每月400元，全年10个月: how many times each is given; never the heads themselves. */
const perTime = /每(?:个?月|天|日|年|学期|周)[\u4e00-\u9fff]{0,6}$/;
const isTime = (reading: Reading, at: number, index: number): boolean =>
  perTime.test(gapBefore(reading, at)) &&
  /^(?:个?月|天|日|年|学期|周)$/.test(reading.quantities[index]!.unit) &&
  isExact(reading.quantities[index]!) &&
  !isZero(reading.quantities[index]!.value);

const alike = (left: string, right: string): boolean => left !== "" && left.replace(/^人次$/, "人") === right.replace(/^人次$/, "人");

function tested(reading: Reading, at: number, amount: number, counts: readonly number[]): Relation[] {
  const share = asRounded(reading.quantities[at]!);
  const times = amount === at + 2 && !counts.includes(at + 1) && isTime(reading, at, at + 1) ? reading.quantities[at + 1]! : null;
  const whole = times === null ? reading.quantities[amount]! : perTimes(reading.quantities[amount]!, times);
  for (const count of counts) {
    const computed = quotient(whole.interval, reading.quantities[count]!.interval, one);
    if (computed !== null && verdict(computed, share) !== "off") return [held(at, amount, count)];
  }
  const [count] = counts;
  if (count === undefined || counts.length > 1 || digits(reading, at) + digits(reading, amount) < 4) return [];
  const heads = reading.quantities[count]!;
  if (isZero(share.value) || isZero(heads.value)) return [];
  const value = divide(whole.value, heads.value);
  // Three times as much, or a third of it, is rather another thing than a slip; 万 left out is none.
  const apart = divide(value, share.value);
  const needs = times === null ? needsOf(reading, at, amount, count) : new Map([[at, roundedTo(point(value), share)]]);
  const slips = [...needs].some(([index, needed]) => repairs(reading.document, reading.quantities[index]!, needed).length > 0);
  if (!slips && (compare(apart, exact("0.4")) < 0 || compare(apart, exact("2.5")) > 0)) return [];
  const expected = `${shown(value, share)}${unitBehind(share)}`;
  return [
    broken(
      [at, amount, count],
      {
        code: "PERCAP",
        tier: "warning",
        message: {
          zh: `${printed(whole)}分到${printed(heads)}，每份应为${expected}，文中为${printed(share)}`,
          en: `${printed(whole)} over ${printed(heads)} make ${expected} each, the text says ${printed(share)}`,
        },
        proof: `${bare(whole)}${times === null ? "" : ` ÷ ${bare(times)}`} ÷ ${bare(heads)} = ${shown(value, share)} ≠ ${printed(share)}`,
        at: [at, amount, count],
      },
      needs,
    ),
  ];
}

/** The amount of one time. */
function perTimes(amount: Quantity, times: Quantity): Quantity {
  const interval = scale(amount.interval, divide(one, times.value));
  return { ...quantityWith(amount, { text: amount.text, interval }), value: divide(amount.value, times.value) };
}

const digits = (reading: Reading, index: number): number => bare(reading.quantities[index]!).replace(/\D/g, "").length;

function needsOf(reading: Reading, at: number, amount: number, count: number): ReadonlyMap<number, Interval> {
  const [share, whole, heads] = [asRounded(reading.quantities[at]!), reading.quantities[amount]!, reading.quantities[count]!];
  const needs = new Map<number, Interval>();
  needs.set(at, roundedTo(point(divide(whole.value, heads.value)), share));
  const { low, high } = share.interval;
  if (low === null || high === null || compare(low.value, zero) <= 0) return needs;
  needs.set(amount, between(multiply(low.value, heads.value), multiply(high.value, heads.value)));
  return needs.set(count, between(divide(whole.value, high.value), divide(whole.value, low.value)));
}
