/** A page that says for whom it speaks is answered only while that person is the one signed in: a tab left open by one never writes as the next. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { personHeader } from "../../src/app/policies/believed-person.ts";
import { type Fixture, openFixture, signIn } from "./fixture.ts";

let fixture: Fixture;
const id = new Map<string, string>();
const cookies = new Map<string, string>();
const slot = "form/teachers.staffing/teachers.staff";
const edits = "/api/returns/411000-01/2019/edits";

beforeAll(async () => {
  fixture = await openFixture();
  for (const name of ["clerk-a", "clerk-a2"]) {
    cookies.set(name, await signIn(fixture.app, name));
    const me: { id: string } = (await fixture.as(name)("GET", "/api/me")).json;
    id.set(name, me.id);
  }
}, 120_000);
afterAll(() => fixture?.close());

async function ask(
  who: string,
  method: string,
  path: string,
  named: string | null,
  body?: unknown,
): Promise<{ status: number; json: never }> {
  const response = await fixture.app.request(path, {
    method,
    headers: {
      cookie: cookies.get(who) ?? "",
      ...(named === null ? {} : { [personHeader]: named }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text === "" ? null : JSON.parse(text)) as never };
}
const edit = (value: string) => ({
  edits: [{ id: crypto.randomUUID(), slot: slot, base: 0, content: { status: "value" as const, value } }],
});
const sequence = async (): Promise<number> => {
  const { sequence: at }: { sequence: number } = (await fixture.as("clerk-a")("GET", "/api/returns/411000-01/2019/changes?since=0")).json;
  return at;
};

it("refuses a write of one person's page under another's session, changes nothing, and says which kind of refusal it is", async () => {
  const before = await sequence();
  const answer = await ask("clerk-a2", "POST", edits, id.get("clerk-a")!, edit("17"));
  expect(answer.status).toBe(401);
  expect(answer.json).toMatchObject({ status: 401, code: "other-person", title: "已换人登录" });
  expect(JSON.stringify(answer.json)).not.toMatch(/clerk/);
  expect(await sequence()).toBe(before);
});

it("refuses reads alike, so that a page never shows one person's name over another's data", async () => {
  for (const path of ["/api/me", "/api/reminders", "/api/returns/411000-01/2019"])
    expect((await ask("clerk-a2", "GET", path, id.get("clerk-a")!)).status).toBe(401);
});

it("takes the same request from the person who is signed in, and from programs that name nobody", async () => {
  expect((await ask("clerk-a2", "POST", edits, id.get("clerk-a2")!, edit("18"))).status).toBe(200);
  expect((await ask("clerk-a", "POST", edits, null, edit("18"))).status).toBe(200);
});

it("does not sign the other one out when the forgotten tab signs out", async () => {
  const answer = await ask("clerk-a2", "POST", "/api/auth/sign-out", id.get("clerk-a")!, {});
  expect(answer).toMatchObject({ status: 401, json: { code: "other-person" } });
  expect((await ask("clerk-a2", "GET", "/api/me", null)).status).toBe(200);
  expect((await ask("clerk-a2", "POST", "/api/auth/sign-out", id.get("clerk-a2")!, {})).status).toBe(200);
  expect((await ask("clerk-a2", "GET", "/api/me", null)).status).toBe(401);
});
