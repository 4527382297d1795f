/**
 * Reads the cells of an .xlsx. Written by hand because the libraries tried take as long as exceljs on
 * workbooks of forty small sheets, turn decimals into floats, and hide which cells lack their result.
 */
import { parseAddress, parseRange, type Range } from "./address.ts";
import { openPackage, type PackageFault, type Parts, relationships, textOf, workbookPart } from "./package.ts";
import type { Look, RawCell, RawKind, RawRow, RawSheet, RawWorkbook } from "./raw.ts";
import { attribute, decodeCellText, startTags, unprefixed } from "./xml.ts";

const mostCells = 2_000_000;

/** The workbook's cells, or what keeps it from being read. */
export function readRaw(bytes: Uint8Array): RawWorkbook | PackageFault {
  const parts = openPackage(bytes);
  if (typeof parts === "string") return parts;
  const main = workbookPart(parts)!;
  const workbook = unprefixed(textOf(parts, main), "workbook");
  const links = relationships(parts, main);
  const linked = (type: string): string => links.find((each) => each.type === type)?.target ?? "";
  const strings = readStrings(unprefixed(textOf(parts, linked("sharedStrings")), "sst"));
  const looks = readLooks(unprefixed(textOf(parts, linked("styles")), "styleSheet"));
  const budget = { cells: mostCells };
  const sheets: RawSheet[] = [];
  for (const tag of startTags(workbook, "sheet")) {
    const id = attribute(tag, "r:id") ?? /\s[\w.-]+:id="([^"]*)"/.exec(tag)?.[1] ?? "";
    const link = links.find((each) => each.id === id);
    if (link?.type !== "worksheet") continue;
    const sheet = readSheet(
      parts,
      link.target,
      attribute(tag, "name") ?? "",
      (attribute(tag, "state") ?? "visible") !== "visible",
      strings,
      looks,
      budget,
    );
    if (typeof sheet === "string") return sheet;
    sheets.push(sheet);
  }
  if (sheets.length === 0) return "broken";
  return { sheets, from1904: /^(1|true)$/.test(attribute(startTags(workbook, "workbookPr")[0] ?? "", "date1904") ?? "") };
}

function readSheet(
  parts: Parts,
  part: string,
  name: string,
  hidden: boolean,
  strings: readonly string[],
  looks: readonly Look[],
  budget: { cells: number },
): RawSheet | PackageFault {
  const xml = unprefixed(textOf(parts, part), "worksheet");
  const start = xml.indexOf("<sheetData");
  if (start < 0) return "broken";
  const close = xml.indexOf("</sheetData>", start);
  const end = close < 0 ? xml.indexOf(">", start) : close;
  if (close < 0 && xml[end - 1] !== "/") return "broken";
  const rows = readRows(xml, start + 10, end, strings, looks, budget);
  if (budget.cells < 0) return "too-large";
  const merges = startTags(xml.slice(end), "mergeCell")
    .map((tag) => parseRange(attribute(tag, "ref") ?? ""))
    .filter((range): range is Range => range !== null);
  return { name, hidden, part, rows, merges };
}

const space = 32;
const slash = 47;
const greater = 62;

function readRows(
  xml: string,
  start: number,
  end: number,
  strings: readonly string[],
  looks: readonly Look[],
  budget: { cells: number },
): RawRow[] {
  const rows: RawRow[] = [];
  let cells: RawCell[] = [];
  let row = -1;
  let column = -1;
  const finish = (): void => {
    if (cells.length > 0) rows.push({ row, cells });
    cells = [];
  };
  for (let at = xml.indexOf("<", start); at >= 0 && at < end; at = xml.indexOf("<", at + 1)) {
    const letter = xml.charCodeAt(at + 1);
    if (letter === 99 /* c */ && isTagEnd(xml.charCodeAt(at + 2))) {
      const tagEnd = xml.indexOf(">", at);
      const tag = xml.slice(at + 2, tagEnd);
      const place = tag.startsWith(' r="') ? parseAddress(tag.slice(4, tag.indexOf('"', 4))) : parseAddress(attribute(tag, "r") ?? "");
      column = place?.column ?? column + 1;
      if (xml.charCodeAt(tagEnd - 1) === slash) {
        at = tagEnd;
        continue;
      }
      const close = xml.indexOf("</c>", tagEnd);
      if (close < 0) break;
      const cell = readCell(tag, xml.slice(tagEnd + 1, close), column, strings, looks);
      if (cell) {
        cells.push(cell);
        if ((budget.cells -= 1) < 0) break;
      }
      at = close;
    } else if (letter === 114 /* r */ && xml.startsWith("row", at + 1) && isTagEnd(xml.charCodeAt(at + 4))) {
      finish();
      const tagEnd = xml.indexOf(">", at);
      const number = attribute(xml.slice(at + 4, tagEnd), "r");
      row = number === null ? row + 1 : Number(number) - 1;
      column = -1;
      at = tagEnd;
    }
  }
  finish();
  return rows;
}

