/** Walks everything the store holds, over one unchanging state of it: chains and seals, documents, and all that is derived. */
import type { Progress } from "../../../app/ports.ts";
import type { StoreKnowledge } from "../knowledge.ts";
import type { Database } from "../tables.ts";
import { verifyChain, verifySeals } from "./chains.ts";
import { verifyLineage, verifyStrayFacts, verifySums } from "./derived.ts";
import { verifyDesk } from "./desk.ts";
import { verifyReturns } from "./returns.ts";
import { verifyTold } from "./told.ts";

export interface Verification {
  readonly checked: Readonly<Record<string, number>>;
  readonly problems: string[];
}

/** Counts what was checked and collects problems, one line each. */
export class Findings {
  readonly checked: Record<string, number> = {};
  readonly problems: string[] = [];

  count(what: string, number = 1): void {
    this.checked[what] = (this.checked[what] ?? 0) + number;
  }

  /** Reports `problem` unless `holds`. */
  expect(holds: boolean, problem: () => string): void {
    if (!holds) this.problems.push(problem());
  }
}

export async function verifyStore(database: Database, knowledge: StoreKnowledge, progress: Progress): Promise<Verification> {
  return database
    .transaction()
    .setAccessMode("read only")
    .setIsolationLevel("repeatable read")
    .execute(async (snapshot) => {
      const findings = new Findings();
      const codes = await organisationsWithHistory(snapshot);
      for (const [done, code] of codes.entries()) {
        progress(done, codes.length, code);
        const history = await verifyChain(snapshot, code, findings);
        await verifyTold(snapshot, code, history, findings);
        await verifyReturns(snapshot, code, history, knowledge, findings);
      }
      progress(codes.length, codes.length, "");
      await verifySeals(snapshot, findings);
      await verifyStrayFacts(snapshot, findings);
      await verifyLineage(snapshot, findings);
      await verifySums(snapshot, findings);
      await verifyDesk(snapshot, findings);
      return { checked: findings.checked, problems: findings.problems };
    });
}

async function organisationsWithHistory(database: Database): Promise<string[]> {
  const rows = await database
    .selectFrom("organisations")
    .select("code")
    .union(database.selectFrom("chain_heads").select("organisation as code"))
    .union(database.selectFrom("history").select("organisation as code"))
    .orderBy("code")
    .execute();
  return rows.map(({ code }) => code);
}
