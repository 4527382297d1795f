/** Departments confirm their ledgers; the head signs what they confirmed, and with that it is handed in. */
import type { Finding } from "../../core/checking/finding.ts";
import type { ReturnState } from "../../core/model/return.ts";
import type { Accounts } from "../accounts.ts";
import type { Actor } from "../policies/actor.ts";
import { type Act, ConflictError } from "../ports.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { stateNames } from "../returns.ts";
import type { Desk, ScopedStore } from "./desk.ts";
import { changedSince, fileWorkingCopy } from "./file-working-copy.ts";
import { blockingOf } from "./judge-return.ts";
import type { Place } from "./read-return.ts";
import { editableStates, ledgersOwed } from "./slot-guard.ts";
import { parseSlot } from "./slots.ts";
import { type DeskWorld, examine } from "./summarise-return.ts";
import type { Confirmation } from "./working.ts";

/** What came of one ledger; it is confirmed, by this request or before, where nothing is refused. */
export interface LedgerAnswer {
  readonly ledger: string;
  readonly refused: Refusal | ConflictError | null;
}

/**
 * A department's head answers for ledgers, each judged by itself: it is refused when it has proofs, is not owed or not theirs,
 * or was edited while it was judged. With the last ledger of a draft, its state is "confirmed". Doing it again changes nothing.
 * @throws Refusal when the return is out of their hands.
 */
export async function confirmLedgers(
  store: ScopedStore,
  world: DeskWorld,
  actor: Actor,
  place: Place,
  ledgers: readonly string[],
  act: Act,
): Promise<{ confirmations: Confirmation[]; answers: LedgerAnswer[] }> {
  const { organisation, year } = place;
  const { standing: seen, findings, node } = await examine(store, world, place);
  const judged = [...new Set(ledgers)].map((ledger): LedgerAnswer => ({
    ledger,
    refused: refusalOf(world, actor, node.kind, year, ledger) ?? proofsOf(world, findings, ledger),
  }));
  return store.transaction(async (writer, desk) => {
    await desk.working.lock(organisation, year);
    const standing = await desk.working.standing(organisation, year);
    demandEditable(place, standing.state);
    const since = await desk.working.slotsSince(organisation, year, seen.sequence);
    const answers = judged.map(({ ledger, refused }): LedgerAnswer => ({
      ledger,
      refused: refused ?? (since.some((line) => touches(world, line.slot, ledger)) ? editedMeanwhile() : null),
    }));
    const fresh = answers
      .filter(({ ledger, refused }) => !refused && !standing.confirmations.some((each) => each.ledger === ledger))
      .map(({ ledger }) => ledger);
    if (fresh.length > 0) {
      await desk.working.confirm(organisation, year, fresh, { actor: actor.username, name: actor.name, at: act.at });
      await tell(desk, place, actor, act, ...fresh.map((ledger) => ({ detail: titleOf(world, ledger) })));
    }
    const { confirmations } = await desk.working.standing(organisation, year);
    const all = ledgersOwed(world.index, node.kind, year).every(({ code }) => confirmations.some((each) => each.ledger === code));
    if (all && (standing.state === "none" || standing.state === "draft")) {
      await fileWorkingCopy(writer, desk, world, place, "confirmed", act);
      await tell(desk, place, actor, { ...act, name: "confirmed" }, { chained: true });
    }
    return { confirmations: [...confirmations], answers };
  });
}

/** One ledger. @throws what {@link confirmLedgers} answers for it. */
export async function confirmLedger(
  store: ScopedStore,
  world: DeskWorld,
  actor: Actor,
  place: Place,
  ledger: string,
  act: Act,
): Promise<Confirmation[]> {
  const { confirmations, answers } = await confirmLedgers(store, world, actor, place, [ledger], act);
  for (const { refused } of answers) if (refused) throw refused;
  return confirmations;
}

const editedMeanwhile = (): ConflictError => new ConflictError("核对期间这本台账又有改动，请看过之后再确认");

function proofsOf(world: DeskWorld, findings: readonly Finding[], ledger: string): Refusal | null {
  const proofs = findings.filter((finding) => finding.tier === "proof" && finding.places.some((each) => each.ledger === ledger));
  const [first] = proofs;
  if (!first) return null;
  const { zh, en } = first.message;
  return refuse("ledger-proofs", { ledger: titleOf(world, ledger), count: proofs.length, first: zh, firstEn: en });
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
    const refused = refusalOf(world, actor, kind, year, ledger);
    if (refused) throw refused;
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

function refusalOf(world: DeskWorld, actor: Actor, kind: Parameters<typeof ledgersOwed>[1], year: number, ledger: string): Refusal | null {
  if (!ledgersOwed(world.index, kind, year).some((each) => each.code === ledger)) return refuse("ledger-unknown", { ledger });
  return actor.ledgers && !actor.ledgers.includes(ledger) ? refuse("ledger-of-others", { ledger: titleOf(world, ledger) }) : null;
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
  ...told: readonly { readonly detail?: string; readonly chained?: boolean }[]
): Promise<void> {
  const common = { organisation, year, act: act.name, actor: actor.username, name: actor.name, at: act.at, reason: act.reason };
  await desk.acts.record(told.map((each) => ({ ...common, ...each })));
}
