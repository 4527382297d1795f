/**
 * A change, or an earlier value, against what the text gives the year that it is compared with, in a table or another chapter:
 * 较2021年增加0.89万人 where a table has both years. The year may be the slip, the direction, or the size.
 */
import { absolute, compare, equals, exact, multiply, subtract, zero } from "../../quantity/exact.ts";
import { type Interval, point, subtract as subtractIntervals } from "../../quantity/interval.ts";
import type { Claim } from "../claim.ts";
import type { Span } from "../document.ts";
import { bare, hundred, isExact, meet, printed, quotient, verdict } from "./arithmetic.ts";
import { isExplained } from "./certainty.ts";
import { earlierOf } from "./change-levels.ts";
import { isWholeScope } from "./lookup.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";
import { type Level, levelAt, nameKey, namesOf, spokenOf, timelineOf, type Years, yearsOf } from "./timeline.ts";

export function otherYears(reading: Reading): Relation[] {
  if (reading.year === null) return [];
  return reading.claims.flatMap((claim, at): Relation[] => {
    if (claim.sentence < 0 || reading.corrupt.has(at) || !isExact(claim.quantity) || !isWholeScope(claim.scope)) return [];
    if (claim.base === "from") return ofEarlier(reading, at);
    const moves = (claim.aspect === "change" || claim.aspect === "growth") && claim.direction !== null && claim.direction !== "flat";
    return moves ? ofChange(reading, at) : [];
  });
}

interface Told {
  readonly names: readonly string[];
  /** The new level, where the sentence tells it. */
  readonly now: number | null;
  readonly year: number;
  /** The year compared with. */
  readonly against: number;
}

/** 增量由0.53万人收窄到0.21万人: what moves is itself a change. */
const ofChanges = /增量|[增降涨跌减]幅|增速|差距|缺口/;

function ofChange(reading: Reading, at: number): Relation[] {
  const { start } = reading.quantities[at]!;
  const clause = /[^，,。；;]*$/.exec(reading.document.text.slice(Math.max(0, start - 40), start))![0];
  const told = ofChanges.test(clause.replace(/[增降涨跌减]幅(?:为|达|达到)?$/, "")) ? null : toldOf(reading, at);
  if (told === null || (told.now !== null && earlierOf(reading, at, told.now) !== null)) return [];
  const unit = told.now !== null ? levelAt(reading, told.now).unit : unitOf(reading, at);
  const years = yearsOf(reading, told.names, unit);
  const now = told.now !== null ? [levelAt(reading, told.now)] : elsewhere(reading, at, years.get(told.year));
  const before = elsewhere(reading, at, years.get(told.against));
  const pairOf = (earlier: readonly Level[], opposite = false): readonly [Level, Level] | undefined =>
    now.flatMap((later) => earlier.map((each) => [later, each] as const)).find(([later, each]) => fits(reading, at, later, each, opposite));
  const fitting = pairOf(before);
  if (fitting) return [held(at, fitting[0].index, fitting[1].index)];
  const opposite = pairOf(before, true);
  if (opposite) return [wrongDirection(reading, at, ...opposite)];
  const place = yearPlace(reading, at);
  const [shifted] = [...years].flatMap(([year, earlier]) => {
    const pair = year === told.against || year >= told.year ? undefined : pairOf(earlier);
    return pair ? [{ year, pair }] : [];
  });
  if (shifted) return place && digits(reading, at) > 2 ? [wrongYear(reading, at, place, shifted.pair[1], shifted.year)] : [];
  const [later, earlier] = [alone(now), alone(before)];
  if (!later || !earlier || digits(reading, at) < 2 || isFromAnywhere(reading, at, later)) return [];
  const relation = wrongSize(reading, at, later, earlier);
  // Outside the catalog's measures two years of one name may be of two populations.
  const isOneThing = told.names.some((name) => name.startsWith("=")) || isTable(reading.claims[earlier.index]!);
  return isOneThing && (isComparable(later, earlier) || isExplained(reading, relation)) ? [relation] : [];
}

/** Of one order: what has grown to more than twice as much, or shrunk to less than half, is rather another thing. */
function isComparable({ value: now }: Level, { value: before }: Level): boolean {
  return compare(multiply(now, exact("2.5")), before) > 0 && compare(multiply(before, exact("2.5")), now) > 0;
}

/** What a change is of, of which year and against which; null where the words do not say. */
function toldOf(reading: Reading, at: number): Told | null {
  const claim = reading.claims[at]!;
  const against = comparedWith(reading, at);
  if (against === null) return null;
  const subject = claim.subject === null ? planBefore(reading, at) : claim.subject;
  if (subject !== null) {
    const { label, concept, period, scope } = reading.claims[subject]!;
    if (!isWholeScope(scope) || period === null || period <= against || !isExact(reading.quantities[subject]!)) return null;
    return { names: namesOf(label, concept), now: subject, year: period, against };
  }
  const names = claim.label !== "" ? namesOf(claim.label, claim.concept) : mentionedBefore(reading, at);
  const year = claim.period ?? reading.year!;
  return names.length === 0 || year <= against ? null : { names, now: null, year, against };
}

