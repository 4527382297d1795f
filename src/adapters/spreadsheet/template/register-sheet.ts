/** The sheet of a register or of section material: one row each, as many as needed, typed by column. */
import type { CellStyle, CellValue } from "hucre";
import type { Column, MaterialLedger, RegisterLedger } from "../../../core/definition/ledger.ts";
import type { TemplateRequest } from "../../../app/ports.ts";
import { quantitySpecification } from "../values/quantity.ts";
import { serialOfDate } from "../values/date.ts";
import { columnName } from "../xlsx/address.ts";
import { Canvas, heightOf } from "./canvas.ts";
import type { ChoiceLists } from "./choice-lists.ts";
import { numberOrText } from "./form-sheet.ts";
import { blankAlarm, dateFormat, formatted, looks, numberFormat } from "./looks.ts";
import { caseSection, ledgerMark, materialColumns, registerStates, rowMarks } from "./marks.ts";

export interface RegisterSheet {
  readonly canvas: Canvas;
  /** Column code → letter, for the identity sheet. */
  readonly columns: Readonly<Record<string, string>>;
  /** Zero-based row whose cells show the style of each column. */
  readonly modelRow: number;
}

/** A column as the sheet shows it. */
interface SheetColumn {
  readonly code: string;
  readonly label: string;
  readonly note: string;
  readonly required: boolean;
  readonly width: number;
  readonly style: CellStyle;
  readonly validation: { readonly type: "list" | "date" | "whole" | "decimal" | "textLength"; readonly list?: string } | null;
}

interface SheetRow {
  readonly id: string;
  readonly values: readonly CellValue[];
}

const [noteRow, tokenRow, hintRow, headRow, dataRow] = [2, 3, 4, 5, 6] as const;
/** Validations reach this far; the format of a column has no end. */
const validatedRows = 5000;
const preparedRows = 200;
/** Characters that one printed page can hold and still be read. */
const widestPage = 210;
/** Points of a row with one line; taller ones are given their height. */
const rowHeight = 20;

export function registerSheet(
  request: TemplateRequest,
  ledger: RegisterLedger,
  lists: ChoiceLists,
  name: string,
  tabColour: string,
  footer: string,
): RegisterSheet {
  const columns = ledger.columns.map((column) => sheetColumn(request, column, lists));
  const rows = request.current?.registers[ledger.code];
  const previous = request.previous?.registers[ledger.code];
  const state = rows === undefined ? null : rows.length > 0 ? registerStates.filled : registerStates.none;
  const filled = (rows ?? []).map((row) => ({
    id: row.id,
    values: ledger.columns.map((column) => cellValue(request, column, row.values[column.code] ?? null)),
  }));
  const information = `填报单位：${request.organisationName}    数据年度：${request.cycle.year}${ledger.department ? `    填报部门：${ledger.department}` : ""}${previous ? `    上年 ${previous.length} 行` : ""}`;
  return write(ledger, columns, filled, { information, state }, name, tabColour, footer);
}

export function materialSheet(
  request: TemplateRequest,
  ledger: MaterialLedger,
  lists: ChoiceLists,
  name: string,
  tabColour: string,
  footer: string,
): RegisterSheet {
  const sections = [...request.sections, caseSection];
  const list = lists.add(
    "sections",
    "章节",
    sections.map((section) => section.title),
  );
  const columns = materialColumns.map(({ code, zh, note, required, width }): SheetColumn => ({
    code,
    label: zh,
    note,
    required,
    width,
    style: code === "chosen" ? looks.inputCentred : looks.inputText,
    validation: code === "section" ? { type: "list", list } : code === "chosen" ? { type: "list", list: lists.yesNo() } : null,
  }));
  const filled = (request.current?.materials ?? []).map((material) => ({
    id: material.id,
    values: [
      sections.find((section) => section.code === material.section)?.title ?? material.section,
      material.title,
      material.text,
      material.chosen ? "是" : "否",
    ],
  }));
  const information = `填报单位：${request.organisationName}    数据年度：${request.cycle.year}${ledger.department ? `    填报部门：${ledger.department}` : ""}`;
  return write(ledger, columns, filled, { information, state: null }, name, tabColour, footer);
}

