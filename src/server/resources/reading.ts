/** Reading: indicators with their traces, the report and its files, and the audit of any report. */
import { auditWithData } from "../../app/audit.ts";
import { loadWorkspace } from "../../app/dataset.ts";
import { indicatorLines, tracedLine } from "../../app/indicators.ts";
import type { AuditWriter, StoreReader } from "../../app/ports.ts";
import { explainedFigure, printedReport } from "../../app/printed-report.ts";
import { refuse } from "../../app/refusal.ts";
import { type Composed, composeFor } from "../../app/report.ts";
import { traceNames } from "../../app/trace-names.ts";
import { auditDocument } from "../../core/auditing/audit.ts";
import type { Document } from "../../core/auditing/document.ts";
import type { AuditResult } from "../../core/auditing/finding.ts";
import { auditJson } from "../../core/auditing/result-json.ts";
import type { readingEndpoints } from "../contract/reading.ts";
import type { FileBody, Handlers, Upload } from "../handler.ts";
import { notFound } from "../problem.ts";
import type { World } from "../world.ts";

export const readingResources: Handlers<typeof readingEndpoints> = {
  "GET /api/figures/{organisation}/{year}": async ({ world, store, params, query }) => {
    const { evaluator } = await loadWorkspace(store, world.index, params.organisation, Number(params.year), query.acceptedOnly === "true");
    return indicatorLines(evaluator, params.organisation, Number(params.year));
  },
  "GET /api/figures/{organisation}/{year}/{code}": async ({ world, store, params, query }) => {
    const year = Number(params.year);
    const { evaluator } = await loadWorkspace(store, world.index, params.organisation, year, query.acceptedOnly === "true");
    const line = tracedLine(evaluator, params.code, params.organisation, year);
    return { line, names: traceNames(evaluator, line.trace!, [params.organisation, ...line.missing], year) };
  },
  "GET /api/reports/{organisation}/{year}": async (call) => {
    const report = printedReport((await composed(call)).report);
    const hash = call.world.sha256(JSON.stringify(report));
    return { hash, report: hash === call.query.known ? null : report };
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
  readonly store: StoreReader;
  readonly params: { readonly organisation: string; readonly year: string };
  readonly query: { readonly acceptedOnly: "true" | "false" };
}

function composed({ world, store, params, query }: ReportCall): Promise<Composed> {
  return composeFor(store, world.index, params.organisation, Number(params.year), query.acceptedOnly === "true");
}

async function written(call: ReportCall, format: "docx" | "pdf" | "html"): Promise<FileBody> {
  const { report } = await composed(call);
  const writer = call.world.writers.find((each) => each.format === format)!;
  return { name: `${report.title}${report.subtitle}.${format}`, bytes: await writer.write(report) };
}

interface AuditCall {
  readonly world: World;
  readonly store: StoreReader;
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
  if (organisation === undefined) return { document, result: auditDocument(document, { index: world.index, ...given }) };
  const acceptedOnly = body.acceptedOnly === "true";
  return { document, result: await auditWithData(store, world.index, document, { ...given, organisation, acceptedOnly }) };
}

async function auditFile(call: AuditCall, format: AuditWriter["format"]): Promise<FileBody> {
  const { world, upload, body } = call;
  const { document, result } = await audited(call);
  const writer = world.auditWriters.find((each) => each.format === format)!;
  const bytes = await writer.write({ document, result, bytes: upload.bytes, language: body.lang, at: world.clock.now() });
  const stem = upload.name.replace(/\.[^.]+$/, "");
  return { name: `${stem}.${body.lang === "zh" ? "审核" : "audit"}.${format}`, bytes };
}
