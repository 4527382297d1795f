/** Confirming and signing over HTTP: what blocks, what is kept, and what an edit afterwards does. */
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Summary } from "../../src/app/desk/summarise-return.ts";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import type { Finding } from "../../src/core/checking/finding.ts";
import { type Answer, type Fixture, index, openFixture, password, year } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01", "411000-02", "411000-03", "411000-04", "411000-05", "411000-06", "411000-07"] });
});
afterAll(() => fixture?.close());

const home = "/api/returns/411000-01/2019";
const staff = "form/teachers.staffing/teachers.staff";
const view = async (): Promise<ReturnView> => (await fixture.as("head-a")("GET", home)).json;
const summary = async (): Promise<Summary> => (await fixture.as("head-a")("GET", `${home}/summary`)).json;
const save = async (slot: string, content: unknown): Promise<string> => {
  const base = (await view()).revisions[slot] ?? 0;
  const { json } = await fixture.as("clerk-a")("POST", `${home}/edits`, { edits: [{ id: randomUUID(), slot, base, content }] });
  return (json as { results: { result: string }[] }).results[0]!.result;
};
const tasks = async (who: string, language: "text" | "en" = "text"): Promise<string[]> => {
  const { json } = await fixture.as(who)("GET", `/api/season/${year}/tasks`);
  return (json as { text: string; en: string }[]).map((task) => task[language]);
};
const confirm = (ledger: string): Promise<Answer> => fixture.as("department-a")("POST", `${home}/ledgers/${ledger}/confirm`);
const sign = (body: { password: string; hash: string }, who = "head-a"): Promise<Answer> => fixture.as(who)("POST", `${home}/sign`, body);

describe("confirming", () => {
  it("is refused while the ledger has a proof, and done once it is repaired; it can be taken back", async () => {
    const before = (await view()).document.forms["teachers.staffing"]!["teachers.staff"]!.value!;
    expect(await save(staff, { status: "value", value: "1" })).toBe("saved");
    const { findings } = (await fixture.as("clerk-a")("GET", `${home}/findings`)).json as { findings: Finding[] };
    expect(findings[0]).toMatchObject({
      tier: "proof",
      places: expect.arrayContaining([expect.objectContaining({ ledger: "teachers.staffing" })]),
    });
    const refused = await confirm("teachers.staffing");
    expect([refused.status, refused.json]).toEqual([422, expect.objectContaining({ detail: expect.stringContaining("硬错") })]);
    await save(staff, { status: "value", value: before });
    const done = await confirm("teachers.staffing");
    expect([done.status, done.json]).toEqual([200, [{ ledger: "teachers.staffing", name: "示例·department-a", at: expect.any(String) }]]);
    expect((await fixture.as("department-a")("DELETE", `${home}/ledgers/teachers.staffing/confirm`)).json).toEqual([]);
  });

  it("is for heads of department and ledgers that are owed", async () => {
    expect((await fixture.as("clerk-a")("POST", `${home}/ledgers/teachers.staffing/confirm`)).status).toBe(403);
    expect((await confirm("funding.government")).status).toBe(404);
    expect((await confirm("teachers.staffing")).status).toBe(200);
  });

  it("falls with an edit of the ledger, not with one of another", async () => {
    await save("form/teachers.work/teachers.exchange", { status: "notApplicable", value: null });
    await save("explanation/required", "说明");
    expect((await view()).confirmations).toHaveLength(1);
    await save(staff, { status: "value", value: "1" });
    expect((await view()).confirmations).toEqual([]);
  });
});

