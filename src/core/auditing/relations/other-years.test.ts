/** Changes and earlier values against what a table or another sentence gives the year compared with. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const table = [
  "指标 | 2017年 | 2018年 | 2019年",
  "在校生数（人） | 6120 | 6345 | 6512",
  "招生数（人） | 2125 | 2208 | 2286",
  "升学人数（人） | 602 | 655 | 731",
  "毕业去向落实率（%） | 95.31 | 96.24 | 96.87",
];

describe("changes against the year that they are compared with", () => {
  it.each([
    "招生2286人，较2018年增加78人；在校生6512人，较2018年增加167人。",
    "与2018年的6345人相比，在校生净增167人。",
    "在校生6512人，比上年多出167人，增长2.6%。",
    "毕业去向落实率96.87%，比2018年提高0.63个百分点，比2017年提高1.56个百分点。",
    "升学人数较2017年增加129人。",
    "在校生达到6512人，而2017年为6120人。",
    "落实率稳步提高，毕业去向落实率比上年提高0.63个百分点。",
    // What the table does not tell, or of a part only.
    "技能竞赛获奖64项，比2018年增加12项。",
    "其中市直学校招生906人，较2018年增加51人。",
    "一年级新生中女生1120人，比2018年的1034人增加86人。",
  ])("is silent: %s", (text) => {
    expect(briefly(auditTable(index, table, text))).toEqual([]);
  });

  it.each([
    ["招生2286人，较2018年增加161人。", "PERIOD"],
    ["与2017年的6345人相比，在校生净增167人。", "PERIOD"],
    ["在校生较2018年的6120人增加392人。", "PERIOD"],
    ["在校生6512人，较2018年减少167人。", "DIR"],
    ["毕业去向落实率96.87%，比2018年提高1.63个百分点。", "DELTA"],
    ["升学人数较2017年增加192人。", "DELTA"],
    ["招生2286人，比上年增加87人。", "DELTA"],
    ["与2018年的6435人相比，在校生有所增加。", "CROSS"],
  ])("tells: %s", (text, code) => {
    expect(faultsOf(auditTable(index, table, text)).map((finding) => finding.code)).toContain(code);
  });
});

describe("a value that names again what it is compared with", () => {
  it.each([
    "全市获一等奖15项、二等奖29项、三等奖42项，一等奖比上年的12项增加3项。",
    "全市获一等奖15项、二等奖29项，一等奖比上年12项增长25%。",
    "经费总投入8.4亿元，其中财政拨款7.1亿元；总投入较2018年的7.9亿元增长6.3%。",
    "毕业生2105人，其中升学731人、直接就业1302人。升学人数比2018年的655人增加76人。",
    "奖牌总数140枚，金牌31枚；奖牌数比上届的126枚多14枚。",
    "技能大赛获奖86项，比上年增加12项，其中一等奖15项。",
  ])("is silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });

  it.each([
    ["全市获一等奖15项、二等奖29项、三等奖42项，一等奖比上年的12项增加8项。", "15 - 12 = 3 ≠ 8项"],
    ["全市获一等奖15项、二等奖29项，一等奖比上年12项增长20%。", "(15 - 12) ÷ 12 = 25% ≠ 20%"],
    ["毕业生2105人，其中升学731人、直接就业1302人。升学人数比2018年的655人增加67人。", "731 - 655 = 76 ≠ 67人"],
    ["奖牌总数140枚，金牌31枚；奖牌数比上届的126枚增加24枚。", "140 - 126 = 14 ≠ 24枚"],
  ])("tells: %s", (text, proof) => {
    expect(faultsOf(auditText(index, text)).map((finding) => finding.proof)).toContain(proof);
  });
});
