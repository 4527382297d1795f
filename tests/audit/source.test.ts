/** A real report, read beside a hand-made list of its faults: all of them are told, and what holds is left alone. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { auditDocument } from "../../src/core/auditing/audit.ts";
import type { AuditFinding, AuditResult } from "../../src/core/auditing/finding.ts";
import type { FindingCode } from "../../src/core/definition/check.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { readPlainText } from "../../src/readers/plain-text.ts";
import { paraphrase } from "./independent/paraphrase.ts";

const path = new URL("../../../shared/source/xuchang-2019.txt", import.meta.url);
const absent = existsSync(path) ? null : "the source report does not lie beside the project";
const text = absent === null ? readFileSync(path, "utf8").replace(/^\uFEFF/, "") : "";
const index = new KnowledgeIndex(knowledge);
const audited = (words: string): AuditResult => auditDocument(readPlainText("source.txt", words), { index });
const result = audited(text);

/** Findings with a span over `quote`, or over the part of it that stands in brackets: "增加[43]册". */
function findingsAt(quote: string, place: "fault" | "any" = "any"): readonly AuditFinding[] {
  const whole = quote.replace(/[[\]]/g, "");
  const first = text.indexOf(whole);
  if (first < 0) throw new Error(`“${whole}” stands nowhere`);
  const start = first + Math.max(0, quote.indexOf("["));
  const end = quote.includes("]") ? first + quote.indexOf("]") - 1 : start + whole.length;
  return result.findings.filter(({ spans }) =>
    (place === "fault" ? spans.slice(0, 1) : spans).some((span) => span.start < end && start < span.end),
  );
}

const codesAt = (quote: string): FindingCode[] => findingsAt(quote).map(({ code }) => code);

const faults: readonly (readonly [readonly FindingCode[], string])[] = [
  [["PERCAP", "DELTA"], "增加[984万元]"],
  [["PERCAP", "DELTA"], "增加[4270元]"],
  [["RESIDUE"], "生均图书[69 25.88册]"],
  [["RESIDUE"], "[204174] 人"],
  [["RESIDUE"], "[1682 41]人"],
  [["PRIOR", "STALE"], "增加[43册]"],
  [["BASE"], "[86.7%]"],
  [["SUBSET"], "对口就业[3690人]"],
  [["BASE"], "对口就业率[49.2%]"],
  [["INTEGER"], "一等奖提高[35%]"],
  [["INTEGER"], "二等奖提高[3.8%]"],
  [["INTEGER"], "三等奖[1.2%]"],
  [["CROSS", "SCOPE"], "遴选[2所]中职学校"],
  [["CROSS", "SCOPE"], "等[5所]学校尝试"],
  [["CROSS", "SCOPE"], "现有师资仅有[2000余名]"],
  [["SUM"], "培训[1万余]人次"],
  [["DENOM"], "[25.88册]"],
  [["DENOM"], "生师比为[15：1]"],
  [["HEDGE"], "缺口[近50%]"],
  [["ROUND"], "专任教师总数的[47%]"],
  [["ROUND"], "专任教师的[24.5%]"],
  [["STD"], "专任教师总数的[47%]"],
  [["DUP"], "2、[推动中高职联动发展]"],
  [["NAME"], "[许昌电气学院]中专部"],
  [["FORMAT"], "[2.尝试“双元”办学模式]"],
  [["FORMAT"], "截止2019年底"],
  [["PERIOD"], "[2018以来]"],
];

describe.skipIf(absent !== null)(`the source report${absent ? ` (skipped: ${absent})` : ""}`, () => {
  it.each(faults)("is told %j at “%s”", (codes, quote) => {
    expect(codesAt(quote).filter((code) => codes.includes(code)).length, codesAt(quote).join(" ")).toBeGreaterThan(0);
  });

  it("is told nine times that % stands for 个百分点", () => {
    const slips = result.findings.filter(({ code }) => code === "PP");
    const words = [...text.matchAll(/比上年下降7%|提高2\.8%|增加12\.5%|增长1\.8%|上升0\.2%|提高了0\.5%|提高了1%|上升18\.8%/g)];
    expect(words).toHaveLength(9);
    expect(slips).toHaveLength(9);
    for (const { index: start, 0: quote } of words)
      expect(slips.filter(({ spans: [span] }) => span!.start < start + quote.length && start < span!.end).length, quote).toBe(1);
  });

  it("is told what its outline asks for and it lacks: the number of students, an amount of money", () => {
    const lacking = result.findings
      .filter(({ code }) => code === "OUTLINE")
      .map(({ proof }) => proof)
      .join("\n");
    for (const item of ["在校生", "资助", "生均财政拨款"]) expect(lacking).toContain(item);
    expect(result.outline!.present).toBeLessThan(result.outline!.required);
  });

  it.each([
    "就业率达到[98.26%]",
    "就业人数的[67.8%]",
    "一等奖[48个]",
    "二等奖[86个]",
    "三等奖[68个]",
    "共[67个]项目",
    "遴选的[8名]班主任",
    "有[6名]获一等奖",
    "[2名]获二等奖",
    "校均年招生[2100人]",
    "专业课教师[11.6%]",
    "专业课教师的[75.7%]",
  ])("is not told that “%s” is wrong", (quote) => {
    const told = findingsAt(quote, "fault").filter(({ tier }) => tier !== "note");
    expect(told.map(({ code, proof }) => `${code} ${proof}`)).toEqual([]);
  });

  it("has no proof beyond remains of edits", () => {
    expect(result.findings.filter(({ tier }) => tier === "proof").map(({ code }) => code)).toEqual(["RESIDUE", "RESIDUE", "RESIDUE"]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("is told the same of its arithmetic under other names, years and wording (%d)", (seed) => {
    expect(arithmetic(audited(paraphrase(text, seed).text))).toEqual(arithmetic(result));
  });
});

/** Code and tier of each finding of arithmetic, sorted. */
function arithmetic({ findings }: AuditResult): string[] {
  const codes = "SUM SHARE RATIO BASE SUBSET RANGE PERCAP DENOM DELTA PRIOR INTEGER PP DIR CROSS SCOPE LIST RESIDUE ROUND".split(" ");
  return findings
    .filter(({ code }) => codes.includes(code))
    .map(({ code, tier }) => `${code} ${tier}`)
    .sort();
}
