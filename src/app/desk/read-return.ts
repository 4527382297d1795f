/** A return as its people see it: the newest version with the slots that were edited since laid over it, and how it stands. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { type Cycle, deadlineOf, type SeriesBreak } from "../../core/model/cycle.ts";
import type { Fact } from "../../core/model/fact.ts";
import { type Organisation, type OrganisationKind, type OrganisationNode, treeAt } from "../../core/model/organisation.ts";
import type { ReturnDocument, ReturnState } from "../../core/model/return.ts";
import { cycleIn } from "../cycles.ts";
import type { Actor } from "../policies/actor.ts";
import { policies } from "../policies/policies.ts";
import type { StoredReturn, StoreReader } from "../ports.ts";
import { refuse } from "../refusal.ts";
import type { Desk, ScopedStore } from "./desk.ts";
import { requestOf } from "./requested.ts";
import type { RequestStanding, RequestedSlot } from "./requests.ts";
import { answered } from "./save-edits.ts";
import { editableStates, ledgersOwed } from "./slot-guard.ts";
import { layOver, type SlotContent, type SlotEntry } from "./slots.ts";
import type { Around, Confirmation, OpenedReturn, Signature, Standing } from "./working.ts";

export interface Place {
  readonly organisation: string;
  readonly year: number;
}

/** How many earlier years stand beside the cells: a cohort's intake lies three years before. */
const earlierYears = 3;

export interface WorkingCopy {
  readonly standing: Standing;
  readonly newest: StoredReturn | null;
  readonly document: ReturnDocument;
}

/** The working copy as a document. Reads in the caller's transaction. @throws Refusal for an unknown organisation or a year without cycle. */
export async function workingCopy(
  reader: Pick<StoreReader, "currentReturn">,
  desk: Desk,
  index: KnowledgeIndex,
  catalog: string,
  place: Place,
): Promise<WorkingCopy> {
  const { standing, untaken } = await desk.working.open(place.organisation, place.year);
  assertOpen(standing, place);
  const newest = standing.version === null ? null : await reader.currentReturn(place.organisation, place.year);
  return { standing, newest, document: laidOver(index, catalog, place, newest, untaken) };
}

const documents = new WeakMap<OpenedReturn, ReturnDocument>();

/** The same of a return that was opened; laid over once. @throws Refusal for an unknown organisation or a year without cycle. */
export function openedCopy(opened: OpenedReturn, index: KnowledgeIndex, catalog: string, place: Place): WorkingCopy {
  const { standing, newest, untaken } = opened;
  assertOpen(standing, place);
  const document = documents.get(opened) ?? laidOver(index, catalog, place, newest, untaken);
  documents.set(opened, document);
  return { standing, newest, document };
}

function assertOpen({ kind, open }: Standing, { organisation, year }: Place): void {
  if (!kind) throw refuse("organisation-unknown", { code: organisation });
  if (!open) throw refuse("cycle-unknown", { organisation, year });
}

const laidOver = (
  index: KnowledgeIndex,
  catalog: string,
  place: Place,
  newest: StoredReturn | null,
  entries: readonly SlotEntry[],
): ReturnDocument =>
  newest && entries.length === 0
    ? newest.document
    : layOver(index, newest?.document ?? null, { organisation: place.organisation, year: place.year, catalog }, entries);

export interface ReturnView {
  readonly organisation: string;
  readonly organisationName: string;
  readonly kind: OrganisationKind;
  readonly year: number;
  readonly deadline: string | null;
  readonly state: ReturnState | "none";
  readonly version: number | null;
  readonly sequence: number;
  readonly document: ReturnDocument;
  readonly revisions: Readonly<Record<string, number>>;
  readonly ledgers: readonly string[];
  readonly editable: readonly string[];
  readonly requested: readonly RequestStanding[] | null;
  readonly returnReason: string | null;
  readonly confirmations: readonly Confirmation[];
  readonly signature: Signature | null;
  readonly openComments: number;
}

