/**
 * The pool of connections, either to our embedded server or to the server of a URL. Where the embedded
 * server dies under us, the next connection recovers it. Every connection is set up before its first use.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";
import { acquireServer, type EmbeddedServer } from "./embedded/server.ts";
import { schema, wholeScope } from "./walls.ts";

export type Location = { readonly dataDir: string } | { readonly url: string };

interface Open {
  readonly pool: pg.Pool;
  readonly server: EmbeddedServer | null;
}

export class Connections implements PostgresPool {
  readonly #location: Location;
  readonly #prepared = new WeakSet<pg.PoolClient>();
  #open: Promise<Open> | null = null;
  #ended = false;

  constructor(location: Location) {
    this.#location = location;
  }

  /** A client of the pool; the caller releases it. */
  async connect(): Promise<pg.PoolClient & PostgresPoolClient> {
    const { pool, server } = await this.#current();
    try {
      return (await this.#prepare(await pool.connect())) as pg.PoolClient & PostgresPoolClient;
    } catch (error) {
      if (!server || this.#ended) throw error;
      await sleep(50);
      if (!server.lost()) throw error;
      const recovered = await this.#current();
      return (await this.#prepare(await recovered.pool.connect())) as pg.PoolClient & PostgresPoolClient;
    }
  }

  async end(): Promise<void> {
    this.#ended = true;
    const open = await this.#open?.catch(() => null);
    await open?.pool.end();
    await open?.server?.release();
  }

  /** The open pool; opened anew when its server was lost. */
  async #current(): Promise<Open> {
    for (;;) {
      if (this.#ended) throw new Error("the store is closed");
      const attempt = (this.#open ??= this.#start());
      const open = await attempt.catch((error: unknown) => {
        if (this.#open === attempt) this.#open = null;
        throw error;
      });
      if (!open.server?.lost()) return open;
      if (this.#open !== attempt) continue;
      this.#open = null;
      void open.pool.end().catch(() => undefined);
      await open.server.release();
    }
  }

  async #start(): Promise<Open> {
    const server = "dataDir" in this.#location ? await acquireServer(this.#location.dataDir) : null;
    const pool = new pg.Pool({
      ...(server ? server.address : { connectionString: (this.#location as { url: string }).url }),
      // Six of them may be writing saves (desk/edit-queue.ts).
      max: 12,
      application_name: "zhibao",
      connectionTimeoutMillis: 20_000,
      allowExitOnIdle: true,
    });
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
    return { pool, server };
  }

  async #prepare(client: pg.PoolClient): Promise<pg.PoolClient> {
    if (this.#prepared.has(client)) return client;
    try {
      await client.query(
        "select set_config('search_path', $1, false), set_config('zhibao.scope', $2, false), set_config('timezone', 'UTC', false), set_config('standard_conforming_strings', 'on', false)",
        [schema, wholeScope],
      );
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#prepared.add(client);
    return client;
  }
}
