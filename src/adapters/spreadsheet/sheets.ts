/** Exports of other offices: all visible sheets of an .xlsx, or a text with commas or tabs, as rows of text with their numbers. */
import type { SheetRows } from "../../app/ports.ts";
import { cellText, WorkbookError } from "./table.ts";
import { wordings } from "./messages.ts";
import { readRaw } from "./xlsx/read-raw.ts";

/** @throws WorkbookError when the bytes are neither. */
export function readSheets(bytes: Uint8Array): SheetRows[] {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isPackage ? null : decoded(bytes);
  if (text !== null) return [{ name: "", rows: separated(text) }];
  const workbook = readRaw(bytes);
  if (typeof workbook === "string") throw new WorkbookError(wordings[workbook].zh({}, ""), wordings[workbook].en({}, ""));
  return workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .map(({ name, rows }) => ({
      name,
      rows: rows.map(({ row, cells }) => {
        const texts: string[] = [];
        for (const cell of cells) texts[cell.column] = cellText(cell, workbook.from1904);
        return { row: row + 1, cells: Array.from(texts, (each) => each ?? "") };
      }),
    }));
}

/**
 * UTF-8 or, as old systems write it, GB 18030; null for what is no text. A few Chinese words in GB 18030 are UTF-8 of
 * other scripts by chance: where only the other reading has Chinese in it, that is taken.
 */
function decoded(bytes: Uint8Array): string | null {
  if (bytes.length === 0 || bytes.slice(0, 4096).includes(0)) return null;
  const reading = (encoding: string): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const chinese = (text: string | null): number => text?.match(/\p{Script=Han}/gu)?.length ?? 0;
  const [utf8, gb] = [reading("utf-8"), reading("gb18030")];
  return utf8 !== null && (chinese(utf8) > 0 || chinese(gb) === 0) ? utf8 : gb;
}

/** Rows of a text: fields between commas, or tabs where the first line has any; quoted fields may hold both and line ends. */
function separated(text: string): { row: number; cells: string[] }[] {
  const separator = (text.split("\n", 1)[0] ?? "").includes("\t") ? "\t" : ",";
  const rows: { row: number; cells: string[] }[] = [];
  let [cells, field, quoted, row]: [string[], string, boolean, number] = [[], "", false, 1];
  const endRow = (): void => {
    cells.push(field);
    if (cells.some((each) => each.trim() !== "")) rows.push({ row, cells });
    [cells, field, row] = [[], "", row + 1];
  };
  const source = text.replaceAll("\r\n", "\n");
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (source[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === "") quoted = true;
    else if (character === separator) {
      cells.push(field);
      field = "";
    } else if (character === "\n") endRow();
    else field += character;
  }
  endRow();
  return rows;
}
