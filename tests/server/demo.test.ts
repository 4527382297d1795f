/** The demo server's city stands in the middle of its season, is made once, and is mixed up with nobody's real data. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAccounts } from "../../src/adapters/accounts/accounts.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import type { Accounts } from "../../src/app/accounts.ts";
import { findingsOf } from "../../src/app/findings.ts";
import type { Clock } from "../../src/app/ports.ts";
import { knownOf } from "../../src/app/known-figures.ts";
import { composeFor } from "../../src/app/report.ts";
import { filingStatus } from "../../src/app/status.ts";
import { tiedAudit } from "../../src/app/tied-audit.ts";
import { demoClock, demoMorning } from "../../src/main/demo/clock.ts";
import { assertNoDemo, prepareDemo } from "../../src/main/demo/prepare.ts";
import { productionEnvironment } from "../../src/main/environment.ts";
import { readPlainText } from "../../src/readers/plain-text.ts";

const folder = mkdtempSync(join(tmpdir(), "zhibao-demo-"));
const environment = productionEnvironment();
const told: string[] = [];
let store: PostgresStore;
let accounts: Accounts;
let clock: Clock;

const prepare = (): Promise<Clock> => prepareDemo(environment, store, accounts, (_done, _total, what) => told.push(what));

beforeAll(async () => {
  store = await openStore({ dataDir: folder }, storeKnowledge(environment.index, environment.catalog));
  accounts = createAccounts({ database: store.database, secret: "s".repeat(64), secure: false });
  clock = await prepare();
}, 240_000);

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it("has schools accepted, waiting, given back, being filled and late", async () => {
  expect(told.length).toBeGreaterThan(20);
  const lines = await filingStatus(store, environment.index, "411000", 2019, clock.now());
  const schools = lines.filter((line) => line.kind === "school");
  const by = (state: string) => schools.filter((line) => line.state === state).map((line) => line.organisation);
  expect(by("accepted")).toHaveLength(4);
  expect(by("submitted")).toEqual(["411000-06", "411000-09"]);
  expect(by("returned")).toEqual(["411000-02"]);
  expect(lines.filter((line) => line.late).map((line) => line.organisation)).toEqual(["411000-05", "411000-07"]);
  expect(new Set(lines.filter((line) => line.kind === "county").map((line) => line.state))).toEqual(
    new Set(["accepted", "submitted", "draft", "none"]),
  );
  expect((await store.returnStates("411000", 2018)).map((entry) => entry.state)).toEqual(Array.from({ length: 16 }, () => "locked"));
});

it("shows the school being filled one proof, and warnings", async () => {
  const tiers = (await findingsOf(store, environment.index, 2019, "411000-01")).map((finding) => finding.tier);
  expect(tiers.filter((tier) => tier === "proof")).toHaveLength(1);
  expect(tiers.filter((tier) => tier === "warning").length).toBeGreaterThan(5);
});

it.each([false, true])(
  "has a report whose audit is clean in the middle of the season, but for a draft's own proof; accepted returns alone: %s",
  async (acceptedOnly) => {
    const { index, documents, writers } = environment;
    const { evaluator, report } = await store.snapshot((reader) => composeFor(reader, index, "411000", 2019, acceptedOnly));
    const written = await writers.find((each) => each.format === "docx")!.write(report);
    const document = await documents.read("report.docx", written);
    const known = knownOf(evaluator, report);
    for (const each of [document, readPlainText("report.txt", document.text)]) {
      const { findings } = tiedAudit(each, { index, year: 2019 }, known);
      // The draft of the school with a proof: its reasons for leaving make 27 more or less than its leavers, and so do the city's.
      expect(findings.filter(({ tier }) => tier !== "note").map(({ code, proof }) => `${code} ${proof}`)).toEqual(
        acceptedOnly ? [] : ["SUM 1017 + 818 + 270 + 1014 + 237 = 3356 ≠ 3383人"],
      );
    }
    // With drafts 暂定 is said of who has one; without them nobody's figures are provisional, and who is left out is named once.
    expect(document.text.includes("暂定数：")).toBe(!acceptedOnly);
    expect(document.text).toMatch(/以下单位没有数据计入本报告：[^。]*清潩河科技职业学校/);
  },
);

it("dates everything before its morning, in order, with plausible people", async () => {
  const history = await store.history("411000-02");
  const dates = history.map((entry) => entry.at);
  expect(dates).toEqual(dates.toSorted());
  expect(dates.at(-1)! < demoMorning).toBe(true);
  expect((await accounts.list("411000")).every((line) => line.name.startsWith("示例·"))).toBe(true);
});

it("agrees with itself, signatures included: it can be backed up and restored", async () => {
  expect((await store.verify()).problems).toEqual([]);
});

it("goes on where it was left at the second start", async () => {
  const before = (await store.history("411000-01")).length;
  told.length = 0;
  await prepare();
  expect(told).toEqual([]);
  expect((await store.history("411000-01")).length).toBe(before);
  await expect(assertNoDemo(store)).rejects.toMatchObject({ code: "data-of-demo" });
});

it("takes up a first start that was broken off", async () => {
  await store.database
    .updateTable("settings")
    .set({ value: '"begun"' as never })
    .where("name", "=", "demo")
    .execute();
  await store.database.deleteFrom("user").where("username", "in", ["editor", "leader"]).execute();
  const before = (await store.history("411000-02")).length;
  await prepare();
  expect((await store.history("411000-02")).length).toBe(before);
  expect((await accounts.list("411000")).map((line) => line.username)).toContain("leader");
}, 120_000);

it("never makes public accounts beside real data", async () => {
  await store.database.deleteFrom("settings").where("name", "=", "demo").execute();
  await expect(prepare()).rejects.toMatchObject({ code: "demo-on-data" });
});

it("stands at its morning, or at the last act, and runs on", () => {
  let real = Date.parse("2031-05-06T00:00:00.000Z");
  const ticking: Clock = { now: () => new Date(real).toISOString() };
  const first = demoClock(ticking, null);
  expect(first.now().slice(0, 10)).toBe("2020-01-08");
  real += 3_600_000;
  expect(first.now() > "2020-01-08T02:00").toBe(true);
  expect(demoClock(ticking, "2020-01-11T03:00:00.000Z").now()).toBe("2020-01-11T03:00:01.000Z");
});
