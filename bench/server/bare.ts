/** The statements of one save, taken down as our own code sends them and sent again by bare node-postgres: what PostgreSQL alone would do. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { acquireServer } from "../../src/adapters/postgres/embedded/server.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { type Edit, saveEdits } from "../../src/app/desk/save-edits.ts";
import { productionEnvironment } from "../../src/main/environment.ts";
import { city, schoolSlots, year } from "./season.ts";

/** Revisions in what is taken down are known again by their size; each taking has a range of its own, the later one above. */
let farRevision = 699_900_000;
const farRevisions = /\b700\d{6}\b/g;

interface Statement {
  /** Of one that is prepared. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Rate {
  readonly perSecond: number;
  /** Milliseconds of each. */
  readonly times: readonly number[];
}

interface BareRequest {
  readonly seconds: number;
  readonly connections: number;
  readonly cells: number;
  /** Saves that people who type send in a second. */
  readonly typed: number;
}

export async function bareSaves(data: string, request: BareRequest): Promise<{ typed: Rate; saves: Rate; submissions: Rate }> {
  const one = await takeDown(data, 1);
  const whole = await takeDown(data, request.cells);
  const server = await acquireServer(data);
  try {
    const typed = await replay(server.address, one, request, request.typed);
    const saves = await replay(server.address, one, request);
    const submissions = await replay(server.address, whole, request);
    return { typed, saves, submissions };
  } finally {
    await server.release();
  }
}

interface TakenDown {
  readonly statements: readonly Statement[];
  readonly ids: readonly string[];
  /** How often it was sent by each connection. */
  turns: number;
}

/** Saves `cells` cells once and keeps what went to the server. */
async function takeDown(data: string, cells: number): Promise<TakenDown> {
  const { index, catalog } = productionEnvironment();
  const store = await openStore({ dataDir: data }, storeKnowledge(index, catalog));
  const statements: Statement[] = [];
  const original = Reflect.get(pg.Client.prototype, "query") as (this: pg.Client, ...given: unknown[]) => unknown;
  try {
    const organisation = `${city}-01`;
    const slots = schoolSlots().slice(0, cells);
    const from = (farRevision += 100_000);
    const saving = (value: string, base: (at: number) => number): Edit[] =>
      slots.map((slot, at) => ({ id: randomUUID(), slot, base: base(at), content: { status: "value", value } }));
    const actor = { id: "bench", username: "bench", name: "示例·0", role: "clerk" as const, organisation, ledgers: null };
    const act = { name: "return.edit", actor: "bench", at: new Date().toISOString(), reason: "" };
    const save = (edits: readonly Edit[]) => saveEdits(store.within({ organisation }), index, actor, { organisation, year }, edits, act);
    // One save before it, so that the one taken down finds rows to change.
    await sql`insert into working_heads values (${organisation}, ${year}, ${from}, 0, ${from})
      on conflict (organisation, year) do update set sequence = excluded.sequence`.execute(store.database);
    await save(saving("76", () => 2 ** 40));
    const edits = saving("77", (at) => from + 1 + at);
    pg.Client.prototype.query = function keep(this: pg.Client, ...given: unknown[]) {
      const [asked, values = []] = given as [string | Statement, unknown[]?];
      if (typeof asked === "string") statements.push({ text: asked, values: Array.isArray(values) ? values : [] });
      else if ("text" in asked) statements.push(asked);
      return original.apply(this, given);
    } as never;
    await save(edits);
    return { statements, ids: edits.map((edit) => edit.id), turns: 0 };
  } finally {
    pg.Client.prototype.query = original as never;
    await store.close();
  }
}

/**
 * Sends them again and again with new ids and organisations of their own.
 * @param perSecond so many in a second, at random times, waiting for a free connection included; left out: as fast as it goes.
 */
async function replay(address: pg.ClientConfig, taken: TakenDown, request: BareRequest, perSecond?: number): Promise<Rate> {
  const { statements, ids } = taken;
  const times: number[] = [];
  const before = taken.turns;
  const start = performance.now();
  const end = start + request.seconds * 1000;
  // When the next save is due; all connections draw from it.
  let due = start;
  const next = async (): Promise<number> => {
    if (perSecond === undefined) return performance.now();
    const mine = (due += (-Math.log(1 - Math.random()) * 1000) / perSecond);
    if (mine > performance.now()) await sleep(mine - performance.now());
    return mine;
  };
  await Promise.all(
    Array.from({ length: request.connections }, async (_, at) => {
      const client = new pg.Client(address);
      client.on("error", () => undefined);
      await client.connect();
      await client.query("select set_config('search_path', 'zhibao', false), set_config('zhibao.scope', '*', false)");
      const organisation = `${city}-${String(at + 2).padStart(2, "0")}`;
      for (let [begun, turn] = [await next(), before]; begun < end; begun = await next(), turn += 1) {
        const fresh = new Map(ids.map((id) => [id, randomUUID() as string]));
        // Each save follows the one before it: what it saw, and what it leaves, moves on by its cells.
        const moved = (found: string): string => String(Number(found) + turn * ids.length);
        const renewed = (value: unknown): unknown =>
          typeof value === "string"
            ? value
                .replaceAll(`${city}-01`, organisation)
                .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => fresh.get(id) ?? id)
                .replaceAll(farRevisions, moved)
            : Array.isArray(value)
              ? value.map(renewed)
              : value;
        for (const { name, text, values } of statements)
          if (values.length === 0) await client.query(String(renewed(text)));
          else await client.query({ name, text, values: values.map(renewed) });
        times.push(performance.now() - begun);
        taken.turns = Math.max(taken.turns, turn + 1);
      }
      await client.end();
    }),
  );
  return { perSecond: times.length / ((performance.now() - start) / 1000), times };
}
