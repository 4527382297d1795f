/** One fact told twice is one number; another year, school or precision is another fact. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("facts told twice", () => {
  it.each(["全市专任教师2418人。\n二、队伍建设\n全市专任教师2418人。", "全市专任教师2418人。\n二、队伍建设\n全市专任教师2400余人。"])(
    "hold: %s",
    (text) => {
      const result = auditText(index, text);
      expect(briefly(result)).toEqual([]);
      expect(result.relations.held).toBeGreaterThan(0);
    },
  );

  it.each([
    ["全市专任教师2418人。\n二、队伍建设\n全市专任教师2481人。", "CROSS warning 专任教师2481人", "2418 ≠ 2481"],
    ["全市专任教师2418人。\n二、队伍建设\n全市专任教师2500余人。", "CROSS warning 专任教师2500余人", "2418人与2500余人没有共同的值"],
    ["毕业生就业率95.6%。\n二、毕业就业\n毕业生就业率96.6%。", "CROSS warning 毕业生就业率96.6%", "95.6 ≠ 96.6"],
    ["毕业生就业率95.6%。\n二、毕业就业\n毕业生就业率96.5%。", "CROSS warning 毕业生就业率96.5%", "95.6 ≠ 96.5"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "全市专任教师2418人。\n二、队伍建设\n2018年全市专任教师2481人。",
    "全市专任教师2418人。\n二、队伍建设\n青河县专任教师2481人。",
    "全市专任教师2418人。\n二、队伍建设\n上年专任教师2481人。",
    "全市培训教师218人。\n二、队伍建设\n暑期培训教师281人。",
    "在校生24600人，其中男生11480人。\n二、招生\n招生8000人，其中男生4180人。",
    "全市专任教师2418人。\n二、队伍建设\n计划到2025年全市专任教师2481人。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});

describe("prose beside a table", () => {
  const counties = ["县区 | 在校生（人） | 专任教师（人）", "东县 | 4100 | 250", "西县 | 7540 | 450", "合计 | 11640 | 700"];

  it.each<[string, string, readonly string[], string]>([
    ["a row", "全市专任教师720人。", ["指标 | 2018年 | 2019年", "专任教师（人） | 680 | 702"], "702 ≠ 720"],
    ["the total", "全市在校生11740人。", counties, "11640 ≠ 11740"],
    ["a part", "东县在校生4200人，西县在校生7540人。", counties, "4100 ≠ 4200"],
  ])("fail: %s", (_, prose, rows, proof) => {
    const result = auditTable(index, rows, `${prose}\n`);
    expect(faultsOf(result).map((finding) => [finding.code, finding.proof])).toEqual([["CROSS", proof]]);
  });

  it.each<[string, string, readonly string[]]>([
    ["equal", "全市在校生11640人，专任教师700人。", counties],
    ["of another population", "全市在校生20100人。", counties],
    [
      "of the table's other year",
      "以上年末在校生为基数，巩固率为85.7%。",
      ["指标 | 单位 | 2018年 | 2019年", "巩固率 | % | 86.7 | 85.7", "在校生 | 人 | 28500 | 29115"],
    ],
    ["of another year", "2018年全市专任教师681人。", ["指标 | 2018年 | 2019年", "专任教师（人） | 681 | 702"]],
  ])("are silent: %s", (_, prose, rows) => {
    expect(faultsOf(auditTable(index, rows, `${prose}\n`))).toEqual([]);
  });
});
