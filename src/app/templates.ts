/** Writes the workbooks that organisations fill: one, or one for each organisation below. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { isInForce } from "../core/definition/ledger.ts";
import type { Cycle } from "../core/model/cycle.ts";
import type { Organisation, OrganisationKind } from "../core/model/organisation.ts";
import { subtree, treeAt } from "../core/model/organisation.ts";
import { findCycle } from "./cycles.ts";
import type { Files, Progress, Spreadsheets, Store, TemplateRequest } from "./ports.ts";
import { refuse } from "./refusal.ts";

interface World {
  readonly index: KnowledgeIndex;
  readonly catalog: string;
  readonly spreadsheets: Spreadsheets;
  readonly files: Files;
}

/**
 * The paths written. `out` is a file, or a directory when it ends with a separator, is "." or `all` is set.
 * @throws Refusal when the organisation owes no return.
 */
export async function writeTemplates(
  store: Store,
  world: World,
  request: { organisation: string; year: number; all: boolean; out: string; progress: Progress },
): Promise<string[]> {
  const cycle = await findCycle(store, request.organisation, request.year);
  const organisations = await store.organisations();
  const nodes = subtree(treeAt(organisations, cycle.dataPeriod.end), request.organisation);
  const owing = (request.all ? nodes : nodes.slice(0, 1)).filter((node) =>
    world.index.knowledge.ledgers.some(
      (ledger) => isInForce(ledger, request.year) && (ledger.reportedBy as readonly string[]).includes(node.kind),
    ),
  );
  if (owing.length === 0) throw refuse("organisation-files-nothing", { code: request.organisation });
  const intoDirectory = request.all || request.out === "." || /[\\/]$/.test(request.out) || !/\.xlsx$/i.test(request.out);
  const written: string[] = [];
  for (const node of owing) {
    request.progress(written.length, owing.length, node.name);
    const bytes = await world.spreadsheets.writeTemplate({
      index: world.index,
      catalog: world.catalog,
      organisation: organisations.find((each) => each.code === node.code) as Organisation,
      organisationName: node.name,
      cycle,
      current: (await store.currentReturn(node.code, request.year))?.document ?? null,
      previous: (await store.currentReturn(node.code, request.year - 1))?.document ?? null,
      sections: sectionsOf(world.index, cycle, node.kind),
    });
    const path = intoDirectory
      ? `${request.out.replace(/[\\/]$/, "")}/${node.code}-${node.shortName ?? node.name}-${request.year}.xlsx`
      : request.out;
    await world.files.write(path, bytes);
    written.push(path);
  }
  request.progress(owing.length, owing.length, `${request.year}`);
  return written;
}

/** Sections of the outline that the cycle names for this kind of organisation, as people choose from them. */
export function sectionsOf(index: KnowledgeIndex, cycle: Cycle, kind: OrganisationKind): TemplateRequest["sections"] {
  const outline = index.knowledge.outlines.find((each) => each.code === (kind === "school" ? cycle.outlines.school : cycle.outlines.city));
  return (
    outline?.chapters.flatMap((chapter) =>
      chapter.sections.map((section) => ({ code: section.code, title: `${chapter.title} › ${section.title}` })),
    ) ?? []
  );
}