/** @throws Refusal for an unknown organisation or a year without cycle. */
export function viewOf(opened: OpenedReturn, index: KnowledgeIndex, catalog: string, actor: Actor, place: Place): ReturnView {
  const { organisation, year } = place;
  const { standing, newest, document } = openedCopy(opened, index, catalog, place);
  const { node, cycle } = nodeIn(opened.around, place);
  const { state, version, sequence, requested, confirmations } = standing;
  const ledgers = ledgersOwed(index, node.kind, year).map((ledger) => ledger.code);
  const mayFill = policies.fill(actor, { organisation, within: true }) && editableStates.includes(state);
  return {
    organisation,
    organisationName: node.name,
    kind: node.kind,
    year,
    deadline: deadlineOf(cycle, node),
    state,
    version,
    sequence,
    document,
    revisions: opened.revisions,
    ledgers,
    editable: mayFill ? ledgers.filter((ledger) => actor.ledgers?.includes(ledger) ?? true) : [],
    requested: state === "returned" && requested.length > 0 ? standingOf(requested, opened) : null,
    returnReason: state === "returned" ? (newest?.reason ?? null) : null,
    confirmations,
    signature: opened.signature,
    openComments: opened.openComments,
  };
}

function standingOf(requested: readonly RequestedSlot[], { untaken }: OpenedReturn): RequestStanding[] {
  const slots = new Set(requested.map(({ slot }) => slot));
  const edited = new Set(untaken.map(({ slot }) => requestOf(slots, slot)));
  return requested.map((each) => ({ ...each, edited: edited.has(each.slot) }));
}

/** The organisation as it stood in the cycle's data period. @throws Refusal when it did not. */
export async function nodeOf(
  reader: Pick<StoreReader, "organisations" | "cycles">,
  place: Place,
): Promise<{ node: OrganisationNode; cycle: Cycle }> {
  return nodeIn({ organisations: await reader.organisations(), cycles: await reader.cycles() }, place);
}

/** The same among what was read already. @throws Refusal when it did not. */
export function nodeIn(around: Around, { organisation, year }: Place): { node: OrganisationNode; cycle: Cycle } {
  const cycle = cycleIn(around, organisation, year);
  const node = treeAt(around.organisations, cycle.dataPeriod.end).nodes.get(organisation);
  if (!node) throw refuse("organisation-unknown", { code: organisation });
  return { node, cycle };
}

export interface Change {
  readonly sequence: number;
  readonly slot: string;
  readonly revision: number;
  readonly content: SlotContent;
  readonly name: string;
  readonly at: string;
}

export async function changesSince(
  store: Pick<ScopedStore, "changes">,
  { organisation, year }: Place,
  since: number,
): Promise<{ sequence: number; state: ReturnState | "none"; changes: Change[] }> {
  const { sequence, state, lines } = await store.changes(organisation, year, Math.min(since, Number.MAX_SAFE_INTEGER));
  const changes = lines.map((line) => ({ ...line, sequence: line.revision, content: answered(line.slot, line.content) }));
  return { sequence, state, changes };
}

export interface Earlier {
  readonly facts: readonly Fact[];
  readonly breaks: readonly SeriesBreak[];
  readonly organisations: readonly Organisation[];
  readonly yearEnds: Readonly<Record<string, string>>;
}

/** The organisation's own facts of three earlier years, and what the engine needs beside them; years of this cycle and before. */
export async function readEarlier(store: Pick<ScopedStore, "read">, place: Place): Promise<Earlier> {
  const { organisation, year } = place;
  return store.read(async (reader) => {
    const { cycle } = await nodeOf(reader, place);
    const cycles = (await reader.cycles(cycle.organisation)).filter((each) => each.year <= year && each.year >= year - earlierYears);
    const years = cycles.map((each) => each.year).filter((each) => each < year);
    return {
      facts: await reader.facts({ root: organisation, years, acceptedOnly: false, organisations: [organisation] }),
      breaks: await reader.breaks(),
      organisations: await reader.organisations(),
      yearEnds: Object.fromEntries(cycles.map((each) => [String(each.year), each.dataPeriod.end])),
    };
  });
}