/** 计划补充教师600名，比上年多60名: what is planned stands right before. */
function planBefore(reading: Reading, at: number): number | null {
  const [claim, last] = [reading.claims[at]!, reading.claims[at - 1]];
  const isPlan = last?.sentence === claim.sentence && last.aspect === "plan" && claim.label === "";
  return isPlan && last.quantity.unit === claim.quantity.unit ? at - 1 : null;
}

/** 较2021年增加0.89万人，增长4.25%: what follows is compared with the same year. */
function comparedWith(reading: Reading, at: number): number | null {
  const claim = reading.claims[at]!;
  if (claim.comparedWith !== null) return claim.comparedWith;
  const last = reading.claims[at - 1];
  const goesOn =
    last?.sentence === claim.sentence && (last.aspect === "change" || last.aspect === "growth") && last.subject === claim.subject;
  return goesOn && claim.label === "" ? comparedWith(reading, at - 1) : null;
}

/** 升学率连续三年攀升，比上届提高3.34个百分点: the last rate that the sentence has named before. */
function mentionedBefore(reading: Reading, at: number): readonly string[] {
  const { quantity, sentence } = reading.claims[at]!;
  if (quantity.kind !== "points") return [];
  const { start } = reading.sentences[sentence]!;
  const words = reading.document.text.slice(Math.max(start, reading.quantities[at - 1]?.end ?? 0, quantity.start - 60), quantity.start);
  const names = [...words.matchAll(/[\u4e00-\u9fff“”]{2,12}?率/g)].map(([name]) => nameKey(name));
  const all = timelineOf(reading);
  return names.filter((name) => all.has(`${name} %`)).slice(-1);
}

const unitOf = (reading: Reading, at: number): string => {
  const { kind, unit } = reading.quantities[at]!;
  return kind === "points" ? "%" : unit;
};

/** Levels that other sentences or tables tell. */
function elsewhere(reading: Reading, at: number, levels: readonly Level[] = []): readonly Level[] {
  const { sentence } = reading.claims[at]!;
  return levels.filter(({ index }) => index !== at && reading.claims[index]!.sentence !== sentence);
}

/** The one value that all places agree on. */
function alone(levels: readonly Level[]): Level | null {
  const [first, ...rest] = levels;
  return first !== undefined && rest.every(({ interval }) => meet(interval, first.interval)) ? first : null;
}

function fits(reading: Reading, at: number, now: Level, before: Level, opposite = false): boolean {
  const { quantity, direction, aspect } = reading.claims[at]!;
  const falls = (direction === "down") !== opposite;
  const [high, low] = falls ? [before, now] : [now, before];
  if (compare(high.value, low.value) < 0) return false;
  const moved = subtractIntervals(high.interval, low.interval);
  if (aspect === "change")
    return (quantity.kind === "points" ? now.unit === "%" : quantity.unit === now.unit) && meet(moved, quantity.interval);
  const grown = now.unit === "%" || quantity.unit !== "%" ? null : quotient(absoluteOf(moved), before.interval, hundred);
  return grown !== null && verdict(grown, quantity) !== "off";
}

const absoluteOf = ({ low, high }: Interval): Interval => ({
  low: low && compare(low.value, zero) < 0 ? { value: zero, closed: true } : low,
  high,
});

/** Some other value of the text, under whatever name, is what it is a change from. */
function isFromAnywhere(reading: Reading, at: number, now: Level): boolean {
  return reading.quantities.some((quantity, index) => {
    if (index === at || index === now.index || quantity.kind !== reading.quantities[now.index]!.kind) return false;
    const level = levelAt(reading, index);
    return level.unit === now.unit && (fits(reading, at, now, level) || fits(reading, at, level, now, true));
  });
}

const digits = (reading: Reading, at: number): number => bare(reading.quantities[at]!).replace(/\D|^[0.]+|0+$/g, "").length;

function wrongDirection(reading: Reading, at: number, now: Level, before: Level): Relation {
  const { quantity, direction } = reading.claims[at]!;
  const rises = direction === "down";
  return broken([at, now.index, before.index], {
    code: "DIR",
    tier: "warning",
    message: {
      zh: `由${shownAt(reading, before)}到${shownAt(reading, now)}是${rises ? "增" : "减"}，文中写作${rises ? "减" : "增"}${printed(quantity)}`,
      en: `from ${shownAt(reading, before)} to ${shownAt(reading, now)} it went ${rises ? "up" : "down"}, the text says ${rises ? "down" : "up"}`,
    },
    proof: `${bareAt(reading, now)} ${rises ? ">" : "<"} ${bareAt(reading, before)}`,
    at: [at, now.index, before.index],
  });
}

