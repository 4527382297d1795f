/** What the store needs to know of the catalog: handed in by the composition root, so that the store imports none of it. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { projectFacts } from "../../core/formula/projection.ts";
import type { Fact } from "../../core/model/fact.ts";
import type { ReturnDocument } from "../../core/model/return.ts";

export interface StoreKnowledge {
  /** Hash of the catalog: facts are recomputed only where the same catalog projected them. */
  readonly catalog: string;
  projectFacts(document: ReturnDocument, version: number): Fact[];
  /** Identity of a register's row by its content; "" when the ledger has none. */
  naturalKey(ledger: string, values: Readonly<Record<string, string | null>>): string;
}

export function storeKnowledge(index: KnowledgeIndex, catalog: string): StoreKnowledge {
  return {
    catalog,
    projectFacts: (document, version) => projectFacts(index, document, version),
    naturalKey: (code, values) => {
      const ledger = index.ledgers.get(code);
      return ledger?.kind === "register" && ledger.naturalKey.length > 0
        ? JSON.stringify(ledger.naturalKey.map((column) => values[column] ?? null))
        : "";
    },
  };
}
