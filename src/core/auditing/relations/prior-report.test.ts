/** Last year's report as evidence: what is told of last year and every change from it must lead from there to here. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, faultsOf, reportOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const prior = reportOf("全市在校生23000人，专任教师1600人，就业率94.2%。合作企业120家，其中规模以上企业近40家。青河县在校生3000人。", 2018);

function compared(text: string): { told: string[]; held: number } {
  const [alone, result] = [auditText(index, text), auditText(index, text, prior)];
  const told = faultsOf(result).map(({ code, tier, spans, proof }) => `${code} ${tier} ${spans[0]?.text} ⇒ ${proof}`);
  return { told, held: result.relations.held - alone.relations.held };
}

describe("against last year's report", () => {
  it.each([
    "全市在校生24600人，比上年增加1600人。",
    "全市在校生24600人，比上年增长7%。",
    "全市在校生22500人，比上年减少500人。",
    "就业率95.4%，比上年提高1.2个百分点。",
    "全市在校生23000人，与上年持平。",
    "全市在校生23100人，与上年基本持平。",
    "上年全市在校生23000人。",
    "规模以上企业42家，比上年增加3家。",
  ])("hold: %s", (text) => {
    const { told, held } = compared(text);
    expect(told).toEqual([]);
    if (!text.startsWith("规模")) expect(held).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ["全市在校生24600人，比上年增加1700人。", "PRIOR warning 1700人 ⇒ 24600 - 23000 = 1600 ≠ 1700（上年报告：23000人）"],
    ["全市在校生24600人，比上年增长8%。", "PRIOR warning 8% ⇒ (24600 - 23000) ÷ 23000 = 6.96% ≠ 8（上年报告：23000人）"],
    ["就业率95.4%，比上年提高2.2个百分点。", "PRIOR warning 2.2个百分点 ⇒ 95.4 - 94.2 = 1.2 ≠ 2.2（上年报告：94.2%）"],
    ["全市在校生23000人，比上年增加800人。", "STALE warning 800人 ⇒ 23000 - 23000 = 0 ≠ 800（上年报告：23000人）"],
    ["全市在校生24600人，比上年减少1600人。", "DIR warning 1600人 ⇒ 24600 - 23000 = 1600，方向相反（上年报告：23000人）"],
    ["全市在校生24600人，与上年持平。", "DIR warning 在校生24600人 ⇒ 24600人 ≠ 23000人（上年报告）"],
    ["2018年全市在校生23500人。", "CROSS warning 在校生23500人 ⇒ 23500人 ≠ 23000人"],
  ])("fail: %s", (text, finding) => {
    expect(compared(text).told).toEqual([finding]);
  });

  it.each([
    "全市在校生24600人，比2015年增加5000人。",
    "市直学校在校生24600人，比上年增加1700人。",
    "全市在校生24600人，计划比上年增加1700人。",
    "全市社团24600个，比上年增加1700个。",
    "全市在校生24600人。",
    "2017年全市在校生22000人。",
  ])("are silent: %s", (text) => {
    expect(compared(text).told).toEqual([]);
  });

  it("add relations that the report alone cannot have", () => {
    expect(compared("全市在校生23000人，与上年持平。").held).toBe(1);
    expect(compared("上年全市在校生23000人。").held).toBe(1);
    expect(compared("就业率95.4%，比上年提高1.2个百分点。").held).toBeGreaterThanOrEqual(0);
  });

  it("take the year before where last year's report has none in its title", () => {
    const untitled = { ...prior, text: prior.text.replace("2018", "xxxx") };
    const [finding] = faultsOf(auditText(index, "全市在校生24600人，与上年持平。", untitled));
    expect(finding?.code).toBe("DIR");
  });

  it("trust no value that last year's report tells in two ways", () => {
    const torn = reportOf("全市在校生23000人。\n二、规模\n全市在校生23600人。", 2018);
    expect(faultsOf(auditText(index, "全市在校生24600人，与上年持平。", torn))).toEqual([]);
  });
});
