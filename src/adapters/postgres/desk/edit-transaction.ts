/**
 * Several saves in one transaction and two messages: all looks, then all writes with the commit. Each save is looked up and
 * written with the scope of its own organisation, and each return is locked before it is looked at; what another
 * transaction holds is left out unless one is patient.
 */
import type pg from "pg";
import type { EditRequest } from "../../../app/desk/desk.ts";
import type { EditBatch } from "../../../app/desk/working.ts";
import type { Connections } from "../connections.ts";
import { lockName, notBound } from "../walls.ts";
import { isOfStatement, type Outcome, type Waiting, type Write } from "./edit-queue.ts";
import { afterwards, type LookedUp, lookUpArguments, readLookUp } from "./look-up.ts";
import { literal, scopeStatement } from "./statements.ts";
import { appendArguments } from "./working.ts";

export function createWrite(connections: Connections): Write {
  return async (items, patient) => {
    const client = await connections.connect();
    let broken = false;
    try {
      return await write(client, items, patient);
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

async function write(client: pg.PoolClient, items: readonly Waiting[], patient: boolean): Promise<Outcome[]> {
  const groups = grouped(items);
  const outcomes = new Map<EditRequest<unknown>, Outcome>();
  const looks = groups.map((group) => `${scopeStatement(group.scope)}; ${lookOf(group, patient)}`);
  const answers = (await client.query(["begin", ...looks].join("; "))) as unknown as pg.QueryResult[];
  const found = answers.flatMap(({ rows }) => (rows as { found?: LookedUp | null }[]).filter((row) => row.found !== undefined));
  if (answers.some(({ rows }) => (rows as { walled?: boolean }[])[0]?.walled === false)) throw notBound();
  const writes = groups.flatMap((group, at) => {
    const answer = found[at]?.found ?? null;
    const batches = answer ? decideAll(group, answer, outcomes) : [];
    return batches.length === 0
      ? []
      : [scopeStatement(group.scope), ...batches.map((batch) => `select append_edits(${appendArguments(batch).map(literal).join(", ")})`)];
  });
  await client.query([...writes, "commit"].join("; "));
  return items.map(({ request }) => outcomes.get(request) ?? { kind: "held" });
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
function decideAll(group: Group, answer: LookedUp, outcomes: Map<EditRequest<unknown>, Outcome>): EditBatch[] {
  let found = readLookUp(answer, group.slots);
  const batches: EditBatch[] = [];
  for (const request of group.requests) {
    try {
      const decision = request.decide(found);
      outcomes.set(request, { kind: "answer", answer: decision.answer });
      if (!decision.batch) continue;
      batches.push(decision.batch);
      found = afterwards(found, decision.batch);
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
