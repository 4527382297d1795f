/** Totals and per-head values imply one number of heads, within a twentieth; hedges and single values clash with nothing. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("implied heads", () => {
  it.each(["图书600000册，生均图书30册；设备总值12000万元，生均设备值6000元。"])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    [
      "图书600000册，生均图书40册；教学仪器设备总值12000万元，生均教学仪器设备值6000元。",
      "DENOM warning 生均图书40册",
      "600000 ÷ 40 = 15000；12000万 ÷ 6000 = 20000",
    ],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "图书600000册，生均图书30册；设备总值12000万元，校均设备值400万元。",
    "图书600000册，生均图书30册；2018年生均图书40册。",
    "生均图书40册；设备总值12000万元，生均设备值6000元。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
