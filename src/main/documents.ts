/** Hands the readers to the application: what they cannot read becomes a refusal that names the file. */
import type { Document } from "../core/auditing/document.ts";
import { refuse } from "../app/refusal.ts";
import { readDocument, UnreadableDocument } from "../readers/read-document.ts";

export async function readAnyDocument(file: string, bytes: Uint8Array): Promise<Document> {
  try {
    return await readDocument(file, bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw refuse("document-unreadable", { file, zh: error.zh, en: error.en });
    throw error;
  }
}
