/** The workbook that organisations get: what is open, what is locked, what is offered, as another program sees it. */
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { excelSpreadsheets as spreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import { cleanReturn } from "./clean-return.ts";
import { convert, hasOffice } from "./office.ts";
import { index, request } from "./small-city.ts";

let workbook: ExcelJS.Workbook;
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await spreadsheets.writeTemplate(request(cleanReturn, { previous: { ...cleanReturn, year: 2018 } }));
  workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
});

const sheet = (name: string): ExcelJS.Worksheet => workbook.getWorksheet(name)!;

/** Sheet names of an organisation's workbook. */
async function sheetsFor(kind: "school" | "city", year: number): Promise<string[]> {
  const base = request(null);
  const other = new ExcelJS.Workbook();
  await other.xlsx.load(
    (
      await spreadsheets.writeTemplate({ ...base, index, organisation: { ...base.organisation, kind }, cycle: { ...base.cycle, year } })
    ).slice().buffer,
  );
  return other.worksheets.map((each) => each.name);
}

describe("a template", () => {
  it("has a sheet for each ledger that the organisation owes in that year", async () => {
    expect(await sheetsFor("school", 2019)).toEqual(["填报说明", "教职工表", "图书馆表", "培训台账", "章节素材", "_选项", "_标识"]);
    expect(await sheetsFor("school", 2009)).toContain("旧表");
    expect(await sheetsFor("city", 2019)).toEqual(["填报说明", "培训台账", "市级表", "_选项", "_标识"]);
  });

  it("tells on its first sheet whose it is and what is to be filled", () => {
    const texts = sheet("填报说明").getSheetValues().flat().map(String);
    for (const text of ["示例职业学校", "411000-01", "2019", "2020-02-28", "22 格"]) expect(texts).toContain(text);
  });

  it("opens the cells to be filled and locks the others, without a password", () => {
    const form = sheet("教职工表");
    expect(form.getCell("F6").protection?.locked).toBe(false);
    for (const cell of ["C6", "E6", "K14", "F5"]) expect(form.getCell(cell).protection?.locked ?? true).toBe(true);
    const register = sheet("培训台账");
    expect(register.getColumn(3).style.protection?.locked).toBe(false);
    expect(register.getCell("B6").protection?.locked ?? true).toBe(true);
  });

  it("shows last year beside each cell and totals as formulas with their value", () => {
    const form = sheet("教职工表");
    expect([form.getCell("E6").value, form.getCell("F6").value]).toEqual([100, 100]);
    expect(form.getCell("L14").value).toEqual({ formula: 'IF(COUNT(F14,H14,J14)=0,"",SUM(F14,H14,J14))', result: 312 });
    expect(form.getCell("J28").value).toMatchObject({ result: 675 });
  });

  it("offers choices, checks types and explains", () => {
    const register = sheet("培训台账");
    expect(register.getCell("C300").dataValidation).toMatchObject({ type: "list", formulae: ["'_选项'!$A$2:$A$3"] });
    expect(register.getCell("D300").dataValidation.type).toBe("date");
    expect(register.getCell("E300").dataValidation).toMatchObject({ type: "whole", operator: "greaterThanOrEqual" });
    expect(register.getCell("G300").dataValidation.type).toBe("list");
    expect(sheet("教职工表").getCell("F6").dataValidation.formulae[0]).toContain("F6=INT(F6)");
    expect(JSON.stringify(sheet("教职工表").getCell("C6").note)).toContain("在册的全部教职工");
    expect(sheet("_选项").getSheetValues().flat()).toEqual(expect.arrayContaining(["职业技能培训", "新型职业农民培训", "是", "否"]));
  });

  it("freezes heads and prints on A4 landscape", () => {
    expect(sheet("培训台账").views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 6 });
    expect(sheet("教职工表").pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1 });
    expect([sheet("_标识").state, sheet("_选项").state]).toEqual(["hidden", "hidden"]);
    expect(sheet("教职工表").getColumn(1).hidden).toBe(true);
  });

  it.skipIf(!hasOffice)("recalculates to the same totals in LibreOffice", async () => {
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.load(new Uint8Array(convert(bytes, "xlsx")).buffer);
    expect(saved.getWorksheet("教职工表")!.getCell("J28").result).toBe(675);
    expect(saved.getWorksheet("培训台账")!.getCell("C300").dataValidation.type).toBe("list");
    expect(saved.getWorksheet("培训台账")!.actualRowCount).toBeLessThan(60);
  });
});
