/** The gestures of a sheet, without a browser. */
import { beforeEach, describe, expect, it } from "vitest";
import { type CellText, type Key, type Point, Sheet, type SheetSource } from "./sheet.ts";

/** Rows of two cells and a computed sum. */
class Grid implements SheetSource {
  cells: string[][] = [
    ["1", "2"],
    ["3", "4"],
    ["", ""],
  ];
  written: (readonly CellText[])[] = [];
  left = 0;
  rowCount = (): number => this.cells.length;
  columnCount = (): number => 3;
  text = (row: number, column: number): string =>
    column === 2 ? String(Number(this.cells[row]![0]) + Number(this.cells[row]![1])) : this.cells[row]![column]!;
  canEdit = (_row: number, column: number): boolean => column < 2;
  write = (cells: readonly CellText[]): void => {
    this.written.push(cells);
    for (const { row, column, text } of cells) if (column < 2) this.cells[row]![column] = text;
  };
  undo = (): Point | null => null;
  redo = (): Point | null => null;
  leftOver = (cells: number): void => {
    this.left = cells;
  };
}

const press = (key: string, more: Partial<Key> = {}): Key => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
let grid: Grid;
let sheet: Sheet;
beforeEach(() => {
  grid = new Grid();
  sheet = new Sheet(grid);
  sheet.select({ row: 0, column: 0 });
});

describe("keys", () => {
  it("type over, and Enter goes down", () => {
    sheet.type("9");
    expect(sheet.key(press("Enter"))).toBe(true);
    expect([grid.cells[0]![0], sheet.active]).toEqual(["9", { row: 1, column: 0 }]);
  });
  it("Escape leaves the cell as it was", () => {
    sheet.type("9");
    sheet.key(press("Escape"));
    expect([grid.written, sheet.mode]).toEqual([[], "ready"]);
  });
  it("Tab skips what is computed, and Enter after it returns to the column where the run began", () => {
    sheet.key(press("Tab"));
    expect(sheet.active).toEqual({ row: 0, column: 1 });
    sheet.key(press("Enter"));
    expect(sheet.active).toEqual({ row: 1, column: 0 });
    sheet.key(press("Tab"));
    sheet.key(press("Tab"));
    expect(sheet.active).toEqual({ row: 2, column: 0 });
  });
  it("Tab past the last cell leaves the sheet to the browser", () => {
    sheet.select({ row: 2, column: 1 });
    expect(sheet.key(press("Tab"))).toBe(false);
  });
  it("F2 edits within the text: arrows are the text's", () => {
    sheet.key(press("F2"));
    expect([sheet.mode, sheet.key(press("ArrowLeft"))]).toEqual(["editing", false]);
  });
  it("Delete clears the range, not what is computed", () => {
    sheet.select({ row: 1, column: 2 }, true);
    sheet.key(press("Delete"));
    expect(grid.cells).toEqual([
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
  });
  it("Ctrl+D fills down", () => {
    sheet.select({ row: 2, column: 0 }, true);
    sheet.key(press("d", { ctrlKey: true }));
    expect(grid.cells.map(([first]) => first)).toEqual(["1", "1", "1"]);
  });
});

describe("the clipboard", () => {
  it("copies a range with its totals", () => {
    sheet.select({ row: 1, column: 2 }, true);
    expect(sheet.copy()).toBe("1\t2\t3\r\n3\t4\t7");
  });
  it("pastes a range in one gesture and counts what lies beyond", () => {
    sheet.select({ row: 1, column: 0 });
    expect(sheet.paste("5\t6\n7\t8\n9\t9")).toBe(true);
    expect([grid.cells, grid.written.length, grid.left]).toEqual([
      [
        ["1", "2"],
        ["5", "6"],
        ["7", "8"],
      ],
      1,
      2,
    ]);
    expect(sheet.range).toEqual({ top: 1, left: 0, bottom: 2, right: 1 });
  });
  it("fills a selected range with one value", () => {
    sheet.select({ row: 2, column: 1 }, true);
    sheet.paste("7");
    expect(grid.cells).toEqual([
      ["7", "7"],
      ["7", "7"],
      ["7", "7"],
    ]);
  });
  it("leaves a single text to the cell that is being edited", () => {
    sheet.edit();
    expect([sheet.paste("7"), sheet.copy()]).toEqual([false, null]);
  });
});
