/** One figure whose digits are grouped by any blank or written full-width is one figure, and its sums are tested. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const grouped = (blank: string, female: string): string => `在校生12${blank}345人，其中男生6${blank}172人、女生6${blank}${female}人。`;

describe("digits in groups", () => {
  it.each([" ", "\u00a0", "\u2007", "\u2009", "\u202f", "\u3000", ","])("add up where %j parts them", (blank) => {
    expect(briefly(auditText(index, grouped(blank, "173")))).toEqual([]);
    expect(briefly(auditText(index, grouped(blank, "273")))).toEqual([expect.stringMatching(/^SUM /)]);
  });

  it.each([
    ["在校生１２３４５人，其中男生６１７２人、女生６１７３人。", "在校生１２３４５人，其中男生６１７２人、女生６２７３人。"],
    ["在校生１２ ３４５人，其中男生６ １７２人、女生６ １７３人。", "在校生１２ ３４５人，其中男生６ １７２人、女生６ ２７３人。"],
    [
      "投入１，２３４．５万元，其中财政１，１３４．５万元，自筹１００万元。",
      "投入１，２３４．５万元，其中财政１，１３４．５万元，自筹１１０万元。",
    ],
    ["投入1 234.5万元，其中财政1 134.5万元，自筹100万元。", "投入1 234.5万元，其中财政1 134.5万元，自筹110万元。"],
    ["在校生2１４６人，其中男生１０７２人、女生1０74人。", "在校生2１４６人，其中男生１０７２人、女生1０84人。"],
  ])("add up full-width: %s", (sound, faulty) => {
    expect(briefly(auditText(index, sound))).toEqual([]);
    expect(briefly(auditText(index, faulty)).some((told) => told.startsWith("SUM "))).toBe(true);
  });

  it("of two lists stay two: a wide comma between short numbers parts them", () => {
    expect(auditText(index, "参赛选手１２，教练３４５人。").quantities.map(({ value }) => value)).toEqual(["12", "345"]);
  });
});
