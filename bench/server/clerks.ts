/** What virtual clerks do: save cells at their own pace and read their form now and then, or send whole submissions. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "./client.ts";
import { type Clerk, year } from "./season.ts";

export interface Load {
  readonly saves: number[];
  readonly reads: number[];
  /** Organisation and slot → the value acknowledged last. */
  readonly acknowledged: Map<string, string>;
  readonly errors: string[];
}

interface EditAnswer {
  readonly results: readonly { readonly result: string; readonly revision: number }[];
}

export const emptyLoad = (): Load => ({ saves: [], reads: [], acknowledged: new Map(), errors: [] });
const place = (clerk: Clerk): string => `/api/returns/${clerk.organisation}/${year}`;

/** One clerk at work until `end` (performance.now()): a cell each `pause` milliseconds on average, the form after every twentieth. */
export async function saveCells(url: URL, clerk: Clerk, end: number, pause: number, load: Load): Promise<void> {
  const client = new Client(url, clerk.cookie);
  const revisions = new Map<string, number>();
  await sleep(Math.random() * pause);
  for (let turn = 0; performance.now() < end; turn += 1) {
    const started = performance.now();
    try {
      if (turn % 20 === 19) await readForm(client, clerk, load);
      else await saveOne(client, clerk, turn, revisions, load);
    } catch (error) {
      load.errors.push(String(error));
    }
    const rest = pause * (0.5 + Math.random()) - (performance.now() - started);
    if (rest > 0) await sleep(rest);
  }
  client.close();
}

async function readForm(client: Client, clerk: Clerk, load: Load): Promise<void> {
  const answer = await client.ask("GET", place(clerk));
  if (answer.status !== 200) load.errors.push(`${answer.status} ${answer.text.slice(0, 120)}`);
  else load.reads.push(answer.milliseconds);
}

async function saveOne(client: Client, clerk: Clerk, turn: number, revisions: Map<string, number>, load: Load): Promise<void> {
  const slot = clerk.slots[turn % clerk.slots.length]!;
  const value = String(100 + turn);
  const edits = [{ id: randomUUID(), slot, base: revisions.get(slot) ?? 0, content: { status: "value", value } }];
  const answer = await client.ask("POST", `${place(clerk)}/edits`, { edits });
  const [result] = answer.status === 200 ? (JSON.parse(answer.text) as EditAnswer).results : [];
  if (result?.result !== "saved") {
    load.errors.push(`${answer.status} ${answer.text.slice(0, 160)}`);
    return;
  }
  load.saves.push(answer.milliseconds);
  revisions.set(slot, result.revision);
  load.acknowledged.set(`${clerk.organisation} ${slot}`, value);
}

/** Whole submissions of `cells` cells, one after the other, each time with other values. */
export async function submitWhole(url: URL, clerk: Clerk, slots: readonly string[], cells: number, end: number, load: Load): Promise<void> {
  const client = new Client(url, clerk.cookie);
  const revisions = new Map<string, number>();
  for (let turn = 0; performance.now() < end; turn += 1) {
    const value = String(1000 + turn);
    const edits = slots.slice(0, cells).map((slot) => ({
      id: randomUUID(),
      slot,
      base: revisions.get(slot) ?? 1_000_000_000,
      content: { status: "value", value },
    }));
    try {
      const answer = await client.ask("POST", `${place(clerk)}/edits`, { edits });
      const results = answer.status === 200 ? (JSON.parse(answer.text) as EditAnswer).results : [];
      if (results.length !== edits.length || results.some((each) => each.result !== "saved")) {
        load.errors.push(`${answer.status} ${answer.text.slice(0, 160)}`);
        continue;
      }
      load.saves.push(answer.milliseconds);
      results.forEach(({ revision }, at) => {
        revisions.set(edits[at]!.slot, revision);
        load.acknowledged.set(`${clerk.organisation} ${edits[at]!.slot}`, value);
      });
    } catch (error) {
      load.errors.push(String(error));
    }
  }
  client.close();
}

/** Acknowledged saves that are not there: what no clerk may ever see. */
export async function lost(url: URL, clerks: readonly Clerk[], load: Load): Promise<string[]> {
  const missing: string[] = [];
  const first = new Map(clerks.map((clerk) => [clerk.organisation, clerk]));
  for (const clerk of first.values()) {
    const client = new Client(url, clerk.cookie);
    const { text } = await client.ask("GET", place(clerk));
    const { document } = JSON.parse(text) as { document: { forms: Record<string, Record<string, { value: string | null }>> } };
    for (const [key, value] of load.acknowledged) {
      const [organisation, slot = ""] = key.split(" ");
      if (organisation !== clerk.organisation) continue;
      const [, ledger = "", cell = ""] = slot.split("/");
      if (document.forms[ledger]?.[cell]?.value !== value) missing.push(`${key}: ${value}, found ${document.forms[ledger]?.[cell]?.value}`);
    }
    client.close();
  }
  return missing;
}
