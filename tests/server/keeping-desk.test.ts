/** The desk in backup, restore and verify: everything comes back, people sign in again, and tampering is told. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresBackups } from "../../src/adapters/postgres/backups.ts";
import { setting } from "../../src/adapters/postgres/desk/settings.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import { createApp } from "../../src/server/app.ts";
import { catalog, type Fixture, index, openFixture, signIn, worldOver } from "./fixture.ts";

const home = "/api/returns/411000-01/2019";
const slot = "form/teachers.staffing/teachers.staff";
const quiet = (): void => undefined;
let fixture: Fixture;
let folder = "";
let restored: PostgresStore;

beforeAll(async () => {
  fixture = await openFixture();
  folder = await mkdtemp(join(tmpdir(), "zhibao-keeping-"));
  await setting(fixture.store.database, "cookie-secret", () => "of the origin");
  const clerk = fixture.as("clerk-a");
  await clerk("POST", `${home}/edits`, { edits: [{ id: randomUUID(), slot, base: 0, content: { status: "value", value: "7" } }] });
  const form = new FormData();
  form.set("place", "statement");
  form.set("file", new File(["%PDF-1.7 扫描"], "a.pdf"));
  await clerk("POST", `${home}/evidence`, form);
  await clerk("POST", `${home}/comments`, { id: randomUUID(), slot, thread: null, text: "请核对" });
  await fixture.as("department-a")("POST", `${home}/ledgers/party.honours/confirm`);
  await postgresBackups.backup(fixture.store, join(folder, "backup"), quiet);
  restored = await openStore({ dataDir: join(folder, "data") }, storeKnowledge(index, catalog));
  await setting(restored.database, "cookie-secret", () => "of the empty store");
});
afterAll(async () => {
  await restored?.close();
  await fixture?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the desk", () => {
  it("comes back whole on another server, with its accounts and their passwords", async () => {
    const counts = await postgresBackups.restore(() => Promise.resolve(restored), join(folder, "backup"), quiet);
    expect(counts).toMatchObject({
      user: 13,
      account: 13,
      working_batches: 1,
      working_slots: 1,
      evidence: 1,
      comments: 1,
      confirmations: 1,
      settings: 1,
    });
    expect(counts.acts).toBeGreaterThan(1);
    expect(await setting(restored.database, "cookie-secret", () => "new")).toBe("of the origin");
    const app = createApp(worldOver(restored));
    const cookie = await signIn(app, "clerk-a");
    const response = await app.request(home, { headers: { cookie } });
    const before: ReturnView = (await fixture.as("clerk-a")("GET", home)).json;
    expect(await response.json()).toEqual(before);
    expect((await restored.verify()).problems).toEqual([]);
    const more = await app.request(`${home}/evidence`, { headers: { cookie } });
    const [paper] = (await more.json()) as { id: string }[];
    expect((await app.request(`${home}/evidence/${paper!.id}`, { method: "DELETE", headers: { cookie } })).status).toBe(204);
  });

  it.each([
    ["a slot's content", sql`update working_slots set content = '{"status": "value", "value": "8"}'`, "工作稿 411000-01 2019"],
    ["a sequence", sql`update working_heads set applied = 99`, "已入版的序号"],
    ["evidence", sql`update evidence_contents set content = '\\x00'`, "佐证 411000-01"],
    [
      "a signature",
      sql`insert into signatures values ('411000-01', 2018, 1, 'f00', 'x', 'x', '2019-01-01')`,
      "签字 411000-01 2018 第 1 版",
    ],
    ["an act's chained entry", sql`update acts set hash = 'f00' where id = (select min(id) from acts)`, "所指的历史条目不存在"],
  ])("tells when somebody tampered with %s", async (_, tamper, said) => {
    await tamper.execute(fixture.store.database);
    expect((await fixture.store.verify()).problems.join("\n")).toContain(said);
  });
});
