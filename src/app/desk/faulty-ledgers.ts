/** Ledgers with a proof against them, among the tasks of those who answer for them: such a return cannot be signed, and its form need not be open for that to be known. */
import type { Finding } from "../../core/checking/finding.ts";
import type { Actor } from "../policies/actor.ts";
import type { ReturnState } from "../../core/model/return.ts";
import { readBoard } from "./board.ts";
import type { ScopedStore } from "./desk.ts";
import { workingCopy } from "./read-return.ts";
import { judgeReturn } from "./judge-return.ts";
import type { DeskWorld } from "./summarise-return.ts";
import type { Task } from "./tasks.ts";

const filling: readonly string[] = ["clerk", "departmentHead"];
/** While its ledgers can still be changed. */
const open: ReadonlySet<ReturnState | "none"> = new Set<ReturnState | "none">(["none", "draft", "confirmed", "returned"]);

/** So many returns' proofs are kept, each as long as nobody edits it. */
const kept = 200;
const known = new WeakMap<object, Map<string, { readonly stamp: string; readonly proofs: readonly Finding[] }>>();

/** One for each ledger that the actor answers for. @throws Refusal when no cycle of `year` covers the actor's organisation. */
export async function faultTasks(
  store: Pick<ScopedStore, "read">,
  world: DeskWorld,
  actor: Actor,
  { year, today }: { readonly year: number; readonly today: string },
): Promise<Task[]> {
  const { organisation } = actor;
  if (!filling.includes(actor.role)) return [];
  const { board, copy } = await store.read(async (reader, desk) => ({
    board: await readBoard(reader, desk, world.index, { root: organisation, year, today }),
    copy: await workingCopy(reader, desk, world.index, world.catalog, { organisation, year }),
  }));
  const row = board.rows.find((each) => each.organisation === organisation);
  const begun = copy.newest !== null || copy.standing.sequence > 0;
  if (!row || !begun || !open.has(copy.standing.state)) return [];
  const proofs = await proofsOf(world, { organisation, year }, copy);
  const byLedger = new Map<string, Finding[]>();
  for (const proof of proofs) {
    const answered = proof.places
      .filter((place) => place.organisation === organisation && place.year === year)
      .map(({ ledger }) => ledger)
      .find((ledger) => row.ledgers[ledger] !== undefined && (actor.ledgers?.includes(ledger) ?? true));
    if (answered !== undefined) byLedger.set(answered, [...(byLedger.get(answered) ?? []), proof]);
  }
  return [...byLedger].map(([ledger, found]) => ({
    kind: "correct",
    organisation,
    organisationName: row.name,
    year,
    ledger,
    text: `${world.index.ledgers.get(ledger)?.zh}：${found.length} 处硬错，改正后才能报送。${found[0]!.message.zh}`,
    en: `${world.index.ledgers.get(ledger)?.en}: errors to correct before it can be submitted: ${found.length}. ${found[0]!.message.en}`,
    progress: null,
    due: row.deadline,
    late: row.late,
    to: `/fill/${year}/${ledger}`,
  }));
}

async function proofsOf(
  world: DeskWorld,
  place: { readonly organisation: string; readonly year: number },
  { document, standing }: Awaited<ReturnType<typeof workingCopy>>,
): Promise<readonly Finding[]> {
  const ofStore = known.get(world.store) ?? new Map<string, { readonly stamp: string; readonly proofs: readonly Finding[] }>();
  known.set(world.store, ofStore);
  const key = `${place.organisation}/${place.year}`;
  const stamp = `${standing.state}/${standing.version}/${standing.sequence}`;
  const before = ofStore.get(key);
  if (before?.stamp === stamp) return before.proofs;
  const { findings } = await judgeReturn(world.store, world.index, place, document, standing.state);
  const proofs = findings.filter(({ tier }) => tier === "proof");
  ofStore.delete(key);
  ofStore.set(key, { stamp, proofs });
  for (const oldest of ofStore.keys()) if (ofStore.size > kept) ofStore.delete(oldest);
  return proofs;
}
