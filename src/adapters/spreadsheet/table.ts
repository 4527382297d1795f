/** Plain tables: the 汇总表 that an officer works with, and the lists of organisations that are imported. */
import type { CellStyle } from "hucre";
import { Refusal } from "../../app/refusal.ts";
import { writeXlsx } from "hucre/xlsx";
import type { TableSheet } from "../../app/ports.ts";
import { Canvas, heightOf } from "./template/canvas.ts";
import { numberOrText } from "./template/form-sheet.ts";
import { looks } from "./template/looks.ts";
import { dateOfSerial } from "./values/date.ts";
import { plainText } from "./values/field.ts";
import { readRaw } from "./xlsx/read-raw.ts";
import type { RawCell } from "./xlsx/raw.ts";
import { wordings } from "./messages.ts";

const totalName = /^(合计|总计|全市|全省|全国|小计)$/;

/** A workbook of tables: heads frozen, numbers as numbers, rows and columns of totals bold. */
export async function writeTable(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const names = new Set<string>();
  return writeXlsx({
    sheets: sheets.map((table) => tableCanvas(table, uniqueName(table.name, names)).sheet()),
    properties: { creator: "质报" },
    defaultFont: { name: "微软雅黑", size: 10 },
  });
}

function uniqueName(wanted: string, names: Set<string>): string {
  const base = wanted.replace(/[[\]:*?/\\']/g, "、").slice(0, 31) || "表";
  let name = base;
  for (let at = 2; names.has(name.toLowerCase()); at += 1) name = `${base.slice(0, 27)}(${at})`;
  names.add(name.toLowerCase());
  return name;
}

function tableCanvas(table: TableSheet, name: string): Canvas {
  const width = Math.max(1, ...table.header.map((row) => row.length), ...table.rows.map((row) => row.length));
  const heads = table.header.length;
  const canvas = new Canvas(name, {
    frozen: { rows: heads, columns: table.frozenColumns },
    ...(heads > 0 ? { repeated: `$1:$${heads}` } : {}),
    footer: "",
    open: true,
  });
  const lastHead = table.header.at(-1) ?? [];
  for (let column = 0; column < width; column += 1) {
    const texts = [...table.header.map((row) => row[column] ?? ""), ...table.rows.slice(0, 400).map((row) => row[column]?.text ?? "")];
    canvas.columns.push({ width: Math.min(44, Math.max(9, ...texts.map((text) => units(text) + 3))) });
  }
  table.header.forEach((row, at) => {
    for (let column = 0; column < width; column += 1) canvas.put(at, column, row[column] ?? null, looks.head);
    canvas.height(at, Math.max(24, ...row.map((text, column) => heightOf(text, canvas.columns[column]!.width! - 1))));
  });
  table.rows.forEach((row, at) => {
    const strong = row.slice(0, 2).some((cell) => totalName.test(cell.text));
    row.forEach((cell, column) => {
      const total = strong || totalName.test(lastHead[column] ?? "");
      const value = cell.numeric ? numberOrText(cell.text) : cell.text === "" ? null : cell.text;
      canvas.put(heads + at, column, value, styleOf(cell, total));
    });
  });
  return canvas;
}

function styleOf(cell: { readonly text: string; readonly numeric: boolean }, total: boolean): CellStyle {
  if (!cell.numeric && cell.text !== "—")
    return total ? looks.strongText : { ...looks.text, alignment: { ...looks.text.alignment, wrapText: true } };
  const decimals = Math.min(6, cell.text.split(".")[1]?.length ?? 0);
  return { ...(total ? looks.strongNumber : looks.number), numFmt: decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}` };
}

/** Width of a text in characters; Chinese ones count two. */
function units(text: string): number {
  let sum = 0;
  for (const character of text.split("\n", 1)[0] ?? "") sum += character.codePointAt(0)! > 0x2e7f ? 2.1 : 1.1;
  return sum;
}

/**
 * The first visible sheet's cells as text: numbers as plain decimals, dates as ISO dates, blank rows left out.
 * @throws WorkbookError when the bytes are no workbook.
 */
export function readTable(bytes: Uint8Array): string[][] {
  const workbook = readRaw(bytes);
  if (typeof workbook === "string") throw new WorkbookError(wordings[workbook].zh({}, ""), wordings[workbook].en({}, ""));
  const sheet = workbook.sheets.find((each) => !each.hidden) ?? workbook.sheets[0];
  return (sheet?.rows ?? []).map(({ cells }) => {
    const row: string[] = [];
    for (const cell of cells) row[cell.column] = cellText(cell, workbook.from1904);
    return Array.from(row, (text) => text ?? "");
  });
}

/** A cell as people would type it again. */
export function cellText(cell: RawCell, from1904: boolean): string {
  return (cell.kind === "number" && cell.look === "date" ? dateOfSerial(cell.text, from1904) : null) ?? plainText(cell);
}

/** Bytes that are no workbook, with the sentence for people in both languages. */
export class WorkbookError extends Refusal {
  constructor(zh: string, en: string) {
    super("workbook-unreadable", zh, en);
  }
}
