/** Organisations, cycles and breaks as an administrator keeps them: by date, within the subtree, earlier years as they were. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Organisation } from "../../src/core/model/organisation.ts";
import { catalog, type Fixture, index, openFixture, password } from "./fixture.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";

let fixture: Fixture;
let administrator: ReturnType<Fixture["as"]>;
let county: ReturnType<Fixture["as"]>;
beforeAll(async () => {
  fixture = await openFixture();
  administrator = fixture.as("administrator");
  const person = {
    username: "county",
    name: "示例·县管理员",
    role: "administrator",
    organisation: "411081",
    ledgers: null,
    email: null,
  } as const;
  await fixture.world.accounts.create({ ...person, password, mustChangePassword: false });
  county = fixture.as("county");
});
afterAll(() => fixture?.close());

const school = {
  code: "411081-77",
  kind: "school",
  name: "示例新校",
  parent: "411081",
  attributes: { 办学性质: "公办" },
  from: "2020-09-01",
};
const codes = async (who: ReturnType<Fixture["as"]>, date: string): Promise<string[]> =>
  ((await who("GET", `/api/organisations?date=${date}`)).json as { code: string }[]).map((each) => each.code);
const versions = async (code: string): Promise<Organisation> => (await administrator("GET", `/api/organisations/${code}`)).json;
const firm = async (): Promise<void> => expect((await fixture.store.verify()).problems).toEqual([]);

describe("the tree", () => {
  it("is shown by date: those above, oneself, those below", async () => {
    expect((await codes(fixture.as("reviewer"), "2019-12-31")).slice(0, 2)).toEqual(["411000", "411081"]);
    expect(await codes(fixture.as("clerk-b"), "2019-12-31")).toEqual(["411000", "411081", "411000-09"]);
    expect((await administrator("GET", "/api/organisations?date=2019-02-31")).status).toBe(400);
  });

  it("takes a new school, seen at once and from its day on", async () => {
    expect((await administrator("POST", "/api/organisations", school)).json).toMatchObject({
      code: "411081-77",
      from: "2020-09-01",
      shortName: null,
    });
    expect(await codes(county, "2020-09-01")).toContain("411081-77");
    expect(await codes(county, "2020-08-31")).not.toContain("411081-77");
    expect(await codes(fixture.as("clerk-b"), "2020-09-01")).not.toContain("411081-77");
    expect((await county("GET", "/api/organisations/411081-77")).status).toBe(200);
    expect((await fixture.as("clerk-a")("GET", "/api/organisations/411081-77")).status).toBe(404);
    const account = { username: "new.school", name: "新校填报员", role: "clerk", organisation: "411081-77", ledgers: null, email: null };
    expect((await administrator("POST", "/api/accounts", account)).status).toBe(200);
    await firm();
  });

  it.each([
    ["twice", {}, 422],
    ["below a school", { code: "411081-78", parent: "411000-01" }, 422],
    ["below nobody", { code: "411081-78", parent: "999999" }, 404],
    ["below somebody who does not stand yet", { code: "411081-78", from: "1900-01-01" }, 422],
    ["with a county's code", { code: "411082" }, 400],
    ["on no day", { code: "411081-78", from: "2020-02-30" }, 400],
  ])("refuses a school %s", async (_, change, status) => {
    expect((await administrator("POST", "/api/organisations", { ...school, ...change })).status).toBe(status);
  });

  it("renames and moves from a day on; earlier years keep what they had", async () => {
    const before = (await fixture.store.returnStates("411081", 2018)).map((each) => each.organisation);
    expect(before).toContain("411000-09");
    const moved = await administrator("POST", "/api/organisations/411000-09/versions", {
      from: "2021-01-01",
      name: "更名后的学校",
      parent: "411000",
    });
    expect((moved.json as Organisation).versions.map(({ from, to, parent }) => [from, to, parent]).slice(-2)).toEqual([
      [expect.any(String), "2021-01-01", "411081"],
      ["2021-01-01", null, "411000"],
    ]);
    expect((await fixture.store.returnStates("411081", 2018)).map((each) => each.organisation)).toEqual(before);
    expect(await codes(county, "2020-12-31")).toContain("411000-09");
    expect(await codes(county, "2021-01-01")).not.toContain("411000-09");
    expect((await fixture.as("reviewer")("GET", "/api/figures/411000-09/2018")).status).not.toBe(404);
    expect((await county("POST", "/api/organisations/411000-09/versions", { from: "2022-01-01", name: "不归我管" })).status).toBe(404);
    const corrected = await administrator("POST", "/api/organisations/411000-09/versions", { from: "2021-01-01", name: "更正的名称" });
    expect((corrected.json as Organisation).versions.slice(-1)).toMatchObject([
      { from: "2021-01-01", name: "更正的名称", parent: "411000" },
    ]);
    expect((await administrator("POST", "/api/organisations/411000-09/versions", { from: "2020-01-01", name: "太早" })).status).toBe(422);
    await firm();
  });

  it("lets no one stand below itself, and an administrator move nothing into another's subtree", async () => {
    expect((await administrator("POST", "/api/organisations/411081/versions", { from: "2022-01-01", parent: "411000-01" })).status).toBe(
      422,
    );
    expect((await administrator("POST", "/api/organisations/411000/versions", { from: "2022-01-01", parent: "411081" })).status).toBe(422);
    expect((await county("POST", "/api/organisations/411081-77/versions", { from: "2022-01-01", parent: "411000" })).status).toBe(404);
  });

  it("closes what stands alone", async () => {
    const reason = "停止办学";
    expect((await administrator("POST", "/api/organisations/411081/close", { on: "2023-01-01", reason })).status).toBe(422);
    expect((await county("POST", "/api/organisations/411081/close", { on: "2023-01-01", reason })).status).toBe(422);
    expect((await county("POST", "/api/organisations/411000-01/close", { on: "2023-01-01", reason })).status).toBe(404);
    expect((await county("POST", "/api/organisations/411081-77/close", { on: "2023-01-01", reason })).status).toBe(204);
    expect((await county("POST", "/api/organisations/411081-77/close", { on: "2024-01-01", reason })).status).toBe(422);
    expect(await codes(county, "2022-12-31")).toContain("411081-77");
    expect(await codes(county, "2023-01-01")).not.toContain("411081-77");
    expect((await county("GET", "/api/organisations/411081-77")).status).toBe(200);
    await firm();
  });

  it("merges a county with its schools into another", async () => {
    const reason = "区划调整";
    await administrator("POST", "/api/organisations", { ...school, code: "411081-90" });
    const on = "2024-01-01";
    expect((await administrator("POST", "/api/organisations/411081/merge", { on, into: "411000-01", reason })).status).toBe(422);
    const counties = (await fixture.store.organisations()).filter((each) => each.kind === "county").map((each) => each.code);
    const into = counties.find((code) => code !== "411081")!;
    expect((await administrator("POST", "/api/organisations/411081/merge", { on, into, reason })).status).toBe(204);
    expect((await versions("411081")).mergedInto).toBe(into);
    const children = (await fixture.store.organisations()).filter((each) =>
      each.versions.some((version) => version.parent === "411081" && version.to === on),
    );
    expect(children.length).toBeGreaterThan(0);
    expect(children.every((each) => each.versions.at(-1)?.parent === into)).toBe(true);
    await firm();
  });

  const header = ["代码", "名称", "类别", "上级代码", "办学性质", "设立日期"];
  const upload = async (rows: readonly (readonly string[])[], query = "", who = administrator) => {
    const bytes = await excelSpreadsheets.writeTable([
      { name: "机构", header: [header], rows: rows.map((row) => row.map((text) => ({ text, numeric: false }))), frozenColumns: 0 },
    ]);
    const form = new FormData();
    form.append("file", new File([bytes as Uint8Array<ArrayBuffer>], "organisations.xlsx"));
    return who("POST", `/api/organisations/import${query}`, form);
  };
  const exists = async (code: string): Promise<boolean> => (await fixture.store.organisations()).some((each) => each.code === code);

  it("grows by a table, all or nothing, every wrong cell named by its row in the sheet", async () => {
    const bad = await upload([
      ["411000-81", "甲校", "学校", "411000"],
      [],
      ["411000-82", "乙校", "学校", "999999"],
      ["411000-83", "丙", "大学", "411000", "公立"],
      ["411000-81", "又一个甲校", "学校", "411000", "", "2019/9"],
      ["411000", "城内", "学校", ""],
    ]);
    const { count, problems } = bad.json as {
      count: number;
      problems: { row: number; column: string; found: string; message: { zh: string } }[];
    };
    expect([bad.status, count, await exists("411000-81")]).toEqual([200, 0, false]);
    expect(problems.map(({ row, column, found }) => [row, column, found])).toEqual([
      [4, "上级代码", "999999"],
      [5, "类别", "大学"],
      [5, "名称", "丙"],
      [5, "办学性质", "公立"],
      [6, "设立日期", "2019/9"],
      [7, "代码", "411000"],
    ]);
    expect(problems[1]?.message.zh).toBe("第 5 行“类别”：填的是“大学”，应为市、县区、学校之一");
  });

  it("shows what a table would do before it does it, and keeps what is known as it is", async () => {
    const rows = [
      ["411000-81", "甲校", "学校", "411000", "公办"],
      ["411000-01", "已有的学校", "学校", "411000"],
    ];
    const seen = await upload(rows, "?preview=true");
    expect(seen.json).toMatchObject({
      count: 1,
      problems: [],
      lines: [
        { row: 2, code: "411000-81", kind: "school", state: "new", differs: "" },
        { row: 3, code: "411000-01", state: "different", differs: expect.stringContaining("名称 ") },
      ],
    });
    expect(await exists("411000-81")).toBe(false);
    expect((await upload(rows)).json).toMatchObject({ count: 1, problems: [] });
    expect((await versions("411000-81")).versions[0]).toMatchObject({ name: "甲校", from: "1949-10-01" });
    expect((await versions("411000-01")).versions[0]?.name).not.toBe("已有的学校");
    expect((await upload(rows)).json).toMatchObject({ count: 0 });
    await firm();
  });

  it("is filled into a form that says what may stand where, and comes back", async () => {
    const answer = await fixture.as("administrator")("GET", "/api/organisations/template.xlsx");
    expect(answer.status).toBe(200);
    const sheets = await excelSpreadsheets.readSheets(answer.bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(["机构", "怎么填", "已有机构"]);
    expect(sheets[0]!.rows[0]!.cells.slice(0, 4)).toEqual(["代码", "名称", "类别", "上级代码"]);
    expect(sheets[2]!.rows.map(({ cells }) => cells[0])).toContain("411000-01");
    expect((await fixture.as("clerk-a")("GET", "/api/organisations/template.xlsx")).status).toBe(403);
    const theirs = await excelSpreadsheets.readSheets((await county("GET", "/api/organisations/template.xlsx")).bytes);
    expect(theirs[2]!.rows.map(({ cells }) => cells[0])).not.toContain("411000-01");
  });

  it("takes what has always been there without a day, and a day of founding that was wrong is corrected", async () => {
    const { from: _, ...old } = { ...school, code: "411000-84", name: "老学校", parent: "411000" };
    expect((await administrator("POST", "/api/organisations", old)).json).toMatchObject({ from: "1949-10-01" });
    await administrator("POST", "/api/organisations", { ...old, code: "411000-85", from: "2030-01-01" });
    expect(await codes(administrator, "2019-12-31")).not.toContain("411000-85");
    await administrator("POST", "/api/organisations/411000-85/versions", { from: "2019-01-01" });
    expect(await codes(administrator, "2019-12-31")).toContain("411000-85");
    expect((await versions("411000-85")).versions).toHaveLength(1);
    await firm();
  });
});

describe("cycles and breaks", () => {
  const cycle = {
    organisation: "411000",
    year: 2020,
    titleYear: 2021,
    period: "calendarYear",
    deadlines: { school: "2020-12-15", county: "2021-01-05", city: "2021-01-20" },
    outlines: { city: "2016-city", school: "2016-school" },
  };

  it("are opened once and changed in place", async () => {
    expect((await administrator("POST", "/api/cycles", { ...cycle, outlines: { city: "none", school: "2016-school" } })).status).toBe(404);
    expect((await county("POST", "/api/cycles", cycle)).status).toBe(404);
    expect((await administrator("POST", "/api/cycles", cycle)).json).toMatchObject({ year: 2020, titleYear: 2021, catalog });
    expect((await administrator("POST", "/api/cycles", cycle)).status).toBe(422);
    const changed = await administrator("PATCH", "/api/cycles/411000/2020", {
      issuedOn: "2021-02-20",
      deadlines: { school: "2020-12-20" },
    });
    expect(changed.json).toMatchObject({
      titleYear: 2021,
      issuedOn: "2021-02-20",
      deadlines: { school: "2020-12-20", county: "2021-01-05" },
    });
    const extended = await administrator("PATCH", "/api/cycles/411000/2020", { extensions: { "411000-01": "2021-01-10" } });
    expect(extended.json).toMatchObject({ deadlines: { school: "2020-12-20" }, extensions: { "411000-01": "2021-01-10" } });
    // What another change says nothing of stays; an empty list takes all of them back.
    expect((await administrator("PATCH", "/api/cycles/411000/2020", { titleYear: 2021 })).json).toMatchObject({
      extensions: { "411000-01": "2021-01-10" },
    });
    expect((await administrator("PATCH", "/api/cycles/411000/2020", { extensions: {} })).json).toMatchObject({ extensions: {} });
    expect((await administrator("PATCH", "/api/cycles/411000/2031", { titleYear: 2031 })).status).toBe(404);
    expect(((await fixture.as("clerk-a")("GET", "/api/cycles")).json as { year: number }[]).map((each) => each.year)).toEqual([
      2018, 2019, 2020,
    ]);
    await firm();
  });

  it("note breaks of measures that exist", async () => {
    const entry = { organisation: "411000", measure: index.knowledge.elements[0]!.code, year: 2019, reason: "口径改变" };
    expect((await administrator("POST", "/api/breaks", { ...entry, measure: "none" })).status).toBe(404);
    expect((await administrator("POST", "/api/breaks", entry)).status).toBe(204);
    expect((await fixture.as("clerk-b")("GET", "/api/breaks")).json).toEqual([entry]);
    expect((await county("POST", "/api/breaks", entry)).status).toBe(404);
  });
});

describe("the catalog", () => {
  it("is kept for ever by its hash, and asked for again as current", async () => {
    const me = { cookie: "" };
    const response = await fixture.app.request("/api/auth/sign-in/username", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "clerk-a", password }),
    });
    me.cookie = response.headers.getSetCookie()[0]!.split(";", 1)[0]!;
    const byHash = await fixture.app.request(`/api/catalog/${catalog}`, { headers: me });
    expect(byHash.headers.get("cache-control")).toContain("immutable");
    expect(await byHash.json()).toEqual(JSON.parse(JSON.stringify(index.knowledge)));
    const current = await fixture.app.request("/api/catalog/current", { headers: me });
    expect(current.headers.get("cache-control")).toContain("no-cache");
    const etag = current.headers.get("etag")!;
    const again = await fixture.app.request("/api/catalog/current", { headers: { ...me, "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const packed = await fixture.app.request("/api/catalog/current", { headers: { ...me, "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan(200_000);
    expect((await fixture.as("clerk-a")("GET", "/api/catalog/0000")).status).toBe(404);
  });
});
