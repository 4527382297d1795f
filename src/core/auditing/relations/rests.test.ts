/** The rest is the whole less its parts, and 净增 is what came less what went. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("what is left", () => {
  it.each([
    "共收到意见86条，当场答复67条，其余19条限期办理。",
    "全校教师268人，其中专业课教师151人，公共课教师92人，其余25人担任实习指导。",
    "本年购置设备1640.2万元，报废核减318.7万元，净增1321.5万元。",
    "新开设专业点9个，停招4个，净增5个。",
    "核定编制1268名，实有在编1193名，空编75名。",
    "招生2232人，较下达的2100人任务超出132人。",
    "专账上年结转286.4万元，当年支出173.9万元，年末结余112.5万元。",
    "第一志愿录取率91.6%，第二志愿录取率83.9%，前者比后者高7.7个百分点。",
    "总收入826.5万元，总支出791.9万元，其中人员经费498.6万元、公用经费293.3万元，结余34.6万元。",
  ])("holds: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["共收到意见86条，当场答复67条，其余29条限期办理。", "SUM", "86 - 67 = 19 ≠ 29条"],
    ["本年购置设备1640.2万元，报废核减318.7万元，净增1521.5万元。", "DELTA", "1640.2万 - 318.7万 = 1321.5万 ≠ 1521.5万元"],
    ["新开设专业点9个，停招4个，净增6个。", "DELTA", "9 - 4 = 5 ≠ 6个"],
    ["核定编制1268名，实有在编1193名，空编95名。", "DELTA", "1268 - 1193 = 75 ≠ 95名"],
    ["招生2232人，较下达的2100人任务超出232人。", "DELTA", "2232 - 2100 = 132 ≠ 232人"],
    ["专账上年结转286.4万元，当年支出173.9万元，年末结余121.5万元。", "DELTA", "286.4万 - 173.9万 = 112.5万 ≠ 121.5万元"],
    ["第一志愿录取率91.6%，第二志愿录取率83.9%，前者比后者高8.7个百分点。", "DELTA", "91.6 - 83.9 = 7.7 ≠ 8.7个百分点"],
  ])("fails: %s", (text, code, proof) => {
    const [found] = faultsOf(auditText(index, text));
    expect(found).toMatchObject({ code, tier: "warning", proof });
  });

  it.each([
    "合格率91.6%，优良率43.9%，比全省平均高出2.4个百分点。",
    "招生2232人，毕业2018人，比上年多出132人。",
    "核定编制1268名，其中教师编制1102名，空编75名。",
  ])("is silent where it lies between other values: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });

  it("is silent where the rest is of more than one thing", () => {
    expect(briefly(auditText(index, "全校教师268人，女教师161人，专业课教师151人，其余25人担任实习指导。"))).toEqual([]);
  });
});
