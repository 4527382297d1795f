/** Working copies on PostgreSQL: each look and each batch of edits is one call, however many slots it has. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type {
  AskedEdit,
  EditBatch,
  LookUp,
  Preview,
  Signature,
  SlotLine,
  Standing,
  TakenEdit,
  Working,
} from "../../../app/desk/working.ts";
import type { Database } from "../tables.ts";
import { lockReturn } from "../writer.ts";
import { type LookedUp, lookUpArguments, readLookUp } from "./look-up.ts";
import { standingColumns } from "./standing.ts";

export function createWorking(database: Database): Working {
  return {
    lock: (organisation, year) => lockReturn(database, organisation, year),
    standing: async (organisation, year) => {
      const { rows } = await sql<Standing>`select ${standingColumns(organisation, year)}`.execute(database);
      return rows[0]!;
    },
    open: async (organisation, year) => {
      const { rows } = await sql<Standing & { untaken: SlotLine[] | null }>`
        select ${standingColumns(organisation, year)}, (
          select json_agg(json_build_object('slot', s.slot, 'content', s.content, 'revision', s.revision, 'name', s.name, 'at', s.at) order by s.revision)
          from working_heads h join standing_slots s using (organisation, year)
          where h.organisation = ${organisation} and h.year = ${year} and h.sequence > h.applied and s.revision > h.applied
        ) as untaken`.execute(database);
      const { untaken, ...standing } = rows[0]!;
      return { standing, untaken: untaken ?? [] };
    },
    lookUp: (organisation, year, slots, edits) => lookUp(database, organisation, year, slots, edits),
    append: async (batch) => {
      const [organisation, year, ...rest] = appendArguments(batch);
      await sql`select append_edits(${organisation}, ${year}::integer, ${sql.join(rest)})`.execute(database);
    },
    slotsSince: async (organisation, year, sequence) => {
      const rows = await database
        .selectFrom("standing_slots")
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
        .selectFrom("standing_slots")
        .select(["slot", "revision"])
        .where("organisation", "=", organisation)
        .where("year", "=", year)
        .execute();
      return Object.fromEntries(rows.map(({ slot, revision }) => [slot, Number(revision)]));
    },
    markApplied: async (organisation, year, sequence) => {
      await sql`update working_heads set applied = ${sequence} where organisation = ${organisation} and year = ${year}`.execute(database);
    },
    confirm: async (organisation, year, ledgers, by) => {
      await database
        .insertInto("confirmations")
        .values(ledgers.map((ledger) => ({ organisation, year, ledger, ...by })))
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

async function lookUp(
  database: Database,
  organisation: string,
  year: number,
  slots: readonly string[],
  edits: readonly AskedEdit[],
): Promise<LookUp> {
  const { rows } = await sql<{ found: LookedUp }>`
    select look_up_edits(${organisation}, ${year}::integer, ${sql.join(lookUpArguments(slots, edits))}) as found`.execute(database);
  return readLookUp(rows[0]!.found, slots);
}

/** The arguments of append_edits (migrations/0009-cells-and-looks.sql). */
export function appendArguments({
  organisation,
  year,
  sequence,
  edits,
  actor,
  name,
  at,
  withdrawn,
}: EditBatch): [string, number, number, string, string, string, string, readonly string[], number | null] {
  const lines = linesOf({ edits });
  return [organisation, year, sequence, lines, actor, name, at, withdrawn, isWhole(lines) ? sequence : null];
}

/** So many characters of lines, from some ninety cells to some two thousand, are a whole form, which the store keeps as it comes. */
const wholeForm = { least: 20_000, most: 400_000 };

/** Texts with an escape that the store might refuse are spread over their slots at once, so that it refuses them now. */
export const isWhole = (lines: string): boolean =>
  lines.length >= wholeForm.least && lines.length <= wholeForm.most && !lines.includes("\\u");

/** Edits as the history keeps them, in one line of JSON. */
export function linesOf({ edits }: Pick<EditBatch, "edits">): string {
  const last = new Map<string, TakenEdit>();
  for (const edit of edits) if (edit.changed) last.set(edit.slot, edit);
  return JSON.stringify(
    edits.map((edit) => {
      const { id, slot, revision, before, after } = edit;
      const passed = last.get(slot) === edit ? undefined : true;
      return { id: id ?? randomUUID(), slot, revision, before, after, passed };
    }),
  );
}