function write(
  ledger: RegisterLedger | MaterialLedger,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
  head: { information: string; state: string | null },
  name: string,
  tabColour: string,
  footer: string,
): RegisterSheet {
  const last = columns.length;
  const canvas = new Canvas(name, {
    tabColour,
    frozen: { rows: dataRow, columns: 2 },
    repeated: `$1:$${dataRow}`,
    footer,
    growing: true,
    pagesWide: Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / widestPage),
    repeatedColumns: "$A:$B",
  });
  canvas.columns.push({ width: 12, hidden: true }, ...columns.map(({ width }) => ({ width })));
  const mark = (row: number, token: string): void => canvas.put(row, 0, token, looks.hidden);

  mark(0, ledgerMark(ledger.code));
  canvas.spread(0, 1, last, ledger.zh, looks.title);
  canvas.height(0, 30);
  heading(canvas, ledger, columns, head);
  mark(tokenRow, rowMarks.tokens);
  canvas.hideRow(tokenRow);
  mark(hintRow, rowMarks.notes);
  mark(headRow, rowMarks.head);
  columns.forEach((column, at) => {
    canvas.put(tokenRow, at + 1, column.code, looks.hidden);
    canvas.put(hintRow, at + 1, column.note === "" ? null : column.note, {
      ...looks.remark,
      alignment: { ...looks.remark.alignment, vertical: "top" },
    });
    canvas.put(headRow, at + 1, `${column.required ? "* " : ""}${column.label}`, column.required ? looks.requiredHead : looks.head);
  });
  canvas.height(hintRow, Math.min(110, Math.max(18, ...columns.map((column) => heightOf(column.note, column.width, 12.5)))));
  canvas.height(headRow, Math.max(26, ...columns.map((column) => heightOf(`* ${column.label}`, column.width - 1))));

  rows.forEach((row, at) => {
    mark(dataRow + at, row.id);
    row.values.forEach((value, index) => canvas.put(dataRow + at, index + 1, value, columns[index]!.style));
    const needed = Math.max(
      ...row.values.map((value, index) => (typeof value === "string" ? heightOf(value, columns[index]!.width - 2) : 0)),
    );
    if (needed > rowHeight) canvas.height(dataRow + at, Math.min(400, needed));
  });
  // The first empty row shows the format of each column; its columns are given the same format as a whole.
  columns.forEach((column, at) => canvas.put(dataRow + rows.length, at + 1, null, column.style));
  validate(canvas, columns, rows.length);
  return {
    canvas,
    columns: Object.fromEntries(columns.map((column, at) => [column.code, columnName(at + 1)])),
    modelRow: dataRow + rows.length,
  };
}

/** Whose sheet it is, for registers whether there is anything to list, and what to mind. */
function heading(
  canvas: Canvas,
  ledger: RegisterLedger | MaterialLedger,
  columns: readonly SheetColumn[],
  head: { information: string; state: string | null },
): void {
  const registers = ledger.kind === "register";
  const last = columns.length;
  const left = registers ? Math.max(1, last - 2) : last;
  canvas.put(1, 0, registers ? rowMarks.status : rowMarks.text, looks.hidden);
  const width = (to: number): number => columns.slice(0, to).reduce((sum, column) => sum + column.width, 0) * 0.95;
  canvas.spread(1, 1, left, head.information, looks.information);
  canvas.height(1, Math.max(24, heightOf(head.information, width(left), 16)));
  const note = ledger.note ? `填报要求：${ledger.note}` : "";
  canvas.put(noteRow, 0, rowMarks.text, looks.hidden);
  canvas.spread(noteRow, 1, last, note, looks.note);
  canvas.height(noteRow, note === "" ? 6 : heightOf(note, width(last), 14));
  if (!registers) return;
  canvas.put(1, left + 1, "本年度有无", { ...looks.key, alignment: { horizontal: "center", vertical: "center", wrapText: true } });
  canvas.put(1, left + 2, head.state, { ...looks.inputCentred, alignment: { horizontal: "center", vertical: "center", wrapText: true } });
  canvas.validate({
    type: "list",
    values: [registerStates.filled, registerStates.none],
    range: `${columnName(left + 2)}2`,
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
    inputTitle: "本年度有无",
    inputMessage: "有内容就逐行填写；确实没有的选“本年度无”。留空且不填行，视为本次不报这张表。",
  });
}

