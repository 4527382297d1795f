/** Finds the columns of a register's sheet: by label, by hidden token, or by another name of the column. */
import { NameIndex, plain, spellings } from "../labels.ts";
import { rowMarks } from "../template/marks.ts";
import { plainText } from "../values/field.ts";
import { columnName } from "../xlsx/address.ts";
import type { RawRow } from "../xlsx/raw.ts";
import { cellAt, isFilled, placeOf, type SheetView, textAt, tokenOfRow, wholeSheet } from "./sheet-view.ts";

export interface NamedColumn {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly required: boolean;
  readonly aliases?: readonly string[];
}

export interface TableHead {
  /** Column code → column of the sheet. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of the sheet that belong to no column of the register, with their heading. */
  readonly unknown: ReadonlyMap<number, string>;
  /** Zero-based row of the header. */
  readonly row: number;
  /** What stands above it, for what the sheet says about itself. */
  readonly above: readonly RawRow[];
}

export function readTableHead(view: SheetView, ledgerName: string, columns: readonly NamedColumn[]): TableHead | null {
  const { rows } = view.sheet;
  const labels = new NameIndex();
  const aliases = new NameIndex();
  for (const column of columns) {
    labels.add(column.zh, column.code);
    for (const alias of [column.en, ...(column.aliases ?? [])]) aliases.add(alias, column.code);
  }
  const score = (row: RawRow): number => row.cells.filter((cell) => labels.find(cell.text) ?? aliases.find(cell.text)).length;
  const top = rows.slice(0, 40);
  let at = top.findIndex((row) => tokenOfRow(view, row) === rowMarks.head);
  if (at < 0) {
    const best = Math.max(0, ...top.map(score));
    if (best >= Math.min(2, columns.length)) at = top.findIndex((row) => score(row) === best);
  }
  const header = rows[at];
  if (!header) {
    view.problems.add("sheet-unreadable", { ledger: ledgerName }, wholeSheet(view));
    return null;
  }
  const codes = new Set(columns.map((column) => column.code));
  const tokens = rows
    .slice(0, at)
    .find(
      (row) =>
        tokenOfRow(view, row) === rowMarks.tokens ||
        (view.tokenColumn < 0 && row.cells.length > 0 && row.cells.every((cell) => codes.has(cell.text))),
    );
  const found = new Map<string, number>();
  const unknown = new Map<number, string>();
  const width = Math.max(...rows.slice(at).map((row) => row.cells.at(-1)?.column ?? 0), tokens?.cells.at(-1)?.column ?? 0);
  for (let column = 0; column <= width; column += 1) {
    if (column === view.tokenColumn) continue;
    const text = textAt(header, column);
    const token = tokens ? textAt(tokens, column) : "";
    const code =
      (text === "" ? undefined : labels.find(text)) ??
      (codes.has(token) ? token : undefined) ??
      (text === "" ? undefined : aliases.find(text));
    if (!code) {
      unknown.set(column, text);
      continue;
    }
    const definition = columns.find((each) => each.code === code)!;
    const place = placeOf(view, header.row, column);
    const other = found.get(code);
    if (other !== undefined) {
      view.problems.add("duplicate-column", { label: definition.zh, other: columnName(other) }, place, text);
      continue;
    }
    found.set(code, column);
    if (text !== "" && !spellings(text).includes(plain(definition.zh)))
      view.problems.add("column-renamed", { label: text.replace(/^\*\s*/, ""), original: definition.zh }, place, text);
    const was = view.places?.columns.get(code);
    if (was !== undefined && was !== columnName(column)) view.problems.add("column-moved", { label: definition.zh, was }, place, text);
  }
  for (const column of columns) {
    if (found.has(column.code)) continue;
    view.problems.add(
      column.required ? "column-missing" : "optional-column-missing",
      { label: column.zh },
      { sheet: view.sheet.name, cell: "" },
    );
  }
  return { columns: found, unknown, row: header.row, above: rows.slice(0, at) };
}

/** Data in columns that the register lacks: each such column is refused once. */
export function refuseUnknownColumns(view: SheetView, head: TableHead, rows: readonly RawRow[]): void {
  for (const [column, label] of head.unknown) {
    const row = rows.find((each) => isFilled(cellAt(each, column)));
    if (row)
      view.problems.add(
        "unknown-column",
        { label: label || "（无标题）" },
        placeOf(view, row.row, column),
        plainText(cellAt(row, column)!),
      );
  }
}

/** Merged cells that hide what people typed: each range is refused once. */
export function refuseMerges(view: SheetView, head: TableHead): void {
  const places = [...head.columns.values()];
  for (const range of view.sheet.merges) {
    const hides = range.top > head.row && (range.bottom > range.top || range.right > range.left);
    if (hides && places.some((column) => range.left <= column && column <= range.right))
      view.problems.add(
        "merged-cells",
        {},
        placeOf(view, range.top, range.left),
        `${columnName(range.left)}${range.top + 1}:${columnName(range.right)}${range.bottom + 1}`,
      );
  }
}
