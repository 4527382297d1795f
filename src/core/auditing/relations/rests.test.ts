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
  ])("holds: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["共收到意见86条，当场答复67条，其余29条限期办理。", "SUM", "86 - 67 = 19 ≠ 29条"],
    ["本年购置设备1640.2万元，报废核减318.7万元，净增1521.5万元。", "DELTA", "1640.2万 - 318.7万 = 1321.5万 ≠ 1521.5万元"],
    ["新开设专业点9个，停招4个，净增6个。", "DELTA", "9 - 4 = 5 ≠ 6个"],
  ])("fails: %s", (text, code, proof) => {
    const [found] = faultsOf(auditText(index, text));
    expect(found).toMatchObject({ code, tier: "warning", proof });
  });

  it("is silent where the rest is of more than one thing", () => {
    expect(briefly(auditText(index, "全校教师268人，女教师161人，专业课教师151人，其余25人担任实习指导。"))).toEqual([]);
  });
});
