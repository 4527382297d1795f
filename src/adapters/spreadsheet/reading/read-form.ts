/**
 * Reads a form ledger's sheet. Hidden tokens tell rows and columns apart; where they are gone or the visible
 * label is exactly another one's, the label decides, because that is what people saw when they typed.
 */
import type { FormLedger } from "../../../core/definition/ledger.ts";
import { isInForce } from "../../../core/definition/ledger.ts";
import type { FormCell } from "../../../core/model/return.ts";
import { membersKey } from "../../../core/model/selection.ts";
import { plain } from "../labels.ts";
import { type Block, formCells, type Identity, join, keyOf, parseToken, tokenOf } from "../layout.ts";
import { columnMarks, rowMarks } from "../template/marks.ts";
import { quantitySpecification, readQuantity } from "../values/quantity.ts";
import { plainText } from "../values/field.ts";
import { address, rangeAddress } from "../xlsx/address.ts";
import type { RawRow } from "../xlsx/raw.ts";
import { FormLabels } from "./form-labels.ts";
import { cellAt, contains, isFilled, originOf, placeOf, type SheetView, textAt, tokenOfRow, wholeSheet } from "./sheet-view.ts";

/** What the rows below a heading mean. */
interface Frame {
  /** Known when the heading was recognised by its labels. */
  readonly block: Block | undefined;
  readonly columns: ReadonlyMap<number, Identity>;
  readonly labelColumn: number;
  /** Columns of the template that hold no input. */
  readonly fixed: ReadonlySet<number>;
  readonly tokens: boolean;
}

interface Found {
  readonly cell: FormCell;
  readonly row: number;
  readonly column: number;
  readonly filled: boolean;
}

/** Cells by key; null when nothing was filled in: then the ledger was not filed. */
export function readForm(view: SheetView, ledger: FormLedger): Record<string, FormCell> | null {
  return new FormReader(view, ledger).read();
}

class FormReader {
  readonly #labels: FormLabels;
  readonly #found = new Map<string, Found>();
  readonly #merged = new Set<string>();
  readonly #moved: { readonly row: number; readonly column: number; readonly was: string }[] = [];
  readonly #names: ReadonlyMap<string, string>;
  #frame: Frame | undefined;
  /** The last row without values: a title or the upper half of a heading. */
  #above: RawRow | undefined;
  #matrix: Block | undefined;
  #started = false;

  constructor(
    readonly view: SheetView,
    readonly ledger: FormLedger,
  ) {
    this.#labels = new FormLabels(view.index, ledger, view.year);
    this.#names = new Map(formCells(view.index, ledger, view.year).map((cell) => [cell.key, cell.label]));
  }

