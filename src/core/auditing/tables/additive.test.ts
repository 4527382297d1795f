/** Totals at every depth of a table are found by its numbers; the cell that breaks one is told, and sound tables are left alone. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

/** The proofs told, each figure at fault first. */
function told(rows: readonly string[]): string[] {
  return faultsOf(auditTable(index, rows)).map(({ code, tier, proof }) => `${code} ${tier} ${proof}`);
}

const changed = (rows: readonly string[], from: string, to: string): string[] => {
  const at = rows.findIndex((row) => row.includes(from));
  return rows.map((row, position) => (position === at ? row.replace(from, to) : row));
};

const nested = [
  "类别 | 学校数（所） | 招生数（人） | 在校生数（人）",
  "总 计 | 66 | 20210 | 61480",
  "公办 | 51 | 16980 | 52110",
  "民办 | 15 | 3230 | 9370",
  "城区 | 29 | 11240 | 34815",
  "公办 | 22 | 9410 | 29470",
  "民办 | 7 | 1830 | 5345",
  "其中：新城区 | 4 | 1206 | 3390",
  "县镇 | 37 | 8970 | 26665",
  "公办 | 29 | 7570 | 22640",
  "民办 | 8 | 1400 | 4025",
];

const wide = [
  "学校 | 教职工合计 | 专任教师小计 | 高级 | 中级 | 初级 | 教辅人员 | 工勤人员",
  "甲校 | 262 | 201 | 48 | 92 | 61 | 37 | 24",
  "乙校 | 348 | 275 | 66 | 121 | 88 | 44 | 29",
  "丙校 | 174 | 139 | 27 | 63 | 49 | 20 | 15",
];

describe("what a table adds up", () => {
  it("is left alone where it is sound", () => {
    expect(told(nested)).toEqual([]);
    expect(told(wide)).toEqual([]);
  });

  it.each([
    ["a total of subtotals", nested, "61480", "61840", "61480"],
    ["a part of a subtotal", nested, "9410", "9140", "9410"],
    ["a line of the same name in every block", nested, "52110", "52710", "52110"],
    ["a subtotal across", wide, "275", "215", "275"],
    ["a part across", wide, "| 92 |", "| 97 |", "92"],
  ])("is told where it breaks: %s", (_, rows, from, to, right) => {
    const proofs = told(changed(rows, from, to));
    expect(proofs.length).toBeGreaterThan(0);
    expect(proofs.every((proof) => proof.startsWith("SUM"))).toBe(true);
    expect(proofs.join()).toContain(to.replace(/[ |]/g, ""));
    expect(proofs.join()).not.toContain(`≠ ${right}`);
  });

  it("counts nothing that stands in brackets, and no line of changes", () => {
    expect(
      told([
        "类别 | 学校数（所） | 教师（人）",
        "学校合计 | 41 | 3127",
        "中专 | 24 | 1905",
        "职高 | 17 | 1201",
        "教学点（不计校数） | (6) | 21",
      ]),
    ).toEqual([]);
    expect(
      told([
        "学校 | 2017年 | 2018年 | 增减",
        "甲校 | 1212 | 1260 | 48",
        "乙校 | 907 | 954 | 47",
        "丙校 | 1388 | 1366 | 下降22",
        "丁校 | 645 | 690 | 45",
      ]),
    ).toEqual([]);
  });

  it("is not found in figures that only happen to be near", () => {
    expect(
      told([
        "类别 | 专任教师 | 外聘教师",
        "总计 | 1210 | 655",
        "正高级 | 212 | 418",
        "副高级 | 478 | 118",
        "中级 | 417 | 74",
        "初级 | 21 | 12",
        "未评级 | 39 | 32",
        "其他 | 43 | 1",
      ]),
    ).toEqual([]);
  });

  it("costs little, however large the table is", () => {
    const rows = Array.from({ length: 500 }, (_, row) => `第${row}项 | ${Array.from({ length: 12 }, () => "1").join(" | ")}`);
    const started = process.cpuUsage();
    told(["项目 | 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十 | 十一 | 十二", ...rows]);
    // About 0.7 s; processor time, which other work on the machine hardly moves.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
  });
});
