/** A list whose figures agree exactly in another way than the words suggest is read in that way. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("lists read otherwise", () => {
  it.each([
    // Siblings that go with the figure before them to a larger whole.
    "全市在校生30120人。市直学校在校生9860人，占全市的32.7%，东河县、西岭县、南浦区分别为8230人、7015人、5015人。",
    // The first item is split by the rest.
    "两校教职工286人，其中专任教师237人：职教中心171人，育才职高66人。",
    // Places counted by several words.
    "联盟有成员单位42家，其中学校12所、企业24家、行业协会6家。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["联盟有成员单位42家，其中学校12所、企业24家、行业协会9家。", "12 + 24 + 9 = 45 > 42"],
    ["受助学生612人，其中特别困难198人、困难441人。", "198 + 441 = 639 > 612"],
    ["学校有心理教师38人，其中专职15人、兼职33人。", "15 + 33 = 48 > 38"],
  ])("fail: %s", (text, proof) => {
    expect(faultsOf(auditText(index, text)).map((each) => `${each.code} ${each.proof}`)).toEqual([`SUM ${proof}`]);
  });

  it("do not go on behind a semicolon", () => {
    expect(briefly(auditText(index, "产出蔬菜12吨，其中叶菜占四成；水果30吨。"))).toEqual([]);
    expect(briefly(auditText(index, "由36名骨干教师指导，其中第一届52名毕业生全部取得证书，47人被录用。"))).toEqual([]);
  });
});
