/** What a template is filled with comes back from it unchanged, whatever it is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excelSpreadsheets as spreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import { anyReturn, catalog, index, request, withoutOrigins } from "./small-city.ts";

describe("round trip", () => {
  it("reads back every return from the workbook made of it, without a word about what was filed", async () => {
    await fc.assert(
      fc.asyncProperty(anyReturn, async (document) => {
        const bytes = await spreadsheets.writeTemplate(request(document));
        const parsed = await spreadsheets.readWorkbook("a.xlsx", bytes, index, catalog);
        expect(parsed.problems.filter((problem) => !["ledger-blank", "none-not-stated"].includes(problem.code))).toEqual([]);
        expect(withoutOrigins(parsed.document)).toEqual(withoutOrigins(document));
      }),
      { numRuns: 40 },
    );
  });

  it("says where each value stood", async () => {
    const [document] = fc.sample(anyReturn, { numRuns: 1, seed: 7 });
    const parsed = await spreadsheets.readWorkbook("a.xlsx", await spreadsheets.writeTemplate(request(document!)), index, catalog);
    expect(parsed.document?.forms["sample.staff"]?.["sample.staffTotal"]?.origin).toEqual({
      file: "a.xlsx",
      sheet: "教职工表",
      cell: "F6",
    });
  });

  it("takes an untouched template for nothing filed", async () => {
    const parsed = await spreadsheets.readWorkbook("a.xlsx", await spreadsheets.writeTemplate(request(null)), index, catalog);
    expect(parsed.document).toMatchObject({ forms: {}, registers: {}, materials: [] });
    expect(parsed.problems.map((problem) => problem.code).sort()).toEqual(["ledger-blank", "ledger-blank", "none-not-stated"]);
  });
});
