/** What an audit yields: plain JSON that every output (terminal, JSON, page, Word comments) takes. */
import type { FindingCode, Tier } from "../definition/check.ts";
import type { Span } from "./document.ts";

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface TextSpan extends Span {
  readonly text: string;
}

export interface AuditFinding {
  /** "f1", "f2" … in order of the text. */
  readonly id: string;
  readonly code: FindingCode;
  readonly tier: Tier;
  readonly message: Bilingual;
  /** One line that a reader can check with a pocket calculator: "3690 > 2418". */
  readonly proof: string;
  /** The figure at fault first, with the few words that name it; then the other places that prove it. */
  readonly spans: readonly TextSpan[];
  /** Ids of findings of which this one is an echo. */
  readonly causes: readonly string[];
  /** Ranked; never applied by themselves. */
  readonly suggestions: readonly Bilingual[];
}

/** A quantity as the outputs show it. */
export interface AuditedQuantity extends TextSpan {
  /** Decimal text of at most 12 significant digits. */
  readonly value: string;
  readonly unit: string;
  readonly hedge: string | null;
  /** The words that name it; "" where none were found. */
  readonly label: string;
  /** Element or indicator of the catalog, or null. */
  readonly concept: string | null;
  readonly scope: string;
  readonly period: number | null;
  /** level, part, share, ratio, perHead, change, growth, rank, plan … */
  readonly aspect: string;
  /** With data: whether the store's fact agrees. */
  readonly tie?: { readonly state: "equal" | "different" | "unknown"; readonly fact: string | null; readonly stored: string | null };
}

/** How many relations were tested in one chapter, so that silence is never taken for health. */
export interface ChapterCoverage extends Span {
  readonly title: string;
  readonly quantities: number;
  /** Quantities that stand in at least one tested relation. */
  readonly inRelations: number;
  readonly tested: number;
  readonly held: number;
}

export interface OutlineGrade {
  readonly outline: string;
  readonly required: number;
  readonly present: number;
  /** Titles of the required items that the report lacks. */
  readonly missing: readonly string[];
  readonly grade: "A" | "B" | "C" | "D";
}

export interface AuditResult {
  readonly document: {
    readonly file: string;
    readonly title: string;
    readonly year: number | null;
    readonly characters: number;
    readonly quantities: number;
  };
  readonly quantities: readonly AuditedQuantity[];
  readonly notQuantities: readonly (TextSpan & { readonly why: string })[];
  readonly relations: { readonly tested: number; readonly held: number };
  readonly chapters: readonly ChapterCoverage[];
  readonly outline: OutlineGrade | null;
  readonly findings: readonly AuditFinding[];
}
