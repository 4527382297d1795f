/** A standard's line crossed is noted only where the paragraph is silent about it. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("standards", () => {
  it.each(["生师比25：1，高于规定标准。"])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([["生师比25：1。", "STD note 生师比25：1", "25：1 > 20：1（《中等职业学校设置标准》（教职成〔2010〕12号））"]])(
    "fail: %s",
    (text, found, proof) => {
      const result = auditText(index, text);
      expect(briefly(result)).toEqual([found]);
      expect(faultsOf(result)[0]?.proof).toBe(proof);
    },
  );

  it.each(["生师比15：1。", "2018年生师比25：1。", "青河县职教中心生师比25：1。", "力争生师比达到25：1。"])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});

describe("a figure below the line in a table", () => {
  const rows = ["指标 | 单位 | 2018年 | 2019年", "生均图书 | 册 | 28.55 | 29.25", "校舍 | 间 | 300 | 310"];
  const told = (prose: string): number => auditTable(index, rows, prose).findings.filter(({ code }) => code === "STD").length;

  it("is explained by the prose that tells it", () => {
    expect(told("生均图书29.25册。生均图书低于设置标准30册的要求。\n")).toBe(0);
  });

  it("is told where no prose does", () => {
    expect(told("")).toBe(1);
  });
});
