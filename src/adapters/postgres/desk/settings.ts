/** Settings of this installation, kept in the store so that they travel with its backups. */
import { sql } from "kysely";
import type { Database } from "../tables.ts";

/** The setting called `name`; made by `create` when it is asked for first. */
export async function setting<T>(database: Database, name: string, create: () => T): Promise<T> {
  const content = JSON.stringify(create());
  await sql`insert into settings (name, value) values (${name}, ${content}::jsonb) on conflict (name) do nothing`.execute(database);
  const { value } = await database.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirstOrThrow();
  return value as T;
}

/** The setting called `name`; null when there is none. */
export async function readSetting(database: Database, name: string): Promise<unknown> {
  const row = await database.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeSetting(database: Database, name: string, value: unknown): Promise<void> {
  const content = JSON.stringify(value);
  await sql`
    insert into settings (name, value) values (${name}, ${content}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(database);
}
