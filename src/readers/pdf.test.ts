/** PDFs: our own, whose words are known, and small ones made by hand. */
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { sampleReport } from "../../tests/golden/writers/sample-report.ts";
import { pdfWriter } from "../adapters/typst/pdf-writer.ts";
import { docxWriter } from "../adapters/word/docx-writer.ts";
import { readDocument } from "./read-document.ts";
import { paragraphsOf } from "./pdf-paragraphs.ts";
import { withTableRows } from "./pdf-tables.ts";
import { linesOfPage, type Piece, withoutLooseSpaces } from "./pdf-lines.ts";

/** A PDF of one page; pdf.js finds the objects without a table of their places. */
function pdfFile(content: string, trailer = ""): Uint8Array {
  const font =
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 90>>>>]>>";
  return strToU8(
    `%PDF-1.5
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
5 0 obj${font}endobj
trailer<</Root 1 0 R${trailer}>>
%%EOF
`,
    true,
  );
}

const shown = (text: string, x: number, y: number): string =>
  `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm <${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, "0")).join("")}> Tj ET`;

const flat = (text: string): string => text.replace(/\s/g, "");

it("reads a page in two columns column by column", async () => {
  const prose = (letter: string): string[] => Array.from({ length: 11 }, () => letter.repeat(18));
  const left = ["全市有中等职业学校八所其中公办的五所", ...prose("左"), "学校另有在校学生十二人其中男生七人、"];
  const right = ["女生五人。", ...prose("右"), "教师四人。"];
  const column = (lines: readonly string[], x: number): string[] => lines.map((line, at) => shown(line, x, 700 - at * 20));
  const content = [shown("云澜市质量年度报告云澜市质量年度报告云澜市质量年度报告", 120, 750), ...column(left, 60), ...column(right, 310)];
  const { text } = await readDocument("r.pdf", pdfFile(content.join("\n")));
  expect(text).toContain("其中男生七人、女生五人。\n");
  expect(text.indexOf("教师四人")).toBeGreaterThan(text.indexOf("八所"));
  expect(text).not.toContain("\t");
});

describe("our own report", () => {
  it("gives the paragraphs and headings of the .docx, block for block", async () => {
    const report = sampleReport();
    const [word, pdf] = [
      await readDocument("r.docx", await docxWriter().write(report)),
      await readDocument("r.pdf", await pdfWriter().write(report)),
    ];
    const found = new Set(pdf.blocks.map((block) => `${block.kind} ${flat(pdf.text.slice(block.start, block.end))}`));
    const told = word.blocks
      .filter((block) => block.kind === "paragraph" || (block.kind === "heading" && block.level > 0 && block.level < 3))
      .map((block) => `${block.kind} ${flat(word.text.slice(block.start, block.end))}`)
      .filter((words) => !/alert|abcdefghij|指标解释|示例数据/.test(words) && !/^paragraph 图\d/.test(words) && words.length > 24);
    expect(told.length).toBeGreaterThan(30);
    expect(told.filter((words) => !found.has(words))).toEqual([]);
    const chapters = pdf.blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(chapters.map((block) => pdf.text.slice(block.start, block.end)).slice(0, 3)).toEqual([
      "一、基本情况",
      "二、学生发展",
      "三、质量保障措施",
    ]);
    const table = pdf.blocks.find((block) => block.kind === "table");
    expect(table?.cells.slice(0, 10).map((cell) => pdf.text.slice(cell.start, cell.end))).toEqual([
      "指标",
      "单位",
      "2030年",
      "2031年",
      "较上年",
      "专任教师",
      "人",
      "2025人",
      "2057人",
      "32人",
    ]);
  });
});

describe("PDFs made by hand", () => {
  it("reads Chinese fonts that are not embedded, through the package's character maps", async () => {
    const document = await readDocument("r.pdf", pdfFile(shown("一、基本情况", 72, 760) + shown("全市专任教师1941人。", 96, 730)));
    expect(document.text).toBe("一、基本情况\n全市专任教师1941人。\n");
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph"]);
  });

  it("reads where streams cannot be iterated over, as in the browsers of offices", async () => {
    const streams = ReadableStream.prototype as unknown as Record<symbol, unknown>;
    const iterate = Object.getOwnPropertyDescriptor(streams, Symbol.asyncIterator)!;
    Reflect.deleteProperty(streams, Symbol.asyncIterator);
    try {
      const { text } = await readDocument("r.pdf", pdfFile(shown("在校生2418人", 60, 700)));
      expect(flat(text)).toBe("在校生2418人");
    } finally {
      Object.defineProperty(streams, Symbol.asyncIterator, iterate);
    }
  });

  it("refuses scans, passwords and broken files", async () => {
    await expect(readDocument("r.pdf", pdfFile("0 0 100 100 re f"))).rejects.toThrow(/扫描件.*OCR/);
    const hex = "ab".repeat(32);
    const secret = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${hex}>/U<${hex}>>>`;
    await expect(readDocument("r.pdf", pdfFile(shown("甲", 72, 700), secret))).rejects.toThrow(/已加密/);
    await expect(readDocument("r.pdf", strToU8("%PDF-1.5 nothing"))).rejects.toThrow(/损坏/);
  });
});

describe("lines and paragraphs", () => {
  const piece = (text: string, x: number, y: number, height = 12): Piece => ({ text, x, y, width: [...text].length * height, height });

  it("drops loose spaces and footnote numbers, and parts columns", () => {
    expect(withoutLooseSpaces("指标 14 项，共 1 941 人 of them")).toBe("指标14项，共1 941人of them");
    const [line] = linesOfPage([piece("人数12", 50, 700), piece("1", 98, 706, 6), piece("47%", 200, 701)]);
    expect(line?.text).toBe("人数12\t47%");
  });

  it("makes one line of a row whose cells wrap, and none where numbers would run together", () => {
    const row = (y: number, name: string, value: string): Piece[] => [piece(name, 50, y), piece("人", 200, y), piece(value, 300, y)];
    const table = [
      ...row(700, "学校", "数"),
      ...row(680, "一中", "3139"),
      piece("水产职业", 50, 660),
      piece("人", 200, 652),
      piece("4542", 300, 652),
      piece("学校", 50, 644),
    ];
    expect(withTableRows(linesOfPage(table)).map((line) => line.text)).toEqual([
      "学校\t人\t数",
      "一中\t人\t3139",
      "水产职业学校\t人\t4542",
    ]);
    const loose = [...row(700, "甲", "1"), ...row(680, "乙", "2"), piece("9", 300, 666)];
    expect(withTableRows(linesOfPage(loose)).map((line) => line.text)).toEqual(["甲\t人\t1", "乙\t人\t2", "9"]);
  });

  it("joins lines that reach the margin, over pages, and drops heads and page numbers", () => {
    const full = (number: number): string => "甲乙丙"[number - 1]!.repeat(40);
    const page = (number: number): Piece[] => [
      piece("某市质量年报", 50, 800),
      piece(full(number).slice(2), 74, 760),
      piece(full(number), 50, 740),
      piece(`— ${number} —`, 280, 40),
    ];
    const pages = [1, 2, 3].map((number) => linesOfPage(page(number)));
    const last = linesOfPage([piece("某市质量年报", 50, 800), piece("完。", 50, 760), piece("新段。", 74, 740), piece("— 4 —", 280, 40)]);
    expect(paragraphsOf([...pages, last])).toEqual([
      full(1).slice(2) + full(1),
      full(2).slice(2) + full(2),
      `${full(3).slice(2)}${full(3)}完。`,
      "新段。",
    ]);
  });
});
