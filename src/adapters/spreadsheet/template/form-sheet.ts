/** The sheet of a form ledger: per element last year's value and this year's cell, totals as formulas. */
import type { CellStyle } from "hucre";
import { exact, sum } from "../../../core/quantity/exact.ts";
import { toSignificant } from "../../../core/quantity/rounding.ts";
import type { FormLedger } from "../../../core/definition/ledger.ts";
import type { FormCell } from "../../../core/model/return.ts";
import type { TemplateRequest } from "../../../app/ports.ts";
import { type Block, type BlockColumn, type BlockRow, formBlocks, join, keyOf, tokenOf } from "../layout.ts";
import { quantitySpecification } from "../values/quantity.ts";
import { address, columnName } from "../xlsx/address.ts";
import { Canvas, heightOf } from "./canvas.ts";
import { formatted, looks, numberFormat } from "./looks.ts";
import { columnMarks, ledgerMark, notApplicableMark, rowMarks } from "./marks.ts";

/** Where each cell of a form was put, for the identity sheet. */
export interface PlacedCell {
  readonly key: string;
  readonly cell: string;
}

export interface FormSheet {
  readonly canvas: Canvas;
  readonly cells: readonly PlacedCell[];
}

const [tokenColumn, serialColumn, labelColumn, unitColumn, firstPair] = [0, 1, 2, 3, 4] as const;
const noteWidth = 62;

export function formSheet(request: TemplateRequest, ledger: FormLedger, name: string, tabColour: string, footer: string): FormSheet {
  return new FormWriter(request, ledger, name, tabColour, footer).write();
}

class FormWriter {
  readonly canvas: Canvas;
  readonly cells: PlacedCell[] = [];
  readonly #blocks: readonly Block[];
  readonly #current: Readonly<Record<string, FormCell>>;
  readonly #previous: Readonly<Record<string, FormCell>>;
  /** Last column of the sheet. */
  readonly #last: number;
  readonly #noteWidth: number;
  /** Width of a column of values: amounts with cents need more. */
  readonly #pairWidth: number;
  #serial = 0;
  #row = 0;

