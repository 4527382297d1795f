/** Whether the desk agrees with itself and with what was filed: signatures, working copies, evidence, and the acts that name a chained entry. */
import { sql } from "kysely";
import { sha256 } from "../../system/hash.ts";
import type { Database } from "../tables.ts";
import type { Findings } from "./verify.ts";

/** So many problems of one kind are named. */
const named = 20;

export async function verifyDesk(database: Database, findings: Findings): Promise<void> {
  await verifySignatures(database, findings);
  await verifyWorkingCopies(database, findings);
  await verifyEvidence(database, findings);
  await verifyActs(database, findings);
}

async function verifySignatures(database: Database, findings: Findings): Promise<void> {
  const { rows } = await sql<{ organisation: string; year: number; version: number; hash: string; filed: string | null; signed: boolean }>`
    select s.organisation, s.year, s.version, s.hash, r.hash as filed,
      exists (select from return_states t where t.organisation = s.organisation and t.year = s.year and t.version = s.version and t.state = 'signed') as signed
    from signatures s left join returns r using (organisation, year, version) order by 1, 2, 3`.execute(database);
  findings.count("signatures", rows.length);
  for (const { organisation, year, version, hash, filed, signed } of rows) {
    findings.expect(hash === filed, () => `签字 ${organisation} ${year} 第 ${version} 版：所签内容的哈希与文件不符`);
    findings.expect(signed, () => `签字 ${organisation} ${year} 第 ${version} 版：该版没有“已签字”的状态`);
  }
}

/** What stands in a slot is what its newest edit says, under that edit's id, and no sequence runs ahead of its head. */
async function verifyWorkingCopies(database: Database, findings: Findings): Promise<void> {
  const { rows: heads } = await sql<{ organisation: string; year: number; ahead: boolean; beyond: boolean }>`
    select h.organisation, h.year, h.applied > h.sequence as ahead,
      coalesce((select max(revision) from standing_slots s where s.organisation = h.organisation and s.year = h.year), 0) > h.sequence as beyond
    from working_heads h order by 1, 2`.execute(database);
  findings.count("working copies", heads.length);
  for (const { organisation, year, ahead, beyond } of heads) {
    findings.expect(!ahead, () => `工作稿 ${organisation} ${year}：已入版的序号超过了最新序号`);
    findings.expect(!beyond, () => `工作稿 ${organisation} ${year}：有填报项的序号超过了最新序号`);
  }
  const { rows: slots } = await sql<{ total: number }>`select count(*)::integer as total from standing_slots`.execute(database);
  findings.count("slots", slots[0]!.total);
  const { rows: strays } = await sql<{ organisation: string; year: number; slot: string }>`
    with edits as materialized (select * from working_edits where revision > 0),
    newest as (select organisation, year, slot, max(revision) as revision from edits group by organisation, year, slot)
    select distinct at.organisation, at.year, at.slot
    from standing_slots s full join newest n using (organisation, year, slot, revision) as at
    left join edits e on e.organisation = s.organisation and e.year = s.year and e.slot = s.slot and e.revision = s.revision
      and e.edit = s.edit and e.after is not distinct from s.content
    where n.slot is null or e.slot is null
    order by 1, 2, 3 limit ${named}`.execute(database);
  for (const { organisation, year, slot } of strays)
    findings.expect(false, () => `工作稿 ${organisation} ${year} ${slot}：内容与最后一次改动的记录不符`);
}

async function verifyEvidence(database: Database, findings: Findings): Promise<void> {
  const contents = await database
    .selectFrom("evidence_contents")
    .select(["organisation", "hash"])
    .orderBy("organisation")
    .orderBy("hash")
    .execute();
  findings.count("evidence", contents.length);
  for (const { organisation, hash } of contents) {
    const { content } = await database
      .selectFrom("evidence_contents")
      .select("content")
      .where("organisation", "=", organisation)
      .where("hash", "=", hash)
      .executeTakeFirstOrThrow();
    findings.expect(sha256(content) === hash, () => `佐证 ${organisation} ${hash.slice(0, 12)}：内容与哈希不符`);
  }
}

async function verifyActs(database: Database, findings: Findings): Promise<void> {
  const { rows } = await sql<{ id: string; organisation: string; act: string }>`
    select a.id, a.organisation, a.act from acts a
    where a.hash is not null and not exists (select from history h where h.organisation = a.organisation and h.hash = a.hash)
    order by a.id limit ${named}`.execute(database);
  for (const { id, organisation, act } of rows)
    findings.expect(false, () => `行为记录 ${id}（${organisation} ${act}）：所指的历史条目不存在`);
}
