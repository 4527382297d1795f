/** What rests on a place with two values is tried with each of them, and blamed only where none will do. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const codes = (text: string): string[] => faultsOf(auditText(index, text)).map(({ code }) => code);

describe("figures over remains of an edit", () => {
  it.each([
    "合作企业330 367家，比上年增加37家。",
    "教职工500人，专任教师300人。双师型教师204 174人，占专任教师的58%。",
    "教职工500人，专任教师300人。双师型教师204 174人，占专任教师的68%。",
    "教职工500人，专任教师300人。双师型教师204 174人，占兼职教师的70%。",
  ])("say nothing more than that two values stand there: %s", (text) => {
    expect(codes(text)).toEqual(["RESIDUE"]);
  });

  it("fit neither value as a change", () => {
    const [, second] = faultsOf(auditText(index, "合作企业330 367家，比上年增加400家。"));
    expect([second?.code, second?.tier, second?.spans[0]?.text, second?.proof]).toEqual([
      "PRIOR",
      "warning",
      "400家",
      "367 - 400 = -33 < 0",
    ]);
  });

  it("fit another base than the one they name", () => {
    const [, second] = faultsOf(auditText(index, "教职工500人，专任教师300人。双师型教师204 174人，占教职工的58%。"));
    expect([second?.code, second?.tier, second?.spans[0]?.text, second?.proof]).toEqual([
      "BASE",
      "warning",
      "58%",
      "174 ÷ 500 = 34.8%；174 ÷ 300 = 58%",
    ]);
  });
});
