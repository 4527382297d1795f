/** The port of auditing a document that was read: in this process for a command, beside it for a server that has others to answer. */
import { auditDocument } from "../core/auditing/audit.ts";
import type { Document } from "../core/auditing/document.ts";
import type { AuditResult } from "../core/auditing/finding.ts";
import type { Known } from "../core/auditing/tie/known-figure.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { tiedAudit } from "./tied-audit.ts";

export interface AuditTask {
  readonly document: Document;
  readonly year?: number;
  readonly prior?: Document;
  /** The store's figures, of `year`, to tie every quantity with; null audits the text alone. */
  readonly known: Known | null;
}

export interface Auditor {
  audit(task: AuditTask): Promise<AuditResult>;
}

/** Audits here and now. */
export function ownAuditor(index: KnowledgeIndex): Auditor {
  return {
    audit: async ({ document, year, prior, known }) => {
      const options = { index, ...(year === undefined ? {} : { year }), ...(prior ? { prior } : {}) };
      return known ? tiedAudit(document, { ...options, year: known.year }, known) : auditDocument(document, options);
    },
  };
}
