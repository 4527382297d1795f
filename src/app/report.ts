/** Writes an organisation's report in the formats asked for. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Evaluator } from "../core/formula/evaluator.ts";
import { composeReport } from "../core/reporting/compose.ts";
import type { Report } from "../core/reporting/report.ts";
import { loadWorkspace, type Workspace } from "./dataset.ts";
import type { Files, Progress, ReportWriter, Store, StoreReader } from "./ports.ts";
import { refuse } from "./refusal.ts";

interface World {
  readonly index: KnowledgeIndex;
  readonly files: Files;
  readonly writers: readonly ReportWriter[];
}

export interface ReportRequest {
  readonly organisation: string;
  readonly year: number;
  readonly directory: string;
  readonly formats: readonly string[];
  readonly acceptedOnly: boolean;
  readonly progress: Progress;
  /** File name without extension; default is the title and year. */
  readonly name?: string;
}

export interface Composed {
  readonly evaluator: Evaluator;
  readonly report: Report;
}

/**
 * The report as a tree, from the outline that the cycle names for this kind of organisation, and what computed it.
 * @throws Refusal for an unknown organisation, cycle or outline.
 */
export async function composeFor(
  reader: StoreReader,
  index: KnowledgeIndex,
  organisation: string,
  year: number,
  acceptedOnly: boolean,
): Promise<Composed> {
  return composeIn(await loadWorkspace(reader, index, organisation, year, acceptedOnly), index, organisation, year);
}

/** The report from data that were loaded. @throws Refusal for an unknown organisation or outline. */
export function composeIn({ evaluator, cycle, dataset }: Workspace, index: KnowledgeIndex, organisation: string, year: number): Composed {
  const node = dataset.tree(year).nodes.get(organisation);
  if (!node) throw refuse("organisation-unknown", { code: organisation });
  const code = node.kind === "school" ? cycle.outlines.school : cycle.outlines.city;
  const outline = index.knowledge.outlines.find((each) => each.code === code);
  if (!outline) throw refuse("outline-unknown", { code, known: index.knowledge.outlines.map((each) => each.code).join("、") });
  return { evaluator, report: composeReport(evaluator, { organisation, year, cycle, outline }) };
}

/** The files written and how many figures the report has. @throws Refusal for an unknown format, organisation or cycle. */
export async function writeReport(
  store: Pick<Store, "snapshot">,
  world: World,
  request: ReportRequest,
): Promise<{ files: string[]; figures: number }> {
  const writers = request.formats.map((format) => {
    const writer = world.writers.find((each) => each.format === format.trim());
    if (!writer) throw refuse("format-unknown", { found: format, known: world.writers.map((each) => each.format).join("、") });
    return writer;
  });
  const { report } = await store.snapshot((reader) =>
    composeFor(reader, world.index, request.organisation, request.year, request.acceptedOnly),
  );
  const stem = `${request.directory.replace(/[\\/]$/, "")}/${request.name ?? `${report.title}${report.year}`}`;
  const files: string[] = [];
  for (const writer of writers) {
    const path = `${stem}.${writer.format}`;
    request.progress(files.length, writers.length, path);
    await world.files.write(path, await writer.write(report));
    files.push(path);
  }
  request.progress(writers.length, writers.length, report.title);
  return { files, figures: report.figures.length };
}
