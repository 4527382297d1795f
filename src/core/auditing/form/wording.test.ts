/** Slips of words, list items without verb or unit, and sentences that look like them. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { contextOf, documentOf } from "./fixture.ts";
import type { FormCheck } from "./form-context.ts";
import { siblings } from "./siblings.ts";
import { wording } from "./wording.ts";

const index = new KnowledgeIndex(knowledge);
const run = (check: FormCheck, text: string) => {
  const document = documentOf(text);
  return check(document, contextOf(index, document)).map(({ spans }) => spans[0]!.text);
};

describe("wording", () => {
  it.each([
    ["主要有一下几个方面：", "一下几个"],
    ["突出表现在一下三点。", "一下三点"],
    ["截止2020年底，全市有学校八所。", "截止2020年底"],
    ["截止目前，工程完工。", "截止目前"],
    ["就业率比上年持平。", "比上年持平"],
    ["招生与上年增长2%。", "与上年增长"],
    ["月薪与2018年略有提高。", "与2018年略有提高"],
  ])("finds the slip in %s", (text, span) => {
    expect(run(wording, text)).toEqual([span]);
  });

  it.each([
    "下面介绍一下几个专业的情况。",
    "报名截止日期为6月30日，截至2020年底完成。",
    "与上年持平，比上年增长2%，较上年提高。",
    "与上年相比增长2%，与上年增长率接近。",
    "落实《截止2020年目标责任书》。",
    "与2018年下降趋势一致。",
  ])("leaves alone: %s", (text) => {
    expect(run(wording, text)).toEqual([]);
  });
});

describe("siblings", () => {
  it("names the item that lacks its verb", () => {
    expect(run(siblings, "其中一等奖提高30%、二等奖提高4%、三等奖2%。")).toEqual(["三等奖2%"]);
    expect(run(siblings, "投入方面，市级投入增长8%，县级投入增长6%，校级投入5%。")).toEqual(["校级投入5%"]);
  });

  it("names the item that lacks its unit", () => {
    expect(run(siblings, "技能类21个、素质类14、传统类6个、文明类5个。")).toEqual(["素质类14"]);
  });

  it.each([
    "一等奖占30%、二等奖占40%、三等奖占30%。",
    "技能类、素质类、传统类分别为21、14、6个。",
    "第一产业5%、第二产业45%、第三产业50%。",
    "招生增长5%，专任教师占90%，毕业率88%。",
    "见附表1、附表2、附表3。",
    "专业大类12个、专业点40个、班级3个。",
  ])("leaves alone: %s", (text) => {
    expect(run(siblings, text)).toEqual([]);
  });

  it.each(["甲乙1%、", "甲乙丙丁", "其中甲类提高1%、", "一下"])(
    "stays linear on a megabyte of %s",
    (piece) => {
      const document = documentOf(piece.repeat(Math.floor(1_000_000 / piece.length)));
      const begun = process.cpuUsage().user / 1000;
      for (const check of [wording, siblings]) check(document, contextOf(index, documentOf("")));
      expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(20_000);
    },
    60_000,
  );
});
