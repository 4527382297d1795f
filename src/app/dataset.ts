/** Loads what the engine needs for one organisation's figures: its city's facts of this and earlier years. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { Evaluator } from "../core/formula/evaluator.ts";
import type { Cycle } from "../core/model/cycle.ts";
import type { Dataset } from "../core/model/dataset.ts";
import { findCycle } from "./cycles.ts";
import type { StoreReader } from "./ports.ts";
import { readSeason, type Seasons } from "./seasons.ts";

export interface Workspace {
  readonly cycle: Cycle;
  readonly dataset: Dataset;
  readonly evaluator: Evaluator;
}

/**
 * The facts of the whole cycle's subtree (peers included) for `year` and up to three years before.
 * With `acceptedOnly`, only returns that were accepted or locked count. With a shelf the reader must look at one
 * unchanging state of the store.
 * @throws Refusal when the organisation or its cycle is unknown.
 */
export async function loadWorkspace(
  reader: StoreReader,
  index: KnowledgeIndex,
  organisation: string,
  year: number,
  acceptedOnly: boolean,
  shelf?: Shelf,
): Promise<Workspace> {
  const cycle = await findCycle(reader, organisation, year);
  const where = { root: cycle.organisation, year, acceptedOnly };
  const dataset = shelf ? await shelf.seasons.read(reader, { scope: shelf.scope, ...where }) : await readSeason(reader, where);
  return { cycle, dataset, evaluator: evaluatorOf(index, dataset) };
}

/** What was read before and may be used again as far as nothing moved, for a reader of this scope. */
export interface Shelf {
  readonly seasons: Seasons;
  readonly scope: string;
}

const evaluators = new WeakMap<Dataset, Evaluator>();

/** What was computed of a dataset is computed once. */
function evaluatorOf(index: KnowledgeIndex, dataset: Dataset): Evaluator {
  const known = evaluators.get(dataset);
  if (known?.index === index) return known;
  const evaluator = new Evaluator(index, dataset);
  evaluators.set(dataset, evaluator);
  return evaluator;
}
