/** What the server keeps of a season answers, after every kind of act, as a server that reads everything anew. */
import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, it } from "vitest";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { examine } from "../../src/app/desk/summarise-return.ts";
import { Seasons, seasonsOf, wholeStore } from "../../src/app/seasons.ts";
import { projectFacts } from "../../src/core/formula/projection.ts";
import type { Dataset } from "../../src/core/model/dataset.ts";
import { subtree } from "../../src/core/model/organisation.ts";
import { createApp } from "../../src/server/app.ts";
import type { ReturnState } from "../../src/core/model/return.ts";
import { catalog, type Fixture, index, openFixture, year } from "./fixture.ts";

const slot = "form/teachers.staffing/teachers.staff";
const filed = xuchangOrganisations.map(({ code }) => code);
let fixture: Fixture;

beforeAll(async () => {
  fixture = await openFixture({ filed });
}, 120_000);
afterAll(() => fixture?.close());

const act = (name: string) => ({ name, actor: "fixture", at: new Date().toISOString(), reason: "" });
const move = (organisation: string, from: ReturnState, to: ReturnState): Promise<void> =>
  fixture.store.transaction((writer) => writer.changeState(organisation, year, from, to, act(to)));
const ask = async (who: string, method: string, path: string, body?: unknown): Promise<unknown> => {
  const { status, json } = await fixture.as(who)(method, path, body);
  if (status >= 400) throw new Error(`${who} ${method} ${path}: ${status} ${JSON.stringify(json)}`);
  return json;
};
/** Files the return once more, with another number of teachers, in the state that it is in. */
async function refile(organisation: string, by: number): Promise<void> {
  await fixture.store.transaction(async (writer) => {
    const { document, version, state } = (await writer.currentReturn(organisation, year))!;
    const staffing = document.forms["teachers.staffing"]!;
    const cell = staffing["teachers.staff"]!;
    const next = { ...staffing, "teachers.staff": { ...cell, value: String(Number(cell.value) + by) } };
    const changed = { ...document, forms: { ...document.forms, "teachers.staffing": next } };
    await writer.appendReturn({ document: changed, state, facts: projectFacts(index, changed, version + 1) }, act("file"));
  });
}

const questions: [who: string, path: string][] = [
  ["editor", "/api/season/411000/2019/board"],
  ["editor", "/api/season/411000/2019/matrix?acceptedOnly=false"],
  ["editor", "/api/season/411000/2019/matrix?acceptedOnly=true"],
  ["reviewer", "/api/season/411081/2019/matrix?acceptedOnly=false"],
  ["editor", "/api/review/411000/2019?state=submitted"],
  ["editor", "/api/review/411000/2019?state=accepted"],
  ["editor", "/api/figures/411000/2019?acceptedOnly=false"],
  ["editor", "/api/figures/411000/2019?acceptedOnly=true"],
  ["clerk-a", "/api/returns/411000-01/2019/findings"],
  ["clerk-a", "/api/season/2019/tasks"],
  ["clerk-a", "/api/returns/411000-01/2019"],
  ["clerk-a", "/api/returns/411000-01/2019/findings?of=others"],
  ["reviewer", "/api/returns/411000-09/2019"],
  ["editor", "/api/returns/411000-01/2019"],
];

/** Everything in a season that a fact can be found by. */
function contents(dataset: Dataset): unknown {
  const codes = [...new Set(dataset.years.flatMap((each) => [...dataset.tree(each).nodes.keys()]))].toSorted();
  return dataset.years.flatMap((each) =>
    codes.map((code) => [
      each,
      code,
      dataset.filing(code, each) ?? null,
      [...index.elements.keys()].map((element) => dataset.facts(element, code, each)),
      subtree(dataset.tree(each), code).map((node) => node.code),
    ]),
  );
}

/** Long answers are compared as texts, and looked into only where they differ. */
function assertAlike(kept: unknown, anew: unknown, what: string): void {
  if (JSON.stringify(kept) !== JSON.stringify(anew)) expect(kept, what).toEqual(anew);
}

async function expectFresh(after: string): Promise<void> {
  // The same data through a store of its own: nothing that is kept of the other is known of it.
  const store = await openStore({ dataDir: fixture.dataDir }, storeKnowledge(index, catalog));
  const cold: Hono = createApp({ ...fixture.world, store });
  for (const [who, path] of questions) {
    const [kept, anew] = [await fixture.as(who)("GET", path), await fixture.as(who, cold)("GET", path)];
    expect([kept.status, anew.status], path).toEqual([200, 200]);
    assertAlike(kept.json, anew.json, `${path} after ${after}`);
  }
  await store.close();
  for (const acceptedOnly of [false, true]) {
    const query = { scope: wholeStore, root: "411000", year, acceptedOnly };
    const [kept, anew] = await fixture.store.snapshot(async (reader) => [
      await seasonsOf(fixture.store).read(reader, query),
      await new Seasons(1).read(reader, query),
    ]);
    assertAlike(contents(kept!), contents(anew!), `the season after ${after}`);
  }
}

