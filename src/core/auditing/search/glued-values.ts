/**
 * An old and a new value without a sign between them: 28612789人, where the text gives 2789人 elsewhere, or 136530171579人, more
 * people than there are. The halves are nearly the same, as two years' values of one thing are.
 */
import { compare, exact } from "../../quantity/exact.ts";
import { bare, printed } from "../relations/arithmetic.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import type { Placed } from "./suspicion.ts";

const people = /^(?:人|名|人次)$/;
const most = exact(10_000_000_000n);

export function gluedValues(reading: Reading, placed: Placed): Relation[] {
  const known = new Map<string, number>();
  for (const [index, quantity] of reading.quantities.entries())
    if (quantity.kind === "number" && !quantity.chinese) known.set(`${plainDigits(reading, index)} ${unitKey(quantity.unit)}`, index);
  return reading.quantities.flatMap((quantity, at): Relation[] => {
    if (quantity.kind !== "number" || quantity.chinese || quantity.unit === "" || placed.told.has(at) || reading.corrupt.has(at)) return [];
    const digits = plainDigits(reading, at);
    if (!/^\d{8,}$/.test(digits)) return [];
    const cuts = halves(digits).filter(([old, next]) => Math.min(Number(old), Number(next)) * 1.25 > Math.max(Number(old), Number(next)));
    const twin = cuts
      .flatMap((cut) => cut.flatMap((half) => known.get(`${half} ${unitKey(quantity.unit)}`) ?? []))
      .find((index) => index !== at);
    const [cut] = cuts;
    if (cut === undefined || (twin === undefined && !(people.test(quantity.unit) && compare(quantity.value, most) > 0))) return [];
    return [
      broken([at, ...(twin === undefined ? [] : [twin])], {
        code: "RESIDUE",
        tier: "warning",
        message: {
          zh: `“${printed(quantity)}”像是两个值粘在一起：${cut[0]}和${cut[1]}`,
          en: `"${printed(quantity)}" looks like two values glued, ${cut[0]} and ${cut[1]}`,
        },
        proof: `${bare(quantity)}＝“${cut[0]}”+“${cut[1]}”`,
        at: [at, ...(twin === undefined ? [] : [twin])],
      }),
    ];
  });
}

const unitKey = (unit: string): string => (people.test(unit) ? "人" : unit);

function plainDigits(reading: Reading, index: number): string {
  const { start, end } = reading.quantities[index]!.digits;
  return reading.document.text.slice(start, end).replace(/,/g, "");
}

/** The digits cut in the middle, or one sign off it. */
function halves(digits: string): (readonly [string, string])[] {
  const middle = digits.length >> 1;
  const cuts = digits.length % 2 === 0 ? [middle] : [middle, middle + 1];
  return cuts.filter((cut) => digits[cut] !== "0").map((cut) => [digits.slice(0, cut), digits.slice(cut)] as const);
}
