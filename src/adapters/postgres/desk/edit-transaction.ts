/**
 * Several saves in one transaction. Those of returns that are remembered are decided from memory and written by one message,
 * each only if its return still stands as it was remembered (migrations/0008-whole-forms.sql). The others take two: all
 * looks, then all writes with the commit. Each save is looked up and written with the scope of its own organisation, and each
 * return is locked before it is looked at; what another transaction holds is left out unless one is patient.
 */
import type pg from "pg";
import type { EditRequest } from "../../../app/desk/desk.ts";
import type { EditBatch, LookUp } from "../../../app/desk/working.ts";
import type { Connections } from "../connections.ts";
import { lockName, notBound } from "../walls.ts";
import { isOfStatement, type Outcome, type Waiting, type Write } from "./edit-queue.ts";
import { afterwards, type LookedUp, lookUpArguments, readLookUp, recall } from "./look-up.ts";
import type { OpenedReturns, Remembered } from "./opened-returns.ts";
import { literal, scopeStatement } from "./statements.ts";
import { appendArguments, isWhole, linesOf } from "./working.ts";

export function createWrite(connections: Connections, returns: OpenedReturns): Write {
  return async (items, patient) => {
    const client = await connections.connect();
    let broken = false;
    try {
      const outcomes = new Map<EditRequest<unknown>, Outcome>();
      const rest = await writeRemembered(client, returns, grouped(items), patient, outcomes);
      if (rest.length > 0) await lookAndWrite(client, rest, patient, outcomes);
      for (const { scope, place } of rest) returns.refresh(scope, place.organisation, place.year);
      return items.map(({ request }) => outcomes.get(request) ?? { kind: "held" });
    } catch (error) {
      broken = !isOfStatement(error) || !(await rolledBack(client));
      throw error;
    } finally {
      client.release(broken);
    }
  };
}

const rolledBack = (client: pg.PoolClient): Promise<boolean> =>
  client.query("rollback").then(
    () => true,
    () => false,
  );

/** Saves of one return behind the same walls. */
interface Group {
  readonly scope: string;
  readonly place: { readonly organisation: string; readonly year: number };
  readonly requests: readonly EditRequest<unknown>[];
  readonly slots: readonly string[];
}

/** Writes what can be decided from memory, as its own transaction; what is left for the store to be asked. */
async function writeRemembered(
  client: pg.PoolClient,
  returns: OpenedReturns,
  groups: readonly Group[],
  patient: boolean,
  outcomes: Map<EditRequest<unknown>, Outcome>,
): Promise<Group[]> {
  const rest: Group[] = [];
  const ready: { group: Group; batches: readonly EditBatch[]; decided: Map<EditRequest<unknown>, Outcome>; save: unknown }[] = [];
  /** What the batches bring, which the store keeps as it comes. */
  const lines: string[] = [];
  for (const group of groups) {
    const { scope, place, requests } = group;
    const kept = returns.remembered(scope, place.organisation, place.year);
    const edits = requests.flatMap((each) => each.edits);
    const found = kept && recall(kept, edits);
    const decided = new Map<EditRequest<unknown>, Outcome>();
    const batches = found ? decideAll(group, found, decided) : [];
    // Where one of them writes nothing there is nothing that would find out whether it was decided on what still stands.
    if (!kept || batches.length < requests.length) rest.push(group);
    else ready.push({ group, batches, decided, save: savedIf(group, kept, batches, lines, patient) });
  }
  if (ready.length === 0) return rest;
  const { rows } = await client.query<{ answers: ("saved" | "held" | "moved")[] | null }>({
    name: "save_together",
    text: "select save_together($1, $2) as answers",
    values: [JSON.stringify(ready.map(({ save }) => save)), lines.join("\n")],
  });
  const answers = rows[0]?.answers;
  if (!answers) throw notBound();
  ready.forEach(({ group, batches, decided }, at) => {
    if (answers[at] === "moved") rest.push(group);
    if (answers[at] !== "saved") return;
    for (const [request, outcome] of decided) outcomes.set(request, outcome);
    returns.advance(group.scope, batches);
  });
  return rest;
}

