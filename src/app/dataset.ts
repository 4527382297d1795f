/** Loads what the engine needs for one organisation's figures: its city's facts of this and earlier years. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { Evaluator } from "../core/formula/evaluator.ts";
import type { Cycle } from "../core/model/cycle.ts";
import { Dataset } from "../core/model/dataset.ts";
import { findCycle } from "./cycles.ts";
import type { StoreReader } from "./ports.ts";

/** How many earlier years a formula may look back on (a cohort's intake lies three years before). */
const lookBack = 3;

export interface Workspace {
  readonly cycle: Cycle;
  readonly dataset: Dataset;
  readonly evaluator: Evaluator;
}

/**
 * The facts of the whole cycle's subtree (peers included) for `year` and up to three years before.
 * With `acceptedOnly`, only returns that were accepted or locked count.
 * @throws Refusal when the organisation or its cycle is unknown.
 */
export async function loadWorkspace(
  reader: StoreReader,
  index: KnowledgeIndex,
  organisation: string,
  year: number,
  acceptedOnly: boolean,
): Promise<Workspace> {
  const cycle = await findCycle(reader, organisation, year);
  const cycles = (await reader.cycles(cycle.organisation)).filter((each) => each.year <= year && each.year >= year - lookBack);
  const query = { root: cycle.organisation, years: cycles.map((each) => each.year), acceptedOnly };
  const dataset = new Dataset({
    organisations: await reader.organisations(),
    yearEnds: Object.fromEntries(cycles.map((each) => [each.year, each.dataPeriod.end])),
    facts: await reader.facts(query),
    filings: await reader.filings(query),
    breaks: await reader.breaks(),
  });
  return { cycle, dataset, evaluator: new Evaluator(index, dataset) };
}
