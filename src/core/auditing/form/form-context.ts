/** What every check of form takes and yields, so that the list of checks stays a list of functions. */
import type { FindingCode, Tier } from "../../definition/check.ts";
import type { KnowledgeIndex } from "../../definition/knowledge.ts";
import type { Document, Span } from "../document.ts";
import type { AuditFinding, Bilingual } from "../finding.ts";
import type { Quantity } from "../quantity.ts";

export interface FormContext {
  readonly index: KnowledgeIndex;
  /** Year of the report; null where the text does not tell. */
  readonly year: number | null;
  readonly title: string;
  /** In order of start. */
  readonly quantities: readonly Quantity[];
}

export type FormFinding = Omit<AuditFinding, "id">;

export type FormCheck = (document: Document, context: FormContext) => FormFinding[];

/** Whether the text calls itself a report on a year: only then do its words of time speak of that year. */
export function isYearlyReport(document: Document, title: string): boolean {
  return /年度|年报|质量报告/u.test(title + document.text.slice(0, 60));
}

export interface Fault {
  readonly code: FindingCode;
  readonly tier?: Tier;
  readonly spans: readonly Span[];
  readonly zh: string;
  readonly en: string;
  readonly proof: string;
  readonly suggestions?: readonly Bilingual[];
}

/** A finding of form: a note unless said otherwise, without causes. */
export function formFinding(document: Document, { code, tier = "note", spans, zh, en, proof, suggestions = [] }: Fault): FormFinding {
  return {
    code,
    tier,
    message: { zh, en },
    proof,
    spans: spans.map(({ start, end }) => ({ start, end, text: document.text.slice(start, end) })),
    causes: [],
    suggestions,
  };
}

/** More faults of one kind than this are a habit of the whole text, and told once. */
const habit = 8;

/** Spans shown of a habit. */
const shown = 20;

/** Nobody needs to know whether a fault stands a thousand or a million times in a text. */
const counted = 1000;

/** At most a thousand: a hostile text yields no more work than that. */
export function firstOf<T>(values: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const value of values) {
    taken.push(value);
    if (taken.length === counted) break;
  }
  return taken;
}

/** One finding each, or a single one for all of them where the same fault fills the text; `most` is how many are told one by one. */
export function orHabit(document: Document, found: Iterable<Fault>, most = habit): FormFinding[] {
  const faults = firstOf(found);
  const first = faults[0];
  if (!first || faults.length <= most) return faults.map((fault) => formFinding(document, fault));
  const spans = faults.slice(0, shown).flatMap((fault) => fault.spans);
  const number = `${faults.length}${faults.length < counted ? "" : "+"}`;
  const zh = `${first.zh}（全文同类共${number}处）`;
  const en = `${first.en} (${number} places of this kind in the text)`;
  return [formFinding(document, { ...first, spans, zh, en })];
}
