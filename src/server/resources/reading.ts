/** Reading: indicators with their traces, the report and its files, and the audit of any report. */
import { reportedCycle } from "../../app/audit-subject.ts";
import { loadWorkspace, type Workspace } from "../../app/dataset.ts";
import type { ScopedStore } from "../../app/desk/desk.ts";
import { type IndicatorLine, indicatorLines, tracedLine } from "../../app/indicators.ts";
import { Kept, stampOf } from "../../app/kept.ts";
import { knownFigures } from "../../app/known-figures.ts";
import type { AuditWriter } from "../../app/ports.ts";
import { explainedFigure, type PrintedReport, printedReport } from "../../app/printed-report.ts";
import { refuse } from "../../app/refusal.ts";
import { type Composed, composeIn } from "../../app/report.ts";
import { traceNames } from "../../app/trace-names.ts";
import type { Document } from "../../core/auditing/document.ts";
import type { AuditResult } from "../../core/auditing/finding.ts";
import type { Known } from "../../core/auditing/tie/known-figure.ts";
import { auditJson } from "../../core/auditing/result-json.ts";
import type { readingEndpoints } from "../contract/reading.ts";
import type { FileBody, Handlers, Upload } from "../handler.ts";
import { notFound } from "../problem.ts";
import { validated } from "../validated.ts";
import type { World } from "../world.ts";
import { placeOf } from "./place-of.ts";
import { shelfFor } from "./shelf-for.ts";

export const readingResources: Handlers<typeof readingEndpoints> = {
  "GET /api/figures/{organisation}/{year}": async (call) => {
    const { organisation, year } = placeOf(call.params);
    const seen = await call.store.read((reader) => stampOf(reader, call.world.sha256, year));
    return validated(call, [organisation, year, call.query, seen], () =>
      fresh(call, async (shelf, { evaluator }, { key, stamp }) =>
        shelf.lines.of(key, stamp, async () => indicatorLines(evaluator, organisation, year)),
      ),
    );
  },
  "GET /api/figures/{organisation}/{year}/{code}": async (call) =>
    fresh(call, async (_shelf, { evaluator }, { organisation, year }) => {
      const line = tracedLine(evaluator, call.params.code, organisation, year);
      return { line, names: traceNames(evaluator, line.trace!, [organisation, ...line.missing], year) };
    }),
  "GET /api/reports/{organisation}/{year}": async (call) => {
    const { printed, hash } = await composed(call);
    return { hash, report: hash === call.query.known ? null : printed };
  },
  "GET /api/reports/{organisation}/{year}/figures/{figure}": async (call) => explainedFigure(await composed(call), call.params.figure),
  "GET /api/reports/{organisation}/{year}/report.docx": (call) => written(call, "docx"),
  "GET /api/reports/{organisation}/{year}/report.pdf": (call) => written(call, "pdf"),
  "GET /api/reports/{organisation}/{year}/report.html": (call) => written(call, "html"),
  "POST /api/audits": async (call) => {
    const { document, result } = await audited(call);
    return { text: document.text, audit: auditJson(result, call.body.lang) };
  },
  "POST /api/audits/comments.docx": async (call) => {
    if (!/\.docx$/i.test(call.upload.name)) throw refuse("comments-need-docx", { file: call.upload.name });
    return auditFile(call, "docx");
  },
  "POST /api/audits/page.html": (call) => auditFile(call, "html"),
};

interface ReportCall {
  readonly world: World;
  readonly store: ScopedStore;
  readonly actor: { readonly organisation: string };
  readonly params: { readonly organisation: string; readonly year: string };
  readonly query: { readonly acceptedOnly: "true" | "false" };
}

interface Printed extends Composed {
  readonly printed: PrintedReport;
  readonly hash: string;
  readonly key: string;
  readonly stamp: string;
}

/** What was read a moment ago. Keys begin with the reader's organisation, for each sees its own subtree alone. */
interface Shelf {
  readonly reports: Kept<Printed>;
  readonly lines: Kept<IndicatorLine[]>;
  readonly files: Kept<Uint8Array>;
  readonly known: Kept<Known>;
}

const shelves = new WeakMap<object, Shelf>();

function shelfOf(world: World): Shelf {
  let shelf = shelves.get(world.store);
  if (!shelf) shelves.set(world.store, (shelf = { reports: new Kept(8), lines: new Kept(16), files: new Kept(12), known: new Kept(4) }));
  return shelf;
}

