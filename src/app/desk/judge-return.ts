/**
 * Judges a working copy as if it were filed: the same checks as on filed returns, peers included. Runs on the
 * server alone, over the whole season, and hands out only what the organisation may know of it.
 */
import { runChecks } from "../../core/checking/run-checks.ts";
import type { Finding } from "../../core/checking/finding.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { Evaluator } from "../../core/formula/evaluator.ts";
import { projectFacts } from "../../core/formula/projection.ts";
import type { Cycle } from "../../core/model/cycle.ts";
import { Dataset, type Filing } from "../../core/model/dataset.ts";
import type { Fact } from "../../core/model/fact.ts";
import { type OrganisationNode, subtree } from "../../core/model/organisation.ts";
import type { ReturnDocument, ReturnState } from "../../core/model/return.ts";
import type { Store, StoreReader } from "../ports.ts";
import { refuse } from "../refusal.ts";
import { nodeOf, type Place } from "./read-return.ts";

const lookBack = 3;
/** So many seasons stay in memory; one is a city's facts of four years. */
const kept = 4;

export interface Judgement {
  readonly cycle: Cycle;
  readonly node: OrganisationNode;
  readonly evaluator: Evaluator;
  /** Gravest first. */
  readonly findings: readonly Finding[];
}

interface Season {
  readonly stamp: string;
  readonly facts: readonly Fact[];
  readonly filings: readonly Filing[];
}

const gravity = { proof: 0, warning: 1, note: 2 } as const;
const seasons = new WeakMap<object, Map<string, Season>>();

/** @throws Refusal when the organisation or its cycle is unknown. */
export async function judgeReturn(
  store: Pick<Store, "snapshot">,
  index: KnowledgeIndex,
  place: Place,
  document: ReturnDocument,
  state: ReturnState | "none",
): Promise<Judgement> {
  const { organisation, year } = place;
  const { dataset, cycle, node } = await store.snapshot(async (reader) => {
    const { node, cycle } = await nodeOf(reader, place);
    const cycles = (await reader.cycles(cycle.organisation)).filter((each) => each.year <= year && each.year >= year - lookBack);
    const season = await readSeason(
      store,
      reader,
      cycle.organisation,
      cycles.map((each) => each.year),
    );
    const others = season.facts.filter((fact) => fact.organisation !== organisation || fact.vintage !== year);
    const { registers, materials, explanations } = document;
    const filing: Filing = {
      organisation,
      year,
      state: state === "none" ? "draft" : state,
      version: 0,
      registers,
      materials,
      explanations,
    };
    const dataset = new Dataset({
      organisations: await reader.organisations(),
      yearEnds: Object.fromEntries(cycles.map((each) => [each.year, each.dataPeriod.end])),
      facts: [...others, ...projectFacts(index, document, 0)],
      filings: [...season.filings.filter((each) => each.organisation !== organisation || each.year !== year), filing],
      breaks: await reader.breaks(),
    });
    return { dataset, cycle, node };
  });
  const evaluator = new Evaluator(index, dataset);
  const own = new Set(subtree(dataset.tree(year), organisation).map((each) => each.code));
  if (own.size === 0) throw refuse("organisation-unknown", { code: organisation });
  const findings = runChecks(evaluator, organisation, year)
    // Of peers an organisation learns medians of at least five (see outlier.ts), never whose value stood where.
    .map((finding) => ({ ...finding, places: finding.places.filter((each) => own.has(each.organisation)) }))
    .sort((left, right) => gravity[left.tier] - gravity[right.tier]);
  return { cycle, node, evaluator, findings };
}

/** Facts and filings of a whole season, read anew only when somebody's return has moved. */
async function readSeason(store: object, reader: StoreReader, root: string, years: readonly number[]): Promise<Season> {
  const states = [];
  for (const each of years) states.push(...(await reader.returnStates(root, each)));
  const stamp = JSON.stringify(states.map(({ organisation, year, version, state, at }) => [organisation, year, version, state, at]));
  const known = seasons.get(store) ?? new Map<string, Season>();
  seasons.set(store, known);
  const key = `${root}/${years.join()}`;
  let season = known.get(key);
  if (season?.stamp !== stamp) {
    const query = { root, years, acceptedOnly: false };
    season = { stamp, facts: await reader.facts(query), filings: await reader.filings(query) };
  }
  known.delete(key);
  known.set(key, season);
  for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest);
  return season;
}

/** Proofs, and warnings that nobody explained. */
export function blockingOf(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.tier === "proof" || (finding.tier === "warning" && finding.explanation === null));
}
