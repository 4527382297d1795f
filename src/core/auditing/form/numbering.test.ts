/** Numbers before headings: skips, repetitions, mixed signs, run-in titles; and lists that are in order. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { contextOf, documentOf } from "./fixture.ts";
import { numbering } from "./numbering.ts";

const index = new KnowledgeIndex(knowledge);
const found = (...lines: string[]) => {
  const document = documentOf(lines.join("\n"));
  return numbering(document, contextOf(index, document)).map(({ spans, message }) => `${spans[0]!.text}｜${message.zh.slice(0, 4)}`);
};

describe("numbering", () => {
  it("names a sign that differs from its siblings'", () => {
    expect(found("一、基本情况", "1、规模", "正文。", "2.设备", "正文。", "3、教师", "正文。")).toEqual(["2.设备｜同级编号"]);
  });

  it("names a skipped and a repeated number", () => {
    expect(found("一、基本情况", "正文。", "三、学生发展")).toEqual(["三、学生发展｜编号不连"]);
    expect(found("一、基本情况", "二、学生发展", "二、质量保障")).toEqual(["二、质量保障｜编号重复"]);
    expect(found("一、情况", "（一）规模", "（二）设备", "（四）教师")).toEqual(["（四）教师｜编号不连"]);
  });

  it("leaves lists in order, new lists, and a number inside a paragraph alone", () => {
    expect(found("一、情况", "1、规模", "2、设备", "二、发展", "1、素质", "2、就业")).toEqual([]);
    expect(found("措施：", "（1）加大投入。", "（2）引进教师。", "另外：", "（1）改革。", "（2）合作。")).toEqual([]);
    expect(found("1、加大投入。同时抓好2、引进教师。", "3、深化合作。")).toEqual([]);
    expect(found("3.5万人参加培训。", "5.2万人通过鉴定。")).toEqual([]);
  });

  it("names the chapter whose titles run into the text where the others stand alone", () => {
    const alone = ["一、基本情况", "1、规模", "正文。", "2、设备", "正文。", "二、发展", "1、素质", "正文。", "2、就业", "正文。"];
    expect(found(...alone, "三、合作", "1、开展对接。全市学校走访企业。", "2、规范实习。各校签订协议。")).toEqual([
      "1、开展对接｜同级标题",
    ]);
    expect(found(...alone, "三、合作", "1、对接", "正文。")).toEqual([]);
  });

  it("stays linear on a text of nothing but labels", () => {
    const document = documentOf("1、\n3、\n".repeat(125_000));
    const begun = process.cpuUsage().user / 1000;
    expect(numbering(document, contextOf(index, documentOf(""))).length).toBeGreaterThan(0);
    expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(20_000);
  }, 60_000);
});
