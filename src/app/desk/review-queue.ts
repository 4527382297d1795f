/** The reviewers' queue: returns below an organisation, those first whose doubts could move published figures most. */
import { runChecks } from "../../core/checking/run-checks.ts";
import type { Finding } from "../../core/checking/finding.ts";
import { measureLabel } from "../../core/checking/labels.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Evaluator } from "../../core/formula/evaluator.ts";
import { type OrganisationKind, type OrganisationNode, subtree } from "../../core/model/organisation.ts";
import type { ReturnState } from "../../core/model/return.ts";
import { parseMembersKey } from "../../core/model/selection.ts";
import { compare, type Exact, exact, multiply } from "../../core/quantity/exact.ts";
import { round } from "../../core/quantity/rounding.ts";
import { loadWorkspace } from "../dataset.ts";
import type { Actor } from "../policies/actor.ts";
import { policies } from "../policies/policies.ts";
import type { Store } from "../ports.ts";
import type { ScopedStore } from "./desk.ts";
import { seasonsOf, wholeStore } from "../seasons.ts";
import { type Doubt, doubtsOf, effectOf, greatest } from "./doubts.ts";
import { nodeInSight } from "./in-sight.ts";
import { Peers } from "./peers.ts";

export interface ReviewWorld {
  /** The whole store: peers are read from it, and only quartiles and findings leave. */
  readonly whole: Pick<Store, "snapshot">;
  /** What the reviewer may see. */
  readonly store: ScopedStore;
  readonly index: KnowledgeIndex;
  /** Lets others' requests go first: a city's whole queue is seconds of work when somebody has just filed. */
  readonly pause: () => Promise<void>;
}

export interface QueueLine {
  readonly organisation: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly state: ReturnState;
  readonly version: number;
  readonly submittedAt: string;
  readonly proofs: number;
  readonly warnings: number;
  readonly explained: number;
  readonly openComments: number;
  readonly effect: string;
  readonly effectText: string;
  readonly clean: boolean;
  readonly reasons: Unclean[];
}

/** Why a return wants to be looked at: each must be seen by a person before it is accepted. */
export type Unclean = "proofs" | "warnings" | "explained" | "remarks" | "effect";

/** The whole season, peers included, for reviewing; what is worked out of it is shared until a return moves. */
export async function openReview(world: ReviewWorld, organisation: string, year: number): Promise<Peers> {
  const shelf = { seasons: seasonsOf(world.whole), scope: wholeStore };
  const { evaluator } = await world.whole.snapshot((reader) => loadWorkspace(reader, world.index, organisation, year, false, shelf));
  let byYear = opened.get(evaluator);
  if (!byYear) opened.set(evaluator, (byYear = new Map<number, Peers>()));
  const peers = byYear.get(year) ?? new Peers(evaluator, year);
  byYear.set(year, peers);
  return peers;
}

const opened = new WeakMap<Evaluator, Map<number, Peers>>();

interface Considered {
  readonly findings: readonly Finding[];
  readonly doubts: readonly Doubt[];
}

const considered = new WeakMap<Peers, Map<string, Considered>>();

/** What is found in an organisation's return and what is to be doubted of it; worked out once as long as nobody's return moves. */
export function consider(peers: Peers, root: string, node: OrganisationNode): Considered {
  let known = considered.get(peers);
  if (!known) considered.set(peers, (known = new Map<string, Considered>()));
  const key = `${root}/${node.code}`;
  let found = known.get(key);
  if (!found) {
    const findings = runChecks(peers.evaluator, node.code, peers.year);
    known.set(key, (found = { findings, doubts: doubtsOf(peers, root, node, findings) }));
  }
  return found;
}

/** @throws Refusal for an organisation out of sight. */
export async function reviewQueue(
  world: ReviewWorld,
  actor: Actor,
  organisation: string,
  year: number,
  states: readonly ReturnState[],
): Promise<QueueLine[]> {
  await nodeInSight(world.store, actor.organisation, organisation, year);
  const [filed, open] = await Promise.all([
    world.store.returnStates(organisation, year),
    world.store.read((_writer, desk) => desk.comments.open(year)),
  ]);
  const wanted = new Map(
    filed
      .filter(({ state }) => states.includes(state))
      .filter((each) => policies.review(actor, { organisation: each.organisation, within: true }))
      .map((each) => [each.organisation, each]),
  );
  if (wanted.size === 0) return [];
  const peers = await openReview(world, organisation, year);
  const lines = [];
  for (const node of subtree(peers.evaluator.dataset.tree(year), organisation)) {
    const entry = wanted.get(node.code);
    if (!entry) continue;
    await world.pause();
    const { state, version, at } = entry;
    const openComments = open.get(node.code) ?? 0;
    lines.push({ ...lineOf(peers, organisation, node, openComments), state, version, submittedAt: at });
  }
  return lines
    .toSorted(
      (left, right) =>
        compare(right.rank, left.rank) ||
        right.proofs - left.proofs ||
        right.warnings - right.explained - (left.warnings - left.explained) ||
        (left.submittedAt < right.submittedAt ? -1 : 1),
    )
    .map(({ rank: _rank, ...line }) => line);
}

function lineOf(peers: Peers, root: string, node: OrganisationNode, openComments: number) {
  const { findings, doubts } = consider(peers, root, node);
  const rank = effectOf(doubts);
  const reasons = uncleanBy(findings, doubts, openComments);
  return {
    organisation: node.code,
    name: node.name,
    kind: node.kind,
    ...counted(findings),
    openComments,
    rank,
    effect: percent(rank),
    effectText: effectText(peers.evaluator, greatest(doubts)),
    clean: reasons.length === 0,
    reasons,
  };
}

function counted(findings: readonly Finding[]): { proofs: number; warnings: number; explained: number } {
  const warnings = findings.filter((finding) => finding.tier === "warning");
  return {
    proofs: findings.filter((finding) => finding.tier === "proof").length,
    warnings: warnings.length,
    explained: warnings.filter((finding) => finding.explanation !== null).length,
  };
}

/** None where nothing was found, explained or not, nothing is being asked, and no figure changed unlike its peers. */
export function uncleanBy(findings: readonly Finding[], doubts: readonly Doubt[], openComments: number): Unclean[] {
  const { proofs, warnings, explained } = counted(findings);
  const holds: Readonly<Record<Unclean, boolean>> = {
    proofs: proofs > 0,
    warnings: warnings > explained,
    explained: explained > 0,
    remarks: openComments > 0,
    effect: doubts.length > 0,
  };
  return (["proofs", "warnings", "explained", "remarks", "effect"] as const).filter((reason) => holds[reason]);
}

/** 在校生 +12.4%: how far its greatest doubt moves the total. */
function effectText(evaluator: Evaluator, doubt: Doubt | null): string {
  if (!doubt) return "";
  const members = parseMembersKey(doubt.cell.split("#", 2)[1] ?? "");
  return `${measureLabel(evaluator.index, doubt.element, members)} ${signed(percent(doubt.share))}%`;
}

export const signed = (text: string): string => (text.startsWith("-") ? text.replace("-", "−") : `+${text}`);
export const percent = (share: Exact): string => round(multiply(share, exact(100)), 1);
