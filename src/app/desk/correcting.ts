/** Corrections after the lock: asked for with a reason; its effect on what is published seen; then granted, as a new locked version, or refused. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { projectFacts } from "../../core/formula/projection.ts";
import { isDecimalText } from "../../core/quantity/exact.ts";
import { dayInChina } from "../day.ts";
import { canonicalJson } from "../canonical.ts";
import type { Actor } from "../policies/actor.ts";
import type { Act, StoredReturn, StoreReader } from "../ports.ts";
import { refuse } from "../refusal.ts";
import { stateNames } from "../returns.ts";
import { type CorrectionEffect, correctionEffect } from "./correction-effect.ts";
import type { Correction } from "./corrections.ts";
import type { Desk, ScopedStore } from "./desk.ts";
import { nameAt, nodeInSight } from "./in-sight.ts";
import { isSlotOf, labelOf, type Place } from "./reviewing.ts";
import { contentOf, layOver, parseSlot, pieceOf, sameContent, type Slot, type SlotContent, slotLabel } from "./slots.ts";

export interface CorrectionRequest {
  readonly id: string;
  readonly slot: string;
  readonly after: SlotContent;
  readonly reason: string;
}

export interface CorrectionWorld {
  readonly store: ScopedStore;
  readonly index: KnowledgeIndex;
  readonly catalog: string;
  readonly sha256: (text: string) => string;
}

/** What was seen: only the very same effect can be granted. */
export type SeenEffect = CorrectionEffect & { readonly hash: string };

export interface NamedCorrection {
  readonly name: string;
  readonly correction: Correction;
}

/** Sent twice with one id, it is one request. @throws Refusal when the return is not locked, or nothing would change. */
export async function requestCorrection(
  { store, index }: CorrectionWorld,
  { organisation, year }: Place,
  request: CorrectionRequest,
  actor: Actor,
  at: string,
): Promise<NamedCorrection> {
  const node = await nodeInSight(store, actor.organisation, organisation, year);
  const correction = await store.transaction(async (writer, desk) => {
    const known = await desk.corrections.find(organisation, request.id);
    if (known) return known;
    const current = await lockedReturn(writer, { organisation, year });
    const slot = correctable(index, current, request);
    const before = contentOf(slot, pieceOf(current.document, slot));
    if (sameContent(before, request.after)) throw refuse("correction-empty", { label: labelOf(index, current, request.slot) });
    const { username, name } = actor;
    const made: Correction = { ...request, organisation, year, before, state: "requested", actor: username, name, at, decided: null };
    await desk.corrections.add(made);
    await record(desk, index, made, { name: "correction.request", actor: username, at, reason: request.reason }, actor, false);
    return made;
  });
  return { name: node.name, correction };
}

/** Its effect as of now. @throws Refusal for a correction that there is not, was decided, or was overtaken by another. */
export async function effectOf(world: CorrectionWorld, place: Place, id: string, actor: Actor): Promise<SeenEffect> {
  await nodeInSight(world.store, actor.organisation, place.organisation, place.year);
  return world.store.read(async (reader, desk) => {
    const correction = await undecided(desk, place, id);
    return seen(world, reader, await lockedReturn(reader, place), correction);
  });
}

/**
 * Grants it: the return's next version, locked, with the correction in it.
 * @param effect hash of the effect that was looked at.
 * @throws Refusal when the effect is not the one that was looked at, or as {@link effectOf}.
 */
export async function grant(
  world: CorrectionWorld,
  place: Place,
  id: string,
  effect: string | null,
  actor: Actor,
  act: Act,
): Promise<NamedCorrection> {
  const node = await nodeInSight(world.store, actor.organisation, place.organisation, place.year);
  const granted = await world.store.transaction(async (writer, desk) => {
    const current = await lockedReturn(writer, place);
    const correction = await undecided(desk, place, id);
    if ((await seen(world, writer, current, correction)).hash !== effect) throw refuse("correction-unseen", {});
    const document = corrected(world, current, correction);
    await writer.appendReturn({ document, state: "locked", facts: projectFacts(world.index, document, current.version + 1) }, act);
    return decide(world.index, desk, correction, "granted", actor, act);
  });
  return { name: node.name, correction: granted };
}

/** @throws Refusal for a correction that there is not, or was decided. */
export async function refuseCorrection(world: CorrectionWorld, place: Place, id: string, actor: Actor, act: Act): Promise<NamedCorrection> {
  const node = await nodeInSight(world.store, actor.organisation, place.organisation, place.year);
  const refused = await world.store.transaction(async (_writer, desk) =>
    decide(world.index, desk, await undecided(desk, place, id), "refused", actor, act),
  );
  return { name: node.name, correction: refused };
}

/** Those in sight, newest first. */
export async function listCorrections(store: ScopedStore, year: number): Promise<NamedCorrection[]> {
  return store.read(async (reader, desk) => {
    const organisations = await reader.organisations();
    return (await desk.corrections.list(year)).map((correction) => ({
      name: nameAt(organisations, correction.organisation, dayInChina(correction.at)),
      correction,
    }));
  });
}

