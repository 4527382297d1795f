/** The hidden sheet that says whose workbook this is and where the template had each cell and column. */
import type { TemplateRequest } from "../../../app/ports.ts";
import { Canvas } from "./canvas.ts";
import type { PlacedCell } from "./form-sheet.ts";
import { caseSection, sheetNames, templateVersion } from "./marks.ts";

export interface PlacedLedger {
  readonly ledger: string;
  readonly sheet: string;
  readonly cells: readonly PlacedCell[];
  readonly columns: Readonly<Record<string, string>>;
}

export function identitySheet(request: TemplateRequest, placed: readonly PlacedLedger[]): Canvas {
  const canvas = new Canvas(sheetNames.identity, { hidden: true });
  let row = 0;
  const line = (...values: readonly string[]): void => {
    values.forEach((value, column) => canvas.put(row, column, value));
    row += 1;
  };
  line("zhibao", templateVersion);
  line("organisation", request.organisation.code, request.organisationName, request.organisation.kind);
  line("year", String(request.cycle.year));
  line("catalog", request.catalog);
  for (const section of [...request.sections, caseSection]) line("section", section.code, section.title);
  for (const { ledger, sheet, cells, columns } of placed) {
    line("ledger", ledger, sheet);
    for (const [column, letter] of Object.entries(columns)) line("column", column, letter);
    for (const { key, cell } of cells) line("cell", key, cell);
  }
  return canvas;
}
