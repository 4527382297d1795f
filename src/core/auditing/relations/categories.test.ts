/** Kinds that cannot overlap are known by name; only those that are all of their family make up a whole. */
import { describe, expect, it } from "vitest";
import { exhaustive, makesUp, parallel } from "./categories.ts";

describe("kinds", () => {
  it.each([
    ["男生", "女生"],
    ["公办", "民办"],
    ["公办学校", "民办学校"],
    ["专任教师", "行政人员", "教辅人员", "工勤人员"],
    ["高级", "中级", "初级", "其他"],
    ["一年级", "二年级", "三年级"],
    ["硕士研究生", "本科", "专科"],
    ["应届毕业生", "往届毕业生"],
    ["一等奖", "二等奖", "三等奖"],
    ["文化课教师", "专业课教师"],
  ])("are all of a family: %s, %s", (...labels) => {
    expect(exhaustive(labels, "研究生")).toBe(true);
    expect(parallel(labels)).toBe(true);
  });

  it.each([
    ["一等奖", "二等奖"],
    ["高级", "中级"],
    ["一年级", "三年级"],
    ["国家级", "省级", "市级"],
    ["加工制造类", "信息技术类"],
  ])("are parallel and not all: %s, %s", (...labels) => {
    expect([exhaustive(labels, "研究生"), parallel(labels)]).toEqual([false, true]);
  });

  it.each([["双师型教师", "高级职称教师"], ["毕业证书", "职业资格证书"], ["男生", "农村户籍"], ["男生", "男教师"], ["男生", ""], ["男生"]])(
    "may overlap: %s, %s",
    (...labels) => {
      expect([exhaustive(labels, "研究生"), parallel(labels)]).toEqual([false, false]);
    },
  );

  it("make up a whole of the right name only", () => {
    expect(makesUp("教职工", ["专任教师", "行政人员", "教辅人员", "工勤人员"])).toBe(true);
    expect(makesUp("教职工", ["专任教师", "行政人员"])).toBe(false);
    expect(makesUp("在校生", ["男生", "女生"])).toBe(true);
    expect(makesUp("获奖作品", ["男生", "女生"])).toBe(false);
  });
});
