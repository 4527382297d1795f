/** A school's workbook with slips in certain cells, as a clerk would hand it in. */
import { workbookRequests } from "../../../demo/xuchang/workbooks.ts";
import { excelSpreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import type { ReturnDocument } from "../../../src/core/model/return.ts";
import { catalog, index } from "../../server/fixture.ts";

/** `change` gets what the school would hand in, and says what stands in the file. */
export async function problemWorkbook(organisation: string, change: (document: ReturnDocument) => ReturnDocument): Promise<Buffer> {
  const found = workbookRequests(index, catalog).find(({ document }) => document.organisation === organisation && document.year === 2019);
  if (!found) throw new Error(`the demo has no workbook of ${organisation}`);
  return Buffer.from(await excelSpreadsheets.writeTemplate({ ...found.request, current: change(found.document) }));
}
