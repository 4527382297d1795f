/** Seals: a Merkle root over the heads of all history chains, so that no chain can be rewritten unseen and writers never share one chain. */
import { sql } from "kysely";
import type { Act, Seal } from "../../app/ports.ts";
import { contentHash, sha256 } from "../system/hash.ts";
import type { Database } from "./tables.ts";

const sealLock = 7_416_401;

/** Merkle root (hex) over leaves in the given order; an odd node moves up alone. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256("");
  let level = leaves.map((leaf) => sha256(`leaf:${leaf}`));
  while (level.length > 1) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? sha256(`node:${level[at]}${level[at + 1]}`) : level[at]!);
    level = above;
  }
  return level[0]!;
}

export interface ChainHead {
  readonly organisation: string;
  readonly sequence: number;
  readonly hash: string;
}

export function rootOf(heads: readonly ChainHead[]): string {
  const sorted = [...heads].sort((left, right) => (left.organisation < right.organisation ? -1 : 1));
  return merkleRoot(sorted.map(({ organisation, sequence, hash }) => `${organisation}/${sequence}/${hash}`));
}

export function sealHash(seal: {
  sequence: number;
  act: string;
  actor: string;
  at: string;
  reason: string;
  root: string;
  previous: string;
}): string {
  const { sequence, act, actor, at, reason, root, previous } = seal;
  return contentHash({ sequence, act, actor, at, reason, root, previous });
}

/** Appends a seal over what is committed at this moment. */
export async function sealChains(database: Database, act: Act): Promise<Seal> {
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sealLock})`.execute(transaction);
    const heads = await transaction.selectFrom("chain_heads").selectAll().execute();
    const last = await transaction.selectFrom("seals").select(["sequence", "hash"]).orderBy("sequence", "desc").limit(1).executeTakeFirst();
    const content = {
      sequence: (last?.sequence ?? 0) + 1,
      act: act.name,
      actor: act.actor,
      at: act.at,
      reason: act.reason,
      root: rootOf(heads),
      previous: last?.hash ?? "",
    };
    const hash = sealHash(content);
    const places = Object.fromEntries(heads.map((head) => [head.organisation, head.sequence]));
    await transaction
      .insertInto("seals")
      .values({ ...content, hash, heads: sql`${JSON.stringify(places)}::jsonb` })
      .execute();
    return { sequence: content.sequence, root: content.root, chains: heads.length, at: act.at, hash };
  });
}
