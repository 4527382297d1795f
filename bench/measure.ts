/** Timing and memory for the benchmarks: medians over several runs, and the peak of a process tree. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds of each of `runs` runs, after one that does not count. */
export async function timings(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

export interface Outcome {
  readonly milliseconds: number;
  readonly output: string;
  /** Peak resident memory in MB; PostgreSQL's counts shared pages once for each process. 0 where /proc is absent. */
  readonly node: number;
  readonly postgres: number;
}

/** Runs a command to its end and watches the memory of it and its descendants ten times a second. */
export async function runWatched(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const start = performance.now();
  const child = spawn(command, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  let [node, postgres] = [0, 0];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const watch = setInterval(() => {
    const usage = memoryBelow(child.pid!);
    node = Math.max(node, usage.node);
    postgres = Math.max(postgres, usage.postgres);
  }, 100);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${errors}`);
  return { milliseconds: performance.now() - start, output, node, postgres };
}

/** Resident MB of a process and its descendants, PostgreSQL's proportional share apart. */
function memoryBelow(root: number): { node: number; postgres: number } {
  const parents = new Map<number, number>();
  try {
    for (const entry of readdirSync("/proc")) {
      if (!/^\d+$/.test(entry)) continue;
      const parent = /^PPid:\s+(\d+)/m.exec(readQuietly(`/proc/${entry}/status`))?.[1];
      if (parent) parents.set(Number(entry), Number(parent));
    }
  } catch {
    return { node: 0, postgres: 0 };
  }
  const below = (pid: number): boolean => pid === root || (parents.has(pid) && below(parents.get(pid)!));
  let [node, postgres] = [0, 0];
  for (const pid of parents.keys()) {
    if (!below(pid)) continue;
    const status = readQuietly(`/proc/${pid}/status`);
    const resident = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    if (/^Name:\s+postgres/m.test(status))
      postgres += Number(/^Pss:\s+(\d+)/m.exec(readQuietly(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
    else node += resident;
  }
  return { node, postgres };
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
