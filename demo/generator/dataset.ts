/** A dataset straight from generated returns, without a store: for tests that need many cities quickly. */
import type { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { projectFacts } from "../../src/core/formula/projection.ts";
import type { SeriesBreak } from "../../src/core/model/cycle.ts";
import { Dataset } from "../../src/core/model/dataset.ts";
import type { Organisation } from "../../src/core/model/organisation.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";

export function datasetOf(index: KnowledgeIndex, organisations: readonly Organisation[], documents: readonly ReturnDocument[], options: { readonly breaks?: readonly SeriesBreak[] } = {}): Dataset {
  return new Dataset({
    organisations,
    yearEnds: Object.fromEntries(documents.map(({ year }) => [year, `${year}-12-31`])),
    facts: documents.flatMap((document) => projectFacts(index, document, 1)),
    filings: documents.map(({ organisation, year, registers, materials, explanations }) => ({ organisation, year, state: "accepted", version: 1, registers, materials, explanations })),
    breaks: options.breaks ?? [],
  });
}
