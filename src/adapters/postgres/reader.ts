/** Reads the store wherever `run` lets it: on the pool, in a transaction, or behind the walls of one organisation. */
import { sql } from "kysely";
import type { FactQuery, StoredReturn, StoreReader } from "../../app/ports.ts";
import type { Filing } from "../../core/model/dataset.ts";
import type { Organisation } from "../../core/model/organisation.ts";
import { onlyOf, readFacts } from "./facts.ts";
import { readHistory } from "./history.ts";
import { readRows } from "./register-rows.ts";
import { readSums } from "./sums.ts";
import type { Database, Run } from "./tables.ts";

export function createReader(run: Run): StoreReader {
  return {
    organisations: () => run(readOrganisations),
    cycles: (organisation) =>
      run(async (database) => {
        const query = database.selectFrom("cycles").select("content").orderBy("organisation").orderBy("year");
        const rows = await (organisation === undefined ? query : query.where("organisation", "=", organisation)).execute();
        return rows.map(({ content }) => content);
      }),
    breaks: () =>
      run((database) => database.selectFrom("breaks").selectAll().orderBy("organisation").orderBy("measure").orderBy("year").execute()),
    currentReturn: (organisation, year) => run((database) => readCurrent(database, organisation, year)),
    returnVersions: (organisation, year) => run((database) => readVersions(database, organisation, year)),
    returnStates: (root, year) =>
      run((database) =>
        database
          .selectFrom("lineage")
          .innerJoin("return_heads as head", (join) =>
            join.onRef("head.organisation", "=", "lineage.organisation").onRef("head.year", "=", "lineage.year"),
          )
          .select(["head.organisation", "head.year", "head.version", "head.state", "head.hash", "head.actor", "head.at", "head.reason"])
          .where("lineage.ancestor", "=", root)
          .where("lineage.year", "=", year)
          .orderBy("head.organisation")
          .execute(),
      ),
    facts: (query) => run((database) => readFacts(database, query)),
    filings: (query) => run((database) => readFilings(database, query)),
    sums: (query) => run((database) => readSums(database, query)),
    registerRows: (query) => run((database) => readRows(database, query)),
    history: (organisation) => run((database) => readHistory(database, organisation)),
  };
}

async function readOrganisations(database: Database): Promise<Organisation[]> {
  const rows = await database.selectFrom("organisations").selectAll().orderBy("code").execute();
  return rows.map(({ merged_into: mergedInto, ...organisation }) => (mergedInto === null ? organisation : { ...organisation, mergedInto }));
}

async function readCurrent(database: Database, organisation: string, year: number): Promise<StoredReturn | null> {
  const row = await database
    .selectFrom("return_heads as head")
    .innerJoin("returns", (join) =>
      join
        .onRef("returns.organisation", "=", "head.organisation")
        .onRef("returns.year", "=", "head.year")
        .onRef("returns.version", "=", "head.version"),
    )
    .select([
      "head.organisation",
      "head.year",
      "head.version",
      "head.state",
      "returns.document",
      "head.hash",
      "head.actor",
      "head.at",
      "head.reason",
    ])
    .where("head.organisation", "=", organisation)
    .where("head.year", "=", year)
    .executeTakeFirst();
  return row ?? null;
}

async function readVersions(database: Database, organisation: string, year: number): Promise<StoredReturn[]> {
  const { rows } = await sql<StoredReturn>`
    select distinct on (r.version) r.organisation, r.year, r.version, s.state, r.document, r.hash, s.actor, s.at, s.reason
    from returns r join return_states s on s.organisation = r.organisation and s.year = r.year and s.version = r.version
    where r.organisation = ${organisation} and r.year = ${year}
    order by r.version, s.ordinal desc`.execute(database);
  return rows;
}

/** Registers, materials and explanations of the newest versions; the forms stay behind, for they are read as facts. */
async function readFilings(database: Database, query: FactQuery): Promise<Filing[]> {
  const { rows } = await sql<Filing>`
    select h.organisation, h.year, h.state, h.version, r.document -> 'registers' as registers, r.document -> 'materials' as materials, r.document -> 'explanations' as explanations
    from lineage l
    join return_heads h on h.organisation = l.organisation and h.year = l.year
    join returns r on r.organisation = h.organisation and r.year = h.year and r.version = h.version
    where l.ancestor = ${query.root} and l.year = any(${query.years}::integer[]) ${onlyOf(query, sql`l.organisation`)}
      and (not ${query.acceptedOnly}::boolean or h.state in ('accepted', 'locked'))
    order by h.organisation, h.year`.execute(database);
  return rows;
}
