/** Whether each return's documents, states, facts and rows agree with one another and with the history. */
import type { HistoryEntry } from "../../../app/ports.ts";
import { canonicalJson } from "../../../app/canonical.ts";
import type { Fact } from "../../../core/model/fact.ts";
import type { ReturnDocument, ReturnState } from "../../../core/model/return.ts";
import { membersKey } from "../../../core/model/selection.ts";
import { contentHash } from "../../system/hash.ts";
import { emptyShared, factsHash, toFact } from "../facts.ts";
import type { StoreKnowledge } from "../knowledge.ts";
import { rowsOf } from "../register-rows.ts";
import type { Database } from "../tables.ts";
import { stateChangeHash } from "../writer.ts";
import type { Findings } from "./verify.ts";

interface Version {
  readonly organisation: string;
  readonly year: number;
  readonly version: number;
  readonly document: ReturnDocument;
  readonly hash: string;
  readonly facts_hash: string;
  readonly projected_by: string;
}

export async function verifyReturns(
  database: Database,
  organisation: string,
  history: readonly HistoryEntry[],
  knowledge: StoreKnowledge,
  findings: Findings,
): Promise<void> {
  const versions = await database
    .selectFrom("returns")
    .selectAll()
    .where("organisation", "=", organisation)
    .orderBy("year")
    .orderBy("version")
    .execute();
  const states = await database
    .selectFrom("return_states")
    .selectAll()
    .where("organisation", "=", organisation)
    .orderBy("year")
    .orderBy("version")
    .orderBy("ordinal")
    .execute();
  const heads = await database.selectFrom("return_heads").selectAll().where("organisation", "=", organisation).execute();
  for (const version of versions) {
    findings.count("documents");
    const ownStates = states.filter((each) => each.year === version.year && each.version === version.version);
    verifyVersion(version, ownStates, history, findings);
  }
  const said = history.filter(
    (entry) => entry.version !== null && !versions.some((each) => each.year === entry.year && each.version === entry.version),
  );
  for (const entry of said)
    findings.expect(false, () => `填报 ${organisation} ${entry.year} 第 ${entry.version} 版：历史有记录，文件不存在`);
  for (const year of new Set([...versions.map((each) => each.year), ...heads.map((each) => each.year)])) {
    const ofYear = versions.filter((each) => each.year === year);
    const head = heads.find((each) => each.year === year);
    const last = ofYear.at(-1);
    const lastState = states.findLast((each) => each.year === year && each.version === last?.version);
    const name = `填报 ${organisation} ${year}`;
    findings.expect(
      ofYear.every((each, at) => each.version === at + 1),
      () => `${name}：版本不连续`,
    );
    findings.expect(
      head?.version === last?.version && head?.hash === last?.hash && head?.state === lastState?.state,
      () => `${name}：当前版本或状态与其记录不符`,
    );
    if (!last) continue;
    await verifyFacts(database, last, knowledge, findings);
    await verifyRows(database, last, knowledge, findings);
  }
}

function verifyVersion(
  version: Version,
  states: readonly { ordinal: number; state: ReturnState }[],
  history: readonly HistoryEntry[],
  findings: Findings,
): void {
  const name = `填报 ${version.organisation} ${version.year} 第 ${version.version} 版`;
  findings.expect(contentHash(version.document) === version.hash, () => `${name}：文件内容与哈希不符`);
  findings.expect(
    version.document.organisation === version.organisation && version.document.year === version.year,
    () => `${name}：文件属于 ${version.document.organisation} ${version.document.year}`,
  );
  const changes = states.slice(1).map((each, at) => stateChangeHash(states[at]!.state, each.state, version.hash));
  const said = history.filter((entry) => entry.year === version.year && entry.version === version.version).map((entry) => entry.content);
  findings.expect(
    states.every((each, at) => each.ordinal === at + 1) && [version.hash, ...changes].join() === said.join(),
    () => `${name}：文件与状态变化（${states.map((each) => each.state).join(" → ")}）与历史记录不符`,
  );
}

async function verifyFacts(database: Database, version: Version, knowledge: StoreKnowledge, findings: Findings): Promise<void> {
  const name = `填报 ${version.organisation} ${version.year} 第 ${version.version} 版`;
  const rows = await database
    .selectFrom("facts")
    .selectAll()
    .where("organisation", "=", version.organisation)
    .where("vintage", "=", version.year)
    .execute();
  const shared = emptyShared();
  const stored = rows.map((row) => toFact(row, shared));
  findings.count("facts", stored.length);
  const holds = factsHash(stored) === version.facts_hash;
  if (version.projected_by !== knowledge.catalog) {
    findings.expect(holds, () => `${name}：事实与登记的哈希不符`);
    return;
  }
  findings.count("projections");
  const projected = knowledge.projectFacts(version.document, version.version);
  findings.expect(
    holds && factsHash(projected) === version.facts_hash,
    () => `${name}：事实与由文件重算的不符（${firstDifference(stored, projected)}）`,
  );
}

function firstDifference(stored: readonly Fact[], projected: readonly Fact[]): string {
  const place = (fact: Fact): string => [fact.element, membersKey(fact.members), fact.key ?? ""].filter((part) => part !== "").join("#");
  const text = (fact: Fact | undefined): string => (fact ? (fact.value ?? fact.status) : "无");
  const expected = new Map(projected.map((fact) => [place(fact), fact]));
  for (const fact of stored) {
    const own = expected.get(place(fact));
    if (text(own) !== text(fact)) return `${place(fact)} 存 ${text(fact)}，应为 ${text(own)}`;
    expected.delete(place(fact));
  }
  const [missing] = expected.values();
  return missing ? `缺 ${place(missing)}，应为 ${text(missing)}` : "出处不同";
}

async function verifyRows(database: Database, version: Version, knowledge: StoreKnowledge, findings: Findings): Promise<void> {
  const sameCatalog = version.projected_by === knowledge.catalog;
  const stored = await database
    .selectFrom("register_rows")
    .selectAll()
    .where("organisation", "=", version.organisation)
    .where("year", "=", version.year)
    .where("withdrawn", "=", false)
    .execute();
  const text = (row: { ledger: string; id: string; natural_key: string; payload: unknown; origin: unknown }): string =>
    canonicalJson([row.ledger, row.id, sameCatalog ? row.natural_key : "", row.payload, row.origin]);
  const expected = rowsOf(version.document, knowledge).map(text).sort();
  findings.count("rows", stored.length);
  findings.expect(
    stored.map(text).sort().join("\n") === expected.join("\n"),
    () => `填报 ${version.organisation} ${version.year}：台账各行与第 ${version.version} 版文件不符`,
  );
}
