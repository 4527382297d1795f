/** kill -9 of the server, and of its database, while clerks save cells and whole forms: every acknowledged edit is there after a restart, and the store verifies. */
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EditOutcome } from "../../src/app/desk/save-edits.ts";
import { contentOf, parseSlot } from "../../src/app/desk/slots.ts";
import { password, schoolCells, worldOver } from "../server/fixture.ts";
import { runProgram } from "./processes.ts";
import { foundCrashCity, openCrashStore, year } from "./workbooks.ts";

const rounds = 6;
/** Organisation → its clerk. */
const clerks: Readonly<Record<string, string>> = { "411000-04": "clerk-4", "411000-05": "clerk-5", "411000-06": "clerk-6" };
const slots = ["teachers.staff", "teachers.fullTime", "teachers.established"].map((element) => `form/teachers.staffing/${element}`);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhibao-crash-edits-"));
  await foundCrashCity(folder);
  const store = await openCrashStore(folder);
  const { accounts } = worldOver(store);
  for (const [organisation, username] of Object.entries(clerks))
    await accounts.create({
      username,
      name: username,
      role: "clerk",
      organisation,
      ledgers: null,
      email: null,
      password,
      mustChangePassword: false,
    });
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Acknowledged {
  readonly organisation: string;
  readonly slot: string;
  readonly edit: string;
  readonly value: string;
  readonly revision: number;
}

it(`loses no acknowledged edit in ${rounds} kills`, async () => {
  const all: Acknowledged[] = [];
  const revisions = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const before = all.length;
    const server = runProgram("server.ts", folder, ...Object.values(clerks));
    const { url, cookies } = JSON.parse(await server.firstLine()) as { url: string; cookies: string[] };
    let stopped = false;
    const work = Object.keys(clerks).map(async (organisation, at) => {
      for (let turn = 0; !stopped; turn += 1) {
        // One of them sends every other time a form with so many cells that it is kept as it came.
        const whole = organisation === "411000-06" && turn % 2 === 0 ? schoolCells.slice(-120) : [];
        const named = [slots[turn % slots.length]!, ...whole];
        const value = String(round * 10_000 + turn);
        const done = await save(url, cookies[at]!, organisation, named, value, revisions).catch(() => null);
        if (!done) return;
        all.push(...done);
      }
    });
    // On a busy machine the first answers take their time: the kill comes at a random instant after some.
    for (let waited = 0; all.length < before + 5 && waited < 60_000; waited += 20) await sleep(20);
    await sleep(Math.random() * 400);
    // Every third time the database dies first, under its transactions, with all its processes.
    if (round % 3 === 2) {
      for (const pid of await databaseProcesses()) killed(pid);
      await sleep(50);
    }
    server.child.kill("SIGKILL");
    await server.ended;
    stopped = true;
    await Promise.all(work);
    expect(all.length).toBeGreaterThan(before);
    await expectKept(all);
  }
  console.info(`kill -9 of the server, ${rounds} rounds: ${all.length} edits acknowledged, all kept`);
}, 400_000);

function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // A connection that was just closed.
  }
}

/** The database's main process, and those of its connections where the system tells them. */
async function databaseProcesses(): Promise<number[]> {
  const main = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  const children = await readFile(`/proc/${main}/task/${main}/children`, "utf8").catch(() => "");
  return [main, ...children.trim().split(" ").filter(Boolean).map(Number)];
}

async function save(
  url: string,
  cookie: string,
  organisation: string,
  named: readonly string[],
  value: string,
  revisions: Map<string, number>,
): Promise<Acknowledged[] | null> {
  const placeOf = (slot: string): string => `${organisation}/${slot}`;
  const content = { status: "value", value };
  const edits = named.map((slot) => ({ id: randomUUID(), slot, base: revisions.get(placeOf(slot)) ?? 0, content }));
  for (;;) {
    const response = await fetch(`${url}/api/returns/${organisation}/${year}/edits`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ edits }),
    });
    if (response.status !== 200) return null;
    const { results } = (await response.json()) as EditOutcome;
    const revised = results.map((result, at) => {
      if (result.result === "refused") throw new Error(result.message.en);
      // An edit whose answer the last kill swallowed stands there: this one is made on it.
      edits[at]!.base = result.revision;
      revisions.set(placeOf(named[at]!), result.revision);
      return { organisation, slot: named[at]!, edit: edits[at]!.id, value, revision: result.revision };
    });
    if (results.every(({ result }) => result === "saved")) return revised;
  }
}

async function expectKept(all: readonly Acknowledged[]): Promise<void> {
  const store = await openCrashStore(folder);
  try {
    const rows = await store.database.selectFrom("working_edits").select(["edit", "slot", "after", "revision"]).execute();
    const kept = new Map(rows.map((row) => [row.edit, row]));
    for (const { edit, slot, value, revision } of all) {
      const row = kept.get(edit);
      expect([edit, row?.slot, Number(row?.revision)]).toEqual([edit, slot, revision]);
      expect(contentOf(parseSlot(slot)!, row?.after)).toEqual({ status: "value", value });
    }
    expect((await store.verify()).problems).toEqual([]);
  } finally {
    await store.close();
  }
}
