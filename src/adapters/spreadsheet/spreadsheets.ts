/** The application's port for spreadsheets, on .xlsx files. */
import type { Spreadsheets } from "../../app/ports.ts";
import { commentProblems } from "./comments/comment-problems.ts";
import { readWorkbook } from "./reading/read-workbook.ts";
import { readSheets } from "./sheets.ts";
import { readTable, writeTable } from "./table.ts";
import { writeTemplate } from "./template/write-template.ts";

export const excelSpreadsheets: Spreadsheets = {
  writeTemplate,
  readWorkbook: async (file, bytes, index, catalog) => readWorkbook(file, bytes, index, catalog),
  commentProblems: async (bytes, problems) => commentProblems(bytes, problems),
  writeTable,
  readTable: async (bytes) => readTable(bytes),
  readSheets: async (bytes) => readSheets(bytes),
};
