/** Auditor: the least that a tool must yield to be scored; {@link AuditResult} has it, and so have the baselines. */
import type { Document, Span } from "../../../src/core/auditing/document.ts";

export interface ScoredFinding {
  readonly code: string;
  readonly tier: "proof" | "warning" | "note";
  readonly spans: readonly Span[];
  readonly proof?: string;
}

export interface ScoredQuantity extends Span {
  readonly text: string;
  readonly value: string;
  readonly unit: string;
}

export interface Audited {
  readonly quantities: readonly ScoredQuantity[];
  readonly findings: readonly ScoredFinding[];
}

export type Auditor = (document: Document, year: number) => Audited;
