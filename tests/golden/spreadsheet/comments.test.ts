/** The copy with problems as notes is the same workbook otherwise, and opens elsewhere with all its notes. */
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { excelSpreadsheets as spreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import type { ImportProblem } from "../../../src/app/ports.ts";
import { cleanReturn } from "./clean-return.ts";
import { convert, hasOffice } from "./office.ts";
import { edit, plants } from "./planted.ts";
import { catalog, index, request } from "./small-city.ts";

let sent: Uint8Array;
let problems: readonly ImportProblem[];
let copy: Uint8Array;
beforeAll(async () => {
  const clean = await spreadsheets.writeTemplate(request(cleanReturn));
  sent = await edit(clean, (workbook) => plants.forEach((each) => each.plant(workbook)));
  problems = (await spreadsheets.readWorkbook("a.xlsx", sent, index, catalog)).problems;
  copy = await spreadsheets.commentProblems(sent, problems);
});

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** Text of a cell's note. */
function noteOf(workbook: ExcelJS.Workbook, sheet: string, cell: string): string {
  const note = workbook.getWorksheet(sheet)!.getCell(cell).note as string | { texts?: { text: string }[] } | undefined;
  return typeof note === "string" ? note : (note?.texts ?? []).map((each) => each.text).join("");
}

function expectNotes(workbook: ExcelJS.Workbook): void {
  for (const problem of problems)
    expect(noteOf(workbook, problem.sheet, problem.cell || (problem.sheet === "教职工表" ? "B1" : "A1"))).toContain(problem.message.zh);
}

describe("a commented copy", () => {
  it("has a note with the message at every problem's cell", async () => expectNotes(await load(copy)));

  it("keeps the notes that were there", async () => {
    const workbook = await load(copy);
    expect(noteOf(workbook, "教职工表", "C6")).toBe("在册的全部教职工。");
    const again = await load(
      await spreadsheets.commentProblems(copy, [
        { ...problems[0]!, sheet: "教职工表", cell: "C6", message: { zh: "又一条", en: "one more" } },
      ]),
    );
    expect(noteOf(again, "教职工表", "C6")).toMatch(/^在册的全部教职工。\n【须改正】又一条/);
  });

  it("changes no part but notes, drawings, styles and the format of red cells", () => {
    const before = unzipSync(sent);
    const after = unzipSync(copy);
    const bare = (xml: string): string =>
      xml
        .replace(/ s="\d+"/g, "")
        .replace(/<legacyDrawing[^>]*>/, "")
        .replace(/<c r="[A-Z]+\d+"\/>/g, "");
    for (const [name, part] of Object.entries(before)) {
      if (/worksheets\/sheet\d+\.xml$/.test(name)) expect(bare(strFromU8(after[name]!))).toBe(bare(strFromU8(part)));
      else if (!/comments|vmlDrawing|styles\.xml|\.rels$|Content_Types/.test(name)) expect(after[name]).toEqual(part);
    }
  });

  it("says the same when it is read again", async () => {
    expect((await spreadsheets.readWorkbook("a.xlsx", copy, index, catalog)).problems).toEqual(problems);
  });

  it("paints the cells that must be corrected red", async () => {
    const workbook = await load(copy);
    const fill = workbook.getWorksheet("教职工表")!.getCell("F6").fill as ExcelJS.FillPattern;
    expect(fill.fgColor?.argb).toBe("FFFFC7CE");
    expect((workbook.getWorksheet("教职工表")!.getCell("F36").fill as ExcelJS.FillPattern).fgColor?.argb).not.toBe("FFFFC7CE");
    expect(workbook.getWorksheet("教职工表")!.getCell("F6").protection?.locked).toBe(false);
  });

  it.skipIf(!hasOffice)("opens in LibreOffice with all notes, also when LibreOffice wrote the workbook", async () => {
    expectNotes(await load(convert(copy, "xlsx")));
    expectNotes(await load(await spreadsheets.commentProblems(convert(sent, "xlsx"), problems)));
  });

  it("is the file itself when that is no workbook", async () => {
    const text = new TextEncoder().encode("姓名,人数");
    expect(await spreadsheets.commentProblems(text, problems)).toBe(text);
  });
});
