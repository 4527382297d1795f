/** A sheet in the making: cells by row and column, with the few things that our sheets have in common. */
import type { Cell, CellStyle, CellValue, ColumnDef, ConditionalRule, DataValidation, MergeRange, WriteSheet } from "hucre";

export interface CanvasOptions {
  readonly tabColour?: string;
  readonly hidden?: boolean;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Rows printed on every page, e.g. "$1:$5". */
  readonly repeated?: string;
  readonly footer?: string;
  /** Rows may be inserted and deleted: registers. */
  readonly growing?: boolean;
  /** Pages beside each other in print, with the columns that each of them repeats, e.g. "$A:$B". */
  readonly pagesWide?: number;
  readonly repeatedColumns?: string;
  /** Nothing is locked: plain tables. */
  readonly open?: boolean;
}

export class Canvas {
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #rows = new Map<number, { height?: number; hidden?: boolean }>();
  readonly #merges: MergeRange[] = [];
  readonly #validations: DataValidation[] = [];
  readonly #rules: ConditionalRule[] = [];
  readonly columns: ColumnDef[] = [];

  constructor(
    readonly name: string,
    readonly options: CanvasOptions = {},
  ) {}

  put(row: number, column: number, value: CellValue, style?: CellStyle, more: Partial<Cell> = {}): void {
    this.#cells.set(`${row},${column}`, { value, ...(style ? { style } : {}), ...more });
  }

  /** Merges a range and gives every cell of it the look, so that borders are whole. */
  spread(row: number, left: number, right: number, value: CellValue, style: CellStyle, bottom = row): void {
    for (let at = row; at <= bottom; at += 1)
      for (let column = left; column <= right; column += 1) this.put(at, column, at === row && column === left ? value : null, style);
    if (right > left || bottom > row) this.#merges.push({ startRow: row, startCol: left, endRow: bottom, endCol: right });
  }

  height(row: number, height: number): void {
    this.#rows.set(row, { ...this.#rows.get(row), height });
  }

  hideRow(row: number): void {
    this.#rows.set(row, { hidden: true });
  }

  validate(validation: DataValidation): void {
    this.#validations.push(validation);
  }

  rule(rule: ConditionalRule): void {
    this.#rules.push(rule);
  }

  sheet(): WriteSheet {
    const { tabColour, hidden, frozen, repeated, footer, growing = false, open = false, pagesWide = 1, repeatedColumns } = this.options;
    return {
      name: this.name,
      columns: this.columns,
      cells: this.#cells,
      rowDefs: this.#rows,
      merges: this.#merges,
      dataValidations: this.#validations,
      conditionalRules: this.#rules,
      ...(hidden ? { hidden } : {}),
      ...(frozen ? { freezePane: frozen } : {}),
      ...(open
        ? {}
        : {
            protection: {
              sheet: true,
              selectLockedCells: true,
              selectUnlockedCells: true,
              formatColumns: true,
              formatRows: true,
              formatCells: true,
              autoFilter: growing,
              sort: growing,
              insertRows: growing,
              deleteRows: growing,
            },
          }),
      pageSetup: {
        paperSize: "a4",
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: pagesWide,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
        ...(repeated ? { printTitlesRow: repeated } : {}),
        ...(repeatedColumns && pagesWide > 1 ? { printTitlesColumn: repeatedColumns } : {}),
      },
      headerFooter: { oddFooter: `&L&9${footer ?? ""}&C&9第 &P 页，共 &N 页&R&9&A` },
      view: { showGridLines: false, ...(tabColour ? { tabColor: { rgb: tabColour } } : {}) },
    };
  }
}

/** Points that a wrapped text needs in a column of `width` characters; Chinese characters count two. */
export function heightOf(text: string, width: number, line = 15): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let units = 0;
    for (const character of paragraph) units += character.codePointAt(0)! > 0x2e7f ? 2.05 : 1.05;
    lines += Math.max(1, Math.ceil(units / width));
  }
  return lines * line + 4;
}
