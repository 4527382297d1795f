/** Markdown: marks stay in the text and outside the spans. */
import { expect, it } from "vitest";
import type { Document } from "../core/auditing/document.ts";
import { readMarkdown } from "./markdown.ts";

function outline({ text, blocks }: Document): string[] {
  return blocks.map((block) => `${block.kind}${block.kind === "heading" ? block.level : ""} ${text.slice(block.start, block.end)}`);
}

it("reads headings, items, tables and paragraphs broken by the editor", () => {
  const text = `---
draft: 1
---
# 云澜市质量年度报告

## 一、基本情况 ##
全市共有
学校10所。
第二段。

- 教师12人
1. 学生30人
> 引文

| 学校 | 人数 |
|:---|---:|
| 一中 | 12 |
### 1. 规模
`;
  const document = readMarkdown("r.md", text);
  expect(document.text).toBe(text);
  expect(outline(document)).toEqual([
    "heading0 云澜市质量年度报告",
    "heading1 一、基本情况",
    "paragraph 全市共有\n学校10所。",
    "paragraph 第二段。",
    "listItem 教师12人",
    "listItem 1. 学生30人",
    "paragraph 引文",
    "table | 学校 | 人数 |\n|:---|---:|\n| 一中 | 12 |",
    "heading2 1. 规模",
  ]);
  const table = document.blocks.find((block) => block.kind === "table");
  expect(table?.cells.map((cell) => text.slice(cell.start, cell.end))).toEqual(["学校", "人数", "一中", "12"]);
});

it("goes by numbering habits where no heading is marked", () => {
  expect(outline(readMarkdown("r.md", "某市质量年报\n**一、情况**\n招生10人。\n"))).toEqual([
    "heading0 某市质量年报",
    "heading1 一、情况",
    "paragraph 招生10人。",
  ]);
});

it("takes two highest headings for chapters", () => {
  expect(outline(readMarkdown("r.md", "# 情况\n甲。\n# 问题\n"))).toEqual(["heading1 情况", "paragraph 甲。", "heading1 问题"]);
});
