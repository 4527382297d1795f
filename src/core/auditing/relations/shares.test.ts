/** A share with a named base is part ÷ base as printed; another figure that fits tells of a misnamed base, and a base of another year or school proves nothing. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("shares of a named base", () => {
  it.each([
    "全市专任教师2000人。双师型教师1200人，占专任教师的60%。",
    "专任教师2418人，双师型教师1209人，占专任教师总数的50%。",
    "毕业生8000人，其中升学3000人，占37.5%。",
    "招生12000人，其中应届毕业生8000人，占三分之二。",
    "专任教师2000人。双师型教师1180人，占专任教师的近60%。",
    "专任教师2000人。双师型教师1200余人，占专任教师的62%。",
    "专任教师2000人。高级职称教师500人、双师型教师1200人，分别占专任教师的25%、60%。",
    "双师型教师1200人，占专任教师2000人的60%。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["全市专任教师2000人。双师型教师1200人，占专任教师的66%。", "SHARE proof 66%", "1200 ÷ 2000 = 60% ≠ 66%"],
    ["专任教师300人。双师型教师200人，占专任教师的66.6%。", "ROUND warning 66.6%", "200 ÷ 300 = 66.667%"],
    ["教职工2500人，专任教师2000人。双师型教师1200人，占专任教师的48%。", "BASE warning 48%", "1200 ÷ 2000 = 60%；1200 ÷ 2500 = 48%"],
    ["专任教师2000人。双师型教师2200人，占专任教师的91%。", "SUBSET proof 双师型教师2200人", "2200 ÷ 2000 = 110% ≠ 91%"],
    ["毕业生8000人，其中升学3000人，占35.7%。", "SHARE warning 35.7%", "3000 ÷ 8000 = 37.5% ≠ 35.7%"],
    ["专任教师2000人。高级职称教师500人、双师型教师1200人，分别占专任教师的25%、66%。", "SHARE proof 66%", "1200 ÷ 2000 = 60% ≠ 66%"],
    ["专任教师2000人。高级职称教师500人、双师型教师1200人，分别占专任教师的25%和66%。", "SHARE proof 66%", "1200 ÷ 2000 = 60% ≠ 66%"],
    ["双师型教师1200人，占专任教师2000人的66%。", "SHARE proof 66%", "1200 ÷ 2000 = 60% ≠ 66%"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "双师型教师1200人，占该类教师的66%。",
    "2018年专任教师2000人。2019年双师型教师1200人，占专任教师的66%。",
    "青河县职教中心专任教师200人。全市双师型教师1200人，占专任教师的66%。",
    "按规定双师型教师占专任教师的比例不低于30%。专任教师2000人，双师型教师1200人。",
    "专任教师2000人，双师型教师1200人。到2025年，双师型教师占专任教师的比例达到70%。",
    "专任教师2000人。双师型教师1200人，占专任教师的六成左右。",
    "专任教师2000人。双师型教师1200人，占专业课教师的75%。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
