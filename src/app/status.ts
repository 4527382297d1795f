/** Who has filed and who has not: the list by which an office makes its telephone calls. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { isInForce } from "../core/definition/ledger.ts";
import { deadlineOf } from "../core/model/cycle.ts";
import { subtree, treeAt } from "../core/model/organisation.ts";
import type { ReturnState } from "../core/model/return.ts";
import { dayInChina } from "./day.ts";
import { findCycle } from "./cycles.ts";
import type { StoreReader } from "./ports.ts";

export interface FilingStatus {
  readonly organisation: string;
  readonly name: string;
  readonly kind: string;
  readonly state: ReturnState | "none";
  readonly version: number | null;
  readonly at: string | null;
  readonly deadline: string | null;
  readonly late: boolean;
}

/** One line for each organisation under `root` that owes a return, late ones first, then those without a return. */
export async function filingStatus(
  reader: StoreReader,
  index: KnowledgeIndex,
  root: string,
  year: number,
  now: string,
): Promise<FilingStatus[]> {
  const cycle = await findCycle(reader, root, year);
  const states = new Map((await reader.returnStates(root, year)).map((entry) => [entry.organisation, entry]));
  const tree = treeAt(await reader.organisations(), cycle.dataPeriod.end);
  const owing = subtree(tree, root).filter((node) =>
    index.knowledge.ledgers.some((ledger) => isInForce(ledger, year) && (ledger.reportedBy as readonly string[]).includes(node.kind)),
  );
  const lines = owing.map((node): FilingStatus => {
    const entry = states.get(node.code);
    const deadline = deadlineOf(cycle, node);
    const done = entry !== undefined && ["submitted", "accepted", "locked"].includes(entry.state);
    return {
      organisation: node.code,
      name: node.name,
      kind: node.kind,
      state: entry?.state ?? "none",
      version: entry?.version ?? null,
      at: entry?.at ?? null,
      deadline,
      late: !done && deadline !== null && dayInChina(now) > deadline,
    };
  });
  const rank = (line: FilingStatus): number => (line.state === "none" ? 0 : line.state === "returned" ? 1 : line.state === "draft" ? 2 : 3);
  return lines.sort(
    (left, right) =>
      Number(right.late) - Number(left.late) || rank(left) - rank(right) || (left.organisation < right.organisation ? -1 : 1),
  );
}
