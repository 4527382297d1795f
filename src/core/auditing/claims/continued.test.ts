/** What one sentence or sign leaves out the one before it tells: names before a colon, earlier times, the whole of a list, the base of a multiple. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";
import { cleanLabel } from "./words.ts";

const index = new KnowledgeIndex(knowledge);

describe("a sentence that goes on", () => {
  it.each([
    ["全市在校生上年5200人。\n本年5460人，同比增长5.0%。", "本年5460人，同比增长6.0%。", "本年5460人，同比增长5.0%。"],
    ["全市在校生5460人，同比增长5.0%；上年同期为5200人。", "增长7.0%；", "增长5.0%；"],
    ["较之2018年的5200人，全市在校生5460人，增长5.0%。", "增长7.0%。", "增长5.0%。"],
    ["全市在校生5200人→5460人，增长5.0%。", "增长7.0%。", "增长5.0%。"],
    ["从2018年的5200人到2019年的5460人，全市在校生增长5.0%。", "增长7.0%。", "增长5.0%。"],
    ["全市在校生自5200人扩至5460人，变化率为5.0%。", "变化率为7.0%。", "变化率为5.0%。"],
    ["全市培训净变动485人次，上年7428人次，本年7913人次。", "净变动885", "净变动485"],
    ["全市外地企业72家。本地企业130家，是外地企业的1.81倍。", "1.31倍", "1.81倍"],
    ["双师型教师占专业课教师的比重为61.4%，分子、分母依次是1019人和1660人。", "71.4%", "61.4%"],
    ["全市奖励78项。\n其中：国家级奖励17项，省级奖励26项，市级奖励35项。", "省级奖励36项", "省级奖励26项"],
    ["招生计划：1571名。\n截至注册结束，学校录取新生1620名，计划完成率103.12%。", "113.12%", "103.12%"],
    [
      "全市专任教师由专业课教师1866人、公共课教师1104人、实习指导教师242人构成，计3212人。综上，全市专任教师3212人。",
      "综上，全市专任教师3272人",
      "综上，全市专任教师3212人",
    ],
  ])("%s", (sound, wrong, right) => {
    expect(briefly(auditText(index, sound))).toEqual([]);
    const faulty = sound.replace(right, wrong);
    expect(faulty).not.toBe(sound);
    expect(briefly(auditText(index, faulty))).not.toEqual([]);
  });

  it.each([
    "专任教师由专业课教师1894人、公共课教师1076人构成，计2970人；与行政人员204人、教辅人员163人一起，教职工共3337人。",
    "在校生由2017年的1200人增长到2019年的1800人，年均增长22.5%。",
    "面向社会培训2018年、2019年分别为41897人次、40990人次，减少907人次。",
    "农民人均收入29800元，增长7.1%，城乡收入比由上年的1.79缩小至1.76。",
  ])("is not told of %s", (sound) => {
    expect(briefly(auditText(index, sound)).filter((line) => line.includes("proof") || line.includes("SUM"))).toEqual([]);
  });
});

it("spaces before a name, and the time behind it, are no part of it", () => {
  expect(cleanLabel("    我市在校生上年", 0)).toEqual({ text: "在校生", start: 6, scope: "我市" });
  expect(cleanLabel("　　（在校生", 0)).toEqual({ text: "在校生", start: 3, scope: "" });
});
