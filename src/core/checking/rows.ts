/** Rules over the rows of a register that an organisation filed: conditions on each row, and rows entered twice. */
import type { Check, CheckRule } from "../definition/check.ts";
import type { RegisterLedger } from "../definition/ledger.ts";
import type { RowCondition, RowValue } from "../definition/row.ts";
import { columnsOf, holds, judge, rowValue } from "../definition/row-condition.ts";
import type { RegisterRow } from "../model/return.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { type Context, type Fault, titleOf } from "./context.ts";
import type { FindingPlace } from "./finding.ts";
import { rowKeyLabels, valueLabel } from "./labels.ts";
import { message, type Title } from "./messages.ts";
import { short } from "./proof.ts";

type RuleOf<Kind extends CheckRule["kind"]> = Extract<CheckRule, { kind: Kind }>;

/** One fault for each row that breaks the rule; a row whose answer hangs on a blank passes. */
export function rows(context: Context, check: Check, rule: RuleOf<"rows">): Fault[] {
  const ledger = registerOf(context, rule.ledger);
  if (!ledger) return [];
  const columns = columnsOf(rule.holds);
  return rowsOf(context, ledger)
    .filter((row) => (rule.where === undefined || holds(rule.where, row.values)) && judge(rule.holds, row.values) === false)
    .map((row) => ({
      message: message("row", { rule: titleOf(check), row: rowLabel(context, ledger, row) }),
      proof: refutation(context, ledger, rule.holds, row),
      places: columns.map((column) => placeOf(context, ledger, row, column)),
    }));
}

/** One fault for each group of rows that share the columns; rows with a blank among them are not compared. */
export function uniqueRows(context: Context, check: Check, rule: RuleOf<"uniqueRows">): Fault[] {
  const ledger = registerOf(context, rule.ledger);
  if (!ledger) return [];
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rowsOf(context, ledger)) {
    const key = rule.columns.map((column) => row.values[column]?.trim() ?? "");
    if (key.includes("")) continue;
    const text = JSON.stringify(key);
    groups.set(text, [...(groups.get(text) ?? []), row]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      message: message("sameRows", { rule: titleOf(check), rows: group.map((row) => rowLabel(context, ledger, row)).join("、") }),
      proof: `${group.length}行的${rule.columns.map((column) => `${columnTitle(ledger, column).zh}都是“${written(context, ledger, column, group[0]!)}”`).join("，")}`,
      places: group.flatMap((row) => rule.columns.map((column) => placeOf(context, ledger, row, column))),
    }));
}

/** The register, if this kind of organisation files it. */
function registerOf(context: Context, code: string): RegisterLedger | null {
  const ledger = context.evaluator.index.ledgers.get(code);
  return ledger?.kind === "register" && (ledger.reportedBy as readonly string[]).includes(context.node.kind) ? ledger : null;
}

export function rowsOf(context: Context, ledger: RegisterLedger): readonly RegisterRow[] {
  return context.filing?.registers[ledger.code] ?? [];
}

export function placeOf(context: Context, ledger: RegisterLedger, row: RegisterRow, column: string): FindingPlace {
  return { organisation: context.node.code, year: context.year, ledger: ledger.code, cell: `${row.id}/${column}`, origin: row.origin };
}

/** A row by its natural key: “电工班，2019-03-04”; by its cell where the key is blank. */
export function rowLabel(context: Context, ledger: RegisterLedger, row: RegisterRow): string {
  const key = rowKeyLabels(context.evaluator.index, ledger, row.values);
  return key.length > 0 ? `“${key.join("，")}”` : row.origin.cell;
}

export function columnTitle(ledger: RegisterLedger, code: string): Title {
  return ledger.columns.find((column) => column.code === code) ?? { zh: code, en: code };
}

/** Why the row fails, by the part of the condition that fails: "取证人次50 > 培训人次48". */
function refutation(context: Context, ledger: RegisterLedger, condition: RowCondition, row: RegisterRow): string {
  if (condition.kind === "all") {
    const failing = condition.of.find((each) => judge(each, row.values) === false);
    if (failing) return refutation(context, ledger, failing, row);
  }
  if (condition.kind === "compare") {
    const [left, right] = [condition.left, condition.right].map((side) => writtenValue(context, ledger, side, row));
    return `${left} ${opposite[condition.operator]} ${right}`;
  }
  return columnsOf(condition)
    .map((column) => `${columnTitle(ledger, column).zh}：${written(context, ledger, column, row)}`)
    .join("，");
}

function writtenValue(context: Context, ledger: RegisterLedger, value: RowValue, row: RegisterRow): string {
  switch (value.kind) {
    case "column":
      return `${columnTitle(ledger, value.column).zh}${written(context, ledger, value.column, row)}`;
    case "literal":
      return value.value;
    case "product":
      return `${writtenValue(context, ledger, value.left, row)} × ${writtenValue(context, ledger, value.right, row)} = ${resultOf(value, row)}`;
    case "sum":
      return `${value.terms.map((term) => writtenValue(context, ledger, term, row)).join(" + ")} = ${resultOf(value, row)}`;
    case "daysBetween":
      return `${writtenValue(context, ledger, value.from, row)}至${writtenValue(context, ledger, value.to, row)}的${resultOf(value, row)}天`;
  }
}

function resultOf(value: RowValue, row: RegisterRow): string {
  const result = rowValue(value, row.values);
  return result === null ? "—" : typeof result === "string" ? result : short(toSignificant(result));
}

function written(context: Context, ledger: RegisterLedger, code: string, row: RegisterRow): string {
  const text = row.values[code];
  if (text === null || text === undefined || text.trim() === "") return "（空）";
  const column = ledger.columns.find((each) => each.code === code);
  return column ? valueLabel(context.evaluator.index, column, text) : text;
}

const opposite = { "=": "≠", "≠": "=", "<": "≥", "≤": ">", ">": "≤", "≥": "<" } as const;
