/** Findings over the data of every organisation below a root, gravest first. */
import { runChecks } from "../core/checking/run-checks.ts";
import type { Finding } from "../core/checking/finding.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { subtree } from "../core/model/organisation.ts";
import { loadWorkspace } from "./dataset.ts";
import type { StoreReader } from "./ports.ts";

const gravity = { proof: 0, warning: 1, note: 2 } as const;

/** @throws Refusal when no cycle of `year` covers `root`; without a root, every open cycle of the year is checked. */
export async function findingsOf(reader: StoreReader, index: KnowledgeIndex, year: number, root?: string): Promise<Finding[]> {
  const roots =
    root === undefined ? (await reader.cycles()).filter((cycle) => cycle.year === year).map((cycle) => cycle.organisation) : [root];
  const findings: Finding[] = [];
  for (const each of roots) {
    const { evaluator, dataset } = await loadWorkspace(reader, index, each, year, false);
    for (const node of subtree(dataset.tree(year), each)) findings.push(...runChecks(evaluator, node.code, year));
  }
  return findings.sort((left, right) => gravity[left.tier] - gravity[right.tier]);
}
