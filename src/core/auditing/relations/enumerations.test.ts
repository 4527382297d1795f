/** A count beside a list counts the list; 等 leaves it open, and a list of other things counts nothing. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("counts of lists", () => {
  it.each([
    "开设护理、会计和电子商务3个专业。",
    "开设3个专业（护理、会计、电子商务）。",
    "开设护理、会计等5个专业。",
    "开设3个专业，即护理、会计、电子商务。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["开设4个专业（护理、会计、电子商务）。", "LIST warning 4个", "列举3项 ≠ 4个"],
    ["开设护理、会计、电子商务、烹饪等3个专业。", "LIST warning 烹饪等3个", "列举4项 ≠ 3个"],
    ["护理、会计、烹饪、园艺两个专业。", "LIST warning 园艺两个", "列举4项 ≠ 两个"],
    ["现有护理、会计和电子商务4个专业。", "LIST warning 会计和电子商务4个", "列举3项 ≠ 4个"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "开设专业12个（护理、会计等）。",
    "与20家企业合作（其中国有企业、民营企业各半）。",
    "教务处、学生处联合创办了一所学校。",
    "由教务处、学生处、总务处共建设3个工作组。",
    "开设近10个专业（护理、会计、电子商务）。",
    "建成20个实训室（占地、设备、耗材由企业承担）。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
