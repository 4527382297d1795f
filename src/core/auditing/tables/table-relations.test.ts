/** Rows and columns of a table add up, shares and differences fit; where no line holds, the table was never meant to add up. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

function audited(rows: readonly string[]): { told: string[]; tested: number; held: number } {
  const result = auditTable(index, rows);
  const told = faultsOf(result).map(({ code, tier, spans, proof }) => `${code} ${tier} ${spans[0]?.text}: ${proof}`);
  return { told, ...result.relations };
}

describe("tables", () => {
  it.each<[string, string[], number]>([
    ["columns", ["学校 | 在校生（人） | 教师（人）", "甲校 | 1000 | 60", "乙校 | 1500 | 90", "合计 | 2500 | 150"], 2],
    ["a total in the first row", ["学校 | 在校生（人）", "合计 | 2500", "甲校 | 1000", "乙校 | 1500"], 1],
    ["an empty cell", ["学校 | 在校生 | 教师", "甲校 | 1000 | —", "乙校 | 1500 | 90", "合计 | 2500 | 90"], 1],
    ["rows", ["年级 | 男生 | 女生 | 合计", "一年级 | 500 | 400 | 900", "二年级 | 480 | 420 | 900"], 2],
    ["shares", ["类别 | 人数（人） | 占比（%）", "高级 | 500 | 25", "中级 | 900 | 45", "其他 | 600 | 30", "合计 | 2000 | 100"], 6],
    [
      "differences",
      ["指标 | 2018年 | 2019年 | 较上年增减", "在校生（人） | 24600 | 23000 | -1600", "专任教师（人） | 1600 | 1640 | 40"],
      2,
    ],
  ])("hold: %s", (_, rows, held) => {
    expect(audited(rows)).toEqual({ told: [], tested: held, held });
  });

  it.each<[string, string[], string]>([
    [
      "a total of a column",
      ["学校 | 在校生（人） | 教师（人）", "甲校 | 1000 | 60", "乙校 | 1500 | 90", "合计 | 2500 | 160"],
      "SUM proof 160: 60 + 90 = 150 ≠ 160",
    ],
    ["the only total", ["学校 | 在校生（人）", "甲校 | 1000", "乙校 | 1500", "合计 | 2550"], "SUM warning 2550: 1000 + 1500 = 2500 ≠ 2550"],
    [
      "a total of a row",
      ["年级 | 男生 | 女生 | 合计", "一年级 | 500 | 400 | 900", "二年级 | 480 | 420 | 900", "三年级 | 470 | 430 | 910"],
      "SUM proof 910: 470 + 430 = 900 ≠ 910",
    ],
    [
      "a share",
      ["类别 | 人数（人） | 占比（%）", "高级 | 500 | 25", "中级 | 900 | 45", "其他 | 600 | 35", "合计 | 2000 | 100"],
      "SHARE proof 35: 600 ÷ 2000 = 30% ≠ 35",
    ],
    [
      "the share of all",
      ["类别 | 人数（人） | 占比（%）", "高级 | 500 | 25", "中级 | 900 | 45", "其他 | 600 | 30", "合计 | 2000 | 101"],
      "SHARE proof 101: 101 ≠ 100%",
    ],
    [
      "a difference",
      [
        "指标 | 2018年 | 2019年 | 增减",
        "在校生（人） | 23000 | 24600 | 1600",
        "专任教师（人） | 1600 | 1640 | 40",
        "学校（所） | 30 | 31 | 2",
      ],
      "DELTA proof 2: 31 - 30 = 1 ≠ 2",
    ],
  ])("fail: %s", (_, rows, finding) => {
    const { told, tested, held } = audited(rows);
    expect(told).toEqual([finding]);
    expect(held).toBe(tested - 1);
  });

  it.each<[string, string[]]>([
    [
      "whose totals are all of something else",
      ["学校 | 在校生（人） | 教师（人）", "甲校 | 1000 | 60", "乙校 | 1500 | 90", "合计 | 3500 | 260"],
    ],
    ["with 其中", ["类别 | 人数", "专任教师 | 2000", "其中：双师型 | 1200", "行政 | 200", "合计 | 2200"]],
    ["with subtotals", ["学校 | 人数", "甲校 | 100", "小计 | 100", "乙校 | 200", "小计 | 200", "合计 | 300"]],
    ["of averages and rates", ["学校 | 生均图书（册） | 就业率（%）", "甲校 | 30 | 95", "乙校 | 32 | 96", "合计 | 31 | 95.6"]],
    ["without a total", ["学校 | 在校生", "甲校 | 1000", "乙校 | 1500"]],
    ["of years", ["年份 | 在校生", "2018年 | 23000", "2019年 | 24600"]],
    ["of one row", ["学校 | 在校生"]],
    ["of words", ["学校 | 建设情况", "甲校 | 建成3个实训室、2个中心", "乙校 | 新增5人"]],
  ])("are silent: a table %s", (_, rows) => {
    expect(audited(rows).told).toEqual([]);
  });
});
