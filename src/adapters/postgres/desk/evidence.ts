/** Evidence on PostgreSQL: contents by their hash, once for each organisation, and what is attached where. */
import { sql } from "kysely";
import type { Evidence, EvidenceStore } from "../../../app/desk/evidence.ts";
import type { Database } from "../tables.ts";

const columns = ["id", "place", "name", "type", "size", "hash", "by", "at"] as const;

export function createEvidence(database: Database): EvidenceStore {
  return {
    list: async (organisation, year) => {
      const rows = await database
        .selectFrom("evidence")
        .select(columns)
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .where("withdrawn", "=", false)
        .orderBy("at")
        .orderBy("id")
        .execute();
      return rows.map((row) => ({ ...row, type: row.type as Evidence["type"] }));
    },
    find: async (organisation, year, id) => {
      const row = await database
        .selectFrom("evidence")
        .select([...columns, "withdrawn"])
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .where(sql<boolean>`id::text = ${id}`)
        .executeTakeFirst();
      return row ? { ...row, type: row.type as Evidence["type"] } : null;
    },
    content: async (organisation, hash) => {
      const { content } = await database
        .selectFrom("evidence_contents")
        .select("content")
        .where("organisation", "=", organisation)
        .where("hash", "=", hash)
        .executeTakeFirstOrThrow();
      return content;
    },
    add: async (organisation, year, evidence, content) => {
      await database
        .insertInto("evidence_contents")
        .values({ organisation, hash: evidence.hash, content: Buffer.from(content) })
        .onConflict((conflict) => conflict.columns(["organisation", "hash"]).doNothing())
        .execute();
      await database
        .insertInto("evidence")
        .values({ organisation, year, ...evidence, withdrawn: false })
        .execute();
    },
    withdraw: async (organisation, year, id) => {
      await database
        .updateTable("evidence")
        .set({ withdrawn: true })
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .where("id", "=", id)
        .execute();
    },
  };
}
