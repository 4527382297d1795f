/** Reads what a running server says of itself in postmaster.pid, and tells a live server from what a dead one left behind. */
import { execFile } from "node:child_process";
import { readdir, readFile, readlink, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface PidFile {
  readonly text: string;
  readonly pid: number;
  /** 0 while the server has not bound a port yet. */
  readonly port: number;
  /** The folder of its socket; "" where it has none. */
  readonly socket: string;
  readonly ready: boolean;
}

export type ServerSigns =
  | { readonly kind: "none" }
  /** The process that the file names is gone: PostgreSQL itself replaces such a file. */
  | { readonly kind: "dead"; readonly file: PidFile }
  /** Its number was given to another process since: PostgreSQL would refuse to start. */
  | { readonly kind: "foreign"; readonly file: PidFile }
  | { readonly kind: "alive"; readonly file: PidFile };

export async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(pathOf(cluster), "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split(/\r?\n/);
  return {
    text,
    pid: Number(lines[0]) || 0,
    port: Number(lines[3]) || 0,
    socket: (lines[4] ?? "").trim(),
    ready: (lines[7] ?? "").trim() === "ready",
  };
}

export async function serverSigns(cluster: string): Promise<ServerSigns> {
  const file = await readPidFile(cluster);
  if (!file) return { kind: "none" };
  if (!isAlive(file.pid)) return { kind: "dead", file };
  return { kind: (await isServerOf(file.pid, cluster)) ? "alive" : "foreign", file };
}

/** Puts a foreign file aside, unless another server wrote its own meanwhile. */
export async function removeForeign(cluster: string, judged: PidFile): Promise<void> {
  const current = await readPidFile(cluster);
  if (current?.text !== judged.text) return;
  const aside = `${pathOf(cluster)}.stale-${process.pid}`;
  await rename(pathOf(cluster), aside).catch(() => undefined);
  await rm(aside, { force: true });
}

export function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Ends what a killed server left running: its children work on until they notice, and while they do no
 * server can start. They lose nothing that was acknowledged, for that is in the log on disk already.
 * Elsewhere than on Linux we can only wait for them.
 */
export async function endOrphans(cluster: string): Promise<void> {
  if (process.platform !== "linux") return;
  const folder = await realpath(cluster).catch(() => cluster);
  await Promise.all(
    (await readdir("/proc"))
      .filter((entry) => /^\d+$/.test(entry))
      .map(async (entry) => {
        if ((await readlink(`/proc/${entry}/cwd`).catch(() => null)) !== folder) return;
        if (!(await isChildWithoutServer(entry))) return;
        try {
          process.kill(Number(entry), "SIGQUIT");
        } catch {
          // It ended by itself meanwhile.
        }
      }),
  );
}

/** A server process names its work in its command line ("postgres: checkpointer"), the server itself its program; the parent of an orphan is no server. */
async function isChildWithoutServer(entry: string): Promise<boolean> {
  const [command, state] = await Promise.all(["cmdline", "stat"].map((name) => readFile(`/proc/${entry}/${name}`, "utf8").catch(() => "")));
  const parent = /\) \S (\d+) /.exec(state ?? "")?.[1];
  if (!command?.startsWith("postgres: ") || parent === undefined) return false;
  return (await readFile(`/proc/${parent}/comm`, "utf8").catch(() => "")).trim() !== "postgres";
}

/** Whether process `pid` is a PostgreSQL server on `cluster`: such a server works in that folder and was started with its path. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const folder = await realpath(cluster).catch(() => cluster);
  if (process.platform === "linux") {
    const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    if (/\) Z /.test(state)) return false;
    const [working, command] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => null),
      readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""),
    ]);
    const isPostgres = /(^|\/)(postgres|postmaster)$/.test(command.split("\0")[0] ?? "") || command.includes("/postgres\0");
    return isPostgres && (working === folder || command.includes(folder) || command.includes(cluster));
  }
  if (process.platform === "win32") {
    const listed = await run("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]).then(
      ({ stdout }) => stdout,
      () => "",
    );
    return listed.toLowerCase().includes("postgres.exe");
  }
  const command = await run("ps", ["-p", String(pid), "-o", "command="]).then(
    ({ stdout }) => stdout,
    () => "",
  );
  return command.includes("postgres") && (command.includes(folder) || command.includes(cluster));
}

const pathOf = (cluster: string): string => join(cluster, "postmaster.pid");
