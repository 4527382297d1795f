/** The rows of a register over the organisations of a report, by date where they have one, and their fields as text. */
import type { Column, RegisterLedger } from "../definition/ledger.ts";
import type { RowsReference } from "../definition/outline.ts";
import { holds } from "../definition/row-condition.ts";
import type { Trace } from "../formula/trace.ts";
import type { OrganisationNode } from "../model/organisation.ts";
import type { RegisterRow } from "../model/return.ts";
import { compare, type Exact, exact, isDecimalText, zero } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { digits, styleOf } from "./printed.ts";
import { quotedRuns } from "./quoted.ts";
import type { Run } from "./report.ts";
import { figureRun, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";

export interface FiledRow {
  readonly node: OrganisationNode;
  readonly row: RegisterRow;
  readonly version: number;
}

export function registerRows(scope: Scope, { ledger: ledgerCode, where, own, largestBy }: RowsReference): FiledRow[] {
  const ledger = registerOf(scope, ledgerCode);
  const date = ledger.columns.find((column) => column.type === "date")?.code;
  const rows = scope
    .filings()
    .filter(({ node }) => !own || node.code === scope.organisation.code)
    .flatMap(({ node, filing }) =>
      (filing.registers[ledgerCode] ?? [])
        .filter((row) => !where || holds(where, row.values))
        .map((row) => ({ node, row, version: filing.version })),
    );
  if (largestBy) return rows.sort((left, right) => compare(numberIn(right, largestBy), numberIn(left, largestBy)));
  return date ? rows.sort((left, right) => ((left.row.values[date] ?? "9") < (right.row.values[date] ?? "9") ? -1 : 1)) : rows;
}

function numberIn({ row }: FiledRow, column: string): Exact {
  const value = row.values[column];
  return value && isDecimalText(value) ? exact(value) : zero;
}

/** @throws Error when the catalog has no such register: a bug in an outline. */
export function registerOf(scope: Scope, ledgerCode: string): RegisterLedger {
  const ledger = scope.evaluator.index.ledgers.get(ledgerCode);
  if (ledger?.kind !== "register") throw new Error(`no register in the catalog: ${ledgerCode}`);
  return ledger;
}

export function rowsTrace(scope: Scope, ledgerCode: string, rows: readonly FiledRow[], value: string): Trace {
  return {
    kind: "rows",
    ledger: ledgerCode,
    year: scope.year,
    value,
    rows: rows.map(({ node, row, version }) => ({ organisation: node.code, id: row.id, origin: { ...row.origin, version } })),
  };
}

/**
 * A field of a row as the report prints it; numbers become figures, those in prose quoted ones. Null when it is blank. In running text
 * (`withUnit`) the reporting organisation does not name itself as the one who filed the row.
 */
export function fieldRuns(scope: Scope, ledgerCode: string, filed: FiledRow, columnCode: string, withUnit: boolean): Run[] | null {
  if (columnCode === "organisation") return [textRun(withUnit && filed.node.code === scope.organisation.code ? "" : filed.node.name)];
  const ledger = registerOf(scope, ledgerCode);
  const column = ledger.columns.find((each) => each.code === columnCode);
  if (!column) throw new Error(`${ledgerCode} has no column ${columnCode}`);
  const value = filed.row.values[columnCode];
  if (value === null || value === undefined || value === "") return null;
  if (column.type === "integer" || column.type === "decimal") {
    const style =
      column.unit && column.unit !== "年"
        ? styleOf({ unit: column.unit, ...(column.type === "decimal" && column.unit !== "元" ? { decimals: decimalsIn(value) } : {}) })
        : null;
    if (!style) return [textRun(value)];
    const number = digits(exact(value), style);
    const trace = rowsTrace(scope, ledgerCode, [filed], toSignificant(exact(value)));
    const label = `${ledger.zh}：${column.zh}`;
    return [figureRun(scope.figures.counted(label, ledgerCode, filed.node.code, scope.year, number, withUnit ? style.spoken : "", trace))];
  }
  const text = fieldText(scope, column, value);
  const isProse = column.type === "text" && !ledger.naturalKey.includes(column.code);
  return isProse
    ? quotedRuns(scope, text, {
        title: `${ledger.zh}：${column.zh}`,
        organisation: filed.node.code,
        origin: { ...filed.row.origin, version: filed.version },
      })
    : [textRun(text)];
}

function decimalsIn(value: string): number {
  return value.includes(".") ? value.length - value.indexOf(".") - 1 : 0;
}

function fieldText(scope: Scope, column: Column, value: string): string {
  if (column.type === "choice") return scope.figures.memberName(column.choices ?? "", value);
  if (column.type === "boolean") return value === "true" ? "是" : "否";
  if (column.type === "date") {
    const [year = "", month = "", day = ""] = value.split("-");
    return `${Number(year) === scope.year ? "" : `${year}年`}${Number(month)}月${Number(day)}日`;
  }
  return value.trim().replace(/[。；，、]+$/, "");
}
