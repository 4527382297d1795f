/** Cells count in the unit of their head or caption, 万 and 亿 as in prose; what is shown stays as its author wrote it. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { equals, exact } from "../../quantity/exact.ts";
import { toSignificant } from "../../quantity/rounding.ts";
import { auditDocument, readForAudit } from "../audit.ts";
import { briefly, faultsOf, tableReport } from "../fixture.ts";
import { unitNamed, unitOf } from "./cell-units.ts";

const index = new KnowledgeIndex(knowledge);
const read = (rows: readonly string[]) => readForAudit(tableReport(rows), { index });

describe("units of heads", () => {
  it.each([
    ["专任教师（人）", "人", 1],
    ["占比(%)", "%", 1],
    ["占比（％）", "%", 1],
    ["生师比（:1）", ":1", 1],
    ["金额（单位：万元）", "元", 10_000],
    ["校舍面积（万平方米）", "平方米", 10_000],
    ["支出（不含基建）（亿元）", "元", 100_000_000],
    ["生均经费（元/生·年）", "元", 1],
    ["专任教师", null, 1],
    ["专任教师（含兼职教师和校外教师）", null, 1],
    ["专任教师（含兼职）", null, 1],
    ["县（区）", null, 1],
    ["教育支出（类）", null, 1],
  ])("are taken from brackets: %s", (words, unit, scale) => {
    const found = unitOf(words);
    expect(found?.unit ?? null).toBe(unit);
    if (found) expect(equals(found.scale, exact(scale))).toBe(true);
  });

  it.each([
    ["万元、%", "元"],
    ["人、万元", null],
    ["千米", "千米"],
    ["百分点", "个百分点"],
  ])("are one, beside %%: %s", (words, unit) => {
    expect(unitNamed(words)?.unit ?? null).toBe(unit);
  });
});

describe("cells", () => {
  it("count as prose does", () => {
    const { claims } = read(["项目 | 单位 | 2019年", "教育经费 | 万元 | 1250.5", "校舍面积 | 万平方米 | 30", "在校生 | 人 | 2400"]);
    expect(claims.map(({ quantity }) => [quantity.text, toSignificant(quantity.value), quantity.unit])).toEqual([
      ["1250.5", "12505000", "元"],
      ["30", "300000", "平方米"],
      ["2400", "2400", "人"],
    ]);
  });

  const table = ["项目 | 2018年 | 2019年", "财政拨款收入 | 8120.40 | 8546.25", "事业收入 | 1310.00 | 1402.60", "合计 | 9430.40 | 9948.85"];
  const caption = "\n收入情况表（单位：万元）";
  const audited = (before: string, rows = table) => auditDocument(tableReport(rows, `${before}${caption}`), { index });

  it.each(["学校财政拨款收入8546.25万元。", "学校财政拨款收入0.85亿元。", "学校财政拨款收入8546万元，事业收入1402.6万元。"])(
    "agree with prose in whatever unit: %s",
    (before) => {
      const { findings, relations } = audited(before);
      expect(findings.filter(({ tier }) => tier !== "note")).toEqual([]);
      expect(relations.held).toBeGreaterThan(audited("").relations.held);
    },
  );

  it("differ from prose by a slip of the hand", () => {
    const result = audited("学校财政拨款收入8564.25万元。");
    expect(briefly(result)).toEqual(["CROSS warning 8546.25"]);
    expect(faultsOf(result)[0]!.proof).toBe("8546.25 ≠ 8564.25万");
  });

  it("are shown as their author wrote them", () => {
    const rows = table.with(3, "合计 | 9430.40 | 9984.85");
    expect(faultsOf(audited("", rows))[0]!.proof).toBe("8546.25 + 1402.60 = 9948.85 ≠ 9984.85");
  });

  it("give amounts for each head in 元 from columns of 万元", () => {
    const rows = [
      "学校 | 公用经费（万元） | 在校生（人） | 生均公用经费（元）",
      "甲校 | 312.0 | 2400 | 1300",
      "乙校 | 229.5 | 1800 | 1275",
      "丙校 | 151.2 | 1260 | 1200",
    ];
    expect(faultsOf(auditDocument(tableReport(rows), { index }))).toEqual([]);
    const wrong = faultsOf(auditDocument(tableReport(rows.with(2, "乙校 | 229.5 | 1800 | 1257")), { index }));
    expect(wrong.map(({ code, proof }) => `${code} ${proof}`)).toEqual(["RATIO 229.5万 ÷ 1800 = 1275.0 ≠ 1257"]);
  });
});
