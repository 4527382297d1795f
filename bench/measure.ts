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
  /** Peak resident memory in MB; PostgreSQL's processes share their common pages. 0 where /proc is absent. */
  readonly node: number;
  readonly postgres: number;
  /** Processor seconds of the command and its descendants: what stays comparable on a busy machine. */
  readonly cpu: number;
}

/** Runs a command to its end and watches the memory and processor time of it and its descendants ten times a second. */
export async function runWatched(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const start = performance.now();
  const child = spawn(command, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  let [node, postgres] = [0, 0];
  const ticks = new Map<number, number>();
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const watch = setInterval(() => {
    const usage = usageOf(descendants(child.pid!), ticks);
    node = Math.max(node, usage.node);
    postgres = Math.max(postgres, usage.postgres);
  }, 100);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${errors}`);
  const cpu = [...ticks.values()].reduce((sum, each) => sum + each, 0) / ticksPerSecond;
  return { milliseconds: performance.now() - start, output, node, postgres, cpu };
}

/** As Linux counts processor time for users, on every architecture. */
const ticksPerSecond = 100;

/** The process and what any of its threads started. */
function descendants(pid: number): number[] {
  const children = threads(pid).flatMap((thread) => readQuietly(`/proc/${pid}/task/${thread}/children`).split(" "));
  return [pid, ...children.filter(Boolean).map(Number).flatMap(descendants)];
}

function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Resident MB of the processes, PostgreSQL's proportional share apart; notes in `ticks` how much each has run. */
function usageOf(pids: readonly number[], ticks: Map<number, number>): { node: number; postgres: number } {
  let [node, postgres] = [0, 0];
  for (const pid of pids) {
    const status = readQuietly(`/proc/${pid}/status`);
    const fields = readQuietly(`/proc/${pid}/stat`).split(") ").at(-1)!.split(" ");
    ticks.set(pid, Math.max(ticks.get(pid) ?? 0, Number(fields[11] ?? 0) + Number(fields[12] ?? 0)));
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
