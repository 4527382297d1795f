/** Earlier years' workbooks: whole or not at all; what an administrator brings in stands as accepted, for it was published long ago. */
import { projectFacts } from "../../core/formula/projection.ts";
import type { Actor } from "../policies/actor.ts";
import type { Act, ImportProblem } from "../ports.ts";
import { refuse } from "../refusal.ts";
import { editable, importWorkbook } from "../returns.ts";
import type { ScopedStore } from "./desk.ts";
import type { WorkbookFile, WorkbookWorld } from "./workbook-edits.ts";

export interface EarlierOutcome {
  readonly result: "imported" | "unchanged" | "refused";
  readonly year: number | null;
  readonly problems: readonly ImportProblem[];
  readonly message: { readonly zh: string; readonly en: string } | null;
}

/** @throws Refusal for a workbook of another organisation, of the year being filled, or of a return that is past its draft. */
export async function importEarlier(
  store: ScopedStore,
  world: WorkbookWorld,
  actor: Actor,
  organisation: string,
  file: WorkbookFile,
  act: (name: string, reason?: string) => Act,
): Promise<EarlierOutcome> {
  const { index, catalog, spreadsheets } = world;
  const parsed = await spreadsheets.readWorkbook(file.name, file.bytes, index, catalog);
  const { year } = parsed;
  if (parsed.organisation === null || year === null) return { result: "refused", year, problems: parsed.problems, message: null };
  if (parsed.organisation !== organisation) throw refuse("earlier-organisation", { found: parsed.organisation, wanted: organisation });
  const newest = Math.max(...(await store.cycles()).map((cycle) => cycle.year));
  if (year >= newest) throw refuse("earlier-year", { year });
  const outcome = await importWorkbook(store, spreadsheets, index, catalog, file, act("earlier.import", file.name));
  if (outcome.result !== "refused" && actor.role === "administrator")
    await accept(store, organisation, year, act("earlier.accept", file.name));
  return { result: outcome.result, year, problems: outcome.problems, message: null };

  async function accept(from: ScopedStore, code: string, of: number, accepted: Act): Promise<void> {
    await from.transaction(async (writer) => {
      const current = await writer.currentReturn(code, of);
      if (!current || !editable.includes(current.state)) return;
      if (projectFacts(index, current.document, current.version).length === 0) return;
      await writer.changeState(code, of, current.state, "submitted", accepted);
      await writer.changeState(code, of, "submitted", "accepted", accepted);
    });
  }
}
