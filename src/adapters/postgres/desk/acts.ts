/** Acts in words: appended, never changed. */
import { sql } from "kysely";
import type { Acts } from "../../../app/desk/acts.ts";
import type { Database } from "../tables.ts";

export function createActs(database: Database): Acts {
  return {
    record: async (acts) => {
      if (acts.length === 0) return;
      const rows = acts.map(({ reason = "", detail = "", chained = false, ...act }) => ({ ...act, reason, detail, chained }));
      await sql`
        insert into acts (organisation, year, act, actor, name, at, reason, detail, hash)
        select organisation, year, act, actor, name, at, reason, detail,
               case when chained then (select h.hash from chain_heads h where h.organisation = done.organisation) end
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as done(organisation text, year integer, act text, actor text, name text, at text, reason text, detail text, chained boolean)`.execute(
        database,
      );
    },
  };
}

/** When the newest thing was done that the store knows of, ISO instant; null in an empty one. */
export async function newestAct(database: Database): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select max(at) as at from (
      select max(at) as at from history union all select max(at) from acts union all select max(at) from working_batches
    ) as done`.execute(database);
  return rows[0]?.at ?? null;
}
