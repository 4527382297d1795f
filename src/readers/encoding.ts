/**
 * Bytes → text. Chinese offices hand in UTF-8, UTF-16 from Notepad and GBK from everything older; none of
 * them say which, so the bytes are asked in the order in which they can be proved wrong.
 */
import { UnreadableDocument } from "./unreadable.ts";

/** How much of the start is looked at to tell UTF-16 and binary files. */
const sample = 64 << 10;

/** The text without its byte order mark, line ends as they are. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return checked(decode("utf-8", bytes.subarray(3)));
  if (first === 0xff && second === 0xfe) return checked(decode("utf-16le", bytes.subarray(2)));
  if (first === 0xfe && second === 0xff) return checked(decode("utf-16be", bytes.subarray(2)));
  const wide = wideEncoding(bytes);
  if (wide !== null) return checked(decode(wide, bytes));
  if (bytes.includes(0)) throw binary();
  try {
    return checked(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
  }
  const utf8 = decode("utf-8", bytes);
  return checked(mostlyRight(utf8) ? utf8 : decode("gb18030", bytes));
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** UTF-16 without a mark shows by zero bytes: those of ASCII stand all on even or all on odd places. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  const end = Math.min(bytes.length, sample);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (even + odd < end / 200) return null;
  if (even === 0) return "utf-16le";
  return odd === 0 ? "utf-16be" : null;
}

/** Whether the text is UTF-8 with a damaged letter here and there, rather than another encoding. */
function mostlyRight(text: string): boolean {
  let wrong = 0;
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) wrong += 1;
    else if (code > 0x7f) wide += 1;
  }
  return wrong * 20 < wide;
}

/** Refuses what decodes but is no writing: control characters, or letters that the encoding does not have. */
function checked(text: string): string {
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0 || code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26)) odd += 1;
  }
  if (odd * 50 > text.length) throw binary();
  return text;
}

function binary(): UnreadableDocument {
  return new UnreadableDocument(
    "不是文本文件：内容是二进制数据。请另存为 .docx 或 .txt 再交来",
    "not a text file: the content is binary data; save it as .docx or .txt",
  );
}