function isTagEnd(code: number): boolean {
  return code === space || code === greater || code === slash || code === 10 || code === 13 || code === 9;
}

const kinds: Readonly<Record<string, RawKind>> = {
  n: "number",
  s: "text",
  str: "text",
  inlineStr: "text",
  b: "boolean",
  e: "error",
  d: "text",
};

function readCell(tag: string, body: string, column: number, strings: readonly string[], looks: readonly Look[]): RawCell | null {
  const type = / t="(\w+)"/.exec(tag)?.[1] ?? "n";
  const formula = type !== "inlineStr" && /<f[\s>/]/.test(body);
  const style = / s="(\d+)"/.exec(tag)?.[1];
  const look = (style === undefined ? undefined : looks[Number(style)]) ?? "plain";
  const text = type === "inlineStr" ? textsOf(body) : valueOf(body);
  if (text === null || (text === "" && type !== "str")) return formula ? { column, kind: "none", text: "", formula, look } : null;
  const kind = kinds[type] ?? "number";
  if (type === "s") return { column, kind, text: strings[Number(text)] ?? "", formula, look };
  if (kind === "boolean") return { column, kind, text: text === "1" || text === "true" ? "TRUE" : "FALSE", formula, look };
  if (text === "") return formula ? { column, kind: "none", text, formula, look } : null;
  return { column, kind, text: kind === "text" && type !== "inlineStr" ? decodeCellText(text) : text, formula, look };
}

function valueOf(body: string): string | null {
  const start = body.indexOf("<v");
  if (start < 0) return null;
  const open = body.indexOf(">", start) + 1;
  if (body.charCodeAt(open - 2) === slash) return "";
  const close = body.indexOf("</v>", open);
  return close < 0 ? null : body.slice(open, close);
}

/** The text of all `<t>` outside phonetic runs. */
function textsOf(xml: string): string {
  const plain = xml.includes("<rPh") ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, "") : xml;
  let text = "";
  for (let at = plain.indexOf("<t"); at >= 0; at = plain.indexOf("<t", at + 1)) {
    if (!isTagEnd(plain.charCodeAt(at + 2))) continue;
    const open = plain.indexOf(">", at) + 1;
    if (plain.charCodeAt(open - 2) === slash) continue;
    const close = plain.indexOf("</t>", open);
    if (close < 0) break;
    text += plain.slice(open, close);
    at = close;
  }
  return decodeCellText(text);
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  for (let at = xml.indexOf("<si"); at >= 0; at = xml.indexOf("<si", at + 1)) {
    if (!isTagEnd(xml.charCodeAt(at + 3))) continue;
    const open = xml.indexOf(">", at) + 1;
    const close = xml.charCodeAt(open - 2) === slash ? open : xml.indexOf("</si>", open);
    if (close < 0) break;
    strings.push(textsOf(xml.slice(open, close)));
    at = close - 1;
  }
  return strings;
}

function readLooks(xml: string): Look[] {
  const formats = new Map<number, Look>();
  for (const tag of startTags(xml, "numFmt")) formats.set(Number(attribute(tag, "numFmtId")), lookOf(attribute(tag, "formatCode") ?? ""));
  const cellFormats = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? "";
  return startTags(cellFormats, "xf").map((tag) => {
    const id = Number(attribute(tag, "numFmtId") ?? "0");
    return formats.get(id) ?? builtIn(id);
  });
}

/** Built-in formats by number: ECMA-376 part 1, 18.8.30, with the East Asian dates 27–36 and 50–58. */
function builtIn(id: number): Look {
  if (id === 9 || id === 10) return "percent";
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) ? "date" : "plain";
}

function lookOf(code: string): Look {
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, "");
  if (bare.includes("%")) return "percent";
  return /[ymdhs年月日]/i.test(bare.replace(/general/gi, "")) ? "date" : "plain";
}
