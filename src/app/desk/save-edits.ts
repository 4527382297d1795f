/** Saving edits: each is judged alone against what stands in its slot, and all that may be taken are taken together. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Actor } from "../policies/actor.ts";
import type { Act } from "../ports.ts";
import { refuse } from "../refusal.ts";
import type { ScopedStore } from "./desk.ts";
import { slotGuard, type Writable } from "./slot-guard.ts";
import { contentOf, parseSlot, sameContent, type Slot, type SlotContent, type StoredContent } from "./slots.ts";
import type { Said } from "./typed-value.ts";
import type { EditBatch, LookUp, SlotStanding, TakenEdit } from "./working.ts";
import type { CellOrigin } from "../../core/model/fact.ts";

export interface Edit {
  /** UUID made by the client, once per edit. */
  readonly id: string;
  readonly slot: string;
  /** Revision that the client last saw; 0 for never edited. */
  readonly base: number;
  readonly content: SlotContent;
  /** Where it was written down, for edits from a workbook. */
  readonly origin?: CellOrigin;
}

export type EditResult =
  | { readonly id: string; readonly result: "saved"; readonly revision: number }
  | {
      readonly id: string;
      readonly result: "conflict";
      readonly revision: number;
      readonly content: SlotContent;
      readonly name: string;
      readonly at: string;
    }
  | { readonly id: string; readonly result: "refused"; readonly message: Said };

export interface EditOutcome {
  readonly sequence: number;
  readonly results: readonly EditResult[];
}

interface Save {
  readonly index: KnowledgeIndex;
  readonly actor: Actor;
  readonly place: { readonly organisation: string; readonly year: number };
  readonly edits: readonly Edit[];
  readonly act: Act;
}

/**
 * Takes the edits that may be taken, all together; the others are answered one by one. An edit in a
 * confirmed ledger withdraws its confirmation, and a confirmed return is a draft again.
 * @throws Refusal when no cycle of the year covers the organisation.
 */
export async function saveEdits(
  store: Pick<ScopedStore, "transaction" | "edit">,
  index: KnowledgeIndex,
  actor: Actor,
  place: { readonly organisation: string; readonly year: number },
  edits: readonly Edit[],
  act: Act,
): Promise<EditOutcome> {
  const save = { index, actor, place, edits, act };
  const slots = edits.map((edit) => edit.slot);
  const outcome = await store.edit({
    ...place,
    slots,
    edits,
    decide: (found) => {
      const { batch, movesState, outcome: answer } = decide(save, found);
      return movesState ? { answer: null, batch: null } : { answer, batch };
    },
  });
  if (outcome) return outcome;
  // The return's state moves with these edits, which is an act of its own in the history.
  return store.transaction(async (writer, { working }) => {
    const { batch, movesState, outcome: answer } = decide(save, await working.lookUp(place.organisation, place.year, slots, edits));
    if (batch) await working.append(batch);
    if (movesState) await writer.changeState(place.organisation, place.year, "confirmed", "draft", act);
    return answer;
  }, place);
}

interface Decision {
  readonly outcome: EditOutcome;
  readonly batch: EditBatch | null;
  /** A confirmed return is a draft again. */
  readonly movesState: boolean;
}

function decide({ index, actor, place, edits, act }: Save, found: LookUp): Decision {
  const { organisation, year } = place;
  if (!found.kind) throw refuse("organisation-unknown", { code: organisation });
  if (!found.open) throw refuse("cycle-unknown", { organisation, year });
  const { kind, state, requested } = found;
  const judged = judge(index, { kind, year, state, requested, ledgers: actor.ledgers }, found, edits, act.at, actor.name);
  const batch = {
    ...place,
    actor: actor.username,
    name: actor.name,
    at: act.at,
    edits: judged.taken,
    withdrawn: found.confirmations.map(({ ledger }) => ledger).filter((ledger) => judged.touched.has(ledger)),
    sequence: judged.sequence,
  };
  return {
    outcome: { sequence: judged.sequence, results: judged.results },
    batch: judged.taken.length > 0 ? batch : null,
    movesState: state === "confirmed" && judged.touched.size > 0,
  };
}

interface Judged {
  readonly results: readonly EditResult[];
  readonly taken: readonly TakenEdit[];
  /** Ledgers in which something changed. */
  readonly touched: ReadonlySet<string>;
  readonly sequence: number;
}

interface Present {
  readonly piece: unknown;
  readonly revision: number;
  readonly name: string;
  readonly at: string;
  /** Revisions from here on are this client's own: of this batch, or of an edit that it sends again. */
  readonly seen: number;
}

const presentOf = (standing: SlotStanding | undefined): Present =>
  standing
    ? { piece: standing.piece, revision: standing.revision, name: standing.name, at: standing.at, seen: 0 }
    : { piece: undefined, revision: 0, name: "", at: "", seen: 0 };

function judge(index: KnowledgeIndex, writable: Writable, found: LookUp, edits: readonly Edit[], at: string, name: string): Judged {
  const present = new Map<string, Present>();
  const fresh = new Map<string, { slot: string; revision: number }>();
  const results: EditResult[] = [];
  const taken: TakenEdit[] = [];
  const touched = new Set<string>();
  const guard = slotGuard(index, writable);
  let { sequence } = found;
  for (const edit of edits) {
    const { id } = edit;
    const standing = present.get(edit.slot) ?? presentOf(found.slots.get(edit.slot));
    const known = found.known.get(id) ?? fresh.get(id);
    if (known) {
      results.push(
        known.slot === edit.slot ? { id, result: "saved", revision: known.revision } : { id, result: "refused", message: usedId },
      );
      if (known.slot === edit.slot) present.set(edit.slot, { ...standing, seen: Math.max(standing.seen, known.revision) });
      continue;
    }
    const guarded = guard(edit.slot, edit.content);
    if (!guarded.ok) {
      results.push({ id, result: "refused", message: guarded.message });
      continue;
    }
    const before = contentOf(guarded.slot, standing.piece);
    const same = sameContent(before, guarded.content);
    if (!same && standing.revision > Math.max(edit.base, standing.seen)) {
      results.push({ id, result: "conflict", revision: standing.revision, content: before, name: standing.name, at: standing.at });
      continue;
    }
    const revision = same ? standing.revision : (sequence += 1);
    const after = same ? stored(standing.piece, before) : withOrigin(guarded.slot, guarded.content, edit.origin);
    taken.push({ id, slot: edit.slot, revision, before, after, changed: !same });
    fresh.set(id, { slot: edit.slot, revision });
    results.push({ id, result: "saved", revision });
    if (same) continue;
    if (guarded.ledger !== null) touched.add(guarded.ledger);
    present.set(edit.slot, { piece: after, revision, name, at, seen: revision });
  }
  return { results, taken, touched, sequence };
}

const usedId: Said = { zh: "这个改动编号已用于另一填报项", en: "this edit's id was used for another slot" };

const stored = (piece: unknown, content: SlotContent): StoredContent =>
  piece === undefined || piece === null ? content : (piece as StoredContent);

function withOrigin(slot: Slot, content: SlotContent, origin: CellOrigin | undefined): StoredContent {
  if (!origin || content === null || typeof content !== "object" || slot.kind === "none") return content;
  return { ...content, origin };
}

/** A slot's content as it is answered: without what is kept beside it. */
export function answered(name: string, content: StoredContent): SlotContent {
  const slot = parseSlot(name);
  return slot ? contentOf(slot, content) : null;
}