/** One entry of what save_together is given; adds the `lines` of its batches. */
function savedIf(
  { scope, place }: Group,
  { tree, standing, lines: remembered }: Remembered,
  batches: readonly EditBatch[],
  lines: string[],
  patient: boolean,
): unknown {
  const { state, version, sequence, applied, confirmations } = standing;
  return {
    scope,
    place: place.organisation,
    year: place.year,
    tree,
    state,
    version,
    sequence,
    applied,
    confirmed: confirmations.map(({ ledger }) => ledger),
    patient,
    batches: batches.map((batch, at) => {
      const { sequence: upto, actor, name, at: done, withdrawn: fallen } = batch;
      const text = linesOf(batch);
      const behind = !isWhole(text) ? null : at === 0 ? newestLeft(remembered, batch) : upto;
      return { upto, line: lines.push(text), actor, name, done, fallen, behind };
    }),
  };
}

/** The newest revision of what a batch leaves as it stood. */
function newestLeft(lines: Remembered["lines"], { edits }: EditBatch): number {
  const overwritten = new Set(edits.filter(({ changed }) => changed).map(({ slot }) => slot));
  return [...lines.values()].findLast(({ slot }) => !overwritten.has(slot))?.revision ?? 0;
}

/** Saves of returns that are not remembered, or moved. */
async function lookAndWrite(
  client: pg.PoolClient,
  groups: readonly Group[],
  patient: boolean,
  outcomes: Map<EditRequest<unknown>, Outcome>,
): Promise<void> {
  const looks = groups.map((group) => `${scopeStatement(group.scope)}; ${lookOf(group, patient)}`);
  const answers = (await client.query(["begin", ...looks].join("; "))) as unknown as pg.QueryResult[];
  const found = answers.flatMap(({ rows }) => (rows as { found?: LookedUp | null }[]).filter((row) => row.found !== undefined));
  if (answers.some(({ rows }) => (rows as { walled?: boolean }[])[0]?.walled === false)) throw notBound();
  const writes = groups.flatMap((group, at) => {
    const answer = found[at]?.found ?? null;
    const batches = answer ? decideAll(group, readLookUp(answer, group.slots), outcomes) : [];
    return batches.length === 0
      ? []
      : [scopeStatement(group.scope), ...batches.map((batch) => `select append_edits(${appendArguments(batch).map(literal).join(", ")})`)];
  });
  await client.query([...writes, "commit"].join("; "));
}

function grouped(items: readonly Waiting[]): Group[] {
  const groups = new Map<string, Waiting[]>();
  for (const item of items) {
    const name = lockName(item.request);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()].map((group) => {
    const [{ scope, request }] = group as [Waiting];
    const requests = group.map((each) => each.request);
    return { scope, place: request, requests, slots: requests.flatMap((each) => each.slots) };
  });
}

/** Decides one after the other, each on what the one before it leaves. */
function decideAll(group: Group, standing: LookUp, outcomes: Map<EditRequest<unknown>, Outcome>): EditBatch[] {
  let found = standing;
  const batches: EditBatch[] = [];
  for (const [at, request] of group.requests.entries()) {
    try {
      const decision = request.decide(found);
      outcomes.set(request, { kind: "answer", answer: decision.answer });
      if (!decision.batch) continue;
      batches.push(decision.batch);
      if (at < group.requests.length - 1) found = afterwards(found, decision.batch);
    } catch (error) {
      outcomes.set(request, { kind: "error", error });
    }
  }
  return batches;
}

/** The lock is had before the function's statements look: each of them sees what was committed until then. */
function lookOf({ place, requests, slots }: Group, patient: boolean): string {
  const lock = `hashtextextended(${literal(lockName(place))}, 0)`;
  const given = [
    place.organisation,
    place.year,
    ...lookUpArguments(
      slots,
      requests.flatMap((each) => each.edits),
    ),
  ];
  const look = `look_up_edits(${given.map(literal).join(", ")})`;
  return patient
    ? `select pg_advisory_xact_lock(${lock}); select ${look} as found`
    : `select case when pg_try_advisory_xact_lock(${lock}) then ${look} end as found`;
}
