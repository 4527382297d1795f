/** Signs and spaces: what a proofreader marks, and what must stay as it is. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { contextOf, documentOf } from "./fixture.ts";
import { punctuation } from "./punctuation.ts";

const index = new KnowledgeIndex(knowledge);
const found = (text: string) => {
  const document = documentOf(text);
  return punctuation(document, contextOf(index, document)).map(({ spans }) => spans[0]!.text);
};
/** Enough full-width commas that a half-width one is a slip and no habit. */
const full = "全市，各县，各校，均已达标。".repeat(3);

describe("punctuation", () => {
  it.each([
    [`${full}生均工位0.7个, 与上年持平。`, "工位0.7个,"],
    [`${full}生师比为15：1, 与上年持平。`, "比为15：1,"],
    [`${full}占比为31.4%,比上年高。`, "为31.4%,"],
    [`${full}具体如下:一是投入。`, "具体如下:"],
    [`${full}市属学校(含民办)五所。`, "(含民办)"],
    [`${full}与某研究所（简称甲所)合作。`, "（简称甲所)"],
    [`${full}共有教职工1860 人。`, "共有教职工1860 人"],
    [`${full}狠抓落实，，成效明显。`, "狠抓落实，，"],
    [`${full}共有学校5所（含民办。`, "（含民办。"],
  ])("finds the sign in %s", (text, span) => {
    expect(found(text)).toEqual([span]);
  });

  it.each([
    "投入1,234,567元，购置设备1,200台。",
    "每日8:30上课，生师比为15:1，比例3:2。",
    "网址为http://www.example.org/a,b，邮箱a.b@example.org。",
    "采用Word, Excel and Access教学，与ABC (Shanghai) Ltd.合作。",
    "本学期(2019)共开设课程（含选修）12门。",
    "（1）加大投入。1）改革。",
    "全市共有 1860 人参加，其中 41 人获奖。",
    "等等……成效显著。",
    "他说：“好。”大家都同意。",
  ])("leaves alone: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("tells a habit of the whole text once", () => {
    expect(found("全市,各县,各校,均已达标(见表),成效好。")).toHaveLength(1);
    expect(found("甲1 人，乙2 人，".repeat(10))).toHaveLength(1);
  });

  it.each(["（", ",", "(甲", "甲,", "1 ", "，，"])(
    "stays linear on a megabyte of %s",
    (piece) => {
      const document = documentOf(piece.repeat(Math.floor(1_000_000 / piece.length)));
      const begun = process.cpuUsage().user / 1000;
      punctuation(document, contextOf(index, documentOf("")));
      expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(20_000);
    },
    60_000,
  );
});
