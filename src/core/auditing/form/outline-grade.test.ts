/** What the outline requires: a full report grades A, holes are named, a notice is not graded. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import type { Outline } from "../../definition/outline.ts";
import { contextOf, documentOf } from "./fixture.ts";
import { formFindings } from "./form-checks.ts";
import { gradeOutline } from "./outline-grade.ts";

const index = new KnowledgeIndex(knowledge);
const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** Every section under its title, every amount under its name. */
function fullReport(outline: Outline, title: string): string {
  const lines = [title];
  outline.chapters.forEach((chapter, at) => {
    lines.push(`${numerals[at]}、${chapter.title}`);
    chapter.sections.forEach((section, position) => {
      lines.push(`（${numerals[position]}）${section.title}`);
      for (const code of section.required) {
        const measure = index.measure(code);
        const unit = measure.unit === ":1" ? "：1" : measure.unit.split("/")[0]!;
        lines.push(`${measure.zh.replace(/（.*）/u, "")}为12${unit}。`);
      }
    });
  });
  return lines.join("\n");
}

const graded = (text: string, year: number | null = 2019) => {
  const document = documentOf(text);
  return gradeOutline(document, contextOf(index, document, year));
};
const city = index.knowledge.outlines.find(({ level }) => level === "city")!;
const school = index.knowledge.outlines.find(({ level }) => level === "school")!;

describe("the outline", () => {
  it.each([
    [city, "云川市中等职业教育质量年度报告"],
    [city, "云川市中等职业学校质量年度报告"],
    [school, "云川市机电中等专业学校质量年度报告"],
  ])("of a full report is met: %#", (outline, title) => {
    const { grade, findings } = graded(fullReport(outline, title));
    expect(grade).toMatchObject({ outline: outline.zh, missing: [], grade: "A" });
    expect(grade!.present).toBe(grade!.required);
    expect(findings).toEqual([]);
  });

  it("names a section and an amount that are missing", () => {
    const text = fullReport(city, "云川市中等职业教育质量年度报告")
      .split("\n")
      .filter((line) => !line.includes("资助") && !line.includes("在校生为") && !line.includes("在校生巩固"))
      .join("\n");
    const { grade, findings } = graded(text);
    expect(grade!.missing).toEqual(expect.arrayContaining(["学生发展·资助情况", "在校生", "资助金额"]));
    expect(findings.map(({ proof }) => proof)).toEqual(expect.arrayContaining(["“学生发展”一章的“资助情况”"]));
    expect(findings.every(({ code, tier, spans }) => code === "OUTLINE" && tier === "note" && spans.length > 0)).toBe(true);
  });

  it("tells a missing chapter once, with the amounts that belong there", () => {
    const lines = fullReport(city, "云川市中等职业教育质量年度报告").split("\n");
    const from = lines.findIndex((line) => line.startsWith("六、"));
    const to = lines.findIndex((line) => line.startsWith("七、"));
    const { findings } = graded([...lines.slice(0, from), ...lines.slice(to)].join("\n"));
    expect(findings).toHaveLength(1);
    expect(findings[0]!.proof).toContain("“政府履责”一章，应含教育费附加征收额");
  });

  it("grades a bare frame D", () => {
    const frame = fullReport(city, "云川市中等职业教育质量年度报告")
      .split("\n")
      .filter((line) => !line.includes("为12"))
      .join("\n");
    expect(graded(frame).grade!.grade).toBe("D");
  });

  it("is not asked of a notice, nor after its last year", () => {
    expect(graded("关于召开会议的通知\n请各校按时参加。")).toEqual({ grade: null, findings: [] });
    expect(graded(fullReport(city, "云川市中等职业教育质量年度报告"), 2023).grade).toBeNull();
  });

  it("runs with all other checks over an empty and a hostile text", () => {
    for (const text of [
      "",
      "\n\n",
      "一、基本情况\n".repeat(70_000),
      "在校生".repeat(300_000),
      "一是好。".repeat(250_000),
      "1人，".repeat(300_000),
    ]) {
      const document = documentOf(text);
      const context = contextOf(index, document, 2021);
      const begun = process.cpuUsage().user / 1000;
      formFindings(document, { ...context, title: "云川市中等职业教育质量年度报告" });
      expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(20_000);
    }
  }, 60_000);
});
