/** A workbook handed in through the application: read whole, shown as differences, and taken as edits when a person says so. */
import type { Finding } from "../../core/checking/finding.ts";
import type { ReturnDocument } from "../../core/model/return.ts";
import type { Actor } from "../policies/actor.ts";
import type { Act, ImportProblem, ParsedWorkbook, Spreadsheets } from "../ports.ts";
import { refuse } from "../refusal.ts";
import { merge } from "../returns.ts";
import { sectionsOf } from "../templates.ts";
import type { ScopedStore } from "./desk.ts";
import { type Difference, differencesOf, storedAfter, withKnownRows } from "./document-differences.ts";
import { judgeReturn } from "./judge-return.ts";
import { nodeOf, type Place, workingCopy } from "./read-return.ts";
import { answered, type Edit, saveEdits } from "./save-edits.ts";
import { ledgersOwed, slotGuard } from "./slot-guard.ts";
import { parseSlot } from "./slots.ts";
import type { DeskWorld } from "./summarise-return.ts";

export interface WorkbookWorld extends DeskWorld {
  readonly spreadsheets: Spreadsheets;
}

export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The workbook to fill, with what is filled so far and last year's values beside it. */
export async function writeReturnTemplate(store: Pick<ScopedStore, "read">, world: WorkbookWorld, place: Place): Promise<WorkbookFile> {
  const { organisation: code, year } = place;
  const { index, catalog } = world;
  const found = await store.read(async (reader, desk) => {
    const { document } = await workingCopy(reader, desk, index, catalog, place);
    const { node, cycle } = await nodeOf(reader, place);
    const organisation = (await reader.organisations()).find((each) => each.code === code)!;
    return { node, cycle, organisation, document, previous: (await reader.currentReturn(code, year - 1))?.document ?? null };
  });
  const { node, cycle, organisation, document, previous } = found;
  if (ledgersOwed(index, node.kind, year).length === 0) throw refuse("organisation-files-nothing", { code });
  const bytes = await world.spreadsheets.writeTemplate({
    index,
    catalog,
    organisation,
    organisationName: node.name,
    cycle,
    current: document,
    previous,
    sections: sectionsOf(index, cycle, node.kind),
  });
  return { name: `${code}-${node.shortName ?? node.name}-${year}.xlsx`, bytes };
}

export interface WorkbookPreview {
  readonly problems: readonly ImportProblem[];
  /** Null when the workbook is refused. */
  readonly edits: readonly (Difference & { readonly base: number })[] | null;
  readonly preview: string | null;
}

/**
 * Lists every problem and every change that the workbook would make; nothing is written but the preview itself.
 * @param id names the preview (a UUID).
 */
export async function previewWorkbook(
  store: ScopedStore,
  world: WorkbookWorld,
  actor: Actor,
  place: Place,
  file: WorkbookFile,
  id: string,
  act: Act,
): Promise<WorkbookPreview> {
  const { index, catalog } = world;
  const parsed = await readWorkbookOf(world, place, file);
  const problems = [...parsed.problems];
  const { document } = parsed;
  if (!document || isRefused(problems)) return { problems, edits: null, preview: null };
  const { copy, revisions } = await store.read(async (reader, desk) => ({
    copy: await workingCopy(reader, desk, index, catalog, place),
    revisions: await desk.working.revisions(place.organisation, place.year),
  }));
  const { kind, state, requested } = copy.standing;
  const guard = slotGuard(index, { kind: kind!, year: place.year, state, requested, ledgers: actor.ledgers });
  const incoming = withKnownRows(index, copy.document, document);
  const located = problems.map((problem) => inKnownRow(problem, document, incoming));
  const edits: (Difference & { base: number })[] = [];
  for (const difference of differencesOf(copy.document, merge(copy.document, incoming))) {
    const guarded = guard(difference.slot, difference.after);
    if (guarded.ok) edits.push({ ...difference, base: revisions[difference.slot] ?? 0 });
    else located.push(notTaken(file.name, difference, guarded.message));
  }
  await store.transaction((_, { working }) =>
    working.savePreview({
      ...place,
      id,
      actor: actor.username,
      at: act.at,
      edits: edits.map((each) => ({ slot: each.slot, base: each.base, content: storedAfter(each) })),
    }),
  );
  return { problems: located, edits, preview: id };
}

