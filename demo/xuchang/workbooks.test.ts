import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { contentHash } from "../../src/adapters/system/hash.ts";
import { parseOrganisations } from "../../src/app/organisation-table.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";
import { xuchangOrganisations } from "./organisations.ts";
import { demoFiles, workbookRequests } from "./workbooks.ts";

const index = new KnowledgeIndex(knowledge);
const catalog = contentHash(knowledge);
const committed = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(`../${path}`, import.meta.url)));

/** What counts of a return: rows and texts in order of what they say; where a cell stood and how rows are numbered does not. */
function contents({ forms, registers, materials, ...rest }: ReturnDocument): unknown {
  const sorted = (entries: readonly unknown[]): string[] => entries.map((entry) => JSON.stringify(entry)).sort();
  return {
    organisation: rest.organisation,
    year: rest.year,
    forms: Object.fromEntries(Object.entries(forms).map(([ledger, cells]) => [ledger, Object.fromEntries(Object.entries(cells).map(([key, { status, value }]) => [key, `${status} ${value ?? ""}`]))])),
    registers: Object.fromEntries(Object.entries(registers).map(([ledger, rows]) => [ledger, sorted(rows.map((row) => sorted(Object.entries(row.values).filter(([, value]) => value !== null))))])),
    materials: sorted(materials.map(({ section, title, text, chosen }) => [section, title, text, chosen])),
  };
}

describe("the committed demo", () => {
  const requests = workbookRequests(index, catalog);

  it("has sixteen workbooks for each of two years", () => {
    expect(requests).toHaveLength(32);
  });

  it.each(requests.map(({ path, document }) => ({ path, document })))("holds in $path what the generator yields today, and imports without a word", async ({ path, document }) => {
    const parsed = await excelSpreadsheets.readWorkbook(path, await committed(path), index, catalog);
    // Any edit of the catalog changes its hash; what the workbooks say may still be the same.
    expect(parsed.problems.filter((problem) => problem.code !== "catalog-differs")).toEqual([]);
    expect(contents(parsed.document!)).toEqual(contents(document));
  });

  it("holds the organisations", async () => {
    expect(parseOrganisations(await excelSpreadsheets.readTable(await committed("organisations.xlsx")))).toEqual(xuchangOrganisations);
  });

  it("is generated to the same bytes each time", async () => {
    const some = async (): Promise<Buffer[]> => {
      const files: Buffer[] = [];
      for await (const { bytes } of demoFiles(excelSpreadsheets, index, catalog)) if (files.push(Buffer.from(bytes)) === 3) break;
      return files;
    };
    const [first, second] = [await some(), await some()];
    expect(first.map((bytes, at) => bytes.equals(second[at]!))).toEqual([true, true, true]);
  });
});
