/** Import of a school's workbook against exceljs merely parsing the same file. */
import ExcelJS from "exceljs";
import { excelSpreadsheets as spreadsheets } from "../src/adapters/spreadsheet/spreadsheets.ts";
import { formCells } from "../src/adapters/spreadsheet/layout.ts";
import { knowledge } from "../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../src/core/definition/knowledge.ts";
import { isInForce } from "../src/core/definition/ledger.ts";
import type { FormCell, RegisterRow, ReturnDocument } from "../src/core/model/return.ts";
import type { Organisation } from "../src/core/model/organisation.ts";
import { median, timings } from "./measure.ts";

export interface ImportFigures {
  readonly bytes: number;
  readonly cells: number;
  readonly rows: number;
  /** Milliseconds, medians. */
  readonly ours: number;
  readonly exceljs: number;
  readonly ratio: number;
  readonly workbooksPerSecond: number;
}

const index = new KnowledgeIndex(knowledge);
const year = 2019;
const origin = { file: "", sheet: "", cell: "" };

/** A school's workbook of this catalog: every form cell filled, `rows` rows spread over its registers. */
export async function schoolWorkbook(rows: number): Promise<{ bytes: Uint8Array; cells: number; rows: number }> {
  const organisation: Organisation = { code: "411000-01", kind: "school", versions: [] };
  const owed = knowledge.ledgers.filter((ledger) => ledger.reportedBy.includes("school") && isInForce(ledger, year));
  const registers = owed.filter((ledger) => ledger.kind === "register");
  const share = Math.ceil(rows / registers.length);
  const forms: Record<string, Record<string, FormCell>> = {};
  const filled: Record<string, RegisterRow[]> = {};
  for (const ledger of owed)
    if (ledger.kind === "form")
      forms[ledger.code] = Object.fromEntries(
        formCells(index, ledger, year).map(({ key }, at) => [key, { status: "value" as const, value: String(37 * at + 11), origin }]),
      );
    else if (ledger.kind === "register")
      filled[ledger.code] = Array.from({ length: share }, (_, at) => ({
        id: `${ledger.code}:${at}`,
        values: Object.fromEntries(ledger.columns.map((column) => [column.code, sample(column, at)])),
        origin,
      }));
  const document: ReturnDocument = {
    organisation: organisation.code,
    year,
    catalog: "bench",
    forms,
    registers: filled,
    materials: [],
    explanations: {},
  };
  const cycle = {
    organisation: "411000",
    year,
    titleYear: year,
    dataPeriod: { kind: "calendarYear" as const, start: `${year}-01-01`, end: `${year}-12-31` },
    issuedOn: null,
    deadlines: {},
    outlines: { city: "", school: "" },
    catalog: "bench",
    sample: true,
  };
  const bytes = await spreadsheets.writeTemplate({
    index,
    catalog: "bench",
    organisation,
    organisationName: "示例职业学校",
    cycle,
    current: document,
    previous: document,
    sections: [],
  });
  return { bytes, cells: Object.values(forms).reduce((sum, form) => sum + Object.keys(form).length, 0), rows: share * registers.length };
}

function sample(column: { readonly type: string; readonly choices?: string; readonly pattern?: string }, at: number): string | null {
  if (column.pattern !== undefined) return null;
  switch (column.type) {
    case "integer":
      return String(at + 3);
    case "decimal":
      return `${at * 100}.5`;
    case "date":
      return `${year}-03-${String((at % 28) + 1).padStart(2, "0")}`;
    case "boolean":
      return at % 2 === 0 ? "true" : "false";
    case "choice":
      return index.dimensions.get(column.choices ?? "")?.members[at % 2]?.code ?? null;
    default:
      return `第${at + 1}项内容`;
  }
}

/** Medians over `runs` runs of each. */
export async function measureImport(runs = 15): Promise<ImportFigures> {
  const { bytes, cells, rows } = await schoolWorkbook(300);
  const ours = median(await timings(runs, () => spreadsheets.readWorkbook("school.xlsx", bytes, index, "bench")));
  const exceljs = median(await timings(runs, () => new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer)));
  return { bytes: bytes.length, cells, rows, ours, exceljs, ratio: exceljs / ours, workbooksPerSecond: 1000 / ours };
}
