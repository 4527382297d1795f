/** kill -9, fifty times, of the program that writes or of its server, at random instants of writing: nothing acknowledged is lost. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readPidFile } from "../../src/adapters/postgres/embedded/pid-file.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import { foundCities, knowledge } from "../contract/store-city.ts";
import { type Acknowledgement, readAcknowledgements } from "./acknowledgements.ts";
import { runProgram } from "./processes.ts";

/** Half of them kill Node, half PostgreSQL; each half has a data folder of its own, so that both run at once. */
const rounds = 50;
/** A round writes for at most so long before the kill. */
const longest = 400;

interface Place {
  readonly folder: string;
  readonly acknowledgements: string;
}

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zhibao-crash-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

type Victim = "node" | "postgres";

interface Round {
  readonly instant: number;
  readonly acknowledged: number;
  readonly recovery: number;
}

it(
  `loses nothing acknowledged in ${rounds} kills of Node and of PostgreSQL`,
  async () => {
    const [ofNode, ofPostgres] = await Promise.all([crashRepeatedly("node"), crashRepeatedly("postgres")]);
    report("node", ofNode);
    report("postgres", ofPostgres);
    expect(ofNode.length + ofPostgres.length).toBe(rounds);
  },
  400_000,
);

async function crashRepeatedly(victim: Victim): Promise<Round[]> {
  const place = { folder: join(home, victim), acknowledgements: join(home, `${victim}.acknowledged`) };
  const store = await openStore({ dataDir: place.folder }, knowledge);
  await foundCities(store);
  await store.close();
  const done: Round[] = [];
  while (done.length < rounds / 2) done.push(await crash(place, done.length, victim));
  const all = await readAcknowledgements(place.acknowledgements);
  expect(all.length).toBeGreaterThan(done.length);
  const reopened = await openStore({ dataDir: place.folder }, knowledge);
  for (const acknowledgement of all) await expectStored(reopened, acknowledgement);
  await reopened.close();
  return done;
}

async function crash({ folder, acknowledgements }: Place, round: number, victim: Victim): Promise<Round> {
  const before = (await readAcknowledgements(acknowledgements)).length;
  const program = runProgram("writer.ts", folder, acknowledgements, String(round));
  await program.firstLine();
  const instant = Math.random() * longest;
  await sleep(instant);
  const server = await readPidFile(join(folder, "postgres"));
  if (victim === "node") program.child.kill("SIGKILL");
  else process.kill(server!.pid, "SIGKILL");
  if (victim === "postgres") await sleep(30);
  program.child.kill("SIGKILL");
  await program.ended;
  const started = performance.now();
  const store = await openStore({ dataDir: folder }, knowledge);
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
  const { organisation, year, version, hash, staff } = acknowledgement;
  const found = (await store.returnVersions(organisation, year)).find((each) => each.version === version);
  expect(found?.hash).toBe(hash);
  expect(found?.document.forms["t.form"]?.["t.staff"]?.value).toBe(staff);
}

function report(victim: Victim, rounds: readonly Round[]): void {
  const spread = (of: (round: Round) => number): string => {
    const values = rounds.map(of).sort((left, right) => left - right);
    return [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(values[Math.round(part * (values.length - 1))]!)).join(" / ");
  };
  console.info(`kill -9 of ${victim}, ${rounds.length} rounds (min / quartiles / max): ${spread((round) => round.instant)} ms after the first write; ${spread((round) => round.acknowledged)} returns acknowledged; recovered in ${spread((round) => round.recovery)} ms`);
}
