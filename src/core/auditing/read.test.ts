/** Reading leaves no figure without a claim, and none twice: in sentences however long, in headings, tables and notes. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../definition/knowledge.ts";
import { readForAudit } from "./audit.ts";
import { reportOf, tableReport } from "./fixture.ts";
import { valueCalled, valueOf } from "./relations/lookup.ts";

const index = new KnowledgeIndex(knowledge);
const read = (text: string) => readForAudit(reportOf(text), { index });

describe("reading", () => {
  it("cuts a sentence of very many figures, and gives each figure its claim", () => {
    const { claims, quantities, bySentence, sentences } = read(`在校生${"男生11人、".repeat(200)}女生12人。`);
    expect(claims).toHaveLength(201);
    expect(claims.map(({ quantity }) => quantity)).toEqual(quantities);
    expect(Math.max(...bySentence.map((figures) => figures.length))).toBeLessThanOrEqual(80);
    expect(bySentence.flat()).toEqual(quantities.map((_, at) => at));
    for (const { sentence, quantity } of claims) {
      expect(sentences[sentence]!.start).toBeLessThanOrEqual(quantity.start);
      expect(sentences[sentence]!.end).toBeGreaterThanOrEqual(quantity.end);
    }
  });

  it("gives a figure of a heading a claim without a name", () => {
    const { claims } = read("二、建成30所学校\n在校生24600人。");
    expect(claims.map(({ label, sentence }) => [label, sentence >= 0])).toEqual([
      ["", false],
      ["在校生", true],
    ]);
  });

  it("reads tables by themselves", () => {
    const { claims, grids } = readForAudit(tableReport(["学校 | 在校生（人）", "甲校 | 1000", "乙校 | 1500"]), { index });
    expect(grids).toHaveLength(1);
    expect(claims.map(({ sentence, label }) => [sentence, label])).toEqual([
      [-1, "甲校在校生"],
      [-1, "乙校在校生"],
    ]);
  });

  it("finds the indicator of a share by its part and its base", () => {
    const { claims } = read("双师型教师540人，占专业课教师的60%、占全部来宾的5%。");
    expect(claims.map(({ concept }) => concept)).toEqual(["teachers.doubleQualified", "teachers.doubleQualifiedShare", null]);
  });

  it("knows a report on vocational schools by its title", () => {
    expect(read("在校生24600人。").focused).toBe(true);
    const document = reportOf("在校生24600人。");
    const other = { ...document, text: document.text.replace("中等职业教育", "全部各类教育") };
    expect(readForAudit(other, { index }).focused).toBe(false);
  });
});

describe("values called by name", () => {
  it("are those of the sentence, then of the section, then of the text where all agree", () => {
    const reading = read(
      "专任教师1640人。\n二、队伍\n专任教师900人，双师型教师540人。\n三、经费\n拨款300万元，专任教师人数未变，培训5人。",
    );
    const named = (at: number): string | null => {
      const found = valueCalled(reading, "专任教师", at, "人");
      return found === null ? null : reading.quantities[found]!.text;
    };
    expect(named(2)).toBe("900人");
    expect(named(4)).toBe(null);
    expect(valueOf(reading, "teachers.fullTime", 2)).toBe(1);
  });

  it("are none of another year, unit or body", () => {
    const reading = read("2018年专任教师1600人。2019年培训30人。青河县职教中心专任教师180人。全市有专任教师宿舍90套。");
    expect(valueCalled(reading, "专任教师", 1, "人")).toBe(null);
    expect(valueCalled(reading, "专任教师", 1, "册")).toBe(null);
  });
});
