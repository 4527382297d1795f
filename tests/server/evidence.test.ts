/** Evidence over HTTP: type by content, size, one copy of one content, withdrawal, and its acts. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Evidence } from "../../src/app/desk/evidence.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { sha256 } from "../../src/adapters/system/hash.ts";
import { type Answer, type Fixture, openFixture } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture?.close());

const home = "/api/returns/411000-01/2019/evidence";
const pdf = new TextEncoder().encode("%PDF-1.7\n确认表");
const attach = (bytes: Uint8Array, place: string, name = "扫描件.pdf", who = "clerk-a"): Promise<Answer> => {
  const form = new FormData();
  form.set("place", place);
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  return fixture.as(who)("POST", home, form);
};
const list = async (): Promise<Evidence[]> => (await fixture.as("reader")("GET", home)).json;

describe("evidence", () => {
  it("is stored once by its content, listed, and given back unchanged", async () => {
    const first = (await attach(pdf, "statement", "C:\\扫描\\确认表.pdf")).json as Evidence;
    expect(first).toMatchObject({ name: "确认表.pdf", type: "application/pdf", size: pdf.length, hash: sha256(pdf), by: "示例·clerk-a" });
    await attach(pdf, "form/teachers.staffing/teachers.staff");
    expect(await fixture.store.database.selectFrom("evidence_contents").selectAll().execute()).toHaveLength(1);
    expect((await list()).map((each) => each.place)).toEqual(["statement", "form/teachers.staffing/teachers.staff"]);
    const content = await fixture.as("reader")("GET", `${home}/${first.id}/content`);
    expect([content.status, content.type, Buffer.from(content.bytes).equals(Buffer.from(pdf))]).toEqual([200, "application/pdf", true]);
  });

  it.each([
    ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), "a.pdf", 200],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "a.png", 200],
    ["a web page called .pdf", new TextEncoder().encode("<html><script>"), "a.pdf", 415],
    ["a zip called .xlsx", Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3), "a.xlsx", 415],
    ["nothing", new Uint8Array(), "a.pdf", 415],
  ])("is judged by content: %s", async (_, bytes, name, status) => {
    expect((await attach(bytes, "statement", name)).status).toBe(status);
  });

  it("is called by the ending of what it is, so that it opens again", async () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    expect((await attach(jpeg, "statement", "确认表.pdf")).json).toMatchObject({ name: "确认表.jpg" });
    expect((await attach(jpeg, "statement", "确认表.JPEG")).json).toMatchObject({ name: "确认表.JPEG" });
    expect((await attach(pdf, "statement", "2019.12 确认表")).json).toMatchObject({ name: "2019.12 确认表.pdf" });
  });

  it("takes a real workbook, but as no scan of the statement", async () => {
    const bytes = await excelSpreadsheets.writeTable([{ name: "甲", header: [["列"]], rows: [], frozenColumns: 0 }]);
    const refused = await attach(bytes, "statement", "a.xlsx");
    expect([refused.status, refused.json]).toEqual([415, expect.objectContaining({ detail: expect.stringContaining("PDF、PNG、JPEG") })]);
    expect((await attach(bytes, "ledger/teachers.staffing", "a.xlsx")).json).toMatchObject({
      type: expect.stringContaining("spreadsheetml"),
    });
  });

  it("is refused above 20 MB, at places that are none, and in ledgers of others", async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(pdf);
    const refused = await attach(large, "statement");
    expect([refused.status, refused.json]).toEqual([413, expect.objectContaining({ detail: expect.stringContaining("至多 20 MB") })]);
    expect((await attach(pdf, "ledger/funding.government")).status).toBe(422);
    expect((await attach(pdf, "elsewhere")).status).toBe(422);
    expect((await attach(pdf, "ledger/teachers.staffing", "a.pdf", "students-a")).status).toBe(422);
    expect((await attach(pdf, "ledger/students.enrolment", "a.pdf", "students-a")).status).toBe(200);
    expect((await attach(pdf, "statement", "a.pdf", "reader")).status).toBe(403);
    expect((await attach(pdf, "statement", "a.pdf", "clerk-b")).status).toBe(404);
  });

  it("stands with a text and with a row, and its act calls them by their names", async () => {
    const [text, row] = [`material/${crypto.randomUUID()}`, `row/employment.paySurveys/${crypto.randomUUID()}`];
    const edits = [
      { slot: text, content: { section: "innovation.cases", title: "现代学徒制", text: "一句话。", chosen: true } },
      { slot: row, content: { values: { surveyedOn: "2019-07-09", method: "questionnaire" } } },
    ].map((each) => ({ ...each, id: crypto.randomUUID(), base: 0 }));
    const saved = await fixture.as("clerk-a")("POST", "/api/returns/411000-01/2019/edits", { edits });
    expect(saved.json).toMatchObject({ results: [{ result: "saved" }, { result: "saved" }] });
    for (const place of [text, row]) expect((await attach(pdf, place)).json).toMatchObject({ place });
    expect((await attach(pdf, text, "a.pdf", "students-a")).status).toBe(422);
    expect((await attach(pdf, "explanation/teachers.any")).status).toBe(422);
    const acts = await fixture.store.database
      .selectFrom("acts")
      .select("detail")
      .where("act", "=", "evidence.attach")
      .orderBy("id")
      .execute();
    expect(acts.slice(-2).map((each) => each.detail)).toEqual([
      "现代学徒制：扫描件.pdf",
      "毕业生起薪调查台账：2019-07-09 / 问卷：扫描件.pdf",
    ]);
  });

  it("is withdrawn, not destroyed, and both acts are told", async () => {
    const [first] = await list();
    expect((await fixture.as("reader")("DELETE", `${home}/${first!.id}`)).status).toBe(403);
    expect((await fixture.as("clerk-a")("DELETE", `${home}/${first!.id}`)).status).toBe(204);
    expect((await fixture.as("clerk-a")("DELETE", `${home}/${first!.id}`)).status).toBe(404);
    expect((await list()).some((each) => each.id === first!.id)).toBe(false);
    expect((await fixture.as("reader")("GET", `${home}/${first!.id}/content`)).status).toBe(200);
    expect((await fixture.as("reader")("GET", `${home}/no-such/content`)).status).toBe(404);
    const acts = await fixture.store.database.selectFrom("acts").select(["act", "detail"]).orderBy("id").execute();
    expect(acts[0]).toEqual({ act: "evidence.attach", detail: "填报确认表：确认表.pdf" });
    expect(acts.at(-1)).toEqual({ act: "evidence.withdraw", detail: "填报确认表：确认表.pdf" });
    expect((await fixture.store.verify()).problems).toEqual([]);
  });
});
