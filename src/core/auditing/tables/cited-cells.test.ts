/** A sentence and the table that it repeats: one slip between them is told, another year, place or value is not. */
import { expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { readMarkdown } from "../../../readers/markdown.ts";
import { auditDocument } from "../audit.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";

const index = new KnowledgeIndex(knowledge);
const table = [
  "| 学年 | 在岗教工数 | 校外兼课教师数 | 生师比 |",
  "|---|---|---|---|",
  "| 本学年 | 1258 | 517 | 18.43 |",
  "| 上学年 | 1241 | 466 | 18.96 |",
].join("\n");

const told = (sentence: string): string[] =>
  auditDocument(readMarkdown("report.md", `${sentence}\n\n${table}\n`), { index })
    .findings.filter(({ tier }) => tier !== "note")
    .map(({ code, proof }) => `${code} ${proof}`);

it.each([
  ["学校现有在岗教工1285人。", ["CROSS 1285 ≠ 1258"]],
  ["学校现有在岗教工1258人、校外兼课教师577人。", ["CROSS 577 ≠ 517"]],
  ["生师比为18.34。", ["CROSS 18.34 ≠ 18.43"]],
])("is told: %s", (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});

it.each([
  "学校现有在岗教工1258人。",
  "上年在岗教工1241人。",
  "东校区在岗教工1158人。",
  "在岗教工比上年增加17人。",
  "计划配备在岗教工1358人。",
  "学校现有在岗教工962人。",
])("is not: %s", (sentence) => {
  expect(told(sentence)).toEqual([]);
});

const audited = (text: string, rows: string): string[] =>
  auditDocument(readMarkdown("report.md", `# 云岭市2022年中等职业教育质量年度报告\n\n${text}\n\n${rows}\n`), { index })
    .findings.filter(({ tier }) => tier !== "note")
    .map(({ code, proof }) => `${code} ${proof}`);
const regions = [
  "| 区域 | 学校数 | 在校生（人） | 毕业生（人） | 生师比 |",
  "|---|---|---|---|---|",
  "| 新原区 | 3 | 5218 | 1570 | 14.4 |",
  "| 柳河县 | 2 | 6074 | 1862 | 13.9 |",
  "| 望山县 | 4 | 7745 | 2402 | 15.1 |",
].join("\n");

it.each([
  ["新原区在校生5281人，毕业生1570人。", ["CROSS 5218 ≠ 5281"]],
  ["全市教师普遍参训。其中柳河县1862人次，新原区1750人次。", []],
  ["全市毕业生稳步增加。毕业生以县域为主，其中柳河县1862人，新原区1750人。", ["CROSS 1750 ≠ 1570"]],
  ["柳河县5218名在校生中，住宿生占九成。", ["CROSS 5218 ≠ 6074"]],
  ["生师比最高的望山县为15.1，最低的新原区为13.9。", ["CROSS 13.9 ≠ 14.4"]],
  ["生师比最高的望山县为15.1，最低的柳河县为13.9。", []],
  ["新原区某校在校生1520人，柳河县城区在校生6047人。", []],
  ["柳河县2021年在校生6047人。", []],
])("is bound by the row and the column that its sentence names: %s", (text, expected) => {
  expect(audited(text, regions)).toEqual(expected);
});

it.each([
  ["本学年专任教师286人。", ["CROSS 286 ≠ 269"]],
  ["本学年专任教师269人。", []],
])("is told where the year before was left in the cell: %s", (text, expected) => {
  const rows = ["| 学年 | 在校生 | 专任教师 |", "|---|---|---|", "| 本学年 | 5120 | 269 |", "| 上学年 | 4987 | 269 |"].join("\n");
  expect(audited(text, rows)).toEqual(expected);
});

it.each([
  ["“教育支出（类）职业教育（款）中等职业教育（项）”1111.02万元，用于学校运转。", []],
  ["“教育支出（类）职业教育（款）中等职业教育（项）”1110.12万元，用于学校运转。", ["CROSS 1110.12万 ≠ 11,110,200.00"]],
  ["“教育支出（类）职业教育（款）技校教育（项）”0.04亿元，用于学校运转。", []],
])("is bound by the last rank of a budget's path: %s", (text, expected) => {
  const rows = [
    "单位：元",
    "",
    "| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |",
    "|---|---|---|---|---|",
    "| 20503 | 职业教育 | 15,130,600.00 | 8,400,200.00 | 6,730,400.00 |",
    "| 2050302 | 中等职业教育 | 11,110,200.00 | 5,900,100.00 | 5,210,100.00 |",
    "| 2050303 | 技校教育 | 4,020,400.00 | 2,500,100.00 | 1,520,300.00 |",
  ].join("\n");
  expect(audited(text, rows)).toEqual(expected);
});

it("leaves the scale open where the caption names two units", () => {
  const rows = [
    "单位：个、亿元",
    "",
    "| 区域 | 项目数 | 完成投资 |",
    "|---|---|---|",
    "| 柳河县 | 12 | 8.94 |",
    "| 望山县 | 14 | 3.20 |",
  ].join("\n");
  expect(audited("柳河县完成投资8.94亿元。", rows)).toEqual([]);
});
