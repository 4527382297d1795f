/** A value per school or class is its total ÷ their number, rounded; hedged averages have a tenth, and other totals are none of theirs. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("averages", () => {
  it.each([
    "全市有中职学校30所，在校生24600人，校均在校生820人。",
    "全市有中职学校30所，在校生24610人，校均在校生820人。",
    "全市有中职学校30所，在校生24600人，校均在校生800人左右。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([["全市有中职学校30所，在校生24600人，校均在校生920人。", "PERCAP warning 校均在校生920人", "24600 ÷ 30 = 820 ≠ 920人"]])(
    "fail: %s",
    (text, found, proof) => {
      const result = auditText(index, text);
      expect(briefly(result)).toEqual([found]);
      expect(faultsOf(result)[0]?.proof).toBe(proof);
    },
  );

  it.each([
    "全市有中职学校30所，在校生24600人，校均投入30万元。",
    "全市有中职学校30所，在校生24600人，校均教师82人。",
    "在校生24600人，校均在校生920人。",
    "合作企业30家，在校生24600人，校均在校生920人。",
    "市直学校校均在校生1820人。全市有中职学校30所，在校生24600人。",
    "全市有中职学校30所，在校生24600人；市直学校校均在校生1820人。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
