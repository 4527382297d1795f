/** Files that are no report, or that an attacker made: each is refused with one clear line, at once. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument, UnreadableDocument } from "./read-document.ts";

async function refusal(file: string, bytes: Uint8Array): Promise<string> {
  const start = process.cpuUsage().user / 1000;
  const error: unknown = await readDocument(file, bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnreadableDocument);
  const { zh, en } = error as UnreadableDocument;
  expect(zh).not.toMatch(/\n/);
  expect(en).toMatch(/^[\x20-\x7e]+$/);
  expect(process.cpuUsage().user / 1000 - start).toBeLessThan(10_000);
  return zh;
}

const wordFile = (document: string): Uint8Array => zipSync({ "word/document.xml": strToU8(document) });
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The sizes that a zip claims for its first entry, in its directory and local header, changed to `size`. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const directory = view.getUint32(copy.length - 6, true);
  view.setUint32(directory + 24, size, true);
  view.setUint32(22, size, true);
  return copy;
}

describe("other formats", () => {
  it("names what it found and what to do", async () => {
    const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    expect(await refusal("报告.doc", compound)).toMatch(/旧格式.*另存为 \.docx/);
    expect(await refusal("报告.wps", compound)).toMatch(/旧格式.*另存为 \.docx/);
    const encrypted = compound.slice();
    for (const [at, letter] of [..."EncryptedPackage"].entries()) encrypted[100 + at * 2] = letter.charCodeAt(0);
    expect(await refusal("报告.docx", encrypted)).toMatch(/加密/);
    expect(await refusal("报告.docx", strToU8("一、基本情况\n招生10人。\n"))).toMatch(/文件名是 \.docx，内容却是纯文本.*\.txt/);
    expect(await refusal("报告.doc", strToU8("<!DOCTYPE html><html><body>招生</body></html>"))).toMatch(/网页.*\.html/);
    expect(await refusal("报告.rtf", strToU8("{\\rtf1 x}"))).toMatch(/RTF/);
    expect(await refusal("报告.docx", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]))).toMatch(/图片/);
    expect(await refusal("报告.docx", zipSync({ "xl/workbook.xml": strToU8("<a/>") }))).toMatch(/Excel/);
    expect(await refusal("报告.zip", zipSync({ "a.txt": strToU8("甲") }))).toMatch(/压缩包/);
    expect(await refusal("报告.xml", strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>'))).toMatch(/2003/);
    expect(await refusal("报告.txt", new Uint8Array())).toMatch(/空文件/);
  });
});

describe("hostile .docx", () => {
  it("refuses a zip cut off anywhere", async () => {
    const whole = wordFile(`<w:document ${space}><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>`);
    for (let length = 4; length < whole.length; length += 7) expect(await refusal("r.docx", whole.slice(0, length))).toMatch(/损坏/);
  });

  it("refuses zip bombs: by what they claim, and by what they are", async () => {
    const large = zipSync({ "word/document.xml": new Uint8Array(30 << 20) });
    expect(await refusal("r.docx", claiming(large, 300 << 20))).toMatch(/200 MB/);
    expect(await refusal("r.docx", claiming(large, 1000))).toMatch(/200 MB|损坏/);
    const many = zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`word/${at}.xml`, new Uint8Array()])));
    expect(await refusal("r.docx", many)).toMatch(/部件过多/);
  });

  it("refuses entities, document types and bottomless nesting", async () => {
    const entities = `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document ${space}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await refusal("r.docx", wordFile(entities))).toMatch(/XML/);
    const own = `<w:document ${space}><w:body><w:p><w:r><w:t>&own;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await refusal("r.docx", wordFile(own))).toMatch(/XML/);
    expect(await refusal("r.docx", wordFile(`<w:document ${space}>${"<w:tbl><w:tr><w:tc>".repeat(200_000)}`))).toMatch(/嵌套/);
    expect(await refusal("r.docx", wordFile(`<w:document ${space}><w:body><w:p>`))).toMatch(/损坏/);
  });

  it("reads long files in time that grows with their length: many open attributes, references, unclosed fields", async () => {
    const parts = [
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`,
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>7</w:t></w:r></w:p>`,
      `<w:p w:a="1" ${'w:b="" '.repeat(20)}><w:r><w:t>&amp;&lt;12人</w:t></w:r></w:p>`,
      `<w:p><w:commentRangeStart w:id="1"/><w:bookmarkStart w:id="2" w:name="f1"/></w:p>`,
      `<w:p><w:ins w:author="a"><w:r><w:t>1</w:t></w:r></w:ins><w:del w:author="b"><w:r><w:delText>2</w:delText></w:r></w:del></w:p>`,
    ];
    const bytes = wordFile(`<w:document ${space}><w:body>${parts.join("").repeat(10_000)}</w:body></w:document>`);
    const start = process.cpuUsage();
    const document = await readDocument("r.docx", bytes);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
    expect(document.changes).toHaveLength(20_000);
  });
});

describe("hostile pages", () => {
  it("refuses a page nested without end", async () => {
    expect(await refusal("r.html", strToU8(`<html>${"<div>".repeat(1_000_000)}甲`))).toMatch(/嵌套/);
    const formats = Array.from({ length: 20_000 }, (_, at) => `<p><b id=${at}>`).join("");
    expect(await refusal("r.html", strToU8(`<html>${formats}甲`))).toMatch(/嵌套/);
  });
});
