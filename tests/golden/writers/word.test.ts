/** The .docx: sound XML, exactly the report's text, a control for each figure, traces that lead to cells, the same bytes again. */
import { strFromU8, unzipSync } from "fflate";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { beforeAll, describe, expect, it } from "vitest";
import { docxWriter } from "../../../src/adapters/word/docx-writer.ts";
import { captionNumber, hangFootnotes, noteText, runsText } from "../../../src/adapters/layout/parts.ts";
import type { Report, ReportBlock } from "../../../src/core/reporting/report.ts";
import { hostile, sampleReport } from "./sample-report.ts";

const report = sampleReport();
let bytes: Uint8Array;
let parts: Record<string, Uint8Array>;

const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
const parse = (xml: string) =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, "application/xml");
const elements = (xml: string, name: string): Element[] => [...parse(xml).getElementsByTagName(name)];

/** A paragraph's text as Word shows it: runs and field results, no instructions. */
const textOf = (paragraph: Element): string => [...paragraph.getElementsByTagName("w:t")].map((each) => each.textContent ?? "").join("");

function expectedTexts(given: Report): string[] {
  const blocks = (list: readonly ReportBlock[]): string[] =>
    hangFootnotes(list).flatMap(({ block }) => {
      switch (block.kind) {
        case "paragraph":
          return [runsText(block.runs)];
        case "heading":
          return [block.text];
        case "table":
          return [
            `${captionNumber("表", block.number)}　${block.title}`,
            ...[...block.header, ...block.rows].flat().map((cell) => runsText(cell.runs)),
            block.note === undefined ? "" : noteText(block.note),
          ];
        case "chart":
          return ["", `${captionNumber("图", block.number)}　${block.title}`, ...(block.note === undefined ? [] : [noteText(block.note)])];
      }
    });
  return [
    given.title,
    given.subtitle,
    ...blocks(given.opening),
    ...given.chapters.flatMap((chapter) => [
      chapter.number + chapter.title,
      ...chapter.sections.flatMap((section) => [section.number + section.title, ...blocks(section.blocks)]),
    ]),
    given.signedBy,
    given.signedOn ?? "",
    ...given.annexes.flatMap((annex) => [annex.title, ...blocks(annex.blocks)]),
  ];
}

describe("docx", () => {
  beforeAll(async () => {
    bytes = await docxWriter().write(report);
    parts = unzipSync(bytes);
  });

  it("consists of well-formed XML, each part declared and each relationship's target there", () => {
    const types = part("[Content_Types].xml");
    for (const name of Object.keys(parts).filter((each) => /\.(?:xml|rels)$/.test(each))) parse(part(name));
    for (const override of elements(types, "Override")) expect(parts).toHaveProperty([String(override.getAttribute("PartName")).slice(1)]);
    for (const link of elements(part("word/_rels/document.xml.rels"), "Relationship"))
      expect(parts).toHaveProperty([new URL(String(link.getAttribute("Target")), "file:///word/").pathname.slice(1)]);
  });

  it("has exactly the report's text, paragraph by paragraph", () => {
    const all = elements(part("word/document.xml"), "w:p").map(textOf);
    const expected = expectedTexts(report);
    expect(all.slice(-expected.length)).toEqual(expected);
    expect(expected).toContain(hostile);
    expect(all.slice(0, -expected.length).join("\n")).toContain(report.statement[0]);
  });

  it("lists every chapter and section in a contents field with page numbers that rise", () => {
    const entries = elements(part("word/document.xml"), "w:p")
      .filter((each) => each.getElementsByTagName("w:pStyle")[0]?.getAttribute("w:val")?.startsWith("TOC"))
      .map(textOf);
    const headings = [
      ...report.chapters.flatMap((chapter) => [
        chapter.number + chapter.title,
        ...chapter.sections.map((section) => section.number + section.title),
      ]),
      ...report.annexes.map((annex) => annex.title),
    ];
    expect(entries.map((entry) => entry.replace(/\d+$/, ""))).toEqual(headings);
    const pages = entries.map((entry) => Number(/\d+$/.exec(entry)?.[0]));
    expect(pages[0]).toBe(1);
    expect(pages).toEqual(pages.toSorted((left, right) => left - right));
    expect(part("word/document.xml")).toContain(" TOC \\o &quot;1-2&quot; \\h \\z \\u ");
  });

  it("ties each printed figure to a control and one bookmark of its id", () => {
    const document = part("word/document.xml") + part("word/footnotes.xml");
    const controls = new Map(
      elements(part("word/document.xml"), "w:sdt").map((each) => [
        each.getElementsByTagName("w:tag")[0]?.getAttribute("w:val"),
        textOf(each),
      ]),
    );
    for (const figure of report.figures) {
      expect(document).toContain(`<w:alias w:val="${figure.id}"/><w:tag w:val="${figure.id}"/>`);
      expect(document.split(`<w:bookmarkStart w:name="${figure.id}" `)).toHaveLength(2);
      if (controls.has(figure.id)) expect(controls.get(figure.id)).toBe(figure.text);
    }
    const ids = [...document.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("carries the traces as a custom XML part down to the cells", () => {
    const traces = parse(part("customXml/item9.xml"));
    const share = report.figures.find((figure) => figure.measure === "teachers.doubleQualifiedShare");
    const element = [...traces.getElementsByTagName("figure")].find((each) => each.getAttribute("id") === share?.id);
    expect(element?.getAttribute("numerator")).toBe(share?.numerator);
    const sources = [...(element?.getElementsByTagName("source") ?? [])].map((each) => each.getAttribute("ref"));
    const values = sources
      .map((ref) => [...traces.getElementsByTagName("source")].find((each) => each.getAttribute("id") === ref))
      .map((source) => {
        const cells = [...(source?.getElementsByTagName("cell") ?? [])];
        expect(cells.every((cell) => /^990100-\d\d-2031\.xlsx$/.test(String(cell.getAttribute("file"))))).toBe(true);
        return cells.reduce((sum, cell) => sum + Number(cell.getAttribute("value")), 0);
      });
    expect(values.map(String)).toEqual([share?.numerator, share?.denominator]);
  });

  it("says 示例数据 and 暂定数据 in the head of every page, and neither when the data are real and accepted", async () => {
    const heads = Object.keys(parts).filter((name) => /word\/header\d+\.xml/.test(name));
    expect(heads).toHaveLength(6);
    for (const name of heads) expect(part(name)).toContain("示例数据　暂定数据");
    const real = unzipSync(await docxWriter().write({ ...report, sample: false, provisional: false }));
    expect(Object.values(real).some((each) => /示例数据|暂定数据/.test(strFromU8(each)))).toBe(false);
  });

  it("gives pictures an alternative text and tables a heading row that repeats", () => {
    const document = part("word/document.xml");
    expect(document).toContain("自主创业 18");
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(
      report.chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.blocks)).filter((block) => block.kind === "table")
        .length,
    );
  });

  it("is the same, byte by byte, for the same report", async () => {
    expect(Buffer.compare(bytes, await docxWriter().write(sampleReport()))).toBe(0);
  });
});
