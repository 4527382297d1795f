/** Acts of the desk and chained entries that none of them names, as one list in order of time. */
import { sql } from "kysely";
import type { HistoryLine, HistoryLines, HistoryQuery } from "../../../app/desk/history-lines.ts";
import type { Database } from "../tables.ts";

/** Numbered from the oldest in sight, so that positions stay while new lines come. */
const lines = sql`
  select row_number() over (order by at, source, position, organisation)::integer as id, organisation, year, act, actor, name, source = 2 as "isNamed", at, reason, detail, hash
  from (
    select 2 as source, id as position, organisation, year, act, actor, name, at, reason, detail, hash from acts
    union all
    select 1, h.sequence, h.organisation, h.year, h.act, h.actor, h.actor, h.at, h.reason, '', h.hash from history h
    where not exists (select from acts a where a.organisation = h.organisation and a.hash = h.hash)
  ) as told`;

export function createHistoryLines(database: Database): HistoryLines {
  return {
    search: async (query) => {
      const { rows } = await sql<HistoryLine>`
        select * from (${lines}) as lines where ${conditions(query)} order by id desc limit ${query.limit}`.execute(database);
      return rows;
    },
    acts: async () => {
      const { rows } = await sql<{ act: string }>`select act from acts union select act from history order by act`.execute(database);
      return rows.map(({ act }) => act);
    },
    names: async (organisation) => {
      const rows = await database
        .selectFrom("acts")
        .select(["actor", "name"])
        .where("organisation", "=", organisation)
        .orderBy("id")
        .execute();
      return new Map(rows.map(({ actor, name }) => [actor, name]));
    },
  };
}

function conditions(query: HistoryQuery) {
  const all = [sql`true`];
  if (query.organisation !== undefined) all.push(sql`organisation = ${query.organisation}`);
  if (query.year !== undefined) all.push(sql`year = ${query.year}`);
  if (query.acts !== undefined) all.push(sql`act = any(${query.acts}::text[])`);
  if (query.from !== undefined) all.push(sql`at >= ${query.from}`);
  if (query.to !== undefined) all.push(sql`at <= ${query.to}`);
  if (query.before !== undefined) all.push(sql`id < ${query.before}`);
  if (query.search !== undefined && query.search !== "") {
    const pattern = `%${query.search.replaceAll(/[\\%_]/g, "\\$&")}%`;
    all.push(sql`(name ilike ${pattern} or reason ilike ${pattern} or detail ilike ${pattern}
      or act = any(${query.searchActs ?? []}::text[]) or organisation = any(${query.searchOrganisations ?? []}::text[])
      or (not "isNamed" and actor = any(${query.searchActors ?? []}::text[])))`);
  }
  return sql.join(all, sql` and `);
}
