/** The year that a report reports decides what every other year in it means; a guess is marked as one. */
import { describe, expect, it } from "vitest";
import { documentOf } from "./form/fixture.ts";
import { titleOf } from "./title.ts";

/** A line too long to be part of a title page. */
const long = "各校稳步发展，".repeat(10);

describe("title", () => {
  it.each([
    ["云川市2019年中等职业教育质量年度报告\n正文", "云川市2019年中等职业教育质量年度报告", 2019],
    ["云川市中等职业教育质量年度报告（2019年度）\n正文", "云川市中等职业教育质量年度报告（2019年度）", 2019],
    ["云川市中等职业教育质量年度报告（2019）\n正文", "云川市中等职业教育质量年度报告（2019）", 2019],
    ["云川职业学校\n质量年度报告\n（2019年度）\n正文", "质量年度报告", 2019],
    ["云川职业学校质量年度报告\n2018—2019学年\n正文", "云川职业学校质量年度报告", 2019],
    ["云川职业学校质量年度报告（2018-19学年）\n正文", "云川职业学校质量年度报告（2018-19学年）", 2019],
    ["云川职业学校二〇一九年质量年度报告\n正文", "云川职业学校二〇一九年质量年度报告", 2019],
    ["# 云川市2019年质量报告\n\n正文", "云川市2019年质量报告", 2019],
    ["\r\n云川市2019年质量报告\r\n正文", "云川市2019年质量报告", 2019],
  ])("%j", (text, title, year) => {
    expect(titleOf(documentOf(text))).toEqual({ text: title, year, certain: true });
  });

  it.each([
    [`职教概况\n${long}2018年招生100人。2019年招生120人。2019年毕业80人。`, 2019],
    [`职教概况\n${long}2018年招生100人。2019年招生120人。`, 2019],
    [`职教概况\n${long}2018年招生100人，2018年毕业80人；2020年计划招生150人。`, 2018],
    ["职教概况\n2018年招生100人。", 2018],
    ["职教概况\n没有年份。", null],
    ["", null],
  ])("without a year is a guess: %j", (text, year) => {
    expect(titleOf(documentOf(text))).toMatchObject({ year, certain: false });
  });

  it("is no sentence that only mentions a report", () => {
    const sentence = `根据${"有关".repeat(30)}要求编写2017年质量报告`;
    expect(titleOf(documentOf(`云川职业学校\n${sentence}\n正文`)).text).toBe("云川职业学校");
  });
});
