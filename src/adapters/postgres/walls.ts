/**
 * The second wall: row-level security by the setting `zhibao.scope` (see migrations/0001-store.sql), and a
 * role that can only read. Where the server does not let us have that role, the setting alone holds, for
 * the tables force their policies on their owner too.
 */
import { type Kysely, sql } from "kysely";
import type { Database, Run, Tables } from "./tables.ts";

/** Where all tables live. */
export const schema = "zhibao";
/** The setting of the store's own sessions, which see everything. */
export const wholeScope = "*";
const readerRole = "zhibao_reader";

/** Makes the reader role where the server allows it; whether it can be used. */
export async function prepareReaderRole(database: Database): Promise<boolean> {
  const { rows } = await sql<{ known: boolean; member: boolean; creator: boolean }>`
    select exists (select from pg_roles where rolname = ${readerRole}) as known,
           coalesce((select pg_has_role(oid, 'member') from pg_roles where rolname = ${readerRole}), false) as member,
           (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as creator`.execute(database);
  const found = rows[0];
  if (!found || (!found.known && !found.creator)) return false;
  const role = sql.id(readerRole);
  try {
    if (!found.known) await sql`create role ${role} nologin`.execute(database);
    if (!found.member) await sql`grant ${role} to current_user`.execute(database);
    await sql`grant usage on schema ${sql.id(schema)} to ${role}`.execute(database);
    await sql`grant select on all tables in schema ${sql.id(schema)} to ${role}`.execute(database);
    return true;
  } catch {
    return false;
  }
}

/** Whether this session may take the reader role. */
async function mayRead(database: Database): Promise<boolean> {
  const { rows } = await sql<{ able: boolean }>`
    select coalesce((select pg_has_role(oid, 'member') from pg_roles where rolname = ${readerRole}), false)
       and has_schema_privilege(current_user, ${schema}, 'usage')
       and coalesce((select has_table_privilege(oid, ${`${schema}.facts`}, 'select') from pg_roles where rolname = ${readerRole}), false) as able`.execute(
    database,
  );
  return rows[0]?.able === true;
}

/** Sets the scope of the transaction. @throws Error where the database user is not bound by row-level security. */
export async function enterScope(transaction: Database, organisation: string): Promise<void> {
  if (organisation === wholeScope || organisation === "") throw new Error("a scope is the code of one organisation");
  const { rows } = await sql<{
    walled: boolean;
  }>`select set_config('zhibao.scope', ${organisation}, true), row_security_active('facts') as walled`.execute(transaction);
  if (rows[0]?.walled !== true) throw new Error("此数据库用户不受行级安全约束（超级用户或 BYPASSRLS），不能用于分机构读写");
}

/** Runs each piece of work in a transaction that can only read, and only what `organisation` may see. */
export function behindWalls(database: Kysely<Tables>, organisation: string): Run {
  let useRole: Promise<boolean> | null = null;
  return async (work) => {
    const withRole = await (useRole ??= mayRead(database));
    return database
      .transaction()
      .setAccessMode("read only")
      .setIsolationLevel("repeatable read")
      .execute(async (transaction) => {
        if (withRole) await sql`set local role ${sql.id(readerRole)}`.execute(transaction);
        await enterScope(transaction, organisation);
        return work(transaction);
      });
  };
}
