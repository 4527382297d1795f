/** A form sent whole is kept as it came: nobody sees a difference, nor loses a cell, whether it was spread over its slots or not. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import type { Edit, EditOutcome, EditResult } from "../../src/app/desk/save-edits.ts";
import { type Fixture, openFixture, schoolCells } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({});
});
afterAll(() => fixture?.close());

const home = "/api/returns/411000-01/2019";
const slots = schoolCells.slice(0, 130);
let value = 100;
let seen: ReturnView["revisions"] = {};
beforeEach(async () => {
  seen = (await view()).revisions;
});

const view = async (): Promise<ReturnView> => (await fixture.as("clerk-a2")("GET", home)).json as ReturnView;
const editsOf = (named: readonly string[], revisions = seen): Edit[] => {
  value += 1;
  return named.map((slot) => ({ id: randomUUID(), slot, base: revisions[slot] ?? 0, content: { status: "value", value: String(value) } }));
};

async function save(edits: readonly Edit[], username = "clerk-a"): Promise<readonly EditResult[]> {
  const { json, status } = await fixture.as(username)("POST", `${home}/edits`, { edits });
  expect(status).toBe(200);
  return (json as EditOutcome).results;
}

async function saveWhole(): Promise<{ edits: readonly Edit[]; results: readonly EditResult[] }> {
  const edits = editsOf(slots, (await view()).revisions);
  const results = await save(edits);
  expect(results.every(({ result }) => result === "saved")).toBe(true);
  return { edits, results };
}

/** Whole forms that are not spread yet, and whether the slots hold what was sent last. */
async function waitingForms(): Promise<{ waiting: number; spread: boolean }> {
  const { rows } = await sql<{ waiting: number; spread: number }>`
    select (select count(*)::integer from working_batches b where b.organisation = h.organisation and b.year = h.year and b.sequence > h.settled) as waiting,
      (select count(*)::integer from working_slots s where s.organisation = h.organisation and s.year = h.year
        and s.slot = any(${slots}::text[]) and s.content ->> 'value' = ${String(value)}) as spread
    from working_heads h where h.organisation = '411000-01' and h.year = 2019`.execute(fixture.store.database);
  return { waiting: rows[0]!.waiting, spread: rows[0]!.spread === slots.length };
}

/** The same where everybody reads what was sent last. */
async function stands(): Promise<{ waiting: number; spread: boolean; problems: readonly string[] }> {
  const { document } = await view();
  for (const slot of slots.slice(1)) {
    const [, ledger = "", cell = ""] = slot.split("/");
    expect([slot, document.forms[ledger]?.[cell]?.value]).toEqual([slot, String(value)]);
  }
  const { problems } = await fixture.store.verify();
  return { ...(await waitingForms()), problems };
}

describe("a form sent whole", () => {
  it("stands as it came, and is read like any other", async () => {
    const { edits, results } = await saveWhole();
    expect(await stands()).toEqual({ waiting: 1, spread: false, problems: [] });
    const changes = await fixture.as("clerk-a2")("GET", `${home}/changes?since=0`);
    expect((changes.json as { changes: unknown[] }).changes).toHaveLength(slots.length);
    // The answer was lost: sent again it says the same; who saw less is told what stands there.
    expect(await save(edits)).toEqual(results);
    const [late] = await save([{ ...edits[0]!, id: randomUUID(), base: 0, content: { status: "value", value: "9" } }], "clerk-a2");
    expect(late).toMatchObject({ result: "conflict", content: edits[0]!.content });
    expect(await stands()).toMatchObject({ problems: [] });
  });

  it("is overwritten by the next one, of which alone something is left to be spread", async () => {
    await saveWhole();
    await saveWhole();
    expect(await stands()).toEqual({ waiting: 1, spread: false, problems: [] });
  });

  it("is spread over its slots when somebody types in the return", async () => {
    await saveWhole();
    const other = schoolCells[200]!;
    const [first] = await save(editsOf([other]), "clerk-a2");
    value -= 1;
    expect(first?.result).toBe("saved");
    expect(await stands()).toEqual({ waiting: 0, spread: true, problems: [] });
  });

  it("waits beside no more than seven others, each of other cells", async () => {
    await saveWhole();
    const waiting: number[] = [];
    for (let turn = 1; turn <= 8; turn += 1) {
      const { revisions } = await view();
      // All but one cell of the last time, which is left standing there.
      const results = await save(editsOf(slots.slice(0, slots.length - turn).concat(schoolCells.slice(150, 150 + turn)), revisions));
      expect(results.every(({ result }) => result === "saved")).toBe(true);
      waiting.push((await waitingForms()).waiting);
    }
    expect(waiting).toEqual([2, 3, 4, 5, 6, 7, 8, 0]);
    const { document } = await view();
    for (const [turn, slot] of slots.slice(-8).entries()) {
      const [, ledger = "", cell = ""] = slot.split("/");
      expect([slot, document.forms[ledger]?.[cell]?.value]).toEqual([slot, String(value - 1 - turn)]);
    }
    expect((await fixture.store.verify()).problems).toEqual([]);
  });

  it("is spread at once where a text of it has an escape", async () => {
    const row: Edit = { id: randomUUID(), slot: "explanation/required", base: 0, content: "甲\u0007乙" };
    await saveWhole();
    const results = await save([row, ...editsOf(slots, (await view()).revisions)]);
    expect(results.every(({ result }) => result === "saved")).toBe(true);
    expect(await stands()).toEqual({ waiting: 0, spread: true, problems: [] });
    expect((await view()).document.explanations.required).toBe("甲\u0007乙");
  });

  it("is counted on the board of completeness as if it were spread", async () => {
    const filled = async (): Promise<unknown> => {
      const { json } = await fixture.as("editor")("GET", "/api/season/411000/2019/board");
      const row = (json as { rows: { organisation: string; ledgers: Record<string, { filled: number }> }[] }).rows.find(
        (each) => each.organisation === "411000-01",
      );
      return Object.values(row!.ledgers).reduce((sum, each) => sum + each.filled, 0);
    };
    await saveWhole();
    const waiting = await filled();
    expect(waiting).toBeGreaterThan(slots.length);
    await save(editsOf([slots[0]!], (await view()).revisions));
    value -= 1;
    expect(await stands()).toMatchObject({ waiting: 0, problems: [] });
    expect(await filled()).toBe(waiting);
  });
});
