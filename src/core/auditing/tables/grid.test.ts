/** A table becomes a grid: its header rows, the columns that label, and the cells that hold one figure alone. */
import { describe, expect, it } from "vitest";
import type { Block, Document } from "../document.ts";
import { tableReport } from "../fixture.ts";
import { scanQuantities } from "../scan/scan.ts";
import { type Grid, gridOf } from "./grid.ts";

type Table = Extract<Block, { kind: "table" }>;

function grid(document: Document, change: (table: Table) => Table = (table) => table): Grid | null {
  const table = change(document.blocks.find((block) => block.kind === "table")!);
  const { quantities } = scanQuantities(document.text);
  return gridOf(document, table, quantities, 0);
}

const figures = (found: Grid): (boolean | null)[][] => found.rows.map((row) => row.map((cell) => cell && cell.figure !== null));

describe("grid", () => {
  it("has its head, its labels and its figures", () => {
    const found = grid(tableReport(["学校 | 类别 | 在校生", "甲校 | 公办 | 1000人", "乙校 | 民办 | 500人"]))!;
    expect([found.head, found.stub, found.headers, found.labels.slice(1)]).toEqual([
      1,
      2,
      ["学校", "类别", "在校生"],
      ["甲校公办", "乙校民办"],
    ]);
    expect(figures(found)).toEqual([
      [false, false, false],
      [false, false, true],
      [false, false, true],
    ]);
  });

  it("takes a row of years as head", () => {
    const found = grid(tableReport(["指标 | 2018年 | 2019年", "在校生 | 23000 | 24600"]))!;
    expect([found.head, found.headers]).toEqual([1, ["指标", "2018年", "2019年"]]);
  });

  it("joins the words of two header rows, and those of a cell over two columns with each", () => {
    const document = tableReport(["学校 | 学生 | ", " | 男 | 女", "甲校 | 500 | 480"]);
    const found = grid(document, (table) => ({
      ...table,
      cells: table.cells
        .filter(({ row, column }) => !(row === 0 && column === 2) && !(row === 1 && column === 0))
        .map((cell) =>
          cell.row === 0 && cell.column === 1
            ? { ...cell, columnSpan: 2 }
            : cell.row === 0 && cell.column === 0
              ? { ...cell, rowSpan: 2 }
              : cell,
        ),
    }))!;
    expect([found.head, found.headers]).toEqual([2, ["学校", "学生男", "学生女"]]);
  });

  it("takes no figure of a cell that says more", () => {
    const found = grid(tableReport(["学校 | 在校生", "甲校 | 1000", "乙校 | 500人，其中女生200人"]))!;
    expect(figures(found).map((row) => row[1])).toEqual([false, true, false]);
  });

  it.each([
    ["without head", ["1000 | 60", "1500 | 90"]],
    ["without labels", ["在校生 | 教师", "1000 | 60"]],
    ["without figures", ["学校 | 地址", "甲校 | 东街", "乙校 | 西街"]],
  ])("is none %s", (_, rows) => {
    expect(grid(tableReport(rows))).toBe(null);
  });
});
