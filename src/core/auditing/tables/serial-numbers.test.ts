/** Numbered lines: the numbers are no quantities, and the words beside them name the figures. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { tableReport } from "../fixture.ts";
import { readDocumentClaims } from "../read.ts";

const index = new KnowledgeIndex(knowledge);

describe("a column of 序号", () => {
  const rows = [
    "序号 | 项目 | 单位 | 2021年 | 2022年",
    "1 | 在校生 | 人 | 20,400 | 21,450",
    "2 | 专任教师 | 人 | 1,400 | 1,430",
    "3 | 校舍建筑面积 | 万平方米 | 40.80 | 42.90",
  ];
  const read = readDocumentClaims(tableReport(rows), index, 2022, true);

  it("holds no quantities, and says why", () => {
    expect(read.quantities.map((each) => each.text)).toEqual(["20,400", "21,450", "1,400", "1,430", "40.80", "42.90"]);
    expect(read.notQuantities.filter((each) => each.why === "list number").map((each) => each.text)).toEqual(["一", "1", "2", "3"]);
  });

  it("leaves labels, units and years to the other columns", () => {
    expect(read.claims.map((claim) => [claim.label, claim.quantity.unit, claim.period])).toEqual([
      ["在校生", "人", 2021],
      ["在校生", "人", 2022],
      ["专任教师", "人", 2021],
      ["专任教师", "人", 2022],
      ["校舍建筑面积", "平方米", 2021],
      ["校舍建筑面积", "平方米", 2022],
    ]);
  });

  it("may stand in the labels themselves: 2 管理人员", () => {
    const rows = ["类别 | 人数", "1 专任教师 | 210", "1.1 专业课教师 | 120", "2 管理人员 | 35"];
    expect(readDocumentClaims(tableReport(rows), index, 2022, true).quantities.map((each) => each.text)).toEqual(["210", "120", "35"]);
    const ranges = ["类别 | 学校数", "500 人以下 | 3", "1000 人以上 | 2"];
    expect(readDocumentClaims(tableReport(ranges), index, 2022, true).quantities.map((each) => each.text)).toContain("3");
  });

  it("is not taken for one because its cells count up: 班额 1, 2, 3", () => {
    const plain = readDocumentClaims(tableReport(["学校 | 校区数", "甲校 | 1", "乙校 | 2", "丙校 | 3"]), index, 2022, true);
    expect(plain.quantities.map((each) => each.text)).toEqual(["1", "2", "3"]);
  });
});
