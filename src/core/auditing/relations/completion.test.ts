/** Done ÷ planned is the completion, one value ÷ another the multiple; without both figures nothing is proved. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("plans and multiples", () => {
  it.each([
    "招生12000人，计划招生11500人，完成率104.35%。",
    "农村户籍学生9000人，是城镇户籍学生3000人的3倍。",
    "取得证书1180人，证书取得率89.9%（毕业生1312名）。",
    "计划招生11500人，实际招生12000人，完成计划的104.35%。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["招生12000人，计划招生11500人，完成率101.35%。", "SHARE proof 完成率101.35%", "12000 ÷ 11500 = 104.3478% ≠ 101.35%"],
    ["农村户籍学生9000人，是城镇户籍学生3000人的2倍。", "RATIO proof 2倍", "9000 ÷ 3000 = 3倍 ≠ 2倍"],
    ["取得证书1180人，证书取得率93.9%（毕业生1312名）。", "SHARE warning 证书取得率93.9%", "1180 ÷ 1312 = 89.939% ≠ 93.9%"],
    ["计划招生11500人，实际招生12000人，完成计划的101.35%。", "SHARE proof 计划的101.35%", "12000 ÷ 11500 = 104.3478% ≠ 101.35%"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "招生12000人，完成全年任务的80%。",
    "在校生12000人，是上年的1.2倍。",
    "招生12000人，计划培训教师11500人次，培训完成率80%。",
    "计划招生11500人；教学计划完成率100%。",
    "农村户籍学生9000人，相当于全省平均水平的2倍。",
    "计划招生11500人，毕业生12000人，教学计划完成率100%。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
