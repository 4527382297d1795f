/** Units that cannot be: 人次 for heads, one part of a list in another unit than the rest, 个百分点 where a share is due. */
import { equals, sum } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { printed } from "./arithmetic.ts";
import { broken, type Draft, type Reading, type Relation } from "./relation.ts";

export function unitRelations(reading: Reading): Relation[] {
  return [...heads(reading), ...mixedLists(reading), ...pointsForShares(reading)];
}

function slip(reading: Reading, at: number, others: readonly number[], right: string, proof: string): Relation {
  const quantity = reading.quantities[at]!;
  const draft: Draft = {
    code: "RANGE",
    tier: "warning",
    message: {
      zh: `“${reading.claims[at]!.label}”的单位应为“${right}”，文中写作${printed(quantity)}`,
      en: `"${reading.claims[at]!.label}" is counted in ${right}, the text says ${printed(quantity)}`,
    },
    proof,
    at: [at, ...others],
    suggestions: [{ zh: `改为“${right}”`, en: `write ${right}` }],
  };
  return broken([at, ...others], draft);
}

const pair: Readonly<Record<string, string>> = { 人次: "人", 人: "人次" };

/** Who is sent, trained or asked may be so several times: 选派支教教师12人次. */
const byTurns = /[派训聘送接邀赴请]|交流|参[加训赛与]|指导|服务|实践[^，。；]*$/;

/** 专任教师2789人次: the catalog counts them in heads alone; or the same words stand elsewhere with 人. */
function heads(reading: Reading): Relation[] {
  const { text } = reading.document;
  const units = new Map<string, Map<string, number[]>>();
  for (const [index, claim] of reading.claims.entries()) {
    if (claim.aspect !== "level" || !pair[claim.quantity.unit]) continue;
    const key = labelKey(claim.label);
    if (key.length < 3) continue;
    const entry = units.get(key) ?? new Map<string, number[]>();
    entry.set(claim.quantity.unit, [...(entry.get(claim.quantity.unit) ?? []), index]);
    units.set(key, entry);
  }
  return reading.claims.flatMap((claim, at) => {
    const other = pair[claim.quantity.unit];
    const key = labelKey(claim.label);
    if (other === undefined || claim.aspect !== "level" || key.length < 3) return [];
    const twins = (units.get(key)?.get(other) ?? []).filter((index) => equals(reading.quantities[index]!.value, claim.quantity.value));
    const byCatalog =
      claim.quantity.unit === "人次" &&
      claim.concept === null &&
      reading.lexicon.find(key, "人次") === null &&
      reading.lexicon.find(key, "人") !== null;
    const among = (reading.bySentence[claim.sentence] ?? []).some(
      (index) => index !== at && reading.quantities[index]!.unit === claim.quantity.unit,
    );
    const { start } = claim.quantity;
    if (byCatalog && !among && !byTurns.test(text.slice(Math.max(0, start - 20), start)))
      return [slip(reading, at, [], other, `“${claim.label}”按人计，不按人次计`)];
    const same = units.get(key)?.get(claim.quantity.unit)?.length ?? 0;
    if (twins.length > 0 && same <= twins.length && twins[0]! < at)
      return [slip(reading, at, twins.slice(0, 1), other, `同一数另处写作${printed(reading.quantities[twins[0]!]!)}`)];
    return [];
  });
}

