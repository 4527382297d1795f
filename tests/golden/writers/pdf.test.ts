/** The .pdf read back: every figure's text, marks on every page, bookmarks, links to the annex; hostile text stays text. */
import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfWriter } from "../../../src/adapters/typst/pdf-writer.ts";
import { sampleReport } from "./sample-report.ts";

const packageFolder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const report = sampleReport();
let bytes: Uint8Array;
let document: PDFDocumentProxy;
let pages: string[];

const open = (data: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    data: Uint8Array.from(data),
    cMapUrl: `${packageFolder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${packageFolder}/standard_fonts/`,
    verbosity: 0,
  }).promise;

async function pageTexts(of: PDFDocumentProxy): Promise<string[]> {
  return Promise.all(
    Array.from({ length: of.numPages }, async (_, index) => {
      const content = await (await of.getPage(index + 1)).getTextContent();
      return content.items
        .map((item) => ("str" in item ? item.str : ""))
        .join("")
        .replace(/[\s\u200b]/g, "");
    }),
  );
}

describe("pdf", () => {
  beforeAll(async () => {
    bytes = await pdfWriter().write(report);
    document = await open(bytes);
    pages = await pageTexts(document);
  });
  afterAll(() => document.destroy());

  it("prints every figure and, in the annex, its exact value", () => {
    const text = pages.join("");
    for (const figure of report.figures) {
      expect(text).toContain(figure.text);
      expect(text).toContain(figure.exact);
    }
    expect(text).toContain("数字溯源表");
    expect(text).toMatch(/2031年双师型教师746〔S\d+〕÷2031年专业课教师976〔S\d+〕×100/);
    expect(text).toContain("未报：河湾县中等专业学校");
  });

  it("says 示例数据 on every page, and on none when the data are real", async () => {
    for (const text of pages) expect(text).toContain("示例数据");
    const real = await open(await pdfWriter().write({ ...report, sample: false, provisional: false }));
    expect((await pageTexts(real)).join("")).not.toMatch(/示例数据|暂定数据/);
    await real.destroy();
  });

  it("has chapters and sections as bookmarks and in its contents", async () => {
    const outline = await document.getOutline();
    const chapters = [
      ...report.chapters.map((chapter) => chapter.number + chapter.title),
      ...report.annexes.map((annex) => annex.title),
      "数字溯源表",
    ];
    expect(outline.map((entry) => entry.title)).toEqual(chapters);
    expect(outline[0]?.items.map((entry) => entry.title)).toEqual(
      report.chapters[0]?.sections.map((section) => section.number + section.title),
    );
    for (const chapter of chapters) expect(pages[2]).toContain(chapter);
  });

  it("links figures in the text with their rows in the annex, both ways", async () => {
    const first = pages.findIndex((text) => text.includes("—1—")) + 1;
    const annex = pages.findIndex((text, index) => index > 3 && text.includes("数字溯源表")) + 1;
    const destinations = async (page: number): Promise<number[]> => {
      const links = (await (await document.getPage(page)).getAnnotations()).filter((each) => each.subtype === "Link");
      return Promise.all(
        links.map(async (link) => {
          const target = typeof link.dest === "string" ? await document.getDestination(link.dest) : link.dest;
          return (await document.getPageIndex(target[0])) + 1;
        }),
      );
    };
    expect((await destinations(first)).some((page) => page >= annex)).toBe(true);
    expect((await destinations(annex)).some((page) => page < annex)).toBe(true);
  });

  it("takes hostile text as text: it stands in the file and changes nothing of the layout", () => {
    const text = pages.join("");
    for (const piece of ["#setpage(width:1cm)", "$x_1$", "*粗*", "]]>", "</script><script>alert(1)</script>", "`码`", "@标签", "{{模板}}"])
      expect(text).toContain(piece);
  });

  it("embeds its fonts and is the same, byte by byte, for the same report", async () => {
    expect(Buffer.from(bytes).toString("latin1")).toMatch(/NotoSerifSC-(?:Regular|Bold)/);
    expect(Buffer.compare(bytes, await pdfWriter().write(sampleReport()))).toBe(0);
  });
});
