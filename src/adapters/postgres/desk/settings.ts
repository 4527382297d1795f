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
