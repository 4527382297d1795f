/** Rules over the rows of a register: every row holds, and no two rows are the same thing. */
import type { Check } from "../definition/check.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { holds } from "../definition/row-condition.ts";
import type { RegisterRow } from "../model/return.ts";
import type { FindingPlace } from "./finding.ts";
import { word } from "./wording.ts";

/** What one breach of a rule says; the caller adds the check. */
export interface Breach {
  readonly message: { readonly zh: string; readonly en: string };
  readonly proof: string;
  readonly places: readonly FindingPlace[];
}

export function rowBreaches(evaluator: Evaluator, check: Check, organisation: string, year: number): Breach[] {
  const { rule } = check;
  if (rule.kind !== "rows" && rule.kind !== "uniqueRows") return [];
  const rows = evaluator.dataset.filing(organisation, year)?.registers[rule.ledger] ?? [];
  const place = (row: RegisterRow): FindingPlace => ({ organisation, year, ledger: rule.ledger, cell: row.id, origin: row.origin });
  if (rule.kind === "rows")
    return rows
      .filter((row) => (!rule.where || holds(rule.where, row.values)) && !holds(rule.holds, row.values))
      .map((row) => ({ message: word("rows", { title: check.zh, row: rowName(evaluator, rule.ledger, row) }), proof: rowText(evaluator, rule.ledger, row), places: [place(row)] }));
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const key = rule.columns.map((column) => row.values[column] ?? "").join(" · ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .filter(([, same]) => same.length > 1)
    .map(([key, same]) => ({ message: word("uniqueRows", { title: check.zh, key, rows: same.length }), proof: same.map((row) => row.origin.cell).join(" = "), places: same.map(place) }));
}

/** The natural key of a row, as its readers know it. */
function rowName(evaluator: Evaluator, ledgerCode: string, row: RegisterRow): string {
  const ledger = evaluator.index.ledgers.get(ledgerCode);
  const key = ledger?.kind === "register" ? ledger.naturalKey : [];
  return key.map((column) => row.values[column] ?? "").filter((text) => text !== "").join(" · ") || row.id;
}

function rowText(evaluator: Evaluator, ledgerCode: string, row: RegisterRow): string {
  const ledger = evaluator.index.ledgers.get(ledgerCode);
  const columns = ledger?.kind === "register" ? ledger.columns : [];
  return columns.filter((column) => typeof row.values[column.code] === "string").map((column) => `${column.zh} ${row.values[column.code]}`).join("，");
}
