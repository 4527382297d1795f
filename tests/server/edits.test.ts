/** Saving cells and rows over HTTP: what is taken, what is refused beside what is allowed, conflicts, and what others see. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edit, EditOutcome } from "../../src/app/desk/save-edits.ts";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import { isInForce } from "../../src/core/definition/ledger.ts";
import { type Fixture, index, openFixture, year } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture?.close());

const home = "/api/returns/411000-01/2019";
const staff = "form/teachers.staffing/teachers.staff";
const cell = (value: string) => ({ status: "value" as const, value });
const edit = (slot: string, content: Edit["content"], base = 0): Edit => ({ id: randomUUID(), slot, base, content });
const save = async (who: string, ...edits: Edit[]): Promise<EditOutcome> => {
  const answer = await fixture.as(who)("POST", `${home}/edits`, { edits });
  expect(answer.status).toBe(200);
  return answer.json;
};
const view = async (who = "clerk-a"): Promise<ReturnView> => (await fixture.as(who)("GET", home)).json;
const revisionOf = async (slot: string): Promise<number> => (await view()).revisions[slot] ?? 0;
const results = (outcome: EditOutcome): string[] => outcome.results.map((each) => each.result);

describe("a cell", () => {
  it("is saved, read back with its origin, and seen by others", async () => {
    const before = await view("clerk-a2");
    const saved = await save("clerk-a", edit(staff, cell("120")));
    expect(results(saved)).toEqual(["saved"]);
    const now = await view("clerk-a2");
    expect(now.document.forms["teachers.staffing"]?.["teachers.staff"]).toEqual({
      status: "value",
      value: "120",
      origin: { file: "form", sheet: expect.any(String), cell: "教职工" },
    });
    expect(now.sequence).toBe(saved.sequence);
    const { json } = await fixture.as("clerk-a2")("GET", `${home}/changes?since=${before.sequence}`);
    expect(json).toMatchObject({
      sequence: saved.sequence,
      state: "none",
      changes: [{ slot: staff, content: cell("120"), revision: saved.sequence, name: "示例·clerk-a" }],
    });
  });

  it("sent twice changes nothing; the same content on an old revision is saved without change", async () => {
    const once = edit(staff, cell("121"), await revisionOf(staff));
    const first = await save("clerk-a", once);
    expect(await save("clerk-a", once)).toEqual(first);
    const again = await save("clerk-a2", edit(staff, cell("121.0"), 0));
    expect(again).toEqual({ sequence: first.sequence, results: [{ ...first.results[0], id: again.results[0]!.id }] });
  });

  it("made on an older revision is a conflict that shows the other's content, and overwrites on the newer one", async () => {
    const base = await revisionOf(staff);
    await save("clerk-a", edit(staff, cell("130"), base));
    const [conflict] = (await save("clerk-a2", edit(staff, cell("131"), base))).results;
    expect(conflict).toMatchObject({ result: "conflict", content: cell("130"), name: "示例·clerk-a" });
    expect((await view()).document.forms["teachers.staffing"]?.["teachers.staff"]?.value).toBe("130");
    const newer = conflict!.result === "conflict" ? conflict!.revision : 0;
    expect(results(await save("clerk-a2", edit(staff, cell("131"), newer)))).toEqual(["saved"]);
  });

  it("edited twice before an answer came does not conflict with itself", async () => {
    const base = await revisionOf(staff);
    const first = edit(staff, cell("140"), base);
    expect(results(await save("clerk-a", first, edit(staff, cell("141"), base)))).toEqual(["saved", "saved"]);
    expect(results(await save("clerk-a", first, edit(staff, cell("142"), base)))).toEqual(["saved", "conflict"]);
    const last = edit(staff, cell("150"), await revisionOf(staff));
    await save("clerk-a", last);
    expect(results(await save("clerk-a", last, edit(staff, cell("151"), base)))).toEqual(["saved", "saved"]);
  });
});

describe("refusals name what was found and what is expected, beside what is allowed", () => {
  it.each([
    ["no number", staff, cell("很多"), cell("1"), "很多"],
    ["a negative count", staff, cell("-1"), cell("0"), "-1"],
    ["half a person", staff, cell("1.5"), cell("2"), "1.5"],
    ["too many decimals", "form/funding.school/funding.otherIncome", cell("1.234"), cell("1.23"), "1.234"],
    ["an unknown cell", `${staff}X`, cell("1"), null, "teachers.staffX"],
    ["a total that is never typed", "form/students.enrolment/students.enrolled", cell("1"), null, "students.enrolled"],
    ["an unknown ledger", "form/none.such/a", cell("1"), null, "none.such"],
    ["a ledger of the city", "form/funding.government/funding.surchargeLevied", cell("1"), null, "不由本单位"],
    ["a row in a form", "row/teachers.staffing/1", { values: {} }, null, "不是名册"],
    ["content of another kind", staff, { values: {} }, null, "形式不对"],
    ["an unknown check", "explanation/no.such", "因为", null, "no.such"],
    [
      "an unknown section",
      "material/m1",
      { section: "no", title: "t", text: "t", chosen: false },
      { section: "case", title: "t", text: "t", chosen: false },
      "章节",
    ],
  ])("%s", async (_, slot, refused, allowed, said) => {
    const base = await revisionOf(slot);
    const outcome = await save("clerk-a", edit(slot, refused as Edit["content"], base));
    expect(outcome.results[0]).toMatchObject({ result: "refused", message: { zh: expect.stringContaining(said), en: expect.any(String) } });
    if (allowed !== null) expect(results(await save("clerk-a", edit(slot, allowed as Edit["content"], base)))).toEqual(["saved"]);
  });
});

describe("an edit that is sent again", () => {
  const slots = index.knowledge.ledgers
    .filter((ledger) => ledger.kind === "form" && ledger.reportedBy.includes("school") && isInForce(ledger, year))
    .flatMap((ledger) =>
      (index.elementsByLedger.get(ledger.code) ?? [])
        .filter((element) => element.dimensions.length === 0 && isInForce(element, year) && ["人", "名", "个"].includes(element.unit))
        .map((element) => `form/${ledger.code}/${element.code}`),
    );

  it.each([1, 20])("changes nothing, whoever wrote since and whatever it says it saw (%i at once)", async (count) => {
    const chosen = slots.slice(0, count);
    expect(chosen).toHaveLength(count);
    const { revisions } = await view();
    const first = chosen.map((slot) => edit(slot, cell("311"), revisions[slot] ?? 0));
    const saved = await save("clerk-a", ...first);
    expect(new Set(results(saved))).toEqual(new Set(["saved"]));
    // It stands there: known by its slot.
    expect((await save("clerk-a", ...first)).results).toEqual(saved.results);
    const at = new Map(saved.results.map((each, position) => [chosen[position]!, (each as { revision: number }).revision]));
    const others = await save("clerk-a2", ...chosen.map((slot) => edit(slot, cell("312"), at.get(slot))));
    expect(new Set(results(others))).toEqual(new Set(["saved"]));
    const { sequence } = await view();
    // Another one stands there: known by its save.
    expect((await save("clerk-a", ...first)).results).toEqual(saved.results);
    expect((await save("clerk-a", ...first.map((each) => ({ ...each, base: 2 ** 40 })))).results).toEqual(saved.results);
    const after = await view();
    expect(after.sequence).toBe(sequence);
    for (const slot of chosen) {
      const [, ledger = "", key = ""] = slot.split("/");
      expect(after.document.forms[ledger]![key]!.value).toBe("312");
    }
    // One that said what stood there already left no mark on the slot; it is known all the same.
    const same = chosen.map((slot) => edit(slot, cell("312"), after.revisions[slot]));
    const unmoved = await save("clerk-a", ...same);
    await save("clerk-a2", ...chosen.map((slot) => edit(slot, cell("313"), after.revisions[slot])));
    expect((await save("clerk-a", ...same)).results).toEqual(unmoved.results);
    // A new edit on the old revision is a conflict as ever.
    const late = await save("clerk-a", ...chosen.map((slot) => edit(slot, cell("314"), at.get(slot))));
    expect(new Set(results(late))).toEqual(new Set(["conflict"]));
    expect((await fixture.store.verify()).problems).toEqual([]);
  });
});
