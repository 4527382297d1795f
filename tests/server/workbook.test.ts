/** A workbook downloaded, filled elsewhere and handed in: problems and differences first, and only what a person takes is taken. */
import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { xuchangDocuments } from "../../demo/xuchang/workbooks.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import type { WorkbookPreview } from "../../src/app/desk/workbook-edits.ts";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import { importWorkbook } from "../../src/app/returns.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";
import { type Answer, catalog, type Fixture, index, openFixture, year } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01"] });
});
afterAll(() => fixture?.close());

const home = "/api/returns/411000-01/2019";
const staff = "form/teachers.staffing/teachers.staff";
const view = async (): Promise<ReturnView> => (await fixture.as("clerk-a")("GET", home)).json;
const file = (bytes: Uint8Array, name = "填报.xlsx"): FormData => {
  const form = new FormData();
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  return form;
};
const upload = (bytes: Uint8Array, who = "clerk-a"): Promise<Answer> => fixture.as(who)("POST", `${home}/workbook`, file(bytes));
const save = async (slot: string, content: unknown, who = "clerk-a2"): Promise<void> => {
  const base = (await view()).revisions[slot] ?? 0;
  const { json } = await fixture.as(who)("POST", `${home}/edits`, { edits: [{ id: randomUUID(), slot, base, content }] });
  expect(json).toMatchObject({ results: [{ result: "saved" }] });
};
const valueOf = (document: ReturnDocument, slot: string): string | null | undefined => {
  const [, ledger = "", key = ""] = slot.split("/");
  return document.forms[ledger]?.[key]?.value;
};

/** The workbook as written for school A with `change` made to its contents. */
async function workbook(change: (document: ReturnDocument) => ReturnDocument, organisation = "411000-01"): Promise<Uint8Array> {
  const documents = xuchangDocuments(index, catalog);
  const current = change(documents.find((each) => each.organisation === organisation && each.year === year)!);
  return excelSpreadsheets.writeTemplate({
    index,
    catalog,
    organisation: (await fixture.store.organisations()).find((each) => each.code === organisation)!,
    organisationName: "莲城中等专业学校",
    cycle: (await fixture.store.cycles()).find((each) => each.year === year)!,
    current,
    previous: null,
    sections: [],
  });
}
const withStaff = (value: string) => (document: ReturnDocument) => ({
  ...document,
  forms: {
    ...document.forms,
    "teachers.staffing": {
      ...document.forms["teachers.staffing"],
      "teachers.staff": { ...document.forms["teachers.staffing"]!["teachers.staff"]!, value },
    },
  },
});

describe("the template", () => {
  it("carries what is typed so far: handed in as it is, it changes nothing", async () => {
    await save(staff, { status: "value", value: "333" });
    await save(`row/partnerships.firms/${randomUUID()}`, { values: { creditCode: "91411000MA40000000", name: "示例机械有限公司" } });
    const template = await fixture.as("clerk-a")("GET", `${home}/template.xlsx`);
    expect([template.status, template.type]).toEqual([200, expect.stringContaining("spreadsheetml")]);
    const answer = await upload(template.bytes);
    const { edits, problems } = answer.json as WorkbookPreview;
    const blanks = problems.filter((each) => each.severity === "refusal");
    // The row just begun lacks what the sheet demands: said with its cell, and nothing is lost here.
    expect(blanks.every((each) => each.code === "required-blank" && each.sheet !== "" && each.cell !== "")).toBe(true);
    expect(edits ?? []).toEqual([]);
  });
});

