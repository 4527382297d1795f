/** Composes one organisation's report of one year from an outline and the data: the only way a Report is made. */
import type { NarrativeBlock, Outline, OutlineSection } from "../definition/outline.ts";
import { isInForce } from "../definition/ledger.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { headingNumber } from "../language/numeral.ts";
import type { Cycle } from "../model/cycle.ts";
import { annexes } from "./annexes.ts";
import { chart } from "./charts.ts";
import { isCalledFor } from "./condition.ts";
import { chosenMaterials } from "./chosen-material.ts";
import { materialBlocks } from "./material.ts";
import { numberFigures } from "./numbering.ts";
import { paragraphRuns, rowSections } from "./phrase-runs.ts";
import { chineseDate } from "./printed.ts";
import type { Report, ReportBlock, ReportSection } from "./report.ts";
import { plainText, textRun } from "./runs.ts";
import { Scope } from "./scope.ts";
import { crossTable, measureTable, organisationTable, registerTable } from "./tables.ts";

export interface ComposeRequest {
  readonly organisation: string;
  readonly year: number;
  readonly cycle: Cycle;
  readonly outline: Outline;
}

/** @throws Error when the organisation does not stand in the tree of the year. */
export function composeReport(evaluator: Evaluator, request: ComposeRequest): Report {
  const { cycle, outline, year } = request;
  const node = evaluator.dataset.tree(year).nodes.get(request.organisation);
  if (!node) throw new Error(`${request.organisation} does not stand in the tree of ${year}`);
  const scope = new Scope(evaluator, node, year);
  const { provisional, absent } = unaccepted(scope);
  const opening = blocksOf(scope, outline.opening);
  const chapters = outline.chapters.map((chapter, at) => ({
    code: chapter.code,
    number: headingNumber(1, at + 1),
    title: chapter.title,
    sections: chapter.sections.map((section, position) => sectionOf(scope, section, position + 1)),
  }));
  const body = numberFigures({ opening, chapters }, scope.figures.figures);
  return {
    organisation: node.code,
    organisationName: node.name,
    year,
    title: `${node.name}${outline.title}`,
    subtitle: `（${cycle.titleYear}年度）`,
    statement: outline.statement.map((nodes) => plainText(paragraphRuns(scope, nodes))).filter((text) => text !== ""),
    ...body,
    annexes: annexes(scope, {
      figures: body.figures,
      provisional,
      absent,
      required: outline.chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.required)),
    }),
    signedOn: cycle.issuedOn && chineseDate(cycle.issuedOn),
    signedBy: signatory(scope),
    provisional: provisional.length + absent.length > 0,
    sample: cycle.sample,
    catalog: cycle.catalog,
    names: names(scope),
  };
}

function sectionOf(scope: Scope, section: OutlineSection, position: number): ReportSection {
  const blocks = blocksOf(scope, section.blocks);
  const empty: ReportBlock = { kind: "paragraph", runs: [textRun("本年度无相关数据填报。")] };
  return { code: section.code, number: headingNumber(3, position), title: section.title, blocks: blocks.length > 0 ? blocks : [empty] };
}

function blocksOf(scope: Scope, blocks: readonly NarrativeBlock[]): ReportBlock[] {
  return blocks.flatMap((block) => {
    const made = blockOf(scope, block);
    return made === null ? [] : made;
  });
}

function blockOf(scope: Scope, block: NarrativeBlock): ReportBlock | ReportBlock[] | null {
  switch (block.kind) {
    case "paragraph": {
      if (block.when && !isCalledFor(scope, block.when)) return null;
      const runs = paragraphRuns(scope, block.phrase);
      return runs.length === 0 ? null : { kind: "paragraph", runs };
    }
    case "measureTable":
      return measureTable(scope, block);
    case "crossTable":
      return crossTable(scope, block);
    case "organisationTable":
      return organisationTable(scope, block);
    case "registerTable":
      return registerTable(scope, block);
    case "rowSections":
      return rowSections(scope, block);
    case "chart":
      return chart(scope, block);
    case "material":
      return chosenMaterials(scope, block.section).flatMap((chosen) => materialBlocks(scope, chosen));
    case "cases":
      return chosenMaterials(scope, "case").flatMap((chosen, at): ReportBlock[] => [
        { kind: "heading", level: 3, text: `案例${headingNumber(1, at + 1).slice(0, -1)}：${chosen.material.title}` },
        ...materialBlocks(scope, chosen),
      ]);
  }
}

/** Of the organisations that owe a return: those whose return was not accepted, and those of which nothing is in the data. */
function unaccepted(scope: Scope): { readonly provisional: readonly string[]; readonly absent: readonly string[] } {
  const { dataset, index } = scope.evaluator;
  const owes = (kind: string): boolean =>
    index.knowledge.ledgers.some((ledger) => isInForce(ledger, scope.year) && (ledger.reportedBy as readonly string[]).includes(kind));
  const states = scope
    .nodes()
    .filter((node) => owes(node.kind))
    .map(({ code, name }) => ({ name, state: dataset.filing(code, scope.year)?.state ?? null }));
  return {
    provisional: states.filter(({ state }) => state !== null && !["accepted", "locked"].includes(state)).map(({ name }) => name),
    absent: states.filter(({ state }) => state === null).map(({ name }) => name),
  };
}

function signatory(scope: Scope): string {
  const { organisation } = scope;
  return organisation.attributes["主管部门"] ?? (organisation.kind === "school" ? organisation.name : `${organisation.name}教育局`);
}

/** Names of every code that a trace of this report mentions. */
function names(scope: Scope): Record<string, string> {
  const { index, dataset } = scope.evaluator;
  const found: Record<string, string> = { province: "省", city: "市", county: "县（市、区）", school: "中职学校" };
  for (const year of [scope.year - 1, scope.year])
    for (const node of dataset.tree(year).nodes.values()) {
      found[node.code] = node.name;
      if (node.shortName) found[`short:${node.code}`] = node.shortName;
    }
  for (const definition of [...index.knowledge.elements, ...index.knowledge.indicators, ...index.knowledge.ledgers])
    found[definition.code] = definition.zh;
  for (const dimension of index.knowledge.dimensions)
    for (const member of dimension.members) found[`${dimension.code}=${member.code}`] = member.zh;
  return found;
}
