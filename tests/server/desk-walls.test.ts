/** Row-level security alone: without any policy asked, one school's transactions neither see nor touch the desk of another. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Desk, ScopedStore } from "../../src/app/desk/desk.ts";
import { type Fixture, openFixture } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
  await fill(fixture.store.within({ organisation: "411000-01" }));
});
afterAll(() => fixture?.close());

const [school, year, other] = ["411000-01", 2019, "411000-09"] as const;
const at = "2019-12-01T00:00:00.000Z";
const slot = "form/teachers.staffing/teachers.staff";
const batch = (id: string) => ({
  organisation: school,
  year,
  actor: "a",
  name: "甲",
  at,
  edits: [{ id, slot, revision: 1, before: null, after: { status: "value" as const, value: "7" }, changed: true }],
  withdrawn: [],
  sequence: 1,
});
const remark = (id: string) => ({
  organisation: school,
  year,
  id,
  slot,
  thread: null,
  actor: "a",
  name: "甲",
  role: "clerk",
  at,
  text: "看看",
  resolved: null,
});
const paper = (id: string) => ({
  id,
  place: "statement",
  name: "a.pdf",
  type: "application/pdf" as const,
  size: 1,
  hash: "h",
  by: "甲",
  at,
  actor: "a",
});

/** Everything that the desk can keep of school A, written by whoever holds `store`. */
const writes: Readonly<Record<string, (desk: Desk) => Promise<unknown>>> = {
  edits: ({ working }) => working.append(batch(randomUUID())),
  confirmations: ({ working }) => working.confirm(school, year, ["teachers.staffing"], { actor: "a", name: "甲", at }),
  previews: ({ working }) => working.savePreview({ organisation: school, year, id: randomUUID(), actor: "a", at, edits: [] }),
  comments: ({ comments }) => comments.add(remark(randomUUID())),
  evidence: ({ evidence }) => evidence.add(school, year, paper(randomUUID()), Uint8Array.of(1)),
  acts: ({ acts }) => acts.record([{ organisation: school, year, act: "edit", actor: "a", name: "甲", at }]),
};

async function fill(store: ScopedStore): Promise<void> {
  for (const write of Object.values(writes)) await store.transaction((_, desk) => write(desk));
}

const reads: Readonly<Record<string, (desk: Desk) => Promise<readonly unknown[]>>> = {
  slots: ({ working }) => working.slotsSince(school, year, 0),
  revisions: async ({ working }) => Object.keys(await working.revisions(school, year)),
  confirmations: async ({ working }) => (await working.standing(school, year)).confirmations,
  comments: ({ comments }) => comments.of(school, year),
  evidence: ({ evidence }) => evidence.list(school, year),
};

describe.each([
  ["the school itself", "411000-01", true],
  ["its city", "411000", true],
  ["another school", other, false],
  ["a county above another school", "411081", false],
])("%s", (_, organisation, sees) => {
  it.each(Object.keys(reads))(`${sees ? "reads" : "does not see"} %s`, async (name) => {
    const store = fixture.store.within({ organisation });
    const found = [await store.read((_reader, desk) => reads[name]!(desk)), await store.transaction((_writer, desk) => reads[name]!(desk))];
    expect(found.map((each) => each.length > 0)).toEqual([sees, sees]);
  });

  it(`${sees ? "hears" : "does not hear"} of changes`, async () => {
    const { sequence, lines } = await fixture.store.within({ organisation }).changes(school, year, 0);
    expect([sequence > 0, lines.length > 0]).toEqual([sees, sees]);
  });

  it(`${sees ? "edits" : "cannot edit"}, with whomever it is written together`, async () => {
    const editing = (scope: string, place: string) =>
      fixture.store.within({ organisation: scope }).edit({
        organisation: place,
        year,
        slots: [slot],
        edits: [],
        decide: ({ sequence, kind }) => ({
          answer: kind,
          batch: {
            ...batch(randomUUID()),
            organisation: place,
            edits: [{ ...batch(randomUUID()).edits[0]!, revision: sequence + 1 }],
            sequence: sequence + 1,
          },
        }),
      });
    // The first two are written at once and by themselves: the others gather behind them.
    const others = ["411000-02", "411000-03", "411000-04", "411000-05"].map((code) => editing(code, code));
    const tried = editing(organisation, school);
    if (sees) expect(await tried).toBe("school");
    else await expect(tried).rejects.toMatchObject({ code: "place-unknown" });
    expect(await Promise.all(others)).toEqual(others.map(() => "school"));
  });

  it.each(Object.keys(writes))(`${sees ? "writes" : "cannot write"} %s`, async (name) => {
    const writing = fixture.store.within({ organisation }).transaction((_writer, desk) => writes[name]!(desk));
    if (sees) await writing;
    else await expect(writing).rejects.toMatchObject({ code: "place-unknown" });
  });
});

it("nobody reads accounts or settings through a wall", async () => {
  const { sql } = await import("kysely");
  const counted = await fixture.store.database.transaction().execute(async (transaction) => {
    await sql`select set_config('zhibao.scope', ${other}, true)`.execute(transaction);
    return Promise.all(
      ["user", "account", "settings"].map(async (table) => {
        const { rows } = await sql<{ seen: number }>`select count(*)::integer as seen from ${sql.table(table)}`.execute(transaction);
        return rows[0]!.seen;
      }),
    );
  });
  expect(counted).toEqual([0, 0, 0]);
});
