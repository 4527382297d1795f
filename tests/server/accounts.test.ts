/** Accounts: the first administrator's link, keeping them within the subtree, one-time passwords, a table of many. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccounts } from "../../src/adapters/accounts/accounts.ts";
import { createSetup } from "../../src/adapters/accounts/setup.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { roleNames } from "../../src/app/account-rules.ts";
import { createApp } from "../../src/server/app.ts";
import { roleWords } from "../../src/web/messages/shell.ts";
import { catalog, type Fixture, index, openFixture, password } from "./fixture.ts";

let fixture: Fixture;
let administrator: ReturnType<Fixture["as"]>;
beforeAll(async () => {
  fixture = await openFixture();
  administrator = fixture.as("administrator");
});
afterAll(() => fixture?.close());

const draft = {
  username: "new.clerk",
  name: "新填报员",
  role: "clerk",
  organisation: "411000-02",
  ledgers: ["students.enrolment"],
  email: null,
};
const signIn = (username: string, given: string): Promise<Response> =>
  Promise.resolve(
    fixture.app.request("/api/auth/sign-in/username", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password: given }),
    }),
  );
const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(";", 1)[0] ?? "";

describe("an account", () => {
  it("is made with a one-time password that opens nothing but its own change", async () => {
    const made = (await administrator("POST", "/api/accounts", draft)).json as {
      account: { id: string; organisationName: string };
      password: string;
    };
    expect(made.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(made.account.organisationName).not.toBe("411000-02");
    const first = await signIn("new.clerk", made.password);
    const headers = { cookie: cookieOf(first), "content-type": "application/json" };
    expect((await fixture.app.request("/api/me", { headers })).status).toBe(200);
    expect((await fixture.app.request("/api/organisations", { headers })).status).toBe(403);
    const change = (current: string, next: string) =>
      fixture.app.request("/api/me/password", { method: "POST", headers, body: JSON.stringify({ current, next }) });
    expect((await change("not-the-password", "a-better-one-42")).status).toBe(422);
    for (const weak of [made.password, "new.clerk-2019", "aaaaaaaaaaaa"]) expect((await change(made.password, weak)).status).toBe(422);
    expect((await change(made.password, "short")).status).toBe(400);
    const elsewhere = cookieOf(await signIn("new.clerk", made.password));
    expect((await change(made.password, "a-better-one-42")).status).toBe(204);
    expect((await fixture.app.request("/api/organisations", { headers })).status).toBe(200);
    expect((await fixture.app.request("/api/me", { headers: { cookie: elsewhere } })).status).toBe(401);
    expect([(await signIn("new.clerk", made.password)).status, (await signIn("new.clerk", "a-better-one-42")).status]).toEqual([401, 200]);
    const again = (await administrator("POST", `/api/accounts/${made.account.id}/password`)).json as { password: string };
    expect((await fixture.app.request("/api/me", { headers })).status).toBe(401);
    expect((await signIn("new.clerk", again.password)).status).toBe(200);
  });

  it.each([
    ["a name that is taken", { username: "Clerk-A" }, 422],
    ["a ledger that the school does not owe", { ledgers: ["no.such.ledger"] }, 422],
    ["a city's ledger for a school", { ledgers: [index.knowledge.ledgers.find((each) => !each.reportedBy.includes("school"))!.code] }, 422],
    ["ledgers for a reader", { role: "reader" }, 422],
    ["an editor at a school", { role: "editor", ledgers: null }, 422],
    ["a reviewer at a school", { role: "reviewer", ledgers: null }, 422],
    ["an unknown organisation", { organisation: "999999" }, 404],
    ["a bad user name", { username: "无" }, 400],
    ["a bad address", { email: "nowhere" }, 400],
  ])("is refused: %s", async (_, change, status) => {
    const answer = await administrator("POST", "/api/accounts", { ...draft, username: "refused", ...change });
    expect([answer.status, answer.type]).toEqual([status, "application/problem+json; charset=utf-8"]);
    expect((await fixture.world.accounts.taken(["refused"])).size).toBe(0);
  });

  it("is found by name, organisation and role", async () => {
    const search = async (text: string) =>
      ((await administrator("GET", `/api/accounts?search=${encodeURIComponent(text)}`)).json as { username: string }[]).map(
        (each) => each.username,
      );
    expect(await search("head-a")).toEqual(["head-a"]);
    expect(await search("411081")).toContain("reviewer");
    expect(await search("科室负责人")).toEqual(["department-a", "department-b"]);
  });

  it("is changed in sight of the history, and nobody locks themselves out", async () => {
    const me = (await administrator("GET", "/api/me")).json as { id: string };
    for (const change of [{ disabled: true }, { role: "reader" }, { organisation: "411081" }])
      expect((await administrator("PATCH", `/api/accounts/${me.id}`, change)).status).toBe(422);
    const [clerk] = (await administrator("GET", "/api/accounts?search=clerk-a2")).json as { id: string }[];
    const changed = await administrator("PATCH", `/api/accounts/${clerk!.id}`, {
      name: "示例·改名",
      ledgers: ["students.enrolment"],
      email: "a@b.example",
    });
    expect(changed.json).toMatchObject({ name: "示例·改名", ledgers: ["students.enrolment"], email: "a@b.example" });
    expect((await fixture.as("clerk-a2")("GET", "/api/me")).json).toMatchObject({ ledgers: ["students.enrolment"] });
    const acts = await fixture.store.database
      .selectFrom("acts")
      .select(["act", "detail", "organisation"])
      .where("act", "=", "account.change")
      .execute();
    expect(acts.at(-1)).toMatchObject({ organisation: "411000-01", detail: expect.stringContaining("姓名 示例·clerk-a2 → 示例·改名") });
    expect(acts.at(-1)?.detail).not.toContain("a@b.example");
    expect((await administrator("PATCH", `/api/accounts/${clerk!.id}`, { email: "A@B.example" })).status).toBe(200);
    const [other] = (await administrator("GET", "/api/accounts?search=head-a")).json as { id: string }[];
    expect((await administrator("PATCH", `/api/accounts/${other!.id}`, { email: "a@b.example" })).status).toBe(422);
  });

  it("is kept by administrators of its own subtree alone", async () => {
    const made = (
      await administrator("POST", "/api/accounts", {
        ...draft,
        username: "county.admin",
        role: "administrator",
        organisation: "411081",
        ledgers: null,
      })
    ).json as { password: string };
    const { id } = (await fixture.world.accounts.list("411081")).find((line) => line.username === "county.admin")!;
    await fixture.world.accounts.setPassword(id, password, false);
    expect(made.password).not.toBe(password);
    const county = fixture.as("county.admin");
    const names = ((await county("GET", "/api/accounts")).json as { username: string }[]).map((each) => each.username);
    expect(names).toEqual(expect.arrayContaining(["reviewer", "clerk-b", "county.admin"]));
    expect(names).not.toContain("clerk-a");
    const [outside] = (await administrator("GET", "/api/accounts?search=clerk-a")).json as { id: string }[];
    const [inside] = (await administrator("GET", "/api/accounts?search=clerk-b")).json as { id: string }[];
    for (const [method, path, body] of [
      ["PATCH", "", { name: "x" }],
      ["POST", "/password", undefined],
      ["DELETE", "/sessions", undefined],
    ] as const) {
      expect((await county(method, `/api/accounts/${outside!.id}${path}`, body)).status).toBe(404);
      expect((await county(method, `/api/accounts/${inside!.id}${path}`, body)).status).toBeLessThan(300);
    }
    expect((await county("POST", "/api/accounts", { ...draft, username: "outside" })).status).toBe(404);
    expect((await county("PATCH", `/api/accounts/${inside!.id}`, { organisation: "411000-01" })).status).toBe(404);
  });
});

describe("a table of accounts", () => {
  const upload = async (rows: readonly (readonly string[])[], header = ["用户名", "姓名", "角色", "单位代码", "台账", "邮箱"]) => {
    const bytes = await excelSpreadsheets.writeTable([
      { name: "账号", header: [header], rows: rows.map((row) => row.map((text) => ({ text, numeric: false }))), frozenColumns: 0 },
    ]);
    const form = new FormData();
    form.append("file", new File([bytes as Uint8Array<ArrayBuffer>], "accounts.xlsx"));
    return administrator("POST", "/api/accounts/import", form);
  };

  it("calls the roles as the pages do", () => {
    expect(roleNames).toEqual(Object.fromEntries(Object.entries(roleWords).map(([role, { zh }]) => [role, zh])));
  });

  it("makes all of them, each with a password", async () => {
    const answer = await upload([
      ["t.clerk", "甲", "科室填报人", "411000-03", index.ledgers.get("students.enrolment")!.zh, ""],
      ["t.head", "乙", "head", "411000-03", "", "t@example.org"],
    ]);
    const { created, problems } = answer.json as { created: { username: string; password: string }[]; problems: unknown[] };
    expect(problems).toEqual([]);
    expect(created.map((each) => each.username)).toEqual(["t.clerk", "t.head"]);
    expect((await signIn("t.clerk", created[0]!.password)).status).toBe(200);
    expect((await fixture.world.accounts.list("411000-03")).map(({ username, ledgers }) => [username, ledgers])).toEqual([
      ["t.clerk", ["students.enrolment"]],
      ["t.head", null],
    ]);
  });

  it("makes none when one row is wrong, and tells every wrong cell", async () => {
    const answer = await upload([
      ["good.one", "丙", "科室填报人", "411000-03", "", ""],
      ["t.clerk", "丁", "科室填报人", "411000-03", "", ""],
      ["good.one", "戊", "科室填报人", "411000-03", "", ""],
      ["x", "", "校长", "999999", "", "nowhere"],
      ["two.words", "己", "查阅者", "411000-03", index.ledgers.get("students.enrolment")!.zh, ""],
      ["ledger.one", "庚", "科室填报人", "411000-03", "没有的台账", ""],
      ["school.editor", "辛", "市级编辑", "411000-03", "", ""],
    ]);
    const { created, problems } = answer.json as {
      created: unknown[];
      problems: { row: number; column: string; found: string; expected: string }[];
    };
    expect(created).toEqual([]);
    expect(problems.map(({ row, column, found }) => `${row} ${column} ${found}`)).toEqual([
      "3 用户名 t.clerk",
      "4 用户名 good.one",
      "5 用户名 x",
      "5 姓名 ",
      "5 角色 校长",
      "5 邮箱 nowhere",
      "5 单位代码 999999",
      `6 台账 ${index.ledgers.get("students.enrolment")!.zh}`,
      "7 台账 没有的台账",
      "8 角色 市级编辑",
    ]);
    expect(problems.every((problem) => problem.expected !== "")).toBe(true);
    expect((await fixture.world.accounts.taken(["good.one"])).size).toBe(0);
  });

  it("is refused whole without its columns, or when it is no workbook", async () => {
    const header = await upload([], ["用户名", "姓名"]);
    expect([header.status, (header.json as { detail: string }).detail]).toEqual([422, expect.stringContaining("角色")]);
    const form = new FormData();
    form.append("file", new File(["hello"], "a.xlsx"));
    const broken = await administrator("POST", "/api/accounts/import", form);
    expect([broken.status, broken.type]).toEqual([422, "application/problem+json; charset=utf-8"]);
  });

  it("has a template that can be read back", async () => {
    const { bytes } = await administrator("GET", "/api/accounts/template.xlsx");
    expect((await excelSpreadsheets.readTable(bytes))[0]).toEqual(["用户名", "姓名", "角色", "单位代码", "台账", "邮箱"]);
  });
});

describe("the first administrator", () => {
  it("comes by the link once, with the city, and nobody after", async () => {
    const home = await mkdtemp(join(tmpdir(), "zhibao-setup-"));
    const store = await openStore({ dataDir: join(home, "data") }, storeKnowledge(index, catalog));
    try {
      const accounts = createAccounts({ database: store.database, secret: "s".repeat(64), secure: false });
      const setup = createSetup(store.database);
      const app = createApp({ ...fixture.world, store, accounts, setup });
      const request = { username: "first", name: "首位", password: "one-good-word-1", organisation: "410500", organisationName: "示例市" };
      const send = async (body: object): Promise<number> =>
        (await app.request("/api/setup", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }))
          .status;
      expect(await (await app.request("/api/setup")).json()).toEqual({ open: true, demo: false });
      expect(await send({ ...request, token: "" })).toBe(422);
      const old = await setup.issue();
      const token = await setup.issue();
      expect(JSON.stringify(await store.database.selectFrom("settings").selectAll().execute())).not.toContain(token);
      expect(await send({ ...request, token: old })).toBe(422);
      for (const organisation of ["410500-01", "410000", "410581"]) expect(await send({ ...request, token, organisation })).toBe(422);
      expect(await send({ ...request, token, password: "first-first-first" })).toBe(422);
      const both = await Promise.all([send({ ...request, token }), send({ ...request, token, username: "second" })]);
      expect(both.toSorted()).toEqual([200, 422]);
      expect((await accounts.list(null)).map(({ role, organisation }) => [role, organisation])).toEqual([["administrator", "410500"]]);
      expect((await store.organisations()).map(({ code, kind }) => [code, kind])).toEqual([["410500", "city"]]);
      expect(await (await app.request("/api/setup")).json()).toEqual({ open: false, demo: false });
      expect(await send({ ...request, token: await setup.issue(), username: "third" })).toBe(422);
      expect((await store.verify()).problems).toEqual([]);
    } finally {
      await store.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});
