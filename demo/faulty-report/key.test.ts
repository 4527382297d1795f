/** The faulty report holds every fault of its key once, every fault code, and no other slip of form or arithmetic. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { contextOf } from "../../src/core/auditing/form/fixture.ts";
import { formFindings } from "../../src/core/auditing/form/form-checks.ts";
import { findingCodes } from "../../src/core/definition/check.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { divide, exact, multiply } from "../../src/core/quantity/exact.ts";
import { round } from "../../src/core/quantity/rounding.ts";
import { readPlainText } from "../../src/readers/plain-text.ts";

interface Fault {
  readonly code: string;
  readonly alternatives: readonly string[];
  readonly quote: string;
  readonly why: string;
  readonly proof: string;
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const text = read("report.txt");
const { faults } = JSON.parse(read("key.json")) as { faults: Fault[] };

describe("the faulty report", () => {
  it("has every fault code but TIE, each at a quotation that stands once in the text", () => {
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(findingCodes.filter((code) => code !== "TIE")));
    for (const { quote, why, proof } of faults) {
      expect([quote, text.split(quote).length - 1]).toEqual([quote, 1]);
      expect(why.length * proof.length).toBeGreaterThan(0);
    }
    expect(text.length).toBeGreaterThan(3500);
  });

  it("shows the form checks its faults of form and nothing else", () => {
    const formal = new Set(["FORMAT", "PERIOD", "STALE", "DUP", "NAME", "OUTLINE", "HEDGE"]);
    const document = readPlainText("report.txt", text);
    const findings = formFindings(document, contextOf(new KnowledgeIndex(knowledge), document, 2021));
    const expected = faults.filter(({ code }) => formal.has(code)).map(({ code, quote }) => ({ code, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }));
    const meets = (finding: (typeof findings)[number], fault: (typeof expected)[number]): boolean => finding.code === fault.code && finding.spans.some((span) => span.start < fault.end && span.end > fault.start);
    for (const fault of expected) expect([fault, findings.some((finding) => meets(finding, fault))]).toEqual([fault, true]);
    expect(findings.filter((finding) => !expected.some((fault) => meets(finding, fault))).map(({ message }) => message.zh)).toEqual([]);
  });

  it.each([
    ["增长2.5%", 600, 24600 - 600],
    ["增长6.7%", 540, 8640 - 540],
    ["增长7.0%", 1152, 17712 - 1152],
    ["占教职工总数的88.2%", 1640, 1860],
    ["占专任教师总数的47.5%", 779, 1640],
    ["占专业课教师的63.7%", 496, 779],
    ["占专任教师的15.0%", 246, 1640],
    ["毕业率96.0%", 7200, 7500],
    ["资格证书获取率72.5%", 5220, 7200],
    ["就业率98.0%", 4320 + 2736, 7200],
    ["对口就业率75.0%", 2052, 2736],
    ["本市就业比例70.0%", 1915, 2736],
    ["省级竞赛获奖率40.0%", 36 + 58 + 70, 410],
    ["占专任教师的30.0%", 492, 1640],
    ["签约率90.0%", 288, 320],
    ["比例为32.0%", 8000, 25000],
    ["增长4.3%", 400, 9200],
  ])("prints %s as it is", (printed, part, whole) => {
    expect(text).toContain(printed);
    expect(printed).toContain(`${round(multiply(divide(exact(part), exact(whole)), exact(100)), 1)}%`);
  });

  it.each([
    ["在校生24600人", 11480 + 13120, 24600],
    ["专业点62个", 5 + 27 + 30, 62],
    ["专业点由上年的60个增至62个", 60 + 4 - 2, 62],
    ["二等奖58个", 24 + 18 + 11 + 5, 58],
    ["三等奖70个", 30 + 22 + 12 + 6, 70],
    ["教师培训2380人次", 180 + 520 + 1680, 2380],
    ["社会培训30750人次", 12300 + 9450 + 3000 + 6000, 30750],
    ["比上年增加40人", 96 - 56, 40],
    ["职业教育集团6个", 4 + 2, 6],
    ["82人未达到本科学历", 1640 - 1558, 82],
    ["专任教师缺口160人", 27000 / 15 - 1640, 160],
    ["生师比为15：1", 1640 * 15, 24600],
    ["提高到7200元", 7200 * 24600, 177_120_000],
    ["上年的6900元", 6900 * 24000, 165_600_000],
    ["生均占地面积36平方米", 36 * 24600, 885_600],
    ["生均实训实习工位0.5个", 12300 * 2, 24600],
  ])("adds up at %s", (printed, computed, stated) => {
    expect(text).toContain(printed);
    expect(computed).toBe(stated);
  });
});
