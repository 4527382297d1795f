/**
 * A change told in prose against the two years' values that a table or another sentence gives: 比上年增加250人 where the table has
 * 5230 and 4980, or against the same change told again. Told only where the size of the change agrees and its direction alone
 * does not, or where no size is told.
 */
import { type Direction, directionOf, movingVerbs } from "../../language/change-verb.ts";
import { absolute, compare, subtract } from "../../quantity/exact.ts";
import { point, subtract as subtractIntervals } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { bare, hundred, isExact, printed, quotient, verdict } from "./arithmetic.ts";
import { isWholeScope } from "./lookup.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

export function directionsElsewhere(reading: Reading): Relation[] {
  if (reading.year === null) return [];
  const levels = levelsOf(reading);
  return [...ofChanges(reading, levels), ...ofClauses(reading, levels), ...toldAgain(reading)];
}

/** 比上年增长4.82% in the summary, 下降4.82% in the body: one size under one name, two ways to go. */
function toldAgain(reading: Reading): Relation[] {
  const first = new Map<string, number>();
  return reading.claims.flatMap((claim, at): Relation[] => {
    if ((claim.aspect !== "change" && claim.aspect !== "growth") || claim.direction === null || claim.direction === "flat") return [];
    if (claim.sentence < 0 || reading.corrupt.has(at) || !isExact(claim.quantity) || !isWholeScope(claim.scope)) return [];
    const name = keyOf(claim.subject === null ? claim.label : reading.claims[claim.subject]!.label);
    const digits = bare(claim.quantity).replace(/\D|^[0.]+/g, "").length;
    if (name.length < 2 || digits < 2 || name.length + digits < 5 || /^(?:本|当|报告)期$|^期[内间末]$|^本?年度?$/.test(name)) return [];
    const { numerator, denominator } = claim.quantity.value;
    const key = `${name} ${numerator}/${denominator}${claim.quantity.unit} ${claim.period} ${claim.comparedWith ?? claim.period! - 1}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, at);
      return [];
    }
    if (reading.claims[other]!.direction === claim.direction || reading.claims[other]!.sentence === claim.sentence) return [];
    return [
      broken([at, other], {
        code: "DIR",
        tier: "warning",
        message: {
          zh: `“${name}”的同一变化${printed(claim.quantity)}，一处为增，一处为减`,
          en: `the change of "${name}" by ${printed(claim.quantity)} is a rise in one place and a fall in another`,
        },
        proof: `增${bare(claim.quantity)}与减${bare(claim.quantity)}不能同时成立`,
        at: [at, other],
      }),
    ];
  });
}

/** Plain values of one name: by year. */
type Levels = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

function levelsOf(reading: Reading): Levels {
  const found = new Map<string, Map<number, number[]>>();
  for (const [index, claim] of reading.claims.entries()) {
    const { kind, unit } = claim.quantity;
    if (claim.period === null || claim.base === "from" || reading.corrupt.has(index) || !isExact(claim.quantity)) continue;
    if (!(claim.aspect === "level" && kind === "number" && unit !== "") && !(claim.aspect === "rate" && kind !== "ratio")) continue;
    if (claim.sentence >= 0 && !isWholeScope(claim.scope)) continue;
    const key = keyOf(claim.label);
    if (key.length < 2) continue;
    const years = found.get(key) ?? new Map<number, number[]>();
    found.set(key, years);
    const list = years.get(claim.period);
    if (list) list.push(index);
    else years.set(claim.period, [index]);
  }
  return found;
}

const keyOf = (label: string): string => labelKey(label).replace(/(?<=.{2})(?:总人数|人数|总数|数|规模|总量)$/, "");

function ofChanges(reading: Reading, levels: Levels): Relation[] {
  return reading.claims.flatMap((claim, at): Relation[] => {
    if ((claim.aspect !== "change" && claim.aspect !== "growth") || claim.direction === null || claim.direction === "flat") return [];
    if (claim.sentence < 0 || reading.corrupt.has(at) || !isExact(claim.quantity) || !isWholeScope(claim.scope)) return [];
    if (bare(claim.quantity).replace(/\D/g, "").length < 2) return [];
    const subject = claim.subject === null ? null : reading.claims[claim.subject]!;
    const label = subject?.label ?? claim.label;
    const year = subject?.period ?? claim.period ?? reading.year;
    if (year === null || (claim.comparedWith !== null && claim.comparedWith !== year - 1)) return [];
    const years = levels.get(keyOf(label));
    const before = years?.get(year - 1) ?? [];
    const now = claim.subject === null ? (years?.get(year) ?? []) : [claim.subject];
    if (before.length === 0 || now.length === 0 || before.length * now.length > 40) return [];
    const pairs = now.flatMap((later) => before.map((earlier) => ({ later, earlier, moved: movedBy(reading, at, later, earlier) })));
    if (pairs.some(({ moved }) => moved === claim.direction)) return [];
    const pair = pairs.find(({ moved }) => moved !== null);
    return pair ? [against(reading, at, pair.later, pair.earlier, pair.moved!)] : [];
  });
}

/** Which way a pair of values went where it went by as much as the change says; else null. */
function movedBy(reading: Reading, at: number, later: number, earlier: number): Direction | null {
  const [change, now, before] = [at, later, earlier].map((index) => reading.quantities[index]!) as [
    Reading["quantities"][number],
    Reading["quantities"][number],
    Reading["quantities"][number],
  ];
  if (now.unit !== before.unit) return null;
  const order = compare(now.value, before.value);
  if (order === 0) return null;
  const moved = order > 0 ? "up" : "down";
  if (reading.claims[at]!.aspect === "change") {
    const akin = change.kind === "points" ? now.unit === "%" : change.unit === now.unit;
    return akin && compare(absolute(subtract(now.value, before.value)), change.value) === 0 ? moved : null;
  }
  if (change.unit !== "%" || now.unit === "%") return null;
  const rate = quotient(now.interval, before.interval, hundred);
  if (rate === null) return null;
  const growth = order > 0 ? subtractIntervals(rate, point(hundred)) : subtractIntervals(point(hundred), rate);
  return verdict(growth, change) === "off" ? null : moved;
}

const plainMove = new RegExp(
  `(?:^|[，,。；;\\n])(?:本年度?|今年|全市|全校|我市|我校|与上年相比[，,]?)*([\\u4e00-\\u9fff]{2,12}?)(?:比上年|较上年|比去年|较去年|同比)?(?:有所|略有|稍有|小幅|大幅度?|明显|显著|继续|持续)(${movingVerbs})(?=[，,。；;\\n]|$)`,
  "g",
);

/** 专任教师有所减少, without a figure, where a table has both years. */
function ofClauses(reading: Reading, levels: Levels): Relation[] {
  const { text, blocks } = reading.document;
  const { year } = reading;
  return blocks.flatMap((block) => {
    if (block.kind !== "paragraph" && block.kind !== "listItem") return [];
    const words = text.slice(block.start, block.end);
    return [...words.matchAll(plainMove)].flatMap((found): Relation[] => {
      const said = directionOf(found[2]!);
      const years = levels.get(keyOf(found[1]!));
      const [now, before] = [years?.get(year!) ?? [], years?.get(year! - 1) ?? []];
      if (said === null || now.length !== 1 || before.length !== 1) return [];
      const [later, earlier] = [reading.quantities[now[0]!]!, reading.quantities[before[0]!]!];
      const order = compare(later.value, earlier.value);
      if (later.unit !== earlier.unit || order === 0 || order > 0 === (said === "up")) return [];
      const start = block.start + found.index + found[0].indexOf(found[1]!);
      const named = { start, end: block.start + found.index + found[0].length };
      return [
        broken([now[0]!, before[0]!], {
          code: "DIR",
          tier: "warning",
          message: {
            zh: `文中说“${text.slice(named.start, named.end)}”，而${year! - 1}年为${printed(earlier)}，${year!}年为${printed(later)}`,
            en: `the text says that it went ${said}, from ${printed(earlier)} to ${printed(later)}`,
          },
          proof: `${bare(later)} ${order > 0 ? ">" : "<"} ${bare(earlier)}`,
          at: [now[0]!, before[0]!],
          places: [named],
        }),
      ];
    });
  });
}

function against(reading: Reading, at: number, later: number, earlier: number, moved: Direction): Relation {
  const [now, before] = [reading.quantities[later]!, reading.quantities[earlier]!];
  const said = reading.claims[at]!.direction;
  return broken([at, later, earlier], {
    code: "DIR",
    tier: "warning",
    message: {
      zh: `由${printed(before)}到${printed(now)}是${moved === "up" ? "增" : "减"}，文中写作${said === "up" ? "增" : "减"}`,
      en: `from ${printed(before)} to ${printed(now)} it went ${moved}, the text says ${said}`,
    },
    proof: `${bare(now)} ${moved === "up" ? ">" : "<"} ${bare(before)}`,
    at: [at, later, earlier],
  });
}
