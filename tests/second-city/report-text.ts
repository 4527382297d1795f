/** Composes reports of generated cities without a store, and turns a report into bare text: paragraphs and tables of cells. */
import { inventCity, type Scenario } from "../../demo/generator/city.ts";
import { datasetOf } from "../../demo/generator/dataset.ts";
import { fillers } from "../../demo/generator/fillers.ts";
import { Random } from "../../demo/generator/random.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { Evaluator } from "../../src/core/formula/evaluator.ts";
import type { SeriesBreak } from "../../src/core/model/cycle.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";
import { composeReport } from "../../src/core/reporting/compose.ts";
import type { Report, ReportBlock, Run } from "../../src/core/reporting/report.ts";

/** What a reader sees: a paragraph's text, or a table's rows of cells. */
export type Passage = string | string[][];

export const index = new KnowledgeIndex(knowledge);

export function documentsOf(scenario: Scenario): ReturnDocument[] {
  return inventCity(index, scenario, fillers, new Random(scenario.seed), "catalog");
}

export function evaluatorOf(
  scenario: Scenario,
  documents: readonly ReturnDocument[] = documentsOf(scenario),
  breaks: readonly SeriesBreak[] = [],
): Evaluator {
  return new Evaluator(index, datasetOf(index, scenario.organisations, documents, { breaks }));
}

export function reportOf(evaluator: Evaluator, city: string, year: number, organisation = city): Report {
  const outlines = { city: "2016-city", school: "2016-school" };
  const cycle = {
    organisation: city,
    year,
    titleYear: year,
    dataPeriod: { kind: "calendarYear", start: `${year}-01-01`, end: `${year}-12-31` },
    issuedOn: `${year + 1}-02-21`,
    deadlines: {},
    outlines,
    catalog: "catalog",
    sample: true,
  } as const;
  const outline = knowledge.outlines.find(({ code }) => code === (organisation === city ? outlines.city : outlines.school))!;
  return composeReport(evaluator, { organisation, year, cycle, outline });
}

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join("");

function passagesOf(blocks: readonly ReportBlock[]): Passage[] {
  return blocks.flatMap((block): Passage[] => {
    switch (block.kind) {
      case "paragraph":
      case "footnote":
        return [textOf(block.runs)];
      case "heading":
        return [block.text];
      case "table":
        return [
          `${block.number}　${block.title}`,
          [...block.header, ...block.rows].map((row) => row.map((cell) => textOf(cell.runs))),
          ...(block.note ? [block.note] : []),
        ];
      case "chart":
        return [`${block.number}　${block.title}`];
    }
  });
}

/** Opening, the chapters (all, or those named) and annexes, in order. */
export function passages(report: Report, chapters?: readonly string[]): Passage[] {
  const body = report.chapters
    .filter(({ code }) => !chapters || chapters.includes(code))
    .flatMap((chapter) => [
      `${chapter.number}${chapter.title}`,
      ...chapter.sections.flatMap((section) => [`${section.number}${section.title}`, ...passagesOf(section.blocks)]),
    ]);
  const annexes = report.annexes
    .filter(({ title }) => !chapters || title === "数据说明")
    .flatMap((annex) => [annex.title, ...passagesOf(annex.blocks)]);
  return [report.title, report.subtitle, ...passagesOf(report.opening), ...body, ...annexes];
}

/** One line for each paragraph; a table's cells between bars. */
export function bareText(of: readonly Passage[]): string {
  return `${of.map((passage) => (typeof passage === "string" ? passage : passage.map((row) => `| ${row.join(" | ")} |`).join("\n"))).join("\n")}\n`;
}
