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
