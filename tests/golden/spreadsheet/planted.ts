/** One planted error of each kind, put into the clean twin with another program than the one that wrote it. */
import ExcelJS from "exceljs";
import type { Code } from "../../../src/adapters/spreadsheet/remark.ts";

export interface Plant {
  readonly sheet: string;
  readonly cell: string;
  readonly code: Code;
  readonly plant: (workbook: ExcelJS.Workbook) => void;
}

const [form, register, material] = ["教职工表", "培训台账", "章节素材"];

function value(sheet: string, cell: string, code: Code, content: ExcelJS.CellValue, format?: string): Plant {
  return {
    sheet,
    cell,
    code,
    plant: (workbook) => {
      const target = workbook.getWorksheet(sheet)!.getCell(cell);
      target.value = content;
      if (format !== undefined) target.style = { ...target.style, numFmt: format };
    },
  };
}

/** A row at the foot of the form with its hidden token. */
function row(cell: string, code: Code, token: string, label: string): Plant {
  const number = /\d+$/.exec(cell)![0];
  return {
    sheet: form!,
    cell,
    code,
    plant: (workbook) => {
      const sheet = workbook.getWorksheet(form!)!;
      if (token !== "") sheet.getCell(`A${number}`).value = token;
      sheet.getCell(`C${number}`).value = label;
      sheet.getCell(cell).value = 5;
    },
  };
}

function addSheet(name: string, code: Code, cells: Readonly<Record<string, string>>): Plant {
  return {
    sheet: name,
    cell: "",
    code,
    plant: (workbook) => {
      const sheet = workbook.addWorksheet(name);
      for (const [cell, content] of Object.entries(cells)) sheet.getCell(cell).value = content;
    },
  };
}

export const plants: readonly Plant[] = [
  value(form!, "F6", "not-a-number", "若干"),
  value(form!, "F7", "too-many-decimals", 101.2345),
  value(form!, "F14", "approximate", "约300"),
  value(form!, "H14", "percent-for-count", 0.5, "0%"),
  value(form!, "J14", "date-for-number", new Date(Date.UTC(2019, 2, 5)), "m月d日"),
  value(form!, "F15", "negative-count", -3),
  value(form!, "H15", "fractional-count", 2.5),
  value(form!, "J15", "unit-mismatch", "30台"),
  value(form!, "F19", "formula-without-value", { formula: 'IF(E19>0,"","")' }),
  value(form!, "F25", "error-value", { error: "#REF!" }),
  value(form!, "H25", "number-too-large", 3e15),
  {
    sheet: form!,
    cell: "F26",
    code: "merged-cells",
    plant: (workbook) => workbook.getWorksheet(form!)!.mergeCells("F26:F27"),
  },
  row("F40", "duplicate-cell", "#grade=g1", "一年级"),
  row("F41", "unknown-member", "#grade=g9", "九年级"),
  row("F42", "unknown-element", "sample.nothing#", "没有的项"),
  row("F43", "unknown-row", "", "自己加的一行"),
  value(register!, "B7", "required-blank", null),
  value(register!, "C8", "unknown-choice", "瑜伽培训"),
  value(register!, "D9", "not-a-date", "春天"),
  value(register!, "D10", "impossible-date", "2019-02-30"),
  value(register!, "D11", "incomplete-date", "2019年5月"),
  value(register!, "G12", "not-boolean", "也许"),
  value(register!, "H13", "pattern-mismatch", "12345"),
  {
    sheet: register!,
    cell: "B15",
    code: "duplicate-row",
    plant: (workbook) => {
      const sheet = workbook.getWorksheet(register!)!;
      for (const column of ["B", "D"]) sheet.getCell(`${column}15`).value = sheet.getCell(`${column}14`).value;
    },
  },
  value(register!, "B16", "text-too-long", "长".repeat(1001)),
  value(register!, "E17", "percent-for-count", "12%"),
  value(register!, "I18", "unknown-column", "备注"),
  value(register!, "B21", "total-row", "合计"),
  value(material!, "B7", "unknown-section", "第九章 没有的章"),
  addSheet("随手记", "unknown-sheet", { A1: "别忘了" }),
  addSheet("教职工表 (2)", "duplicate-sheet", { A1: "zhibao:sample.staff", B1: "教职工表" }),
  addSheet("市级表", "ledger-not-owed", { A1: "zhibao:sample.city", F5: "3" }),
  addSheet("旧表", "ledger-not-in-force", { A1: "zhibao:sample.old", F5: "3" }),
];

/** The workbook after a change by another program. */
export async function edit(bytes: Uint8Array, change: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  change(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