  constructor(
    readonly request: TemplateRequest,
    readonly ledger: FormLedger,
    name: string,
    tabColour: string,
    footer: string,
  ) {
    this.canvas = new Canvas(name, { tabColour, frozen: { rows: 2, columns: unitColumn + 1 }, repeated: "$1:$2", footer });
    this.#blocks = formBlocks(request.index, ledger, request.cycle.year);
    this.#current = request.current?.forms[ledger.code] ?? {};
    this.#previous = request.previous?.forms[ledger.code] ?? {};
    const pairs = Math.max(1, ...this.#blocks.map((block) => block.columns.length + Number(block.totals.right)));
    const pairWidth = this.#blocks.every((block) => block.rows.every(({ element }) => isWhole(element.unit, element.decimals))) ? 13 : 18;
    this.#pairWidth = pairWidth;
    const lastPair = firstPair + pairs * 2 - 1;
    const beside = (lastPair - firstPair - 1) * pairWidth;
    this.#last = beside >= noteWidth - pairWidth ? lastPair : lastPair + 1;
    this.#noteWidth = this.#last === lastPair ? beside : noteWidth;
    this.canvas.columns.push({ width: 12, hidden: true }, { width: 6 }, { width: 30 }, { width: 9 });
    for (let column = firstPair; column <= lastPair; column += 1) this.canvas.columns.push({ width: pairWidth });
    if (this.#last > lastPair) this.canvas.columns.push({ width: noteWidth - beside });
  }

  write(): FormSheet {
    this.#heading();
    this.#blocks.forEach((block, at) => this.#block(block, at));
    return { canvas: this.canvas, cells: this.cells };
  }

  #mark(row: number, token: string): void {
    this.canvas.put(row, tokenColumn, token, looks.hidden);
  }

  #heading(): void {
    const { canvas, ledger, request } = this;
    this.#mark(0, ledgerMark(ledger.code));
    canvas.spread(0, serialColumn, this.#last, ledger.zh, looks.title);
    canvas.height(0, 30);
    this.#mark(1, rowMarks.text);
    canvas.spread(
      1,
      serialColumn,
      this.#last,
      `填报单位：${request.organisationName}    数据年度：${request.cycle.year}${ledger.department ? `    填报部门：${ledger.department}` : ""}`,
      looks.information,
    );
    canvas.height(1, 20);
    this.#row = 2;
    if (!ledger.note) return;
    this.#mark(2, rowMarks.text);
    canvas.spread(2, serialColumn, this.#last, `填报要求：${ledger.note}`, looks.note);
    canvas.height(2, heightOf(ledger.note, 45 + this.#noteWidth + this.#pairWidth * 2, 14));
    this.#row = 3;
  }

  #block(block: Block, at: number): void {
    const { canvas } = this;
    if (at > 0) {
      this.#mark(this.#row, rowMarks.text);
      canvas.height(this.#row, 9);
      this.#row += 1;
    }
    if (block.title !== "") {
      this.#mark(this.#row, rowMarks.text);
      const element = block.rows[0]!.element;
      const title = block.kind === "matrix" ? `${block.title}（${element.unit}）${element.note ? `  ${element.note}` : ""}` : block.title;
      canvas.spread(this.#row, serialColumn, this.#last, title, looks.section);
      if (block.kind === "matrix" && element.note) this.#comment(this.#row, serialColumn, title, looks.section, element.note);
      canvas.height(this.#row, 22);
      this.#row += 1;
    }
    this.#head(block);
    const first = this.#row;
    for (const row of block.rows) {
      this.#values(block, row);
      this.#row += 1;
    }
    this.#validate(block, first, this.#row - 1);
    if (block.totals.foot) this.#foot(block, first, this.#row - 1);
  }

  #head(block: Block): void {
    const { canvas } = this;
    this.#mark(this.#row, rowMarks.tokens);
    canvas.hideRow(this.#row);
    const token = (column: number, text: string): void => canvas.put(this.#row, column, text, looks.hidden);
    token(serialColumn, columnMarks.fixed);
    token(labelColumn, columnMarks.label);
    token(unitColumn, columnMarks.fixed);
    block.columns.forEach((column, at) => {
      token(previousAt(at), columnMarks.fixed);
      token(currentAt(at), tokenOf(column.identity));
    });
    const totalAt = block.columns.length;
    if (block.totals.right) for (const column of [previousAt(totalAt), currentAt(totalAt)]) token(column, columnMarks.fixed);
    if (block.kind === "list") token(firstPair + 2, columnMarks.fixed);
    this.#row += 1;

    const labelled = block.columns.some((column) => column.label !== "");
    const top = this.#row;
    const bottom = labelled ? top + 1 : top;
    for (let row = top; row <= bottom; row += 1) this.#mark(row, rowMarks.head);
    canvas.spread(top, serialColumn, serialColumn, "序号", looks.head, bottom);
    canvas.spread(top, labelColumn, labelColumn, block.head, looks.head, bottom);
    canvas.spread(top, unitColumn, unitColumn, "单位", looks.head, bottom);
    const labels = [...block.columns.map((column) => column.label), ...(block.totals.right ? ["合计"] : [])];
    labels.forEach((label, at) => {
      if (labelled) canvas.spread(top, previousAt(at), currentAt(at), label, looks.head);
      canvas.put(bottom, previousAt(at), "上年数", looks.head);
      canvas.put(bottom, currentAt(at), "本年数", looks.head);
    });
    if (labelled)
      canvas.height(top, heightOf("", 1) + Math.max(0, ...labels.map((label) => heightOf(label, this.#pairWidth * 2 - 2) - 19)));
    if (block.kind === "list") canvas.spread(top, firstPair + 2, this.#last, "说明", looks.head);
    canvas.height(bottom, 20);
    this.#row = bottom + 1;
  }

  #values(block: Block, row: BlockRow): void {
    const { canvas } = this;
    const at = this.#row;
    const { element } = row;
    const specification = quantitySpecification(element.zh, element.unit, element.decimals);
    const format = numberFormat(specification.decimals);
    this.#mark(at, tokenOf(row.identity));
    this.#serial += 1;
    canvas.put(at, serialColumn, this.#serial, looks.serial);
    const label = row.label + (element.required || block.kind === "matrix" ? "" : "（选填）");
    if (element.note && block.kind !== "matrix") this.#comment(at, labelColumn, label, looks.label, element.note);
    else canvas.put(at, labelColumn, label, looks.label);
    canvas.put(at, unitColumn, element.unit, looks.unit);
    block.columns.forEach((column, index) => {
      const key = keyOf(join(row.identity, column.identity)!);
      canvas.put(at, previousAt(index), shown(this.#previous[key]), formatted(looks.previous, format));
      canvas.put(at, currentAt(index), shown(this.#current[key]), formatted(looks.input, format));
      this.cells.push({ key, cell: address(at, currentAt(index)) });
    });
    if (block.totals.right) this.#rowTotals(block, row, format);
    if (block.kind !== "list") {
      canvas.height(at, Math.max(20, heightOf(label, 28)));
      return;
    }
    const note = [element.note ?? "", element.aliases.length > 0 && !element.note ? `又称：${element.aliases.slice(0, 3).join("、")}` : ""]
      .filter((part) => part !== "")
      .join("");
    canvas.spread(at, firstPair + 2, this.#last, note, looks.remark);
    canvas.height(at, Math.max(20, heightOf(label, 28), heightOf(note, this.#noteWidth + 4, 13)));
  }

  #rowTotals(block: Block, row: BlockRow, format: string): void {
    const index = block.columns.length;
    const keys = block.columns.map((column) => keyOf(join(row.identity, column.identity)!));
    const places = (pair: (at: number) => number): string[] => block.columns.map((_, at) => address(this.#row, pair(at)));
    this.#total(this.#row, previousAt(index), places(previousAt), keys, this.#previous, format);
    this.#total(this.#row, currentAt(index), places(currentAt), keys, this.#current, format);
  }

  #foot(block: Block, first: number, last: number): void {
    const { canvas } = this;
    const element = block.rows[0]!.element;
    const format = numberFormat(quantitySpecification(element.zh, element.unit, element.decimals).decimals);
    this.#mark(this.#row, rowMarks.total);
    canvas.put(this.#row, serialColumn, null, looks.totalLabel);
    canvas.put(this.#row, labelColumn, "合计", looks.totalLabel);
    canvas.put(this.#row, unitColumn, element.unit, { ...looks.totalLabel, alignment: looks.unit.alignment });
    canvas.height(this.#row, 20);
    const keysOf = (column: BlockColumn): string[] => block.rows.map((row) => keyOf(join(row.identity, column.identity)!));
    const range = (column: number): string[] => [`${address(first, column)}:${address(last, column)}`];
    block.columns.forEach((column, at) => {
      this.#total(this.#row, previousAt(at), range(previousAt(at)), keysOf(column), this.#previous, format);
      this.#total(this.#row, currentAt(at), range(currentAt(at)), keysOf(column), this.#current, format);
    });
    const every = block.columns.flatMap(keysOf);
    const at = block.columns.length;
    if (block.totals.right) {
      this.#total(this.#row, previousAt(at), range(previousAt(at)), every, this.#previous, format);
      this.#total(this.#row, currentAt(at), range(currentAt(at)), every, this.#current, format);
    }
    this.#row += 1;
  }

  /** A sum that stays blank while nothing is filled in. */
  #total(
    row: number,
    column: number,
    places: readonly string[],
    keys: readonly string[],
    cells: Readonly<Record<string, FormCell>>,
    format: string,
  ): void {
    const list = places.join(",");
    const values = keys.map((key) => cells[key]?.value).filter((value): value is string => typeof value === "string");
    const result = values.length === 0 ? "" : Number(toSignificant(sum(values.map((value) => exact(value))), 15));
    this.canvas.put(row, column, null, formatted(looks.total, format), {
      formula: `IF(COUNT(${list})=0,"",SUM(${list}))`,
      formulaResult: result,
    });
  }

  #comment(row: number, column: number, value: string, style: CellStyle, text: string): void {
    this.canvas.put(row, column, value, style, { comment: { author: "质报", text } });
  }

  /** Whole or decimal numbers, and the mark for "not applicable". */
  #validate(block: Block, first: number, last: number): void {
    let start = first;
    for (let row = first; row <= last; row += 1) {
      const current = block.rows[row - first]!.element;
      const next = block.rows[row + 1 - first]?.element;
      const whole = isWhole(current.unit, current.decimals);
      if (next && isWhole(next.unit, next.decimals) === whole) continue;
      const ranges = block.columns.map((_, at) => `${columnName(currentAt(at))}${start + 1}:${columnName(currentAt(at))}${row + 1}`);
      const cell = address(start, currentAt(0));
      const number = whole ? `AND(ISNUMBER(${cell}),${cell}>=0,${cell}=INT(${cell}))` : `ISNUMBER(${cell})`;
      this.canvas.validate({
        type: "custom",
        formula1: `OR(${number},${cell}="${notApplicableMark}",${cell}="/",${cell}="不适用")`,
        range: ranges.join(" "),
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: "stop",
        errorTitle: whole ? "应填整数" : "应填数字",
        errorMessage: whole
          ? "请填不小于 0 的整数；没有填 0，不适用填 —，不清楚留空。不要带单位。"
          : "请填数字；没有填 0，不适用填 —，不清楚留空。不要带单位。",
      });
      start = row + 1;
    }
  }
}

function previousAt(pair: number): number {
  return firstPair + pair * 2;
}

function currentAt(pair: number): number {
  return firstPair + pair * 2 + 1;
}

function isWhole(symbol: string, decimals: number | undefined): boolean {
  return quantitySpecification("", symbol, decimals).whole;
}

/** A filed cell as it stands in the sheet: numbers too long for a spreadsheet as text. */
function shown(cell: FormCell | undefined): string | number | null {
  if (!cell || cell.status === "missing") return null;
  if (cell.status === "notApplicable") return notApplicableMark;
  return numberOrText(cell.value ?? "");
}

export function numberOrText(value: string): string | number {
  const number = Number(value);
  return value.replace(/\D/g, "").replace(/^0+/, "").length <= 15 && Number.isFinite(number) ? number : value;
}