/** 在校生（一年级，女）, also for rows that are no longer there. */
export function correctionLabel(index: KnowledgeIndex, { slot: text, before, after }: Correction): string {
  const slot = parseSlot(text);
  if (!slot) return text;
  const label = slotLabel(index, slot, after ?? before);
  return slot.kind === "row" ? `${index.ledgers.get(slot.ledger)?.zh ?? slot.ledger}：${label}` : label;
}

async function decide(
  index: KnowledgeIndex,
  desk: Desk,
  correction: Correction,
  state: "granted" | "refused",
  actor: Actor,
  act: Act,
): Promise<Correction> {
  const decided = { name: actor.name, at: act.at, reason: act.reason };
  if (!(await desk.corrections.decide(correction.organisation, correction.id, state, decided))) throw refuse("correction-decided", {});
  await record(desk, index, correction, act, actor, state === "granted");
  return { ...correction, state, decided };
}

async function seen(world: CorrectionWorld, reader: StoreReader, current: StoredReturn, correction: Correction): Promise<SeenEffect> {
  const document = corrected(world, current, correction);
  const effect = await correctionEffect(reader, world.index, document, current.version + 1);
  return { ...effect, hash: world.sha256(canonicalJson(effect)) };
}

/** The return with the correction in it. @throws Refusal when its place no longer says what it said. */
function corrected({ index, catalog }: CorrectionWorld, current: StoredReturn, correction: Correction) {
  const slot = parseSlot(correction.slot);
  if (!slot) throw new Error(`a correction of no slot: ${correction.slot}`);
  if (!sameContent(contentOf(slot, pieceOf(current.document, slot)), correction.before))
    throw refuse("correction-stale", { label: labelOf(index, current, correction.slot) });
  const { organisation, year } = current;
  return layOver(index, current.document, { organisation, year, catalog }, [{ slot: correction.slot, content: correction.after }]);
}

/** The slot, where a correction of it can be asked for with this content. */
function correctable(index: KnowledgeIndex, current: StoredReturn, { slot: text, after }: CorrectionRequest): Slot {
  const slot = parseSlot(text);
  if (!slot || !isSlotOf(index, text) || (slot.kind !== "form" && slot.kind !== "row")) throw refuse("slot-invalid", { slot: text });
  const label = labelOf(index, current, text);
  if (slot.kind === "row") {
    if (after !== null && (typeof after !== "object" || !("values" in after)))
      throw refuse("correction-content", { label, expected: "整行的各列，或空（删去此行）" });
    return slot;
  }
  const fits =
    after !== null &&
    typeof after === "object" &&
    "status" in after &&
    (after.status === "value" ? after.value !== null && isDecimalText(after.value) : after.value === null);
  if (!fits) throw refuse("correction-content", { label, expected: "数字，或“—”（不适用）、空" });
  return slot;
}

async function lockedReturn(reader: StoreReader, { organisation, year }: Place): Promise<StoredReturn> {
  const current = await reader.currentReturn(organisation, year);
  if (!current) throw refuse("return-missing", { organisation, year });
  if (current.state !== "locked")
    throw refuse("return-state", { organisation, year, state: stateNames[current.state], wanted: stateNames.locked });
  return current;
}

async function undecided(desk: Desk, { organisation, year }: Place, id: string): Promise<Correction> {
  const found = await desk.corrections.find(organisation, id);
  if (!found || found.year !== year) throw refuse("correction-unknown", {});
  if (found.state !== "requested") throw refuse("correction-decided", {});
  return found;
}

async function record(desk: Desk, index: KnowledgeIndex, correction: Correction, act: Act, actor: Actor, chained: boolean): Promise<void> {
  const { organisation, year, before, after } = correction;
  const detail = `${correctionLabel(index, correction)}：${contentText(index, correction.slot, before)} → ${contentText(index, correction.slot, after)}`;
  await desk.acts.record([
    { organisation, year, act: act.name, actor: actor.username, name: actor.name, at: act.at, reason: act.reason, detail, chained },
  ]);
}

/** A slot's content in words: 120, —, （空）, a row's columns. */
export function contentText(index: KnowledgeIndex, text: string, content: SlotContent): string {
  if (content === null) return "（无）";
  if (content === true) return "本年度无";
  if (typeof content === "string") return content;
  if ("status" in content) return content.status === "value" ? (content.value ?? "") : content.status === "missing" ? "（空）" : "—";
  if ("text" in content) return content.text;
  const ledger = index.ledgers.get(parseSlot(text)?.ledger ?? "");
  const columns = ledger?.kind === "register" ? ledger.columns : [];
  return Object.entries(content.values)
    .filter(([, value]) => value !== null && value !== "")
    .map(([column, value]) => `${columns.find((each) => each.code === column)?.zh ?? column}：${value}`)
    .join("；");
}