  read(): Record<string, FormCell> | null {
    const { view, ledger } = this;
    const before = view.problems.list.length;
    for (const row of view.sheet.rows) this.#row(row);
    const refused = view.problems.list.slice(before).some((problem) => problem.severity === "refusal");
    if (!this.#started) {
      view.problems.add("sheet-unreadable", { ledger: ledger.zh }, wholeSheet(view));
      return null;
    }
    if (!refused && ![...this.#found.values()].some((found) => found.filled)) {
      view.problems.add("ledger-blank", { ledger: ledger.zh }, wholeSheet(view));
      return null;
    }
    return this.#collect();
  }

  #collect(): Record<string, FormCell> {
    const { view } = this;
    const cells: Record<string, FormCell> = {};
    const absent: string[] = [];
    for (const [key, label] of this.#names) {
      const found = this.#found.get(key);
      if (!found) absent.push(label);
      cells[key] = found?.cell ?? { status: "missing", value: null, origin: { file: view.file, sheet: view.sheet.name, cell: "" } };
    }
    if (absent.length > 0)
      view.problems.add(
        "cells-absent",
        { count: absent.length, labels: `${absent.slice(0, 5).join("、")}${absent.length > 5 ? "…" : ""}` },
        wholeSheet(view),
      );
    const first = this.#moved[0];
    if (first) view.problems.add("moved", { count: this.#moved.length, was: first.was }, placeOf(view, first.row, first.column));
    return cells;
  }

  #row(row: RawRow): void {
    const { view } = this;
    const token = tokenOfRow(view, row);
    if (token === rowMarks.tokens || (token === "" && row.cells.some((cell) => cell.text === columnMarks.label))) {
      this.#frame = frameOfTokens(row, view.tokenColumn);
      this.#started = true;
    } else if (token.startsWith(rowMarks.text) || token.startsWith("zhibao:")) {
      this.#above = row;
    } else if (parseToken(token) === null && row.cells.some((cell) => plain(cell.text) === "本年数")) {
      this.#heading(row);
    } else if (this.#frame?.columns.size) {
      if (!this.#values(row, this.#frame, parseToken(token))) this.#remember(row);
    } else this.#remember(row);
  }

  #remember(row: RawRow): void {
    this.#above = row;
    const title = row.cells.length === 1 ? plainText(row.cells[0]!) : "";
    const matrix = title === "" ? undefined : this.#labels.matrix(title);
    if (matrix) this.#matrix = matrix;
  }

  /** A heading without tokens: its columns are recognised by their labels. */
  #heading(row: RawRow): void {
    this.#started = true;
    if (this.#frame?.tokens && this.#frame.block === undefined && this.#above === undefined) return;
    if (this.#frame?.tokens && [...this.#frame.columns.keys()].every((column) => plain(textAt(row, column)) === "本年数")) return;
    const label = (column: number): string => (this.#above ? textAt(this.#above, column) || textAt(this.#above, column - 1) : "");
    const values = row.cells.filter((cell) => plain(cell.text) === "本年数").map((cell) => cell.column);
    const single = row.cells.some((cell) => /^(数据项|说明)$/.test(plain(cell.text)));
    const labels = single ? values.map(() => "") : values.map(label);
    const block =
      this.#matrix ??
      this.#labels.blocks.find(
        (each) =>
          each.kind !== "matrix" &&
          (labels.every((text) => text === "")
            ? each.kind === "list"
            : each.kind === "breakdown" && labels.every((text) => isTotal(text) || this.#labels.column(each, text))),
      );
    this.#matrix = undefined;
    const columns = new Map<number, Identity>();
    values.forEach((column, at) => {
      const text = labels[at]!;
      if (!block || isTotal(text)) return;
      const identity = text === "" ? block.columns[0]?.identity : this.#labels.column(block, text);
      if (identity) columns.set(column, identity);
      else this.view.problems.add("unknown-column", { label: text }, placeOf(this.view, row.row, column), text);
    });
    const heads = single || !this.#above ? row : this.#above;
    const labelColumn =
      heads.cells.find((cell) => plain(cell.text) === "数据项" || (block !== undefined && plain(cell.text) === plain(block.head)))
        ?.column ?? Math.min(...values) - 3;
    this.#frame = { block, columns, labelColumn, fixed: new Set(), tokens: false };
  }

  /** Reads one row's cells; false when the row has none. */
  #values(row: RawRow, frame: Frame, byToken: Identity | null): boolean {
    const { view } = this;
    const filled = [...frame.columns.keys()].filter((column) => isFilled(cellAt(row, column)));
    const label = textAt(row, frame.labelColumn);
    if (byToken === null && isTotal(label)) return true;
    const identity = this.#identify(row, frame, byToken, label, filled);
    if (!identity) return filled.length > 0;
    for (const [column, of] of frame.columns) {
      const joined = join(identity, of);
      if (joined) this.#cell(row, column, joined);
      else if (filled.includes(column)) this.#misplaced(row, column, identity, label);
    }
    if (frame.tokens)
      for (const cell of row.cells)
        if (
          !frame.columns.has(cell.column) &&
          !frame.fixed.has(cell.column) &&
          cell.column !== frame.labelColumn &&
          cell.column !== view.tokenColumn &&
          isFilled(cell)
        )
          view.problems.add("stray-cell", {}, placeOf(view, row.row, cell.column), plainText(cell));
    return true;
  }

  #identify(row: RawRow, frame: Frame, byToken: Identity | null, label: string, filled: readonly number[]): Identity | null {
    const { view } = this;
    const columnToken = tokenOf(frame.columns.values().next().value!);
    const block = frame.block ?? this.#labels.block(columnToken, byToken ? tokenOf(byToken) : "");
    const place = placeOf(view, row.row, frame.labelColumn);
    const original = byToken && block?.rows.find((each) => tokenOf(each.identity) === tokenOf(byToken))?.label;
    if (byToken && (label === "" || (original && plain(label.replace(/（选填）$/, "")) === plain(original)))) return byToken;
    const named = (block && this.#labels.row(block, label)) ?? (block?.kind === "matrix" ? undefined : this.#labels.element(label));
    if (byToken) {
      if (named && tokenOf(named) !== tokenOf(byToken) && this.#isExact(block, named, label)) return named;
      if (original && (!named || tokenOf(named) !== tokenOf(byToken) || label !== original))
        view.problems.add("row-renamed", { label, original }, place, label);
      return byToken;
    }
    if (named) return named;
    if (filled.length === 0) return null;
    const at = placeOf(view, row.row, filled[0]!);
    if (named === null) view.problems.add("ambiguous-label", { label }, at, label);
    else view.problems.add("unknown-row", { label: label || "（无名称）" }, at, plainText(cellAt(row, filled[0]!)!));
    return null;
  }

  #isExact(block: Block | undefined, identity: Identity, label: string): boolean {
    const name = this.#labels.blocks
      .flatMap((each) => (block?.kind === "matrix" && each !== block ? [] : each.rows))
      .find((each) => tokenOf(each.identity) === tokenOf(identity))?.label;
    return name !== undefined && plain(name) === plain(label.replace(/（选填）$/, ""));
  }

  /** A value in a row that does not belong under its heading. */
  #misplaced(row: RawRow, column: number, identity: Identity, label: string): void {
    const place = placeOf(this.view, row.row, column);
    const shown = plainText(cellAt(row, column)!);
    if (this.view.index.elements.has(identity.element)) this.view.problems.add("unknown-row", { label }, place, shown);
    else this.view.problems.add("unknown-element", { element: identity.element }, place, shown);
  }

  #cell(row: RawRow, column: number, identity: Identity): void {
    const { view } = this;
    const raw = cellAt(row, column);
    const key = keyOf(identity);
    const place = placeOf(view, row.row, column);
    const shown = (): string => (raw ? plainText(raw) : "");
    const element = view.index.elements.get(identity.element);
    if (!element || element.ledger !== this.ledger.code || element.from || !isInForce(element, view.year)) {
      if (isFilled(raw)) view.problems.add("unknown-element", { element: identity.element }, place, shown());
      return;
    }
    const label = this.#names.get(key);
    if (label === undefined) {
      if (isFilled(raw)) view.problems.add("unknown-member", { member: membersKey(identity.members) }, place, shown());
      return;
    }
    const merge = view.sheet.merges.find((range) => contains(range, row.row, column));
    if (merge && rangeAddress(merge).includes(":")) {
      if (!this.#merged.has(rangeAddress(merge)))
        view.problems.add("merged-cells", {}, placeOf(view, merge.top, merge.left), rangeAddress(merge));
      this.#merged.add(rangeAddress(merge));
    }
    view.problems.locate(place, { ledger: this.ledger.code, cell: key });
    const known = this.#found.get(key);
    if (known && !isFilled(raw)) return;
    if (known?.filled) {
      view.problems.add("duplicate-cell", { label, other: address(known.row, known.column) }, place, shown());
      return;
    }
    const reading = readQuantity(raw, quantitySpecification(label, element.unit, element.decimals), view.from1904);
    if (reading.ok) for (const remark of reading.remarks) view.problems.addRemark(remark, place, shown());
    else view.problems.addRemark(reading.remark, place, shown());
    const quantity = reading.ok ? reading.value : { status: "missing" as const, value: null };
    this.#found.set(key, { cell: { ...quantity, origin: originOf(view, row.row, column) }, row: row.row, column, filled: isFilled(raw) });
    const was = view.places?.cells.get(key);
    if (was !== undefined && was !== place.cell && isFilled(raw)) this.#moved.push({ row: row.row, column, was });
  }
}

function isTotal(label: string): boolean {
  return /^(合计|总计|小计|共计)$/.test(plain(label));
}

function frameOfTokens(row: RawRow, tokenColumn: number): Frame {
  const columns = new Map<number, Identity>();
  const fixed = new Set<number>();
  let labelColumn = -1;
  for (const cell of row.cells) {
    if (cell.column === tokenColumn) continue;
    const identity = parseToken(cell.text);
    if (cell.text === columnMarks.label) labelColumn = cell.column;
    else if (identity) columns.set(cell.column, identity);
    else fixed.add(cell.column);
  }
  return { block: undefined, columns, labelColumn, fixed, tokens: true };
}
