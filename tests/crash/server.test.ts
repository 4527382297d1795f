/** The embedded server through everything that can happen to it and to those who use it. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acquireServer, type EmbeddedServer } from "../../src/adapters/postgres/embedded/server.ts";
import { serverUser, spawnAs } from "../../src/adapters/postgres/embedded/system-user.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { act, knowledge, organisations } from "../contract/store-city.ts";
import { isGone, runProgram } from "./processes.ts";

let home = "";
/** One data folder for all tests that do not need a new one: each leaves it without a server. */
let folder = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zhibao-server-"));
  folder = join(home, "data");
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function answers(server: EmbeddedServer): Promise<number> {
  const client = new pg.Client(server.address);
  await client.connect();
  const { rows } = await client.query<{ answer: number }>("select 42 as answer");
  await client.end();
  return rows[0]!.answer;
}

const held = async (way = "wait"): Promise<{ run: ReturnType<typeof runProgram>; server: number; port: number }> => {
  const run = runProgram("hold.ts", folder, way);
  return { run, ...(JSON.parse(await run.firstLine()) as { server: number; port: number }) };
};

describe("the embedded server", () => {
  it("is shared by those who come together, and stops with the last one", async () => {
    const servers = await Promise.all(Array.from({ length: 4 }, () => acquireServer(folder)));
    expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
    for (const server of servers.slice(1)) await server.release();
    expect(await answers(servers[0]!)).toBe(42);
    await servers[0]!.release();
    expect(await isGone(servers[0]!.pid)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(["postgres", "postgres.log"]);
  });

  it("comes and goes under several commands without ever failing one", async () => {
    const command = async (delay: number): Promise<number> => {
      await sleep(delay);
      const server = await acquireServer(folder);
      const answer = await answers(server);
      await server.release();
      return answer;
    };
    expect(new Set(await Promise.all(Array.from({ length: 24 }, (_, at) => command(at * 40))))).toEqual(new Set([42]));
  });

  it("lets in nobody without the password, which only its owner can read, and listens on loopback alone", async () => {
    const server = await acquireServer(folder);
    const password = join(folder, "postgres", "zhibao.password");
    expect((await stat(password)).mode & 0o777).toBe(0o600);
    expect(server.address.password).toBe((await readFile(password, "utf8")).trim());
    for (const user of ["postgres", "zhibao"])
      await expect(new pg.Client({ ...server.address, user, password: "guess" }).connect()).rejects.toThrow(/password/);
    const client = new pg.Client(server.address);
    await client.connect();
    const { rows } = await client.query(
      "select current_setting('listen_addresses') as on, current_setting('fsync') as fsync, current_setting('is_superuser') as super, current_setting('password_encryption') as by",
    );
    expect(rows).toEqual([{ on: "127.0.0.1", fsync: "on", super: "off", by: "scram-sha-256" }]);
    await client.end();
    await server.release();
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends with a process that ends by %s", async (signal) => {
    const { run, server } = await held();
    run.child.kill(signal);
    await run.ended;
    expect(run.child.signalCode).toBe(signal);
    expect(await isGone(server)).toBe(true);
  });

  it.each(["exit", "throw"])("ends soon after a process that forgot it: %s", async (way) => {
    const { run, server } = await held(way);
    await run.ended;
    expect(await isGone(server, 10_000)).toBe(true);
  });

  it("outlives a killed process; the next one attaches to it and ends it", async () => {
    const { run, server } = await held();
    run.child.kill("SIGKILL");
    await run.ended;
    const next = await acquireServer(folder);
    expect(next.pid).toBe(server);
    await next.release();
    expect(await isGone(server)).toBe(true);
  });

  it("stays with a second process when the first one, which started it, is killed or closes", async () => {
    const first = await held();
    const second = await held();
    first.run.child.kill("SIGKILL");
    await first.run.ended;
    const third = await acquireServer(folder);
    expect([second.server, third.pid]).toEqual([first.server, first.server]);
    await third.release();
    expect(await isGone(first.server, 300)).toBe(false);
    second.run.child.kill("SIGTERM");
    await second.run.ended;
    expect(await isGone(first.server)).toBe(true);
  });

  it("recovers when the server was killed, with its children still about", async () => {
    const server = await acquireServer(folder);
    const busy = new pg.Client(server.address);
    busy.on("error", () => undefined);
    await busy.connect();
    const work = busy.query("select count(*) from generate_series(1, 100000000)").catch(() => undefined);
    process.kill(server.pid, "SIGKILL");
    const next = await acquireServer(folder);
    expect(next.pid).not.toBe(server.pid);
    expect(await answers(next)).toBe(42);
    expect(server.lost()).toBe(true);
    await server.release();
    await work;
    await next.release();
  });

  it("is not taken in by a stale file whose process number now belongs to another program", async () => {
    const server = await acquireServer(folder);
    const cluster = join(folder, "postgres");
    const user = await serverUser(cluster, [cluster]);
    const file = await readFile(join(cluster, "postmaster.pid"), "utf8");
    await server.release();
    for (const stranger of [
      spawnAs(user, process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore", cwd: "/" }),
      spawn("sleep", ["60"]),
    ]) {
      await writeFile(join(cluster, "postmaster.pid"), file.replace(/^\d+/, String(stranger.pid)));
      const next = await acquireServer(folder);
      expect(await answers(next)).toBe(42);
      await next.release();
      expect(stranger.exitCode).toBe(null);
      stranger.kill("SIGKILL");
    }
  });

  it("survives a command killed while it made the cluster", async () => {
    const folder = join(home, "other");
    await mkdir(join(folder, "postgres.new-999999999-abcd"), { recursive: true });
    await writeFile(join(folder, "postgres.new-999999999-abcd", "PG_VERSION"), "18\n");
    const run = runProgram("hold.ts", folder);
    for (
      let entries: string[] = [];
      !entries.some((name) => name.startsWith(`postgres.new-${run.child.pid}`)) && !entries.includes("postgres");
      await sleep(1)
    )
      entries = await readdir(folder).catch(() => []);
    await sleep(60);
    run.child.kill("SIGKILL");
    await run.ended;
    const server = await acquireServer(folder);
    expect(await answers(server)).toBe(42);
    await server.release();
    const leftovers = async (): Promise<string[]> => {
      await (await acquireServer(folder)).release();
      return (await readdir(folder)).filter((name) => name.includes(".new-"));
    };
    await expect.poll(leftovers, { timeout: 10_000, interval: 300 }).toEqual([]);
  });

  it("comes back under an open store", async () => {
    const store = await openStore({ dataDir: folder }, knowledge);
    await store.transaction((writer) => writer.saveOrganisations(organisations, act("org.import")));
    const pid = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
    process.kill(pid, "SIGKILL");
    expect(await isGone(pid)).toBe(true);
    await expect
      .poll(
        () =>
          store.verify().then(
            ({ checked }) => checked.organisations,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(organisations.length);
    expect((await store.verify()).problems).toEqual([]);
    await store.close();
  });
});
