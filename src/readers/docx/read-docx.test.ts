/** Word files made by hand, one habit of Word each; and a report of our own. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docxWriter } from "../../adapters/word/docx-writer.ts";
import { sampleReport } from "../../../tests/golden/writers/sample-report.ts";
import type { Document } from "../../core/auditing/document.ts";
import { readDocx, readDocxWithMap } from "./read-docx.ts";
import { decodeXml } from "./xml-tokens.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const spaces = `xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;

/** A Word file with `body`, and further parts by type: { comments: "…" }. */
function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relationships = Object.keys(parts).map((type) => `<Relationship Id="r-${type}" Type="${office}/${type}" Target="${type}.xml"/>`);
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(
      `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`),
    "word/_rels/document.xml.rels": strToU8(`<Relationships>${relationships.join("")}</Relationships>`),
    ...Object.fromEntries(Object.entries(parts).map(([type, xml]) => [`word/${type}.xml`, strToU8(xml)])),
  });
}

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const styled = (style: string): string => `<w:pStyle w:val="${style}"/>`;

function read(body: string, parts: Readonly<Record<string, string>> = {}): Document {
  return readDocx("r.docx", wordFile(body, parts));
}

function outline({ text, blocks }: Document): string[] {
  return blocks.map((block) => {
    const level = block.kind === "heading" ? block.level : block.kind === "note" ? `(${block.where})` : "";
    const number = "number" in block ? `<${block.number}>` : "";
    return `${block.kind}${level} ${number}${text.slice(block.start, block.end)}`;
  });
}

