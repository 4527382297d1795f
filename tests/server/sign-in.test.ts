/** Signing in: lock-out, limit, cookies, origins; answers that tell nobody which names exist. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { createAccounts } from "../../src/adapters/accounts/accounts.ts";
import { createApp } from "../../src/server/app.ts";
import { type Fixture, openFixture, password } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture?.close());
beforeEach(() => sql`update "user" set "failures" = 0, "lockedUntil" = null, "disabled" = false`.execute(fixture.store.database));

const post = (path: string, body: unknown, headers: Record<string, string> = {}, app = fixture.app): Promise<Response> =>
  Promise.resolve(
    app.request(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) }),
  );
const signIn = (username: string, given: string, headers: Record<string, string> = {}) =>
  post("/api/auth/sign-in/username", { username, password: given }, headers);
const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");

describe("signing in", () => {
  it("gives a cookie that scripts cannot read, and no token or address in its answer", async () => {
    const response = await signIn("Clerk-A", password);
    expect(response.status).toBe(200);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^zhibao\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
    expect(cookie).not.toMatch(/Secure/i);
    expect(Object.keys((await response.json()) as object)).toEqual(["user"]);
  });

  it("marks the cookie secure over TLS", async () => {
    const accounts = createAccounts({ database: fixture.store.database, secret: "s".repeat(64), secure: true });
    const app = createApp({ ...fixture.world, accounts, secure: true });
    const [cookie = ""] = (await post("/api/auth/sign-in/username", { username: "clerk-a", password }, {}, app)).headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-zhibao\.session_token=.*; Secure/i);
  });

  it("locks after eight wrong passwords, even for the right one, until the time has passed", async () => {
    for (let at = 0; at < 8; at += 1) expect((await signIn("clerk-a", `wrong-password-${at}`)).status).toBe(401);
    const locked = await signIn("clerk-a", password);
    expect(locked.status).toBe(423);
    expect(await locked.json()).toMatchObject({ status: 423, detail: expect.stringContaining("10 分钟") });
    expect((await signIn("clerk-a2", password)).status).toBe(200);
    await sql`update "user" set "lockedUntil" = now() - interval '1 second' where "username" = 'clerk-a'`.execute(fixture.store.database);
    expect((await signIn("clerk-a", password)).status).toBe(200);
    expect((await signIn("clerk-a", "wrong-password")).status).toBe(401);
  });

  it("looks at no more than eight passwords that come at once", async () => {
    const statuses = await Promise.all(Array.from({ length: 30 }, async (_, at) => (await signIn("head-a", `guess-number-${at}`)).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    expect(statuses.filter((status) => status === 423)).toHaveLength(22);
  });

  it("counts a password asked again like a sign-in", async () => {
    const head = fixture.as("head-b");
    const me = await head("GET", "/api/me");
    const { id } = me.json as { id: string };
    for (let at = 0; at < 8; at += 1) expect(await fixture.world.accounts.confirms(id, "wrong")).toBe(false);
    expect(await fixture.world.accounts.confirms(id, password)).toBe(false);
  });

  it("answers for a name that nobody has as for one that somebody has", async () => {
    const answers = await Promise.all(["reader", "nobody-at-all"].map(async (name) => (await signIn(name, "wrong-password")).json()));
    expect(answers[0]).toEqual(answers[1]);
    for (let at = 0; at < 7; at += 1) await signIn("nobody-at-all", "wrong-password");
    expect((await signIn("nobody-at-all", "wrong-password")).status).toBe(423);
    for (const strange of ["", "无", "a b", "x".repeat(5000), "'; drop table x"]) expect((await signIn(strange, "y")).status).toBe(401);
  });

  it("takes about as long for a name that nobody has", async () => {
    const timed = async (name: string): Promise<number> => {
      const start = performance.now();
      await signIn(name, "wrong-password");
      return performance.now() - start;
    };
    const median = (times: number[]): number => times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)]!;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let at = 0; at < 5; at += 1) {
      known.push(await timed("editor"));
      unknown.push(await timed(`stranger-${at}`));
    }
    const [left, right] = [median(known), median(unknown)];
    expect(Math.min(left, right)).toBeGreaterThan(Math.max(left, right) / 3);
  });

  it("tells a disabled account only to who knows its password", async () => {
    await sql`update "user" set "disabled" = true where "username" = 'reader'`.execute(fixture.store.database);
    expect((await signIn("reader", "wrong-password")).status).toBe(401);
    const right = await signIn("reader", password);
    expect(right.status).toBe(403);
    expect(right.headers.getSetCookie()).toEqual([]);
  });

  it("is limited by the peer's address", async () => {
    const peer = { "x-zhibao-peer": "192.0.2.9" };
    let last = 0;
    for (let at = 0; at < 121; at += 1) last = (await signIn(`limit-${at}`, "", peer)).status;
    expect(last).toBe(429);
    expect((await signIn("clerk-a", password, { "x-zhibao-peer": "192.0.2.10" })).status).toBe(200);
    const [row] = (
      await sql<{ failures: number }>`select "failures" from "user" where "username" = 'clerk-a'`.execute(fixture.store.database)
    ).rows;
    expect((await signIn("clerk-a", password, peer)).status).toBe(429);
    expect(row?.failures).toBe(0);
  });

  it.each([{}, { username: "clerk-a" }, { username: 1, password: 2 }, [], null])("refuses %j as a request", async (body) => {
    const response = await post("/api/auth/sign-in/username", body);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toMatch(/problem\+json/);
  });

  it("follows no address and prolongs no session that the request asks for", async () => {
    const response = await post("/api/auth/sign-in/username", {
      username: "clerk-a",
      password,
      callbackURL: "https://elsewhere.example",
      rememberMe: false,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("location")).toBe(null);
    expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=43200/i);
  });
});

describe("a session", () => {
  it("is told with no more than who it is and how long it lasts", async () => {
    const cookie = cookieOf(await signIn("clerk-a", password));
    const response = await fixture.app.request("/api/auth/get-session", { headers: { cookie } });
    const told = (await response.json()) as { user: object; session: object };
    expect([Object.keys(told.user), Object.keys(told.session)]).toEqual([["id", "username", "name"], ["expiresAt"]]);
    const without = await fixture.app.request("/api/auth/get-session");
    expect([without.status, without.headers.get("content-type")]).toEqual([401, "application/problem+json; charset=utf-8"]);
  });

  it("ends at once when it is signed out, revoked, or its account disabled", async () => {
    const me = async (cookie: string): Promise<number> => (await fixture.app.request("/api/me", { headers: { cookie } })).status;
    const [first, second, third] = await Promise.all([1, 2, 3].map(async () => cookieOf(await signIn("reader", password))));
    const { id } = (await (await fixture.app.request("/api/me", { headers: { cookie: second! } })).json()) as { id: string };
    expect((await post("/api/auth/sign-out", {}, { cookie: first! })).status).toBe(200);
    expect([await me(first!), await me(second!)]).toEqual([401, 200]);
    expect((await fixture.as("administrator")("DELETE", `/api/accounts/${id}/sessions`)).status).toBe(204);
    expect([await me(second!), await me(third!)]).toEqual([401, 401]);
    const fourth = cookieOf(await signIn("reader", password));
    await fixture.as("administrator")("PATCH", `/api/accounts/${id}`, { disabled: true });
    expect(await me(fourth)).toBe(401);
  });

  it("is not believed when its cookie was changed", async () => {
    const cookie = cookieOf(await signIn("clerk-a", password));
    const forged = `${cookie.slice(0, -4)}AAAA`;
    expect((await fixture.app.request("/api/me", { headers: { cookie: forged } })).status).toBe(401);
  });
});

describe("other pages", () => {
  it.each([
    [{ origin: "https://elsewhere.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ origin: "http://localhost" }, 200],
    [{}, 200],
  ])("with %j get %i", async (headers: Record<string, string>, status) => {
    expect((await signIn("clerk-a", password, headers)).status).toBe(status);
    const cookie = cookieOf(await signIn("clerk-a2", password));
    const response = await post("/api/auth/sign-out", {}, { cookie, ...headers });
    expect(response.status).toBe(status);
  });
});

describe("better-auth's other paths", () => {
  it.each([
    ["POST", "/api/auth/sign-up/email"],
    ["POST", "/api/auth/sign-in/email"],
    ["POST", "/api/auth/update-user"],
    ["POST", "/api/auth/change-password"],
    ["POST", "/api/auth/change-email"],
    ["POST", "/api/auth/delete-user"],
    ["POST", "/api/auth/request-password-reset"],
    ["POST", "/api/auth/is-username-available"],
    ["GET", "/api/auth/list-sessions"],
    ["GET", "/api/auth/ok"],
    ["GET", "/api/auth/error"],
    ["GET", "/api/auth/sign-in/username"],
    ["POST", "/api/auth/sign-in/username/"],
    ["POST", "/api/auth//sign-up/email"],
  ])("%s %s do not exist", async (method, path) => {
    const cookie = cookieOf(await signIn("clerk-a", password));
    const init = (headers: Record<string, string>) =>
      method === "GET" ? { headers } : { method, headers: { "content-type": "application/json", ...headers }, body: "{}" };
    expect((await fixture.app.request(path, init({ cookie }))).status).toBe(404);
    expect((await fixture.app.request(path, init({}))).status).toBe(401);
  });
});
