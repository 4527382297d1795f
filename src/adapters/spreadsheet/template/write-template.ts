/** Writes the workbook that an organisation fills for a year: one sheet for each ledger that it owes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import type { TemplateRequest } from "../../../app/ports.ts";
import { isInForce, type Ledger } from "../../../core/definition/ledger.ts";
import type { Canvas } from "./canvas.ts";
import { ChoiceLists } from "./choice-lists.ts";
import { footerOf, frontSheet, type ListedLedger } from "./front-sheet.ts";
import { formSheet } from "./form-sheet.ts";
import { identitySheet, type PlacedLedger } from "./identity-sheet.ts";
import { tabColours } from "./looks.ts";
import { sheetNames } from "./marks.ts";
import { materialSheet, registerSheet } from "./register-sheet.ts";

export async function writeTemplate(request: TemplateRequest): Promise<Uint8Array> {
  const { index, cycle, organisation } = request;
  const owed = index.knowledge.ledgers.filter(
    (ledger) => isInForce(ledger, cycle.year) && (ledger.reportedBy as readonly string[]).includes(organisation.kind),
  );
  const subjects = new Map(index.knowledge.subjects.map((subject) => [subject.code, subject.zh]));
  const lists = new ChoiceLists();
  const footer = footerOf(request);
  const names = new Set<string>(Object.values(sheetNames));
  const canvases: Canvas[] = [];
  const placed: PlacedLedger[] = [];
  const listed: ListedLedger[] = [];
  /** Sheet (counted from 1, after the front sheet) → row that shows the format of its columns. */
  const modelRows = new Map<number, number>();
  for (const ledger of owed) {
    const sheet = sheetName(ledger, names);
    const colour =
      tabColours[
        Math.max(
          0,
          index.knowledge.subjects.findIndex((subject) => subject.code === ledger.subject),
        ) % tabColours.length
      ]!;
    if (ledger.kind === "form") {
      const { canvas, cells } = formSheet(request, ledger, sheet, colour, footer);
      canvases.push(canvas);
      placed.push({ ledger: ledger.code, sheet, cells, columns: {} });
      listed.push({ ledger, sheet, cells: cells.length, rows: null });
    } else {
      const { canvas, columns, modelRow } =
        ledger.kind === "register"
          ? registerSheet(request, ledger, lists, sheet, colour, footer)
          : materialSheet(request, ledger, lists, sheet, colour, footer);
      canvases.push(canvas);
      placed.push({ ledger: ledger.code, sheet, cells: [], columns });
      listed.push({
        ledger,
        sheet,
        cells: 0,
        rows:
          ledger.kind === "register" ? (request.current?.registers[ledger.code]?.length ?? 0) : (request.current?.materials.length ?? 0),
      });
      modelRows.set(canvases.length + 1, modelRow);
    }
  }
  const all = [frontSheet(request, listed, subjects), ...canvases, lists.canvas(), identitySheet(request, placed)];
  const bytes = await writeXlsx({
    sheets: all.map((canvas) => canvas.sheet()),
    properties: { title: `${request.organisationName} ${cycle.year} 年度填报表`, creator: "质报" },
    defaultFont: { name: "微软雅黑", size: 10 },
    activeSheet: 0,
  });
  return finish(bytes, modelRows);
}

/** A name of at most 31 characters that no other sheet has. */
function sheetName(ledger: Ledger, names: Set<string>): string {
  const base = ledger.zh.replace(/[[\]:*?/\\']/g, "、").slice(0, 31);
  let name = base;
  for (let at = 2; names.has(name); at += 1) name = `${base.slice(0, 28)}(${at})`;
  names.add(name);
  return name;
}

/**
 * What hucre cannot write: the format of whole columns (so that a register has no last row), the height of
 * rows to come, and notes wide enough for a definition.
 */
function finish(bytes: Uint8Array, modelRows: ReadonlyMap<number, number>): Uint8Array {
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    const modelRow = sheet === undefined ? undefined : modelRows.get(Number(sheet));
    if (modelRow !== undefined) parts[name] = strToU8(formatColumns(strFromU8(part), modelRow));
    else if (/vmlDrawing\d+\.vml$/.test(name)) parts[name] = strToU8(widenNotes(strFromU8(part)));
    else parts[name] = part;
  }
  return zipSync(parts, { level: 2 });
}

function formatColumns(xml: string, modelRow: number): string {
  const row = new RegExp(`<row r="${modelRow + 1}"[^>]*>(.*?)</row>`, "s").exec(xml)?.[1] ?? "";
  const styles = new Map<number, string>();
  let column = 1;
  for (const match of row.matchAll(/<c r="[A-Z]+\d+"(?: s="(\d+)")?/g)) {
    column += 1;
    if (match[1]) styles.set(column, match[1]);
  }
  return xml
    .replace('<sheetFormatPr defaultRowHeight="15"/>', '<sheetFormatPr defaultRowHeight="20" customHeight="1"/>')
    .replace(/<col\b([^>]*?)\/>/g, (whole, attributes: string) => {
      const at = /\bmin="(\d+)"/.exec(attributes)?.[1];
      const style = styles.get(Number(at));
      return style === undefined || /\bstyle=/.test(attributes) ? whole : `<col${attributes} style="${style}"/>`;
    });
}

function widenNotes(vml: string): string {
  return vml
    .replaceAll("width:108pt;height:59.25pt", "width:240pt;height:96pt")
    .replace(
      /<x:Anchor>(\d+),15,(\d+),2,\d+,31,\d+,4<\/x:Anchor>/g,
      (_, column: string, row: string) => `<x:Anchor>${column},15,${row},2,${Number(column) + 3},60,${Number(row) + 5},4</x:Anchor>`,
    );
}
