/** Mappings on PostgreSQL; the walls say whose. */
import { sql } from "kysely";
import type { Mapping, MappingDraft, Mappings } from "../../../app/desk/mappings.ts";
import type { Database } from "../tables.ts";

export function createMappings(database: Database): Mappings {
  return {
    list: async () => {
      const rows = await database.selectFrom("mappings").select(["id", "content"]).execute();
      return rows
        .map(({ id, content }): Mapping => ({ id, ...(content as MappingDraft) }))
        .toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : left.id < right.id ? -1 : 1));
    },
    add: async (organisation, { id, ...draft }) => {
      await database
        .deleteFrom("mappings")
        .where("organisation", "=", organisation)
        .where(sql`content ->> 'name'`, "=", draft.name)
        .execute();
      await database
        .insertInto("mappings")
        .values({ organisation, id, content: JSON.stringify(draft) })
        .execute();
    },
    remove: async (id) => {
      const row = await database.deleteFrom("mappings").where("id", "=", id).returning("id").executeTakeFirst();
      return row !== undefined;
    },
  };
}