const cells = ({ text, blocks }: Document): string[] =>
  blocks.flatMap((block) =>
    block.kind === "table"
      ? block.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}x${cell.columnSpan} ${text.slice(cell.start, cell.end)}`)
      : [],
  );

describe("text", () => {
  it("joins runs, and takes tabs, breaks, hyphens and references as what they show", () => {
    const body = paragraph(
      `${run("专任教师")}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">1941 </w:t><w:tab/><w:t>人&lt;&#x4e2d;</w:t><w:br/><w:noBreakHyphen/><w:sym w:char="F0"/></w:r>`,
    );
    expect(read(body).text).toBe("专任教师1941 \t人<中\n-\n");
  });

  it("takes the result of fields, without their instructions, page numbers and tables of contents", () => {
    const field = (instruction: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("一、情况 1")}</w:p>${paragraph(run("二、问题 2"))}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const body =
      contents +
      paragraph(run("表") + field("SEQ 表", "3") + field("PAGE", "17") + `<w:fldSimple w:instr=" SEQ 图 ">${run("4")}</w:fldSimple>`);
    expect(read(body).text).toBe("表34\n");
  });

  it("takes one of two alternatives, hides hidden text, and puts text boxes after the body", () => {
    const box = (text: string): string => `<wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box("方框10人")}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(run("方框10人"))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = paragraph(run("前") + shape + run("后") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>") + paragraph(run("末"));
    expect(outline(read(body))).toEqual(["paragraph 前后", "paragraph 末", "note(textBox) 方框10人"]);
  });

  it("reads notes that are referred to, headers once, and nothing of separators", () => {
    const notes = `<w:footnotes ${spaces}><w:footnote w:type="separator" w:id="0">${paragraph(run("——"))}</w:footnote><w:footnote w:id="2">${paragraph(run("注12人"))}</w:footnote><w:footnote w:id="3">${paragraph(run("无人引"))}</w:footnote></w:footnotes>`;
    const header = `<w:hdr ${spaces}>${paragraph(run("眉"))}</w:hdr>`;
    const body = paragraph(run("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>');
    expect(outline(read(body, { footnotes: notes, header }))).toEqual(["paragraph 甲", "note(footnote) 注12人", "note(header) 眉"]);
  });

  it("knows the elements by namespace, whatever their prefix", () => {
    const bytes = zipSync({
      "word/document.xml": strToU8(
        `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:ins x:author="李"><x:r><x:t>十人</x:t></x:r></x:ins></x:p></x:body></x:document>`,
      ),
    });
    const document = readDocx("r.docx", bytes);
    expect(document.text).toBe("十人\n");
    expect(document.changes[0]?.author).toBe("李");
  });
});

describe("headings and numbers", () => {
  const styles = `<w:styles ${spaces}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="标题 2"/></w:style><w:style w:type="paragraph" w:styleId="c"><w:name w:val="我的"/><w:basedOn w:val="d"/></w:style><w:style w:type="paragraph" w:styleId="d"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style></w:styles>`;

  it("goes by style, by basedOn, by outline level, and leaves the contents out", () => {
    const body = [
      paragraph(run("情况 1"), styled("t")),
      paragraph(run("情况"), styled("a")),
      paragraph(run("规模"), styled("b")),
      paragraph(run("招生"), styled("c")),
      paragraph(run("学校1所。")),
      paragraph(run("问题"), styled("a")),
      paragraph(run("措施"), '<w:outlineLvl w:val="1"/>'),
      paragraph(run("二、结语")),
    ].join("");
    expect(outline(read(body, { styles }))).toEqual([
      "heading1 情况",
      "heading2 规模",
      "heading3 招生",
      "paragraph 学校1所。",
      "heading1 问题",
      "heading2 措施",
      "heading1 二、结语",
    ]);
  });

  it("goes by numbering habits where the author used no styles", () => {
    const body = ["云澜市质量年报", "一、情况", "（一）规模", "学校1所。"].map((text) => paragraph(run(text))).join("");
    expect(outline(read(body))).toEqual(["heading0 云澜市质量年报", "heading1 一、情况", "heading2 （一）规模", "paragraph 学校1所。"]);
  });

  it("counts automatic numbers", () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${spaces}><w:abstractNum w:abstractNumId="0">${level(0, "chineseCountingThousand", "%1、")}${level(1, "decimal", "%1.%2").replace("<w:lvlText", "<w:isLgl/><w:lvlText")}${level(2, "bullet", "·")}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
    const item = (list: number, at: number, text: string): string =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
    const body = [
      item(7, 0, "情况"),
      item(7, 1, "规模大。"),
      item(7, 1, "师资强。"),
      item(7, 0, "问题"),
      item(7, 1, "经费少。"),
      item(8, 1, "设备旧。"),
      item(7, 2, "点。"),
    ].join("");
    expect(outline(read(body, { numbering }))).toEqual([
      "heading1 <一、>情况",
      "listItem <1.1>规模大。",
      "listItem <1.2>师资强。",
      "heading1 <二、>问题",
      "listItem <2.1>经费少。",
      "listItem <2.5>设备旧。",
      "listItem 点。",
    ]);
  });
});

describe("tables", () => {
  const cell = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
  const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;

  it("reads spans, merges and several paragraphs in a cell", () => {
    const document = read(
      paragraph(run("前")) +
        table(
          cell("指标", '<w:vMerge w:val="restart"/>') + cell("年度", '<w:gridSpan w:val="2"/>'),
          cell("", "<w:vMerge/>") + cell("2018") + cell("2019"),
          cell("教师") + `<w:tc>${paragraph(run("一"))}${paragraph(run("二"))}</w:tc>` + cell(""),
        ) +
        paragraph(run("后")),
    );
    expect(cells(document)).toEqual([
      "0,0 2x1 指标",
      "0,1 1x2 年度",
      "1,1 1x1 2018",
      "1,2 1x1 2019",
      "2,0 1x1 教师",
      "2,1 1x1 一\n二",
      "2,2 1x1 ",
    ]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
  });

  it("puts a table within a cell into that cell's text, and takes a frame of one cell for paragraphs", () => {
    expect(cells(read(table(cell("甲") + `<w:tc>${table(cell("1") + cell("2"))}<w:p/></w:tc>`)))).toEqual(["0,0 1x1 甲", "0,1 1x1 1\t2"]);
    const first = `<w:tc>${table(cell("1", '<w:gridSpan w:val="2"/>'))}<w:p/></w:tc>`;
    expect(cells(read(table(first + cell("乙"))))).toEqual(["0,0 1x1 1", "0,1 1x1 乙"]);
    expect(outline(read(table(cell("方框内的话。"))))).toEqual(["paragraph 方框内的话。"]);
  });

  it("leaves out a row whose deletion is tracked", () => {
    const deleted = `<w:trPr><w:del w:author="王"/></w:trPr>${cell("旧").replace("<w:r>", '<w:del w:author="王"><w:r>').replace("</w:r>", "</w:r></w:del>").replaceAll("w:t>", "w:delText>")}`;
    const document = read(table(cell("a") + cell("b"), deleted, cell("c") + cell("d")));
    expect(cells(document)).toEqual(["0,0 1x1 a", "0,1 1x1 b", "1,0 1x1 c", "1,1 1x1 d"]);
  });
});

describe("marks", () => {
  it("shows insertions, leaves deletions out, and records both", () => {
    const body = paragraph(
      `${run("图书")}<w:del w:id="1" w:author="王"><w:r><w:delText>69 </w:delText></w:r></w:del><w:ins w:id="2" w:author="李">${run("25.88")}</w:ins>${run("册")}<w:moveFrom w:author="赵">${run("旧")}</w:moveFrom><w:moveTo w:author="赵">${run("新")}</w:moveTo>`,
    );
    const document = read(body);
    expect(document.text).toBe("图书25.88册新\n");
    expect(document.changes).toEqual([
      { kind: "deleted", start: 2, end: 2, text: "69 ", author: "王" },
      { kind: "inserted", start: 2, end: 7, text: "25.88", author: "李" },
      { kind: "deleted", start: 8, end: 8, text: "旧", author: "赵" },
      { kind: "inserted", start: 8, end: 9, text: "新", author: "赵" },
    ]);
  });

  it("joins paragraphs whose mark is deleted", () => {
    const document = read(paragraph(run("前半"), '<w:rPr><w:del w:author="王"/></w:rPr>') + paragraph(run("后半。")));
    expect(outline(document)).toEqual(["paragraph 前半后半。"]);
  });

  it("keeps what stands before a table whose paragraph mark is deleted", () => {
    const joined = '<w:rPr><w:del w:author="王"/></w:rPr>';
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run("甲"))}</w:tc><w:tc>${paragraph(run("乙"))}</w:tc></w:tr></w:tbl>`;
    expect(outline(read(paragraph(run("前半"), joined) + table + paragraph(run("末尾"), joined)))).toEqual([
      "paragraph 前半",
      "table 甲\t乙",
      "paragraph 末尾",
    ]);
  });

  it("keeps comments with their words", () => {
    const comments = `<w:comments ${spaces}><w:comment w:id="4" w:author="科长">${paragraph(run("核实"))}${paragraph(run("&amp;改"))}</w:comment></w:comments>`;
    const body = paragraph(
      `${run("共")}<w:commentRangeStart w:id="4"/>${run("1941人")}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`,
    );
    expect(read(body, { comments }).comments).toEqual([{ start: 1, end: 6, author: "科长", text: "核实\n&改" }]);
  });

  it("finds figures by tag, and by bookmark where tags are lost", () => {
    const bookmark = `<w:bookmarkStart w:id="9" w:name="f2"/>${run("20")}<w:bookmarkEnd w:id="9"/>`;
    const control = `<w:sdt><w:sdtPr><w:tag w:val="f1"/></w:sdtPr><w:sdtContent>${run("10")}</w:sdtContent></w:sdt>`;
    expect(read(paragraph(run("共") + control + bookmark)).figures).toEqual([{ id: "f1", start: 1, end: 3 }]);
    expect(read(paragraph(run("共") + bookmark)).figures).toEqual([{ id: "f2", start: 1, end: 3 }]);
  });
});

