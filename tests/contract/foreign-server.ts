/** A server that is not ours: where Debian's PostgreSQL 15 is installed that one, else the one from npm; its own cluster, role and database. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { findBinaries } from "../../src/adapters/postgres/embedded/binaries.ts";
import { serverUser, spawnAs } from "../../src/adapters/postgres/embedded/system-user.ts";

export interface ForeignServer {
  readonly version: string;
  /** Makes a database owned by a new role that is no superuser; its URL. */
  database(name: string, options?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startForeignServer(): Promise<ForeignServer> {
  const home = await mkdtemp(join(tmpdir(), "zhibao-foreign-"));
  const cluster = join(home, "cluster");
  const programs = await findPrograms(home);
  const user = await serverUser(cluster, [cluster, programs.postgres]);
  if (user) await chown(home, user.uid, user.gid);
  const password = join(home, "password");
  await writeFile(password, "superuser\n");
  if (user) await chown(password, user.uid, user.gid);
  await finish(
    spawnAs(
      user,
      programs.initdb,
      ["-D", cluster, "-U", "admin", "-A", "scram-sha-256", `--pwfile=${password}`, "--encoding=UTF8", "--locale=C", "--no-sync"],
      { env: programs.environment, stdio: "ignore" },
    ),
  );
  const port = await freePort();
  const server = spawnAs(
    user,
    programs.postgres,
    [
      "-D",
      cluster,
      "-c",
      `port=${port}`,
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "fsync=off",
      "-c",
      "shared_buffers=32MB",
    ],
    { env: programs.environment, stdio: "ignore" },
  );
  const admin = await connect(`postgres://admin:superuser@127.0.0.1:${port}/postgres`);
  const { rows } = await admin.query<{ server_version: string }>("show server_version");
  return {
    version: rows[0]!.server_version,
    database: async (name, options = "nocreaterole") => {
      await admin.query(`create role ${name} login nosuperuser ${options} password 'secret'`);
      await admin.query(`create database ${name} owner ${name}`);
      return `postgres://${name}:secret@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await admin.end();
      server.kill("SIGINT");
      await once(server, "exit");
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function findPrograms(home: string): Promise<{ initdb: string; postgres: string; environment: Record<string, string> }> {
  const installed = await readdir("/usr/lib/postgresql").catch(() => []);
  const [oldest] = installed.filter((version) => Number(version) >= 15).sort((left, right) => Number(left) - Number(right));
  const { initdb, postgres, environment } = await findBinaries(join(home, "lib"));
  if (oldest === undefined) return { initdb, postgres, environment: { ...environment } };
  const folder = join("/usr/lib/postgresql", oldest, "bin");
  const works = await promisify(execFile)(join(folder, "postgres"), ["--version"]).then(
    () => true,
    () => false,
  );
  return works
    ? { initdb: join(folder, "initdb"), postgres: join(folder, "postgres"), environment: { ...environment } }
    : { initdb, postgres, environment: { ...environment } };
}

async function finish(child: ReturnType<typeof spawn>): Promise<void> {
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
}

async function connect(url: string): Promise<pg.Client> {
  for (const deadline = Date.now() + 20_000; ; await sleep(50)) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}
