/** Totals and shares found by a table's numbers alone: what must be told, and what adds up by accident only. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

function told(rows: readonly string[]): string[] {
  return faultsOf(auditTable(index, rows))
    .filter(({ tier }) => tier !== "note")
    .map(({ code, proof }) => `${code} ${proof}`);
}

describe("a table's numbers", () => {
  it("tell the one that does not add up, whatever the total is called", () => {
    const rows = ["校区 | 一部 | 二部 | 三部", "东 | 310 | 420 | 730", "西 | 218 | 506 | 724", "南 | 134 | 255 | 398"];
    expect(told(rows)).toEqual(["SUM 134 + 255 = 389 ≠ 398"]);
    expect(told([...rows.slice(0, 3), "南 | 134 | 255 | 389"])).toEqual([]);
  });

  it("add up by accident beside a column of changes: 236 = 212 + 24 where the value fell", () => {
    expect(
      told([
        "指标 | 单位 | 2018年 | 2019年 | 较上年",
        "教师培训人次 | 人次 | 236 | 212 | 减少24",
        "参加企业实践教师 | 人 | 418 | 425 | 增加7",
        "新补充专任教师 | 名 | 60 | 60 | 持平",
      ]),
    ).toEqual([]);
  });

  it("are read in every stretch of a table set in two beside each other", () => {
    const rows = [
      "类型 | 数量 | 比重/% | 类型 | 数量 | 比重/%",
      "甲类 | 220 | 21.6 | 乙类 | 350 | 34.3",
      "丙类 | 450 | 44.1 | 总计 | 1020 | 100.0",
    ];
    expect(told(rows)).toEqual([]);
    expect(told([rows[0]!, rows[1]!, rows[2]!.replace("1020", "1070")])).toEqual(["SUM 220 + 350 + 450 = 1020 ≠ 1070"]);
    expect(told([rows[0]!, rows[1]!.replace("34.3", "43.3"), rows[2]!])).toEqual(["SHARE 350 ÷ 1020 = 34.314% ≠ 43.3"]);
  });

  it("add up to one 小计 at the end, and the share of the whole is 100 %", () => {
    const rows = ["项目 | 甲类 | 乙类 | 小计", "数值 | 541 | 3409 | 3950", "占小计的百分比（%） | 13.7 | 86.3 | 100.0"];
    expect(told(rows)).toEqual([]);
    expect(told([rows[0]!, rows[1]!.replace("541", "550541"), rows[2]!])).toEqual(["SUM 550541 + 3409 = 553950 ≠ 3950"]);
    expect(told([rows[0]!, rows[1]!, rows[2]!.replace("100.0", "100.1")])).toEqual(["SHARE 100.1 ≠ 100%"]);
  });

  it("of several years are not parts of one another", () => {
    expect(told(["项目 | 2017年 | 2018年 | 2019年", "甲 | 236 | 212 | 24", "乙 | 418 | 425 | 7", "丙 | 330 | 150 | 180"])).toEqual([]);
  });
});
