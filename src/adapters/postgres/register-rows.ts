/** The rows of registers by their own identity, beside the documents that hold them. */
import { sql } from "kysely";
import type { StoredRow } from "../../app/ports.ts";
import type { ReturnDocument } from "../../core/model/return.ts";
import type { StoreKnowledge } from "./knowledge.ts";
import type { Database } from "./tables.ts";

export interface RowContent {
  readonly ledger: string;
  readonly id: string;
  readonly natural_key: string;
  readonly payload: Readonly<Record<string, string | null>>;
  readonly origin: { readonly file: string; readonly sheet: string; readonly cell: string };
}

/** The rows of a document; of several with one id the last. */
export function rowsOf(document: ReturnDocument, knowledge: StoreKnowledge): RowContent[] {
  const found = new Map<string, RowContent>();
  for (const [ledger, rows] of Object.entries(document.registers))
    for (const row of rows)
      found.set(`${ledger}\u0000${row.id}`, {
        ledger,
        id: row.id,
        natural_key: knowledge.naturalKey(ledger, row.values),
        payload: row.values,
        origin: row.origin,
      });
  return [...found.values()];
}

/** Brings the stored rows to those of `version`: changed ones are rewritten, absent ones withdrawn. */
export async function replaceRows(database: Database, document: ReturnDocument, version: number, knowledge: StoreKnowledge): Promise<void> {
  const { organisation, year } = document;
  const rows = rowsOf(document, knowledge);
  await sql`
    with incoming as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(ledger text, id text, natural_key text, payload jsonb, origin jsonb)
    ), withdrawn as (
      update register_rows r set withdrawn = true, version = ${version}
      where r.organisation = ${organisation} and r.year = ${year} and not r.withdrawn and not exists (select from incoming i where i.ledger = r.ledger and i.id = r.id)
    )
    insert into register_rows as r (organisation, year, ledger, id, version, natural_key, payload, origin, withdrawn)
    select ${organisation}, ${year}::integer, ledger, id, ${version}::integer, natural_key, payload, origin, false from incoming
    on conflict (organisation, year, ledger, id) do update
    set version = excluded.version, natural_key = excluded.natural_key, payload = excluded.payload, origin = excluded.origin, withdrawn = false
    where (r.natural_key, r.payload, r.origin, r.withdrawn) is distinct from (excluded.natural_key, excluded.payload, excluded.origin, false)`.execute(
    database,
  );
}

export async function readRows(database: Database, query: { root: string; year: number; ledger: string }): Promise<StoredRow[]> {
  const rows = await database
    .selectFrom("lineage")
    .innerJoin("register_rows", (join) =>
      join.onRef("register_rows.organisation", "=", "lineage.organisation").onRef("register_rows.year", "=", "lineage.year"),
    )
    .selectAll("register_rows")
    .where("lineage.ancestor", "=", query.root)
    .where("lineage.year", "=", query.year)
    .where("register_rows.ledger", "=", query.ledger)
    .orderBy("register_rows.organisation")
    .orderBy("register_rows.id")
    .execute();
  return rows.map(({ natural_key: naturalKey, payload: values, ...row }) => ({ ...row, naturalKey, values }));
}
