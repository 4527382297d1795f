/** What people do to a workbook without meaning harm is read all the same, and said where it was more than a spelling. */
import type ExcelJS from "exceljs";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { excelSpreadsheets as spreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import type { ParsedWorkbook } from "../../../src/app/ports.ts";
import { cleanReturn } from "./clean-return.ts";
import { edit } from "./planted.ts";
import { catalog, index, request, withoutOrigins } from "./small-city.ts";

let clean: Uint8Array;
beforeAll(async () => {
  clean = await spreadsheets.writeTemplate(request(cleanReturn));
});

async function readEdited(change: (workbook: ExcelJS.Workbook) => void): Promise<ParsedWorkbook> {
  return spreadsheets.readWorkbook("a.xlsx", await edit(clean, change), index, catalog);
}

const [form, register, material] = ["教职工表", "培训台账", "章节素材"] as const;
const codes = (parsed: ParsedWorkbook): string[] =>
  parsed.problems.map(
    ({ severity, sheet, cell, code }) => `${severity === "note" ? "" : "!"}${[sheet, cell, code].filter((part) => part !== "").join(" ")}`,
  );
const same = (parsed: ParsedWorkbook): void => expect(withoutOrigins(parsed.document)).toEqual(withoutOrigins(cleanReturn));

describe("values", () => {
  it("reads numbers as text, full-width digits, separators and blanks without a word", async () => {
    const parsed = await readEdited((workbook) => {
      const sheet = workbook.getWorksheet(form)!;
      for (const [cell, text] of [
        ["F6", " 1,234 "],
        ["F7", "１２３．５"],
        ["F14", "\u00a012 345"],
        ["H14", "7"],
        ["J14", "０"],
      ] as const)
        sheet.getCell(cell).value = text;
      sheet.getCell("F25").value = { formula: "100+11", result: 111 };
    });
    expect(codes(parsed)).toEqual([]);
    const cells = parsed.document!.forms["sample.staff"]!;
    expect(
      [
        "sample.staffTotal",
        "sample.funds",
        "sample.byEducation#education=master",
        "sample.byEducation#education=bachelor",
        "sample.byEducation#education=other",
        "sample.enrolled#gender=male|grade=g1",
      ].map((key) => cells[key]?.value),
    ).toEqual(["1234", "123.5", "12345", "7", "0", "111"]);
  });

  it("tells blank, zero and not applicable apart", async () => {
    const parsed = await readEdited((workbook) =>
      ["—", "－", "/", "不适用", "——", null, 0].forEach(
        (value, at) => (workbook.getWorksheet(form)!.getCell(["F6", "F7", "F14", "H14", "J14", "F15", "H15"][at]!).value = value),
      ),
    );
    const cells = parsed.document!.forms["sample.staff"]!;
    const keys = [
      "sample.staffTotal",
      "sample.funds",
      ...["byEducation", "partTimeByEducation"].flatMap((name) =>
        ["master", "bachelor", "other"].map((member) => `sample.${name}#education=${member}`),
      ),
    ].slice(0, 7);
    expect(keys.map((key) => cells[key]!.status)).toEqual([...Array.from({ length: 5 }, () => "notApplicable"), "missing", "value"]);
  });

  it("converts units and says so", async () => {
    const parsed = await readEdited((workbook) => {
      const sheet = workbook.getWorksheet(form)!;
      sheet.getCell("F6").value = "30人";
      sheet.getCell("F7").value = "12.5万元";
      sheet.getCell("F8").style = { ...sheet.getCell("F8").style, numFmt: "0.0%" };
      sheet.getCell("F8").value = 0.955;
    });
    expect(codes(parsed)).toEqual([`${form} F6 unit-suffix`, `${form} F7 unit-converted`, `${form} F8 percent-cell`]);
    expect(parsed.problems[1]!.message.zh).toBe("“培训经费”由“12.5万元”换算为 125000元");
    const cells = parsed.document!.forms["sample.staff"]!;
    expect([cells["sample.staffTotal"]?.value, cells["sample.funds"]?.value, cells["sample.satisfaction"]?.value]).toEqual([
      "30",
      "125000",
      "95.5",
    ]);
  });

  it("knows choices by alias, dates in several spellings and several ways to say yes", async () => {
    const parsed = await readEdited((workbook) => {
      const sheet = workbook.getWorksheet(register)!;
      for (const [cell, text] of [
        ["C7", "技能培训"],
        ["C8", "2、新型职业农民培训"],
        ["D7", "2019.3.1"],
        ["D8", "2019年3月2日"],
        ["D9", "20190303"],
        ["D10", 43528],
        ["D11", "2019-03-05"],
        ["G7", "√"],
        ["G8", true],
        ["H7", " ９１411000MA3X4Y5Z6A "],
      ] as const) {
        sheet.getCell(cell).style = { ...sheet.getCell(cell).style, numFmt: "General" };
        sheet.getCell(cell).value = text;
      }
    });
    expect(codes(parsed)).toEqual(
      [
        "C7 choice-alias",
        "D7 date-spelling",
        "G7 boolean-spelling",
        "C8 choice-alias",
        "D8 date-spelling",
        "D9 date-spelling",
        "D10 date-spelling",
      ].map((code) => `${register} ${code}`),
    );
    same(parsed);
  });
});

describe("places", () => {
  it("follows renamed sheets, moved rows and renamed labels by the hidden marks", async () => {
    const parsed = await readEdited((workbook) => {
      const sheet = workbook.getWorksheet(form)!;
      sheet.name = "我校教职工";
      sheet.getCell("C6").value = "全体教职工数";
      const [seventh, eighth] = [7, 8].map((number) => [1, 2, 3, 4, 5, 6].map((column) => sheet.getCell(number, column).value));
      [seventh, eighth].forEach((values, at) => values!.forEach((value, column) => (sheet.getCell(8 - at, column + 1).value = value)));
    });
    expect(codes(parsed)).toEqual(["我校教职工 sheet-renamed", "我校教职工 C6 row-renamed", "我校教职工 F7 moved"]);
    same(parsed);
  });

  it("reads forms by their labels when hidden rows and columns are gone", async () => {
    const parsed = await readEdited((workbook) => {
      const sheet = workbook.getWorksheet(form)!;
      sheet.eachRow((row) => (row.getCell(1).value = null));
      for (const row of [4, 11, 17, 22, 31]) sheet.getRow(row).values = [];
      sheet.getCell("C6").value = "教职工总数";
    });
    expect(codes(parsed)).toEqual([]);
    same(parsed);
  });

  it("finds register columns by label, alias and hidden code, in any order", async () => {
    const parsed = await readEdited((workbook) => {
      const sheet = workbook.getWorksheet(register)!;
      for (let row = 4; row <= 20; row += 1) {
        const [second, third] = [sheet.getCell(row, 2).value, sheet.getCell(row, 3).value];
        sheet.getCell(row, 2).value = third;
        sheet.getCell(row, 3).value = second;
      }
      sheet.getCell("C6").value = "项目名称";
      sheet.getCell("E6").value = "来了多少人次";
    });
    expect(codes(parsed)).toEqual([
      `${register} B6 column-moved`,
      `${register} C6 column-renamed`,
      `${register} C6 column-moved`,
      `${register} E6 column-renamed`,
    ]);
    same(parsed);
  });

  it("reads a register without its hidden rows and columns, with ids from natural keys", async () => {
    const parsed = await readEdited((workbook) => {
      const sheet = workbook.getWorksheet(register)!;
      sheet.eachRow((row) => (row.getCell(1).value = null));
      sheet.getRow(4).values = [];
    });
    expect(codes(parsed)).toEqual([]);
    same(parsed);
  });

  it("leaves ledgers alone whose sheets were deleted, and takes identity from the front sheet", async () => {
    const parsed = await readEdited((workbook) =>
      [form, material, "_标识", "_选项"].forEach((name) => workbook.removeWorksheet(workbook.getWorksheet(name)!.id)),
    );
    expect(codes(parsed)).toEqual(["填报说明 identity-from-front"]);
    expect(Object.keys(parsed.document!.forms)).toEqual(["sample.library"]);
    expect(parsed.document).toMatchObject({ organisation: "411000-01", year: 2019, materials: [] });
  });

  it("tells none this year from not filled in", async () => {
    const empty = { ...cleanReturn, registers: { "sample.trainings": [] } };
    const none = await spreadsheets.readWorkbook("a.xlsx", await spreadsheets.writeTemplate(request(empty)), index, catalog);
    expect(none.document?.registers).toEqual({ "sample.trainings": [] });
    const unfilled = await spreadsheets.readWorkbook(
      "a.xlsx",
      await spreadsheets.writeTemplate(request({ ...cleanReturn, registers: {} })),
      index,
      catalog,
    );
    expect(unfilled.document?.registers).toEqual({});
    expect(codes(unfilled)).toEqual([`${register} none-not-stated`]);
    expect(codes(await readEdited((workbook) => (workbook.getWorksheet(register)!.getCell("H2").value = "本年度无")))).toEqual([
      `!${register} H2 none-but-rows`,
    ]);
  });

  it("gives a copied row an id of its own, the same at every import", async () => {
    const change = (workbook: ExcelJS.Workbook): void => {
      const sheet = workbook.getWorksheet(register)!;
      for (let column = 1; column <= 8; column += 1) sheet.getCell(21, column).value = sheet.getCell(20, column).value;
      sheet.getCell("B21").value = "另一期";
    };
    const ids = (await readEdited(change)).document!.registers["sample.trainings"]!.map((row) => row.id);
    expect(ids.at(-1)).toBe("sample.trainings:另一期|2019-03-14");
    expect(new Set(ids).size).toBe(15);
    expect((await readEdited(change)).document!.registers["sample.trainings"]!.map((row) => row.id)).toEqual(ids);
  });
});

describe("whose workbook it is", () => {
  const refusals = async (change: (workbook: ExcelJS.Workbook) => void): Promise<string[]> =>
    codes(await readEdited(change)).filter((code) => code.startsWith("!"));

  it("refuses a borrowed, nameless or timeless workbook", async () => {
    expect(await refusals((workbook) => (workbook.getWorksheet("填报说明")!.getCell("C3").value = "411000-02"))).toEqual([
      "!填报说明 C3 identity-conflict",
    ]);
    expect(
      await refusals((workbook) => ["填报说明", "_标识"].forEach((name) => workbook.removeWorksheet(workbook.getWorksheet(name)!.id))),
    ).toEqual(["!identity-missing"]);
    expect(
      await refusals((workbook) => {
        workbook.removeWorksheet(workbook.getWorksheet("_标识")!.id);
        workbook.getWorksheet("填报说明")!.getCell("C3").value = "某校";
        workbook.getWorksheet("填报说明")!.getCell("C4").value = "去年";
      }),
    ).toEqual(["!填报说明 organisation-invalid", "!填报说明 year-invalid"]);
  });

  it("refuses files that are no .xlsx workbook with one line", async () => {
    const foreign = zipSync({ "[Content_Types].xml": new Uint8Array(10), "xl/worksheets/sheet1.xml": new Uint8Array(10) });
    // The directory of the bomb says that its sheet unpacks to a gigabyte.
    const bomb = Buffer.from(foreign);
    bomb.writeUInt32LE(1 << 30, bomb.lastIndexOf(Buffer.from("PK\u0001\u0002")) + 24);
    const ole = new Uint8Array(2048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0]);
    const encrypted = ole.slice();
    encrypted.set(Buffer.from("EncryptedPackage", "utf16le"), 1024);
    const files: readonly (readonly [string, Uint8Array])[] = [
      ["no-workbook", new TextEncoder().encode("姓名,人数\n甲,3")],
      ["no-workbook", foreign],
      ["old-format", ole],
      ["encrypted", encrypted],
      ["broken", clean.slice(0, clean.length >> 1)],
      ["too-large", bomb],
      ["no-workbook", new Uint8Array()],
    ];
    for (const [code, bytes] of files) {
      const parsed = await spreadsheets.readWorkbook("x.xlsx", bytes, index, catalog);
      expect(codes(parsed)).toEqual([`!${code}`]);
      expect(parsed.document).toBeNull();
    }
  });
});
