/** Audits a report from a file: alone, against last year's, or against the store's facts. */
import { auditDocument } from "../core/auditing/audit.ts";
import type { Document } from "../core/auditing/document.ts";
import type { AuditResult } from "../core/auditing/finding.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { reportedCycle } from "./audit-subject.ts";
import { knownFigures } from "./known-figures.ts";
import type { DocumentReader, Files, Store } from "./ports.ts";
import { refuse } from "./refusal.ts";
import { tiedAudit } from "./tied-audit.ts";

interface World {
  readonly index: KnowledgeIndex;
  readonly files: Pick<Files, "read">;
  readonly documents: DocumentReader;
}

export interface AuditedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly document: Document;
  readonly result: AuditResult;
}

export interface AuditRequest {
  readonly year?: number;
  /** Path of last year's report. */
  readonly prior?: string;
  /** Whose facts to tie every figure with. */
  readonly data?: { readonly store: Pick<Store, "snapshot">; readonly organisation: string; readonly acceptedOnly: boolean };
}

/** @throws Refusal for a file that is absent or cannot be read as a document, and for data of another organisation or year than the file's. */
export async function auditFile(world: World, path: string, request: AuditRequest): Promise<AuditedFile> {
  const { bytes, document } = await open(world, path);
  const prior = request.prior === undefined ? {} : { prior: (await open(world, request.prior)).document };
  if (!request.data) {
    const year = request.year === undefined ? {} : { year: request.year };
    return { path, bytes, document, result: auditDocument(document, { index: world.index, ...year, ...prior }) };
  }
  const { store, organisation, acceptedOnly } = request.data;
  const known = await store.snapshot(async (reader) => {
    const { year } = await reportedCycle(reader, document, organisation, request.year);
    return knownFigures(reader, world.index, organisation, year, acceptedOnly);
  });
  return { path, bytes, document, result: tiedAudit(document, { index: world.index, year: known.year, ...prior }, known) };
}

async function open(world: World, path: string): Promise<{ bytes: Uint8Array; document: Document }> {
  let bytes: Uint8Array;
  try {
    bytes = await world.files.read(path);
  } catch {
    throw refuse("document-missing", { file: path });
  }
  return { bytes, document: await world.documents.read(path, bytes) };
}
