/**
 * A composed report as documents of several layouts, with the place of every figure: written apart from the
 * system's own flat text, so that the tie is tested against another hand.
 */
import type { Block, Document, FigureMark } from "../../../src/core/auditing/document.ts";
import type { Report, ReportBlock, Run, TableCell } from "../../../src/core/reporting/report.ts";

/** "text" as bareText has it, with bars around cells; "page" broken into short lines with a head and foot on each page. */
export type Layout = "text" | "page";

type Piece = { readonly text: string; readonly figure?: string };

const lineLength = 38;
const linesPerPage = 40;

export function documentOf(report: Report, layout: Layout, withMarks: boolean): { document: Document; places: FigureMark[] } {
  const places: FigureMark[] = [];
  const blocks: Block[] = [];
  let text = "";
  let column = 0;
  let lines = 0;
  const newLine = (): void => {
    text += "\n";
    column = 0;
    lines += 1;
    if (layout === "page" && lines % linesPerPage === 0) text += `— ${lines / linesPerPage} —\n${report.title}\n`;
  };
  const write = ({ text: words, figure }: Piece): void => {
    if (layout === "page" && column + words.length > lineLength && figure !== undefined && column > 0) newLine();
    const start = text.length;
    for (const character of words) {
      if (layout === "page" && figure === undefined && column >= lineLength && !/[\d.]/.test(character)) newLine();
      text += character;
      column += 1;
    }
    if (figure !== undefined) places.push({ id: figure, start, end: text.length });
  };
  const line = (pieces: readonly Piece[]): void => {
    const start = text.length;
    pieces.forEach(write);
    blocks.push({ kind: "paragraph", start, end: text.length });
    newLine();
  };
  for (const pieces of passages(report, layout)) line(pieces);
  const document: Document = {
    file: "report.txt",
    format: layout === "page" ? "pdf" : "txt",
    text,
    blocks,
    changes: [],
    comments: [],
    figures: withMarks ? places : [],
  };
  return { document, places };
}

function passages(report: Report, layout: Layout): Piece[][] {
  const plain = (words: string): Piece[] => [{ text: words }];
  return [
    plain(report.title),
    plain(report.subtitle),
    ...report.opening.flatMap((block) => ofBlock(block, layout)),
    ...report.chapters.flatMap((chapter) => [
      plain(`${chapter.number}${chapter.title}`),
      ...chapter.sections.flatMap((section) => [
        plain(`${section.number}${section.title}`),
        ...section.blocks.flatMap((block) => ofBlock(block, layout)),
      ]),
    ]),
    ...report.annexes.flatMap((annex) => [plain(annex.title), ...annex.blocks.flatMap((block) => ofBlock(block, layout))]),
  ];
}

const pieces = (runs: readonly Run[]): Piece[] =>
  runs.map((run) => (run.kind === "figure" ? { text: run.text, figure: run.figure } : { text: run.text }));

function ofBlock(block: ReportBlock, layout: Layout): Piece[][] {
  switch (block.kind) {
    case "paragraph":
    case "footnote":
      return [pieces(block.runs)];
    case "heading":
      return [[{ text: block.text }]];
    case "table":
      return [[{ text: `${block.number}　${block.title}` }], ...[...block.header, ...block.rows].map((row) => ofRow(row, layout))];
    case "chart":
      return [[{ text: `${block.number}　${block.title}` }]];
  }
}

function ofRow(row: readonly TableCell[], layout: Layout): Piece[] {
  const bar = layout === "page" ? "  " : " | ";
  return [
    { text: layout === "page" ? "" : "| " },
    ...row.flatMap((cell, at) => [...(at > 0 ? [{ text: bar }] : []), ...pieces(cell.runs)]),
    { text: layout === "page" ? "" : " |" },
  ];
}
