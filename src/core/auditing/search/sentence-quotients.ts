/**
 * Shares, ratios, multiples and per-head values searched for among the figures around them: which two values give this one. Where
 * none do, the pair that stands out is told: alone in its sentence, bound by the base's name, or by which the other shares are worked out.
 */
import { compare, type Exact, exact, multiply, one } from "../../quantity/exact.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import { asRounded, bare, hundred, isExact, meet, printed, quotient, shownInterval, verdict } from "../relations/arithmetic.ts";
import { isRespective } from "../relations/change-levels.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { agreed, distinctValues } from "./agreed.ts";
import {
  basesOf,
  dividedBases,
  headsFit,
  isBaseOfLongerName,
  isNamedBase,
  namesAnotherBase,
  type Pair,
  partitiveBases,
  rateFits,
} from "./bases.ts";
import { directionBefore, gapBefore, gapBehind, isAim, isShareLike } from "./cues.ts";
import { missOf, missTold } from "./division.ts";
import { oddUnit, sameKind } from "./odd-unit.ts";
import { countedIn, isPlainValue, namingOf } from "./names.ts";
import { divisionBefore, isDefined, isTakenByAnother, valuesIn } from "./operands.ts";
import { digitsOf, isStale, middle, type Placed } from "./suspicion.ts";

interface Sort {
  readonly code: FindingCode;
  readonly factor: Exact;
  readonly mark: string;
}

/** Quotients of one sentence. */
export function sentenceQuotients(reading: Reading, sentence: number, placed: Placed): Relation[] {
  const indexes = reading.bySentence[sentence]!;
  const values = valuesIn(reading, sentence).filter((index) => directionBefore(reading, index) === null || isPlainValue(reading, index));
  const targets = indexes.filter((index) => sortOf(reading, index) !== null);
  const inPoints = indexes.flatMap((at) => {
    if (
      reading.quantities[at]!.kind !== "points" ||
      directionBefore(reading, at) !== null ||
      placed.told.has(at) ||
      digitsOf(reading, at) < 2
    )
      return [];
    const pair = sharesOf(reading, values).find((each) => fits(reading, at, each));
    if (pair && isShareLike(reading, at)) return [shareInPoints(reading, at, pair)];
    return elsewhere(reading, at, values, placed) ?? [];
  });
  return [...inPoints, ...sought(reading, targets, values, placed)];
}

function sought(reading: Reading, targets: readonly number[], values: readonly number[], placed: Placed): Relation[] {
  const fitted = new Map<number, Pair>();
  for (const at of targets) {
    const pair = pairsOf(reading, at, values).find((each) => fits(reading, at, each));
    if (pair) fitted.set(at, pair);
  }
  return targets.flatMap((at) => {
    const pair = fitted.get(at);
    if (pair) return [held(at, pair.part, pair.whole), ...misnamed(reading, at, pair, placed)];
    if (placed.told.has(at)) return [];
    const division = divisionBefore(reading, at);
    if (division) return tell(reading, at, division, placed, "close") ?? [];
    const crossed = crossedUnits(reading, at, values);
    if (crossed) return oddUnit(reading, [crossed.part, crossed.whole], placed);
    if (placed.held.has(at)) return [];
    return (
      bySibling(reading, at, fitted, values, placed) ??
      alone(reading, at, targets, values, placed) ??
      elsewhere(reading, at, values, placed) ??
      []
    );
  });
}

function sortOf(reading: Reading, at: number): Sort | null {
  const [quantity, claim] = [reading.quantities[at]!, reading.claims[at]!];
  if (!isExact(quantity) || reading.corrupt.has(at) || claim.aspect === "rule" || claim.aspect === "plan") return null;
  if (quantity.kind === "ratio") return { code: "RATIO", factor: one, mark: ":1" };
  if (quantity.unit === "倍" && /年前|以前|建[校国市]|最初|^前的?/.test(gapBefore(reading, at))) return null;
  if (quantity.unit === "倍") return { code: "RATIO", factor: one, mark: "倍" };
  if (
    quantity.kind === "share" &&
    quantity.unit === "%" &&
    directionBefore(reading, at) === null &&
    claim.aspect !== "growth" &&
    // 以5.8%的降幅: a growth, told by the word behind it.
    !/^的?[增降升跌涨减][幅长速]/.test(gapBehind(reading, at))
  )
    return { code: "SHARE", factor: hundred, mark: "%" };
  return isPerHead(reading, at) ? { code: "PERCAP", factor: one, mark: quantity.unit } : null;
}

