/** The life of a return: imported as a draft, submitted, then accepted or given back. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Finding } from "../core/checking/finding.ts";
import { runChecks } from "../core/checking/run-checks.ts";
import type { Evaluator } from "../core/formula/evaluator.ts";
import { projectFacts } from "../core/formula/projection.ts";
import type { ReturnDocument, ReturnState } from "../core/model/return.ts";
import { canonicalJson } from "./canonical.ts";
import { findCycle } from "./cycles.ts";
import { loadWorkspace } from "./dataset.ts";
import type { Desk } from "./desk/desk.ts";
import { type Difference, differencesOf, storedAfter, withKnownRows } from "./desk/document-differences.ts";
import { fileWorkingCopy, type FilingWorld } from "./desk/file-working-copy.ts";
import { workingCopy } from "./desk/read-return.ts";
import type { Standing } from "./desk/working.ts";
import type { Act, ImportProblem, Spreadsheets, Store, StoreReader, StoreWriter } from "./ports.ts";
import { refuse } from "./refusal.ts";

export const stateNames: Readonly<Record<ReturnState, string>> = {
  draft: "草稿",
  confirmed: "部门已确认",
  signed: "已签字",
  submitted: "已报送",
  returned: "已退回",
  accepted: "已接收",
  locked: "已锁定",
};

/** States in which a workbook may be imported. */
export const editable: readonly ReturnState[] = ["draft", "confirmed", "returned"];

export interface ImportOutcome {
  readonly file: string;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly result: "imported" | "unchanged" | "refused";
  readonly version: number | null;
  readonly problems: readonly ImportProblem[];
}

/**
 * Reads one workbook into the organisation's draft: whole, or not at all when anything in it is refused.
 * Ledgers that the workbook lacks stay as they were; the same workbook again changes nothing.
 */
export async function importWorkbook(
  store: StoreReader & Pick<Store, "transaction">,
  spreadsheets: Spreadsheets,
  index: KnowledgeIndex,
  catalog: string,
  file: { name: string; bytes: Uint8Array },
  act: Act,
): Promise<ImportOutcome> {
  const parsed = await spreadsheets.readWorkbook(file.name, file.bytes, index, catalog);
  const base = { file: file.name, organisation: parsed.organisation, year: parsed.year, problems: parsed.problems };
  const { document } = parsed;
  if (document === null || parsed.problems.some((problem) => problem.severity === "refusal"))
    return { ...base, result: "refused", version: null };
  const place = await problemOfPlace(store, file.name, document);
  if (place) return { ...base, problems: [...parsed.problems, place], result: "refused", version: null };
  return store.transaction(async (writer, desk) => ({ ...base, ...(await takeWorkbook(writer, desk, { index, catalog }, document, act)) }));
}

/**
 * Puts a workbook's ledgers in place of those that stand, typed ones included, and files all of it as a draft. Where
 * people work on the same return in the application, they see what changed as edits of whoever imported.
 */
async function takeWorkbook(
  writer: StoreWriter,
  desk: Desk,
  world: FilingWorld,
  document: ReturnDocument,
  act: Act,
): Promise<{ result: "imported" | "unchanged"; version: number | null }> {
  const { organisation, year } = document;
  await desk.working.lock(organisation, year);
  const { standing, newest, document: working } = await workingCopy(writer, desk, world.index, world.catalog, { organisation, year });
  const edited = standing.sequence > 0 || standing.confirmations.length > 0;
  const current = newest || edited ? working : null;
  const merged = merge(current, edited ? withKnownRows(world.index, current, document) : document);
  if (current && canonicalJson(withoutFiles(merged)) === canonicalJson(withoutFiles(current)))
    return { result: "unchanged", version: newest?.version ?? null };
  if (newest && !editable.includes(newest.state))
    throw refuse("return-state", { organisation, year, state: stateNames[newest.state], wanted: "草稿 / 已退回" });
  const version = (newest?.version ?? 0) + 1;
  const facts = projectFacts(world.index, merged, version);
  const stored = await writer.appendReturn({ document: merged, state: "draft", facts }, act);
  if (edited) await tellWorkers(desk, standing, differencesOf(current, merged), document, act);
  return { result: "imported", version: stored.version };
}

