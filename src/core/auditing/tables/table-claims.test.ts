/** A cell's figure is named by its row and column, in the unit and year of its header. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { exact } from "../../quantity/exact.ts";
import { contains } from "../../quantity/interval.ts";
import { readForAudit } from "../audit.ts";
import { tableReport } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const read = (rows: readonly string[]) => readForAudit(tableReport(rows), { index });

describe("figures in tables", () => {
  it("have the year of their column, the name of their row and the catalog's measure", () => {
    const { claims } = read(["指标 | 2018年 | 2019年 | 增减", "在校生（人） | 23000 | 24600 | 1600"]);
    expect(claims.map(({ quantity, aspect, concept, period }) => [quantity.text, quantity.unit, aspect, concept, period])).toEqual([
      ["23000", "人", "level", "students.enrolled", 2018],
      ["24600", "人", "level", "students.enrolled", 2019],
      ["1600", "人", "change", null, 2019],
    ]);
  });

  it("have the unit of a column of units", () => {
    const { claims } = read(["指标 | 单位 | 2019年", "在校生 | 人 | 24600", "就业率 | % | 95.6", "生师比 | :1 | 15"]);
    expect(claims.map(({ quantity, aspect, concept }) => [quantity.text, quantity.unit, aspect, concept])).toEqual([
      ["24600", "人", "level", "students.enrolled"],
      ["95.6", "%", "rate", "employment.rate"],
      ["15", ":1", "ratio", "teachers.studentTeacherRatio"],
    ]);
  });

  it("belong to the body of their row", () => {
    const { claims } = read(["学校 | 在校生（人） | 教师（人）", "甲校 | 1000 | 60"]);
    expect(claims.map(({ label, scope, period }) => [label, scope, period])).toEqual([
      ["甲校在校生", "甲校", 2019],
      ["甲校教师", "甲校", 2019],
    ]);
  });

  it("are exact where they count, and rounded where they measure", () => {
    const [people, share] = read(["学校 | 在校生（人） | 就业率（%）", "甲校 | 1000 | 96"]).quantities;
    expect(contains(people!.interval, exact("1000.4"))).toBe(false);
    expect(contains(share!.interval, exact("96.4"))).toBe(true);
  });
});
