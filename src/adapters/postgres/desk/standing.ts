/** How a return stands, as columns of one select: asked before every edit, so all of it in one round trip. */
import { type RawBuilder, sql } from "kysely";

/** Columns named as the properties of `Standing`. */
export function standingColumns(organisation: string, year: number): RawBuilder<unknown> {
  const place = sql`organisation = ${organisation} and year = ${year}`;
  const head = (column: string) => sql`(select ${sql.ref(column)} from return_heads where ${place})`;
  const working = (column: string) => sql`coalesce((select ${sql.ref(column)}::double precision from working_heads where ${place}), 0)`;
  return sql`
    (select kind from organisations where code = ${organisation}) as kind,
    exists (select from cycles c join lineage l on l.ancestor = c.organisation and l.year = c.year
      where c.year = ${year} and l.organisation = ${organisation}) as open,
    coalesce(${head("state")}, 'none') as state, ${head("version")} as version,
    ${working("sequence")} as sequence, ${working("applied")} as applied,
    (select coalesce(jsonb_agg(jsonb_build_object('slot', slot, 'reason', reason) order by slot), '[]') from requested_slots
      where ${place} and version = (select version from return_heads where ${place} and state = 'returned')) as requested,
    (select coalesce(jsonb_agg(jsonb_build_object('ledger', ledger, 'name', name, 'at', at) order by ledger), '[]') from confirmations
      where ${place}) as confirmations`;
}
