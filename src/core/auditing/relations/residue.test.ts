/** Two values in one place are remains of an edit; thousands grouped by spaces and cells of tables are none. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("remains of an edit", () => {
  it.each([
    ["学校馆藏图书69 25.88册。", "RESIDUE proof 馆藏图书69", "“69 25.88册”只能有一个值"],
    ["毕业生就业率75.774.2%。", "RESIDUE proof 75.774.2%", "“75.774.2%”不是一个数"],
    ["专任教师300人。双师型教师204174人，占专任教师的58%。", "RESIDUE proof 双师型教师204174人", "204174 > 300；174 ÷ 300 = 58%"],
    ["合作企业330 367家。", "RESIDUE proof 合作企业330", "“330 367家”只能有一个值"],
    ["获奖学生96名99名。", "RESIDUE proof 获奖学生96名", "“96名99名”只能有一个值"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "占地12 345平方米，图书23 456册。",
    "版本号为2.0.1，全部升级。",
    "学生3人 5人一组分组实训。",
    "5 个专业、12 个班级。",
    "就业率95.6%、96.5%。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
