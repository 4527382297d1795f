/** Remarks and their threads. */
import type { Comment, Comments } from "../../../app/desk/comments.ts";
import type { Database } from "../tables.ts";
import type { DeskTables } from "./tables.ts";

export function createComments(database: Database): Comments {
  return {
    of: async (organisation, year) => {
      const rows = await database
        .selectFrom("comments")
        .selectAll()
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .orderBy("at")
        .orderBy("id")
        .execute();
      return rows.map(commentOf);
    },
    find: async (organisation, id) => {
      const row = await database
        .selectFrom("comments")
        .selectAll()
        .where("organisation", "=", organisation)
        .where("id", "=", id)
        .executeTakeFirst();
      return row ? commentOf(row) : null;
    },
    add: async ({ text: body, resolved, ...comment }) => {
      const row = await database
        .insertInto("comments")
        .values({ ...comment, body, resolved_name: resolved?.name ?? null, resolved_at: resolved?.at ?? null })
        .onConflict((conflict) => conflict.columns(["organisation", "id"]).doNothing())
        .returning("id")
        .executeTakeFirst();
      return row !== undefined;
    },
    resolve: async (organisation, id, name, at) => {
      await database
        .updateTable("comments")
        .set({ resolved_name: name, resolved_at: at })
        .where("organisation", "=", organisation)
        .where("id", "=", id)
        .where("resolved_at", "is", null)
        .execute();
    },
    open: async (year) => {
      const rows = await database
        .selectFrom("comments")
        .select((each) => ["organisation", each.fn.countAll<string>().as("threads")])
        .where("year", "=", year)
        .where("thread", "is", null)
        .where("resolved_at", "is", null)
        .groupBy("organisation")
        .execute();
      return new Map(rows.map((row) => [row.organisation, Number(row.threads)]));
    },
  };
}

function commentOf({ body: text, resolved_name: name, resolved_at: at, ...row }: DeskTables["comments"]): Comment {
  return { ...row, text, resolved: at === null ? null : { name: name ?? "", at } };
}
