/** Facts in the store: replaced as a set together with their part in the sums, and read in one query for a whole subtree. */
import { type RawBuilder, sql } from "kysely";
import type { FactQuery } from "../../app/ports.ts";
import type { Fact } from "../../core/model/fact.ts";
import { type Members, membersKey, parseMembersKey } from "../../core/model/selection.ts";
import { sha256 } from "../system/hash.ts";
import type { Database, FactColumns } from "./tables.ts";

/** Facts in an order of their own, so that it does not matter how the document's cells were ordered. */
export function inStoreOrder(facts: readonly Fact[]): Fact[] {
  const keyed = facts.map((fact) => ({
    fact,
    key: `${fact.element}\u0000${membersKey(fact.members)}\u0000${fact.key ?? ""}\u0000${fact.year}`,
  }));
  return keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)).map(({ fact }) => fact);
}

/** SHA-256 over the facts of one return, whatever their order. */
export function factsHash(facts: readonly Fact[]): string {
  const lines = facts.map(({ element, organisation, year, vintage, members, key, status, value, origin }) =>
    JSON.stringify([
      element,
      organisation,
      year,
      vintage,
      membersKey(members),
      key ?? null,
      status,
      value,
      origin.file,
      origin.sheet,
      origin.cell,
      origin.version,
    ]),
  );
  return sha256(lines.sort().join("\n"));
}

export interface Replacement {
  readonly organisation: string;
  readonly vintage: number;
  readonly version: number;
  readonly facts: readonly Fact[];
  /** Whether the return counted as accepted before, and does now. */
  readonly acceptedBefore: boolean;
  readonly acceptedNow: boolean;
}

/**
 * Puts the facts of a new version in place of the old ones and appends the difference to the sums, in one
 * statement. Ordinals continue where the old ones end, for what one statement deletes still stands in its way.
 */
export async function replaceFacts(database: Database, replacement: Replacement): Promise<void> {
  const { organisation, vintage, version, acceptedBefore, acceptedNow } = replacement;
  const facts = inStoreOrder(replacement.facts);
  const column = <T>(of: (fact: Fact) => T): T[] => facts.map(of);
  await sql`
    with gone as (
      delete from facts where organisation = ${organisation} and vintage = ${vintage}
      returning year, element, members, key, status, value
    ), fresh as (
      select * from unnest(
        ${column((fact) => fact.year)}::integer[], ${column((fact) => fact.element)}::text[], ${column((fact) => membersKey(fact.members))}::text[],
        ${column((fact) => fact.key ?? null)}::text[], ${column((fact) => fact.status)}::text[], ${column((fact) => fact.value)}::text[],
        ${column((fact) => fact.origin.file)}::text[], ${column((fact) => fact.origin.sheet)}::text[], ${column((fact) => fact.origin.cell)}::text[]
      ) with ordinality as listed(year, element, members, key, status, value, file, sheet, cell, ordinal)
    ), kept as (
      insert into facts (organisation, vintage, ordinal, version, year, element, members, key, status, value, file, sheet, cell)
      select ${organisation}, ${vintage}, last.ordinal + fresh.ordinal, ${version}, year, element, members, key, status, value, file, sheet, cell
      from fresh, (select coalesce(max(ordinal), 0) as ordinal from facts where organisation = ${organisation} and vintage = ${vintage}) as last
    ), change as (
      select year, element, members, key, status, value, -1 as sign, ${acceptedBefore}::boolean as accepted from gone
      union all
      select year, element, members, key, status, value, 1, ${acceptedNow}::boolean from fresh
    )
    insert into sum_deltas (organisation, year, basis, cells)
    ${deltaCells(organisation)}`.execute(database);
}

/** Lets the facts of a return join or leave the sums over accepted returns. */
export async function countAsAccepted(database: Database, organisation: string, vintage: number, accepted: boolean): Promise<void> {
  await sql`
    with change as (
      select year, element, members, key, status, value, ${accepted ? 1 : -1}::integer as sign, true as accepted
      from facts where organisation = ${organisation} and vintage = ${vintage}
    )
    insert into sum_deltas (organisation, year, basis, cells)
    ${deltaCells(organisation)} having basis = 'accepted'`.execute(database);
}

/** From `change` (facts with a sign) to one row of cells for each year and basis; cells that stay as they were are left out. */
const deltaCells = (organisation: string) => sql`
  select ${organisation}, year, basis, jsonb_object_agg(cell, jsonb_build_array(amount::text, present, missing))
  from (
    select year, basis, case members when '' then element else element || '#' || members end as cell,
           coalesce(sum(sign * value::numeric), 0) as amount,
           coalesce(sum(sign) filter (where status = 'value'), 0) as present,
           coalesce(sum(sign) filter (where status = 'missing'), 0) as missing
    from change join (values ('filed'), ('accepted')) as counted(basis) on counted.basis = 'filed' or change.accepted
    where key is null
    group by 1, 2, 3
  ) as cells
  where amount <> 0 or present <> 0 or missing <> 0
  group by year, basis`;

/** Further condition for a query of certain organisations. */
export const onlyOf = ({ organisations }: FactQuery, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  organisations === undefined ? sql`` : sql`and ${column} = any(${[...organisations]}::text[])`;

/** All facts of the subtree, by organisation. */
export async function readFacts(database: Database, query: FactQuery): Promise<Fact[]> {
  const { rows } = await sql<FactColumns>`
    select f.organisation, f.vintage, f.version, f.year, f.element, f.members, f.key, f.status, f.value, f.file, f.sheet, f.cell
    from lineage l join facts f on f.organisation = l.organisation and f.year = l.year
    where l.ancestor = ${query.root} and l.year = any(${query.years}::integer[]) ${onlyOf(query, sql`l.organisation`)}
      and (not ${query.acceptedOnly}::boolean or exists (
        select from return_heads h where h.organisation = f.organisation and h.year = f.vintage and h.state in ('accepted', 'locked')))
    order by f.organisation, f.vintage, f.ordinal`.execute(database);
  const known = emptyShared();
  return rows.map((row) => toFact(row, known));
}

/** What many facts have in common, kept once: a season of a hundred schools is a hundred thousand facts of a few thousand texts. */
export interface Shared {
  readonly members: Map<string, Members>;
  readonly texts: Map<string, string>;
}

export const emptyShared = (): Shared => ({ members: new Map(), texts: new Map() });

export function toFact(row: Omit<FactColumns, "ordinal">, { members: known, texts }: Shared): Fact {
  let members = known.get(row.members);
  if (!members) known.set(row.members, (members = parseMembersKey(row.members)));
  const once = (text: string): string => {
    const kept = texts.get(text);
    if (kept === undefined) texts.set(text, text);
    return kept ?? text;
  };
  const { year, vintage, key, status, value, version } = row;
  return {
    element: once(row.element),
    organisation: once(row.organisation),
    year,
    vintage,
    members,
    ...(key === null ? {} : { key }),
    status: once(status) as Fact["status"],
    value: value === null ? null : once(value),
    origin: { file: once(row.file), sheet: once(row.sheet), cell: once(row.cell), version },
  };
}
