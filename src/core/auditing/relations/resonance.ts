/**
 * Figures that agree by their numbers alone, however the sentence is worded: a share that two of its values
 * give, a value that the others add up to, a change between two of them. Where all but one slip of one figure
 * agree, the slip is told. Only figures that no other rule has read come here, and only as warnings.
 */
import { add, compare, divide, type Exact, isZero, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { between, type Interval, point } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import { labelKey, namedHeads } from "../claims/words.ts";
import { repairs } from "../repairs.ts";
import {
  asRounded,
  bare,
  hundred,
  isExact,
  meet,
  printed,
  quotient,
  shown,
  shownInterval,
  shownSum,
  total,
  verdict,
} from "./arithmetic.ts";
import { areSome, parallel } from "./categories.ts";
import { isRespective } from "./change-levels.ts";
import { isCutApart } from "./cut-apart.ts";
import { isOfBoth } from "./quotient-needs.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

export function resonantRelations(reading: Reading, used: ReadonlySet<number>): Relation[] {
  return reading.bySentence.flatMap((indexes) => {
    if (indexes.length < 3 || indexes.length > 40) return [];
    const values = indexes.filter((index) => isValueHere(reading, index));
    const open = indexes.filter((index) => !used.has(index) && !reading.corrupt.has(index) && isExact(reading.quantities[index]!));
    return [...open.flatMap((at) => testOne(reading, at, values)), ...sums(reading, values, used)];
  });
}

function isValueHere(reading: Reading, index: number): boolean {
  const quantity = reading.quantities[index]!;
  return (
    reading.claims[index]!.aspect === "level" &&
    quantity.kind === "number" &&
    quantity.unit !== "" &&
    !/^(?:年|月|天|岁|个月|日|分|年（时段）)$/.test(quantity.unit) &&
    isExact(quantity) &&
    !reading.corrupt.has(index) &&
    bare(quantity).replace(/\D/g, "").length >= 2
  );
}

/** The figure `at` against the two values that its sentence has. */
function testOne(reading: Reading, at: number, values: readonly number[]): Relation[] {
  const [quantity, claim] = [reading.quantities[at]!, reading.claims[at]!];
  const others = values.filter((index) => index !== at);
  if (quantity.kind === "share" && quantity.unit === "%" && (claim.aspect === "share" || claim.aspect === "rate"))
    return pairs(reading, at, others, hundred, "SHARE", "%");
  if (quantity.kind === "ratio") return pairs(reading, at, others, one, "RATIO", "", true);
  if (quantity.unit === "倍") return pairs(reading, at, others, one, "RATIO", "倍", true);
  if (claim.aspect === "perHead") return heads(reading, at, others);
  if (claim.aspect === "change" || claim.aspect === "growth")
    return difference(
      reading,
      at,
      reading.bySentence[claim.sentence]!.filter((index) => index !== at),
    );
  return [];
}

/** Quotients of two values of one unit; `above` where the larger is divided by the smaller. */
function pairs(
  reading: Reading,
  at: number,
  others: readonly number[],
  factor: Exact,
  code: FindingCode,
  mark: string,
  above = false,
): Relation[] {
  const figure = reading.quantities[at]!;
  const couples = others.flatMap((left, position) =>
    others
      .slice(position + 1)
      .flatMap((right) =>
        reading.quantities[left]!.unit === reading.quantities[right]!.unit &&
        compare(reading.quantities[left]!.value, reading.quantities[right]!.value) !== 0
          ? [ordered(reading, left, right)]
          : [],
      ),
  );
  const computed = ([large, small]: readonly [number, number]): Interval | null =>
    above
      ? quotient(reading.quantities[large]!.interval, reading.quantities[small]!.interval, factor)
      : quotient(reading.quantities[small]!.interval, reading.quantities[large]!.interval, factor);
  const fitting = couples.find((couple) => {
    const value = computed(couple);
    return value !== null && verdict(value, figure) === "held";
  });
  if (fitting) return [held(at, ...fitting)];
  const [couple] = couples;
  if (couple === undefined || couples.length > 1 || !isAlone(reading, at, couple) || bare(figure).replace(/\D/g, "").length < 3) return [];
  const value = computed(couple);
  if (value === null) return [];
  const [large, small] = couple;
  if (code === "SHARE" && isOfBoth(reading, at, couple)) return [];
  const { low, high } = figure.interval;
  if (!low || !high || compare(low.value, zero) <= 0) return [];
  const [part, whole] = above ? [large, small] : [small, large];
  const needs = new Map<number, Interval>([
    [at, value],
    [part, scaled(reading.quantities[whole]!.value, low.value, high.value, factor)],
    [
      whole,
      between(
        divide(multiply(reading.quantities[part]!.value, factor), high.value),
        divide(multiply(reading.quantities[part]!.value, factor), low.value),
      ),
    ],
  ]);
  if (!slipped(reading, needs)) return [];
  const shownValue = shownInterval(value, figure);
  return [
    told(
      reading,
      code,
      [at, part, whole],
      needs,
      `${bare(reading.quantities[part]!)} ÷ ${bare(reading.quantities[whole]!)} = ${shownValue}${mark} ≠ ${printed(figure)}`,
      `${shownValue}${mark}`,
    ),
  ];
}

/** The only share of its sentence, in one part of it with both values, and of no base that neither of them names. */
function isAlone(reading: Reading, at: number, couple: readonly [number, number]): boolean {
  const claim = reading.claims[at]!;
  const { kind } = reading.quantities[at]!;
  if (
    reading.bySentence[claim.sentence]!.some(
      (index) => index !== at && reading.quantities[index]!.kind === kind && reading.claims[index]!.aspect === claim.aspect,
    )
  )
    return false;
  if (isCutApart(reading, [at, ...couple])) return false;
  if (claim.aspect !== "share" || !claim.base) return true;
  const base = labelKey(claim.base);
  // The larger of the two is the whole: its own name has to be that of the base.
  return couple.slice(0, 1).some((index) => {
    const label = labelKey(reading.claims[index]!.label);
    return label !== "" && (base.includes(label) || label.includes(base));
  });
}

function ordered(reading: Reading, left: number, right: number): readonly [number, number] {
  return compare(reading.quantities[left]!.value, reading.quantities[right]!.value) > 0 ? [left, right] : [right, left];
}

function scaled(base: Exact, low: Exact, high: Exact, factor: Exact): Interval {
  return between(divide(multiply(base, low), factor), divide(multiply(base, high), factor));
}

/** A per-head value: one total in its unit, one count of heads. */
function heads(reading: Reading, at: number, others: readonly number[]): Relation[] {
  const figure = asRounded(reading.quantities[at]!);
  const totals = others.filter((index) => reading.quantities[index]!.unit === figure.unit);
  const counts = others.filter((index) => /^(?:人|所)$/.test(reading.quantities[index]!.unit) && !totals.includes(index));
  if (totals.length !== 1 || counts.length !== 1) return [];
  const [total, count] = [totals[0]!, counts[0]!];
  if (isCutApart(reading, [at, total, count])) return [];
  const claim = reading.claims[at]!;
  const noun = labelKey(claim.label.replace(/^.*?均/, "")).replace(/规模|数$/g, "");
  if (noun.length > 1 && !reading.claims[total]!.label.includes(noun.slice(-2))) return [];
  if (
    /市直|县区|县属|区属|民办|公办|农村|城区|附设/.test(
      claim.label + reading.document.text.slice(Math.max(0, claim.quantity.start - 14), claim.quantity.start),
    )
  )
    return [];
  // 平均每个集团: the heads are named; a value called 各集团成员学校 counts other things.
  const before = reading.document.text.slice(Math.max(0, claim.quantity.start - 14), claim.quantity.start);
  const named = namedHeads(before);
  if (named !== undefined && !reading.claims[count]!.label.endsWith(named)) return [];
  const value = quotient(reading.quantities[total]!.interval, reading.quantities[count]!.interval, one);
  if (value === null) return [];
  if (verdict(value, figure) !== "off") return [held(at, total, count)];
  const { low, high } = figure.interval;
  if (!low || !high || compare(low.value, zero) <= 0 || bare(figure).replace(/\D/g, "").length < 2) return [];
  const needs = new Map<number, Interval>([
    [at, value],
    [total, scaled(reading.quantities[count]!.value, low.value, high.value, one)],
    [count, between(divide(reading.quantities[total]!.value, high.value), divide(reading.quantities[total]!.value, low.value))],
  ]);
  if (!slipped(reading, needs)) return [];
  const shownValue = shownInterval(value, figure);
  return [
    told(
      reading,
      "PERCAP",
      [at, total, count],
      needs,
      `${bare(reading.quantities[total]!)} ÷ ${bare(reading.quantities[count]!)} = ${shownValue} ≠ ${printed(figure)}`,
      shownValue,
    ),
  ];
}

/** A change or growth between the only two values of one unit. */
function difference(reading: Reading, at: number, others: readonly number[]): Relation[] {
  const [figure, claim] = [reading.quantities[at]!, reading.claims[at]!];
  const points = figure.kind === "points";
  // 拉动工业增长2.6个百分点: what one part gives to the growth of another.
  const words = reading.document.text.slice(Math.max(0, figure.start - 24), figure.start);
  if (/拉动|贡献|带动|影响|推动/.test(words) || isRespective(reading, at)) return [];
  const levels = others.filter((index) => {
    const each = reading.claims[index]!;
    if (reading.corrupt.has(index) || !isExact(reading.quantities[index]!)) return false;
    return points
      ? each.quantity.unit === "%" && (each.aspect === "rate" || each.aspect === "share")
      : each.aspect === "level" &&
          each.quantity.kind === "number" &&
          (claim.aspect === "growth" ? each.quantity.unit !== "%" && each.quantity.unit !== "" : each.quantity.unit === figure.unit);
  });
  if (levels.length !== 2 || reading.quantities[levels[0]!]!.unit !== reading.quantities[levels[1]!]!.unit) return [];
  // 毕业率97.1%，较上年下降0.4个百分点；若以…为基数，87.7%: last year's value is told nowhere.
  const isEarlier = (index: number): boolean =>
    reading.claims[index]!.period === claim.comparedWith ||
    // 由2015年的2000人增至3000人，比上年增加200人: from another year.
    (reading.claims[index]!.base === "from" && reading.claims[index]!.period === null);
  if (
    (claim.comparedWith !== null && !levels.some(isEarlier)) ||
    !sameThing(reading, levels[0]!, levels[1]!) ||
    reading.bySentence[claim.sentence]!.some(
      (index) => index !== at && reading.claims[index]!.aspect === claim.aspect && reading.quantities[index]!.kind === figure.kind,
    )
  )
    return [];
  const [large, small] = ordered(reading, levels[0]!, levels[1]!);
  const [high, low] = [reading.quantities[large]!.value, reading.quantities[small]!.value];
  const apart = subtract(high, low);
  const operands = [at, large, small];
  if (claim.aspect === "change") {
    if (compare(apart, figure.value) === 0 || meet(point(apart), figure.interval)) return [held(...operands)];
    const needs = new Map<number, Interval>([
      [at, point(apart)],
      [large, point(add(low, figure.value))],
      [small, point(subtract(high, figure.value))],
    ]);
    if (bare(figure).replace(/\D/g, "").length < 2 || !slipped(reading, needs)) return [];
    return [
      told(
        reading,
        "DELTA",
        operands,
        needs,
        `${bare(reading.quantities[large]!)} - ${bare(reading.quantities[small]!)} = ${shown(apart, figure)} ≠ ${bare(figure)}`,
        shown(apart, figure),
      ),
    ];
  }
  if (isZero(low) || figure.unit !== "%") return [];
  const rates = [low, high].map((base) => multiply(divide(apart, base), hundred));
  if (rates.some((rate) => verdict(point(rate), figure) !== "off")) return [held(...operands)];
  if (bare(figure).replace(/\D/g, "").length < 2) return [];
  const grown = between(
    divide(multiply(low, add(hundred, figure.interval.low!.value)), hundred),
    divide(multiply(low, add(hundred, figure.interval.high!.value)), hundred),
  );
  const needs = new Map<number, Interval>([
    [at, point(rates[0]!)],
    [large, grown],
  ]);
  if (!slipped(reading, needs)) return [];
  const value = shown(rates[0]!, figure);
  return [
    told(
      reading,
      "DELTA",
      operands,
      needs,
      `(${bare(reading.quantities[large]!)} - ${bare(reading.quantities[small]!)}) ÷ ${bare(reading.quantities[small]!)} = ${value}% ≠ ${printed(figure)}`,
      `${value}%`,
    ),
  ];
}

/** Two values of one thing in two years, not of two things. */
function sameThing(reading: Reading, left: number, right: number): boolean {
  const [first, second] = [reading.claims[left]!, reading.claims[right]!];
  const [one, other] = [labelKey(first.label), labelKey(second.label)];
  // 占就业人数的52.7%，…占毕业生总数的51.9%: shares of two wholes.
  if (first.base !== "from" && second.base !== "from" && (first.base ?? "") !== (second.base ?? "")) return false;
  return one === "" || other === "" || one === other || first.base === "from" || second.base === "from" || first.period !== second.period;
}

/** The largest value of a unit against the sum of the others of the sentence. */
function sums(reading: Reading, values: readonly number[], used: ReadonlySet<number>): Relation[] {
  const units = new Set(values.map((index) => reading.quantities[index]!.unit));
  return [...units].flatMap((unit): Relation[] => {
    const group = values.filter((index) => reading.quantities[index]!.unit === unit);
    // 国家级8处: a value of one digit belongs to the list and is too small to be searched for.
    const all = reading.bySentence[reading.claims[group[0]!]!.sentence]!.filter((index) => reading.quantities[index]!.unit === unit);
    if (all.some((index) => reading.claims[index]!.aspect === "level" && !group.includes(index))) return [];
    if (group.length < 3 || group.length > 10 || group.some((index) => used.has(index))) return [];
    const value = (index: number): Exact => reading.quantities[index]!.value;
    const whole = group.find((index) =>
      meet(
        total(group.filter((each) => each !== index).map((each) => reading.quantities[each]!.interval)),
        reading.quantities[index]!.interval,
      ),
    );
    if (whole !== undefined) return [held(whole, ...group.filter((index) => index !== whole))];
    for (const candidate of new Set([group[0]!, group.at(-1)!])) {
      // The total may be told twice, before its parts and behind them.
      const parts = group.filter((index) => index !== candidate && compare(value(index), value(candidate)) !== 0);
      if (parts.length < 2) continue;
      const greatest = group.every((index) => compare(value(index), value(candidate)) <= 0);
      const lead = reading.document.text.slice(
        Math.max(0, reading.quantities[candidate]!.start - 12),
        reading.quantities[candidate]!.start,
      );
      // The words must make it a total: 共, 总 before it, or 其中, a colon or a bracket behind it.
      const tail = reading.document.text.slice(reading.quantities[candidate]!.end, reading.quantities[candidate]!.end + 14);
      if (
        (!/[共总]|合计/.test(lead) && !(greatest && candidate === group[0] && /其中|包括|[：:（(]|分|由/.test(tail))) ||
        /^\s*等/.test(reading.document.text.slice(reading.quantities[parts.at(-1)!]!.end, reading.quantities[parts.at(-1)!]!.end + 3))
      )
        continue;
      const labels = parts.map((part) => labelKey(reading.claims[part]!.label));
      if (
        !isList(reading, parts) ||
        labels.some((label) => label === "") ||
        new Set(labels).size !== labels.length ||
        (parts.length === 2 && !parallel(labels)) ||
        areSome(labels, reading.claims[candidate]!.label)
      )
        continue;
      const rest = parts.map(value).reduce(add, zero);
      if (compare(rest, value(candidate)) === 0) return [held(candidate, ...parts)];
      if (bare(reading.quantities[candidate]!).replace(/\D/g, "").length < 3) continue;
      const needs = new Map<number, Interval>([
        [candidate, point(rest)],
        ...parts.map((part) => [part, point(subtract(value(candidate), subtract(rest, value(part))))] as const),
      ]);
      if ([...needs.values()].some((need) => compare(need.low!.value, zero) < 0 && need.low!.value.denominator !== 1n)) continue;
      if (!slipped(reading, needs)) continue;
      const added = shownSum(parts.map((part) => reading.quantities[part]!));
      return [
        told(
          reading,
          "SUM",
          [candidate, ...parts],
          needs,
          `${parts.map((part) => bare(reading.quantities[part]!)).join(" + ")} = ${added} ≠ ${bare(reading.quantities[candidate]!)}`,
          added,
        ),
      ];
    }
    return [];
  });
}

/** Items between 、 or commas, one behind the other, none in a bracket of its own. */
function isList(reading: Reading, parts: readonly number[]): boolean {
  return parts
    .slice(1)
    .every((part, at) =>
      /^[^。；（()）]{0,16}$/.test(reading.document.text.slice(reading.quantities[parts[at]!]!.end, reading.quantities[part]!.start)),
    );
}

/** Whether one slip of one figure would make the relation hold. */
function slipped(reading: Reading, needs: ReadonlyMap<number, Interval>): boolean {
  return [...needs].some(([index, needed]) => repairs(reading.document, reading.quantities[index]!, needed).length > 0);
}

function told(
  reading: Reading,
  code: FindingCode,
  operands: readonly number[],
  needs: ReadonlyMap<number, Interval>,
  proof: string,
  value: string,
): Relation {
  const figure = reading.quantities[operands[0]!]!;
  return broken(
    operands,
    {
      code,
      tier: "warning",
      message: {
        zh: `${printed(figure)}与同句的数不符，按这些数应为${value}，像是其中一个数有笔误`,
        en: `${printed(figure)} does not agree with the figures beside it, which give ${value}: one of them looks mistyped`,
      },
      proof,
      at: operands,
    },
    needs,
  );
}
