/** A composed report as the plain text that a tie aligns a document with: a line for each paragraph and each row of a table. */
import type { KnownSpan, KnownText } from "../core/auditing/tie/known-figure.ts";
import type { Report, ReportBlock, Run, TableCell } from "../core/reporting/report.ts";

export function knownText(report: Report): KnownText {
  const lines = new Lines();
  for (const text of [report.title, report.subtitle, ...report.statement]) lines.text(text);
  for (const block of report.opening) addBlock(lines, block);
  for (const chapter of report.chapters) {
    lines.text(`${chapter.number}${chapter.title}`);
    for (const section of chapter.sections) {
      lines.text(`${section.number}${section.title}`);
      for (const block of section.blocks) addBlock(lines, block);
    }
  }
  for (const annex of report.annexes) {
    lines.text(annex.title);
    for (const block of annex.blocks) addBlock(lines, block);
  }
  lines.text(report.signedBy);
  if (report.signedOn) lines.text(report.signedOn);
  return lines.known();
}

class Lines {
  readonly #parts: string[] = [];
  readonly #figures: KnownSpan[] = [];
  #length = 0;

  text(text: string): void {
    this.#add(text);
    this.end();
  }

  runs(runs: readonly Run[]): void {
    for (const run of runs) {
      const start = this.#length;
      this.#add(run.text);
      if (run.kind === "figure") this.#figures.push({ start, end: this.#length, figure: run.figure });
    }
  }

  row(cells: readonly TableCell[]): void {
    cells.forEach((cell, at) => {
      if (at > 0) this.#add("\t");
      this.runs(cell.runs);
    });
    this.end();
  }

  end(): void {
    this.#add("\n");
  }

  known(): KnownText {
    return { text: this.#parts.join(""), figures: this.#figures };
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function addBlock(lines: Lines, block: ReportBlock): void {
  switch (block.kind) {
    case "paragraph":
    case "footnote":
      lines.runs(block.runs);
      lines.end();
      return;
    case "heading":
      lines.text(block.text);
      return;
    case "table":
      lines.text(`${block.number}　${block.title}`);
      for (const row of [...block.header, ...block.rows]) lines.row(row);
      if (block.note) lines.text(block.note);
      return;
    case "chart":
      lines.text(`${block.number}　${block.title}`);
      if (block.note) lines.text(block.note);
  }
}
