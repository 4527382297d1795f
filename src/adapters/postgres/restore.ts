/** Restore: reads a backup into an empty store, after checking the whole file, and all of it or nothing. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { sql } from "kysely";
import { z } from "zod";
import type { Progress } from "../../app/ports.ts";
import { backupFormat, backupTables, formerTables } from "./backup.ts";
import { listMigrations, migrate } from "./migrate.ts";
import type { Database, Tables } from "./tables.ts";
import { schema } from "./walls.ts";

const headSchema = z.object({
  backup: z.literal("zhibao"),
  format: z.literal(backupFormat),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
});
const endSchema = z.object({ end: z.literal(true), counts: z.record(z.string(), z.number()), sha256: z.string() });

/** So many characters of rows go to the server at a time. */
const batchSize = 4_000_000;

/**
 * A backup of an older version is loaded into the schema of its time and then migrated.
 * @throws Error when the file is damaged or newer than this program, or the store is not empty.
 */
export async function restoreStore(database: Database, file: string, progress: Progress): Promise<Record<string, number>> {
  const { migrations, counts } = await checkBackup(file);
  const { rows } = await sql<{
    filled: boolean;
  }>`select exists (select from organisations) or exists (select from history) as filled`.execute(database);
  if (rows[0]?.filled) throw new Error("只能恢复到空库：库中已有数据");
  const own = await listMigrations();
  const strange = migrations.find(({ name, checksum }) => own.find((each) => each.name === name)?.checksum !== checksum);
  if (strange) throw new Error(`备份来自其他版本的库结构（${strange.name}），请升级本程序`);
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

/** Reads the file once from end to end; its head and counts. */
async function checkBackup(
  file: string,
): Promise<{ migrations: z.infer<typeof headSchema>["migrations"]; counts: Readonly<Record<string, number>> }> {
  const damaged = (why: string): Error => new Error(`备份文件 ${file} 不完整或已损坏（${why}）`);
  const hash = createHash("sha256");
  const counts: Record<string, number> = Object.fromEntries([...backupTables, ...formerTables].map(([table]) => [table, 0]));
  let head: z.infer<typeof headSchema> | null = null;
  let end: z.infer<typeof endSchema> | null = null;
  try {
    for await (const line of readLines(file)) {
      if (end) throw damaged("结尾之后还有内容");
      if (!head) head = headSchema.parse(JSON.parse(line));
      else if (line.startsWith("{")) {
        end = endSchema.parse(JSON.parse(line));
        continue;
      } else {
        const table = tableOf(line);
        if (table === null) throw damaged("有不认识的行");
        counts[table] = (counts[table] ?? 0) + 1;
      }
      hash.update(`${line}\n`);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new Error(`没有文件 ${file}`, { cause: error });
    throw error instanceof Error && error.message.includes(file)
      ? error
      : damaged(error instanceof Error ? (error.message.split("\n")[0] ?? "") : "");
  }
  if (!head || !end) throw damaged("缺少结尾");
  const told = end.counts;
  const whole = Object.keys({ ...told, ...counts }).every((table) => (told[table] ?? 0) === (counts[table] ?? 0));
  if (end.sha256 !== hash.digest("hex") || !whole) throw damaged("哈希不符");
  return { migrations: head.migrations, counts };
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

function tableOf(line: string): keyof Tables | null {
  const name = /^\["(\w+)",\{/.exec(line)?.[1];
  return [...backupTables, ...formerTables].find(([table]) => table === name)?.[0] ?? null;
}

async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on("error", (error) => text.destroy(error));
  const reader = createInterface({ input: text, crlfDelay: Infinity });
  let failure: Error | null = null;
  text.on("error", (error: Error) => {
    failure = error;
    reader.close();
  });
  yield* reader;
  if (failure) throw failure as Error;
}