describe("confirming several at once", () => {
  const confirmAll = (ledgers: readonly string[], who = "department-a"): Promise<Answer> =>
    fixture.as(who)("POST", `${home}/confirm`, { ledgers });
  const acts = async (): Promise<number> => {
    const { json } = await fixture.as("head-a")("GET", "/api/history?organisation=411000-01&act=confirm");
    return (json as { lines: unknown[] }).lines.length;
  };

  it("answers for each ledger, takes those it may, and does nothing when it is sent again", async () => {
    // The last test left a proof in teachers.staffing.
    const before = await acts();
    const asked = ["party.honours", "teachers.staffing", "funding.government", "nowhere", "party.honours"];
    const first = await confirmAll(asked);
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({
      confirmations: [{ ledger: "party.honours", name: "示例·department-a" }],
      results: [
        { ledger: "party.honours", result: "confirmed" },
        { ledger: "teachers.staffing", result: "refused", message: { zh: expect.stringContaining("硬错"), en: expect.any(String) } },
        { ledger: "funding.government", result: "refused", message: { zh: expect.any(String), en: expect.any(String) } },
        { ledger: "nowhere", result: "refused", message: { zh: expect.stringContaining("nowhere"), en: expect.any(String) } },
      ],
    });
    expect(await acts()).toBe(before + 1);
    expect((await confirmAll(asked)).json).toEqual(first.json);
    expect(await acts()).toBe(before + 1);
    expect((await view()).state).toBe("draft");
    await fixture.as("department-a")("DELETE", `${home}/ledgers/party.honours/confirm`);
  });

  it("is for heads of department of the organisation itself, and names at least one ledger", async () => {
    expect((await confirmAll(["party.honours"], "clerk-a")).status).toBe(403);
    expect((await confirmAll(["party.honours"], "head-a")).status).toBe(403);
    expect((await confirmAll(["party.honours"], "clerk-b")).status).toBe(404);
    expect((await confirmAll([])).status).toBe(400);
    expect((await view()).confirmations).toEqual([]);
  });
});

