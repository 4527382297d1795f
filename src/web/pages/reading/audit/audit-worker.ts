/** Audits a report beside the page, so that the page never freezes and the file never leaves the computer. */
import "../../../old-browsers.ts";
import { knowledge } from "../../../../catalog/knowledge.ts";
import { auditDocument } from "../../../../core/auditing/audit.ts";
import type { Document } from "../../../../core/auditing/document.ts";
import { KnowledgeIndex } from "../../../../core/definition/knowledge.ts";
import { readDocument, UnreadableDocument } from "../../../../readers/read-document.ts";
import type { AuditNews, AuditOrder, SentFile } from "./audit-protocol.ts";

const tell = (news: AuditNews): void => postMessage(news);

addEventListener("message", (event: MessageEvent<AuditOrder | { readonly kind?: undefined }>) => {
  // pdf.js, which works in this same worker, has messages of its own.
  if (event.data?.kind === "audit") void audit(event.data);
});

async function audit({ file, prior, year, pdfFolder }: AuditOrder): Promise<void> {
  try {
    tell({ kind: "stage", stage: "reading" });
    const document = await open(file, pdfFolder);
    const earlier = prior && (await open(prior, pdfFolder));
    tell({ kind: "stage", stage: "auditing" });
    const result = auditDocument(document, {
      index: new KnowledgeIndex(knowledge),
      ...(year === null ? {} : { year }),
      ...(earlier ? { prior: earlier } : {}),
    });
    tell({ kind: "done", document, result });
  } catch (error) {
    if (error instanceof Unreadable) tell({ kind: "unreadable", file: error.file, message: error.reason });
    else tell({ kind: "broken", message: error instanceof Error ? error.message : String(error) });
  }
}

class Unreadable extends Error {
  constructor(
    readonly file: string,
    readonly reason: { readonly zh: string; readonly en: string },
  ) {
    super(reason.zh);
  }
}

async function open({ name, bytes }: SentFile, pdfFolder: string): Promise<Document> {
  const content = new Uint8Array(bytes);
  // Loaded here, pdf.js's own worker runs inside this one.
  if (new TextDecoder("latin1").decode(content.subarray(0, 1024)).includes("%PDF-")) await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  try {
    return await readDocument(name, content, { cMapUrl: `${pdfFolder}cmaps/`, standardFontDataUrl: `${pdfFolder}standard_fonts/` });
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new Unreadable(name, { zh: error.zh, en: error.en });
    throw error;
  }
}
