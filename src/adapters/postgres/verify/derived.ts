/** Whether lineage and sums are what follows from organisations, cycles and facts. */
import { sql } from "kysely";
import { nameOf, wantedLineage } from "../lineage.ts";
import { sumsFromFacts } from "../sums.ts";
import type { Database } from "../tables.ts";
import type { Findings } from "./verify.ts";

/** So many differing sums are named; the rest is counted. */
const named = 20;

export async function verifyStrayFacts(database: Database, findings: Findings): Promise<void> {
  const { rows } = await sql<{ organisation: string; vintage: number }>`
    select distinct organisation, vintage from facts f
    where not exists (select from return_heads h where h.organisation = f.organisation and h.year = f.vintage and h.version = f.version)`.execute(
    database,
  );
  for (const { organisation, vintage } of rows) findings.expect(false, () => `事实 ${organisation} ${vintage}：不属于当前版本的填报`);
}

export async function verifyLineage(database: Database, findings: Findings): Promise<void> {
  const wanted = new Set([...(await wantedLineage(database)).values()].flat().map(nameOf));
  const stored = new Set((await database.selectFrom("lineage").selectAll().execute()).map(nameOf));
  findings.count("lineage", wanted.size);
  for (const name of wanted) findings.expect(stored.has(name), () => `隶属关系 ${name}：缺失`);
  for (const name of stored) findings.expect(wanted.has(name), () => `隶属关系 ${name}：多余`);
}

export async function verifySums(database: Database, findings: Findings): Promise<void> {
  const { rows } = await sql<{
    ancestor: string;
    year: number;
    basis: string;
    cell: string;
    stored: string | null;
    computed: string | null;
    differs: boolean;
  }>`
    with parts as (
      select ancestor, year, basis, cell, amount, present, missing from sums
      union all
      select l.ancestor, d.year, d.basis, c.key, (c.value ->> 0)::numeric, (c.value ->> 1)::integer, (c.value ->> 2)::integer
      from sum_deltas d join lineage l on l.organisation = d.organisation and l.year = d.year, jsonb_each(d.cells) c
    ), stored as (
      select ancestor, year, basis, cell, sum(amount) as amount, sum(present) as present, sum(missing) as missing
      from parts group by 1, 2, 3, 4
      having sum(amount) <> 0 or sum(present) <> 0 or sum(missing) <> 0
    ), computed as (
      select * from (${sumsFromFacts}) as of_facts where amount <> 0 or present <> 0 or missing <> 0
    )
    select ancestor, year, basis, cell, trim_scale(s.amount)::text as stored, trim_scale(c.amount)::text as computed,
           (s.amount, s.present, s.missing) is distinct from (c.amount, c.present, c.missing::bigint) as differs
    from stored s full join computed c using (ancestor, year, basis, cell)`.execute(database);
  findings.count("sums", rows.length);
  const wrong = rows.filter((row) => row.differs);
  for (const row of wrong.slice(0, named))
    findings.expect(
      false,
      () =>
        `汇总 ${row.ancestor} ${row.year} ${row.cell}（${row.basis === "accepted" ? "已接收" : "全部"}）：存 ${row.stored ?? "无"}，应为 ${row.computed ?? "无"}`,
    );
  findings.expect(wrong.length <= named, () => `汇总：另有 ${wrong.length - named} 项不符`);
}
