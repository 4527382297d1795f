/** Departments confirm their ledgers; the head signs what they confirmed, and with that it is handed in. */
import type { Finding } from "../../core/checking/finding.ts";
import type { ReturnState } from "../../core/model/return.ts";
import type { Accounts } from "../accounts.ts";
import type { Actor } from "../policies/actor.ts";
import { type Act, ConflictError } from "../ports.ts";
import { refuse } from "../refusal.ts";
import { stateNames } from "../returns.ts";
import type { Desk, ScopedStore } from "./desk.ts";
import { changedSince, fileWorkingCopy } from "./file-working-copy.ts";
import { blockingOf } from "./judge-return.ts";
import type { Place } from "./read-return.ts";
import { editableStates, ledgersOwed } from "./slot-guard.ts";
import { parseSlot } from "./slots.ts";
import { type DeskWorld, examine } from "./summarise-return.ts";
import type { Confirmation } from "./working.ts";

/**
 * A department's head answers for a ledger. With the last ledger of a draft, its state is "confirmed".
 * @throws Refusal when the ledger has proofs, is not owed or not theirs, or the return is out of their hands.
 * @throws ConflictError when the ledger was edited while it was judged.
 */
export async function confirmLedger(
  store: ScopedStore,
  world: DeskWorld,
  actor: Actor,
  place: Place,
  ledger: string,
  act: Act,
): Promise<Confirmation[]> {
  const { organisation, year } = place;
  const { standing: seen, findings, node } = await examine(store, world, place);
  demandLedger(world, actor, node.kind, year, ledger);
  const proofs = findings.filter((finding) => finding.tier === "proof" && finding.places.some((each) => each.ledger === ledger));
  if (proofs[0])
    throw refuse("ledger-proofs", {
      ledger: titleOf(world, ledger),
      count: proofs.length,
      first: proofs[0].message.zh,
      firstEn: proofs[0].message.en,
    });
  return store.transaction(async (writer, desk) => {
    await desk.working.lock(organisation, year);
    const standing = await desk.working.standing(organisation, year);
    demandEditable(place, standing.state);
    const since = await desk.working.slotsSince(organisation, year, seen.sequence);
    if (since.some((line) => touches(world, line.slot, ledger))) throw new ConflictError("核对期间这本台账又有改动，请看过之后再确认");
    if (!standing.confirmations.some((each) => each.ledger === ledger)) {
      await desk.working.confirm(organisation, year, ledger, { actor: actor.username, name: actor.name, at: act.at });
      await tell(desk, place, actor, act, { detail: titleOf(world, ledger) });
    }
    const { confirmations } = await desk.working.standing(organisation, year);
    const all = ledgersOwed(world.index, node.kind, year).every(({ code }) => confirmations.some((each) => each.ledger === code));
    if (all && (standing.state === "none" || standing.state === "draft")) {
      await fileWorkingCopy(writer, desk, world, place, "confirmed", act);
      await tell(desk, place, actor, { ...act, name: "confirmed" }, { chained: true });
    }
    return [...confirmations];
  });
}

/** @throws Refusal when the ledger is not theirs, or the return is out of their hands. */
export async function withdrawConfirmation(
  store: ScopedStore,
  world: DeskWorld,
  actor: Actor,
  place: Place,
  ledger: string,
  act: Act,
): Promise<Confirmation[]> {
  const { organisation, year } = place;
  return store.transaction(async (writer, desk) => {
    await desk.working.lock(organisation, year);
    const { kind, state, confirmations } = await desk.working.standing(organisation, year);
    if (!kind) throw refuse("organisation-unknown", { code: organisation });
    demandLedger(world, actor, kind, year, ledger);
    demandEditable(place, state);
    if (!confirmations.some((each) => each.ledger === ledger)) return [...confirmations];
    await desk.working.withdraw(organisation, year, ledger);
    if (state === "confirmed") await writer.changeState(organisation, year, "confirmed", "draft", act);
    await tell(desk, place, actor, act, { detail: titleOf(world, ledger), chained: state === "confirmed" });
    return confirmations.filter((each) => each.ledger !== ledger);
  });
}

export interface SignOutcome {
  readonly submitted: boolean;
  /** Proofs, and warnings that nobody explained. */
  readonly blocking: readonly Finding[];
  readonly unconfirmed: readonly string[];
  readonly version: number | null;
}

/**
 * Signs the working copy as the summary with `hash` showed it, and hands it in.
 * @throws Refusal "password-wrong", or when the return is out of their hands. @throws ConflictError when it is no longer as shown.
 */
export async function signReturn(
  store: ScopedStore,
  world: DeskWorld & { readonly accounts: Pick<Accounts, "confirms"> },
  actor: Actor,
  place: Place,
  signing: { readonly password: string; readonly hash: string },
  act: Act,
): Promise<SignOutcome> {
  const { organisation, year } = place;
  if (!(await world.accounts.confirms(actor.id, signing.password))) throw refuse("password-wrong", {});
  const { findings, unconfirmed, hash, standing } = await examine(store, world, place);
  demandEditable(place, standing.state);
  if (hash !== signing.hash) throw changedSince();
  const blocking = blockingOf(findings);
  if (blocking.length > 0 || unconfirmed.length > 0) return { submitted: false, blocking, unconfirmed, version: null };
  return store.transaction(async (writer, desk) => {
    await desk.working.lock(organisation, year);
    const stored = await fileWorkingCopy(writer, desk, world, place, "signed", act, { hash, sha256: world.sha256 });
    const { version, hash: signed } = stored;
    await desk.working.sign(organisation, year, { version, hash: signed, actor: actor.username, name: actor.name, at: act.at });
    await tell(desk, place, actor, act, { detail: `第 ${version} 版，内容哈希 ${signed}`, chained: true });
    const handedIn = { ...act, name: "submit" };
    await writer.changeState(organisation, year, "signed", "submitted", handedIn);
    await tell(desk, place, actor, handedIn, { detail: `第 ${version} 版`, chained: true });
    return { submitted: true, blocking: [], unconfirmed: [], version };
  });
}

function demandLedger(world: DeskWorld, actor: Actor, kind: Parameters<typeof ledgersOwed>[1], year: number, ledger: string): void {
  if (!ledgersOwed(world.index, kind, year).some((each) => each.code === ledger)) throw refuse("ledger-unknown", { ledger });
  if (actor.ledgers && !actor.ledgers.includes(ledger)) throw refuse("ledger-of-others", { ledger: titleOf(world, ledger) });
}

function demandEditable({ organisation, year }: Place, state: ReturnState | "none"): void {
  if (editableStates.includes(state) || state === "none") return;
  const wanted = editableStates.map((each) => (each === "none" ? "未填报" : stateNames[each])).join(" / ");
  throw refuse("return-state", { organisation, year, state: stateNames[state], wanted });
}

function touches(world: DeskWorld, name: string, ledger: string): boolean {
  const slot = parseSlot(name);
  return slot?.kind === "material" ? world.index.ledgers.get(ledger)?.kind === "material" : slot?.ledger === ledger;
}

const titleOf = (world: DeskWorld, ledger: string): string => world.index.ledgers.get(ledger)?.zh ?? ledger;

async function tell(
  desk: Desk,
  { organisation, year }: Place,
  actor: Actor,
  act: Act,
  told: { readonly detail?: string; readonly chained?: boolean },
): Promise<void> {
  await desk.acts.record([
    { organisation, year, act: act.name, actor: actor.username, name: actor.name, at: act.at, reason: act.reason, ...told },
  ]);
}
