/** Takes the auditor by its entry point alone; null while it does not exist, so that the bench can be built beside it. */
import { existsSync } from "node:fs";
import { knowledge } from "../../src/catalog/knowledge.ts";
import type { Document } from "../../src/core/auditing/document.ts";
import type { AuditResult } from "../../src/core/auditing/finding.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import type { Auditor } from "./scoring/auditor.ts";

interface Entry {
  readonly auditDocument: (document: Document, options: { readonly index: KnowledgeIndex; readonly year?: number }) => AuditResult;
}

export async function loadAuditor(): Promise<Auditor | null> {
  const entry = new URL("../../src/core/auditing/audit.ts", import.meta.url);
  if (!existsSync(entry)) return null;
  const { auditDocument } = (await import(entry.href)) as Entry;
  const index = new KnowledgeIndex(knowledge);
  return (document, year) => auditDocument(document, { index, year });
}
