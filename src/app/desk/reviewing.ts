/** What reviewers do with a return: accept it, give it back to certain slots, lock it; each act is chained and told in words. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { ReturnState } from "../../core/model/return.ts";
import type { Actor } from "../policies/actor.ts";
import { policies } from "../policies/policies.ts";
import { type Act, ConflictError, type StoredReturn, type StoreWriter } from "../ports.ts";
import { Refusal, refuse } from "../refusal.ts";
import { stateNames } from "../returns.ts";
import type { Desk, ScopedStore } from "./desk.ts";
import { nodeInSight } from "./in-sight.ts";
import type { RequestedSlot } from "./requests.ts";
import { consider, openReview, type ReviewWorld, type Unclean, uncleanBy } from "./review-queue.ts";
import { contentOf, parseSlot, pieceOf, slotLabel } from "./slots.ts";

export interface Place {
  readonly organisation: string;
  readonly year: number;
}

/** Accepts a submitted return: from now on its facts may be published. @throws Refusal when it is not submitted. */
export async function accept(store: ScopedStore, place: Place, actor: Actor, act: Act): Promise<void> {
  await store.transaction((writer, desk) => move(writer, desk, place, ["submitted"], "accepted", actor, act));
}

/** Locks an accepted return: what changes afterwards is a correction. @throws Refusal when it is not accepted. */
export async function lock(store: ScopedStore, place: Place, actor: Actor, act: Act): Promise<void> {
  await store.transaction((writer, desk) => move(writer, desk, place, ["accepted"], "locked", actor, act));
}

/**
 * Gives a submitted or accepted return back; only `slots` may be edited then, all of it when none are named.
 * @throws Refusal for a slot that the return cannot have, or a state that does not allow it.
 */
export async function giveBack(
  store: ScopedStore,
  index: KnowledgeIndex,
  place: Place,
  slots: readonly RequestedSlot[],
  actor: Actor,
  act: Act,
): Promise<void> {
  for (const { slot } of slots) if (!isSlotOf(index, slot)) throw refuse("slot-invalid", { slot });
  await store.transaction(async (writer, desk) => {
    const labelled = (current: StoredReturn): string =>
      slots.length === 0
        ? "整份退回"
        : `放开${slots.length}处：${slots.map((each) => `${labelOf(index, current, each.slot)}（${each.reason}）`).join("；")}`;
    const current = await move(writer, desk, place, ["submitted", "accepted"], "returned", actor, act, labelled);
    await desk.requests.request(place.organisation, place.year, current.version, slots);
  });
}

const uncleanNames: Readonly<Record<Unclean, string>> = {
  proofs: "硬错",
  warnings: "未说明的预警",
  explained: "已说明但还没有人看过的预警",
  remarks: "未解决的批注",
  effect: "增减明显不同于同类的数字",
};

/** Accepts those that are clean; the others are left, each with its reason. */
export async function acceptClean(
  world: ReviewWorld,
  organisations: readonly string[],
  year: number,
  actor: Actor,
  act: Act,
): Promise<{ accepted: string[]; left: { organisation: string; reason: string }[] }> {
  const accepted: string[] = [];
  const left: { organisation: string; reason: string }[] = [];
  const [first] = organisations;
  if (first === undefined) return { accepted, left };
  const peers = await openReview(world, actor.organisation, year);
  const open = await world.store.read((_writer, desk) => desk.comments.open(year));
  for (const organisation of new Set(organisations)) {
    const reason = await whyNot(async () => {
      await nodeInSight(world.store, actor.organisation, organisation, year);
      if (!policies.review(actor, { organisation, within: true })) return "您的角色不审核这个单位";
      const node = peers.evaluator.dataset.tree(year).nodes.get(organisation)!;
      const { findings, doubts } = consider(peers, actor.organisation, node);
      const reasons = uncleanBy(findings, doubts, open.get(organisation) ?? 0);
      if (reasons.length > 0) return `有${reasons.map((each) => uncleanNames[each]).join("、")}，请打开逐项审核`;
      await accept(world.store, { organisation, year }, actor, act);
      return null;
    });
    if (reason === null) accepted.push(organisation);
    else left.push({ organisation, reason });
  }
  return { accepted, left };
}

async function whyNot(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.zh;
    if (error instanceof ConflictError) return error.message;
    throw error;
  }
}

async function move(
  writer: StoreWriter,
  desk: Desk,
  { organisation, year }: Place,
  from: readonly ReturnState[],
  to: ReturnState,
  actor: Actor,
  act: Act,
  detail: (current: StoredReturn) => string = () => "",
): Promise<StoredReturn> {
  await nodeInSight(writer, actor.organisation, organisation, year);
  const current = await writer.currentReturn(organisation, year);
  if (!current) throw refuse("return-missing", { organisation, year });
  if (!from.includes(current.state))
    throw refuse("return-state", {
      organisation,
      year,
      state: stateNames[current.state],
      wanted: from.map((state) => stateNames[state]).join(" / "),
    });
  await writer.changeState(organisation, year, current.state, to, act);
  const more = detail(current);
  await desk.acts.record([
    {
      organisation,
      year,
      act: act.name,
      actor: actor.username,
      name: actor.name,
      at: act.at,
      reason: act.reason,
      detail: `第${current.version}版：${stateNames[current.state]} → ${stateNames[to]}${more && `；${more}`}`,
      chained: true,
    },
  ]);
  return current;
}

/** Whether the catalog knows the place that a slot names. */
export function isSlotOf(index: KnowledgeIndex, text: string): boolean {
  const slot = parseSlot(text);
  if (!slot) return false;
  switch (slot.kind) {
    case "form":
      return index.elements.get(slot.key.split("#", 1)[0]!)?.ledger === slot.ledger;
    case "row":
    case "none":
      return index.ledgers.get(slot.ledger)?.kind === "register";
    case "material":
    case "explanation":
      return true;
  }
}

/** 在校生（一年级，女）; a row with its register's name; `none/<ledger>` stands for the register as a whole. */
export function labelOf(index: KnowledgeIndex, current: Pick<StoredReturn, "document"> | null, text: string): string {
  const slot = parseSlot(text);
  if (!slot) return text;
  const ledger = index.ledgers.get(slot.ledger)?.zh ?? "";
  if (slot.kind === "none") return `${ledger}（整本）`;
  const label = slotLabel(index, slot, contentOf(slot, current ? pieceOf(current.document, slot) : null));
  return slot.kind === "row" ? `${ledger}：${label}` : label;
}
