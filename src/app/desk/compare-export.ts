/** Beside what is filed, what another office's export says: taking it is an edit like any other. */
import { measureLabel } from "../../core/checking/labels.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { cellKey } from "../../core/model/return.ts";
import { parseMembersKey } from "../../core/model/selection.ts";
import { equals, exact, isDecimalText, multiply } from "../../core/quantity/exact.ts";
import { findOrganisation } from "../organisations.ts";
import type { ImportProblem, SheetRows, Spreadsheets } from "../ports.ts";
import { refuse } from "../refusal.ts";
import { columnName, type Head, headAt, plainHead, rowsSearched } from "./export-head.ts";
import type { ScopedStore } from "./desk.ts";
import type { Mapping } from "./mappings.ts";
import { type Place, workingCopy } from "./read-return.ts";

export interface ComparedLine {
  readonly slot: string;
  readonly label: string;
  readonly unit: string;
  readonly filed: string | null;
  readonly exported: string | null;
  readonly base: number;
  /** Where the export says it: "C7". */
  readonly cell: string;
  readonly same: boolean;
}

interface World {
  readonly index: KnowledgeIndex;
  readonly catalog: string;
  readonly spreadsheets: Spreadsheets;
}

/** @throws Refusal for an unknown mapping or a file that is no table. */
export async function compareExport(
  store: Pick<ScopedStore, "read">,
  world: World,
  place: Place,
  mappingId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ lines: ComparedLine[]; problems: ImportProblem[] }> {
  const sheets = await world.spreadsheets.readSheets(file.bytes);
  return store.read(async (reader, desk) => {
    const mapping = (await desk.mappings.list()).find((each) => each.id === mappingId);
    if (!mapping) throw refuse("mapping-unknown", {});
    const organisation = await findOrganisation(reader, place.organisation);
    const names = new Set([
      organisation.code,
      ...organisation.versions.flatMap((version) => [version.name, version.shortName ?? version.name]),
    ]);
    const found = rowOf(sheets, mapping, names, file.name);
    if ("problem" in found) return { lines: [], problems: [found.problem] };
    const { document } = await workingCopy(reader, desk, world.index, world.catalog, place);
    const revisions = await desk.working.revisions(place.organisation, place.year);
    const lines: ComparedLine[] = [];
    const problems: ImportProblem[] = [];
    for (const column of mapping.columns) {
      const element = world.index.elements.get(column.element);
      const at = placeIn({ columns: found.header }, column.header);
      const cell = `${columnName(Math.max(at, 0))}${found.row}`;
      const tell = (code: string, zh: string, en: string, given: string, expected: string): void => {
        problems.push({ file: file.name, sheet: found.sheet, cell, severity: "note", code, message: { zh, en }, found: given, expected });
      };
      if (at < 0) {
        tell("column-missing", `没有列“${column.header}”`, `no column ${column.header}`, found.header.join("、"), column.header);
        continue;
      }
      if (!element || element.from) {
        tell(
          "element-unknown",
          `数据项 ${column.element} 不能由列填入`,
          `${column.element} cannot be filled from a column`,
          column.element,
          "表单数据项",
        );
        continue;
      }
      const text = withoutUnit(plainHead(found.cells[at] ?? "").replaceAll(",", ""), element.unit);
      const blank = text === "" || /^[-—/]+$/.test(text);
      if (!blank && !isDecimalText(text)) {
        tell("number-invalid", `“${text}”不是数`, `"${text}" is no number`, text, "数");
        continue;
      }
      const exported = blank ? null : times(text, column.factor);
      const key = cellKey(element.code, column.members);
      const slot = `form/${element.ledger}/${key}`;
      const filed = document.forms[element.ledger]?.[key]?.value ?? null;
      lines.push({
        slot,
        label: measureLabel(world.index, element.code, parseMembersKey(column.members)),
        unit: element.unit,
        filed,
        exported,
        base: revisions[slot] ?? 0,
        cell,
        same: filed === null || exported === null ? filed === exported : equals(exact(filed), exact(exported)),
      });
    }
    return { lines, problems };
  });
}

type Found =
  | { readonly sheet: string; readonly header: readonly string[]; readonly row: number; readonly cells: readonly string[] }
  | { readonly problem: ImportProblem };

