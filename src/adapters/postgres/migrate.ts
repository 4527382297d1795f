/** Brings the schema up to date: plain SQL files, forward only, each applied once and remembered with its checksum. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { sha256 } from "../system/hash.ts";
import { packageRoot } from "../system/package-root.ts";
import { syncLineage } from "./lineage.ts";
import type { Database } from "./tables.ts";
import { prepareReaderRole, schema } from "./walls.ts";

/** Read from the sources, which every checkout and package carries, so that the build has nothing to copy. */
const folder = join(packageRoot, "src/adapters/postgres/migrations");
const migrationLock = 7_416_101;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export async function listMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(join(folder, file), "utf8");
      return { name: file.replace(/\.sql$/, ""), sql: text, checksum: sha256(text.replaceAll("\r\n", "\n")) };
    }),
  );
}

/**
 * Applies what is missing in one transaction; the names applied. Two commands at once wait for each other.
 * @param until the last migration to apply; all when absent.
 * @throws Error when the schema was made by a newer version or a migration was edited after it ran.
 */
export async function migrate(database: Database, until?: string): Promise<string[]> {
  const wanted = (await listMigrations()).filter(({ name }) => until === undefined || name <= until);
  if (until === undefined && (await isCurrent(database, wanted))) return [];
  const names = await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
    await ensureSchema(transaction);
    await sql`create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(
      transaction,
    );
    const known = await appliedMigrations(transaction);
    for (const [name, checksum] of known) {
      const own = wanted.find((each) => each.name === name);
      if (!own && until === undefined) throw new Error(`库结构来自更新的版本（${name}），请升级本程序`);
      if (own && own.checksum !== checksum) throw new Error(`迁移 ${name} 在执行之后被改动过`);
    }
    const applied: string[] = [];
    for (const migration of wanted) {
      if (known.has(migration.name)) continue;
      await sql.raw(migration.sql).execute(transaction);
      await sql`insert into migrations (name, checksum) values (${migration.name}, ${migration.checksum})`.execute(transaction);
      applied.push(migration.name);
    }
    return applied;
  });
  if (names.length > 0) await prepareReaderRole(database);
  // Stores of before know nothing of the lines that asking no year needs.
  if (names.length > 0 && until === undefined) await database.transaction().execute((transaction) => syncLineage(transaction));
  return names;
}

/** Name → checksum of what has run. */
export async function appliedMigrations(database: Database): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migrations order by name`.execute(database);
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function isCurrent(database: Database, wanted: readonly Migration[]): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select to_regclass(${`${schema}.migrations`}) is not null as known`.execute(database);
  if (!rows[0]?.known) return false;
  const known = await appliedMigrations(database);
  return known.size === wanted.length && wanted.every(({ name, checksum }) => known.get(name) === checksum);
}

async function ensureSchema(database: Database): Promise<void> {
  const { rows } = await sql<{ known: boolean; may: boolean }>`
    select to_regnamespace(${schema}) is not null as known, has_database_privilege(current_database(), 'create') as may`.execute(database);
  if (rows[0]?.known) return;
  if (!rows[0]?.may) throw new Error(`数据库用户不能建立模式 ${schema}；请管理员执行：create schema ${schema} authorization <用户>`);
  await sql`create schema ${sql.id(schema)}`.execute(database);
}