/** 4999人次、3631人和1427人次，共10057人次: parts that make the whole only when one is read in the unit of the rest. */
function mixedLists(reading: Reading): Relation[] {
  const { text } = reading.document;
  return reading.bySentence.flatMap((indexes) => {
    const found: Relation[] = [];
    const plain = indexes.filter(
      (index) =>
        reading.claims[index]!.aspect === "level" && pair[reading.quantities[index]!.unit] !== undefined && !reading.corrupt.has(index),
    );
    for (let length = 3; length <= 7; length += 1)
      for (let first = 0; first + length <= plain.length; first += 1) {
        const group = plain.slice(first, first + length);
        const counts = group.map((index) => reading.quantities[index]!.unit);
        const odd = group.filter((_, at) => counts.filter((unit) => unit === counts[at]).length === 1);
        if (odd.length !== 1 || new Set(counts).size !== 2) continue;
        // 26人次，其中访问学者4人、短期培训22人次: of two parts neither is odd.
        if (length === 3 && reading.quantities[odd[0]!]!.unit === "人" && odd[0] !== group[0] && odd[0] !== group.at(-1)) continue;
        for (const whole of [group[0]!, group.at(-1)!]) {
          // 春季2860人，秋季3120人，全年5980人次: who is counted in each is counted as often.
          if (whole === odd[0] && reading.quantities[whole]!.unit === "人次" && whole === group.at(-1)) continue;
          const parts = group.filter((index) => index !== whole);
          if (equals(sum(parts.map((index) => reading.quantities[index]!.value)), reading.quantities[whole]!.value)) {
            const right = counts.find((unit) => unit !== reading.quantities[odd[0]!]!.unit)!;
            found.push(
              slip(
                reading,
                odd[0]!,
                group.filter((index) => index !== odd[0]),
                right,
                `${parts.map((index) => printed(reading.quantities[index]!)).join(" + ")} = ${printed(reading.quantities[whole]!)}，单位不一`,
              ),
            );
            break;
          }
        }
        if (found.length > 0) return found;
      }
    // A share, multiple or change over two units.
    for (const index of indexes) {
      const claim = reading.claims[index]!;
      const earlier = reading.claims[index - 1];
      if (
        earlier &&
        claim.aspect === "level" &&
        earlier.aspect === "plan" &&
        earlier.sentence === claim.sentence &&
        pair[claim.quantity.unit] === earlier.quantity.unit &&
        /招|实际/.test(claim.label + text.slice(earlier.quantity.end, claim.quantity.start))
      )
        found.push(
          slip(reading, index, [index - 1], earlier.quantity.unit, `${printed(earlier.quantity)}与${printed(claim.quantity)}单位不一`),
        );
      if (
        earlier &&
        ((claim.base === "from" && claim.label === "") || (earlier.base === "from" && claim.label === "")) &&
        earlier.sentence === claim.sentence &&
        pair[claim.quantity.unit] === earlier.quantity.unit &&
        earlier.aspect === "level" &&
        claim.aspect === "level"
      )
        found.push(
          slip(reading, index, [index - 1], earlier.quantity.unit, `${printed(earlier.quantity)}与${printed(claim.quantity)}单位不一`),
        );
    }
    return found;
  });
}

/** 占教职工总数的86.0个百分点, 就业率96.5个百分点, 提高到77.9个百分点: a share, not a change of one. */
function pointsForShares(reading: Reading): Relation[] {
  const { text } = reading.document;
  return reading.claims.flatMap((claim, at) => {
    const { quantity } = claim;
    if (quantity.kind !== "points" || claim.sentence < 0) return [];
    const start = Math.max(reading.sentences[claim.sentence]!.start, reading.quantities[at - 1]?.end ?? 0);
    const words = text.slice(start, quantity.digits.start).replace(/\s+$/, "");
    const level =
      /(?:率|占比|比例|比重|合格率)(?:为|达到?|约|是|高达|稳定在|保持在)?$|占[^，。；]{0,16}(?:的|比例|比重|为|比例为)$|完成[^，。；]{0,10}的$|^[）)]的$|(?:提高|上升|增加|下降|降低|提升|回落|减少)(?:到|至)$|(?:较|比)(?:上年|去年|(?:19|20)\d\d年)的$|率(?:在|均在)$|占(?:到|了)?$|(?:上年|本年|去年)$|(?:相当于|为|完成|占|达到|不少于|不低于|不超过)[^，。；]{0,16}的$|不低于$|不少于$|不得低于$|(?:由|从)(?:上年的?|去年的?|(?:19|20)\d\d年的?)?$|(?:上年|去年|(?:19|20)\d\d年)(?:同期)?(?:为|是|达)$|达到$/.test(
        words,
      );
    if ((!level && words.trim() !== "的") || /差|(?:高于|低于|快于|慢于|高出)[^，。；]{2,}$/.test(words) || /(?:提高|增幅)$/.test(words))
      return [];
    return [
      broken([at], {
        code: "PP",
        tier: "warning",
        message: { zh: `${printed(quantity)}说的是比例本身，应以“%”计`, en: `${printed(quantity)} is a share itself: write %` },
        proof: `“${words.slice(-12)}${printed(quantity)}”：百分点只用于比例的增减`,
        at: [at],
        suggestions: [{ zh: `改为“${printed(quantity).replace(/个?百分点/, "%")}”`, en: "write %" }],
      }),
    ];
  });
}
