/** What names a figure is what remains once everything that names nothing is stripped, and no word is cut in two. */
import { describe, expect, it } from "vitest";
import { directionOf } from "../../language/change-verb.ts";
import { changeBefore, changedFrom, changedTo, cleanLabel, comparison, labelKey, planned, ruled } from "./words.ts";

describe("labels", () => {
  it.each([
    ["截至2019年底，全市现有专任教师共计", "专任教师", "全市"],
    ["其中，双师型教师达到", "双师型教师", ""],
    ["全校在校生为", "在校生", "全校"],
    ["2019年度招生", "招生", ""],
    ["2018—2019学年毕业生总数达到", "毕业生", ""],
    ["我市共有中职学校", "中职学校", "我市"],
    ["一是建成实训基地", "实训基地", ""],
    ["累计开展社会培训达", "社会培训", ""],
    ["同时，学校荣获一等奖", "一等奖", "学校"],
    ["在校生[3]", "在校生", ""],
    ["", "", ""],
  ])("%s → %s", (words, label, scope) => {
    const clean = cleanLabel(words, 0);
    expect([clean.text, clean.scope]).toEqual([label, scope]);
  });

  it.each([
    "现代学徒制学生",
    "共青团员",
    "继续教育学员",
    "在籍学生",
    "计划招生",
    "到账资金",
    "实训设备",
    "有效课题",
    "其他人员",
    "参军学生",
  ])("keep words that begin like an empty one: %s", (words) => {
    expect(cleanLabel(words, 0).text).toBe(words);
  });

  it("stand where they stand in the text", () => {
    const words = "截至2019年底，全市现有专任教师共计";
    const { text, start } = cleanLabel(words, 100);
    expect(words.slice(start - 100, start - 100 + text.length)).toBe(text);
  });

  it.each([
    ["中职在校生总数", "在校生"],
    ["在校生人数", "在校生"],
    ["“双师型”教师", "双师型教师"],
    ["专任教师（不含兼职）", "专任教师"],
    ["中等职业学校", "中等职业学校"],
    ["设备总值", "设备"],
    ["人数", "人数"],
    ["总数", "数"],
  ])("have a key: %s → %s", (label, key) => {
    expect(labelKey(label)).toBe(key);
  });

  it.each(["在校生", "专任教师数量", "中职学校数", "“双师型”教师（人）", "毕业生总人数"])("have a key that is its own key: %s", (label) => {
    expect(labelKey(labelKey(label))).toBe(labelKey(label));
  });
});

describe("words of change", () => {
  it.each([
    ["比上年增加", "增加", "up"],
    ["较上年净增", "净增", "up"],
    ["同比提高了", "提高", "up"],
    ["比上年减少约", "减少", "down"],
    ["增幅", "增幅", "up"],
    ["降幅达", "降幅", "down"],
    ["招生下降的比例为", "下降", "down"],
  ])("%s", (words, verb, direction) => {
    const found = changeBefore.exec(words)?.[1] ?? "";
    expect([found, directionOf(found)]).toEqual([verb, direction]);
  });

  it("that flatten have no way to go, and others none at all", () => {
    expect([directionOf("持平"), directionOf("教师")]).toEqual(["flat", null]);
  });

  it.each(["增加到", "提高至", "减少至2019年的", "增至目前的", "发展到"])("before a new level: %s", (words) => {
    expect(changedTo.test(words)).toBe(true);
  });

  it.each(["由上年的", "，从2018年的", "由原来的", "在校生由年初的"])("before an old level: %s", (words) => {
    expect(changedFrom.test(words)).toBe(true);
  });

  it.each(["较上年", "比2018年", "与去年同期相比", "同比", "较上一学年", "环比"])("that compare: %s", (words) => {
    expect(comparison.exec(words)?.[0]).toBe(words);
  });

  it("that plan and that rule", () => {
    expect(["计划招生", "力争达到", "下达任务", "现有"].map((words) => planned.test(words))).toEqual([true, true, true, false]);
    expect(["不低于", "按规定", "至少", "现有"].map((words) => ruled.test(words))).toEqual([true, true, true, false]);
  });
});
