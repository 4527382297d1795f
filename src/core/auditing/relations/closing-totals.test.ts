/** Totals told behind their parts must be their sum; open lists and other things counted are none of theirs. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("totals behind their parts", () => {
  it.each([
    "立项国家级课题4项、省级课题12项、市级课题35项，共51项。",
    "男生11480人、女生13120人，合计24600人。",
    "8名选手有6名获一等奖、2名获二等奖。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["立项国家级课题4项、省级课题12项、市级课题35项，共52项。", "SUM proof 52项", "4 + 12 + 35 = 51 ≠ 52"],
    ["男生11480人、女生13120人，合计24700人。", "SUM proof 24700人", "11480 + 13120 = 24600 ≠ 24700"],
    ["8名选手有6名获一等奖、3名获二等奖。", "SUM warning 8名", "6 + 3 = 9 ≠ 8"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "8名选手有5名获一等奖、2名获二等奖。",
    "立项省级课题12项、市级课题30余项，共45项。",
    "校企合作企业20家、实训基地12个，共投入500万元。",
    "护理专业200人、会计专业300人，全校共招生900人。",
    "培训教师120人、学生300人，全年共开展活动8次。",
    "男生人数占47%、女生人数占53%，共计24600人。",
    "立项省级课题12项、市级课题35项等，共52项。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
