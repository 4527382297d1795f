/** Working copies on PostgreSQL: each look and each batch of edits is one statement, however many slots it has. */
import { sql } from "kysely";
import { parseSlot, pieceOf } from "../../../app/desk/slots.ts";
import type { LookUp, Preview, Signature, SlotStanding, Standing, Working } from "../../../app/desk/working.ts";
import type { ReturnDocument } from "../../../core/model/return.ts";
import type { Database } from "../tables.ts";
import { lockReturn } from "../writer.ts";
import { standingColumns } from "./standing.ts";

/** Up to so many slots PostgreSQL takes their pieces out of the document itself; for more the whole document is fetched once. */
const fewSlots = 12;

export function createWorking(database: Database): Working {
  return {
    lock: (organisation, year) => lockReturn(database, organisation, year),
    standing: async (organisation, year) => {
      const { rows } = await sql<Standing>`select ${standingColumns(organisation, year)}`.execute(database);
      return rows[0]!;
    },
    lookUp: (organisation, year, slots, edits) => lookUp(database, organisation, year, slots, edits),
    append: async ({ organisation, year, actor, name, at, edits, withdrawn, sequence }) => {
      const last = new Map(edits.filter(({ changed }) => changed).map((edit) => [edit.slot, edit]));
      const standing = [...last.values()].map(({ slot, after, revision }) => ({ slot, content: after, revision }));
      await sql`
        with head as (
          insert into working_heads (organisation, year, sequence, applied) values (${organisation}, ${year}, ${sequence}, 0)
          on conflict (organisation, year) do update set sequence = excluded.sequence
        ), taken as (
          insert into working_edits (organisation, year, edit, slot, revision, before, after, actor, name, at)
          select ${organisation}, ${year}::integer, coalesce(id, gen_random_uuid()), slot, revision, before, after, ${actor}, ${name}, ${at}
          from jsonb_to_recordset(${JSON.stringify(edits)}::jsonb) as edit(id uuid, slot text, revision bigint, before jsonb, after jsonb)
        ), fallen as (
          delete from confirmations where organisation = ${organisation} and year = ${year} and ledger = any(${withdrawn}::text[])
        )
        insert into working_slots (organisation, year, slot, content, revision, actor, name, at)
        select ${organisation}, ${year}::integer, slot, content, revision, ${actor}, ${name}, ${at}
        from jsonb_to_recordset(${JSON.stringify(standing)}::jsonb) as standing(slot text, content jsonb, revision bigint)
        on conflict (organisation, year, slot) do update
        set content = excluded.content, revision = excluded.revision, actor = excluded.actor, name = excluded.name, at = excluded.at
        where working_slots.revision < excluded.revision`.execute(database);
    },
    slotsSince: async (organisation, year, sequence) => {
      const rows = await database
        .selectFrom("working_slots")
        .select(["slot", "content", "revision", "name", "at"])
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .where("revision", ">", String(sequence))
        .orderBy("revision")
        .execute();
      return rows.map((row) => ({ ...row, content: row.content as never, revision: Number(row.revision) }));
    },
    revisions: async (organisation, year) => {
      const rows = await database
        .selectFrom("working_slots")
        .select(["slot", "revision"])
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .execute();
      return Object.fromEntries(rows.map(({ slot, revision }) => [slot, Number(revision)]));
    },
    markApplied: async (organisation, year, sequence) => {
      await sql`update working_heads set applied = ${sequence} where organisation = ${organisation} and year = ${year}`.execute(database);
    },
    confirm: async (organisation, year, ledger, by) => {
      await database
        .insertInto("confirmations")
        .values({ organisation, year, ledger, ...by })
        .onConflict((conflict) => conflict.columns(["organisation", "year", "ledger"]).doNothing())
        .execute();
    },
    withdraw: async (organisation, year, ledger) => {
      await database
        .deleteFrom("confirmations")
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .where("ledger", "=", ledger)
        .execute();
    },
    sign: async (organisation, year, signature) => {
      await database
        .insertInto("signatures")
        .values({ organisation, year, ...signature })
        .execute();
    },
    signature: async (organisation, year, version): Promise<Signature | null> =>
      (await database
        .selectFrom("signatures")
        .select(["version", "name", "at", "hash"])
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .where("version", "=", version)
        .executeTakeFirst()) ?? null,
    openComments: async (organisation, year) => {
      const { rows } = await sql<{ open: number }>`
        select count(*)::integer as open from comments
        where organisation = ${organisation} and year = ${year} and thread is null and resolved_at is null`.execute(database);
      return rows[0]!.open;
    },
    savePreview: async ({ organisation, year, id, actor, at, edits }) => {
      // What was shown long ago and never taken is of no more use; that of others stays.
      await sql`
        with stale as (
          delete from working_previews where organisation = ${organisation} and year = ${year} and actor = ${actor}
            and at::timestamptz < ${at}::timestamptz - interval '2 days'
        )
        insert into working_previews (organisation, year, id, actor, edits, at)
        values (${organisation}, ${year}, ${id}, ${actor}, ${JSON.stringify(edits)}::jsonb, ${at})`.execute(database);
    },
    preview: async (organisation, id) => {
      const row = await database
        .selectFrom("working_previews")
        .selectAll()
        .where("organisation", "=", organisation)
        .where("id", "=", id)
        .executeTakeFirst();
      return row ? { ...row, edits: row.edits as Preview["edits"] } : null;
    },
  };
}