/** Notes an import's differences as edits, so that nobody types over them unawares, and withdraws the confirmations they touch. */
async function tellWorkers(
  desk: Desk,
  standing: Standing,
  differences: readonly Difference[],
  { organisation, year, forms, registers }: ReturnDocument,
  act: Act,
): Promise<void> {
  const sequence = standing.sequence + differences.length;
  const edits = differences.map((each, at) => ({
    id: null,
    slot: each.slot,
    revision: standing.sequence + at + 1,
    before: each.before,
    after: storedAfter(each),
    changed: true,
  }));
  const withdrawn = standing.confirmations.map(({ ledger }) => ledger).filter((ledger) => ledger in forms || ledger in registers);
  await desk.working.append({ organisation, year, actor: act.actor, name: act.actor, at: act.at, edits, withdrawn, sequence });
  await desk.working.markApplied(organisation, year, sequence);
}

/** The workbook's organisation and year must be known here. */
async function problemOfPlace(store: StoreReader, file: string, document: ReturnDocument): Promise<ImportProblem | null> {
  try {
    await findCycle(store, document.organisation, document.year);
    return null;
  } catch (error) {
    if (!(error instanceof Error && "zh" in error && "en" in error)) throw error;
    const message = { zh: String(error.zh), en: String(error.en) };
    return {
      file,
      sheet: "",
      cell: "",
      severity: "refusal",
      code: "identity-unknown",
      message,
      found: `${document.organisation} ${document.year}`,
      expected: "已登记的机构与已开启的年度",
    };
  }
}

/** The current draft with the ledgers of a newly read workbook in place of its own. */
export function merge(current: ReturnDocument | null, incoming: ReturnDocument): ReturnDocument {
  if (!current) return incoming;
  return {
    ...incoming,
    forms: { ...current.forms, ...incoming.forms },
    registers: { ...current.registers, ...incoming.registers },
    materials: incoming.materials.length > 0 ? incoming.materials : current.materials,
    explanations: { ...current.explanations, ...incoming.explanations },
  };
}

/** The contents that count when asking whether anything changed: a renamed file is no change. */
function withoutFiles(document: ReturnDocument): unknown {
  return JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === "file" || key === "catalog" ? undefined : value)));
}

export interface SubmitOutcome {
  readonly organisation: string;
  readonly submitted: boolean;
  /** Proofs, and warnings that nobody explained. */
  readonly blocking: readonly Finding[];
  readonly findings: readonly Finding[];
}

/**
 * Submits drafts of one city, judged together over one state of the data. A proof blocks; a warning wants
 * an explanation, by check code or "all". Explanations are kept with the return and travel with its facts.
 * @param signed the act of the head who signs before handing in; without it nobody signed.
 * @throws Refusal when one of them is no draft.
 */
export async function submitReturns(
  store: Store,
  index: KnowledgeIndex,
  organisations: readonly string[],
  year: number,
  explanations: Readonly<Record<string, string>>,
  act: Act,
  signed?: (organisation: string) => Act,
): Promise<SubmitOutcome[]> {
  const [first] = organisations;
  if (first === undefined) return [];
  for (const organisation of organisations) await fileEdits(store, index, { organisation, year }, act);
  for (const organisation of organisations) await demandState(store, organisation, year, editable);
  const { evaluator } = await store.snapshot((reader) => loadWorkspace(reader, index, first, year, false));
  const outcomes: SubmitOutcome[] = [];
  for (const organisation of organisations)
    outcomes.push(await submitOne(store, index, evaluator, organisation, year, explanations, act, signed?.(organisation)));
  return outcomes;
}