interface Reading {
  readonly organisation: string;
  readonly year: number;
  readonly key: string;
  readonly stamp: string;
}

/** Works on the data as they are now: loaded again only when something that they rest on has changed. */
function fresh<T>(call: ReportCall, work: (shelf: Shelf, workspace: Workspace, reading: Reading) => Promise<T>): Promise<T> {
  const { world, store, actor, params, query } = call;
  const { organisation, year } = placeOf(params);
  const shelf = shelfOf(world);
  const acceptedOnly = query.acceptedOnly === "true";
  return store.read(async (reader) => {
    const stamp = await stampOf(reader, world.sha256, year);
    const workspace = await loadWorkspace(reader, world.index, organisation, year, acceptedOnly, shelfFor(world, actor));
    return work(shelf, workspace, { organisation, year, key: `${actor.organisation} ${organisation} ${year} ${acceptedOnly}`, stamp });
  });
}

function composed(call: ReportCall): Promise<Printed> {
  const { world } = call;
  return fresh(call, (shelf, workspace, { organisation, year, key, stamp }) =>
    shelf.reports.of(key, stamp, async () => {
      const made = composeIn(workspace, world.index, organisation, year);
      const printed = printedReport(made.report);
      return { ...made, printed, hash: world.sha256(JSON.stringify(printed)), key, stamp };
    }),
  );
}

async function written(call: ReportCall, format: "docx" | "pdf" | "html"): Promise<FileBody> {
  const { report, key, stamp } = await composed(call);
  const writer = call.world.writers.find((each) => each.format === format)!;
  const bytes = await shelfOf(call.world).files.of(`${key} ${format}`, stamp, () => writer.write(report));
  return { name: `${report.title}${report.subtitle}.${format}`, bytes };
}

interface AuditCall {
  readonly world: World;
  readonly store: ScopedStore;
  readonly actor: { readonly organisation: string };
  readonly body: {
    readonly organisation?: string | undefined;
    readonly year?: string | undefined;
    readonly acceptedOnly: "true" | "false";
    readonly lang: "zh" | "en";
  };
  readonly upload: Upload;
}

/** Nothing of it is stored. @throws Problem 404 for data outside the actor's subtree; Refusal for a file that is no report. */
async function audited({ world, store, actor, body, upload }: AuditCall): Promise<{ document: Document; result: AuditResult }> {
  const { organisation } = body;
  if (organisation !== undefined && !(await world.store.stands(organisation, actor.organisation))) throw notFound();
  const document = await world.documents.read(upload.name, upload.bytes);
  const beside = upload.besides.prior;
  const given = {
    ...(body.year === undefined ? {} : { year: Number(body.year) }),
    ...(beside ? { prior: await world.documents.read(beside.name, beside.bytes) } : {}),
  };
  const acceptedOnly = body.acceptedOnly === "true";
  const known = organisation === undefined ? null : await knownNow(world, store, actor, document, { ...given, organisation, acceptedOnly });
  return { document, result: await world.auditor.audit({ document, known, ...given }) };
}

/** What the store says now, computed once for many audits of one report. */
function knownNow(
  world: World,
  store: ScopedStore,
  actor: { readonly organisation: string },
  document: Document,
  request: { readonly organisation: string; readonly acceptedOnly: boolean; readonly year?: number },
): Promise<Known> {
  const { organisation, acceptedOnly } = request;
  return store.read(async (reader) => {
    const { year } = await reportedCycle(reader, document, organisation, request.year);
    const stamp = await stampOf(reader, world.sha256, year);
    const key = `${actor.organisation} ${organisation} ${year} ${acceptedOnly}`;
    return shelfOf(world).known.of(key, stamp, () => knownFigures(reader, world.index, organisation, year, acceptedOnly));
  });
}

async function auditFile(call: AuditCall, format: AuditWriter["format"]): Promise<FileBody> {
  const { world, upload, body } = call;
  const { document, result } = await audited(call);
  const writer = world.auditWriters.find((each) => each.format === format)!;
  const bytes = await writer.write({ document, result, bytes: upload.bytes, language: body.lang, at: world.clock.now() });
  const stem = upload.name.replace(/\.[^.]+$/, "");
  return { name: `${stem}.${body.lang === "zh" ? "审核" : "audit"}.${format}`, bytes };
}