/** 生均工位方面，全市为0.90个: the topic of a sentence, where no other figure stands before. */
const perHeadTopic = /^[^\d，,。；;]{0,6}[生人校师]均[^，,。；;\d]{1,16}(?:方面|上|来看|来说|一项)[，,][^，,。；;（(\d]{0,8}$/;

function isPerHead(reading: Reading, at: number): boolean {
  const quantity = reading.quantities[at]!;
  if (quantity.kind !== "number" || quantity.unit === "") return false;
  if (/^\s*(?:再|被)?除以/.test(gapBehind(reading, at))) return false;
  const division = divisionBefore(reading, at);
  if (division !== null) return reading.quantities[division.part]!.unit === quantity.unit;
  return (
    reading.claims[at]!.aspect === "perHead" ||
    perHeadTopic.test(gapBefore(reading, at)) ||
    /(?:[生人校师]均|平均|每[人生校名所]|人手)[^，。；;（(]{0,10}$/.test(gapBefore(reading, at))
  );
}

/** All pairs that `at` can be the quotient of. */
function pairsOf(reading: Reading, at: number, values: readonly number[]): Pair[] {
  const figure = reading.quantities[at]!;
  const others = values.filter((index) => index !== at);
  const unit = (index: number): string => reading.quantities[index]!.unit;
  if (isPerHead(reading, at)) {
    const totals = others.filter((index) => unit(index) === figure.unit && !isPerHead(reading, index));
    return totals.flatMap((part) =>
      others.filter((index) => /^(?:人|所|个|家)$/.test(unit(index)) && unit(index) !== figure.unit).map((whole) => ({ part, whole })),
    );
  }
  const above = compare(figure.value, figure.unit === "%" ? hundred : one) > 0;
  return others.flatMap((left, position) =>
    others.slice(position + 1).flatMap((right) => {
      if (unit(left) !== unit(right)) return [];
      const larger = compare(reading.quantities[left]!.value, reading.quantities[right]!.value);
      if (larger === 0 && figure.unit !== "%") return [];
      const [big, small] = larger >= 0 ? [left, right] : [right, left];
      return [above ? { part: big, whole: small } : { part: small, whole: big }];
    }),
  );
}

/** A share that only a count of persons and one of person-times give. */
function crossedUnits(reading: Reading, at: number, values: readonly number[]): Pair | undefined {
  if (reading.quantities[at]!.unit !== "%" || digitsOf(reading, at) < 3) return undefined;
  const unit = (index: number): string => reading.quantities[index]!.unit;
  return values
    .flatMap((part) => values.map((whole) => ({ part, whole })))
    .find(
      (pair) =>
        unit(pair.part) !== unit(pair.whole) &&
        sameKind(unit(pair.part), unit(pair.whole)) &&
        compare(reading.quantities[pair.part]!.value, reading.quantities[pair.whole]!.value) < 0 &&
        fits(reading, at, pair),
    );
}

/** Smaller over larger of one unit. */
function sharesOf(reading: Reading, values: readonly number[]): Pair[] {
  return values.flatMap((part) => values.flatMap((whole) => (pairable(reading, part, whole) ? [{ part, whole }] : [])));
}

function compute(reading: Reading, at: number, { part, whole }: Pair): Interval | null {
  const factor = sortOf(reading, at)?.factor ?? hundred;
  return quotient(reading.quantities[part]!.interval, reading.quantities[whole]!.interval, factor);
}

function shareInPoints(reading: Reading, at: number, { part, whole }: Pair): Relation {
  const figure = reading.quantities[at]!;
  return broken([at, part, whole], {
    code: "PP",
    tier: "warning",
    message: { zh: `${printed(figure)}是一个比例，应以“%”计`, en: `${printed(figure)} is a share: it should be in %` },
    proof: `${bare(reading.quantities[part]!)} ÷ ${bare(reading.quantities[whole]!)} ≈ ${bare(figure)}%`,
    at: [at, part, whole],
  });
}

/** The pair gives the share, but the words name another base: 双师121人，占教职工的55.5%. */
function misnamed(reading: Reading, at: number, pair: Pair, placed: Placed): Relation[] {
  const naming = namingOf(reading);
  if (sortOf(reading, at)!.code !== "SHARE" || [at, pair.part].some((index) => placed.told.has(index)) || digitsOf(reading, at) < 3)
    return [];
  if (namedPairFits(reading, at) || isOfAnother(reading, at, pair.part)) return [];
  const own = new Set(
    [pair.part, pair.whole].flatMap((index) => (naming.of[index] && !naming.of[index].modified ? [naming.of[index].name] : [])),
  );
  const told = basesOf(reading, at).filter((name) => isNamedBase(reading, at, name));
  const names = told.length > 0 ? told : partitiveBases(reading, pair.part);
  const wrong = names.flatMap((name) => {
    const whole = agreed(reading, naming.values.get(name));
    if (whole === null || own.has(name)) return [];
    const same = [pair.part, pair.whole].some((index) => meet(reading.quantities[index]!.interval, reading.quantities[whole]!.interval));
    const labels = [pair.part, pair.whole].map((index) => countedIn(reading.claims[index]!.label));
    if (same || labels.some((label) => label !== "" && (label.includes(name) || name.includes(label)))) return [];
    const counted = sameKind(reading.quantities[pair.part]!.unit, reading.quantities[whole]!.unit);
    return counted && isComparable(reading, pair.whole, whole) && !fits(reading, at, { part: pair.part, whole }) ? [{ whole, name }] : [];
  });
  const [found] = wrong;
  return found && wrong.length === 1 ? [otherBase(reading, at, { part: pair.part, whole: found.whole }, pair.whole, found.name)] : [];
}

/** Of one order: nobody takes 137 for 16999. */
function isComparable(reading: Reading, left: number, right: number): boolean {
  const [one, two] = [reading.quantities[left]!.value, reading.quantities[right]!.value];
  return compare(multiply(one, exact(20)), two) > 0 && compare(multiply(two, exact(20)), one) > 0;
}

/** The words before the share name a part and its base whose values, wherever they stand, give it. */
function namedPairFits(reading: Reading, at: number): boolean {
  const { values } = namingOf(reading);
  const named = basesOf(reading, at, true).flatMap((name) => agreed(reading, values.get(name)) ?? []);
  return named.some((part) => named.some((whole) => pairable(reading, part, whole) && fits(reading, at, { part, whole })));
}

function fits(reading: Reading, at: number, pair: Pair): boolean {
  const computed = compute(reading, at, pair);
  return computed !== null && verdict(computed, asRounded(reading.quantities[at]!)) !== "off";
}

/** 甲25人（25%）、乙30人（31%）、丙45人（45%）: all the other shares have one whole, and each the part beside it. */
function bySibling(
  reading: Reading,
  at: number,
  fitted: ReadonlyMap<number, Pair>,
  values: readonly number[],
  placed: Placed,
): Relation[] | null {
  const kind = reading.quantities[at]!.unit;
  const siblings = [...fitted].filter(([index]) => reading.quantities[index]!.unit === kind && !isPerHead(reading, index));
  for (const [index, { part, whole }] of siblings) {
    const step = values.indexOf(part) - values.filter((value) => value < index).length;
    const own = values[values.filter((value) => value < at).length + step];
    if (own === undefined || own === whole || siblings.some(([, each]) => each.part === own)) continue;
    const pair = { part: own, whole };
    if (!near(own, at) || !near(part, index) || reading.quantities[own]!.unit !== reading.quantities[whole]!.unit) continue;
    const others = siblings.filter(([, each]) => each.whole === whole).length;
    return tell(reading, at, pair, placed, others > 1 ? "close" : "slip");
  }
  return null;
}

const near = (value: number, at: number): boolean => Math.abs(value - at) === 1;

/** Only one pair, and only one such figure, in the sentence or in the part of it between semicolons. */
function alone(reading: Reading, at: number, targets: readonly number[], values: readonly number[], placed: Placed): Relation[] | null {
  const [from, to] = segmentOf(reading, at);
  const inside = values.filter((index) => index >= from && index <= to);
  const sort = sortOf(reading, at)!;
  if (targets.some((index) => index !== at && index >= from && index <= to && sortOf(reading, index)!.code === sort.code)) return null;
  const pairs = pairsOf(reading, at, inside);
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1) return null;
  if (sort.code === "SHARE" && !isShareLike(reading, at)) return null;
  if (sort.code === "SHARE" && (namesAnotherBase(reading, at, pair) || !rateFits(reading, at, pair))) return null;
  if (sort.code === "PERCAP" && !headsFit(reading, at, pair)) return null;
  return tell(reading, at, pair, placed, "close");
}

/** From the figure behind the semicolon before to the one before the next. */
function segmentOf(reading: Reading, at: number): readonly [number, number] {
  const indexes = reading.bySentence[reading.claims[at]!.sentence]!;
  const apart = (left: number, right: number): boolean =>
    /[；;。]/.test(reading.document.text.slice(reading.quantities[left]!.end, reading.quantities[right]!.start));
  let position = indexes.indexOf(at);
  let from = at;
  while (position > 0 && !apart(indexes[position - 1]!, indexes[position]!)) from = indexes[--position]!;
  position = indexes.indexOf(at);
  let to = at;
  while (position + 1 < indexes.length && !apart(indexes[position]!, indexes[position + 1]!)) to = indexes[++position]!;
  // ◆甲：5人；乙：6人；占比：7%: semicolons between single figures part nothing.
  return from === at && to === at ? [indexes[0]!, indexes.at(-1)!] : [from, to];
}

/** The base is named, and its value stands elsewhere: 占专任教师的61.6%. */
function elsewhere(reading: Reading, at: number, values: readonly number[], placed: Placed): Relation[] | null {
  if (isRespective(reading, at) || (sortOf(reading, at) !== null && sortOf(reading, at)!.code !== "SHARE")) return null;
  const naming = namingOf(reading);
  const parts = values.filter((index) => near(index, at));
  // 专任教师中25%是高级讲师，计98人: one of the names is the part's own.
  const isPart = (name: string): boolean =>
    distinctValues(reading, naming.values.get(name)).some((index) =>
      parts.some((part) => meet(reading.quantities[index]!.interval, reading.quantities[part]!.interval)),
    );
  // 初中毕业生占比为83%: the words 毕业生 are of the part's own name.
  const own = reading.claims[at]!.label;
  const names = basesOf(reading, at, true).filter((name) => !isPart(name) && (own === name || !own.endsWith(name)));
  const pairs = parts.flatMap((part) => {
    // 党员中，教职工366人，占教职工总数的35.3%: what the share itself says that it is of comes first.
    const around = reading.claims[at]!.base
      ? []
      : part < at
        ? [...partitiveBases(reading, part), ...dividedBases(reading, part)]
        : dividedBases(reading, at);
    const bases = [...names.filter((name) => isNamedBase(reading, at, name)), ...around.filter((name) => !isPart(name))];
    return [...new Set(bases)].map((name) => ({ part, name }));
  });
  const candidates = pairs.flatMap(({ part, name }) => {
    const whole = agreed(reading, naming.values.get(name));
    return whole !== null && alike(reading, part, whole) && !isOfAnother(reading, at, part) && !isBaseOfLongerName(reading, at, name)
      ? [{ part, whole, name }]
      : [];
  });
  const fitting = candidates.find((pair) => fits(reading, at, pair));
  if (fitting)
    return reading.quantities[at]!.kind === "points" ? [shareInPoints(reading, at, fitting)] : [held(at, fitting.part, fitting.whole)];
  const [pair] = candidates;
  if (pair === undefined || candidates.length !== 1 || reading.quantities[at]!.kind === "points") return null;
  const others = [...naming.values].flatMap(([name, indexes]) => {
    const whole = agreed(reading, indexes);
    return name === pair.name || whole === null || !pairable(reading, pair.part, whole) || !fits(reading, at, { part: pair.part, whole })
      ? []
      : [whole];
  });
  const distinct = new Set(others.map((whole) => bare(reading.quantities[whole]!)));
  if (distinct.size === 1 && digitsOf(reading, at) >= 2) return [otherBase(reading, at, pair, others[0]!, pair.name)];
  return tell(reading, at, pair, placed, "close");
}

/** 修读学生占在校生的43.1%，配备指导教师59人: what the share is of and the value beside it have names of their own. */
function isOfAnother(reading: Reading, at: number, part: number): boolean {
  const claim = reading.claims[at]!;
  if (claim.aspect !== "share" || !claim.base) return false;
  const [left, right] = [claim.label, namingOf(reading).of[part]?.name ?? reading.claims[part]!.label];
  if (left === "" || right === "" || left.includes(right) || right.includes(left)) return false;
  return /[，,；;。]/.test(
    reading.document.text.slice(
      Math.min(reading.quantities[at]!.end, reading.quantities[part]!.end),
      Math.max(reading.quantities[at]!.start, reading.quantities[part]!.start),
    ),
  );
}

/** Counted alike, and two things. */
function alike(reading: Reading, part: number, whole: number): boolean {
  const [a, t] = [reading.quantities[part]!, reading.quantities[whole]!];
  return part !== whole && a.unit === t.unit && compare(a.value, t.value) !== 0;
}

function pairable(reading: Reading, part: number, whole: number): boolean {
  const [a, t] = [reading.quantities[part]!, reading.quantities[whole]!];
  return part !== whole && a.unit === t.unit && compare(a.value, t.value) < 0;
}

function otherBase(reading: Reading, at: number, { part, whole }: Pair, right: number, name: string): Relation {
  const computed = shownInterval(compute(reading, at, { part, whole })!, reading.quantities[at]!);
  const label = namingOf(reading).of[right]?.name ?? "";
  return broken([at, part, whole, right], {
    code: "BASE",
    tier: "warning",
    message: {
      zh: `${printed(reading.quantities[at]!)}不是占“${name}”（${bare(reading.quantities[whole]!)}）的比例，而是占“${label}”（${bare(reading.quantities[right]!)}）的`,
      en: `${printed(reading.quantities[at]!)} is no share of "${name}" but of "${label}"`,
    },
    proof: `${bare(reading.quantities[part]!)} ÷ ${bare(reading.quantities[whole]!)} = ${computed}%，${bare(reading.quantities[part]!)} ÷ ${bare(reading.quantities[right]!)} ≈ ${printed(reading.quantities[at]!)}`,
    at: [at, part, right],
  });
}

/** One slip may have put the part above its whole: then the pair is read the other way round. */
function tell(reading: Reading, at: number, pair: Pair, placed: Placed, gate: "slip" | "close"): Relation[] | null {
  return (
    told(reading, at, pair, placed, gate) ??
    (isPerHead(reading, at) || reading.claims[pair.whole]!.sentence !== reading.claims[at]!.sentence
      ? null
      : told(reading, at, { part: pair.whole, whole: pair.part }, placed, "slip"))
  );
}

function told(reading: Reading, at: number, pair: Pair, placed: Placed, gate: "slip" | "close"): Relation[] | null {
  const sort = sortOf(reading, at)!;
  if (isAim(reading, at) || isTakenByAnother(reading, at, pair) || isDefined(reading, at) || digitsOf(reading, at) < 2) return null;
  const miss = missOf(reading, { at, ...pair, factor: sort.factor }, placed);
  if (miss === null) return null;
  const expected = middle(miss.computed);
  const close =
    gate === "close" &&
    expected !== null &&
    isStale(reading.quantities[at]!.value, expected) &&
    [at, pair.part, pair.whole].some((index) => !placed.held.has(index));
  return miss.culprits.length > 0 || close ? [missTold(reading, miss, sort)] : null;
}
