/** Cycles and breaks in series as an administrator keeps them: within the own subtree, with outlines and measures that exist. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Cycle, SeriesBreak } from "../core/model/cycle.ts";
import { type CycleRequest, openCycle } from "./cycles.ts";
import { assertWithin } from "./organisation-changes.ts";
import type { Act, Store } from "./ports.ts";
import { refuse } from "./refusal.ts";

export interface CycleChange {
  readonly titleYear?: number | undefined;
  readonly issuedOn?: string | null | undefined;
  readonly deadlines?: Readonly<Partial<Record<"school" | "county" | "city", string | undefined>>> | undefined;
  /** Later deadlines of single organisations: the whole list. */
  readonly extensions?: Readonly<Record<string, string>> | undefined;
}

/** @throws Refusal for an outline that the catalog lacks, besides those of {@link openCycle}. */
export async function openCycleWithin(store: Store, index: KnowledgeIndex, scope: string, request: CycleRequest, act: Act): Promise<Cycle> {
  await assertWithin(store, scope, request.organisation);
  const known = index.knowledge.outlines.map((outline) => outline.code);
  for (const code of Object.values(request.outlines))
    if (!known.includes(code)) throw refuse("outline-unknown", { code, known: known.join("、") });
  return openCycle(store, request, act);
}

export async function changeCycle(
  store: Store,
  scope: string,
  organisation: string,
  year: number,
  change: CycleChange,
  act: Act,
): Promise<Cycle> {
  await assertWithin(store, scope, organisation);
  return store.transaction(async (writer) => {
    const cycle = (await writer.cycles(organisation)).find((each) => each.year === year);
    if (!cycle) throw refuse("cycle-unknown", { organisation, year });
    const deadlines = Object.entries(change.deadlines ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const changed: Cycle = {
      ...cycle,
      titleYear: change.titleYear ?? cycle.titleYear,
      issuedOn: change.issuedOn === undefined ? cycle.issuedOn : change.issuedOn,
      deadlines: { ...cycle.deadlines, ...Object.fromEntries(deadlines) },
      ...(change.extensions === undefined ? {} : { extensions: change.extensions }),
    };
    await writer.saveCycle(changed, act);
    return changed;
  });
}

/** @throws Refusal for a measure that the catalog lacks. */
export async function addBreak(store: Store, index: KnowledgeIndex, scope: string, entry: SeriesBreak, act: Act): Promise<void> {
  await assertWithin(store, scope, entry.organisation);
  if (!index.elements.has(entry.measure) && !index.indicators.has(entry.measure)) throw refuse("measure-unknown", { code: entry.measure });
  await store.transaction((writer) => writer.saveBreak(entry, act));
}
