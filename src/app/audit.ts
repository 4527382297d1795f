/** Audits a report from a file: alone, against last year's, or against the store's facts. */
import { auditDocument } from "../core/auditing/audit.ts";
import type { Document } from "../core/auditing/document.ts";
import type { AuditResult } from "../core/auditing/finding.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { ownAuditor } from "./auditor.ts";
import { reportedCycle } from "./audit-subject.ts";
import { knownFigures } from "./known-figures.ts";
import type { DocumentReader, Files, Store, StoreReader } from "./ports.ts";
import { refuse } from "./refusal.ts";

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
  const given = {
    ...(request.year === undefined ? {} : { year: request.year }),
    ...(request.prior === undefined ? {} : { prior: (await open(world, request.prior)).document }),
  };
  if (!request.data) return { path, bytes, document, result: auditDocument(document, { index: world.index, ...given }) };
  const { store, ...data } = request.data;
  const result = await store.snapshot((reader) => auditWithData(reader, world.index, document, { ...given, ...data }));
  return { path, bytes, document, result };
}

/** @throws Refusal for an unknown organisation or cycle, and for data of another organisation or year than the document's. */
export async function auditWithData(
  reader: StoreReader,
  index: KnowledgeIndex,
  document: Document,
  request: { readonly organisation: string; readonly acceptedOnly: boolean; readonly year?: number; readonly prior?: Document },
): Promise<AuditResult> {
  const { year } = await reportedCycle(reader, document, request.organisation, request.year);
  const known = await knownFigures(reader, index, request.organisation, year, request.acceptedOnly);
  return ownAuditor(index).audit({ document, known, ...(request.prior ? { prior: request.prior } : {}) });
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
