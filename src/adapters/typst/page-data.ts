/** Prepares a report for the Typst template: plain JSON in which charts are drawn and footnotes hang where they belong. */
import { fractionParts } from "../../core/reporting/fraction-parts.ts";
import type { Report, ReportBlock, Run, TableCell } from "../../core/reporting/report.ts";
import { drawChart } from "../charts/chart-svg.ts";
import { captionNumber, chartWords, columnShares, filledRow, hangFootnotes, marksOf, noteText, titleLines } from "../layout/parts.ts";
import { breakable } from "./breakable.ts";
import { traceAnnex } from "./trace-annex.ts";

/** The template's input; see template.ts for where each part is printed. */
export function pageData(report: Report): object {
  const printed = new Set<string>();
  const known = new Set(report.figures.map((figure) => figure.id));
  const runs = (given: readonly Run[]): object[] =>
    given.map((run) => {
      if (run.kind === "figure" && !known.has(run.figure)) throw new Error(`the report prints figure ${run.figure} and has no trace of it`);
      if (run.kind === "text")
        return { text: breakable(run.text), ...(run.strong ? { strong: true } : {}), ...("whole" in run ? { whole: true } : {}) };
      const first = !printed.has(run.figure);
      printed.add(run.figure);
      return { text: run.text, figure: run.figure, first };
    });
  const cells = (row: readonly TableCell[], columns: number): object[] =>
    filledRow(row, columns).map((cell) => ({ align: cell.align, strong: cell.strong ?? false, runs: runs(cell.runs.flatMap(parted)) }));
  const blocks = (given: readonly ReportBlock[]): object[] =>
    hangFootnotes(given).map(({ block, footnotes }) => {
      const hung = { kind: block.kind, footnotes: footnotes.map((note) => runs(note.runs)) };
      switch (block.kind) {
        case "paragraph":
          return { ...hung, runs: runs(block.runs) };
        case "heading":
          return { ...hung, level: block.level, text: breakable(block.text) };
        case "table": {
          const shares = columnShares(block);
          const row = (each: readonly TableCell[]): object[] => cells(each, shares.length);
          return {
            ...hung,
            caption: caption("表", block),
            note: note(block),
            shares: shares.map((share) => Math.round(share * 1000)),
            header: block.header.map(row),
            rows: block.rows.map(row),
          };
        }
        case "chart":
          return { ...hung, caption: caption("图", block), note: note(block), svg: drawChart(block).svg, alt: chartWords(block) };
      }
    });
  const body = {
    opening: blocks(report.opening),
    chapters: report.chapters.map((chapter) => ({
      title: chapter.number + breakable(chapter.title),
      sections: chapter.sections.map((section) => ({ title: section.number + breakable(section.title), blocks: blocks(section.blocks) })),
    })),
    annexes: report.annexes.map((annex) => ({ title: breakable(annex.title), blocks: blocks(annex.blocks) })),
  };
  return {
    title: report.title,
    titleLines: titleLines(report.title),
    subtitle: report.subtitle,
    organisationName: report.organisationName,
    marks: marksOf(report),
    sample: report.sample,
    statement: report.statement.map(breakable),
    signedBy: report.signedBy,
    signedOn: report.signedOn ?? "　　　　年　　月　　日",
    ...body,
    ...traceAnnex(report, printed),
  };
}

/** In a cell a fraction is printed in a box of its own, for a line must not end within it. */
function parted(run: Run): (Run & { readonly whole?: true })[] {
  if (run.kind === "figure") return [run];
  return fractionParts(run.text).map((part) => ({ ...run, text: part.text, ...(part.isFraction ? { whole: true } : {}) }));
}

function caption(kind: "表" | "图", block: { readonly number: string; readonly title: string }): string {
  return `${captionNumber(kind, block.number)}　${breakable(block.title)}`;
}

function note(block: { readonly note?: string }): string | null {
  return block.note === undefined ? null : breakable(noteText(block.note));
}
