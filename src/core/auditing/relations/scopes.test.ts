/** A year before without a group cannot stand beside a year with it. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("values of two populations", () => {
  it.each([
    [
      "招生（含技工学校）1500人，上年为1200人。按中职口径，招生（不含技工学校）1300人，较上年增加100人。",
      "SCOPE warning 1200人",
      "1300 - 100 = 1200（不含技工）",
    ],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "招生（含技工学校）1500人，上年为1400人。按中职口径，招生（不含技工学校）1300人，较上年增加100人。",
    "招生（含技工学校）1500人。按中职口径，招生（不含技工学校）1300人，较上年增加100人。",
    "招生（含民办学校）1500人，上年为1200人。招生（不含技工学校）1300人，较上年增加100人。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
