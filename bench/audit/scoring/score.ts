/** Scores one auditor on reports in one of the phrasings: clean reports, mutants and benign edits, every count by what it belongs to. */
import { benignOf } from "../edits/benign.ts";
import { type Edit, relationsById } from "../edits/edit.ts";
import { mutantsOf } from "../edits/mutate.ts";
import { generateReport } from "../generate.ts";
import { classify } from "../oracle/classify.ts";
import { type Phrasing, unread } from "../phrases/phrase.ts";
import { Random } from "../random.ts";
import { type Rendered, render, type Report } from "../report.ts";
import type { Auditor } from "./auditor.ts";
import { type Extraction, type Hit, hitsOf, noExtraction, scoreExtraction } from "./match.ts";

export interface MutantRow {
  readonly operator: string;
  readonly relation: string;
  readonly checkable: "text" | "data" | "equivalent";
  readonly detected: boolean;
  readonly named: boolean;
  /** New findings of tier proof, right and wrong, by code. */
  readonly proofs: readonly { readonly code: string; readonly right: boolean }[];
  readonly warnings: readonly { readonly code: string; readonly right: boolean }[];
}

export interface BenignRow {
  readonly operator: string;
  readonly proofs: number;
  readonly warnings: number;
}

export interface CleanRow {
  readonly quantities: number;
  readonly characters: number;
  readonly proofs: readonly string[];
  readonly warnings: readonly string[];
}

export interface Scores {
  readonly phrasing: Phrasing;
  readonly clean: CleanRow[];
  readonly mutants: MutantRow[];
  readonly benign: BenignRow[];
  readonly extraction: Extraction;
  /** Extraction of the edited figures: full-width digits, 万, Chinese numerals, hedges. */
  readonly extractionEdited: Extraction;
  /** Lines for the eye; kept for every phrasing but the unread. */
  readonly examples: { readonly missed: string[]; readonly falseAlarms: string[]; readonly extraction: string[] };
  audits: number;
}

export interface ScoreOptions {
  readonly seed: number;
  readonly reports: number;
  readonly phrasing: Phrasing;
  /** Mutants of each operator, and benign edits of each kind, for every report. */
  readonly each: number;
  /** Only these operators; all when absent. */
  readonly only?: readonly string[];
}

export function score(auditor: Auditor, options: ScoreOptions): Scores {
  const scores: Scores = {
    phrasing: options.phrasing,
    clean: [],
    mutants: [],
    benign: [],
    extraction: noExtraction(),
    extractionEdited: noExtraction(),
    examples: { missed: [], falseAlarms: [], extraction: [] },
    audits: 0,
  };
  for (let index = 0; index < options.reports; index += 1) scoreReport(auditor, options, index, scores);
  return scores;
}

function scoreReport(auditor: Auditor, { seed, phrasing, each, only }: ScoreOptions, index: number, scores: Scores): void {
  const report = generateReport({ seed, index, phrasing });
  const random = new Random(seed * 31 + index);
  // Of the unread sets nothing is shown but counts, whatever was asked for.
  const shown = !unread.has(phrasing);
  const hits = (edited: Report): { rendered: Rendered; found: Hit[]; quantities: ReturnType<Auditor>["quantities"] } => {
    const rendered = render(edited);
    const { findings, quantities } = auditor(rendered.document, edited.year);
    scores.audits += 1;
    return { rendered, found: hitsOf(findings, rendered), quantities };
  };
  const clean = hits(report);
  const known = new Set(clean.found.map(({ key }) => key));
  const codes = (found: readonly Hit[], tier: string): string[] =>
    found.filter(({ finding }) => finding.tier === tier).map(({ finding }) => finding.code);
  scores.clean.push({
    quantities: clean.rendered.figures.size,
    characters: clean.rendered.document.text.length,
    proofs: codes(clean.found, "proof"),
    warnings: codes(clean.found, "warning"),
  });
  scoreExtraction(scores.extraction, clean.quantities, clean.rendered, shown ? { misses: scores.examples.extraction } : {});
  if (shown) for (const hit of clean.found) scores.examples.falseAlarms.push(`clean ${index}: ${describe(hit, clean.rendered)}`);
  const wanted = ({ operator }: Edit): boolean => only === undefined || only.includes(operator);
  const relations = relationsById(report);
  for (const edit of mutantsOf(report, random.fork("mutants"), each).filter(wanted)) {
    const verdict = classify(edit);
    const { rendered, found } = hits(edit.report);
    const fresh = found.filter(({ key }) => !known.has(key));
    const touches = (hit: Hit, ids: Iterable<number>): boolean => [...ids].some((id) => hit.figures.has(id));
    const names = (hit: Hit): boolean => touches(hit, edit.figures) || edit.words.some((id) => hit.words.has(id));
    const right = (hit: Hit): boolean => verdict.checkable === "text" && (touches(hit, verdict.evidence) || names(hit));
    const judged = (tier: string): MutantRow["proofs"] =>
      fresh.filter(({ finding }) => finding.tier === tier).map((hit) => ({ code: hit.finding.code, right: right(hit) }));
    const detected = fresh.some((hit) => touches(hit, verdict.evidence) || names(hit));
    scores.mutants.push({
      operator: edit.operator,
      relation: relations.get(edit.figures[0] ?? edit.words[0]!) ?? "",
      checkable: verdict.checkable,
      detected,
      named: fresh.some(names),
      proofs: judged("proof"),
      warnings: judged("warning"),
    });
    if (shown && verdict.checkable === "text" && !detected)
      scores.examples.missed.push(`${edit.operator} ${index}: ${place(edit, rendered)}`);
    if (shown)
      for (const hit of fresh.filter((one) => one.finding.tier === "proof" && !right(one)))
        scores.examples.falseAlarms.push(
          `${edit.operator} ${index} (${verdict.checkable}): ${describe(hit, rendered)} — ${place(edit, rendered)}`,
        );
  }
  for (const edit of benignOf(report, random.fork("benign"), Math.ceil((each * 16) / 10)).filter(wanted)) {
    const { rendered, found, quantities } = hits(edit.report);
    const fresh = found.filter(({ key }) => !known.has(key));
    scores.benign.push({ operator: edit.operator, proofs: codes(fresh, "proof").length, warnings: codes(fresh, "warning").length });
    scoreExtraction(scores.extractionEdited, quantities, rendered, {
      only: edit.figures,
      ...(shown ? { misses: scores.examples.extraction } : {}),
    });
    if (shown)
      for (const hit of fresh)
        scores.examples.falseAlarms.push(`benign ${edit.operator} ${index}: ${describe(hit, rendered)} — ${place(edit, rendered)}`);
  }
}

function describe({ finding }: Hit, { document }: Rendered): string {
  const spans = finding.spans.map(({ start, end }) => document.text.slice(start, end)).join(" | ");
  return `${finding.tier} ${finding.code} ${finding.proof ?? ""} 「${spans}」`;
}

/** The edited place with its surroundings. */
function place(edit: Edit, { document, figures, words }: Rendered): string {
  const spans = [...edit.figures.map((id) => figures.get(id)?.whole), ...edit.words.map((id) => words.get(id)?.span)];
  const span = spans.find((found) => found !== undefined);
  return span ? `…${document.text.slice(Math.max(0, span.start - 30), span.end + 20).replaceAll("\n", "⏎")}…` : "";
}
