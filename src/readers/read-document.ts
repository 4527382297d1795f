/** Opens a report in whatever format it comes: the content decides, the name only between kinds of text. */
import type { Document } from "../core/auditing/document.ts";
import { decodeText } from "./encoding.ts";
import { readMarkdown } from "./markdown.ts";
import type { PdfResources } from "./pdf.ts";
import { readPlainText } from "./plain-text.ts";
import { UnreadableDocument } from "./unreadable.ts";

export { UnreadableDocument } from "./unreadable.ts";

/** Larger files are refused. */
export const largestFile = 64 << 20;

export async function readDocument(file: string, bytes: Uint8Array, resources?: PdfResources): Promise<Document> {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  if (bytes.length === 0) throw new UnreadableDocument("空文件，没有内容", "the file is empty");
  if (bytes.length > largestFile) throw tooLong(bytes.length);
  if (starts(bytes, 0x50, 0x4b)) return (await import("./docx/read-docx.ts")).readDocx(name, bytes);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw compoundFile(bytes);
  if (findsPdf(bytes)) return (await import("./pdf.ts")).readPdf(name, bytes, resources);
  refuseKnown(bytes);
  return readText(name, decodeText(bytes));
}

async function readText(name: string, text: string): Promise<Document> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  const isPage = /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype html|html|head|body)\b/.test(start);
  if (start.startsWith("<?xml") && start.includes("word.document")) throw saveAsDocx("Word 2003 的 XML 文件", "a Word 2003 XML file");
  if (/^(?:docx?|docm|wps|pdf|rtf|odt|xlsx?)$/.test(extension)) {
    const [zh, en] = isPage ? ["网页", "a web page"] : ["纯文本", "plain text"];
    const right = isPage ? ".html" : ".txt";
    throw new UnreadableDocument(
      `文件名是 .${extension}，内容却是${zh}。请改名为 ${right}，或在 Word 中另存为 .docx 再交来`,
      `named .${extension}, but the content is ${en}; rename it to ${right}, or save it from Word as .docx`,
    );
  }
  if (isPage || /^x?html?$/.test(extension)) return (await import("./html.ts")).readHtml(name, text);
  return /^(?:md|markdown)$/.test(extension) ? readMarkdown(name, text) : readPlainText(name, text);
}

function starts(bytes: Uint8Array, ...values: readonly number[]): boolean {
  return values.every((value, at) => bytes[at] === value);
}

/** Some programs put a few bytes before "%PDF-". */
function findsPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-") && !starts(bytes, 0x3c);
}

/** Encrypted .docx files and all old office files share one container. */
function compoundFile(bytes: Uint8Array): UnreadableDocument {
  if (includesWide(bytes, "EncryptedPackage"))
    return new UnreadableDocument(
      "Word 文件已加密。请取消密码后另存为 .docx 再交来",
      "the Word file is encrypted; remove its password and save it as .docx",
    );
  return saveAsDocx("旧格式文件（.doc 或 .wps）", "a file of an old format (.doc or .wps)");
}

function includesWide(bytes: Uint8Array, word: string): boolean {
  const last = bytes.length - word.length * 2;
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let length = 0;
    while (length < word.length && bytes[at + length * 2] === word.charCodeAt(length) && bytes[at + length * 2 + 1] === 0) length += 1;
    if (length === word.length) return true;
  }
  return false;
}

function refuseKnown(bytes: Uint8Array): void {
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) throw saveAsDocx("RTF 文件", "an RTF file");
  const picture = starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38);
  if (picture)
    throw new UnreadableDocument(
      "这是图片，不是文字。请先做文字识别 (OCR)，再交 .docx 或 .txt",
      "a picture, not text; recognise its text (OCR) first",
    );
}

function saveAsDocx(zh: string, en: string): UnreadableDocument {
  return new UnreadableDocument(
    `这是${zh}，读不了。请在 Word 或 WPS 中打开，另存为 .docx 再交来`,
    `this is ${en}; open it in Word or WPS and save it as .docx`,
  );
}

function tooLong(size: number): UnreadableDocument {
  const [has, most] = [Math.ceil(size / (1 << 20)), largestFile >> 20];
  return new UnreadableDocument(
    `文件有 ${has} MB，超过上限 ${most} MB，不像一份报告`,
    `the file has ${has} MB, more than ${most} MB: not a report`,
  );
}
