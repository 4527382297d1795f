/** Two clients, random edits, single cells and whole forms, answers lost and edits sent again, in any order: nothing acknowledged is lost, and the content is the model's. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Hono } from "hono";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import type { Edit, EditOutcome } from "../../src/app/desk/save-edits.ts";
import { contentOf, parseSlot, pieceOf, sameContent, type SlotContent } from "../../src/app/desk/slots.ts";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import { createApp } from "../../src/server/app.ts";
import { catalog, type Fixture, index, openFixture, schoolCells } from "./fixture.ts";

let fixture: Fixture;
/** Each client has a server of its own over the same data: what one remembers of a return the other moves. */
let servers: readonly Hono[];
let second: PostgresStore;
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01"] });
  second = await openStore({ dataDir: fixture.dataDir }, storeKnowledge(index, catalog));
  servers = [fixture.app, createApp({ ...fixture.world, store: second })];
});
afterAll(async () => {
  await second?.close();
  await fixture?.close();
});

const home = "/api/returns/411000-01/2019";
const clients = ["clerk-a", "clerk-a2"] as const;
const row = "row/partnerships.firms/r1";
const slots = [
  "form/teachers.staffing/teachers.staff",
  "form/teachers.staffing/teachers.fullTime",
  row,
  "explanation/required",
  "none/partnerships.international",
];
const contents: Readonly<Record<string, readonly SlotContent[]>> = {
  form: [
    { status: "value", value: "1" },
    { status: "value", value: "2" },
    { status: "missing", value: null },
    { status: "notApplicable", value: null },
  ],
  row: [{ values: { name: "甲公司" } }, { values: { name: "乙公司" } }, null],
  explanation: ["甲", "乙", null],
  none: [true, null],
};

/** What a whole form brings besides: so many cells that it is kept as it came, and spread over its slots later. */
const others = schoolCells.filter((slot) => !slots.includes(slot)).slice(0, 120);

interface Step {
  readonly client: 0 | 1;
  readonly slot: number;
  readonly content: number;
  /** The client looks at what stands before it edits; else it edits on what it saw last. */
  readonly refresh: boolean;
  /** The answer is lost: the client sends the same edit again. */
  readonly again: boolean;
  /** On a conflict the client insists. */
  readonly insists: boolean;
  /** The edit comes with a whole form of other cells. */
  readonly whole: boolean;
}
const step = fc.record<Step>({
  client: fc.constantFrom(0, 1),
  slot: fc.nat(slots.length - 1),
  content: fc.nat(3),
  refresh: fc.boolean(),
  again: fc.boolean(),
  insists: fc.boolean(),
  whole: fc.boolean(),
});

it("loses nothing and agrees with the model", async () => {
  const acknowledged: Edit[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      let turn = 0;
      const start: ReturnView = (await fixture.as("clerk-a")("GET", home)).json;
      const model = new Map(
        [...slots, ...others].map((slot) => [slot, { content: standing(start, slot), revision: start.revisions[slot] ?? 0 }]),
      );
      const seen = clients.map(() => new Map([...model].map(([slot, { revision }]) => [slot, revision])));
      for (const { client, slot: at, content: choice, refresh, again, insists, whole } of steps) {
        const slot = slots[at]!;
        const choices = contents[slot.split("/")[0]!]!;
        const content = choices[choice % choices.length]!;
        const held = model.get(slot)!;
        if (refresh) seen[client]!.set(slot, held.revision);
        const besides = others.map((other): Edit => ({
          id: randomUUID(),
          slot: other,
          base: model.get(other)!.revision,
          content: { status: "value", value: String((turn += 1)) },
        }));
        const send = async (edit: Edit): Promise<EditOutcome["results"][number]> => {
          const edits = whole ? [edit, ...besides] : [edit];
          const { json, status } = await fixture.as(clients[client], servers[client])("POST", `${home}/edits`, { edits });
          expect(status).toBe(200);
          const [first, ...rest] = (json as EditOutcome).results;
          rest.forEach((result, place) => {
            expect(result.result).toBe("saved");
            if (result.result !== "saved") return;
            const { slot: other, content: said } = besides[place]!;
            model.set(other, { content: said, revision: result.revision });
          });
          return first!;
        };
        const edit: Edit = { id: randomUUID(), slot, base: seen[client]!.get(slot)!, content };
        const expected = sameAs(slot, held.content, content) || held.revision <= edit.base ? "saved" : "conflict";
        let result = await send(edit);
        expect(result.result).toBe(expected);
        if (again) expect(await send(edit)).toEqual(result);
        if (result.result === "conflict") {
          expect(sameContent(result.content, held.content)).toBe(true);
          seen[client]!.set(slot, result.revision);
          if (!insists) continue;
          result = await send({ ...edit, base: result.revision });
        }
        expect(result.result).toBe("saved");
        if (result.result !== "saved") continue;
        acknowledged.push(edit, ...(whole ? besides : []));
        model.set(slot, { content: sameAs(slot, held.content, content) ? held.content : content, revision: result.revision });
        seen[client]!.set(slot, result.revision);
      }
      const end: ReturnView = (await fixture.as("clerk-a2")("GET", home)).json;
      for (const [slot, { content }] of model) expect([slot, sameAs(slot, standing(end, slot), content)]).toEqual([slot, true]);
    }),
    { numRuns: 25 },
  );
  const { rows } = await sql<{ edit: string; after: unknown; slot: string }>`
    select edit, slot, after from working_edits where organisation = '411000-01' and year = 2019`.execute(fixture.store.database);
  const kept = new Map(rows.map((each) => [each.edit, each]));
  for (const edit of acknowledged) {
    const found = kept.get(edit.id);
    expect(found?.slot).toBe(edit.slot);
    expect(sameAs(edit.slot, contentOf(parseSlot(edit.slot)!, found?.after), edit.content)).toBe(true);
  }
  expect(acknowledged.length).toBeGreaterThan(50);
  expect((await fixture.store.verify()).problems).toEqual([]);
});

const standing = (view: ReturnView, slot: string): SlotContent => contentOf(parseSlot(slot)!, pieceOf(view.document, parseSlot(slot)!));

/** Blank columns of a row are as good as absent ones. */
function sameAs(slot: string, left: SlotContent, right: SlotContent): boolean {
  return sameContent(contentOf(parseSlot(slot)!, left), contentOf(parseSlot(slot)!, right));
}
