/** An audit against the store: each quantity tied to the figure that the data yields, and what differs told among the other findings. */
import { auditDocument, type AuditOptions } from "../core/auditing/audit.ts";
import { numbered } from "../core/auditing/blame.ts";
import type { Document, Span } from "../core/auditing/document.ts";
import type { AuditedQuantity, AuditFinding, AuditResult } from "../core/auditing/finding.ts";
import { readDocumentClaims } from "../core/auditing/read.ts";
import type { Known } from "../core/auditing/tie/known-figure.ts";
import { tieFindings } from "../core/auditing/tie/tie-findings.ts";
import { tieFigures } from "../core/auditing/tie/tie.ts";
import type { Tie } from "../core/auditing/tie/tie-state.ts";
import type { FindingCode } from "../core/definition/check.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";

/** Findings that one altered figure makes of its neighbours: beside a figure known to differ they are echoes. */
const arithmetic: ReadonlySet<FindingCode> = new Set<FindingCode>([
  ...(["SUM", "SHARE", "RATIO", "BASE", "SUBSET", "RANGE", "PERCAP", "DENOM", "DELTA", "PRIOR", "INTEGER", "DIR", "CROSS"] as const),
  ...(["SCOPE", "LIST", "STALE", "ROUND", "HEDGE", "STD"] as const),
]);

/** `known` must be of the year that the options give. */
export function tiedAudit(document: Document, options: AuditOptions & { readonly year: number }, known: Known): AuditResult {
  const result = auditDocument(document, options);
  const tied = tiesOf(document, options, known);
  const ties = new Map(tied.ties.map((tie) => [tie.quantity, tie]));
  return {
    ...result,
    quantities: result.quantities.map((quantity, at): AuditedQuantity => {
      const tie = ties.get(at);
      return tie ? { ...quantity, tie: { state: tie.state, fact: tie.fact, stored: tie.stored } } : quantity;
    }),
    findings: merged(result.findings, tied.findings),
  };
}

/** The ties alone, without an audit of the text in itself. */
export function tiesOf(
  document: Document,
  options: { readonly index: KnowledgeIndex; readonly year: number },
  known: Known,
): { readonly ties: readonly Tie[]; readonly findings: readonly Omit<AuditFinding, "id">[] } {
  const { quantities, claims } = readDocumentClaims(document, options.index, options.year, true);
  const tied = tieFigures(document, quantities, claims, known);
  return { ties: tied.ties, findings: tieFindings(tied, { document, quantities, claims, known }) };
}

/** All findings in order of the text, with new ids; arithmetic that a differing figure upsets stands beneath it. */
function merged(findings: readonly AuditFinding[], ofTies: readonly Omit<AuditFinding, "id">[]): AuditFinding[] {
  const keys = new Map(findings.map(({ id }, key) => [id, key]));
  const roots = ofTies.flatMap(({ tier, spans: [span] }, at) => (tier !== "note" && span ? [{ span, key: findings.length + at }] : []));
  const causeOf = ({ causes: [cause], code, spans }: AuditFinding): number | null => {
    if (cause !== undefined) return keys.get(cause) ?? null;
    if (!arithmetic.has(code)) return null;
    return roots.find(({ span }) => spans.some((each) => overlap(each, span)))?.key ?? null;
  };
  return numbered([
    ...findings.map((finding, key) => ({ ...finding, key, cause: causeOf(finding) })),
    ...ofTies.map((finding, at) => ({ ...finding, key: findings.length + at, cause: null })),
  ]);
}

function overlap(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