/** The one row of the organisation, on the sheet that the mapping speaks of. */
function rowOf(sheets: readonly SheetRows[], mapping: Mapping, names: ReadonlySet<string>, file: string): Found {
  const wrong = (sheet: string, code: string, zh: string, en: string, found: string, expected: string): Found => ({
    problem: { file, sheet, cell: "", severity: "refusal", code, message: { zh, en }, found, expected },
  });
  const found = headFor(sheets, mapping);
  if (!found) {
    const wanted = mapping.organisationColumn || mapping.columns.map(({ header }) => header).join("、");
    return wrong(
      "",
      "header-missing",
      `没有找到含“${wanted}”的表头`,
      `no header with ${wanted}`,
      sheets.map((each) => each.name).join("、"),
      wanted,
    );
  }
  const { sheet, head } = found;
  const data = sheet.rows.filter(({ row }) => row > head.row);
  const at = placeIn(head, mapping.organisationColumn);
  const rows = at < 0 ? ownRows(data, mapping, head) : rowsNamed(data, at, names);
  const [only] = rows;
  if (!only) {
    const named = data.map(({ cells }) => (cells[at] ?? "").trim()).filter((name) => name !== "");
    return wrong(
      sheet.name,
      "organisation-missing",
      at < 0 ? "表中没有数据行" : "表中没有这个单位",
      at < 0 ? "the table has no row of data" : "the table has no row of this organisation",
      named.slice(0, namesTold).join("、"),
      [...names].join(" / "),
    );
  }
  if (rows.length > 1) {
    const numbers = rows.map(({ row }) => row).join("、");
    return wrong(
      sheet.name,
      "organisation-repeated",
      at < 0 ? `表中有几行数据，又没有“合计”行：第 ${numbers} 行` : `这个单位有 ${rows.length} 行：第 ${numbers} 行`,
      at < 0 ? `several rows and no total: ${numbers}` : `several rows of this organisation: ${numbers}`,
      numbers,
      at < 0 ? "一行，或一个合计行" : "一行",
    );
  }
  return { sheet: sheet.name, header: head.columns, row: only.row, cells: only.cells };
}

/** Names of other organisations told where one's own is missing. */
const namesTold = 8;

/** The head with most of the mapping's columns, of its own sheet and row before others; it has the column of organisations. */
function headFor(sheets: readonly SheetRows[], mapping: Mapping): { readonly sheet: SheetRows; readonly head: Head } | null {
  let best: { sheet: SheetRows; head: Head; score: number } | null = null;
  for (const sheet of sheets)
    for (const at of sheet.rows.slice(0, rowsSearched).keys()) {
      const head = headAt(sheet.rows, at);
      const known = mapping.columns.filter(({ header }) => placeIn(head, header) >= 0).length;
      if (mapping.organisationColumn === "" ? known === 0 : placeIn(head, mapping.organisationColumn) < 0) continue;
      const score = known * 4 + (sheet.name === mapping.sheet ? 2 : 0) + (head.row === mapping.headerRow ? 1 : 0);
      if (!best || score > best.score) best = { sheet, head, score };
    }
  return best;
}

function placeIn({ columns }: Pick<Head, "columns">, header: string): number {
  return header === "" ? -1 : columns.findIndex((each) => plainHead(each) === plainHead(header));
}

/** Rows with the organisation's name or code; else those whose name ends with it: 许昌市莲城中等专业学校. */
function rowsNamed(data: SheetRows["rows"], at: number, names: ReadonlySet<string>): SheetRows["rows"] {
  const plain = [...names].map(plainHead);
  const named = (matches: (name: string) => boolean) => data.filter(({ cells }) => matches(plainHead(cells[at] ?? "")));
  const exactly = named((name) => plain.includes(name));
  return exactly.length > 0 ? exactly : named((name) => plain.some((each) => each.length > 3 && name.endsWith(each)));
}

/** Of a table of one organisation alone: its total, else its rows. */
function ownRows(data: SheetRows["rows"], mapping: Mapping, head: Head): SheetRows["rows"] {
  const places = mapping.columns.map(({ header }) => placeIn(head, header)).filter((at) => at >= 0);
  const filled = data.filter(({ cells }) => places.some((at) => /\d/.test(cells[at] ?? "")));
  const totals = filled.filter(({ cells }) => cells.some((cell) => /^(合计|总计|全校|本校)$/.test(plainHead(cell))));
  return totals.length > 0 ? totals : filled;
}

/** 120300册 is the number where the unit is the element's own. */
function withoutUnit(text: string, unit: string): string {
  return unit !== "" && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
}

/** A decimal text times a power of ten: only its point moves. */
function times(text: string, factor: "1" | "10000" | "0.0001"): string {
  if (factor === "1") return decimalText(text, 0);
  const product = multiply(exact(text), exact(factor));
  const moved = decimalText(text, factor === "10000" ? 4 : -4);
  if (!equals(exact(moved), product)) throw new Error(`${text} times ${factor} is not ${moved}`);
  return moved;
}

function decimalText(text: string, shift: number): string {
  const negative = text.startsWith("-");
  const [whole = "", part = ""] = text.replace(/^[+-]/, "").split(".");
  const digits = shift >= 0 ? whole + part.padEnd(shift, "0") : whole.padStart(-shift + 1, "0") + part;
  const point = shift >= 0 ? whole.length + shift : Math.max(whole.length, -shift + 1) + shift;
  const front = digits.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const back = digits.slice(point).replace(/0+$/, "");
  const plain = back === "" ? front : `${front}.${back}`;
  return negative && plain !== "0" ? `-${plain}` : plain;
}
