/** Reads a workbook that came back: everything that is wrong with it in one pass, and what it says. */
import type { ParsedWorkbook } from "../../../app/ports.ts";
import type { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import { isInForce, type Ledger } from "../../../core/definition/ledger.ts";
import type { FormCell, Material, RegisterRow } from "../../../core/model/return.ts";
import { plain } from "../labels.ts";
import { parseLedgerMark, sheetNames } from "../template/marks.ts";
import type { RawSheet } from "../xlsx/raw.ts";
import { readRaw } from "../xlsx/read-raw.ts";
import { type Identity, readIdentity } from "./identity.ts";
import { Problems } from "./problems.ts";
import { readForm } from "./read-form.ts";
import { readMaterials, readRegister } from "./read-register.ts";
import { isFilled, type SheetView } from "./sheet-view.ts";

export function readWorkbook(file: string, bytes: Uint8Array, index: KnowledgeIndex, catalog: string): ParsedWorkbook {
  const problems = new Problems(file);
  const workbook = readRaw(bytes);
  if (typeof workbook === "string") {
    problems.add(workbook, {}, { sheet: "", cell: "" }, file);
    return { file, organisation: null, year: null, document: null, problems: problems.list };
  }
  const identity = readIdentity(workbook, problems);
  if (!identity) return { file, organisation: null, year: null, document: null, problems: problems.list };
  if (identity.catalog !== "" && identity.catalog !== catalog)
    problems.add("catalog-differs", {}, { sheet: "", cell: "" }, identity.catalog);
  const forms: Record<string, Record<string, FormCell>> = {};
  const registers: Record<string, RegisterRow[]> = {};
  const materials: Material[] = [];
  const seen = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    const place = { sheet: sheet.name, cell: "" };
    if (isOurs(sheet)) continue;
    const recognised = recognise(sheet, index, identity);
    if (!recognised) {
      const filled = sheet.rows.flatMap((row) => row.cells).find(isFilled);
      if (filled) problems.add("unknown-sheet", {}, place, sheet.name);
      continue;
    }
    const { ledger, tokenColumn } = recognised;
    const other = seen.get(ledger.code);
    if (other !== undefined) {
      problems.add("duplicate-sheet", { ledger: ledger.zh, other }, place, sheet.name);
      continue;
    }
    seen.set(ledger.code, sheet.name);
    problems.locate(place, { ledger: ledger.code });
    const places = identity.places.get(ledger.code);
    if (plain(sheet.name) !== plain(places?.sheet ?? ledger.zh)) problems.add("sheet-renamed", { ledger: ledger.zh }, place, sheet.name);
    if (!isInForce(ledger, identity.year)) {
      problems.add("ledger-not-in-force", { ledger: ledger.zh, year: String(identity.year) }, place, sheet.name);
      continue;
    }
    if (identity.kind !== "" && !(ledger.reportedBy as readonly string[]).includes(identity.kind)) {
      problems.add("ledger-not-owed", { ledger: ledger.zh }, place, sheet.name);
      continue;
    }
    const view: SheetView = { file, sheet, index, year: identity.year, from1904: workbook.from1904, tokenColumn, places, problems };
    if (ledger.kind === "form") {
      const cells = readForm(view, ledger);
      if (cells) forms[ledger.code] = cells;
    } else if (ledger.kind === "register") {
      const rows = readRegister(view, ledger);
      if (rows) registers[ledger.code] = rows;
    } else materials.push(...(readMaterials(view, ledger, identity.sections) ?? []));
  }
  const document = problems.refused
    ? null
    : { organisation: identity.organisation, year: identity.year, catalog, forms, registers, materials, explanations: {} };
  return { file, organisation: identity.organisation, year: identity.year, document, problems: problems.list };
}

function isOurs(sheet: RawSheet): boolean {
  return Object.values(sheetNames).some((name) => plain(name) === plain(sheet.name)) || sheet.rows[0]?.cells[0]?.text === "zhibao";
}

/** The ledger of a sheet: by its hidden mark, by the name that the template gave it, or by the ledger's name. */
function recognise(sheet: RawSheet, index: KnowledgeIndex, identity: Identity): { ledger: Ledger; tokenColumn: number } | null {
  for (const row of sheet.rows.slice(0, 5))
    for (const cell of row.cells) {
      const ledger = index.ledgers.get(parseLedgerMark(cell.text) ?? "");
      if (ledger) return { ledger, tokenColumn: cell.column };
    }
  const name = plain(sheet.name);
  const named = [...identity.places].find(([, places]) => plain(places.sheet) === name)?.[0];
  const titles = sheet.rows.slice(0, 3).flatMap((row) => row.cells.map((cell) => plain(cell.text)));
  const candidates = index.knowledge.ledgers.filter(
    (each) => isInForce(each, identity.year) && (identity.kind === "" || (each.reportedBy as readonly string[]).includes(identity.kind)),
  );
  const ledger =
    index.ledgers.get(named ?? "") ??
    candidates.find((each) => plain(each.zh) === name) ??
    candidates.find((each) => titles.includes(plain(each.zh)));
  return ledger ? { ledger, tokenColumn: -1 } : null;
}
