/** What the data says stands among the other findings, and above those that one altered figure makes. */
import { describe, expect, it } from "vitest";
import { knownOf } from "../../tests/audit/tie/fixture.ts";
import { knowledge } from "../catalog/knowledge.ts";
import { auditDocument } from "../core/auditing/audit.ts";
import type { AuditResult } from "../core/auditing/finding.ts";
import { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { readPlainText } from "../readers/plain-text.ts";
import { auditOwnReport } from "./closed-loop.ts";
import { tiedAudit } from "./tied-audit.ts";

const index = new KnowledgeIndex(knowledge);
const options = { index, year: 2019 };
const known = knownOf(
  [
    "许昌市中等职业教育质量年度报告（2019年度）",
    "一、基本情况",
    "全市中职学校共有在校生[f1=29115人]，其中一年级[f2=10200人]、二年级[f3=9700人]、三年级[f4=9215人]，分布在全市各校。",
    "全市中职学校共有专任教师[f5=1941人]，较上年减少[f6=21人]，教师队伍结构继续得到改善和优化。",
    "全市毕业生共计[f7=7631人]，就业人数为[f8=7498人]，毕业生就业率继续保持在较高的水平上。\n",
  ].join("\n"),
);
const audit = (from = "", to = ""): AuditResult => tiedAudit(readPlainText("r.txt", known.report.text.replace(from, to)), options, known);

describe("an audit with data", () => {
  it("ties every figure of an unaltered report and adds no finding", () => {
    const { quantities, findings } = audit();
    expect(quantities.map(({ tie }) => [tie?.state, tie?.fact, tie?.stored])).toEqual(
      known.printed.map(({ id, text }) => ["equal", id, text]),
    );
    expect(findings).toEqual(auditDocument(readPlainText("r.txt", known.report.text), options).findings);
  });

  it("names an altered figure, with the arithmetic that it upsets beneath", () => {
    const { findings, quantities } = audit("9700", "9100");
    const tie = findings.find(({ code }) => code === "TIE")!;
    expect(tie.causes).toEqual([]);
    expect(tie.proof).toMatch(/9100人.*9700人/);
    const sum = findings.find(({ code }) => code === "SUM")!;
    expect(sum.proof).toContain("9100");
    expect(sum.causes).toEqual([tie.id]);
    expect(quantities.filter(({ tie: each }) => each?.state === "different").map(({ text }) => text)).toEqual(["9100人"]);
  });

  it("leaves findings apart that have nothing to do with the altered figure, and numbers all in order of the text", () => {
    const { findings } = audit("29115人，其中一年级10200人", "29115人，其中一年级10200人、1020人");
    const other = audit("1941人", "2941人").findings;
    expect(other.filter(({ causes }) => causes.length > 0)).toEqual([]);
    for (const each of [findings, other]) {
      expect(each.map(({ id }) => id)).toEqual(each.map((_, at) => `f${at + 1}`));
      const starts = each.map(({ spans: [span] }) => span?.start ?? 0);
      expect(starts).toEqual(starts.toSorted((left, right) => left - right));
    }
  });
});

describe("the closed loop", () => {
  const bare = readPlainText("r.txt", known.report.text);
  const written = { ...bare, figures: known.report.figures.map(({ start, end, figure }) => ({ id: figure, start, end })) };

  it("ties all figures and names all that it alters", () => {
    const loop = auditOwnReport(index, known, written, bare);
    expect(loop.docx).toEqual({ proofs: 0, warnings: 0, figures: 8, tied: 8 });
    expect(loop.text).toEqual(loop.docx);
    expect(loop.altered.named).toBe(loop.altered.figures);
    expect(loop.altered.falselyNamed).toBe(0);
  });

  it("says so when figures are not what the data says", () => {
    const text = known.report.text.replace("9700", "9100");
    const loop = auditOwnReport(index, known, { ...written, text }, { ...bare, text });
    expect(loop.text).toMatchObject({ figures: 8, tied: 7 });
    expect(loop.text.proofs + loop.text.warnings).toBeGreaterThan(0);
    expect(loop.altered.falselyNamed).toBeGreaterThan(0);
  });
});
