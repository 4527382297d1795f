/** Restore: reads a backup into an empty store, after checking the whole file, and all of it or nothing. */
import { sql } from "kysely";
import type { Progress } from "../../app/ports.ts";
import { refuse } from "../../app/refusal.ts";
import { type CheckedBackup, readLines, tableOf } from "./backup-check.ts";
import { listMigrations, migrate } from "./migrate.ts";
import type { Database, Tables } from "./tables.ts";
import { schema } from "./walls.ts";

/** So many characters of rows go to the server at a time. */
const batchSize = 4_000_000;

/**
 * Loads a file that was looked through; a backup of an older version goes into the schema of its time and is then migrated.
 * @throws Refusal when the store is not empty.
 */
export async function restoreChecked(
  database: Database,
  file: string,
  { migrations, counts }: CheckedBackup,
  progress: Progress,
): Promise<Record<string, number>> {
  const { rows } = await sql<{
    filled: boolean;
  }>`select exists (select from organisations) or exists (select from history) as filled`.execute(database);
  if (rows[0]?.filled) throw refuse("restore-filled", {});
  const own = await listMigrations();
  const last = migrations.at(-1)!.name;
  if (migrations.length < own.length) {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(database);
    await migrate(database, last);
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await database.transaction().execute(async (transaction) => {
    let done = 0;
    // A server that was started on the empty store has made its own: those of the backup go with its accounts.
    if (counts.settings) await transaction.deleteFrom("settings").execute();
    for await (const { table, batch } of batches(file)) {
      await load(transaction, table, batch);
      progress((done += batch.length), total, table);
    }
    await continueNumbers(transaction, "sum_deltas");
    if (counts.acts) await continueNumbers(transaction, "acts");
    if (counts.working_batches) await continueNumbers(transaction, "working_batches");
  });
  await migrate(database);
  return { ...counts };
}

/** Rows to come are numbered after those that were loaded. */
async function continueNumbers(database: Database, table: "sum_deltas" | "acts" | "working_batches"): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select coalesce(max(id), 0) + 1 from ${sql.table(table)}), false)`.execute(
    database,
  );
}

/** Loads a checked file whole into empty tables; the number of rows by table. */
export async function loadAll(database: Database, file: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const { table, batch } of batches(file)) {
    await load(database, table, batch);
    counts[table] = (counts[table] ?? 0) + batch.length;
  }
  for (const table of ["sum_deltas", "acts", "working_batches"] as const) await continueNumbers(database, table);
  return counts;
}

async function* batches(file: string): AsyncGenerator<{ table: keyof Tables; batch: string[] }> {
  let table: keyof Tables | null = null;
  let batch: string[] = [];
  let size = 0;
  for await (const line of readLines(file)) {
    const next = tableOf(line);
    if (table && batch.length > 0 && (next !== table || size > batchSize)) {
      yield { table, batch };
      [batch, size] = [[], 0];
    }
    table = next;
    if (!next) continue;
    batch.push(line.slice(next.length + 4, -1));
    size += line.length;
  }
}

/** Rows stay text on the way, so that no number passes through a float. */
async function load(database: Database, table: keyof Tables, rows: readonly string[]): Promise<void> {
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(",")}]`}::jsonb)`.execute(
    database,
  );
}
