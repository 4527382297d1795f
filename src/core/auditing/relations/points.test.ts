/** The change of a share is told in 个百分点, that of a count in %; a true relative growth of a rate is no slip. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("percentage points", () => {
  it.each(["就业率95%，比上年提高1.2个百分点。", "在校生24600人，比上年增长6.9%。"])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["就业率95%，比上年提高1.2%。", "PP warning 1.2%", "95%是比例，其增减1.2%应为1.2个百分点"],
    ["专任教师2000人。双师型教师1200人，占专任教师的60%，比上年提高2%。", "PP warning 2%", "60%是比例，其增减2%应为2个百分点"],
    ["在校生24600人，比上年提高了6.9个百分点。", "PP warning 6.9个百分点", "24600人不是比例，6.9个百分点应为%"],
    ["在校生24600人，比上年增加6.9个百分点。", "PP warning 6.9个百分点", "24600人不是比例，6.9个百分点应为%"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "就业率由90%提高到95%，增长5.6%。",
    "招生增长率12.5%，比上年提高2.1个百分点。",
    "就业率95%；毕业生人数比上年增长3.2%。",
    "实训设备值增长12%，设备完好率98%。",
    "就业率95%，连续三年保持在95%以上。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
