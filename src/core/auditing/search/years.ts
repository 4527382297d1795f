/** A sentence of one other year whose figures are those that the rest of the text gives for the year reported: its year is the slip. */
import { equals } from "../../quantity/exact.ts";
import { printed } from "../relations/arithmetic.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import { clauseBefore } from "./cues.ts";
import { isPlainValue, namingOf } from "./names.ts";
import { digitsOf, type Placed, significance } from "./suspicion.ts";

const isPriorYear = (reading: Reading, index: number): boolean =>
  reading.claims[index]!.base === "from" || /上一?年|去年|同期/.test(clauseBefore(reading, index));

export function yearRelations(reading: Reading, placed: Placed): Relation[] {
  const reported = reading.year;
  if (reported === null || !reading.yearCertain) return [];
  const naming = namingOf(reading);
  return reading.sentences.flatMap((sentence, at): Relation[] => {
    const indexes = reading.bySentence[at] ?? [];
    if (indexes.length === 0) return [];
    const words = reading.document.text.slice(sentence.start, sentence.end);
    const years = [...words.matchAll(/((?:19|20)\d\d)年/g)];
    const [year] = years;
    if (year === undefined || years.length > 1 || Math.abs(Number(year[1]) - reported) !== 1) return [];
    // 2018年，在校生…，生师比…: the year that a sentence begins with is the year of all that follows.
    const leads = /^[\s\d.、．（）()①-⑳—–•-]*$/.test(words.slice(0, year.index));
    if (
      (!leads && /上年|去年|同比|同期|比|较|相当|以来|[增减升降]|为基数/.test(words)) ||
      /^(?:以来|起|前|之前|至|到|级|届|入学)/.test(words.slice(year.index + 5))
    )
      return [];
    const twins = indexes.flatMap((index) => {
      const name = naming.of[index]?.name;
      if (name === undefined || !isPlainValue(reading, index) || placed.told.has(index) || isPriorYear(reading, index)) return [];
      const twin = (naming.values.get(name) ?? []).find(
        (each) =>
          !indexes.includes(each) &&
          reading.quantities[each]!.unit === reading.quantities[index]!.unit &&
          equals(reading.quantities[each]!.value, reading.quantities[index]!.value),
      );
      return twin === undefined || digitsOf(reading, index) < 2 ? [] : [{ index, twin }];
    });
    const telling = twins.reduce((digits, { index }) => digits + significance(reading, index), 0);
    const [first] = twins;
    if (first === undefined || telling < (twins.length > 1 ? 5 : leads ? 3 : 4)) return [];
    const place = { start: sentence.start + year.index, end: sentence.start + year.index + year[0].length };
    return [
      broken([first.index, first.twin], {
        code: "PERIOD",
        tier: "warning",
        message: {
          zh: `${printed(reading.quantities[first.index]!)}另处是${reported}年的数，此处写作${year[1]}年`,
          en: `${printed(reading.quantities[first.index]!)} is a figure of ${reported} elsewhere, here it is told for ${year[1]}`,
        },
        proof: `${reported}年与${year[1]}年都写作${printed(reading.quantities[first.index]!)}`,
        at: [first.index, first.twin],
        places: [place],
      }),
    ];
  });
}
