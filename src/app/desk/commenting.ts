/** Making remarks on slots, answering them, and resolving threads. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Actor } from "../policies/actor.ts";
import { refuse } from "../refusal.ts";
import type { Comment } from "./comments.ts";
import type { ScopedStore } from "./desk.ts";
import { nodeInSight } from "./in-sight.ts";
import { isSlotOf, type Place } from "./reviewing.ts";
import { nameOfSlot } from "./slot-names.ts";

export interface NewComment {
  readonly id: string;
  readonly slot: string;
  readonly thread: string | null;
  readonly text: string;
}

/** @throws Refusal for an organisation out of sight. */
export async function commentsOf(store: ScopedStore, place: Place, actor: Actor): Promise<Comment[]> {
  await nodeInSight(store, actor.organisation, place.organisation, place.year);
  return store.read((_writer, desk) => desk.comments.of(place.organisation, place.year));
}

/** Sent twice with one id, it is one remark. @throws Refusal for a place or thread that there is not. */
export async function comment(
  store: ScopedStore,
  index: KnowledgeIndex,
  { organisation, year }: Place,
  said: NewComment,
  actor: Actor,
  at: string,
): Promise<Comment> {
  await nodeInSight(store, actor.organisation, organisation, year);
  if (!isSlotOf(index, said.slot)) throw refuse("slot-invalid", { slot: said.slot });
  return store.transaction(async (_, desk) => {
    await desk.working.lock(organisation, year);
    const known = await desk.comments.find(organisation, said.id);
    if (known) return known;
    const first = said.thread === null ? null : await desk.comments.find(organisation, said.thread);
    if (said.thread !== null && (!first || first.thread !== null || first.year !== year || first.slot !== said.slot))
      throw refuse("comment-unknown", {});
    const { username, name, role } = actor;
    const made: Comment = { ...said, organisation, year, actor: username, name, role, at, resolved: null };
    await desk.comments.add(made);
    const label = await nameOfSlot(index, desk, { organisation, year }, said.slot);
    const act = said.thread === null ? "comment.add" : "comment.answer";
    await desk.acts.record([{ organisation, year, act, actor: username, name, at, detail: `${label}：${said.text}` }]);
    return made;
  });
}

/** Resolves the thread of a remark; resolved already, it stays as it was. @throws Refusal for a remark that there is not. */
export async function resolveThread(
  store: ScopedStore,
  index: KnowledgeIndex,
  { organisation, year }: Place,
  id: string,
  actor: Actor,
  at: string,
): Promise<Comment> {
  await nodeInSight(store, actor.organisation, organisation, year);
  return store.transaction(async (_, desk) => {
    await desk.working.lock(organisation, year);
    const found = await desk.comments.find(organisation, id);
    const first = typeof found?.thread === "string" ? await desk.comments.find(organisation, found.thread) : found;
    if (!first || first.year !== year) throw refuse("comment-unknown", {});
    if (first.resolved) return first;
    await desk.comments.resolve(organisation, first.id, actor.name, at);
    const label = await nameOfSlot(index, desk, { organisation, year }, first.slot);
    const { username, name } = actor;
    await desk.acts.record([{ organisation, year, act: "comment.resolve", actor: username, name, at, detail: `${label}：${first.text}` }]);
    return { ...first, resolved: { name, at } };
  });
}