function wrongSize(reading: Reading, at: number, now: Level, before: Level): Relation {
  const { quantity, aspect, direction } = reading.claims[at]!;
  const apart = absolute(subtract(now.value, before.value));
  const rate = aspect === "growth" ? quotient(point(apart), point(before.value), hundred) : null;
  const expected = rate?.low?.value ?? apart;
  const value = Number(expected.numerator) / Number(expected.denominator);
  const mark = aspect === "growth" ? "%" : "";
  const by = direction === "down" ? subtract(zero, quantity.value) : quantity.value;
  const needs: ReadonlyMap<number, Interval> = new Map(
    aspect === "growth"
      ? []
      : [
          [at, point(expected)],
          [now.index, point(subtract(before.value, subtract(zero, by)))],
          [before.index, point(subtract(now.value, by))],
        ],
  );
  const year = reading.claims[before.index]!.period;
  return broken(
    [at, now.index, before.index],
    {
      code: "DELTA",
      tier: "warning",
      message: {
        zh: `${year}年为${shownAt(reading, before)}，到${shownAt(reading, now)}变化${round(value)}${mark}，文中为${printed(quantity)}`,
        en: `${year} has ${shownAt(reading, before)}: to ${shownAt(reading, now)} it is a change by ${round(value)}${mark}, the text says ${printed(quantity)}`,
      },
      proof: `${bareAt(reading, now)} 与 ${bareAt(reading, before)} 相差 ${round(value)}${mark} ≠ ${printed(quantity)}`,
      at: [at, now.index, before.index],
    },
    aspect === "growth" ? undefined : needs,
  );
}

const round = (value: number): string => String(Math.round(value * 10_000) / 10_000);
const shownAt = (reading: Reading, { index }: Level): string => printed(reading.quantities[index]!);
const bareAt = (reading: Reading, { index }: Level): string => bare(reading.quantities[index]!);

/** 2021年, written between the figure before and this one. */
function yearPlace(reading: Reading, at: number): Span | null {
  const { start } = reading.quantities[at]!;
  const from = Math.max(reading.sentences[reading.claims[at]!.sentence]!.start, reading.quantities[at - 1]?.end ?? 0, start - 40);
  const found = [...reading.document.text.slice(Math.min(from, start), start).matchAll(/(?:19|20)\d\d\s?(?:年|届|学年)/g)].at(-1);
  return found ? { start: from + found.index, end: from + found.index + found[0].length } : null;
}

function wrongYear(reading: Reading, at: number, place: Span, before: Level, year: number): Relation {
  const said = reading.document.text.slice(place.start, place.end);
  return broken([at, before.index], {
    code: "PERIOD",
    tier: "warning",
    message: {
      zh: `与${said}对不上，与${year}年的${shownAt(reading, before)}相符，年份可能有误`,
      en: `it does not agree with ${said} but with ${year} (${shownAt(reading, before)}): the year may be wrong`,
    },
    proof: `另处${year}年为${shownAt(reading, before)}，此处写作${said}`,
    at: [at, before.index],
    places: [place],
  });
}

/** 与2022年的3158人相比: the text has a value of that year, or this one for another. */
function ofEarlier(reading: Reading, at: number): Relation[] {
  const claim = reading.claims[at]!;
  const place = yearPlace(reading, at);
  const { label, concept } = claim.label === "" ? spokenOf(reading, at) : claim;
  const level = levelAt(reading, at);
  if (claim.period === null || level.unit === "") return [];
  const years = yearsOf(reading, namesOf(label, concept), level.unit);
  const same = elsewhere(reading, at, years.get(claim.period));
  const agreeing = same.find(({ interval }) => meet(interval, level.interval));
  if (agreeing) return [held(at, agreeing.index)];
  if (place === null || digits(reading, at) < 2) return [];
  const twin = twinOf(reading, at, level, years);
  if (twin) return digits(reading, at) > 2 ? [wrongYear(reading, at, place, twin.level, twin.year)] : [];
  const other = alone(same);
  return other === null || !isTable(reading.claims[other.index]!) ? [] : [differs(reading, at, other)];
}

const isTable = (claim: Claim): boolean => claim.sentence < 0;

function twinOf(reading: Reading, at: number, level: Level, years: Years): { readonly level: Level; readonly year: number } | null {
  for (const [year, levels] of years) {
    if (year === reading.claims[at]!.period || year === reading.year) continue;
    const twin = elsewhere(reading, at, levels).find(({ value }) => equals(value, level.value));
    if (twin) return { level: twin, year };
  }
  return null;
}

function differs(reading: Reading, at: number, other: Level): Relation {
  const figure = reading.quantities[at]!;
  const { period } = reading.claims[at]!;
  return broken(
    [at, other.index],
    {
      code: "CROSS",
      tier: "warning",
      message: {
        zh: `${period}年的值此处为${printed(figure)}，另处为${shownAt(reading, other)}`,
        en: `the value of ${period} is ${printed(figure)} here and ${shownAt(reading, other)} elsewhere`,
      },
      proof: `${bare(figure)} ≠ ${bareAt(reading, other)}`,
      at: [at, other.index],
    },
    new Map([
      [at, other.interval],
      [other.index, figure.interval],
    ]),
  );
}
