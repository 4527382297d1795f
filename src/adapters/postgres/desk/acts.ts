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
