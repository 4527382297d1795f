/** The demo city's files: the table of its organisations, and for each organisation and year the workbook it hands in. */
import { unzipSync, zipSync } from "fflate";
import type { Spreadsheets, TableSheet, TemplateRequest } from "../../src/app/ports.ts";
import { organisationTableHeader } from "../../src/app/organisation-table.ts";
import type { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import type { Cycle } from "../../src/core/model/cycle.ts";
import { subtree, treeAt } from "../../src/core/model/organisation.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";
import { inventCity, type Scenario } from "../generator/city.ts";
import { fillers } from "../generator/fillers.ts";
import { Random } from "../generator/random.ts";
import { xuchangScenario } from "./scenario.ts";

export interface DemoFile {
  /** Below the folder of the demo. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const kinds = { nation: "国家", province: "省", city: "市", county: "县区", school: "学校" } as const;

/** Every return of both years, as invented. */
export function xuchangDocuments(index: KnowledgeIndex, catalog: string, scenario: Scenario = xuchangScenario(index.knowledge)): ReturnDocument[] {
  return inventCity(index, scenario, fillers, new Random(scenario.seed), catalog);
}

/** What the workbook of each organisation and year is written from: its return, and last year's beside each cell. */
export function workbookRequests(index: KnowledgeIndex, catalog: string, scenario: Scenario = xuchangScenario(index.knowledge)): { path: string; request: TemplateRequest; document: ReturnDocument }[] {
  const documents = xuchangDocuments(index, catalog, scenario);
  const documentOf = (code: string, year: number): ReturnDocument | null => documents.find((each) => each.organisation === code && each.year === year) ?? null;
  return scenario.years.flatMap((year) => {
    const cycle = cycleOf(scenario.root, year, catalog);
    return subtree(treeAt(scenario.organisations, cycle.dataPeriod.end), scenario.root).flatMap((node) => {
      const [organisation, document] = [scenario.organisations.find((each) => each.code === node.code), documentOf(node.code, year)];
      if (!organisation || !document) return [];
      const outline = index.knowledge.outlines.find((each) => each.code === (node.kind === "school" ? cycle.outlines.school : cycle.outlines.city));
      const sections = outline?.chapters.flatMap((chapter) => chapter.sections.map(({ code, title }) => ({ code, title: `${chapter.title} › ${title}` }))) ?? [];
      const request: TemplateRequest = { index, catalog, organisation, organisationName: node.name, cycle, current: document, previous: documentOf(node.code, year - 1), sections };
      return [{ path: `${year}/${node.code}-${node.shortName ?? node.name}-${year}.xlsx`, request, document }];
    });
  });
}

/** The files one after the other, the same bytes at every run. */
export async function* demoFiles(spreadsheets: Spreadsheets, index: KnowledgeIndex, catalog: string): AsyncGenerator<DemoFile> {
  yield { path: "organisations.xlsx", bytes: reproducible(await spreadsheets.writeTable([organisationSheet(xuchangScenario(index.knowledge))])) };
  for (const { path, request } of workbookRequests(index, catalog)) yield { path, bytes: reproducible(await spreadsheets.writeTemplate(request)) };
}

/** The table that `org import` reads; dates stay empty, for these organisations have always been. */
function organisationSheet({ organisations }: Scenario): TableSheet {
  const rows = organisations.flatMap(({ code, kind, versions }) =>
    versions.map(({ name, parent, shortName, attributes }) => {
      const cells: Readonly<Record<string, string>> = { 代码: code, 名称: name, 类别: kinds[kind], 上级代码: parent ?? "", 简称: shortName ?? "", ...attributes };
      return organisationTableHeader.map((title) => ({ text: cells[title] ?? "", numeric: false }));
    }),
  );
  return { name: "机构", header: [organisationTableHeader], rows, frozenColumns: 2 };
}

/** The cycle as the command `demo` opens it. */
function cycleOf(organisation: string, year: number, catalog: string): Cycle {
  return {
    organisation,
    year,
    titleYear: year,
    dataPeriod: { kind: "calendarYear", start: `${year}-01-01`, end: `${year}-12-31` },
    issuedOn: null,
    deadlines: { school: `${year}-12-15`, county: `${year + 1}-01-05`, city: `${year + 1}-01-20` },
    outlines: { city: "2016-city", school: "2016-school" },
    catalog,
    sample: true,
  };
}

/** The same workbook without the hour at which it was written: one date for all its parts. */
function reproducible(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const core = parts["docProps/core.xml"];
  if (core) parts["docProps/core.xml"] = new TextEncoder().encode(new TextDecoder().decode(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2020-01-01T00:00:00Z"));
  return zipSync(parts, { level: 9, mtime: new Date(2020, 0, 1) });
}
