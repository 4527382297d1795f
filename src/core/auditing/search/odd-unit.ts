/** 人次 in one place of a relation that holds by its numbers, 人 or 名 in the others: a slip of the unit. */
import { printed } from "../relations/arithmetic.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import { digitsOf, type Placed } from "./suspicion.ts";

const kindOf = (unit: string): string => (/^(?:人次|名|人)$/.test(unit) ? "人" : unit);

/** Counted alike but for the slip. */
export function sameKind(left: string, right: string): boolean {
  return kindOf(left) === kindOf(right);
}

/** The figure whose unit differs from all the others. */
export function oddUnit(reading: Reading, operands: readonly number[], placed: Placed): Relation[] {
  const counted = operands.filter((index) => kindOf(reading.quantities[index]!.unit) === "人");
  const inTimes = counted.filter((index) => reading.quantities[index]!.unit === "人次");
  const rest = counted.filter((index) => !inTimes.includes(index));
  const [odd] = inTimes.length === 1 ? inTimes : rest.length === 1 ? rest : [];
  if (
    odd === undefined ||
    // Operands that a ratio shows are in the units of its formula: 6314人次÷6717人.
    operands.some((index) => reading.claims[index]!.aspect === "rule") ||
    counted.length < 2 ||
    operands.some((index) => placed.told.has(index)) ||
    Math.max(...operands.map((index) => digitsOf(reading, index))) < 3
  )
    return [];
  const other = counted.find((index) => index !== odd)!;
  const [wrong, right] = [reading.quantities[odd]!, reading.quantities[other]!];
  return [
    broken([odd, ...operands.filter((index) => index !== odd)], {
      code: "RANGE",
      tier: "warning",
      message: {
        zh: `${printed(wrong)}与同句的${printed(right)}等数相符，单位却不同`,
        en: `${printed(wrong)} agrees with ${printed(right)} beside it, but for its unit`,
      },
      proof: `${printed(wrong)}，${printed(right)}`,
      at: [odd, other],
    }),
  ];
}
