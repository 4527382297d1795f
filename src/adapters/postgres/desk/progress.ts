/**
 * How far everybody is, counted by PostgreSQL: the newest version's cells and rows with the slots edited since laid
 * over them, for a whole subtree in one statement each. No document is fetched.
 */
import { type RawBuilder, sql } from "kysely";
import type { DeskCount, LedgerCount, Progress } from "../../../app/desk/progress.ts";
import type { Database } from "../tables.ts";

/** Section material has no ledger in its slots. */
const material = "material";

export function createProgress(database: Database): Progress {
  return {
    ledgers: async (root, year, counted) => {
      const { rows } = await sql<LedgerCount>`
        with ${typedBelow(root, year)}, ${formCounts(year, counted)}, ${registerCounts(year)}, ${materialCounts(year)}
        select * from forms union all select * from registers union all select * from materials`.execute(database);
      return rows;
    },
    stamp: async (root, year) => {
      const { rows } = await sql<{ stamp: string }>`select stamp_of(${root}, ${year}::integer) as stamp`.execute(database);
      return rows[0]!.stamp;
    },
    desks: async (root, year) => {
      const { rows } = await sql<DeskCount>`
        with ${typedBelow(root, year)}
        select b.organisation, (select max(t.at) from typed t where t.organisation = b.organisation) as "editedAt",
          (select coalesce(jsonb_agg(c.ledger order by c.ledger), '[]') from confirmations c
            where c.organisation = b.organisation and c.year = ${year}) as confirmed,
          (select coalesce(jsonb_agg(jsonb_build_object('slot', r.slot, 'reason', r.reason, 'edited', exists (
              select from typed t where t.organisation = b.organisation
                and (t.slot = r.slot or r.slot like 'none/%' and t.kind = 'row' and t.ledger = split_part(r.slot, '/', 2)))) order by r.slot), '[]')
            from return_heads h join requested_slots r using (organisation, year, version)
            where h.organisation = b.organisation and h.year = ${year} and h.state = 'returned') as requested
        from below b`.execute(database);
      return rows.filter((row) => row.editedAt !== null || row.confirmed.length > 0 || row.requested.length > 0);
    },
  };
}

/** `below`: the organisations; `typed`: their slots that no version has taken, `said` where something stands in them. */
function typedBelow(root: string, year: number): RawBuilder<unknown> {
  return sql`
    below as (select organisation from lineage where ancestor = ${root} and year = ${year}),
    typed as (
      select s.organisation, s.slot, s.at, split_part(s.slot, '/', 1) as kind, split_part(s.slot, '/', 2) as ledger,
        s.content is not null and s.content <> 'null'::jsonb and coalesce(s.content ->> 'status', '') <> 'missing' as said
      from below
      join working_heads w on w.organisation = below.organisation and w.year = ${year} and w.sequence > w.applied
      cross join lateral (
        select * from standing_slots s where s.organisation = w.organisation and s.year = w.year and s.revision > w.applied offset 0
      ) s
    )`;
}

function formCounts(year: number, counted: readonly { element: string; ledger: string }[]): RawBuilder<unknown> {
  const elements = counted.map((each) => each.element);
  const ledgers = counted.map((each) => each.ledger);
  return sql`
    counted as (select * from unnest(${elements}::text[], ${ledgers}::text[]) as listed(element, ledger)),
    cells as (
      select f.organisation, c.ledger, 'form/' || c.ledger || '/' || f.element || case f.members when '' then '' else '#' || f.members end as slot,
        f.status <> 'missing' as said
      from below join facts f on f.organisation = below.organisation and f.vintage = ${year} join counted c on c.element = f.element
    ),
    edited as (
      select t.organisation, t.slot, t.said, c.ledger
      from typed t join counted c on c.ledger = t.ledger and c.element = split_part(split_part(t.slot, '/', 3), '#', 1)
      where t.kind = 'form'
    ),
    forms as (
      select organisation, coalesce(edited.ledger, cells.ledger) as ledger, (count(*) filter (where coalesce(edited.said, cells.said)))::integer as filled
      from cells full join edited using (organisation, slot)
      group by 1, 2
    )`;
}

function registerCounts(year: number): RawBuilder<unknown> {
  return sql`
    rows as (
      select r.organisation, r.ledger, 'row/' || r.ledger || '/' || r.id as slot, true as said
      from below join register_rows r on r.organisation = below.organisation and r.year = ${year} and not r.withdrawn
    ),
    standing as (
      select organisation, coalesce(t.ledger, rows.ledger) as ledger, coalesce(t.said, rows.said) as said
      from rows full join (select * from typed where kind = 'row') t using (organisation, slot)
    ),
    begun as (
      select below.organisation, listed.ledger
      from below join return_heads h on h.organisation = below.organisation and h.year = ${year}
      join returns r on r.organisation = h.organisation and r.year = h.year and r.version = h.version cross join lateral jsonb_object_keys(r.document -> 'registers') as listed(ledger)
      where not exists (select from typed t where t.organisation = below.organisation and t.kind = 'none' and t.ledger = listed.ledger and not t.said)
      union select organisation, ledger from typed where kind = 'none' and said
      union select organisation, ledger from standing where said
    ),
    registers as (
      select b.organisation, b.ledger, (count(*) filter (where s.said))::integer as filled
      from begun b left join standing s using (organisation, ledger)
      group by 1, 2
    )`;
}

function materialCounts(year: number): RawBuilder<unknown> {
  return sql`
    texts as (
      select below.organisation, 'material/' || (text ->> 'id') as slot, true as said
      from below join return_heads h on h.organisation = below.organisation and h.year = ${year}
      join returns r on r.organisation = h.organisation and r.year = h.year and r.version = h.version cross join lateral jsonb_array_elements(r.document -> 'materials') as listed(text)
    ),
    materials as (
      select organisation, ${material}::text as ledger, (count(*) filter (where coalesce(t.said, texts.said)))::integer as filled
      from texts full join (select * from typed where kind = 'material') t using (organisation, slot)
      group by 1
    )`;
}
