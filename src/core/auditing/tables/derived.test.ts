/** Columns and rows worked out from others: the odd line is named, and a table without a formula stays alone. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

function told(rows: readonly string[]): string[] {
  return faultsOf(auditTable(index, rows)).map(({ code, tier, proof }) => `${code} ${tier} ${proof}`);
}

const plans = ["学校 | 招生计划 | 实招人数 | 计划完成率（%）", "甲校 | 400 | 380 | 95.0", "乙校 | 300 | 291 | 97.0"];

describe("derived columns", () => {
  it.each<[string, string[], string]>([
    ["a rate of two columns", [...plans, "丙校 | 200 | 190 | 97.5"], "SHARE proof 190 ÷ 200 = 95 ≠ 97.5"],
    [
      "the rate of one of two years",
      ["年份 | 毕业生数 | 就业人数 | 就业率", "2018 | 3800 | 3686 | 97.0%", "2019 | 4000 | 3800 | 96.0%"],
      "SHARE warning 3800 ÷ 4000 = 95 ≠ 96.0%",
    ],
    [
      "a value per head",
      ["学校 | 在校生（人） | 图书（册） | 生均图书（册）", "甲校 | 2000 | 60000 | 30", "乙校 | 1500 | 60000 | 45"],
      "RATIO warning 60000 ÷ 1500 = 40 ≠ 45",
    ],
    [
      "a ratio",
      ["学校 | 在校生数 | 专任教师数 | 生师比", "甲校 | 2000 | 100 | 20:1", "乙校 | 1500 | 100 | 18:1"],
      "RATIO warning 1500 ÷ 100 = 15 ≠ 18:1",
    ],
    [
      "growth",
      ["项目 | 上年 | 本年 | 增长率", "在校生 | 8000 | 8600 | 7.5%", "教师 | 500 | 520 | 4.0%", "班级 | 200 | 230 | 25.0%"],
      "DELTA proof (230 - 200) ÷ 200 = 15 ≠ 25.0%",
    ],
    [
      "a row that adds up the rows above",
      [
        "来源（万元） | 2017年 | 2018年 | 2019年",
        "拨款 | 5000 | 5600 | 5700",
        "事业 | 800 | 850 | 860",
        "其他 | 200 | 150 | 140",
        "总收入 | 6000 | 6600 | 6800",
      ],
      "SUM proof 5700 + 860 + 140 = 6700 ≠ 6800",
    ],
  ])("name %s", (_, rows, finding) => {
    expect(told(rows)).toEqual([finding]);
  });

  it.each<[string, string[]]>([
    ["whose lines all fit", [...plans, "丙校 | 200 | 190 | 95.0"]],
    ["whose rate is of something else", ["学校 | 毕业生 | 教师 | 就业率（%）", "甲校 | 400 | 40 | 95.0", "乙校 | 300 | 30 | 97.0"]],
    [
      "with a ratio beside counts",
      [
        "类别 | 学校数 | 在校生 | 教师 | 生师比",
        "小学 | 10 | 2000 | 100 | 20.00",
        "初中 | 5 | 1500 | 100 | 15.00",
        "总计 | 15 | 3500 | 200 | 17.50",
      ],
    ],
    [
      "of rounded shares",
      ["学校 | 总数 | 合格 | 合格率", "甲校 | 300 | 200 | 66.7%", "乙校 | 700 | 467 | 66.7%", "丙校 | 90 | 60 | 66.6%"],
    ],
    ["with two odd lines", [...plans, "丙校 | 200 | 190 | 92.5", "丁校 | 100 | 90 | 95.0"]],
  ])("are silent on a table %s", (_, rows) => {
    expect(told(rows)).toEqual([]);
  });
});
