/** What virtual clerks do: type at a person's pace, save as fast as they can, or send whole submissions. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "./client.ts";
import { type Clerk, year } from "./season.ts";

export interface Load {
  readonly saves: number[];
  readonly reads: number[];
  /** Looks for what others changed. */
  readonly looks: number[];
  /** Findings beside other schools. */
  readonly judged: number[];
  /** Organisation and slot → the value acknowledged last. */
  readonly acknowledged: Map<string, string>;
  readonly errors: string[];
}

interface EditAnswer {
  readonly results: readonly { readonly result: string; readonly revision: number }[];
}

/** Seconds between two acts of one clerk, on average; 0 is never. */
export interface Pace {
  readonly save: number;
  readonly look: number;
  readonly read: number;
  readonly judge: number;
}

/**
 * A person who copies a form from paper without a pause, by the keystroke-level model (Card, Moran and Newell 1980):
 * 1.35 s to find and read the next figure, four digits and Enter at 0.28 s each, make 2.75 s. The page looks for the
 * changes of others every three seconds (src/web/filling/sync.ts), and lets the server compare with other schools when the
 * typing rests, every ten seconds at most (session.ts); another form is opened after ten cells.
 */
export const typist: Pace = { save: 3, look: 3, read: 30, judge: 12 };

export const emptyLoad = (): Load => ({ saves: [], reads: [], looks: [], judged: [], acknowledged: new Map(), errors: [] });
const place = (clerk: Clerk): string => `/api/returns/${clerk.organisation}/${year}`;

/**
 * One clerk who types until `end` (performance.now()). Each act comes at its own random times, whether the answer to
 * the one before is there or not: who waits for a slow server would make it look quick.
 */
export async function typeCells(url: URL, clerk: Clerk, seen: Seen, pace: Pace, end: number, load: Load): Promise<void> {
  const clients: Client[] = [];
  const acting = async (seconds: number, act: (client: Client, turn: number) => Promise<void>): Promise<void> => {
    if (seconds === 0) return;
    const client = new Client(url, clerk.cookie);
    clients.push(client);
    const under: Promise<void>[] = [];
    let next = performance.now() + Math.random() * seconds * 1000;
    for (let turn = 0; next < end; turn += 1) {
      await sleep(Math.max(0, next - performance.now()));
      under.push(act(client, turn).catch((error: unknown) => void load.errors.push(String(error))));
      next += seconds * 1000 * (0.5 + Math.random());
    }
    await Promise.all(under);
  };
  let { sequence } = seen;
  await Promise.all([
    acting(pace.save, (client, turn) => saveOne(client, clerk, turn, seen.revisions, load)),
    acting(pace.look, async (client) => {
      const answer = await client.ask("GET", `${place(clerk)}/changes?since=${sequence}`);
      if (answer.status !== 200) load.errors.push(`${answer.status} ${answer.text.slice(0, 120)}`);
      else load.looks.push(answer.milliseconds);
      sequence = Math.max(sequence, (JSON.parse(answer.text) as { sequence: number }).sequence);
    }),
    acting(pace.read, async (client) => void (await readForm(client, clerk, load))),
    acting(pace.judge, async (client) => {
      const answer = await client.ask("GET", `${place(clerk)}/findings?of=others`);
      if (answer.status !== 200) load.errors.push(`${answer.status} ${answer.text.slice(0, 120)}`);
      else load.judged.push(answer.milliseconds);
    }),
  ]);
  for (const client of clients) client.close();
}

/** What a page knows of its return since it opened it; its own saves move it on. */
export interface Seen {
  readonly revisions: Map<string, number>;
  readonly sequence: number;
}

/** Everybody comes to work and opens a form, as the page does it, within `seconds`. */
export async function arrive(url: URL, clerk: Clerk, seconds: number, load: Load): Promise<Seen> {
  await sleep(Math.random() * seconds * 1000);
  const client = new Client(url, clerk.cookie);
  const seen = await readForm(client, clerk, load);
  await client.ask("GET", `${place(clerk)}/findings?of=others`);
  client.close();
  return seen;
}

/** One clerk who saves the next cell as soon as the last one is answered. */
export async function saveCells(url: URL, clerk: Clerk, { revisions }: Seen, end: number, load: Load): Promise<void> {
  const client = new Client(url, clerk.cookie);
  for (let turn = 0; performance.now() < end; turn += 1) {
    try {
      await saveOne(client, clerk, turn, revisions, load);
    } catch (error) {
      load.errors.push(String(error));
    }
  }
  client.close();
}

async function readForm(client: Client, clerk: Clerk, load: Load): Promise<Seen> {
  const answer = await client.ask("GET", place(clerk));
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text.slice(0, 120)}`);
  load.reads.push(answer.milliseconds);
  const { revisions, sequence } = JSON.parse(answer.text) as { revisions: Record<string, number>; sequence: number };
  return { revisions: new Map(Object.entries(revisions)), sequence };
}

async function saveOne(client: Client, clerk: Clerk, turn: number, revisions: Map<string, number>, load: Load): Promise<void> {
  const slot = clerk.slots[turn % clerk.slots.length]!;
  const value = String(100 + (turn % 9000));
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
  const { revisions } = await readForm(client, clerk, emptyLoad());
  for (let turn = 0; performance.now() < end; turn += 1) {
    const value = String(1000 + turn);
    const edits = slots.slice(0, cells).map((slot) => ({
      id: randomUUID(),
      slot,
      base: revisions.get(slot) ?? 0,
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
