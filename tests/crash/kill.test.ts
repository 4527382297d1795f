/** kill -9, fifty times, of the program that imports or of its server, at random instants of an import: nothing acknowledged is lost. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readPidFile } from "../../src/adapters/postgres/embedded/pid-file.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import { type Acknowledgement, readAcknowledgements } from "./acknowledgements.ts";
import { runProgram } from "./processes.ts";
import { cells, foundCrashCity, openCrashStore, writeWorkbooks, year } from "./workbooks.ts";

/** Half of them kill Node, half PostgreSQL; each half has a data folder of its own, so that both run at once. */
const rounds = 50;
/** A round imports for at most so long (ms) before the kill; on a slow machine rounds grow longer, so that imports are acknowledged in them. */
const usual = 900;
const longest = 6000;

interface Place {
  readonly folder: string;
  readonly acknowledgements: string;
}

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zhibao-crash-"));
  await writeWorkbooks(join(home, "workbooks"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

type Victim = "node" | "postgres";

interface Round {
  readonly instant: number;
  readonly acknowledged: number;
  readonly recovery: number;
}

it(`loses nothing acknowledged in ${rounds} kills of Node and of PostgreSQL`, async () => {
  const [ofNode, ofPostgres] = await Promise.all([crashRepeatedly("node"), crashRepeatedly("postgres")]);
  report("node", ofNode);
  report("postgres", ofPostgres);
  expect(ofNode.length + ofPostgres.length).toBe(rounds);
}, 400_000);

async function crashRepeatedly(victim: Victim): Promise<Round[]> {
  const place = { folder: join(home, victim), acknowledgements: join(home, `${victim}.acknowledged`) };
  await foundCrashCity(place.folder);
  const done: Round[] = [];
  let most = usual;
  while (done.length < rounds / 2) {
    const round = await crash(place, victim, Math.random() * most);
    done.push(round);
    if (round.acknowledged === 0) most = Math.min(longest, most * 1.25);
  }
  const all = await readAcknowledgements(place.acknowledgements);
  expect(all.length).toBeGreaterThan(done.length);
  const reopened = await openCrashStore(place.folder);
  for (const acknowledgement of all) await expectStored(reopened, acknowledgement);
  await reopened.close();
  return done;
}

async function crash({ folder, acknowledgements }: Place, victim: Victim, instant: number): Promise<Round> {
  const before = (await readAcknowledgements(acknowledgements)).length;
  const program = runProgram("writer.ts", folder, acknowledgements, join(home, "workbooks"));
  await program.firstLine();
  await sleep(instant);
  const server = await readPidFile(join(folder, "postgres"));
  if (victim === "node") program.child.kill("SIGKILL");
  else process.kill(server!.pid, "SIGKILL");
  if (victim === "postgres") await sleep(30);
  program.child.kill("SIGKILL");
  await program.ended;
  const started = performance.now();
  const store = await openCrashStore(folder);
  const recovery = performance.now() - started;
  try {
    const all = await readAcknowledgements(acknowledgements);
    for (const acknowledgement of all.slice(before)) await expectStored(store, acknowledgement);
    expect((await store.verify()).problems).toEqual([]);
    return { instant, acknowledged: all.length - before, recovery };
  } finally {
    await store.close();
  }
}

async function expectStored(store: PostgresStore, acknowledgement: Acknowledgement): Promise<void> {
  const { organisation, version, hash, value } = acknowledgement;
  const [ledger, key] = cells[organisation]!;
  const found = (await store.returnVersions(organisation, year)).find((each) => each.version === version);
  expect(found?.hash).toBe(hash);
  expect(found?.document.forms[ledger]?.[key]?.value).toBe(value);
}

function report(victim: Victim, rounds: readonly Round[]): void {
  const spread = (of: (round: Round) => number): string => {
    const values = rounds.map(of).sort((left, right) => left - right);
    return [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(values[Math.round(part * (values.length - 1))]!)).join(" / ");
  };
  console.info(
    `kill -9 of ${victim}, ${rounds.length} rounds (min / quartiles / max): ${spread((round) => round.instant)} ms after the first import began; ${spread((round) => round.acknowledged)} imports acknowledged; recovered in ${spread((round) => round.recovery)} ms`,
  );
}
