/** Starts and stops the PostgreSQL server process of one cluster. */
import { type ChildProcess, execFile } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readdir, rm, stat, truncate } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { isAlive, readPidFile } from "./pid-file.ts";
import { spawnAs, type SystemUser } from "./system-user.ts";

const largestLog = 4 * 1024 * 1024;

/** Durable, on loopback alone, and modest in memory: a city's data fit into a few megabytes. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "60",
  shared_buffers: "64MB",
  work_mem: "16MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  io_method: "sync",
  max_parallel_workers_per_gather: "0",
  jit: "off",
  huge_pages: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // After a crash one call syncs the whole file system, instead of one for each of a thousand files (Linux before 5.8 may keep an I/O error of it to itself).
  ...(process.platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {}),
};

/** What a path of a socket may hold (sockaddr_un of macOS, less than Linux's), and what a list of PostgreSQL's may not. */
const longestSocket = 103;

/**
 * Where the server listens besides loopback: a socket in its own folder, which nobody else may enter; through it a message
 * costs half the processor time. Null where there is none: on Windows, or below a long path.
 */
function socketFolder(cluster: string): string | null {
  const fits = Buffer.byteLength(join(cluster, ".s.PGSQL.65535.lock")) <= longestSocket && !/[",\\]/.test(cluster);
  return process.platform !== "win32" && fits ? cluster : null;
}

/** Sockets of servers that were killed long ago; a living server touches its own every hour. */
async function removeOldSockets(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(".s.PGSQL.") && (await stat(join(folder, name))).mtimeMs < Date.now() - 86_400_000)
      await rm(join(folder, name), { force: true });
}

/**
 * Starts a server on a free port of loopback. It does not share our terminal, so that Ctrl-C here
 * cannot end it under another command's hands. Its messages go to `log`.
 * @param socket on a socket too, where there can be one; not every file system takes it.
 */
export async function startServer(
  cluster: string,
  log: string,
  binaries: Binaries,
  user: SystemUser | null,
  socket: boolean,
): Promise<{ exited: Promise<void> }> {
  const port = await freePort();
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLog) await truncate(log);
  const folder = socket ? socketFolder(cluster) : null;
  if (folder !== null) await removeOldSockets(folder).catch(() => undefined);
  const options = Object.entries({ ...settings, unix_socket_directories: folder ?? "", port: String(port) }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const output = openSync(log, "a", 0o600);
  try {
    const child =
      process.platform === "win32"
        ? spawnAs(null, binaries.pgCtl, ["start", "-W", "-D", cluster, "-l", log, "-o", options.map((option) => `"${option}"`).join(" ")], {
            env: { ...binaries.environment },
            stdio: "ignore",
            windowsHide: true,
          })
        : spawnAs(user, binaries.postgres, ["-D", cluster, ...options], {
            cwd: "/",
            env: { ...binaries.environment },
            stdio: ["ignore", output, output],
            detached: true,
          });
    child.unref();
    return { exited: exitOf(child) };
  } finally {
    closeSync(output);
  }
}

/** On Windows the child is pg_ctl, whose end says nothing of the server. */
function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    if (process.platform !== "win32") child.once("exit", () => resolve());
  });
}

/** Stops the server of `cluster` at once but cleanly (open transactions are rolled back), and waits until it is gone. */
export async function stopServer(cluster: string, binaries: Binaries): Promise<void> {
  const file = await readPidFile(cluster);
  if (!file) return;
  if (process.platform === "win32")
    await promisify(execFile)(binaries.pgCtl, ["stop", "-D", cluster, "-m", "fast"], { windowsHide: true }).catch(() => undefined);
  else
    try {
      process.kill(file.pid, "SIGINT");
    } catch {
      return;
    }
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(10)) {
    const now = await readPidFile(cluster);
    if (now?.pid !== file.pid || !isAlive(file.pid)) return;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });
}
