/** Child processes for the crash tests: programs of this folder, run from source and watched. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../../src/adapters/postgres/embedded/pid-file.ts";

export interface Running {
  readonly child: ChildProcess;
  /** Lines of its output so far. */
  readonly lines: string[];
  /** The first line that is said from now on, or the next unread one. */
  firstLine(): Promise<string>;
  readonly ended: Promise<void>;
}

export function runProgram(name: string, ...parameters: readonly string[]): Running {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, name), ...parameters], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const reader = createInterface({ input: child.stdout! });
  reader.on("line", (line) => lines.push(line));
  const ended = once(child, "exit").then(() => undefined);
  return {
    child,
    lines,
    ended,
    firstLine: async () => {
      for (let wait = 0; lines.length === 0; wait += 5) {
        if (child.exitCode !== null || wait > 60_000) throw new Error(`${name} said nothing: ${errors}`);
        await sleep(5);
      }
      return lines[0]!;
    },
  };
}

/** Whether process `pid` has ended within `patience` milliseconds, even if nobody has collected it yet. */
export async function isGone(pid: number, patience = 5000): Promise<boolean> {
  const ended = async (): Promise<boolean> => !isAlive(pid) || /\) Z /.test(await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ""));
  for (const deadline = Date.now() + patience; !(await ended()); await sleep(10)) if (Date.now() > deadline) return false;
  return true;
}
