/**
 * Backup: the whole store in one file, taken from one unchanging state of it. Gzip over lines of JSON: a
 * head (format, migrations), ["table",{row}] for every row, and an end with counts and the SHA-256 of all
 * lines before it. Needs no program and no rights beyond reading.
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "kysely";
import type { Progress } from "../../app/ports.ts";
import { putInPlace } from "../system/rename.ts";
import { appliedMigrations } from "./migrate.ts";
import type { Database, Tables } from "./tables.ts";

export const backupFormat = 1;

/**
 * All tables, those before which others need first; each is read in the order of its key. Sessions stay out of it:
 * after a restore people sign in again.
 */
export const backupTables: readonly (readonly [table: keyof Tables, key: string])[] = [
  ["organisations", "code"],
  ["cycles", "organisation, year"],
  ["breaks", "organisation, measure, year"],
  ["returns", "organisation, year, version"],
  ["return_states", "organisation, year, version, ordinal"],
  ["return_heads", "organisation, year"],
  ["lineage", "ancestor, year, organisation"],
  ["facts", "organisation, vintage, ordinal"],
  ["register_rows", "organisation, year, ledger, id"],
  ["sums", "ancestor, year, basis, cell"],
  ["sum_deltas", "organisation, id"],
  ["history", "organisation, sequence"],
  ["chain_heads", "organisation"],
  ["seals", "sequence"],
  ["user", "id"],
  ["account", "id"],
  ["settings", "name"],
  ["working_heads", "organisation, year"],
  ["working_slots", "organisation, year, slot"],
  ["working_batches", "organisation, year, id"],
  ["working_previews", "organisation, id"],
  ["confirmations", "organisation, year, ledger"],
  ["signatures", "organisation, year, version"],
  ["requested_slots", "organisation, year, version, slot"],
  ["comments", "organisation, id"],
  ["corrections", "organisation, id"],
  ["evidence_contents", "organisation, hash"],
  ["evidence", "organisation, id"],
  ["reminders", "organisation, id"],
  ["mappings", "organisation, id"],
  ["acts", "id"],
];

/** Tables of older schemas alone: working_edits is a view over the batches since the fourth migration, taken_edits went with the fifth. */
export const formerTables: typeof backupTables = [
  ["working_edits", "organisation, year, edit"],
  ["taken_edits", "organisation, year, edit"],
];

const page = 200;
/** Rows that may hold a whole file each. */
const large: ReadonlySet<string> = new Set(["evidence_contents"]);

/** Writes the backup; a file stands under the name only when it is complete. The number of rows by table. */
export async function backupStore(database: Database, file: string, progress: Progress): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const beside = `${file}.${process.pid}.part`;
  try {
    await database
      .transaction()
      .setAccessMode("read only")
      .setIsolationLevel("repeatable read")
      .execute((snapshot) =>
        pipeline(Readable.from(lines(snapshot, counts, progress)), createGzip(), createWriteStream(beside, { mode: 0o600 })),
      );
    const written = await open(beside, "r+");
    await written.sync();
    await written.close();
    await putInPlace(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return counts;
}

async function* lines(snapshot: Database, counts: Record<string, number>, progress: Progress): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const said = (line: string): string => {
    hash.update(line);
    return line;
  };
  const migrations = [...(await appliedMigrations(snapshot))].map(([name, checksum]) => ({ name, checksum }));
  yield said(`${JSON.stringify({ backup: "zhibao", format: backupFormat, migrations })}\n`);
  for (const [table, key] of [...backupTables, ...formerTables]) {
    if (!(await exists(snapshot, table))) continue;
    counts[table] = 0;
    const { rows } = await sql<{ total: number }>`select count(*)::integer as total from ${sql.table(table)}`.execute(snapshot);
    const total = rows[0]?.total ?? 0;
    await sql`declare backup_rows no scroll cursor for select row_to_json(each)::text as row from ${sql.table(table)} as each order by ${sql.raw(key)}`.execute(
      snapshot,
    );
    for (;;) {
      const fetched = await sql<{ row: string }>`fetch ${sql.lit(large.has(table) ? 1 : page)} from backup_rows`.execute(snapshot);
      if (fetched.rows.length === 0) break;
      counts[table] += fetched.rows.length;
      progress(counts[table], total, table);
      yield said(fetched.rows.map(({ row }) => `["${table}",${row}]\n`).join(""));
    }
    await sql`close backup_rows`.execute(snapshot);
  }
  yield `${JSON.stringify({ end: true, counts, sha256: hash.digest("hex") })}\n`;
}

/** A store of an older schema, asked before it is migrated, lacks the newer tables; what became a view is in its tables. */
async function exists(snapshot: Database, table: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from pg_class where oid = to_regclass(${`"${table}"`}) and relkind in ('r', 'p')) as known`.execute(snapshot);
  return rows[0]?.known === true;
}