/** Takes what was previewed; edits of others that came between are conflicts and stay. Taking it again changes nothing. */
export async function applyWorkbook(
  store: ScopedStore,
  world: WorkbookWorld,
  actor: Actor,
  place: Place,
  preview: string,
  act: Act,
): Promise<{ saved: number; conflicts: string[] }> {
  const shown = await store.read((_, { working }) => working.preview(place.organisation, preview));
  if (!shown || shown.year !== place.year || shown.actor !== actor.username) throw refuse("preview-unknown", {});
  const edits = shown.edits.map(({ slot, base, content }, at): Edit => {
    const origin = typeof content === "object" && content !== null && "origin" in content ? content.origin : undefined;
    return { id: editId(preview, at), slot, base, content: answered(slot, content), ...(origin ? { origin } : {}) };
  });
  const conflicts: string[] = [];
  let saved = 0;
  if (edits.length > 0) {
    const { results } = await saveEdits(store, world.index, actor, place, edits, act);
    for (const [at, result] of results.entries())
      if (result.result === "saved") saved += 1;
      else conflicts.push(edits[at]!.slot);
  }
  const from = edits.find((edit) => edit.origin)?.origin?.file ?? "";
  await store.transaction((_, desk) =>
    desk.acts.record([
      {
        ...place,
        act: act.name,
        actor: actor.username,
        name: actor.name,
        at: act.at,
        detail: `${from}：采纳 ${saved} 项，冲突 ${conflicts.length} 项`,
      },
    ]),
  );
  return { saved, conflicts };
}

/** The preview's id with the edit's place in it: the same at every try. */
const editId = (preview: string, at: number): string => preview.slice(0, 24) + at.toString(16).padStart(12, "0");

/** The same workbook with its problems as notes: those of reading it and, when it can be read, those that the checks find. */
export async function commentWorkbook(
  store: Pick<ScopedStore, "read">,
  world: WorkbookWorld,
  place: Place,
  file: WorkbookFile,
): Promise<WorkbookFile> {
  const { index, catalog } = world;
  const parsed = await readWorkbookOf(world, place, file);
  const problems = [...parsed.problems];
  if (parsed.document && !isRefused(problems)) {
    const copy = await store.read((reader, desk) => workingCopy(reader, desk, index, catalog, place));
    const merged: ReturnDocument = merge(copy.document, parsed.document);
    const { findings } = await judgeReturn(world.store, index, place, merged, copy.standing.state);
    problems.push(...findings.flatMap((finding) => problemsOf(file.name, finding)));
  }
  return { name: file.name.replace(/\.xlsx$/i, "") + "-批注.xlsx", bytes: await world.spreadsheets.commentProblems(file.bytes, problems) };
}

async function readWorkbookOf(world: WorkbookWorld, place: Place, file: WorkbookFile): Promise<ParsedWorkbook> {
  const parsed = await world.spreadsheets.readWorkbook(file.name, file.bytes, world.index, world.catalog);
  const { organisation, year } = parsed;
  if (organisation === null || year === null || (organisation === place.organisation && year === place.year)) return parsed;
  const [found, expected] = [`${organisation} ${year}`, `${place.organisation} ${place.year}`];
  const other: ImportProblem = {
    file: file.name,
    sheet: "",
    cell: "",
    severity: "refusal",
    code: "identity-other",
    message: { zh: `这是 ${found} 的工作簿，不能用于 ${expected}`, en: `this is the workbook of ${found}, not of ${expected}` },
    found,
    expected,
  };
  return { ...parsed, document: null, problems: [...parsed.problems, other] };
}

const isRefused = (problems: readonly ImportProblem[]): boolean => problems.some((problem) => problem.severity === "refusal");

/** A row recognised by its natural key keeps the id that it has here. */
function inKnownRow(problem: ImportProblem, read: ReturnDocument, incoming: ReturnDocument): ImportProblem {
  const { ledger = "", cell = "" } = problem.place ?? {};
  const at = cell.lastIndexOf("/");
  const row = read.registers[ledger]?.findIndex(({ id }) => id === cell.slice(0, at)) ?? -1;
  const known = incoming.registers[ledger]?.[row]?.id;
  return known === undefined ? problem : { ...problem, place: { ledger, cell: known + cell.slice(at) } };
}

function notTaken(file: string, { slot, origin, after }: Difference, message: { readonly zh: string; readonly en: string }): ImportProblem {
  const found = after !== null && typeof after === "object" && "value" in after ? (after.value ?? "") : "";
  return {
    file,
    sheet: origin?.sheet ?? "",
    cell: origin?.cell ?? "",
    severity: "note",
    code: "not-taken",
    message: { zh: `未采纳：${message.zh}`, en: `not taken: ${message.en}` },
    found,
    expected: "",
    ...placeOfSlot(slot),
  };
}

function placeOfSlot(name: string): Pick<ImportProblem, "place"> {
  const slot = parseSlot(name);
  if (!slot || slot.ledger === "") return {};
  return { place: { ledger: slot.ledger, ...(slot.key === "" ? {} : { cell: slot.key }) } };
}

function problemsOf(file: string, finding: Finding): ImportProblem[] {
  return finding.places.flatMap(({ origin }) =>
    origin?.file === file
      ? [
          {
            file,
            sheet: origin.sheet,
            cell: origin.cell,
            severity: finding.tier === "proof" ? ("refusal" as const) : ("note" as const),
            code: finding.check,
            message: finding.message,
            found: finding.proof,
            expected: finding.repair,
          },
        ]
      : [],
  );
}
