/** Beside what is filed, what another office's export says: taking it is an edit like any other. */
import { measureLabel } from "../../core/checking/labels.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { cellKey } from "../../core/model/return.ts";
import { parseMembersKey } from "../../core/model/selection.ts";
import { equals, exact, isDecimalText, multiply } from "../../core/quantity/exact.ts";
import { findOrganisation } from "../organisations.ts";
import type { ImportProblem, SheetRows, Spreadsheets } from "../ports.ts";
import { refuse } from "../refusal.ts";
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
      const at = found.header.indexOf(column.header);
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
      const text = (found.cells[at] ?? "").normalize("NFKC").replaceAll(/[\s,]/g, "");
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
  const headerIn = (sheet: SheetRows) => sheet.rows.find(({ cells }) => cells.includes(mapping.organisationColumn));
  const sheet = sheets.find((each) => each.name === mapping.sheet && headerIn(each)) ?? sheets.find((each) => headerIn(each));
  const header =
    sheet &&
    (sheet.rows.find(({ row, cells }) => row === mapping.headerRow && cells.includes(mapping.organisationColumn)) ?? headerIn(sheet));
  const wrong = (code: string, zh: string, en: string, found: string, expected: string): Found => ({
    problem: { file, sheet: sheet?.name ?? "", cell: "", severity: "refusal", code, message: { zh, en }, found, expected },
  });
  if (!sheet || !header)
    return wrong(
      "header-missing",
      `没有找到含“${mapping.organisationColumn}”的表头`,
      `no header with ${mapping.organisationColumn}`,
      sheets.map((each) => each.name).join("、"),
      mapping.organisationColumn,
    );
  const at = header.cells.indexOf(mapping.organisationColumn);
  const rows = sheet.rows.filter(({ row, cells }) => row > header.row && names.has((cells[at] ?? "").trim()));
  const [only] = rows;
  if (!only)
    return wrong("organisation-missing", "表中没有这个单位", "the table has no row of this organisation", "", [...names].join(" / "));
  if (rows.length > 1) {
    const numbers = rows.map(({ row }) => row).join("、");
    return wrong(
      "organisation-repeated",
      `这个单位有 ${rows.length} 行：第 ${numbers} 行`,
      `several rows of this organisation: ${numbers}`,
      numbers,
      "一行",
    );
  }
  return { sheet: sheet.name, header: header.cells, row: only.row, cells: only.cells };
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

function columnName(column: number): string {
  return (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}
