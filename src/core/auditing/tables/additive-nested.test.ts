/** Tables in which lines make up others: read from the innermost outwards, and told where one column misses. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const rows = [
  "类别 | 学校数（所） | 在校生数（人） | 教职工数（人）",
  "总计 | 63 | 31407 | 2514",
  "普通中学 | 21 | 19182 | 1562",
  "# 初中 | 15 | 12840 | 1017",
  "高中 | 6 | 6342 | 545",
  "职业学校 | 42 | 12225 | 952",
  "公办 | 33 | 10118 | 803",
  "民办 | 9 | 2107 | 149",
];
const told = (lines: readonly string[]): string[] =>
  faultsOf(auditTable(index, lines))
    .filter(({ tier }) => tier !== "note")
    .map(({ code, proof }) => `${code} ${proof}`);

describe("nested totals of a table", () => {
  it("hold", () => {
    expect(told(rows)).toEqual([]);
    expect(auditTable(index, rows).relations.held).toBeGreaterThanOrEqual(9);
  });

  it.each([
    ["12840", "18240", "SUM 18240 + 6342 = 24582 ≠ 19182"],
    ["149", "194", "SUM 803 + 194 = 997 ≠ 952"],
    ["31407", "34107", "SUM 19182 + 12225 = 31407 ≠ 34107"],
  ])("tell %s written as %s", (right, wrong, proof) => {
    expect(told(rows.map((row) => row.replace(right, wrong)))).toEqual([proof]);
  });

  it("are not seen where kinds are left out", () => {
    expect(told(["类别 | 招生 | 毕业生", "中职 | 4493 | 5116", "中专 | 3357 | 3147", "成人中专 | 60 | 40", "职高 | 730 | 1620"])).toEqual(
      [],
    );
  });
});
