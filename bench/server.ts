/**
 * `npm run bench:server`: what the server does for 500 clerks over real HTTP on the embedded store. First people who type
 * (their pace and its reason in server/clerks.ts), whose latency is what a person feels; then the same clerks saving as
 * fast as they can, which tells the throughput and nothing of what a person feels, for each of 500 in a closed loop waits
 * for the 499 others; then whole submissions. Every acknowledged save is read back. Beside each the statement of one save,
 * sent alone on bare connections: the package of the embedded server ships no pgbench, so node-postgres sends it.
 * Clerks, server and PostgreSQL share this machine's processors; how many whole submissions these carry at most is told by
 * what each takes of them.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, open, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bareSaves } from "./server/bare.ts";
import { arrive, emptyLoad, lost, saveCells, type Seen, submitWhole, typeCells, typist } from "./server/clerks.ts";
import { kindsOfRequest } from "./server/kinds.ts";
import { carried, measured, perRequest, processorsOf } from "./server/processors.ts";
import { foundSeason, schoolSlots } from "./server/season.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const option = (name: string, standard: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? standard : Number(process.argv[at + 1]);
};
const clerkCount = option("clerks", 500);
/** `--only kinds`, `typing`, `saving` or `submitting`: that part alone, to compare two builds in short turns. */
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : null;
const over = (part: string, most: number): number => (only === null || only === part ? Math.min(most, option("seconds", 60)) : 0);
const [seconds, savingSeconds, submittingSeconds] = [over("typing", Infinity), over("saving", 20), over("submitting", 20)];
const kindSeconds = over("kinds", 10);
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
  // The log is written as in service, one line for each request.
  const log = await open(join(folder, "server.log"), "w");
  const server = spawn(process.execPath, [join(root, "bin", "zhibao"), "serve", "--data", data, "--port", String(port)], {
    env: environment,
    stdio: ["ignore", "pipe", log.fd],
  });
  try {
    const url = new URL(await addressOf(server.stdout!));
    const memory: number[] = [];
    const used = processorsOf(server.pid!, join(data, "postgres"));

    say(`${clerks.length} clerks come and open a form`);
    // What they know of their returns from then on: a page reads a form when it is opened, not again at the first key.
    const coming = emptyLoad();
    let seen: Seen[] = [];
    const arriving = await measured(0, used, async () => {
      seen = await Promise.all(clerks.map((clerk) => arrive(url, clerk, 5, coming)));
    });
    say(`${clerks.length} clerks do one thing at a time`);
    const kinds = await kindsOfRequest(url, clerks, seen, kindSeconds, used);
    const gone = await lost(url, clerks, kinds.load);

    say(`${clerks.length} clerks type for ${seconds} s`);
    const typed = emptyLoad();
    const watching = watch(server.pid!, seconds, memory);
    const typing = await measured(seconds, used, (end) =>
      Promise.all(clerks.map((clerk, at) => typeCells(url, clerk, seen[at]!, typist, end, typed))),
    );
    await watching;
    gone.push(...(await lost(url, clerks, typed)));

    say(`${clerks.length} clerks save as fast as they can for ${savingSeconds} s`);
    const cell = emptyLoad();
    const saving = await measured(savingSeconds, used, (end) =>
      Promise.all(clerks.map((clerk, at) => saveCells(url, clerk, seen[at]!, end, cell))),
    );
    gone.push(...(await lost(url, clerks, cell)));
    memory.push(residentOf(server.pid!));

    const whole = emptyLoad();
    const slots = schoolSlots();
    const size = Math.min(cells, slots.length);
    say(`submissions of ${size} cells by ${submitters} connections for ${submittingSeconds} s`);
    const senders = clerks.filter((_clerk, at) => at % 5 === 0).slice(0, submitters);
    const sending = await measured(submittingSeconds, used, (end) =>
      Promise.all(senders.map((clerk) => submitWhole(url, clerk, slots, cells, end, whole))),
    );
    gone.push(...(await lost(url, senders, whole)));
    memory.push(residentOf(server.pid!));

    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
    say("the same statements through bare node-postgres");
    const bare = await bareSaves(data, {
      seconds: Math.min(15, option("seconds", 60)),
      connections: 8,
      cells,
      typed: clerks.length / typist.save,
    });

    const acknowledged = kinds.load.saves.length + typed.saves.length + cell.saves.length + whole.saves.length * size;
    const errors = [...coming.errors, ...kinds.load.errors, ...typed.errors, ...cell.errors, ...whole.errors];
    const rows: [string, string][] = [
      ["processors", `${cpus().length} × ${cpus()[0]?.model.trim()}, shared by clerks, server and PostgreSQL`],
      ["machine's load before and after", `${loadBefore.toFixed(1)}, ${loadavg()[0]?.toFixed(1)}`],
      [`${clerks.length} people open a form within five seconds`, quantiles(coming.reads)],
      ["  processor time, comparing with other schools included", perRequest(arriving, coming.reads.length)],
      ...kinds.rows,
      [`${clerks.length} people who type: saves of a cell`, rate(typed.saves, typing.seconds)],
      ["  latency", quantiles(typed.saves)],
      ["  the same saves, bare SQL", `${bare.typed.perSecond.toFixed(0)}/s, ${quantiles(bare.typed.times)}`],
      ["  looks for the changes of others", `${rate(typed.looks, typing.seconds)}, ${quantiles(typed.looks)}`],
      ["  reads of a form", `${rate(typed.reads, typing.seconds)}, ${quantiles(typed.reads)}`],
      ["  findings beside other schools", `${rate(typed.judged, typing.seconds)}, ${quantiles(typed.judged)}`],
      ["  processor time", perRequest(typing, typed.saves.length + typed.looks.length + typed.reads.length + typed.judged.length)],
      [`${clerks.length} saving as fast as they can`, rate(cell.saves, saving.seconds)],
      ["  latency (clerks ÷ throughput)", quantiles(cell.saves)],
      ["  bare SQL, 8 connections", `${bare.saves.perSecond.toFixed(0)}/s, ${quantiles(bare.saves.times)}`],
      ["  processor time", perRequest(saving, cell.saves.length)],
      [`submissions of ${size} cells, ${submitters} senders`, rate(whole.saves, sending.seconds)],
      ["  latency", quantiles(whole.saves)],
      ["  processor time", perRequest(sending, whole.saves.length)],
      ["  what the processors carry at this cost", carried(sending, whole.saves.length, cpus().length)],
      ["  bare SQL, 8 connections", `${bare.submissions.perSecond.toFixed(0)}/s, ${quantiles(bare.submissions.times)}`],
      ["  bare SQL, processor time", perRequest(bare.submissions.cost, bare.submissions.times.length)],
      [
        "  server's rate, of that of bare SQL",
        `${((whole.saves.length * 100) / sending.seconds / bare.submissions.perSecond).toFixed(0)}%`,
      ],
      ["acknowledged and lost", `${gone.length} of ${acknowledged}`],
      ["errors", `${errors.length} ${errors[0] ?? ""}`],
      ["server's Node at 10 s, after typing, saving, submitting", memory.map((each) => `${each.toFixed(0)} MB`).join(", ")],
    ];
    for (const [what, figure] of rows) console.log(`${what.padEnd(56)} ${figure}`);
    if (gone.length > 0) {
      console.log(gone.slice(0, 10).join("\n"));
      process.exitCode = 1;
    }
  } finally {
    if (server.exitCode === null) server.kill("SIGKILL");
    await log.close();
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

function rate(times: readonly number[], over: number): string {
  return `${times.length}, ${(times.length / over).toFixed(0)}/s`;
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}
