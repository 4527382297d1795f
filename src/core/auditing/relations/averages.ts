/** 校均, 生均, 师均 values against the total and the heads that the sentence, or the text, prints. */
import { compare, divide, exact, isZero, one, subtract, zero } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { asRounded, bare, isExact, meet, printed, quotient, shown, verdict, unitBehind } from "./arithmetic.ts";
import { isOfAnotherBody } from "./quotient-needs.ts";
import { valueOf, valuesOf } from "./lookup.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

/** What each prefix divides by: the unit of the heads and the words that name them. */
const heads: Readonly<Record<string, { readonly unit: string; readonly named: RegExp; readonly concept: string }>> = {
  校: { unit: "所", named: /学校|院校|$^/, concept: "students.schools" },
  生: { unit: "人", named: /在校生|在校学生|学生总数/, concept: "students.enrolled" },
  师: { unit: "人", named: /专任教师|教师/, concept: "teachers.fullTime" },
  班: { unit: "个", named: /班/, concept: "students.classes" },
};

export function averageRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.aspect !== "perHead" || claim.sentence < 0 || reading.corrupt.has(at)) return [];
    const words = reading.document.text.slice(
      Math.max(reading.sentences[claim.sentence]!.start, claim.quantity.start - 14),
      claim.quantity.start,
    );
    const each = /(?:每([校生班])平均|平均每([校生班])|每[名位]?(?:学|在校)?([校生班])|每(所))[\u4e00-\u9fff]{0,6}$/.exec(words);
    if (/市直|县区|县属|区属|民办|公办|农村|城区|附设/.test(words)) return [];
    const prefix = /([校生师班])均/.exec(claim.label)?.[1] ?? (each ? (each[1] ?? each[2] ?? each[3] ?? "校") : undefined);
    const head = prefix === undefined ? undefined : heads[prefix];
    if (!head) return [];
    const sized = /规模/.test(claim.label) && claim.quantity.unit === "人";
    const noun = labelKey(
      claim.label
        .slice(claim.label.indexOf("均") + 1)
        .replace(/^每[校生班所]/, "")
        .replace(/^(?:年|每年|拥有)/, ""),
    ).replace(/^(?:规模|办学规模|数|值|约)$/, "");
    const around = reading.bySentence[claim.sentence]!.filter(
      (index) =>
        index < at &&
        reading.quantities[index]!.kind === "number" &&
        !reading.corrupt.has(index) &&
        /^(?:level|plan)$/.test(reading.claims[index]!.aspect) &&
        reading.claims[index]!.base !== "from",
    );
    const below =
      around
        .filter(
          (index) =>
            reading.quantities[index]!.unit === head.unit &&
            head.named.test(
              reading.claims[index]!.label +
                reading.document.text.slice(reading.quantities[index]!.end, reading.quantities[index]!.end + 6),
            ),
        )
        .at(-1) ?? valueOf(reading, head.concept, at);
    const counts = [...new Set([...(below === null || below === undefined ? [] : [below]), ...valuesOf(reading, head.concept, at)])];
    if (counts.length === 0) return [];
    const totals = around.filter(
      (index) =>
        !counts.includes(index) &&
        reading.quantities[index]!.unit === claim.quantity.unit &&
        (noun === ""
          ? !sized || (reading.claims[index]!.aspect === "level" && /在校|学生|新生|规模/.test(reading.claims[index]!.label))
          : labelKey(reading.claims[index]!.label).endsWith(noun) || reading.claims[index]!.label.includes(noun)),
    );
    const above = totals.at(-1);
    if (above === undefined || (noun === "" && totals.length > 1)) return [];
    const [nearest] = counts.toSorted((left, right) => Math.abs(left - at) - Math.abs(right - at));
    const fitting = counts.find((count) => gives(reading, at, above, count)) ?? below ?? nearest!;
    return below === null && !gives(reading, at, above, fitting) && isOfAnyHeads(reading, at, above, head.unit)
      ? []
      : test(reading, at, above, fitting);
  });
}

function gives(reading: Reading, at: number, above: number, below: number): boolean {
  const computed = quotient(reading.quantities[above]!.interval, reading.quantities[below]!.interval, one);
  return computed !== null && verdict(computed, asRounded(reading.quantities[at]!)) !== "off";
}

/** Some number of the text, whatever it counts in this unit, gives it. */
const isOfAnyHeads = (reading: Reading, at: number, above: number, unit: string): boolean =>
  reading.quantities.some((quantity, index) => quantity.unit === unit && index !== above && gives(reading, at, above, index));

function test(reading: Reading, at: number, above: number, below: number): Relation[] {
  const [average, sum, count] = [asRounded(reading.quantities[at]!), reading.quantities[above]!, reading.quantities[below]!];
  const computed = quotient(sum.interval, count.interval, one);
  const operands = [at, above, below];
  if (computed === null || verdict(computed, average) !== "off") return [held(...operands)];
  const value = divide(sum.value, count.value);
  if (!isZero(average.value) && (!isExact(average) || !isExact(sum))) {
    // 约21000人, 校均2100人左右: both loose, a tenth either way.
    const apart = divide(subtract(value, average.value), average.value);
    if (compare(apart, exact("0.1")) <= 0 && compare(apart, subtract(zero, exact("0.1"))) >= 0) return [held(...operands)];
  }
  if (meet({ low: { value, closed: true }, high: { value, closed: true } }, average.interval)) return [held(...operands)];
  if (isOfAnotherBody(reading, operands, computed)) return [];
  const expected = `${shown(value, average)}${unitBehind(average)}`;
  return [
    broken(operands, {
      code: "PERCAP",
      tier: "warning",
      message: {
        zh: `“${reading.claims[at]!.label}”应为${expected}，文中为${printed(average)}`,
        en: `"${reading.claims[at]!.label}" is ${expected}, the text says ${printed(average)}`,
      },
      proof: `${bare(sum)} ÷ ${bare(count)} = ${shown(value, average)} ≠ ${printed(average)}`,
      at: operands,
    }),
  ];
}
