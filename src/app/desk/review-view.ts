/** One return opened for review: its findings, gravest first, its differences, and its versions. */
import type { Finding } from "../../core/checking/finding.ts";
import type { ReturnState } from "../../core/model/return.ts";
import type { Actor } from "../policies/actor.ts";
import type { StoredReturn } from "../ports.ts";
import { type Difference, differences } from "./differences.ts";
import { nodeInSight } from "./in-sight.ts";
import { consider, openReview, type ReviewWorld } from "./review-queue.ts";
import type { Place } from "./reviewing.ts";

export interface ReviewView {
  readonly organisationName: string;
  readonly state: ReturnState | "none";
  readonly version: number | null;
  readonly findings: Finding[];
  readonly differences: Difference[];
  readonly ledgers: { code: string; zh: string; en: string }[];
  readonly versions: {
    version: number;
    state: ReturnState;
    name: string;
    at: string;
    reason: string;
    hash: string;
  }[];
}

const gravity = { proof: 0, warning: 1, note: 2 } as const;
const handedIn: readonly ReturnState[] = ["submitted", "returned", "accepted", "locked"];

/** @throws Refusal for an organisation out of sight. */
export async function reviewOf(world: ReviewWorld, actor: Actor, { organisation, year }: Place): Promise<ReviewView> {
  const node = await nodeInSight(world.store, actor.organisation, organisation, year);
  const { versions, names } = await world.store.read(async (reader, desk) => ({
    versions: await reader.returnVersions(organisation, year),
    names: await desk.history.names(organisation),
  }));
  const current = versions.at(-1);
  if (!current)
    return { organisationName: node.name, state: "none", version: null, findings: [], differences: [], ledgers: [], versions: [] };
  const peers = await openReview(world, organisation, year);
  const { findings: found, doubts } = consider(peers, actor.organisation, node);
  const findings = found.toSorted(
    (left, right) => gravity[left.tier] - gravity[right.tier] || Number(left.explanation !== null) - Number(right.explanation !== null),
  );
  const listed = differences({
    peers,
    node,
    document: current.document,
    before: lastSubmission(versions),
    findings,
    doubts,
  });
  const named = new Set(listed.map(({ ledger }) => ledger));
  return {
    organisationName: node.name,
    state: current.state,
    version: current.version,
    findings,
    differences: listed,
    ledgers: world.index.knowledge.ledgers.filter(({ code }) => named.has(code)).map(({ code, zh, en }) => ({ code, zh, en })),
    versions: versions.toReversed().map(({ version, state, actor: by, at, reason, hash }) => ({
      version,
      state,
      name: names.get(by) ?? by,
      at,
      reason,
      hash,
    })),
  };
}

/** The newest version before the current one that was handed in. */
function lastSubmission(versions: readonly StoredReturn[]) {
  return versions.slice(0, -1).findLast(({ state }) => handedIn.includes(state))?.document ?? null;
}
