/** Kinds told one after the other in a paragraph, and what they make. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => briefly(auditText(index, text)).filter((each) => each.startsWith("SUM"));

const teachers = (last: string): string =>
  `幼儿专任教师1455人，比去年减少8人；小学专任教师3200人，比去年增加142人；初中专任教师1659人；高中专任教师731人。全县教职工9975人，其中专任教师${last}人。`;
const byTurns = (pupils: string): string =>
  `普通高中在校生11255人，教职工811人；职业高中在校生${pupils}人，教职工278人。小学和初中在校生共74526人，教职工4211人。在园幼儿19277人，在编教职工126人。全县学生总数110437人，教职工总数5426人。`;

describe("kinds told one after the other in a paragraph", () => {
  it.each([
    teachers("7045"),
    byTurns("5379"),
    // What the paragraph tells last is another thing.
    "幼儿专任教师1455人；小学专任教师3200人；初中专任教师1659人；高中专任教师731人。全县毕业生7046人。",
    "小学招生3675人；在校生22250人。初中招生4000人；在校生11012人。全县中小学专任教师2384人。",
  ])("are left alone: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([teachers("7054"), teachers("7405"), byTurns("5397"), byTurns("5579")])("are told: %s", (text) => {
    expect(told(text)).toHaveLength(1);
  });
});
