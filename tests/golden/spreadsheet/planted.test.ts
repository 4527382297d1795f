/** Every kind of error is found with its sheet and cell, all in one pass, and nothing is found where there is none. */
import { beforeAll, describe, expect, it } from "vitest";
import { excelSpreadsheets as spreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import type { ImportProblem } from "../../../src/app/ports.ts";
import { cleanReturn } from "./clean-return.ts";
import { convert, hasOffice } from "./office.ts";
import { edit, plants } from "./planted.ts";
import { catalog, index, request, withoutOrigins } from "./small-city.ts";

const read = (bytes: Uint8Array) => spreadsheets.readWorkbook("a.xlsx", bytes, index, catalog);
const places = (problems: readonly ImportProblem[]): string[] =>
  problems
    .filter((problem) => problem.severity === "refusal")
    .map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`)
    .sort();
const expected = plants.map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`).sort();

let clean: Uint8Array;
let broken: Uint8Array;
beforeAll(async () => {
  clean = await spreadsheets.writeTemplate(request(cleanReturn));
  broken = await edit(clean, (workbook) => plants.forEach((each) => each.plant(workbook)));
});

describe("a workbook with planted errors", () => {
  it("has at least twenty kinds", () => {
    expect(new Set(plants.map((each) => each.code)).size).toBeGreaterThanOrEqual(30);
  });

  it("lists all of them in one pass and yields no document", async () => {
    const parsed = await read(broken);
    expect(places(parsed.problems)).toEqual(expected);
    expect(parsed.document).toBeNull();
  });

  it.skipIf(!hasOffice)("lists all of them after a save by LibreOffice", async () => {
    expect(places((await read(convert(broken, "xlsx"))).problems)).toEqual(expected);
  });

  it("says of each what was found and what is due, in both languages", async () => {
    for (const problem of (await read(broken)).problems) {
      expect(problem.message.zh).not.toBe("");
      expect(problem.message.en).not.toMatch(/undefined|\p{Script=Han}{12}/u);
      if (problem.severity === "refusal") expect(problem.expected).not.toBe("");
    }
  });
});

describe("its clean twin", () => {
  it("is read without a word, also after another program has written it", async () => {
    for (const bytes of [clean, await edit(clean, () => undefined)]) {
      const parsed = await read(bytes);
      expect(parsed.problems).toEqual([]);
      expect(withoutOrigins(parsed.document)).toEqual(withoutOrigins(cleanReturn));
    }
  });

  it.skipIf(!hasOffice)("is read without a word after a save by LibreOffice", async () => {
    const parsed = await read(convert(clean, "xlsx"));
    expect(parsed.problems).toEqual([]);
    expect(withoutOrigins(parsed.document)).toEqual(withoutOrigins(cleanReturn));
  });
});
