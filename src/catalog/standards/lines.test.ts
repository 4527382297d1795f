import { describe, expect, it } from "vitest";
import { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { Evaluator } from "../../core/formula/evaluator.ts";
import { applicableLines } from "../../core/formula/standards.ts";
import { Dataset } from "../../core/model/dataset.ts";
import { knowledge } from "../knowledge.ts";

const evaluator = new Evaluator(new KnowledgeIndex(knowledge), new Dataset({ organisations: [], yearEnds: {}, facts: [], filings: [], breaks: [] }));

function linesFor(measure: string, attributes: Readonly<Record<string, string>>, year: number): string[] {
  return applicableLines(evaluator, measure, { attributes }, year).map(({ standard, line }) => `${standard.code}: ${line.value}`);
}

describe("lines of the standards", () => {
  it("hold from their year on", () => {
    expect(linesFor("facilities.landArea", { 类型: "职业高中" }, 2019)).toEqual(["establishment-2010: 40000"]);
    expect(linesFor("facilities.landArea", { 类型: "职业高中" }, 2023)).toEqual(["establishment-2010: 40000", "conditions-2022: 40000"]);
  });

  it("give technical schools their own", () => {
    expect(linesFor("facilities.landArea", { 类型: "技工学校" }, 2019)).toEqual([]);
    expect(linesFor("facilities.landArea", { 类型: "技工学校" }, 2023)).toEqual(["conditions-2022: 30000"]);
    expect(linesFor("facilities.buildingPerStudent", { 类型: "技工学校" }, 2023)).toContain("conditions-2022: 20");
  });

  it("put the stricter line of engineering and medical schools first", () => {
    expect(linesFor("facilities.equipmentValuePerStudent", { 专业类别: "工科类" }, 2019)).toEqual(["establishment-2010: 3000", "establishment-2010: 2500"]);
    expect(linesFor("facilities.equipmentValuePerStudent", {}, 2019)).toEqual(["establishment-2010: 2500"]);
  });

  it("ask demonstration schools alone for more", () => {
    expect(linesFor("employment.rate", { 示范校: "是" }, 2019)).toEqual(["demonstration-2014: 95"]);
    expect(linesFor("employment.rate", {}, 2019)).toEqual([]);
  });
});
