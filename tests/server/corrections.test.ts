/** Corrections after the lock and the history over HTTP: asked for, effect seen, granted or refused; found, filtered, paged, exported. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FoundHistory } from "../../src/app/desk/search-history.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import type { ReturnState } from "../../src/core/model/return.ts";
import { type Fixture, openFixture } from "./fixture.ts";

const home = "/api/returns/411000-01/2019";
const slot = "form/teachers.staffing/teachers.staff";
const cell = (value: string) => ({ status: "value", value });

let fixture: Fixture;
let before = "";
const ask = (who: string, method: string, path: string, body?: unknown) => fixture.as(who)(method, path, body);
const request = (value: string, id: string = randomUUID()) => ({ id, slot, after: cell(value), reason: "漏报两名临聘教师" });
const staff = async (): Promise<{ value: string | null; version: number; state: ReturnState }> => {
  const { document, version, state } = (await fixture.store.currentReturn("411000-01", 2019))!;
  return { value: document.forms["teachers.staffing"]!["teachers.staff"]!.value, version, state };
};

beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01", "411000-02", "411000-09", "411000"] });
  for (const code of ["411000-01", "411000-02", "411000-09", "411000"])
    await fixture.store.transaction((writer) =>
      writer.changeState(code, 2019, "draft", "submitted", {
        name: "submit",
        actor: "fixture",
        at: "2019-12-31T16:30:00.000Z",
        reason: "",
      }),
    );
  before = (await staff()).value!;
});
afterAll(() => fixture?.close());

describe("locking", () => {
  it("is the city's, and of accepted returns alone", async () => {
    expect((await ask("editor", "POST", `${home}/lock`)).status).toBe(422);
    for (const [who, code] of [
      ["editor", "411000-01"],
      ["editor", "411000-02"],
      ["reviewer", "411000-09"],
      ["leader", "411000"],
    ] as const)
      expect((await ask(who, "POST", `/api/returns/${code}/2019/accept`)).status).toBe(204);
    expect((await ask("reviewer", "POST", "/api/returns/411000-09/2019/lock")).status).toBe(403);
    expect((await ask("head-a", "POST", `${home}/lock`)).status).toBe(403);
    expect((await ask("clerk-a", "POST", `${home}/corrections`, request("1"))).status).toBe(422);
    expect((await ask("editor", "POST", `${home}/lock`)).status).toBe(204);
    expect((await staff()).state).toBe("locked");
    expect((await ask("editor", "POST", `${home}/return`, { reason: "再改", cells: [] })).status).toBe(422);
  });
});

describe("a correction", () => {
  const id = randomUUID();
  const decide = (who: string, body: unknown, which = id) => ask(who, "POST", `${home}/corrections/${which}/decide`, body);
  const effectOf = async (who = "editor", which = id) => ask(who, "GET", `${home}/corrections/${which}/effect`);

  it("is asked for by the school's own people or its reviewers, once for each id", async () => {
    const wanted = request(String(Number(before) + 2), id);
    expect((await ask("clerk-b", "POST", `${home}/corrections`, wanted)).status).toBe(404);
    expect((await ask("reader", "POST", `${home}/corrections`, wanted)).status).toBe(403);
    expect((await ask("clerk-a", "POST", `${home}/corrections`, request(before))).status).toBe(422);
    expect((await ask("clerk-a", "POST", `${home}/corrections`, { ...request("1"), after: cell("很多") })).status).toBe(422);
    expect((await ask("clerk-a", "POST", `${home}/corrections`, { ...request("1"), slot: "material/x" })).status).toBe(422);
    const made = await ask("clerk-a", "POST", `${home}/corrections`, wanted);
    expect(made.json).toMatchObject({
      organisationName: "莲城中等专业学校",
      label: "教职工",
      before: cell(before),
      after: wanted.after,
      state: "requested",
      name: "示例·clerk-a",
    });
    expect((await ask("clerk-a", "POST", `${home}/corrections`, wanted)).json).toEqual(made.json);
    const listed = async (who: string) => (await ask(who, "GET", "/api/corrections/2019")).json as unknown[];
    expect([await listed("clerk-a"), await listed("editor"), await listed("clerk-b")].map((each) => each.length)).toEqual([1, 1, 0]);
  });

  it("shows the city what it changes, and is granted only with that in sight", async () => {
    expect((await effectOf("clerk-a")).status).toBe(403);
    expect((await effectOf("editor", randomUUID())).status).toBe(404);
    const { json: seen } = (await effectOf()) as { json: { figures: { label: string; before: string; after: string }[]; hash: string } };
    const changed = seen.figures.find((each) => each.label === "教职工");
    expect(Number(changed!.after.replaceAll(/\D/g, "")) - Number(changed!.before.replaceAll(/\D/g, ""))).toBe(2);
    expect((await decide("clerk-a", { grant: true, reason: "同意", effect: seen.hash })).status).toBe(403);
    expect((await decide("editor", { grant: true, reason: "同意", effect: null })).status).toBe(422);
    expect((await decide("editor", { grant: true, reason: "同意", effect: "seen another" })).status).toBe(422);
    expect((await staff()).value).toBe(before);
    const granted = await decide("editor", { grant: true, reason: "同意", effect: seen.hash });
    expect(granted.json).toMatchObject({ state: "granted", decided: { name: "示例·editor", reason: "同意" } });
    expect(await staff()).toEqual({ value: String(Number(before) + 2), version: 2, state: "locked" });
    expect((await decide("editor", { grant: true, reason: "同意", effect: seen.hash })).status).toBe(422);
    expect((await fixture.store.verify()).problems).toEqual([]);
    const total = (await fixture.store.sums({ root: "411000-01", years: [2019], acceptedOnly: true })).find(
      (sum) => sum.element === "teachers.staff",
    );
    expect(total?.total).toBe(String(Number(before) + 2));
  });

  it("is refused with a reason, or overtaken by another one of the same cell", async () => {
    const [refused, first, second] = [randomUUID(), randomUUID(), randomUUID()];
    await ask("clerk-a", "POST", `${home}/corrections`, request("900", refused));
    expect((await decide("editor", { grant: false, reason: "数不对", effect: null }, refused)).json).toMatchObject({ state: "refused" });
    await ask("clerk-a", "POST", `${home}/corrections`, request("300", first));
    await ask("clerk-a", "POST", `${home}/corrections`, request("301", second));
    const { hash } = (await effectOf("leader", first)).json as { hash: string };
    expect((await decide("leader", { grant: true, reason: "同意", effect: hash }, first)).status).toBe(200);
    expect((await effectOf("editor", second)).status).toBe(422);
    expect((await decide("editor", { grant: false, reason: "已有更正", effect: null }, second)).status).toBe(200);
  });
});

describe("the history", () => {
  const search = async (who: string, query = ""): Promise<FoundHistory> => (await ask(who, "GET", `/api/history${query}`)).json;

  it("tells every act in words, newest first, with its place in the chain", async () => {
    const { lines } = await search("editor", "?organisation=411000-01&year=2019&act=correction.grant");
    expect(lines[1]).toMatchObject({
      organisationName: "莲城中等专业学校",
      actText: { zh: "准予更正", en: "Correction granted" },
      name: "示例·editor",
      byCommand: false,
      reason: "同意",
      detail: `教职工：${before} → ${Number(before) + 2}`,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const all = (await search("editor", "?organisation=411000-01&year=2019")).lines;
    expect(all.map((line) => line.act)).toContain("accept");
    const chained = all.flatMap((line) => (line.hash === null ? [] : [line.hash]));
    expect(new Set(chained).size).toBe(chained.length);
    const stored = (await fixture.store.history("411000-01")).filter((entry) => entry.year === 2019);
    expect(chained.toSorted()).toEqual(stored.map((entry) => entry.hash).toSorted());
  });

  it("is searched by words of acts, people, reasons and organisations, and filtered by days in China's time", async () => {
    expect(new Set((await search("editor", `?search=${encodeURIComponent("驳回")}`)).lines.map((line) => line.act))).toEqual(
      new Set(["correction.refuse"]),
    );
    expect((await search("editor", `?search=${encodeURIComponent("漏报两名")}`)).lines.length).toBeGreaterThan(0);
    expect(
      (await search("editor", `?search=${encodeURIComponent("许都机电")}`)).lines.every((line) => line.organisation === "411000-02"),
    ).toBe(true);
    // 16:30 UTC on New Year's Eve is half past midnight in China.
    const handedIn = async (day: string) => (await search("editor", `?from=${day}&to=${day}&act=submit`)).lines.length;
    expect([await handedIn("2019-12-31"), await handedIn("2020-01-01")]).toEqual([0, 4]);
    expect((await search("editor", "?search=%25")).lines).toEqual([]);
    expect((await ask("editor", "GET", "/api/history?from=2019-02-30")).status).toBe(400);
    expect((await ask("editor", "GET", "/api/history?from=yesterday")).status).toBe(400);
  });

  it("names who acted by command by their account, in the filter each act once", async () => {
    const person = (name: string) => ({ name: "import", actor: name, at: "2019-11-30T02:00:00.000Z", reason: "补录" });
    const tree = (await fixture.store.organisations()).filter((each) => each.code === "411000-03");
    await fixture.store.transaction((writer) => writer.saveOrganisations(tree, person("editor")));
    await fixture.store.transaction((writer) => writer.saveOrganisations(tree, person("root")));
    const { lines, acts } = await search("editor", "?organisation=411000-03&search=%E8%A1%A5%E5%BD%95");
    expect(lines.map(({ name, byCommand }) => [name, byCommand])).toEqual([
      ["root", true],
      ["示例·editor", false],
    ]);
    const byName = await search("editor", `?organisation=411000-03&search=${encodeURIComponent("示例·editor")}`);
    expect(byName.lines.some((line) => line.reason === "补录")).toBe(true);
    expect(new Set(acts.map((each) => each.text.zh)).size).toBe(acts.length);
    const both = await search("editor", "?act=correction.grant,correction.refuse");
    expect(new Set(both.lines.map((line) => line.act))).toEqual(new Set(["correction.grant", "correction.refuse"]));
  });

  it("is paged by position without gaps or repeats", async () => {
    const whole = (await search("editor", "?limit=999")).lines.map((line) => line.id);
    const paged: number[] = [];
    for (let more = true; more;) {
      const last = paged.at(-1);
      const page = await search("editor", `?limit=7${last === undefined ? "" : `&before=${last}`}`);
      paged.push(...page.lines.map((line) => line.id));
      more = page.more;
    }
    expect(paged).toEqual(whole);
  });

  it("shows each only the own subtree", async () => {
    const owners = async (who: string) => new Set((await search(who, "?limit=999")).lines.map((line) => line.organisation));
    expect(await owners("clerk-a")).toEqual(new Set(["411000-01"]));
    expect(await owners("reviewer")).toEqual(new Set(["411081", "411000-09"]));
    expect((await search("clerk-b", "?organisation=411000-01")).lines).toEqual([]);
    expect((await owners("editor")).size).toBeGreaterThan(10);
  });

  it("is exported as a workbook", async () => {
    const { status, bytes } = await ask("editor", "GET", "/api/history.xlsx?act=correction.grant");
    expect(status).toBe(200);
    const [header, ...rows] = await excelSpreadsheets.readTable(bytes);
    expect(header?.slice(0, 5)).toEqual(["时间", "单位代码", "单位", "年度", "事项"]);
    expect(rows.map((row) => row[4])).toEqual(["准予更正", "准予更正"]);
  });
});
