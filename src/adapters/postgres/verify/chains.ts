/** Whether the chains of history are whole, and agree with the seals set on them. */
import type { HistoryEntry } from "../../../app/ports.ts";
import { entryHash, readHistory } from "../history.ts";
import { type ChainHead, rootOf, sealHash } from "../seals.ts";
import type { Database } from "../tables.ts";
import type { Findings } from "./verify.ts";

/** Checks one organisation's chain from its first entry to its head; the entries. */
export async function verifyChain(database: Database, organisation: string, findings: Findings): Promise<HistoryEntry[]> {
  const entries = await readHistory(database, organisation);
  let previous = "";
  for (const [at, entry] of entries.entries()) {
    findings.count("history");
    const name = `${organisation} 历史第 ${entry.sequence} 条`;
    findings.expect(entry.sequence === at + 1, () => `${name}：序号不连续，应为 ${at + 1}`);
    findings.expect(entry.previous === previous, () => `${name}：与上一条的哈希不相接`);
    findings.expect(entryHash(entry) === entry.hash, () => `${name}：内容与哈希不符`);
    previous = entry.hash;
  }
  const head = await database.selectFrom("chain_heads").selectAll().where("organisation", "=", organisation).executeTakeFirst();
  const last = entries.at(-1);
  findings.expect(
    head?.sequence === last?.sequence && head?.hash === last?.hash,
    () => `${organisation} 历史链末端为第 ${last?.sequence ?? 0} 条，登记的末端为第 ${head?.sequence ?? 0} 条或哈希不同`,
  );
  return entries;
}

/** Recomputes each seal's root from the entries that it sealed. */
export async function verifySeals(database: Database, findings: Findings): Promise<void> {
  const seals = await database.selectFrom("seals").selectAll().orderBy("sequence").execute();
  if (seals.length === 0) return;
  const entries = await database.selectFrom("history").select(["organisation", "sequence", "hash"]).execute();
  const hashes = new Map(entries.map((entry) => [`${entry.organisation}/${entry.sequence}`, entry.hash]));
  let previous = "";
  for (const [at, seal] of seals.entries()) {
    findings.count("seals");
    const name = `第 ${seal.sequence} 号封存`;
    const heads = Object.entries(seal.heads).map(([organisation, sequence]): ChainHead => ({
      organisation,
      sequence,
      hash: hashes.get(`${organisation}/${sequence}`) ?? "",
    }));
    findings.expect(seal.sequence === at + 1, () => `${name}：序号不连续`);
    findings.expect(seal.previous === previous, () => `${name}：与上一号封存不相接`);
    findings.expect(sealHash(seal) === seal.hash, () => `${name}：内容与哈希不符`);
    findings.expect(rootOf(heads) === seal.root, () => `${name}：历史链与封存时的根哈希不符`);
    previous = seal.hash;
  }
}
