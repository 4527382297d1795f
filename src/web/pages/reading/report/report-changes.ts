/** What changed in a report between two readings of it. */
import type { PrintedFigure, PrintedReport } from "../../../../app/printed-report.ts";
import { placesOf } from "./report-text.ts";

export interface ChangedFigure {
  /** In the newer reading. */
  readonly id: string;
  readonly label: string;
  readonly organisation: string;
  readonly before: string;
  readonly after: string;
}

export interface ReportChanges {
  readonly figures: readonly ChangedFigure[];
  /** Text, tables or whole figures came or went. */
  readonly otherwise: boolean;
}

/** Figures are recognised by what they say of whom; the n-th mention is compared with the n-th. Each changed fact is told once. */
export function changesOf(before: PrintedReport, after: PrintedReport): ReportChanges {
  const earlier = byKey(before.figures);
  const later = byKey(after.figures);
  const changed = new Map<string, ChangedFigure>();
  let otherwise = earlier.size !== later.size;
  for (const [key, figures] of later) {
    const old = earlier.get(key);
    if (!old || old.length !== figures.length) otherwise = true;
    figures.forEach((figure, at) => {
      const was = old?.[at];
      if (!was || was.text === figure.text) return;
      const { id, label, organisation } = figure;
      const told = `${figure.year}|${organisation}|${label}`;
      if (!changed.has(told)) changed.set(told, { id, label, organisation, before: was.text, after: figure.text });
    });
  }
  if (!otherwise && wordsOf(before) !== wordsOf(after)) otherwise = true;
  return { figures: [...changed.values()], otherwise };
}

function byKey(figures: readonly PrintedFigure[]): Map<string, PrintedFigure[]> {
  const found = new Map<string, PrintedFigure[]>();
  for (const figure of figures) {
    const key = [figure.kind, figure.measure, figure.label, figure.organisation, figure.year, figure.unit].join("|");
    const list = found.get(key);
    if (list) list.push(figure);
    else found.set(key, [figure]);
  }
  return found;
}

/** The text without its numerals. */
function wordsOf(report: PrintedReport): string {
  return placesOf(report)
    .map(({ text }) => text.replace(/[\d.,]+/g, ""))
    .join("\n");
}
