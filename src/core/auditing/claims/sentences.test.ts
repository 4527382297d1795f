/** A sentence ends where its sense does: at 。！？ and at the end of a line, not within brackets; headings and tables are none. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Document } from "../document.ts";
import { documentOf } from "../form/fixture.ts";
import { sentencesOf } from "./sentences.ts";

const texts = (document: Document): string[] => sentencesOf(document).map(({ start, end }) => document.text.slice(start, end));
const withBlocks = (text: string, blocks: readonly Block[]): Document => ({ ...documentOf(text), blocks });

describe("sentences", () => {
  it.each([
    ["在校生100人。招生30人！够吗？够！", ["在校生100人", "招生30人", "够吗", "够"]],
    ["在校生100人；招生30人，其中男生20人。", ["在校生100人；招生30人，其中男生20人"]],
    ["在校生100人（含五年制学生。不含借读生）。招生30人。", ["在校生100人（含五年制学生。不含借读生）", "招生30人"]],
    ["生师比为15.5:1，共3.2万册", ["生师比为15.5:1，共3.2万册"]],
    ["没有句号的一行\n另一行。", ["没有句号的一行", "另一行"]],
    ["。。  。", []],
    ["多余的右括号）。下一句。", ["多余的右括号）", "下一句"]],
  ])("of %j", (text, expected) => {
    expect(texts(documentOf(text))).toEqual(expected);
  });

  it("end even where a bracket is never closed", () => {
    const long = `（${"甲".repeat(500)}。`;
    expect(texts(documentOf(`${long}乙。`))).toEqual([long.slice(0, -1), "乙"]);
  });

  it("are no headings, and know the chapter and section in which they stand", () => {
    const document = documentOf("前言。\n一、规模\n（一）学生\n在校生100人。\n二、质量\n合格率95%。");
    expect(sentencesOf(document).map(({ start, end, chapter, section }) => [document.text.slice(start, end), chapter, section])).toEqual([
      ["前言", 0, 0],
      ["在校生100人", 1, 2],
      ["合格率95%", 2, 3],
    ]);
  });

  it("are none in tables, and are read in notes", () => {
    const text = "在校生\t100\n注：不含借读生。";
    const document = withBlocks(text, [
      { kind: "table", start: 0, end: 7, rows: 1, columns: 2, cells: [] },
      { kind: "note", where: "footnote", start: 8, end: text.length },
    ]);
    expect(texts(document)).toEqual(["注：不含借读生"]);
  });

  it("lie apart and in order in their blocks, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."甲1。！？（）()\n；，".split("")), maxLength: 60 }), (text) => {
        let end = 0;
        const document = documentOf(text);
        for (const sentence of sentencesOf(document)) {
          const block = document.blocks[sentence.block]!;
          expect(sentence.start).toBeGreaterThanOrEqual(Math.max(end, block.start));
          expect(sentence.end).toBeLessThanOrEqual(block.end);
          expect(text.slice(sentence.start, sentence.end).trim()).not.toBe("");
          end = sentence.end;
        }
      }),
    );
  });
});
