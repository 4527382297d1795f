/** Reminders on PostgreSQL. */
import { sql } from "kysely";
import type { Reminder, Reminders } from "../../../app/desk/reminders.ts";
import type { Database } from "../tables.ts";

export function createReminders(database: Database): Reminders {
  return {
    add: async (reminders) => {
      if (reminders.length === 0) return;
      const rows = reminders.map(({ text: body, ...rest }) => ({ ...rest, body, read_by: [] }));
      await database.insertInto("reminders").values(rows).execute();
    },
    to: async (organisation, limit) => {
      const rows = await database
        .selectFrom("reminders")
        .selectAll()
        .where("organisation", "=", organisation)
        .orderBy("at", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(({ body: text, read_by: readBy, ...rest }): Reminder => ({ ...rest, text, readBy }));
    },
    remindedSince: async (actor, since) => {
      const rows = await database
        .selectFrom("reminders")
        .select("organisation")
        .distinct()
        .where("actor", "=", actor)
        .where("at", ">=", since)
        .execute();
      return new Set(rows.map((row) => row.organisation));
    },
    markRead: async (organisation, id, actor) => {
      const { rows } = await sql`
        update reminders set read_by = case when ${actor} = any(read_by) then read_by else array_append(read_by, ${actor}) end
        where organisation = ${organisation} and id = ${id} returning id`.execute(database);
      return rows.length > 0;
    },
  };
}
