/** Corrections after the lock, as asked for and decided. */
import { sql } from "kysely";
import type { Correction, Corrections } from "../../../app/desk/corrections.ts";
import type { Database } from "../tables.ts";
import type { DeskTables } from "./tables.ts";

export function createCorrections(database: Database): Corrections {
  return {
    list: async (year) => {
      const rows = await database
        .selectFrom("corrections")
        .selectAll()
        .where("year", "=", year)
        .orderBy("at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(correctionOf);
    },
    find: async (organisation, id) => {
      const row = await database
        .selectFrom("corrections")
        .selectAll()
        .where("organisation", "=", organisation)
        .where("id", "=", id)
        .executeTakeFirst();
      return row ? correctionOf(row) : null;
    },
    add: async ({ organisation, year, id, slot, before, after, reason, state, actor, name, at }) => {
      const { rows } = await sql`
        insert into corrections (organisation, year, id, slot, before, after, reason, state, actor, name, at)
        values (${organisation}, ${year}, ${id}, ${slot}, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb,
                ${reason}, ${state}, ${actor}, ${name}, ${at})
        on conflict (organisation, id) do nothing returning id`.execute(database);
      return rows.length > 0;
    },
    decide: async (organisation, id, state, decided) => {
      const row = await database
        .updateTable("corrections")
        .set({ state, decided_name: decided.name, decided_at: decided.at, decided_reason: decided.reason })
        .where("organisation", "=", organisation)
        .where("id", "=", id)
        .where("state", "=", "requested")
        .returning("id")
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function correctionOf(row: DeskTables["corrections"]): Correction {
  const { decided_name: name, decided_at: at, decided_reason: reason, ...correction } = row;
  return { ...correction, decided: at === null ? null : { name: name ?? "", at, reason: reason ?? "" } };
}
