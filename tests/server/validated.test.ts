/** Reads that pages repeat: 304 while nothing has moved, the new answer as soon as something did, and nobody's answer for anybody else. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { personHeader } from "../../src/app/policies/believed-person.ts";
import type { ReturnState } from "../../src/core/model/return.ts";
import { createApp } from "../../src/server/app.ts";
import { groups } from "../../src/server/contract/contract.ts";
import { openApi } from "../../src/server/open-api.ts";
import { type Fixture, openFixture, signIn } from "./fixture.ts";

const slot = "form/teachers.staffing/teachers.staff";
const home = "/api/returns/411000-01/2019";
const reads: readonly (readonly [who: string, path: string])[] = [
  ["clerk-a", home],
  ["clerk-a2", home],
  ["editor", home],
  ["clerk-a", "/api/season/2019/tasks"],
  ["head-a", "/api/season/2019/tasks"],
  ["editor", "/api/season/2019/tasks"],
  ["editor", "/api/season/411000/2019/board"],
  ["reviewer", "/api/season/411081/2019/board"],
  ["editor", "/api/season/411000/2019/matrix"],
  ["editor", "/api/season/411000/2019/matrix?acceptedOnly=true"],
  ["editor", "/api/figures/411000/2019?acceptedOnly=true"],
];
let fixture: Fixture;
const cookies = new Map<string, string>();

beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01", "411000-02", "411000-09"], now: "2019-12-20T02:00:00.000Z" });
  for (const name of new Set(reads.map(([who]) => who))) cookies.set(name, await signIn(fixture.app, name));
}, 120_000);
afterAll(() => fixture?.close());

async function read(who: string, path: string, etag: string | null, app = fixture.app) {
  const headers = { cookie: cookies.get(who)!, ...(etag === null ? {} : { "if-none-match": etag }) };
  const response = await app.request(path, { headers });
  return { status: response.status, headers: response.headers, etag: response.headers.get("etag"), text: await response.text() };
}
const move = (from: ReturnState, to: ReturnState): Promise<void> =>
  fixture.store.transaction((writer) =>
    writer.changeState("411000-01", 2019, from, to, { name: to, actor: "fixture", at: new Date().toISOString(), reason: "" }),
  );
const ask = async (who: string, method: string, path: string, body?: unknown): Promise<void> => {
  const { status, json } = await fixture.as(who)(method, path, body);
  if (status >= 400) throw new Error(`${path}: ${status} ${JSON.stringify(json)}`);
};

it("answers 304 without a body while nothing moved, for the person alone and for no cache", async () => {
  for (const [who, path] of reads) {
    const first = await read(who, path, null);
    expect([path, first.status, first.headers.get("cache-control")]).toEqual([path, 200, "private, no-store"]);
    expect(first.etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect(first.headers.get("vary")).toBe(`cookie, ${personHeader}`);
    const again = await read(who, path, `"other", ${first.etag}`);
    expect([path, again.status, again.text, again.etag, again.headers.get("cache-control")]).toEqual([
      path,
      304,
      "",
      first.etag,
      "private, no-store",
    ]);
    expect((await read(who, path, "*")).status).toBe(200);
  }
});

it("gives nobody another's answer: a validator is one person's own", async () => {
  const mine = await read("clerk-a", home, null);
  const theirs = await read("clerk-a2", home, mine.etag);
  expect(theirs.status).toBe(200);
  expect(theirs.etag).not.toBe(mine.etag);
  // The walls stand before the validator.
  cookies.set("clerk-b", await signIn(fixture.app, "clerk-b"));
  expect((await read("clerk-b", home, mine.etag)).status).toBe(404);
  const response = await fixture.app.request(home, { headers: { "if-none-match": mine.etag! } });
  expect(response.status).toBe(401);
  expect(response.headers.get("cache-control")).toBe("no-store");
});

it("never says that nothing moved when the answer did, whatever was done", async () => {
  const known = new Map<string, { etag: string | null; text: string }>();
  let seen = 0;
  const look = async (after: string): Promise<string[]> => {
    const moved: string[] = [];
    for (const [who, path] of reads) {
      const name = `${who} ${path}`;
      const fresh = await read(who, path, null);
      const before = known.get(name);
      const asked = await read(who, path, before?.etag ?? null);
      if (before && asked.status === 304) {
        expect(fresh.text, `${name} after ${after}`).toBe(before.text);
        seen += 1;
      } else {
        expect(asked.text).toBe(fresh.text);
        moved.push(name);
      }
      known.set(name, fresh);
    }
    return moved;
  };
  await look("opening");
  expect(await look("nothing")).toEqual([]);
  const view: { revisions: Record<string, number> } = (await fixture.as("clerk-a")("GET", home)).json;
  await ask("clerk-a", "POST", `${home}/edits`, {
    edits: [{ id: randomUUID(), slot, base: view.revisions[slot] ?? 0, content: { status: "value", value: "151" } }],
  });
  expect(await look("an edit")).toEqual(expect.arrayContaining([`clerk-a ${home}`, "editor /api/season/411000/2019/board"]));
  await ask("clerk-a2", "POST", `${home}/comments`, { id: randomUUID(), slot, thread: null, text: "请核对" });
  expect(await look("a remark")).toContain(`clerk-a ${home}`);
  await ask("clerk-a", "POST", `${home}/edits`, {
    edits: [{ id: randomUUID(), slot, base: 2 ** 40, content: { status: "value", value: "150" } }],
  });
  await look("another edit");
  for (const [from, to] of [
    ["draft", "submitted"],
    ["submitted", "accepted"],
  ] as const) {
    await move(from, to);
    expect(await look(to)).toContain("editor /api/season/411000/2019/board");
  }
  await ask("editor", "POST", `${home}/lock`);
  await look("locking");
  await ask("clerk-a", "POST", `${home}/corrections`, { id: randomUUID(), slot, after: { status: "value", value: "149" }, reason: "漏报" });
  expect(await look("asking for a correction")).toContain("editor /api/season/2019/tasks");
  await ask("administrator", "PATCH", "/api/cycles/411000/2019", { extensions: { "411000-01": "2020-03-01" } });
  expect(await look("a deadline")).toContain(`clerk-a ${home}`);
  await ask("administrator", "POST", "/api/organisations/411000-01/versions", { from: "2019-05-01", name: "更名的示例学校" });
  expect(await look("a new name")).toContain(`clerk-a ${home}`);
  expect(seen).toBeGreaterThan(10);

  // The next morning somebody is late: the day is part of what the board rests on.
  const later = createApp({ ...fixture.world, clock: { now: () => "2020-06-20T02:00:00.000Z" } });
  const board = "/api/season/411000/2019/board";
  const today = await read("editor", board, null);
  expect((await read("editor", board, today.etag, later)).status).toBe(200);
});

it("does not work the answer out before it says so", async () => {
  let works = 0;
  const { store } = fixture.world;
  const counting = createApp({
    ...fixture.world,
    store: {
      ...store,
      within: (scope) => {
        const inner = store.within(scope);
        return {
          ...inner,
          read: (work) =>
            inner.read((reader, desk) => {
              const ledgers: typeof desk.progress.ledgers = (...given) => {
                works += 1;
                return desk.progress.ledgers(...given);
              };
              return work(reader, { ...desk, progress: { ...desk.progress, ledgers } });
            }),
          open: async (...given) => {
            const { untaken, ...opened } = await inner.open(...given);
            return {
              ...opened,
              get untaken() {
                works += 1;
                return untaken;
              },
            };
          },
        };
      },
    },
  });
  for (const path of [home, "/api/season/411000/2019/board"]) {
    works = 0;
    const { etag } = await read("editor", path, null, counting);
    expect(works).toBe(1);
    expect((await read("editor", path, etag, counting)).status).toBe(304);
    expect(works).toBe(1);
  }
});

it("stands in the OpenAPI document, with the header that is sent and the 304", () => {
  const { paths } = openApi("test");
  const marked = groups.flatMap(({ endpoints }) =>
    Object.entries(endpoints)
      .filter(([, each]) => "validated" in each)
      .map(([key]) => key),
  );
  expect(marked.toSorted()).toEqual([
    "GET /api/figures/{organisation}/{year}",
    "GET /api/returns/{organisation}/{year}",
    "GET /api/season/{organisation}/{year}/board",
    "GET /api/season/{organisation}/{year}/matrix",
    "GET /api/season/{year}/tasks",
  ]);
  for (const key of marked) {
    const operation = paths[key.slice(4)]!.get!;
    expect(operation.responses["304"]).toMatchObject({ headers: { ETag: {} } });
    expect(operation.parameters).toContainEqual(expect.objectContaining({ name: "if-none-match", in: "header", required: false }));
  }
});
