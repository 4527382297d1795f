/** Totals told apart from their items, and gaps between need and stock. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("totals told apart", () => {
  it.each([
    "全年累计开展培训9000人次。\n一是企业职工培训4000人次；二是农民培训3000人次；三是退役军人培训2000人次。",
    "需要专任教师3000人，现有专任教师2400人，缺口20%。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    [
      "全年累计开展培训12000人次。\n一是企业职工培训4000人次；二是农民培训3000人次；三是退役军人培训2000人次。",
      "SUM note 培训12000人次",
      "4000 + 3000 + 2000 = 9000 < 12000人次",
    ],
    [
      "全年累计开展培训8000人次。\n一是企业职工培训4000人次；二是农民培训3000人次；三是退役军人培训2000人次。",
      "SUM warning 培训8000人次",
      "4000 + 3000 + 2000 = 9000 > 8000人次",
    ],
    ["需要专任教师3000人，现有专任教师2400人，缺口30%。", "SHARE warning 缺口30%", "(3000 - 2400) ÷ 3000 = 20%"],
    ["遴选2所学校开展“双元制”试点。\n二、改革\n遴选5所学校推进“双元制”改革。", "CROSS warning 5所", "2所 ≠ 5所"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "全年累计培训12000人次。\n培训企业职工4000人次，培训农民3000人次，培训退役军人2000人次。",
    "需要专任教师3000人，现有专任教师2400人，缺口较大。",
    "遴选2所学校开展“双元制”试点。\n二、改革\n遴选5所学校推进“学徒制”改革。",
    "遴选2所学校开展“双元制”试点。\n二、改革\n遴选5家企业参与“双元制”改革。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
