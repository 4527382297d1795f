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
import type { Dataset, Filing } from "../../core/model/dataset.ts";
import { type OrganisationNode, subtree } from "../../core/model/organisation.ts";
import type { ReturnDocument, ReturnState } from "../../core/model/return.ts";
import { Kept } from "../kept.ts";
import type { Store, StoreReader } from "../ports.ts";
import { refuse } from "../refusal.ts";
import { seasonsOf, wholeStore } from "../seasons.ts";
import { nodeIn, nodeOf, type Place } from "./read-return.ts";
import type { OpenedReturn } from "./working.ts";

export interface Judgement {
  readonly cycle: Cycle;
  readonly node: OrganisationNode;
  readonly evaluator: Evaluator;
  /** Gravest first. */
  readonly findings: readonly Finding[];
}

const gravity = { proof: 0, warning: 1, note: 2 } as const;

/** @throws Refusal when the organisation or its cycle is unknown. */
export async function judgeReturn(
  store: Pick<Store, "snapshot">,
  index: KnowledgeIndex,
  place: Place,
  document: ReturnDocument,
  state: ReturnState | "none",
): Promise<Judgement> {
  return judge(await surroundings(store, place), index, place, document, state, "all");
}

/** Working copies that are kept judged, of each season: those that their departments confirm now. */
const judgementsKept = 8;
const judgements = new WeakMap<KnowledgeIndex, WeakMap<Dataset, Kept<Judgement>>>();

function keptOf(index: KnowledgeIndex, season: Dataset): Kept<Judgement> {
  const ofIndex = judgements.get(index) ?? new WeakMap<Dataset, Kept<Judgement>>();
  judgements.set(index, ofIndex);
  const kept = ofIndex.get(season) ?? new Kept<Judgement>(judgementsKept);
  ofIndex.set(season, kept);
  return kept;
}

/**
 * The same for a document of this hash. It is judged once as long as neither it nor anything in the season moves: whoever
 * confirms twenty ledgers, reads the summary and signs asks as often for the same.
 * @throws Refusal when the organisation or its cycle is unknown.
 */
export async function judgeOnce(
  store: Pick<Store, "snapshot">,
  index: KnowledgeIndex,
  place: Place,
  document: ReturnDocument,
  state: ReturnState | "none",
  hash: string,
): Promise<Judgement> {
  const around = await surroundings(store, place);
  const { evaluator, findings } = await keptOf(index, around.season).of(
    `${place.organisation}/${place.year}`,
    `${state}/${hash}`,
    async () => judge(around, index, place, document, state, "all"),
  );
  return { cycle: around.cycle, node: around.node, evaluator, findings };
}

const compared = new WeakMap<OpenedReturn, { readonly season: Dataset; readonly findings: readonly Finding[] }>();

/**
 * What comparing with others finds while somebody types; the page itself runs the other checks. What others filed is
 * believed for two seconds, for hundreds ask at once; of the same return in the same season it is found once.
 */
export async function judgeBesideOthers(
  store: Pick<Store, "snapshot">,
  index: KnowledgeIndex,
  place: Place,
  opened: OpenedReturn,
  document: ReturnDocument,
): Promise<readonly Finding[]> {
  const around = await recentSurroundings(store, opened, place);
  const known = compared.get(opened);
  if (known?.season === around.season) return known.findings;
  const { findings } = judge(around, index, place, document, opened.standing.state, "others");
  compared.set(opened, { season: around.season, findings });
  return findings;
}

/** What a return stands in: its cycle, and all that was filed there. */
interface Surroundings {
  readonly cycle: Cycle;
  readonly node: OrganisationNode;
  readonly season: Dataset;
}

function surroundings(store: Pick<Store, "snapshot">, place: Place): Promise<Surroundings> {
  return store.snapshot(async (reader) => {
    const { node, cycle } = await nodeOf(reader, place);
    return { node, cycle, season: await readSeason(store, reader, cycle.organisation, place.year) };
  });
}

/** The same, with the season of the last two seconds: whoever asks meanwhile shares one look at it. */
async function recentSurroundings(store: Pick<Store, "snapshot">, { around }: OpenedReturn, place: Place): Promise<Surroundings> {
  const { node, cycle } = nodeIn(around, place);
  const season = await recent(store, `${cycle.organisation}/${place.year}`, () =>
    store.snapshot((reader) => readSeason(store, reader, cycle.organisation, place.year)),
  );
  return { node, cycle, season };
}

/** Milliseconds. */
const believed = 2000;
const looks = new WeakMap<object, Map<string, { readonly until: number; readonly found: Promise<unknown> }>>();

function recent<T>(store: object, key: string, look: () => Promise<T>): Promise<T> {
  const known = looks.get(store) ?? new Map<string, { until: number; found: Promise<unknown> }>();
  looks.set(store, known);
  const standing = known.get(key);
  if (standing && standing.until > Date.now()) return standing.found as Promise<T>;
  const found = look();
  known.set(key, { until: Date.now() + believed, found });
  found.catch(() => known.delete(key));
  return found;
}

function judge(
  { cycle, node, season }: Surroundings,
  index: KnowledgeIndex,
  { organisation, year }: Place,
  document: ReturnDocument,
  state: ReturnState | "none",
  of: "all" | "others",
): Judgement {
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
  const dataset = season.replacing(filing, projectFacts(index, document, 0));
  const evaluator = new Evaluator(index, dataset);
  const own = new Set(subtree(dataset.tree(year), organisation).map((each) => each.code));
  if (own.size === 0) throw refuse("organisation-unknown", { code: organisation });
  const findings = runChecks(evaluator, organisation, year, of)
    // Of peers an organisation learns medians of at least five (see outlier.ts), never whose value stood where.
    .map((finding) => ({ ...finding, places: finding.places.filter((each) => own.has(each.organisation)) }))
    .sort((left, right) => gravity[left.tier] - gravity[right.tier]);
  return { cycle, node, evaluator, findings };
}

/** Reads what comparing with others looks at in the newest seasons, before the first one asks: of a city it takes a second. */
export async function readAhead(store: Pick<Store, "snapshot">): Promise<void> {
  await store.snapshot(async (reader) => {
    const cycles = await reader.cycles();
    const newest = Math.max(...cycles.map((cycle) => cycle.year));
    for (const { organisation, year } of cycles) if (year === newest) await readSeason(store, reader, organisation, year);
  });
}

/** All that a season's organisations filed. */
function readSeason(store: object, reader: StoreReader, root: string, year: number): Promise<Dataset> {
  return seasonsOf(store).read(reader, { scope: wholeStore, root, year, acceptedOnly: false });
}

/** Proofs, and warnings that nobody explained. */
export function blockingOf(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.tier === "proof" || (finding.tier === "warning" && finding.explanation === null));
}