interface LookedUp extends Standing {
  readonly found: readonly { slot: string; revision: number; name: string; at: string; edited: boolean; piece: unknown }[];
  readonly taken: readonly { id: string; slot: string; revision: number }[];
  readonly whole: ReturnDocument | null;
}

async function lookUp(
  database: Database,
  organisation: string,
  year: number,
  names: readonly string[],
  edits: readonly string[],
): Promise<LookUp> {
  const slots = [...new Set(names)].flatMap((name) => {
    const slot = parseSlot(name);
    return slot ? [{ name, slot }] : [];
  });
  const few = slots.length <= fewSlots;
  const column = (of: (entry: (typeof slots)[number]) => string): string[] => slots.map(of);
  const { rows } = await sql<LookedUp>`
    with newest as (
      select r.document from return_heads h join returns r using (organisation, year, version)
      where h.organisation = ${organisation} and h.year = ${year}
    ), head as (
      select applied from working_heads where organisation = ${organisation} and year = ${year}
    ), found as (
      select s.name as slot, coalesce(w.revision, 0) as revision, coalesce(w.name, '') as name, coalesce(w.at, '') as at,
        w.revision is not null and w.revision > coalesce((select applied from head), 0) as edited,
        case
          when w.revision > coalesce((select applied from head), 0) then w.content
          when ${few}::boolean then (select case s.kind
            when 'form' then document #> array['forms', s.ledger, s.key]
            when 'row' then (select row from jsonb_array_elements(document #> array['registers', s.ledger]) as row where row ->> 'id' = s.key limit 1)
            when 'none' then case when document #> array['registers', s.ledger] = '[]' then 'true'::jsonb end
            when 'material' then (select each from jsonb_array_elements(document -> 'materials') as each where each ->> 'id' = s.key limit 1)
            when 'explanation' then document #> array['explanations', s.key]
          end from newest)
        end as piece
      from unnest(${column(({ name }) => name)}::text[], ${column(({ slot }) => slot.kind)}::text[],
                  ${column(({ slot }) => slot.ledger)}::text[], ${column(({ slot }) => slot.key)}::text[]) as s(name, kind, ledger, key)
      left join working_slots w on w.organisation = ${organisation} and w.year = ${year} and w.slot = s.name
    )
    select ${standingColumns(organisation, year)},
      (select coalesce(jsonb_agg(to_jsonb(found)), '[]') from found) as found,
      (select coalesce(jsonb_agg(jsonb_build_object('id', edit, 'slot', slot, 'revision', revision)), '[]') from working_edits
        where organisation = ${organisation} and year = ${year} and edit = any(${edits}::uuid[])) as taken,
      case when ${few}::boolean then null else (select document from newest) end as whole`.execute(database);
  const { found, taken, whole, ...standing } = rows[0]!;
  const base = whole && pieces(whole);
  const standings = found.map(({ slot, revision, name, at, edited, piece }): [string, SlotStanding] => [
    slot,
    { piece: edited || !base ? piece : base(slot), revision, name, at },
  ]);
  return {
    ...standing,
    slots: new Map(standings),
    known: new Map(taken.map(({ id, slot, revision }) => [id, { slot, revision }])),
  };
}

/** Pieces of a document by slot, with rows found by their id at once. */
function pieces(document: ReturnDocument): (slot: string) => unknown {
  const rows = new Map<string, unknown>(
    Object.entries(document.registers).flatMap(([ledger, list]) => list.map((row) => [`row/${ledger}/${row.id}`, row] as const)),
  );
  return (name) => {
    const slot = parseSlot(name)!;
    return slot.kind === "row" ? rows.get(name) : pieceOf(document, slot);
  };
}
