/** From a return to facts: every form cell is one fact; a register yields the counts that its elements ask for. */
import type { Element } from "../definition/element.ts";
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import { isInForce, type Ledger } from "../definition/ledger.ts";
import { holds } from "../definition/row-condition.ts";
import type { CellOrigin, Fact, FactOrigin } from "../model/fact.ts";
import type { RegisterRow, ReturnDocument } from "../model/return.ts";
import { type Members, membersKey, parseMembersKey } from "../model/selection.ts";
import { add, exact, zero } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";

/**
 * The facts of one return, in the order of the catalog. Cells of elements that the catalog lacks are
 * left out; the document keeps them.
 */
export function projectFacts(index: KnowledgeIndex, document: ReturnDocument, version: number): Fact[] {
  const facts: Fact[] = [];
  for (const ledger of index.knowledge.ledgers) {
    if (!isInForce(ledger, document.year)) continue;
    const form = document.forms[ledger.code];
    const rows = document.registers[ledger.code];
    if (form)
      for (const [key, cell] of Object.entries(form)) {
        const [element = "", members = ""] = key.split("#", 2);
        if (index.elements.get(element)?.ledger !== ledger.code) continue;
        facts.push({
          ...identity(document, element, parseMembersKey(members)),
          status: cell.status,
          value: cell.value,
          origin: { ...cell.origin, version },
        });
      }
    if (rows)
      for (const element of index.elementsByLedger.get(ledger.code) ?? [])
        if (element.from && isInForce(element, document.year)) facts.push(...aggregate(document, ledger, element, rows, version));
  }
  return facts;
}

function identity(
  document: ReturnDocument,
  element: string,
  members: Members,
): Pick<Fact, "element" | "organisation" | "year" | "vintage" | "members"> {
  return { element, organisation: document.organisation, year: document.year, vintage: document.year, members };
}

function aggregate(document: ReturnDocument, ledger: Ledger, element: Element, rows: readonly RegisterRow[], version: number): Fact[] {
  const from = element.from!;
  const groups = new Map<string, { members: Members; rows: RegisterRow[]; key?: string }>();
  for (const row of rows) {
    if (from.where && !holds(from.where, row.values)) continue;
    const members = membersOf(row, from.by ?? {});
    const key = from.aggregate.kind === "countDistinct" ? row.values[from.aggregate.column] : undefined;
    if (key === null) continue;
    const group = `${membersKey(members)}/${key ?? ""}`;
    const known = groups.get(group);
    if (known) known.rows.push(row);
    else groups.set(group, { members, rows: [row], ...(key === undefined ? {} : { key }) });
  }
  if (groups.size === 0)
    return [{ ...identity(document, element.code, {}), status: "value", value: "0", origin: rangeOf(ledger, rows, version) }];
  return [...groups.values()].map((group) => ({
    ...identity(document, element.code, group.members),
    ...(group.key === undefined ? {} : { key: group.key }),
    status: "value" as const,
    value:
      from.aggregate.kind === "sum"
        ? sumColumn(group.rows, from.aggregate.column)
        : from.aggregate.kind === "count"
          ? String(group.rows.length)
          : "1",
    origin: rangeOf(ledger, group.rows, version),
  }));
}

function membersOf(row: RegisterRow, by: Readonly<Record<string, string>>): Members {
  const pairs = Object.entries(by).map(([dimension, column]) => [dimension, row.values[column]] as const);
  return Object.fromEntries(pairs.filter((pair): pair is readonly [string, string] => typeof pair[1] === "string"));
}

function sumColumn(rows: readonly RegisterRow[], column: string): string {
  let total = zero;
  for (const row of rows) {
    const value = row.values[column];
    if (value !== null && value !== undefined) total = add(total, exact(value));
  }
  return toSignificant(total, 40);
}

/** The rows' place in their sheet: one cell's address, or from the first to the last. */
function rangeOf(ledger: Ledger, rows: readonly RegisterRow[], version: number): FactOrigin {
  const first: CellOrigin = rows[0]?.origin ?? { file: "", sheet: ledger.zh, cell: "" };
  const last = rows.at(-1)?.origin ?? first;
  return { file: first.file, sheet: first.sheet, cell: first.cell === last.cell ? first.cell : `${first.cell}:${last.cell}`, version };
}
