/**
 * Two values and the change between them agree by their numbers: the words are held against them, which way it moved and which
 * years are compared.
 */
import { compare } from "../../quantity/exact.ts";
import type { Direction } from "../../language/change-verb.ts";
import { bare } from "../relations/arithmetic.ts";
import { isCutApart } from "../relations/cut-apart.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { clauseBefore, directionBefore, isAim, isPrior, yearBefore } from "./cues.ts";
import { digitsOf, type Placed } from "./suspicion.ts";
import { type ToldYear, yearsOfTwo } from "./value-years.ts";

export interface Couple {
  readonly high: number;
  readonly low: number;
}

/** 增至, 降为, 升到, →: the value that it became. */
export function isNewLevel(reading: Reading, index: number): boolean {
  const before = reading.document.text.slice(Math.max(0, reading.quantities[index]!.start - 10), reading.quantities[index]!.start);
  return /[至到为成→](?:(?:19|20)\d\d年的?)?\s*$|达$/.test(before) && !/幅度?为$|了$/.test(before);
}

/** The numbers agree; do the words? */
export function wordsAgainst(reading: Reading, at: number, couple: Couple, placed: Placed): Relation[] {
  const { high, low } = couple;
  const agreed = held(at, high, low);
  if (
    [at, high, low].some((index) => placed.told.has(index)) ||
    compare(reading.quantities[high]!.value, reading.quantities[low]!.value) === 0
  )
    return [agreed];
  const [priorHigh, priorLow] = [isPrior(reading, high), isPrior(reading, low)];
  const years = yearsOfTwo(reading, high, low);
  const ahead = years.find((each) => each !== null && reading.year !== null && reading.yearCertain && each.year > reading.year);
  const telling = digitsOf(reading, at) >= 2 || digitsOf(reading, high) >= 2;
  // 到2025年拟达到130人，尚需净增18人: what is to come.
  if (
    ahead &&
    [at, high, low].some((index) => isAim(reading, index) || /拟|计划|将|尚[需缺]|还[需差要]/.test(clauseBefore(reading, index)))
  )
    return [agreed];
  if (ahead && telling) return [agreed, aheadOf(reading, at, couple, ahead)];
  const base = reading.yearCertain ? basedOnReported(reading, couple) : null;
  if (base && telling) return [agreed, sameYear(at, couple, base)];
  if (years[0] && years[1] && years[0].year === years[1].year && telling) return [agreed, sameYear(at, couple, years[1])];
  const moved: Direction | null =
    years[0] && years[1] ? (years[0].year > years[1].year ? "up" : "down") : priorHigh === priorLow ? null : priorHigh ? "down" : "up";
  const said = becoming(reading, couple, moved) ?? reading.claims[at]!.direction ?? directionBefore(reading, at);
  if (moved === null || said === null || said === "flat" || said === moved) return [agreed];
  // 2018年2100人，比2019年的2310人少210人: the later year is what it is compared with.
  const later = moved === "up" ? high : low;
  if (/[比较]\s?(?:19|20)\d\d年[^，。；]{0,4}$/.test(clauseBefore(reading, later)) && later < at) return [agreed];
  const digits = digitsOf(reading, high) + digitsOf(reading, low);
  if (digits < 3 || (digitsOf(reading, at) < 2 && digits < 4) || (!(years[0] && years[1]) && isCutApart(reading, [at, high, low])))
    return [agreed];
  const [now, before] = moved === "up" ? [high, low] : [low, high];
  return [
    broken([at, now, before], {
      code: "DIR",
      tier: "warning",
      message: {
        zh: `由${bare(reading.quantities[before]!)}到${bare(reading.quantities[now]!)}是${moved === "up" ? "增" : "减"}，文中写作${said === "up" ? "增" : "减"}`,
        en: `from ${bare(reading.quantities[before]!)} to ${bare(reading.quantities[now]!)} it went ${moved}, the text says ${said}`,
      },
      proof: `${bare(reading.quantities[now]!)} ${moved === "up" ? ">" : "<"} ${bare(reading.quantities[before]!)}`,
      at: [at, now, before],
    }),
  ];
}

/** 由3人降至5人: the verb of the new value says the other way. */
function becoming(reading: Reading, { high, low }: Couple, moved: Direction | null): Direction | null {
  if (moved === null) return null;
  const now = moved === "up" ? high : low;
  const said = isNewLevel(reading, now) ? directionBefore(reading, now) : null;
  return said === moved ? null : said;
}

interface Year {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

/** A comparison with a year after the report's own, or of one year with itself. */
function wrongYear(at: number, { high, low }: Couple, year: Year, told: { zh: string; en: string; proof: string }): Relation {
  const { proof, ...message } = told;
  return broken([at, high, low, at], { code: "PERIOD", tier: "warning", message, proof, at: [at, high, low], places: [year] });
}

const aheadOf = (reading: Reading, at: number, couple: Couple, year: Year): Relation =>
  wrongYear(at, couple, year, {
    zh: `报告的年度是${reading.year}年，文中却与${year.year}年相比`,
    en: `the report is of ${reading.year}, the text compares with ${year.year}`,
    proof: `${year.year} > ${reading.year}`,
  });

const sameYear = (at: number, couple: Couple, year: Year): Relation =>
  wrongYear(at, couple, year, {
    zh: `同一年（${year.year}年）的两个数相比，其中一处的年份有误`,
    en: `two values of one year (${year.year}) are compared: one of the years is wrong`,
    proof: `${year.year}年与${year.year}年相比`,
  });

/** 同比上涨10.3%，2023年基数为214项 in a report of 2023: a base is of the year before. */
function basedOnReported(reading: Reading, { high, low }: Couple): ToldYear | null {
  for (const index of [high, low]) {
    const year = yearBefore(reading, index);
    if (year?.year === reading.year && /年(?:的|同期)?(?:基数|基期|基础|起点)/.test(clauseBefore(reading, index))) return year;
  }
  return null;
}
