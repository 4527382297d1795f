/** History: for each organisation a chain of entries, each holding the hash of the one before. */
import { sql } from "kysely";
import type { Act, HistoryEntry } from "../../app/ports.ts";
import { contentHash } from "../system/hash.ts";
import type { Database, HistoryColumns } from "./tables.ts";

export interface Deed {
  readonly organisation: string;
  readonly year: number | null;
  readonly version: number | null;
  /** Hash of what was done. */
  readonly content: string;
}

export function entryHash(entry: Omit<HistoryEntry, "hash">): string {
  const { organisation, sequence, act, year, version, actor, at, reason, content, previous } = entry;
  return contentHash({ organisation, sequence, act, year, version, actor, at, reason, content, previous });
}

/** Appends one entry to the chain of each deed's organisation (each at most once); others wait until we commit. */
export async function appendHistory(database: Database, deeds: readonly Deed[], act: Act): Promise<void> {
  const { rows: heads } = await sql<{ organisation: string; sequence: number; hash: string }>`
    insert into chain_heads (organisation, sequence, hash)
    select organisation, 0, '' from unnest(${deeds.map((deed) => deed.organisation)}::text[]) as acted(organisation) order by organisation
    on conflict (organisation) do update set sequence = chain_heads.sequence
    returning organisation, sequence, hash`.execute(database);
  const headOf = new Map(heads.map((head) => [head.organisation, head]));
  const entries = deeds.map((deed): HistoryColumns => {
    const head = headOf.get(deed.organisation)!;
    const entry = {
      ...deed,
      sequence: head.sequence + 1,
      act: act.name,
      actor: act.actor,
      at: act.at,
      reason: act.reason,
      previous: head.hash,
    };
    return { ...entry, hash: entryHash(entry) };
  });
  await sql`
    with added as (
      insert into history (organisation, sequence, act, year, version, actor, at, reason, content, previous, hash)
      select organisation, sequence, act, year, version, actor, at, reason, content, previous, hash
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as entry(organisation text, sequence integer, act text, year integer, version integer, actor text, at text, reason text, content text, previous text, hash text)
      returning organisation, sequence, hash
    )
    update chain_heads set sequence = added.sequence, hash = added.hash from added where chain_heads.organisation = added.organisation`.execute(
    database,
  );
}

export async function readHistory(database: Database, organisation: string): Promise<HistoryEntry[]> {
  return database.selectFrom("history").selectAll().where("organisation", "=", organisation).orderBy("sequence").execute();
}
