/**
 * Sums by ancestor: what a return changes is appended as a delta under its own organisation, so that many
 * can hand in at once; deltas are folded into each ancestor's base later; reading adds both up in one
 * statement and so sees each return wholly or not at all.
 */
import { sql } from "kysely";
import type { FactQuery, Sum } from "../../app/ports.ts";
import { parseMembersKey } from "../../core/model/selection.ts";
import type { Basis, Database } from "./tables.ts";

/** Taken shared by whoever appends deltas or folds them, alone by who rebuilds them. */
const sumsLock = 7_416_301;
const foldLock = 7_416_302;

/** To be called before the first delta of a transaction. */
export async function beforeAppending(database: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${sumsLock})`.execute(database);
}

export async function readSums(database: Database, query: FactQuery): Promise<Sum[]> {
  const basis: Basis = query.acceptedOnly ? "accepted" : "filed";
  const { rows } = await sql<{ year: number; cell: string; amount: string; present: number; missing: number }>`
    select year, cell, trim_scale(sum(amount))::text as amount, sum(present)::integer as present, sum(missing)::integer as missing
    from (
      select year, cell, amount, present, missing from sums
      where ancestor = ${query.root} and year = any(${query.years}::integer[]) and basis = ${basis}
      union all
      select d.year, c.key, (c.value ->> 0)::numeric, (c.value ->> 1)::integer, (c.value ->> 2)::integer
      from lineage l join sum_deltas d on d.organisation = l.organisation and d.year = l.year, jsonb_each(d.cells) c
      where l.ancestor = ${query.root} and l.year = any(${query.years}::integer[]) and d.basis = ${basis}
        -- Behind walls one's own deltas are no sum of those above: what is not folded yet is seen by whom the sum itself would be.
        and (current_setting('zhibao.scope') = '*' or exists (
          select from lineage r where r.ancestor = current_setting('zhibao.scope') and r.organisation = l.ancestor and r.year = l.year))
    ) as parts
    group by year, cell
    having sum(present) <> 0 or sum(missing) <> 0
    order by year, cell`.execute(database);
  return rows.map(({ year, cell, amount, present, missing }) => {
    const [element = "", members = ""] = cell.split("#", 2);
    return { element, year, members: parseMembersKey(members), total: amount, present, missing };
  });
}

/** Folds up to `most` deltas into the bases, unless somebody else is at it; how many were folded. */
export async function foldDeltas(database: Database, most: number): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await beforeAppending(transaction);
    const { rows: locks } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${foldLock}) as held`.execute(transaction);
    if (!locks[0]?.held) return 0;
    const { rows } = await sql<{ folded: number }>`
      with taken as (
        delete from sum_deltas where (organisation, id) in (select organisation, id from sum_deltas order by id limit ${most})
        returning organisation, year, basis, cells
      ), folded as (
        insert into sums (ancestor, year, basis, cell, amount, present, missing)
        select l.ancestor, t.year, t.basis, c.key, sum((c.value ->> 0)::numeric), sum((c.value ->> 1)::integer), sum((c.value ->> 2)::integer)
        from taken t join lineage l on l.organisation = t.organisation and l.year = t.year, jsonb_each(t.cells) c
        group by 1, 2, 3, 4
        on conflict (ancestor, year, basis, cell) do update
        set amount = sums.amount + excluded.amount, present = sums.present + excluded.present, missing = sums.missing + excluded.missing
      )
      select count(*)::integer as folded from taken`.execute(transaction);
    return rows[0]?.folded ?? 0;
  });
}

/** Sums computed from the facts, as rows (ancestor, year, basis, cell, amount, present, missing). */
export const sumsFromFacts = sql`
  select l.ancestor, f.year, counted.basis, case f.members when '' then f.element else f.element || '#' || f.members end as cell,
         coalesce(sum(f.value::numeric), 0) as amount, (count(*) filter (where f.status = 'value'))::integer as present, (count(*) filter (where f.status = 'missing'))::integer as missing
  from facts f
  join return_heads h on h.organisation = f.organisation and h.year = f.vintage
  join lineage l on l.organisation = f.organisation and l.year = f.year
  join (values ('filed'), ('accepted')) as counted(basis) on counted.basis = 'filed' or h.state in ('accepted', 'locked')
  where f.key is null
  group by 1, 2, 3, 4`;

/** Computes the sums of some years anew, after the tree of those years changed. Waits for those who are handing in. */
export async function rebuildSums(database: Database, years: readonly number[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sumsLock})`.execute(database);
  await database.deleteFrom("sum_deltas").where("year", "in", years).execute();
  await database.deleteFrom("sums").where("year", "in", years).execute();
  await sql`
    insert into sums (ancestor, year, basis, cell, amount, present, missing)
    select * from (${sumsFromFacts}) as computed where year = any(${years}::integer[])`.execute(database);
}