describe("signing", () => {
  it("is blocked by proofs, unexplained warnings and unconfirmed ledgers, all of which are told", async () => {
    const { hash, unconfirmed } = await summary();
    const blocked = await sign({ password, hash });
    expect(blocked.status).toBe(200);
    expect(blocked.json).toMatchObject({ submitted: false, version: null, unconfirmed });
    expect((blocked.json as { blocking: Finding[] }).blocking.map((each) => each.tier)).toContain("proof");
    expect((await view()).state).toBe("draft");
  });

  it("wants the right password, and the hash of what was shown", async () => {
    const { hash } = await summary();
    expect((await sign({ password: "wrong", hash })).status).toBe(422);
    expect((await sign({ password, hash: "0".repeat(64) })).status).toBe(409);
    expect((await sign({ password, hash }, "clerk-a")).status).toBe(403);
    expect((await sign({ password, hash })).status).toBe(200);
  });

  it("hands in what was shown, once: version, signature, history and acts agree, and nothing is editable", async () => {
    const staffed = (await fixture.store.returnVersions("411000-01", year))[0]!.document.forms["teachers.staffing"]!["teachers.staff"]!
      .value!;
    await save(staff, { status: "value", value: staffed });
    for (const { check } of (await summary()).warnings)
      expect(await save(`explanation/${check}`, "情况属实，已核对原始台账")).toBe("saved");
    const { ledgers } = await view();
    const confirmed = await fixture.as("department-a")("POST", `${home}/confirm`, { ledgers });
    const { results } = confirmed.json as { results: { result: string }[] };
    expect(results.map(({ result }) => result)).toEqual(ledgers.map(() => "confirmed"));
    expect((await view()).state).toBe("confirmed");
    const shown = await summary();
    expect(shown).toMatchObject({ unconfirmed: [], proofs: [], organisationName: "莲城中等专业学校" });
    expect(shown.filled.cells).toBeGreaterThan(250);
    expect(shown.changes.length).toBeGreaterThan(5);
    const done = await sign({ password, hash: shown.hash });
    expect(done.json).toMatchObject({ submitted: true, blocking: [], unconfirmed: [], version: expect.any(Number) });
    const now = await view();
    expect(now).toMatchObject({ state: "submitted", signature: { name: "示例·head-a", hash: shown.hash }, editable: [] });
    const stored = await fixture.store.currentReturn("411000-01", year);
    expect(stored?.hash).toBe(shown.hash);
    const history = (await fixture.store.history("411000-01")).slice(-2).map((each) => each.act);
    expect(history).toEqual(["sign", "submit"]);
    expect((await fixture.store.facts({ root: "411000-01", years: [year], acceptedOnly: false })).length).toBeGreaterThan(250);
    expect(await save(staff, { status: "value", value: "2" })).toBe("refused");
    expect((await sign({ password, hash: shown.hash })).status).toBe(422);
    expect((await fixture.store.verify()).problems).toEqual([]);
  });

  it("prints a statement with the signature", async () => {
    const { bytes, type, status } = await fixture.as("head-a")("GET", `${home}/statement.pdf`);
    expect([status, type]).toEqual([200, "application/pdf"]);
    expect(new TextDecoder("latin1").decode(bytes.slice(0, 5))).toBe("%PDF-");
    if (process.env.ZHIBAO_KEEP) await writeFile(process.env.ZHIBAO_KEEP, bytes);
  });

  it("given back to one cell, lets that cell alone be edited and the rest be signed again", async () => {
    const given = await fixture.as("editor")("POST", `${home}/return`, {
      reason: "请核对教职工数",
      cells: [{ slot: staff, reason: "与上年差距大" }],
    });
    expect(given.status).toBe(204);
    const returned = await view();
    expect(returned).toMatchObject({
      state: "returned",
      returnReason: "请核对教职工数",
      requested: [{ slot: staff, reason: "与上年差距大", edited: false }],
    });
    expect(await tasks("clerk-a")).toContain("教职工情况表：退回 1 处。与上年差距大");
    expect(await tasks("head-a")).toContain("退回的 1 处还没有改，改好、确认后再签字");
    expect(await tasks("head-a", "en")).toContain("Given back and not mended yet: 1; sign once they are");
    expect(await save("form/teachers.staffing/teachers.fullTime", { status: "value", value: "1" })).toBe("refused");
    const value = returned.document.forms["teachers.staffing"]!["teachers.staff"]!.value!;
    expect(await save(staff, { status: "value", value: "1" })).toBe("saved");
    expect((await view()).confirmations.some((each) => each.ledger === "teachers.staffing")).toBe(false);
    expect(await save(staff, { status: "value", value })).toBe("saved");
    expect((await view()).requested).toEqual([{ slot: staff, reason: "与上年差距大", edited: true }]);
    expect((await tasks("clerk-a")).filter((text) => text.includes("退回"))).toEqual([]);
    expect(await tasks("head-a")).toContain("尚有 1 本台账未确认，确认后签字报送");
    expect((await confirm("teachers.staffing")).status).toBe(200);
    expect(await tasks("head-a")).toContain("台账均已确认，请核对摘要后签字报送");
    expect((await view()).state).toBe("returned");
    const done = await sign({ password, hash: (await summary()).hash });
    expect(done.json).toMatchObject({ submitted: true });
    expect((await fixture.store.verify()).problems).toEqual([]);
  });

  it("tells on its own what comparing with others finds", async () => {
    const asked = fixture.as("clerk-b");
    const path = "/api/returns/411000-09/2019/findings";
    const { findings: all }: { findings: { check: string }[] } = (await asked("GET", path)).json;
    const { findings: others }: { findings: { check: string }[] } = (await asked("GET", `${path}?of=others`)).json;
    const rules = new Map(index.knowledge.checks.map((check) => [check.code, check.rule.kind]));
    expect(others).toEqual(all.filter(({ check }) => ["outlier", "acrossLevels"].includes(rules.get(check) ?? "")));
    expect((await asked("GET", `${path}?of=mine`)).status).toBe(400);
  });

  it("shows of peers neither code nor value", async () => {
    const { json } = await fixture.as("clerk-b")("GET", "/api/returns/411000-09/2019/findings");
    const text = JSON.stringify(json);
    for (const { code } of await fixture.store.organisations()) if (/-0[1-8]$/.test(code)) expect(text).not.toContain(code);
    expect(index.knowledge.checks.some((check) => check.rule.kind === "outlier")).toBe(true);
  });
});
