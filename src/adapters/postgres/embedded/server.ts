/**
 * The embedded PostgreSQL of a data folder: attaches to the server that runs there, or recovers and starts
 * it, and stops it when the last command lets go.
 *
 * Who uses a server is known to the server itself: every process holds a shared advisory lock on a
 * connection of its own for as long as it lives. A killed process lets go by dying; whoever can take the
 * lock exclusively is the last one and stops the server, and nobody attaches while that lock is held.
 * Only PostgreSQL's own lock on the folder decides which of two starting servers wins.
 */
import { mkdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Binaries, findBinaries } from "./binaries.ts";
import { administrator, clusterExists, createCluster, otherDrafts, readPassword } from "./cluster.ts";
import { endWithProcess } from "./exit.ts";
import { endOrphans, type PidFile, readPidFile, removeForeign, serverSigns } from "./pid-file.ts";
import { startServer, stopServer } from "./process.ts";
import { serverUser } from "./system-user.ts";

export interface ServerAddress {
  /** Loopback, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedServer {
  readonly address: ServerAddress;
  /** Process number of the server, for tests and messages. */
  readonly pid: number;
  /** The server died or was stopped: acquire it again. */
  lost(): boolean;
  /** Lets go; stops the server when nobody else uses it. */
  release(): Promise<void>;
}

/** The ordinary role and the database that the store uses; the administrator only keeps the lease. */
const owner = "zhibao";
/** Arbitrary, but the same in every version: the advisory lock that says "in use". */
const leaseLock = 7_416_001;
const patience = 60_000;
const loopback = "127.0.0.1";

/** @throws Error, in one line, when no server can be had within a minute. */
export async function acquireServer(dataFolder: string): Promise<EmbeddedServer> {
  const home = resolve(dataFolder);
  await mkdir(home, { recursive: true });
  const [cluster, log] = [join(home, "postgres"), join(home, "postgres.log")];
  const running = await attach(cluster, null);
  if (running) return endWithProcess(running, home);
  const binaries = await findBinaries(join(home, "lib"));
  const user = await serverUser(cluster, [cluster, binaries.postgres, dirname(cluster)]);
  await otherDrafts(home, basename(cluster));
  let failedStarts = 0;
  for (const deadline = Date.now() + patience; ; await sleep(25)) {
    if (Date.now() > deadline) throw new Error(`数据库在 ${patience / 1000} 秒内未能启动：${await lastWords(log)}（${log}）`);
    if (!(await clusterExists(cluster))) {
      await createCluster(cluster, binaries, user);
      continue;
    }
    const signs = await serverSigns(cluster);
    if (signs.kind === "alive") {
      const server = await attach(cluster, binaries);
      if (server) return endWithProcess(server, home);
    } else {
      if (signs.kind === "foreign") await removeForeign(cluster, signs.file);
      if (signs.kind !== "none") await endOrphans(cluster);
      // Whoever was faster shows itself at the next look; a port that was taken is another one then.
      if (!(await startAndWatch(cluster, await startServer(cluster, log, binaries, user, failedStarts === 0))))
        await sleep(25 * Math.min(++failedStarts, 20));
    }
  }
}

/** Attaches to the server that runs on the cluster; null when there is none, or none that can be used yet. */
export async function attach(cluster: string, binaries: Binaries | null): Promise<EmbeddedServer | null> {
  const file = await readPidFile(cluster);
  if (!file?.port) return null;
  const password = await readPassword(cluster).catch(() => null);
  if (password === null) return null;
  for (const host of [...(file.socket === "" ? [] : [file.socket]), loopback]) {
    const server = await attachBy(host, cluster, file, password, binaries);
    if (server) return server;
  }
  return null;
}

async function attachBy(
  host: string,
  cluster: string,
  file: PidFile,
  password: string,
  binaries: Binaries | null,
): Promise<EmbeddedServer | null> {
  const lease = new pg.Client({
    host,
    port: file.port,
    user: administrator,
    password,
    database: "postgres",
    application_name: "zhibao lease",
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  let lost = false;
  lease.on("error", () => (lost = true));
  lease.on("end", () => (lost = true));
  try {
    await lease.connect();
    const { rows } = await lease.query<{ held: boolean }>("select pg_try_advisory_lock_shared($1) as held", [leaseLock]);
    if (!rows[0]?.held) throw new Error("the server is being stopped");
    await prepare(lease, password);
  } catch {
    await lease.end().catch(() => undefined);
    return null;
  }
  const release = async (): Promise<void> => {
    if (!lost && (await isLast(lease).catch(() => false)))
      await stopServer(cluster, binaries ?? (await findBinaries(join(dirname(cluster), "lib"))));
    await lease.end().catch(() => undefined);
  };
  let released: Promise<void> | null = null;
  return {
    address: { host, port: file.port, user: owner, password, database: owner },
    pid: file.pid,
    lost: () => lost,
    release: () => (released ??= release()),
  };
}

/** Role, reader role and database of the store, made at the first visit. */
async function prepare(lease: pg.Client, password: string): Promise<void> {
  const exists = async (): Promise<boolean> => (await lease.query("select from pg_database where datname = $1", [owner])).rowCount === 1;
  if (await exists()) return;
  await lease.query("select pg_advisory_lock($1)", [leaseLock + 1]);
  try {
    if (await exists()) return;
    const role = async (name: string, options: string): Promise<void> => {
      if ((await lease.query("select from pg_roles where rolname = $1", [name])).rowCount === 0)
        await lease.query(`create role ${name} ${options}`);
    };
    await role(owner, `login nosuperuser password ${lease.escapeLiteral(password)}`);
    await role("zhibao_reader", "nologin");
    await lease.query(`grant zhibao_reader to ${owner}`);
    await lease.query(`create database ${owner} owner ${owner}`);
  } finally {
    await lease.query("select pg_advisory_unlock($1)", [leaseLock + 1]);
  }
}

async function isLast(lease: pg.Client): Promise<boolean> {
  await lease.query("select pg_advisory_unlock_shared($1)", [leaseLock]);
  const { rows } = await lease.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [leaseLock]);
  return rows[0]?.last === true;
}

/** Waits until the server that we started shows itself, or has given up (another one was faster, the port was taken, …). */
async function startAndWatch(cluster: string, server: { exited: Promise<void> }): Promise<boolean> {
  let exited = false;
  const end = server.exited.then(() => void (exited = true));
  for (const deadline = Date.now() + 10_000; !exited && Date.now() < deadline;) {
    const signs = await serverSigns(cluster);
    if (signs.kind === "alive" && signs.file.ready) return true;
    await Promise.race([end, sleep(10)]);
  }
  return false;
}

async function lastWords(log: string): Promise<string> {
  const text = await readFile(log, "utf8").catch(() => "");
  const lines = text.trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "";
}