function validate(canvas: Canvas, columns: readonly SheetColumn[], filled: number): void {
  const first = dataRow + 1;
  const end = dataRow + filled + validatedRows;
  columns.forEach((column, at) => {
    const letter = columnName(at + 1);
    const range = `${letter}${first}:${letter}${end}`;
    const shared = { range, allowBlank: true, showErrorMessage: true, errorStyle: "stop" as const };
    const { validation } = column;
    if (validation?.type === "list")
      canvas.validate({
        ...shared,
        type: "list",
        formula1: validation.list!,
        errorTitle: "请从列表中选择",
        errorMessage: `“${column.label.split("\n", 1)[0]}”请从下拉列表中选择。`,
      });
    else if (validation?.type === "date")
      canvas.validate({
        ...shared,
        type: "date",
        operator: "between",
        formula1: String(serialOfDate("1949-10-01")),
        formula2: String(serialOfDate("2099-12-31")),
        errorTitle: "应填日期",
        errorMessage: "请填日期，如 2019-05-06。",
      });
    else if (validation?.type === "whole")
      canvas.validate({
        ...shared,
        type: "whole",
        operator: "greaterThanOrEqual",
        formula1: "0",
        errorTitle: "应填整数",
        errorMessage: "请填不小于 0 的整数，不要带单位。",
      });
    else if (validation?.type === "decimal")
      canvas.validate({
        ...shared,
        type: "decimal",
        operator: "between",
        formula1: "-1000000000000",
        formula2: "1000000000000000",
        errorTitle: "应填数字",
        errorMessage: "请填数字，不要带单位。",
      });
    if (!column.required || columns.length === 0) return;
    const letters = `$B${first}:$${columnName(columns.length)}${first}`;
    canvas.rule({
      type: "expression",
      priority: at + 1,
      range: `${letter}${first}:${letter}${dataRow + filled + preparedRows}`,
      formula: `AND(COUNTA(${letters})>0,ISBLANK($${letter}${first}))`,
      style: blankAlarm,
    });
  });
}

function sheetColumn(request: TemplateRequest, column: Column, lists: ChoiceLists): SheetColumn {
  const unit = column.unit && column.unit !== "年" ? `\n（${column.unit}）` : "";
  const label = `${column.zh}${unit}`;
  const base = {
    code: column.code,
    label,
    note: [hint(column), column.note ?? ""].filter((part) => part !== "").join("；"),
    required: column.required,
  };
  const specification = quantitySpecification(column.zh, column.unit ?? "", column.type === "integer" ? 0 : undefined);
  switch (column.type) {
    case "integer":
      return {
        ...base,
        width: 13,
        style: formatted(looks.input, column.unit === "年" ? "0" : numberFormat(0)),
        validation: { type: "whole" },
      };
    case "decimal":
      return { ...base, width: 16, style: formatted(looks.input, numberFormat(specification.decimals)), validation: { type: "decimal" } };
    case "date":
      return { ...base, width: 14, style: formatted(looks.inputCentred, dateFormat), validation: { type: "date" } };
    case "boolean":
      return { ...base, width: 11, style: looks.inputCentred, validation: { type: "list", list: lists.yesNo() } };
    case "choice": {
      const dimension = request.index.dimensions.get(column.choices ?? "");
      if (!dimension) throw new Error(`column ${column.code} has no dimension ${column.choices}`);
      const longest = Math.max(...dimension.members.map((member) => member.zh.length), column.zh.length + 2);
      return {
        ...base,
        width: Math.min(28, Math.max(12, longest * 2.1 + 2)),
        style: { ...looks.inputText, alignment: { ...looks.inputText.alignment, horizontal: "center", indent: 0 } },
        validation: {
          type: "list",
          list: lists.add(
            dimension.code,
            dimension.zh,
            dimension.members.map((member) => member.zh),
          ),
        },
      };
    }
    case "text":
      return { ...base, width: column.pattern ? 22 : 28, style: looks.inputText, validation: null };
  }
}

const hints: Readonly<Record<Column["type"], string>> = {
  text: "",
  integer: "整数",
  decimal: "数字",
  date: "年-月-日",
  choice: "从列表选择",
  boolean: "是/否",
};

function hint(column: Column): string {
  return hints[column.type];
}

/** A stored value as the sheet shows it. */
function cellValue(request: TemplateRequest, column: Column, value: string | null): CellValue {
  if (value === null) return null;
  switch (column.type) {
    case "integer":
    case "decimal":
      return numberOrText(value);
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(value) ? serialOfDate(value) : value;
    case "boolean":
      return value === "true" ? "是" : value === "false" ? "否" : value;
    case "choice":
      return request.index.dimensions.get(column.choices ?? "")?.members.find((member) => member.code === value)?.zh ?? value;
    case "text":
      return value;
  }
}
