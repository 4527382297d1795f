/** The city whose imports are killed: four of the demo's organisations, each with two workbooks that differ in one cell. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { workbookRequests } from "../../demo/xuchang/workbooks.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { openCycle } from "../../src/app/cycles.ts";
import { importOrganisations } from "../../src/app/organisations.ts";
import type { Act, TemplateRequest } from "../../src/app/ports.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";

export const index = new KnowledgeIndex(knowledge);
export const catalog = "crash";
export const year = 2019;
/** Organisation → the cell in which its two workbooks differ. */
export const cells: Readonly<Record<string, readonly [ledger: string, key: string]>> = {
  "411000-04": ["teachers.staffing", "teachers.staff"],
  "411000-05": ["teachers.staffing", "teachers.staff"],
  "411024": ["funding.government", "funding.surchargeLevied"],
  "411025": ["funding.government", "funding.surchargeLevied"],
};

export const act = (name: string): Act => ({ name, actor: "tester", at: "2020-01-02T03:04:05.678Z", reason: "" });

export const openCrashStore = (folder: string) => openStore({ dataDir: folder }, storeKnowledge(index, catalog));

/** Organisations and cycle of the city in a new store. */
export async function foundCrashCity(folder: string): Promise<void> {
  const store = await openCrashStore(folder);
  await importOrganisations(store, xuchangOrganisations, act("org.import"));
  await openCycle(
    store,
    { organisation: "411000", year, period: "calendarYear", outlines: { city: "2016-city", school: "2016-school" }, catalog, sample: true },
    act("cycle.open"),
  );
  await store.close();
}

/** Writes `<code>-0.xlsx` and `<code>-1.xlsx` for each organisation. */
export async function writeWorkbooks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { request } of workbookRequests(index, catalog)) {
    const place = cells[request.organisation.code];
    if (!place || request.cycle.year !== year) continue;
    for (const variant of [0, 1])
      await writeFile(
        join(folder, `${request.organisation.code}-${variant}.xlsx`),
        await excelSpreadsheets.writeTemplate(varied(request, place, variant)),
      );
  }
}

function varied(request: TemplateRequest, [ledger, key]: readonly [string, string], variant: number): TemplateRequest {
  const current: ReturnDocument = request.current!;
  const cell = current.forms[ledger]![key]!;
  const forms = {
    ...current.forms,
    [ledger]: { ...current.forms[ledger], [key]: { ...cell, value: String(Number(cell.value) + variant) } },
  };
  return { ...request, current: { ...current, forms } };
}
