/** Comments stand at their words, whatever the runs; and nothing else of the author's file changes. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { sampleReport } from "../../../tests/golden/writers/sample-report.ts";
import { readDocx, readDocxWithMap } from "../../readers/docx/read-docx.ts";
import { XmlTokens } from "../../readers/docx/xml-tokens.ts";
import { docxWriter } from "../word/docx-writer.ts";
import { commentDocx, type WordComment } from "./comment-docx.ts";
import { insertions } from "./place-marks.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const spaces = `xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";

function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(parts);
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/>${names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${kind}.${name}+xml"/>`).join("")}</Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((name) => `<Relationship Id="r-${name}" Type="${office}/${name}" Target="${name}.xml"/>`).join("")}</Relationships>`,
    ),
    "word/media/image.bin": [Uint8Array.from({ length: 3000 }, (_, at) => (at * 31) % 251), { level: 0 }],
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, strToU8(parts[name]!)])),
  });
}

const date = "2020-02-21T09:00:00Z";
const run = (text: string, properties = ""): string => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
const bold = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>';
const notes = `<w:footnotes ${spaces}><w:footnote w:id="2"><w:p>${run("注：原为2020人")}</w:p></w:footnote></w:footnotes>`;
const oldComments = `<w:comments ${spaces}><w:comment w:id="7" w:author="科长" w:date="${date}"><w:p>${run("请核实")}</w:p></w:comment></w:comments>`;
const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p>${run("方框300人")}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;

/** Every place where a comment can fall. */
const body = [
  `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${run("专任教师", bold)}${run("1941人，占47%", bold)}<w:r><w:t>甲</w:t><w:tab/><w:t xml:space="preserve"> A&amp;B&#x1F393; 乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>`,
  `<w:p>${run("图书")}<w:del w:id="1" w:author="王" w:date="${date}"><w:r><w:delText>69</w:delText></w:r></w:del><w:ins w:id="2" w:author="李" w:date="${date}">${run("25.88", bold)}</w:ins>${run("册")}</w:p>`,
  `<w:p><w:hyperlink w:anchor="x">${run("链接12人")}</w:hyperlink><w:sdt><w:sdtPr><w:tag w:val="f1"/></w:sdtPr><w:sdtContent>${run("3690")}</w:sdtContent></w:sdt><w:commentRangeStart w:id="7"/>${run("旧批注")}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>`,
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p>${run("合计")}</w:p></w:tc><w:tc><w:p>${run("2418")}</w:p></w:tc></w:tr></w:tbl>`,
  `<w:p>${run("见注")}<w:r><w:footnoteReference w:id="2"/></w:r>${box}${run("末")}</w:p>`,
].join("");

const file = (): Uint8Array => wordFile(body, { comments: oldComments, footnotes: notes });

function comment(bytes: Uint8Array, words: string, text = "核对"): WordComment {
  const start = readDocx("r.docx", bytes).text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length, author: "质报", text, date };
}

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);

/** What the comments by 质报 stand at, as our reader finds them again. */
function places(bytes: Uint8Array): string[] {
  const { text, comments } = readDocx("r.docx", bytes);
  return comments.filter(({ author }) => author === "质报").map(({ start, end }) => text.slice(start, end));
}

function wellFormed(xml: string): void {
  const open: string[] = [];
  const tokens = new XmlTokens(xml);
  for (let token = tokens.next(); token !== "end"; token = tokens.next()) {
    if (token === "open") open.push(tokens.name);
    if (token === "close") expect(open.pop()).toBe(tokens.name);
  }
  expect(open).toEqual([]);
}

describe("places", () => {
  it.each([
    "1941人",
    "教师1941",
    "占47%",
    "甲\t A",
    "&",
    "B🎓 乙",
    "丙",
    "25.88",
    "书25",
    "5.88册",
    "12人",
    "3690",
    "690旧批",
    "合计\t2418",
    "41",
  ])("marks just %j", (words) => {
    const bytes = file();
    const commented = commentDocx(bytes, [comment(bytes, words)]);
    expect(places(commented)).toEqual([words]);
    expect(readDocx("r.docx", commented).text).toBe(readDocx("r.docx", bytes).text);
    wellFormed(part(commented, "word/document.xml"));
  });

  it("anchors at the reference of a footnote and at the run of a text box", () => {
    const bytes = file();
    const commented = part(commentDocx(bytes, [comment(bytes, "2020人"), comment(bytes, "300人")]), "word/document.xml");
    expect(commented).toContain('<w:commentRangeStart w:id="8"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="8"/>');
    expect(commented).toMatch(
      /<w:commentRangeStart w:id="9"\/><w:r><mc:AlternateContent>.*<\/mc:AlternateContent><\/w:r><w:commentRangeEnd w:id="9"\/>/,
    );
  });

  it("copies the run's properties to both halves", () => {
    const bytes = file();
    const xml = part(commentDocx(bytes, [comment(bytes, "41人")]), "word/document.xml");
    expect(xml).toContain(
      `<w:r>${bold}<w:t xml:space="preserve">19</w:t></w:r><w:commentRangeStart w:id="8"/><w:r>${bold}<w:t xml:space="preserve">41人</w:t></w:r><w:commentRangeEnd w:id="8"/>`,
    );
  });

  it("takes any ranges, nested, crossing and empty", () => {
    const bytes = file();
    const { text } = readDocx("r.docx", bytes);
    const offset = fc.integer({ min: 0, max: text.length });
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset), { minLength: 1, maxLength: 8 }), (pairs) => {
        const comments = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), author: "质报", text: "核", date }));
        const commented = commentDocx(bytes, comments);
        const read = readDocx("r.docx", commented);
        expect(read.text).toBe(text);
        expect(read.changes).toEqual(readDocx("r.docx", bytes).changes);
        expect(read.comments).toHaveLength(comments.length + 1);
        wellFormed(part(commented, "word/document.xml"));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the author's file", () => {
  const bytes = file();
  const wanted = ["师1941", "1941人", "25.8", "418"].map((words) => comment(bytes, words));
  const commented = commentDocx(bytes, wanted);

  it("keeps document.xml but for the inserted marks", () => {
    const { document, segments } = readDocxWithMap("r.docx", bytes);
    const original = part(bytes, "word/document.xml");
    const ordered = wanted.toSorted((left, right) => left.start - right.start).map((each, at) => ({ ...each, id: at + 8 }));
    const marks = insertions(original, "word/document.xml", segments, ordered);
    const mark =
      /^(?: xml:space="preserve"|(?:<\/w:t>)?(?:<\/w:r>)?(?:<w:commentRangeStart w:id="\d+"\/>|<w:commentRangeEnd w:id="\d+"\/><w:r><w:commentReference w:id="\d+"\/><\/w:r>)+(?:<w:r>(?:<w:rPr>.*<\/w:rPr>)?)?(?:<w:t xml:space="preserve">)?)$/;
    let restored = part(commented, "word/document.xml");
    for (const { at, xml } of marks.toReversed()) {
      expect(xml).toMatch(mark);
      const shift = marks.filter((other) => other.at < at).reduce((sum, other) => sum + other.xml.length, 0);
      expect(restored.slice(at + shift, at + shift + xml.length)).toBe(xml);
      restored = restored.slice(0, at + shift) + restored.slice(at + shift + xml.length);
    }
    expect(restored).toBe(original);
    expect(document.text).toContain("专任教师1941人");
  });

  it("keeps every other entry byte for byte, in the same order", () => {
    const [before, after] = [unzipSync(bytes), unzipSync(commented)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of Object.keys(before)) {
      if (!/document\.xml$|comments\.xml$/.test(name)) expect(after[name], name).toEqual(before[name]);
    }
  });

  it("keeps the author's comments and adds fresh ids behind", () => {
    const xml = part(commented, "word/comments.xml");
    expect(xml.startsWith(oldComments.slice(0, -"</w:comments>".length))).toBe(true);
    expect([...xml.matchAll(/<w:comment w:id="(\d+)"/g)].map((match) => match[1])).toEqual(["7", "8", "9", "10", "11"]);
  });

  it("makes the part, its type and its relationship where the file had no comments", () => {
    const plain = wordFile(`<w:p>${run("专任教师1941人")}</w:p>`);
    const made = commentDocx(plain, [comment(plain, "1941", "第一行 <甲>&\u0000\ud800\n第二行")]);
    expect(part(made, "[Content_Types].xml")).toContain(
      `<Override PartName="/word/comments.xml" ContentType="${kind}.comments+xml"/></Types>`,
    );
    expect(part(made, "word/_rels/document.xml.rels")).toContain('Target="/word/comments.xml"');
    expect(readDocx("r.docx", made).comments).toEqual([{ start: 4, end: 8, author: "质报", text: "第一行 <甲>&\n第二行" }]);
    expect(part(made, "word/comments.xml").match(/<w:p>/g)).toHaveLength(2);
  });

  it("leaves the given bytes alone, a Buffer's too", () => {
    const buffer = Buffer.from(bytes);
    expect(commentDocx(buffer, wanted)).toEqual(commented);
    expect(commentDocx(buffer, [])).not.toBe(buffer);
    expect(new Uint8Array(buffer)).toEqual(bytes);
  });

  it("is the same for the same comments, and itself without any", () => {
    expect(commentDocx(bytes, wanted)).toEqual(commented);
    expect(commentDocx(bytes, [])).toEqual(bytes);
  });
});

const absent = spawnSync("soffice", ["--version"]).status === 0 ? null : "LibreOffice (soffice) is not installed";

describe.skipIf(absent !== null)(`LibreOffice${absent === null ? "" : `: ${absent}`}`, () => {
  it("opens a commented report and the hard cases, and finds all comments", { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "zhibao-annotated-"));
    try {
      const ours = await docxWriter().write(sampleReport());
      const { text } = readDocx("r.docx", ours);
      const numbers = [...text.matchAll(/\d{2,}(?:\.\d+)?/g)].slice(0, 40);
      const of = (match: RegExpMatchArray): WordComment => ({
        start: match.index!,
        end: match.index! + match[0].length,
        author: "质报",
        text: `查${match[0]}\n第二行`,
        date,
      });
      const hard = file();
      const files = {
        ours: commentDocx(ours, numbers.map(of)),
        hard: commentDocx(
          hard,
          ["41人", "5.88册", "12人", "418", "300人", "2020人"].map((words) => comment(hard, words)),
        ),
      };
      const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
      for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, `${name}.docx`), bytes);
      const written = Object.keys(files).map((name) => path.join(folder, `${name}.docx`));
      for (const to of ["pdf", "odt"])
        execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", folder, ...written], {
          stdio: "ignore",
          timeout: 150_000,
        });
      for (const name of Object.keys(files)) expect(existsSync(path.join(folder, `${name}.pdf`)), name).toBe(true);
      const saved = (name: string): string => part(readFileSync(path.join(folder, `${name}.odt`)), "content.xml");
      expect(saved("ours").match(/<office:annotation /g)).toHaveLength(numbers.length);
      expect(saved("hard").match(/<office:annotation /g)).toHaveLength(7);
      expect(saved("hard")).toMatch(/<office:annotation .{0,900}<\/office:annotation>(?:<[^>]+>)*41人/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
