/** Writes within one transaction. Two that touch the same return wait for each other, from the first look on. */
import { sql } from "kysely";
import { type Act, ConflictError, type StoredReturn, type StoreWriter } from "../../app/ports.ts";
import type { Fact } from "../../core/model/fact.ts";
import type { Organisation } from "../../core/model/organisation.ts";
import type { ReturnDocument, ReturnState } from "../../core/model/return.ts";
import { contentHash } from "../system/hash.ts";
import { countAsAccepted, factsHash, replaceFacts } from "./facts.ts";
import { appendHistory } from "./history.ts";
import type { StoreKnowledge } from "./knowledge.ts";
import { ensureYear, syncLineage } from "./lineage.ts";
import { createReader } from "./reader.ts";
import { replaceRows } from "./register-rows.ts";
import { beforeAppending } from "./sums.ts";
import type { Database } from "./tables.ts";
import { lockName } from "./walls.ts";

/** @param onAppend told of every return appended or moved, so that upkeep can follow after commit. */
export function createWriter(database: Database, knowledge: StoreKnowledge, onAppend: (act: Act) => void): StoreWriter {
  const reader = createReader((work) => work(database));
  return {
    ...reader,
    currentReturn: async (organisation, year) => {
      await lockReturn(database, organisation, year);
      return reader.currentReturn(organisation, year);
    },
    saveOrganisations: (organisations, act) => saveOrganisations(database, organisations, act),
    saveCycle: async (cycle, act) => {
      const { organisation, year } = cycle;
      const content = JSON.stringify(cycle);
      await sql`
        insert into cycles (organisation, year, content) values (${organisation}, ${year}, ${content}::jsonb)
        on conflict (organisation, year) do update set content = excluded.content`.execute(database);
      await appendHistory(database, [{ organisation, year, version: null, content: contentHash(cycle) }], act);
      await syncLineage(database);
    },
    saveBreak: async (entry, act) => {
      const { organisation, measure, year, reason } = entry;
      await database
        .insertInto("breaks")
        .values({ organisation, measure, year, reason })
        .onConflict((conflict) => conflict.columns(["organisation", "measure", "year"]).doUpdateSet({ reason }))
        .execute();
      await appendHistory(database, [{ organisation, year, version: null, content: contentHash(entry) }], act);
    },
    appendReturn: async (entry, act) => {
      const stored = await appendReturn(database, knowledge, entry, act);
      onAppend(act);
      return stored;
    },
    changeState: async (organisation, year, from, to, act) => {
      await changeState(database, organisation, year, from, to, act);
      onAppend(act);
    },
  };
}

export const isAccepted = (state: ReturnState | undefined): boolean => state === "accepted" || state === "locked";

/** What the history says of a change of state. */
export const stateChangeHash = (from: ReturnState, to: ReturnState, document: string): string => contentHash({ from, to, document });

async function saveOrganisations(database: Database, organisations: readonly Organisation[], act: Act): Promise<void> {
  if (organisations.length === 0) return;
  await sql`
    insert into organisations (code, kind, versions, merged_into)
    select code, kind, versions, "mergedInto" from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as listed(code text, kind text, versions jsonb, "mergedInto" text)
    order by code
    on conflict (code) do update set kind = excluded.kind, versions = excluded.versions, merged_into = excluded.merged_into`.execute(
    database,
  );
  await appendHistory(
    database,
    organisations.map((each) => ({ organisation: each.code, year: null, version: null, content: contentHash(each) })),
    act,
  );
  await syncLineage(database);
}

interface NewReturn {
  readonly document: ReturnDocument;
  readonly state: ReturnState;
  readonly facts: readonly Fact[];
}

async function appendReturn(database: Database, knowledge: StoreKnowledge, entry: NewReturn, act: Act): Promise<StoredReturn> {
  const { document, state, facts } = entry;
  const { organisation, year } = document;
  await lockReturn(database, organisation, year);
  const head = await readHead(database, organisation, year);
  const version = (head?.version ?? 0) + 1;
  const stray = facts.find((fact) => fact.organisation !== organisation || fact.vintage !== year);
  if (stray)
    throw new Error(
      `fact ${stray.element} of ${stray.organisation} ${stray.vintage} does not belong to the return of ${organisation} ${year}`,
    );
  if (facts.some((fact) => fact.origin.version !== version))
    throw new ConflictError(`${organisation} ${year}：第 ${version} 版以前已有人改动，请重新读取`);
  await ensureYear(database, year);
  await beforeAppending(database);
  const hash = contentHash(document);
  await sql`
    with document as (
      insert into returns (organisation, year, version, document, hash, facts_hash, projected_by)
      values (${organisation}, ${year}, ${version}, ${JSON.stringify(document)}::jsonb, ${hash}, ${factsHash(facts)}, ${knowledge.catalog})
    ), state as (
      insert into return_states (organisation, year, version, ordinal, state, actor, at, reason)
      values (${organisation}, ${year}, ${version}, 1, ${state}, ${act.actor}, ${act.at}, ${act.reason})
    )
    insert into return_heads (organisation, year, version, state, ordinal, hash, actor, at, reason)
    values (${organisation}, ${year}, ${version}, ${state}, 1, ${hash}, ${act.actor}, ${act.at}, ${act.reason})
    on conflict (organisation, year) do update
    set version = excluded.version, state = excluded.state, ordinal = 1, hash = excluded.hash, actor = excluded.actor, at = excluded.at, reason = excluded.reason`.execute(
    database,
  );
  await replaceFacts(database, {
    organisation,
    vintage: year,
    version,
    facts,
    acceptedBefore: isAccepted(head?.state),
    acceptedNow: isAccepted(state),
  });
  await replaceRows(database, document, version, knowledge);
  await appendHistory(database, [{ organisation, year, version, content: hash }], act);
  return { organisation, year, version, state, document, hash, actor: act.actor, at: act.at, reason: act.reason };
}

async function changeState(
  database: Database,
  organisation: string,
  year: number,
  from: ReturnState,
  to: ReturnState,
  act: Act,
): Promise<void> {
  await lockReturn(database, organisation, year);
  const head = await readHead(database, organisation, year);
  if (head?.state !== from) throw new ConflictError(`${organisation} ${year}：状态已不是 ${from}，而是 ${head?.state ?? "未填报"}`);
  const { version } = head;
  await sql`
    with state as (
      insert into return_states (organisation, year, version, ordinal, state, actor, at, reason)
      values (${organisation}, ${year}, ${version}, ${head.ordinal + 1}, ${to}, ${act.actor}, ${act.at}, ${act.reason})
    )
    update return_heads set state = ${to}, ordinal = ${head.ordinal + 1}, actor = ${act.actor}, at = ${act.at}, reason = ${act.reason}
    where organisation = ${organisation} and year = ${year}`.execute(database);
  if (isAccepted(from) !== isAccepted(to)) {
    await beforeAppending(database);
    await countAsAccepted(database, organisation, year, isAccepted(to));
  }
  await appendHistory(database, [{ organisation, year, version, content: stateChangeHash(from, to, head.hash) }], act);
}

/** Whoever looks at a return in order to change it keeps others from it until the transaction ends, even before its first version. */
export async function lockReturn(database: Database, organisation: string, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${lockName({ organisation, year })}, 0))`.execute(database);
}

async function readHead(database: Database, organisation: string, year: number) {
  return database
    .selectFrom("return_heads")
    .select(["version", "state", "ordinal", "hash"])
    .where("organisation", "=", organisation)
    .where("year", "=", year)
    .executeTakeFirst();
}
