/** The catalog's rules between two values hold over what a section prints; far apart or hedged they say nothing. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("limits of the catalog", () => {
  it.each(["直接就业3000人，对口就业2500人。"])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["直接就业3000人，对口就业3500人。", "SUBSET warning 对口就业3500人", "3500 > 3000"],
    ["教职工2000人，专任教师2100人。", "SUBSET warning 专任教师2100人", "2100 > 2000"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "直接就业3000人，对口就业3000余人。",
    "2018年直接就业3000人；2019年对口就业3500人。",
    "青河县直接就业3000人；全市对口就业3500人。",
    "直接就业率3000人，对口就业率83.5%。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
