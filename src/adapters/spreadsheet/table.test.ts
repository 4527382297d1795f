/** Tables keep numbers as numbers and read back as text. */
import { describe, expect, it } from "vitest";
import { readRaw } from "./xlsx/read-raw.ts";
import { readTable, WorkbookError, writeTable } from "./table.ts";

const text = (value: string) => ({ text: value, numeric: false });
const number = (value: string) => ({ text: value, numeric: true });

describe("tables", () => {
  const sheets = [
    {
      name: "教师/学校填报",
      header: [["数据项", "单位", "合计", "一校"]],
      rows: [
        [text("专任教师"), text("人"), number("1941"), number("120.5")],
        [text("合计"), text(""), number("12345678901234567890"), text("—")],
      ],
      frozenColumns: 2,
    },
    { name: "教师/学校填报", header: [["空"]], rows: [], frozenColumns: 0 },
  ];

  it("reads back what was written, numbers as plain decimals", async () => {
    expect(readTable(await writeTable(sheets))).toEqual([
      ["数据项", "单位", "合计", "一校"],
      ["专任教师", "人", "1941", "120.5"],
      ["合计", "", "12345678901234567890", "—"],
    ]);
  });

  it("stores numbers as numbers unless they have more digits than a spreadsheet keeps", async () => {
    const workbook = readRaw(await writeTable(sheets));
    if (typeof workbook === "string") throw new Error(workbook);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["教师、学校填报", "教师、学校填报(2)"]);
    expect(workbook.sheets[0]!.rows[1]!.cells.map((cell) => cell.kind)).toEqual(["text", "text", "number", "number"]);
    expect(workbook.sheets[0]!.rows[2]!.cells[1]!.kind).toBe("text");
  });

  it("throws a sentence for people when the bytes are no workbook", () => {
    expect(() => readTable(new Uint8Array([1, 2, 3]))).toThrow(WorkbookError);
  });
});