/** What was edited in the application since the newest version is handed in with it. */
async function fileEdits(store: Store, index: KnowledgeIndex, place: { organisation: string; year: number }, act: Act): Promise<void> {
  const { organisation, year } = place;
  await store.transaction(async (writer, desk) => {
    await desk.working.lock(organisation, year);
    const { sequence, applied, state } = await desk.working.standing(organisation, year);
    if (sequence === applied || (state !== "none" && !editable.includes(state))) return;
    const newest = await writer.currentReturn(organisation, year);
    const cycle = await findCycle(writer, organisation, year);
    const world = { index, catalog: newest?.document.catalog ?? cycle.catalog };
    await fileWorkingCopy(writer, desk, world, place, "draft", { ...act, name: "file" });
  });
}

async function submitOne(
  store: Store,
  index: KnowledgeIndex,
  evaluator: Evaluator,
  organisation: string,
  year: number,
  explanations: Readonly<Record<string, string>>,
  act: Act,
  signed: Act | undefined,
): Promise<SubmitOutcome> {
  const findings = runChecks(evaluator, organisation, year);
  const explain = (finding: Finding): string | null => finding.explanation ?? explanations[finding.check] ?? explanations.all ?? null;
  const warnings = findings.filter((finding) => finding.tier === "warning");
  const blocking = [...findings.filter((finding) => finding.tier === "proof"), ...warnings.filter((finding) => explain(finding) === null)];
  if (blocking.length > 0) return { organisation, submitted: false, blocking, findings };
  const given = Object.fromEntries(
    warnings.filter((finding) => finding.explanation === null).map((finding) => [finding.check, explain(finding)!]),
  );
  await store.transaction(async (writer) => {
    const current = await demandState(writer, organisation, year, editable);
    if (Object.keys(given).length > 0) {
      const document = { ...current.document, explanations: { ...current.document.explanations, ...given } };
      const facts = projectFacts(index, document, current.version + 1);
      await writer.appendReturn({ document, state: signed ? "signed" : "submitted", facts }, signed ?? act);
    } else await writer.changeState(organisation, year, current.state, signed ? "signed" : "submitted", signed ?? act);
    if (signed) await writer.changeState(organisation, year, "signed", "submitted", { ...act, actor: signed.actor });
  });
  return { organisation, submitted: true, blocking: [], findings };
}

/** Accepts a submitted return: from now on its facts may be published. */
export async function acceptReturn(store: Store, organisation: string, year: number, act: Act): Promise<void> {
  await move(store, organisation, year, ["submitted"], "accepted", act);
}

/** Gives a return back with a reason, so that it can be corrected. */
export async function returnReturn(store: Store, organisation: string, year: number, act: Act): Promise<void> {
  if (act.reason.trim() === "") throw refuse("reason-missing", {});
  await move(store, organisation, year, ["submitted", "accepted"], "returned", act);
}

async function move(
  store: Store,
  organisation: string,
  year: number,
  from: readonly ReturnState[],
  to: ReturnState,
  act: Act,
): Promise<void> {
  await store.transaction(async (writer) => {
    const current = await demandState(writer, organisation, year, from);
    await writer.changeState(organisation, year, current.state, to, act);
  });
}

async function demandState(
  reader: Pick<StoreWriter, "currentReturn" | "organisations" | "cycles">,
  organisation: string,
  year: number,
  wanted: readonly ReturnState[],
) {
  const current = await reader.currentReturn(organisation, year);
  if (!current) {
    if (!(await reader.organisations()).some((each) => each.code === organisation))
      throw refuse("organisation-unknown", { code: organisation });
    throw refuse("return-missing", { organisation, year });
  }
  if (!wanted.includes(current.state))
    throw refuse("return-state", {
      organisation,
      year,
      state: stateNames[current.state],
      wanted: wanted.map((state) => stateNames[state]).join(" / "),
    });
  return current;
}