it("answers alike after filing, submitting, accepting, giving back, correcting, moving, merging and closing", async () => {
  await expectFresh("opening");
  for (const code of ["411000-01", "411000-02", "411000-09"]) await move(code, "draft", "submitted");
  await expectFresh("submitting");
  await refile("411000-02", 40);
  await expectFresh("filing again");
  await ask("editor", "POST", "/api/returns/411000-02/2019/accept");
  await ask("reviewer", "POST", "/api/returns/411000-09/2019/accept");
  await expectFresh("accepting");
  await ask("editor", "POST", "/api/returns/411000-01/2019/return", { reason: "请核对教职工", cells: [{ slot, reason: "与上年相差大" }] });
  await expectFresh("giving back");
  const { revisions } = (await ask("clerk-a", "GET", "/api/returns/411000-01/2019")) as { revisions: Record<string, number> };
  await ask("clerk-a", "POST", "/api/returns/411000-01/2019/edits", {
    edits: [{ id: randomUUID(), slot, base: revisions[slot] ?? 0, content: { status: "value", value: "133" } }],
  });
  await expectFresh("editing");

  await ask("editor", "POST", "/api/returns/411000-02/2019/lock");
  const id = randomUUID();
  const home = "/api/returns/411000-02/2019/corrections";
  const request = { id, slot, after: { status: "value", value: "77" }, reason: "漏报" };
  await fixture.world.accounts.create({
    username: "clerk-c",
    name: "示例·clerk-c",
    role: "clerk",
    organisation: "411000-02",
    ledgers: null,
    email: null,
    password: "fixture-password-1",
    mustChangePassword: false,
  });
  await ask("clerk-c", "POST", home, request);
  const { hash } = (await ask("editor", "GET", `${home}/${id}/effect`)) as { hash: string };
  await ask("editor", "POST", `${home}/${id}/decide`, { grant: true, reason: "同意", effect: hash });
  await expectFresh("correcting");

  const from = "2019-06-01";
  await ask("administrator", "POST", "/api/organisations/411000-03/versions", { from, parent: "411081" });
  await expectFresh("moving to a county");
  await ask("administrator", "POST", "/api/organisations/411000-04/merge", { on: from, into: "411000-05", reason: "布局调整" });
  await expectFresh("merging");
  await ask("administrator", "POST", "/api/organisations/411000-06/close", { on: from, reason: "停止办学" });
  await expectFresh("closing");
  await ask("administrator", "POST", "/api/breaks", {
    organisation: "411000",
    measure: "teachers.staff",
    year: 2019,
    reason: "统计范围改变",
  });
  await expectFresh("a break in series");
  // Several at once, one of them already moved before.
  await Promise.all(["411000-02", "411000-07", "411000-09"].map((code) => refile(code, 3)));
  await expectFresh("filing several");
  // Beside a form that is being filled, what others filed is believed for two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  questions.push(["clerk-a", "/api/returns/411000-01/2019/findings?of=others"]);
  await expectFresh("two seconds");
}, 240_000);

it("reads again what moved alone, and everything when the tree did", async () => {
  const asked: string[] = [];
  const seasons = new Seasons(2);
  const read = () =>
    fixture.store.snapshot((reader) =>
      seasons.read(
        {
          ...reader,
          facts: (query) => {
            asked.push(query.organisations?.join() ?? "all");
            return reader.facts(query);
          },
        },
        { scope: wholeStore, root: "411000", year, acceptedOnly: false },
      ),
    );
  const first = await read();
  expect(await read()).toBe(first);
  await refile("411000-08", 1);
  const second = await read();
  expect(second).not.toBe(first);
  await ask("administrator", "POST", "/api/organisations/411000-10/versions", { from: "2019-07-01", name: "更名的示例学校" });
  await read();
  expect(asked).toEqual(["all", "411000-08", "all"]);
  // The one who still looks at the former season sees it as it was.
  const staff = (dataset: Dataset) => dataset.facts("teachers.staff", "411000-08", year).find(({ key }) => key === undefined)!.value;
  expect(Number(staff(second)) - Number(staff(first))).toBe(1);
});

it("judges a working copy once, and again when it or what stands beside it has moved", async () => {
  const organisation = "411000-01";
  const own = fixture.store.within({ organisation });
  const look = async () => (await examine(own, fixture.world, { organisation, year })).evaluator;
  const first = await look();
  expect(await look()).toBe(first);
  const { revisions } = (await ask("clerk-a", "GET", `/api/returns/${organisation}/2019`)) as { revisions: Record<string, number> };
  const content = { status: "value", value: "134" };
  const { results } = (await ask("clerk-a", "POST", `/api/returns/${organisation}/2019/edits`, {
    edits: [{ id: randomUUID(), slot, base: revisions[slot], content }],
  })) as { results: unknown };
  expect(results).toMatchObject([{ result: "saved" }]);
  const second = await look();
  expect(second).not.toBe(first);
  expect(await look()).toBe(second);
  await refile("411000-08", 1);
  expect(await look()).not.toBe(second);
});

it("does not keep a failure, and forgets what was used least", async () => {
  const seasons = new Seasons(1);
  const query = { scope: wholeStore, root: "411000", year, acceptedOnly: false };
  const failing = () =>
    fixture.store.snapshot((reader) => seasons.read({ ...reader, facts: () => Promise.reject(new Error("gone")) }, query));
  await expect(failing()).rejects.toThrow("gone");
  const read = (scope: string) => fixture.store.snapshot((reader) => seasons.read(reader, { ...query, scope }));
  const first = await read("a");
  await read("b");
  expect(await read("a")).not.toBe(first);
});
