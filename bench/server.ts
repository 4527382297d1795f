/**
 * `npm run bench:server`: virtual clerks save cells and read forms through real HTTP against the embedded store, then
 * whole submissions; every acknowledged save is read back. Beside it the same SQL on the same server without us
 * between: the package of the embedded server ships no pgbench, so bare node-postgres sends the statements of one save.
 * Clerks, server and PostgreSQL share this machine's processors.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bareSaves } from "./server/bare.ts";
import { emptyLoad, type Load, lost, saveCells, submitWhole } from "./server/clerks.ts";
import { foundSeason, schoolSlots } from "./server/season.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const option = (name: string, standard: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? standard : Number(process.argv[at + 1]);
};
const clerkCount = option("clerks", 500);
const seconds = option("seconds", 60);
/** Milliseconds between two saves of one clerk: quicker than anybody types. */
const pause = option("pause", 1000);
const cells = option("cells", 300);
const submitters = option("submitters", 16);
const port = option("port", 8149);

const say = (line: string): void => console.error(line);
const folder = await mkdtemp(join(tmpdir(), "zhibao-bench-server-"));
await chmod(folder, 0o755);
try {
  await bench();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const data = join(folder, "data");
  say(`founding a season of ${clerkCount / 5} schools`);
  const clerks = await foundSeason(data, Math.ceil(clerkCount / 5));
  const { DATABASE_URL: _, ...environment } = process.env;
  const server = spawn(process.execPath, [join(root, "bin", "zhibao"), "serve", "--data", data, "--port", String(port)], {
    env: { ...environment, ZHIBAO_LOG: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = new URL(await addressOf(server.stdout));
    const memory: number[] = [];
    const cell = emptyLoad();
    const idleProcessor = processorOf(server.pid!);
    const started = performance.now();
    say(`${clerks.length} clerks save and read for ${seconds} s`);
    const watching = watch(server.pid!, seconds, memory);
    await Promise.all(clerks.map((clerk) => saveCells(url, clerk, started + seconds * 1000, pause, cell)));
    const cellSeconds = (performance.now() - started) / 1000;
    const cellProcessor = processorOf(server.pid!) - idleProcessor;
    await watching;
    const lostCells = await lost(url, clerks, cell);

    const whole = emptyLoad();
    const slots = schoolSlots();
    const submitting = Math.min(20, seconds);
    say(`submissions of ${Math.min(cells, slots.length)} cells by ${submitters} connections for ${submitting} s`);
    const begun = performance.now();
    const senders = clerks.filter((_clerk, at) => at % 5 === 0).slice(0, submitters);
    await Promise.all(senders.map((clerk) => submitWhole(url, clerk, slots, cells, begun + submitting * 1000, whole)));
    const wholeSeconds = (performance.now() - begun) / 1000;
    const lostWhole = await lost(url, senders, whole);
    memory.push(residentOf(server.pid!));

    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
    say("the same statements through bare node-postgres");
    const bare = await bareSaves(data, { seconds: Math.min(15, seconds), connections: 8, cells });

    const rows: [string, string][] = [
      ["processors", `${cpus().length} × ${cpus()[0]?.model.trim()}, shared by clerks, server and PostgreSQL`],
      ["saves of a cell", rate(cell.saves, cellSeconds)],
      ["  latency", quantiles(cell.saves)],
      [
        "  processor time of the server's Node",
        `${((cellProcessor * 1000) / (cell.saves.length + cell.reads.length)).toFixed(2)} ms for each save or read`,
      ],
      ["reads of a form", rate(cell.reads, cellSeconds)],
      ["  latency", quantiles(cell.reads)],
      ["acknowledged and lost", `${lostCells.length + lostWhole.length} of ${cell.saves.length + whole.saves.length * cells}`],
      ["machine's load before and after", `${loadBefore.toFixed(1)}, ${loadavg()[0]?.toFixed(1)}`],
      ["errors", `${cell.errors.length + whole.errors.length} ${[...cell.errors, ...whole.errors][0] ?? ""}`],
      [`submissions of ${Math.min(cells, slots.length)} cells`, rate(whole.saves, wholeSeconds)],
      ["  latency", quantiles(whole.saves)],
      ["bare SQL: saves of a cell", `${bare.saves.perSecond.toFixed(0)}/s, p99 ${bare.saves.p99.toFixed(1)} ms`],
      ["bare SQL: submissions", `${bare.submissions.perSecond.toFixed(0)}/s, p99 ${bare.submissions.p99.toFixed(1)} ms`],
      ["server's Node at 10 s, at the end of saving, of all", memory.map((each) => `${each.toFixed(0)} MB`).join(", ")],
    ];
    for (const [what, figure] of rows) console.log(`${what.padEnd(52)} ${figure}`);
    if (lostCells.length + lostWhole.length > 0) {
      console.log([...lostCells, ...lostWhole].slice(0, 10).join("\n"));
      process.exitCode = 1;
    }
  } finally {
    if (server.exitCode === null) server.kill("SIGKILL");
  }
}

function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const found = /listening on (\S+)/.exec(text);
      if (found) resolve(found[1]!);
    });
    stdout.on("end", () => reject(new Error(`the server did not start: ${text}`)));
  });
}

/** Resident memory of the server's Node after ten seconds and at the end, in MB. */
async function watch(pid: number, end: number, memory: number[]): Promise<void> {
  await sleep(Math.min(10, end) * 1000);
  memory.push(residentOf(pid));
  await sleep(Math.max(0, end - 10) * 1000);
  memory.push(residentOf(pid));
}

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

/** Processor seconds that a process has used: what stays comparable on a busy machine. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function rate(times: Load["saves"], over: number): string {
  return `${times.length}, ${(times.length / over).toFixed(0)}/s`;
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}
