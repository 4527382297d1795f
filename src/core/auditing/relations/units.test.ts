/** A unit that cannot be: 人次 for heads, one part in another unit than the rest, 个百分点 for a share itself. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("units", () => {
  it.each([
    ["全市现有专任教师2789人次。", "RANGE warning 专任教师2789人次", "“专任教师”按人计，不按人次计"],
    ["毕业生就业率96.5个百分点。", "PP warning 96.5个百分点", "“毕业生就业率96.5个百分点”：百分点只用于比例的增减"],
    ["双师型教师占专任教师的86.0个百分点。", "PP warning 86.0个百分点", "“双师型教师占专任教师的86.0个百分点”：百分点只用于比例的增减"],
    [
      "开展培训职工4999人次、农民3631人和学生1427人次，共10057人次。",
      "RANGE warning 农民3631人",
      "4999人次 + 3631人 + 1427人次 = 10057人次，单位不一",
    ],
    ["全市中职学校有专任教师2789人次。", "RANGE warning 中职学校有专任教师2789人次", "“中职学校有专任教师”按人计，不按人次计"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "培训教师1200人次。",
    "参加培训学生300人，全年培训500人次。",
    "与全省平均水平差0.5个百分点。",
    "就业率提高1.2个百分点。",
    "双师型教师占专任教师的86.0%。",
    "培训职工4999人次、学生1427人次，聘请专家31人。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
