/** What the page and its auditing worker say to each other. */
import type { Document } from "../../../../core/auditing/document.ts";
import type { AuditResult, Bilingual } from "../../../../core/auditing/finding.ts";

export interface SentFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

export interface AuditOrder {
  readonly kind: "audit";
  readonly file: SentFile;
  readonly prior: SentFile | null;
  /** Null: from the title. */
  readonly year: number | null;
  /** Folder of pdf.js's tables on our own server, with a slash at its end. */
  readonly pdfFolder: string;
}

export type AuditNews =
  | { readonly kind: "stage"; readonly stage: "reading" | "auditing" }
  | { readonly kind: "done"; readonly document: Document; readonly result: AuditResult }
  /** The file is no report that can be read; the words name what it is and what to do. */
  | { readonly kind: "unreadable"; readonly file: string; readonly message: Bilingual }
  | { readonly kind: "broken"; readonly message: string };
