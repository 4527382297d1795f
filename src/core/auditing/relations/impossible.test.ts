/** Rates above a hundred and fractions of a person cannot be; plans, growth and averages may well be so. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("impossible values", () => {
  it.each([
    ["毕业生就业率104.5%。", "RANGE proof 毕业生就业率104.5%", "104.5% > 100%"],
    ["双师型教师占专任教师的120%。", "RANGE proof 双师型教师占专任教师的120%", "120% > 100%"],
    ["在校生1200.5人。", "RANGE proof 在校生1200.5人", "1200.5人带小数"],
    ["毕业生留用率101%。", "RANGE warning 毕业生留用率101%", "101% > 100%"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "招生计划完成率104.35%。",
    "资金到账率120%。",
    "校均在校生820.5人。",
    "生均图书30.5册。",
    "培训规模比上年增长120%。",
    "高中阶段毛入学率102%。",
    "在校生1.25万人。",
    "招生计划落实率为104.2%。",
    "企业兼职教师与专任教师的比例为112%。",
    "流动比率为150.2%。",
    "社会培训人次占在校生总数的235%。",
    "教师参训率为230%。",
    "全市折合在校生21450.5人。",
    "单校规模1787.5人，每位教师负担15.3人。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
