/** The statement of one save, taken down as our own code sends it and sent again by bare node-postgres: what PostgreSQL alone would do. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CompiledQuery } from "kysely";
import pg from "pg";
import { acquireServer } from "../../src/adapters/postgres/embedded/server.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { type Edit, saveEdits } from "../../src/app/desk/save-edits.ts";
import { productionEnvironment } from "../../src/main/environment.ts";
import { type Measured, measured, type Processors, processorsOf } from "./processors.ts";
import { city, schoolSlots, year } from "./season.ts";

/** Revisions in what is taken down are known again by their size; each taking has a range of its own, the later one above. */
let farRevision = 699_900_000;

/** A prepared statement as node-postgres takes it. */
interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

export interface Rate {
  readonly perSecond: number;
  /** Milliseconds of each. */
  readonly times: readonly number[];
  readonly cost: Measured;
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
  const used = processorsOf(null, join(data, "postgres"));
  try {
    const send = (taken: TakenDown, perSecond?: number): Promise<Rate> =>
      replay({ address: server.address, used, taken, request, perSecond });
    return { typed: await send(one, request.typed), saves: await send(one), submissions: await send(whole) };
  } finally {
    await server.release();
  }
}

interface TakenDown {
  readonly statement: Statement;
  /** Of its edits. */
  readonly ids: ReadonlySet<string>;
  /** Of the return before it. */
  readonly sequence: number;
  /** How often it was sent by each connection. */
  turns: number;
}

/** Saves `cells` cells of a return that is remembered, and keeps what went to the server. */
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
    const within = store.within({ organisation });
    const save = (edits: readonly Edit[]) => saveEdits(within, index, actor, { organisation, year }, edits, act);
    // One save before it, so that the one taken down finds rows to change, and a return that is remembered.
    await store.database.executeQuery(CompiledQuery.raw(headStatement, [organisation, year, from]));
    await save(saving("76", () => 2 ** 40));
    await within.open(organisation, year);
    const edits = saving("77", (at) => from + 1 + at);
    pg.Client.prototype.query = function keep(this: pg.Client, ...given: unknown[]) {
      statements.push(given[0] as Statement);
      return original.apply(this, given);
    } as never;
    await save(edits);
    const [statement, ...more] = statements;
    if (statement?.name !== "save_together" || more.length > 0) throw new Error("a save of a remembered return is no longer one statement");
    return { statement, ids: new Set(edits.map(({ id }) => id)), sequence: from + edits.length, turns: 0 };
  } finally {
    pg.Client.prototype.query = original as never;
    await store.close();
  }
}

/** A return as it stands after saves up to a sequence. */
const headStatement = `insert into working_heads (organisation, year, sequence, applied, settled) values ($1, $2, $3, 0, $3)
  on conflict (organisation, year) do update set sequence = excluded.sequence, settled = excluded.settled`;

/** A text as it is sent again: pieces that stay, between those that are new each time. */
type Template = readonly (string | { readonly kind: "organisation" | "id" } | { readonly revision: number })[];

function templateOf(text: string, ids: ReadonlySet<string>): Template {
  return text.split(new RegExp(`(${city}-01|[0-9a-f]{8}-[0-9a-f-]{27}|\\b700\\d{6}\\b)`, "g")).map((piece, at) => {
    if (at % 2 === 0) return piece;
    if (piece === `${city}-01`) return { kind: "organisation" };
    if (!piece.includes("-")) return { revision: Number(piece) };
    return ids.has(piece) ? { kind: "id" } : piece;
  });
}

/** Each save follows the one before it: what it saw, and what it leaves, is `moved` on by the cells of those before. */
function filledIn(template: Template, organisation: string, moved: number): string {
  let text = "";
  for (const piece of template)
    if (typeof piece === "string") text += piece;
    else if ("revision" in piece) text += String(piece.revision + moved);
    else text += piece.kind === "id" ? randomUUID() : organisation;
  return text;
}

interface Replay {
  readonly address: pg.ClientConfig;
  readonly used: () => Processors;
  readonly taken: TakenDown;
  readonly request: BareRequest;
  /** So many in a second, at random times, waiting for a free connection included; left out: as fast as it goes. */
  readonly perSecond?: number | undefined;
}

/** Sends it again and again with new ids, on an organisation for each connection. */
async function replay({ address, used, taken, request, perSecond }: Replay): Promise<Rate> {
  const { statement, ids, sequence } = taken;
  const templates = statement.values.map((value) => templateOf(value, ids));
  const cells = ids.size;
  const times: number[] = [];
  const before = taken.turns;
  const clients = await Promise.all(
    Array.from({ length: request.connections }, async (_, at) => {
      const client = new pg.Client(address);
      client.on("error", () => undefined);
      await client.connect();
      await client.query("select set_config('search_path', 'zhibao', false), set_config('zhibao.scope', '*', false)");
      const organisation = `${city}-${String(at + 2).padStart(2, "0")}`;
      await client.query(headStatement, [organisation, year, sequence + before * cells]);
      return { client, organisation };
    }),
  );
  const cost = await measured(request.seconds, used, async (end) => {
    // When the next save is due; all connections draw from it.
    let due = performance.now();
    const next = async (): Promise<number> => {
      if (perSecond === undefined) return performance.now();
      const mine = (due += (-Math.log(1 - Math.random()) * 1000) / perSecond);
      if (mine > performance.now()) await sleep(mine - performance.now());
      return mine;
    };
    await Promise.all(
      clients.map(async ({ client, organisation }) => {
        for (let [begun, turn] = [await next(), before]; begun < end; begun = await next(), turn += 1) {
          const values = templates.map((template) => filledIn(template, organisation, turn * cells));
          const { rows } = await client.query<{ answers: string[] | null }>({ ...statement, values });
          if (rows[0]?.answers?.[0] !== "saved") throw new Error(`${organisation}: ${rows[0]?.answers?.[0]} instead of saved`);
          times.push(performance.now() - begun);
          taken.turns = Math.max(taken.turns, turn + 1);
        }
      }),
    );
  });
  for (const { client } of clients) await client.end();
  return { perSecond: times.length / cost.seconds, times, cost };
}
