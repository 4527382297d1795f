/** What a correction would change: the city's report composed twice, before and after, and what checks would newly say. */
import type { Finding } from "../../core/checking/finding.ts";
import { runChecks } from "../../core/checking/run-checks.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { projectFacts } from "../../core/formula/projection.ts";
import { ancestry } from "../../core/model/organisation.ts";
import type { ReturnDocument } from "../../core/model/return.ts";
import { loadWorkspace } from "../dataset.ts";
import { findCycle } from "../cycles.ts";
import type { StoreReader } from "../ports.ts";
import { composeFor } from "../report.ts";
import { type FigurePlace, figurePlaces } from "./figure-places.ts";

export interface ChangedFigure {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly section: string;
  readonly sentenceBefore: string;
  readonly sentenceAfter: string;
}

export interface CorrectionEffect {
  readonly figures: ChangedFigure[];
  /** Findings that appear with the correction. */
  readonly findings: Finding[];
}

/**
 * @param corrected the whole return with the correction in it.
 * @param version that it would have.
 * @throws Refusal when no cycle covers the organisation.
 */
export async function correctionEffect(
  reader: StoreReader,
  index: KnowledgeIndex,
  corrected: ReturnDocument,
  version: number,
): Promise<CorrectionEffect> {
  const { organisation, year } = corrected;
  const cycle = await findCycle(reader, organisation, year);
  const changed = withDocument(reader, index, corrected, version);
  const [before, after] = [
    await composeFor(reader, index, cycle.organisation, year, true),
    await composeFor(changed, index, cycle.organisation, year, true),
  ];
  return {
    figures: changedFigures(figurePlaces(before.report), figurePlaces(after.report), (code) =>
      code === cycle.organisation ? "" : (after.report.names[`short:${code}`] ?? after.report.names[code] ?? code),
    ),
    findings: newFindings(
      await findingsAround(reader, index, organisation, year),
      await findingsAround(changed, index, organisation, year),
    ),
  };
}

/** The store as it would be with `document` as the newest version of its return. */
function withDocument(reader: StoreReader, index: KnowledgeIndex, document: ReturnDocument, version: number): StoreReader {
  const facts = projectFacts(index, document, version);
  const { organisation, year, registers, materials, explanations } = document;
  return {
    ...reader,
    facts: async (query) => {
      const stored = await reader.facts(query);
      const at = stored.findIndex((fact) => fact.organisation === organisation && fact.vintage === year);
      if (at < 0) return stored;
      const others = stored.filter((fact) => fact.organisation !== organisation || fact.vintage !== year);
      return [...others.slice(0, at), ...facts, ...others.slice(at)];
    },
    filings: async (query) =>
      (await reader.filings(query)).map((filing) =>
        filing.organisation === organisation && filing.year === year ? { ...filing, version, registers, materials, explanations } : filing,
      ),
  };
}

function changedFigures(
  before: ReadonlyMap<string, FigurePlace>,
  after: ReadonlyMap<string, FigurePlace>,
  owner: (organisation: string) => string,
): ChangedFigure[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    const known = (now ?? old)!;
    // A change is printed without its sign: where the direction turns, the verb beside it says so.
    const same = old?.figure.text === now?.figure.text && isNegative(old) === isNegative(now);
    if (same) return [];
    return {
      label: [owner(known.figure.organisation), known.figure.label].filter(Boolean).join(" · "),
      before: old?.figure.text ?? "",
      after: now?.figure.text ?? "",
      section: known.section,
      sentenceBefore: old?.sentence ?? "",
      sentenceAfter: now?.sentence ?? "",
    };
  });
}

const isNegative = (place: FigurePlace | undefined): boolean => place?.figure.exact.startsWith("-") ?? false;

/** Findings of the organisation and of those above it. */
async function findingsAround(reader: StoreReader, index: KnowledgeIndex, organisation: string, year: number): Promise<Finding[]> {
  const { evaluator, dataset } = await loadWorkspace(reader, index, organisation, year, false);
  return ancestry(dataset.tree(year), organisation).flatMap((node) => runChecks(evaluator, node.code, year));
}

/** A finding is known by its check and places, in whatever order the facts of the two readings stood. */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const nameOf = ({ organisation, check, members = "", places }: Finding): string => {
    const sorted = places.map((place) => `${place.organisation}/${place.year}/${place.cell ?? ""}`).toSorted();
    return [organisation, check, members, ...sorted].join("|");
  };
  const known = new Set(before.map(nameOf));
  return after.filter((finding) => !known.has(nameOf(finding)));
}
