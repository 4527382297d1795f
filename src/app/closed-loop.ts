/**
 * Audits a report that we wrote, as it was written and as bare text, then alters single figures of the bare
 * text and counts how many the auditor names: an auditor that says nothing does not pass.
 */
import type { Document, FigureMark, Span } from "../core/auditing/document.ts";
import type { AuditResult } from "../core/auditing/finding.ts";
import type { Known } from "../core/auditing/tie/known-figure.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { tiedAudit, tiesOf } from "./tied-audit.ts";

export interface LoopAudit {
  readonly proofs: number;
  readonly warnings: number;
  /** Figures of the report in this text, and how many are tied to the data and agree. */
  readonly figures: number;
  readonly tied: number;
}

export interface ClosedLoop {
  readonly docx: LoopAudit;
  readonly text: LoopAudit;
  /** `falselyNamed` counts findings at figures that nobody altered. */
  readonly altered: { readonly figures: number; readonly named: number; readonly falselyNamed: number };
}

/** Altered figures, and in how many copies of the text: those of one copy stand far apart. */
const alterations = 60;
const copies = 6;

/** `bare` is the text of `written` without its marks. */
export function auditOwnReport(index: KnowledgeIndex, known: Known, written: Document, bare: Document): ClosedLoop {
  const options = { index, year: known.year };
  const marks = written.figures.filter(({ start, end }) => /\d/.test(written.text.slice(start, end)));
  return {
    docx: loopAudit(tiedAudit(written, options, known), marks),
    text: loopAudit(tiedAudit(bare, options, known), marks),
    altered: alter(bare, options, known, marks),
  };
}

function loopAudit({ findings, quantities }: AuditResult, marks: readonly FigureMark[]): LoopAudit {
  const roots = (tier: string): number => findings.filter((finding) => finding.tier === tier && finding.causes.length === 0).length;
  const equal = quantities.filter(({ tie }) => tie?.state === "equal");
  return { proofs: roots("proof"), warnings: roots("warning"), figures: marks.length, tied: coveredBy(marks, equal).length };
}

/** Both lists are in order of the text. */
function coveredBy<Each extends Span>(spans: readonly Each[], others: readonly Span[]): Each[] {
  const ordered = spans.toSorted((left, right) => left.start - right.start);
  let at = 0;
  return ordered.filter(({ start, end }) => {
    while (at < others.length && others[at]!.end <= start) at += 1;
    return at < others.length && others[at]!.start < end;
  });
}

function alter(
  bare: Document,
  options: { readonly index: KnowledgeIndex; readonly year: number },
  known: Known,
  marks: readonly FigureMark[],
): ClosedLoop["altered"] {
  const chosen = Array.from(
    { length: Math.min(alterations, marks.length) },
    (_, at) => marks[Math.floor(((at + 0.5) * marks.length) / alterations)]!,
  );
  let [named, falselyNamed] = [0, 0];
  for (let copy = 0; copy < copies; copy += 1) {
    const own = chosen.filter((_, at) => at % copies === copy);
    const text = own.reduce((words, { start }) => withOtherDigit(words, start), bare.text);
    const places = tiesOf({ ...bare, text }, options, known).findings.flatMap(({ tier, spans: [span] }) =>
      tier === "note" || !span ? [] : [span],
    );
    const isAt = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end;
    named += own.filter((mark) => places.some((place) => isAt(mark, place))).length;
    falselyNamed += places.filter((place) => !own.some((mark) => isAt(mark, place))).length;
  }
  return { figures: chosen.length, named, falselyNamed };
}

/** The first digit behind `start` substituted: no rounding or hedge makes up for that. */
function withOtherDigit(text: string, start: number): string {
  let at = start;
  while (!/\d/.test(text[at]!)) at += 1;
  return `${text.slice(0, at)}${(Number(text[at]) % 9) + 1}${text.slice(at + 1)}`;
}
