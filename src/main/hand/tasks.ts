/** What the server hands to the process beside it, as plain values both ways. */
import type { AuditTask } from "../../app/auditor.ts";
import type { StatementWriter } from "../../app/desk/statement.ts";
import type { AuditWriter, ImportProblem, ParsedWorkbook, ReportWriter, SheetRows, TableSheet, TemplateRequest } from "../../app/ports.ts";
import type { RefusalCode } from "../../app/refusal.ts";
import type { Document } from "../../core/auditing/document.ts";
import type { AuditResult } from "../../core/auditing/finding.ts";
import type { Report } from "../../core/reporting/report.ts";

export interface HandTasks {
  readDocument: { given: { readonly file: string; readonly bytes: Uint8Array }; back: Document };
  audit: { given: AuditTask; back: AuditResult };
  writeReport: { given: { readonly format: ReportWriter["format"]; readonly report: Report }; back: Uint8Array };
  writeStatement: { given: Parameters<StatementWriter["write"]>[0]; back: Uint8Array };
  writeAudit: {
    given: { readonly format: AuditWriter["format"]; readonly audit: Parameters<AuditWriter["write"]>[0] };
    back: Uint8Array;
  };
  /** Of workbooks; whoever does it has the catalog itself. */
  writeTemplate: { given: Omit<TemplateRequest, "index">; back: Uint8Array };
  readWorkbook: { given: { readonly file: string; readonly bytes: Uint8Array; readonly catalog: string }; back: ParsedWorkbook };
  commentProblems: { given: { readonly bytes: Uint8Array; readonly problems: readonly ImportProblem[] }; back: Uint8Array };
  writeTable: { given: readonly TableSheet[]; back: Uint8Array };
  readTable: { given: Uint8Array; back: string[][] };
  readSheets: { given: Uint8Array; back: SheetRows[] };
}

export type HandTask = keyof HandTasks;

export interface HandRequest {
  readonly id: number;
  readonly task: HandTask;
  readonly given: unknown;
}

export type HandAnswer =
  | { readonly id: number; readonly back: unknown }
  | { readonly id: number; readonly refusal: { readonly code: RefusalCode; readonly zh: string; readonly en: string } }
  | { readonly id: number; readonly error: string };
