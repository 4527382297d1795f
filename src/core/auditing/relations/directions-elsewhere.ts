/**
 * A direction told twice for one change, 增长4.82% here and 下降4.82% there, or told without a figure where a table has both years:
 * 专任教师有所减少. Changes with their size are held against other years in `other-years.ts`.
 */
import { directionOf, movingVerbs } from "../../language/change-verb.ts";
import { compare } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { bare, isExact, printed } from "./arithmetic.ts";
import { isWholeScope } from "./lookup.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

export function directionsElsewhere(reading: Reading): Relation[] {
  if (reading.year === null) return [];
  const levels = levelsOf(reading);
  return [...ofClauses(reading, levels), ...toldAgain(reading)];
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
