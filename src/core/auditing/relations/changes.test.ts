/** A change leads from the earlier level to the new one, and growth from some whole number; other years and hedged words are given their room. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("changes", () => {
  it.each([
    "在校生由上年的23000人增加到24600人，增加1600人。",
    "在校生由上年的23000人增加到24600人，增长6.96%。",
    "在校生24600人，比上年增加1600人，增长6.96%。",
    "就业率由上年的94.2%提高到95.4%，提高1.2个百分点。",
    "社团15个，比上年增长25%。",
    "合作企业由200家增加到500家，增长1.5倍。",
    "在校生24600人，比上年增加约1600人，增长近7%。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["在校生由上年的23000人增加到24600人，增加1700人。", "DELTA proof 1700人", "24600 - 23000 = 1600 ≠ 1700人"],
    ["在校生由上年的23000人增加到24600人，增长7.96%。", "DELTA proof 7.96%", "(24600 - 23000) ÷ 23000 = 6.9565% ≠ 7.96%"],
    ["就业率由上年的94.2%提高到95.4%，提高2.2个百分点。", "DELTA proof 2.2个百分点", "95.4 - 94.2 = 1.2 ≠ 2.2个百分点"],
    ["在校生由上年的23000人减少到24600人。", "DIR proof 24600人", "24600 > 23000"],
    ["在校生由上年的23000人增加到24600人，减少1600人。", "DIR proof 1600人", "24600 > 23000"],
    ["在校生24600人，比上年增加25000人。", "PRIOR proof 25000人", "24600 - 25000 = -400 < 0"],
    ["在校生24600人，比上年增加1600人，增长8.5%。", "DELTA proof 8.5%", "1600 ÷ (24600 - 1600) = 6.957% ≠ 8.5%"],
    ["社团12个，比上年增长25%。", "INTEGER warning 25%", "12 ÷ (1 + 25%) 不是整数：9→33.33%，10→20%"],
    ["合作企业由300家增加到501家，增长66.9%。", "DELTA proof 66.9%", "(501 - 300) ÷ 300 = 67% ≠ 66.9%"],
    ["2018年在校生23000人，2019年在校生24600人，比上年增加1700人。", "DELTA proof 1700人", "24600 - 23000 = 1600 ≠ 1700人"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "在校生24600人，比2015年增加3000人。",
    "在校生24600人，新增专业12个。",
    "学校15所，招生数比上年增长25%。",
    "在校生24600人，与上年持平。",
    "社团12个，比上年增长二成左右。",
    "社团12个，五年来增长近25%。",
    "青河县在校生3400人；全市比上年增加1700人。",
    "计划明年招生由2000人增加到2400人。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