describe("an upload", () => {
  it("shows differences, writes nothing, and is taken with the place in the file", async () => {
    const bytes = await workbook(withStaff("335"));
    const { json } = await upload(bytes);
    const { edits, preview, problems } = json as WorkbookPreview;
    expect(problems.filter((each) => each.severity === "refusal")).toEqual([]);
    expect(edits).toContainEqual({
      slot: staff,
      base: (await view()).revisions[staff],
      before: { status: "value", value: "333" },
      after: { status: "value", value: "335" },
      origin: { file: "填报.xlsx", sheet: "教职工情况表", cell: expect.stringMatching(/^[A-Z]+\d+$/) },
    });
    expect(valueOf((await view()).document, staff)).toBe("333");
    const taken = await fixture.as("clerk-a")("POST", `${home}/workbook/apply`, { preview });
    expect(taken.json).toEqual({ saved: edits!.length, conflicts: [] });
    expect((await view()).document.forms["teachers.staffing"]!["teachers.staff"]).toMatchObject({
      value: "335",
      origin: { file: "填报.xlsx" },
    });
    expect((await fixture.as("clerk-a")("POST", `${home}/workbook/apply`, { preview })).json).toEqual(taken.json);
    expect((await fixture.as("clerk-a2")("POST", `${home}/workbook/apply`, { preview })).status).toBe(404);
  });

  it("leaves alone what somebody else changed after the preview", async () => {
    const { json } = await upload(await workbook(withStaff("340")));
    await save(staff, { status: "value", value: "339" });
    const taken = await fixture.as("clerk-a")("POST", `${home}/workbook/apply`, { preview: (json as WorkbookPreview).preview });
    expect(taken.json).toMatchObject({ conflicts: [staff] });
    expect(valueOf((await view()).document, staff)).toBe("339");
  });

  it("of another school, of nonsense, or in ledgers of others is refused by name", async () => {
    const other = (await upload(await workbook((document) => document, "411000-02"))).json as WorkbookPreview;
    expect([other.edits, other.preview]).toEqual([null, null]);
    expect(other.problems.at(-1)).toMatchObject({ code: "identity-other", found: "411000-02 2019" });
    const nonsense = (await upload(new TextEncoder().encode("no workbook"))).json as WorkbookPreview;
    expect(nonsense.problems).toMatchObject([{ code: "no-workbook", severity: "refusal" }]);
    const own = (await upload(await workbook(withStaff("350")), "students-a")).json as WorkbookPreview;
    expect(own.edits!.some((each) => each.slot === staff)).toBe(false);
    expect(own.problems).toContainEqual(expect.objectContaining({ code: "not-taken", sheet: "教职工情况表", found: "350" }));
  });

  it("says of each problem which cell, or field of which row, it stands in here", async () => {
    const pays = "employment.paySurveys";
    const known = randomUUID();
    await save(`row/${pays}/${known}`, { values: { surveyedOn: "2019-07-09", method: "questionnaire", sample: "10", payTotal: "30000" } });
    const { json } = await upload(
      await workbook((document) => {
        const wrong = withStaff("3.5")(document);
        const [model] = document.registers[pays]!;
        const row = (id: string, surveyedOn: string, sample: string) => ({
          ...model!,
          id,
          values: { ...model!.values, surveyedOn, method: "questionnaire", sample },
        });
        return {
          ...wrong,
          registers: { ...wrong.registers, [pays]: [row(known, "2019-07-09", "半数"), row("new", "2019-07-10", "10.5")] },
        };
      }),
    );
    const { problems, preview } = json as WorkbookPreview;
    expect(preview).toBeNull();
    const places = problems.filter((each) => each.severity === "refusal").map((each) => each.place);
    expect(places).toEqual([
      { ledger: "teachers.staffing", cell: "teachers.staff" },
      { ledger: pays, cell: `${known}/sample` },
      { ledger: pays, cell: "new/sample" },
    ]);
    const own = (await upload(await workbook(withStaff("350")), "students-a")).json as WorkbookPreview;
    expect(own.problems.find((each) => each.code === "not-taken")!.place).toMatchObject({
      ledger: expect.any(String),
      cell: expect.any(String),
    });
  });

  it("comes back with its problems as notes", async () => {
    const bytes = await workbook(withStaff("1"));
    const commented = await fixture.as("clerk-a")("POST", `${home}/workbook/comments.xlsx`, file(bytes));
    expect(commented.status).toBe(200);
    const notes = (package_: Uint8Array): string =>
      Object.entries(unzipSync(package_))
        .filter(([name]) => /comments/.test(name))
        .map(([, part]) => new TextDecoder().decode(part))
        .join();
    expect(notes(bytes)).not.toContain("不多于教职工");
    expect(notes(commented.bytes)).toContain("不多于教职工");
  });
});

describe("an import by command beside a working copy", () => {
  it("takes the typed edits along, replaces the ledgers it has, and is seen as edits by those who type", async () => {
    const typed = "form/funding.school/funding.otherIncome";
    await save(typed, { status: "value", value: "123456" });
    await fixture.as("department-a")("POST", `${home}/ledgers/teachers.staffing/confirm`);
    const before = await view();
    const bytes = await workbook((document) => {
      const { "funding.school": _, ...forms }: ReturnDocument["forms"] = withStaff("360")(document).forms;
      return { ...document, forms };
    });
    const outcome = await importWorkbook(
      fixture.store,
      excelSpreadsheets,
      index,
      catalog,
      { name: "命令行.xlsx", bytes },
      {
        name: "import",
        actor: "office",
        at: "2019-12-02T00:00:00.000Z",
        reason: "",
      },
    );
    expect(outcome).toMatchObject({ result: "imported" });
    const after = await view();
    expect([valueOf(after.document, staff), valueOf(after.document, typed)]).toEqual(["360", "123456"]);
    expect((await fixture.store.currentReturn("411000-01", year))!.document.forms["funding.school"]!["funding.otherIncome"]!.value).toBe(
      "123456",
    );
    const stale = { id: randomUUID(), slot: staff, base: before.revisions[staff], content: { status: "value", value: "361" } };
    const { json } = await fixture.as("clerk-a")("POST", `${home}/edits`, { edits: [stale] });
    expect(json).toMatchObject({ results: [{ result: "conflict", content: { value: "360" }, name: "office" }] });
    expect((await fixture.store.verify()).problems).toEqual([]);
  });
});
