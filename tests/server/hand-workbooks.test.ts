/** Workbooks that the process beside the server writes and reads are those that the server itself would. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { unzipSync } from "fflate";
import type { TemplateRequest } from "../../src/app/ports.ts";
import { handedPorts } from "../../src/main/hand/hand.ts";
import { productionEnvironment } from "../../src/main/environment.ts";

const entry = join(fileURLToPath(new URL("../../", import.meta.url)), "dist/main/hand/child.js");
const beside = existsSync(entry) ? handedPorts(entry) : null;
afterAll(() => beside?.hand.stop());
const { index, catalog, spreadsheets } = productionEnvironment();

const request: TemplateRequest = {
  index,
  catalog,
  organisation: {
    code: "411000-01",
    kind: "school",
    versions: [{ from: "2000-01-01", to: null, name: "莲城中等专业学校", parent: null, attributes: {} }],
  },
  organisationName: "莲城中等专业学校",
  cycle: {
    organisation: "411000",
    year: 2019,
    title: "2019",
    dataPeriod: { start: "2019-01-01", end: "2019-12-31" },
    issuedOn: null,
    deadlines: { school: "2019-12-15", county: "2020-01-05", city: "2020-01-20" },
    outlines: { city: "2016-city", school: "2016-school" },
    catalog,
    sample: true,
  } as unknown as TemplateRequest["cycle"],
  current: null,
  previous: null,
  sections: [],
};

it.skipIf(beside === null)(
  "writes and reads them alike, tables and problems too",
  async () => {
    const there = beside!.spreadsheets;
    const [one, other] = await Promise.all([there.writeTemplate(request), spreadsheets.writeTemplate(request)]);
    const parts = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes)).toSorted();
    expect(parts(one)).toEqual(parts(other));
    expect(await there.readWorkbook("a.xlsx", one, index, catalog)).toEqual(await spreadsheets.readWorkbook("a.xlsx", one, index, catalog));
    expect(await there.readWorkbook("b.xlsx", new Uint8Array([1, 2]), index, catalog)).toEqual(
      await spreadsheets.readWorkbook("b.xlsx", new Uint8Array([1, 2]), index, catalog),
    );
    const table = await there.writeTable([{ name: "表", header: [["甲"]], rows: [[{ text: "7", numeric: true }]], frozenColumns: 0 }]);
    expect(await there.readTable(table)).toEqual(await spreadsheets.readTable(table));
    expect(await there.readSheets(table)).toEqual(await spreadsheets.readSheets(table));
    await expect(there.readSheets(new Uint8Array([0, 1, 2]))).rejects.toMatchObject(
      await spreadsheets.readSheets(new Uint8Array([0, 1, 2])).then(
        () => ({}),
        (error: { code: string }) => ({ code: error.code }),
      ),
    );
  },
  60_000,
);