describe("a report of our own", () => {
  it("gives back every figure, and every letter leads to its place in the XML", async () => {
    const report = sampleReport();
    const { document, segments, package: file } = readDocxWithMap("r.docx", await docxWriter().write(report));
    const printed = new Map(report.figures.map((figure) => [figure.id, figure.text]));
    expect(document.figures.length).toBeGreaterThan(30);
    for (const { id, start, end } of document.figures) expect(document.text.slice(start, end)).toBe(printed.get(id));
    const parts = new Map<string, string>();
    for (const segment of segments) {
      const xml = parts.get(segment.part) ?? file.xml(segment.part)!;
      parts.set(segment.part, xml);
      if (segment.divisible)
        expect(decodeXml(xml.slice(segment.xmlStart, segment.xmlEnd)).replaceAll("\t", " ")).toBe(
          document.text.slice(segment.start, segment.end),
        );
      expect(xml.slice(segment.run.start, segment.run.start + 4)).toBe("<w:r");
      expect(xml.slice(segment.run.end - 6, segment.run.end)).toBe("</w:r>");
    }
    let end = 0;
    for (const [index, block] of document.blocks.entries()) {
      if (index > 0) expect(document.text.slice(end, block.start)).toMatch(/\n/);
      expect(block.end).toBeGreaterThan(block.start);
      ({ end } = block);
    }
    const chapters = document.blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(chapters.map(({ start, end }) => document.text.slice(start, end))).toEqual(
      expect.arrayContaining(["一、基本情况", "九、问题与改进"]),
    );
    expect(new Set(chapters.map(({ start, end }) => document.text.slice(start, end))).size).toBe(chapters.length);
  });

  it("reads 93,000 characters within 100 ms", async () => {
    const sentence = "截至2019年底，全市中职学校共有教职工2140人，其中专任教师1941人，较上年减少21人。";
    const styledRun = (text: string): string =>
      `<w:r w:rsidR="00A1"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="28"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const bytes = wordFile(
      paragraph(
        sentence
          .match(/.{1,9}/gu)!
          .map(styledRun)
          .join(""),
      ).repeat(Math.ceil(93_000 / sentence.length)),
    );
    const times: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      // Of this process alone: the wall clock counts what else the machine does.
      const start = process.cpuUsage();
      expect(readDocx("r.docx", bytes).text.length).toBeGreaterThan(93_000);
      times.push(process.cpuUsage(start).user / 1000);
    }
    expect(Math.min(...times)).toBeLessThan(100);
  });
});
