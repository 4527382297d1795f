/**
 * The second wall: row-level security by the setting `zhibao.scope` (see migrations/0001-store.sql), and a
 * role that can only read. Where the server does not let us have that role, the setting alone holds, for
 * the tables force their policies on their owner too.
 */
import { type Kysely, sql } from "kysely";
import pg from "pg";
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

/** Databases of which it was seen that row-level security binds us there, reading and writing. */
const bound = new WeakMap<object, Set<string>>();

interface Walls {
  readonly organisation: string;
  /** Reads one unchanging state, in the reader role where the server has it. */
  readonly readOnly: boolean;
  /** A return to be locked before anything is looked at. */
  readonly locked?: { readonly organisation: string; readonly year: number };
}

/**
 * Runs work in a transaction with the scope of one organisation. The transaction's beginning, role and scope go
 * to the server in one message, for every message more is felt by five hundred who type at once.
 * @throws Error where the database user is not bound by row-level security.
 */
export async function scoped<T>(
  database: Kysely<Tables>,
  { organisation, readOnly, locked }: Walls,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  assertScope(organisation);
  const begin = [
    ...(readOnly ? await beginReading(database) : ["begin"]),
    `select set_config('zhibao.scope', ${pg.escapeLiteral(organisation)}, true)`,
    ...(locked ? [`select pg_advisory_xact_lock(hashtextextended(${pg.escapeLiteral(lockName(locked))}, 0))`] : []),
  ].join("; ");
  return database.connection().execute(async (connection) => {
    try {
      await sql.raw(begin).execute(connection);
      await assertBound(database, connection, readOnly ? "reading" : "writing");
      const result = await work(connection);
      await sql.raw("commit").execute(connection);
      return result;
    } catch (error) {
      await sql
        .raw("rollback")
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });
}

/** Statements that begin a transaction which can only read, in the reader role where the server has it. */
export async function beginReading(database: Kysely<Tables>): Promise<string[]> {
  const role = (await readerRoleOf(database)) ? [`set local role ${pg.escapeIdentifier(readerRole)}`] : [];
  return ["begin isolation level repeatable read read only", ...role];
}

/** @throws Error for what is no scope of a single organisation. */
export function assertScope(organisation: string): void {
  if (organisation === wholeScope || organisation === "") throw new Error("a scope is the code of one organisation");
}

/** The name under which a return is locked. */
export const lockName = ({ organisation, year }: { readonly organisation: string; readonly year: number }): string =>
  `return/${organisation}/${year}`;

async function assertBound(database: object, connection: Database, mode: "reading" | "writing"): Promise<void> {
  const seen = bound.get(database) ?? new Set<string>();
  if (seen.has(mode)) return;
  const { rows } = await sql<{ walled: boolean }>`select row_security_active('facts') as walled`.execute(connection);
  if (rows[0]?.walled !== true) throw notBound();
  bound.set(database, seen.add(mode));
}

export const notBound = (): Error => new Error("此数据库用户不受行级安全约束（超级用户或 BYPASSRLS），不能用于分机构读写");

const readerRoles = new WeakMap<object, Promise<boolean>>();

/** Whether sessions of this database may take the reader role; asked once. */
function readerRoleOf(database: Database): Promise<boolean> {
  const known = readerRoles.get(database);
  if (known) return known;
  const asked = mayRead(database);
  readerRoles.set(database, asked);
  asked.catch(() => readerRoles.delete(database));
  return asked;
}

/** Runs each piece of work in a transaction that can only read, and only what `organisation` may see. */
export function behindWalls(database: Kysely<Tables>, organisation: string): Run {
  return (work) => scoped(database, { organisation, readOnly: true }, work);
}
