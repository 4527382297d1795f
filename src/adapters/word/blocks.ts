/** Turns the report's blocks into Word paragraphs, tables and pictures. */
import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { ReportBlock, Run, TableCell as Cell } from "../../core/reporting/report.ts";
import { chartPng } from "../charts/chart-png.ts";
import { drawChart } from "../charts/chart-svg.ts";
import {
  captionNumber,
  chartWords,
  columnShares,
  filledRow,
  fittedRuns,
  type Footnote,
  hangFootnotes,
  noteText,
  type Table as ReportTable,
} from "../layout/parts.ts";
import type { ContentsEntry } from "./contents.ts";
import { FigureControls } from "./figure-control.ts";
import { textWidth } from "./styles.ts";
import { printable } from "../layout/printable.ts";

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type Pictures = ReadonlyMap<ReportBlock, Picture>;

/** Pictures fill the width of the text; px of 96 per inch. */
const printedWidth = Math.round(textWidth / 15);

export function printedHeight(picture: Picture | undefined): number {
  return picture === undefined ? 0 : Math.round((picture.height * printedWidth) / picture.width);
}

/** Draws the charts of `blocks`, two at a time: each holds some megabytes of pixels until it is packed. */
export async function drawPictures(blocks: readonly ReportBlock[]): Promise<Pictures> {
  const waiting = blocks.filter((block) => block.kind === "chart").values();
  const pictures = new Map<ReportBlock, Picture>();
  const draw = async (): Promise<void> => {
    for (const chart of waiting) {
      const drawing = drawChart(chart);
      pictures.set(chart, { png: await chartPng(drawing), width: drawing.width, height: drawing.height });
    }
  };
  await Promise.all([draw(), draw()]);
  return pictures;
}

export class BlockWriter {
  readonly contents: ContentsEntry[] = [];
  readonly controls = new FigureControls();
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly #pictures: Pictures;
  #drawings = 0;

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  blocks(blocks: readonly ReportBlock[]): (Paragraph | Table)[] {
    return hangFootnotes(blocks).flatMap(({ block, footnotes }) => {
      const references = this.#references(footnotes);
      switch (block.kind) {
        case "paragraph":
          return [new Paragraph({ style: "BodyIndented", children: [...this.runs(block.runs), ...references] })];
        case "heading":
          return [this.heading(block.level, block.text, references)];
        case "table":
          return this.#table(block, references);
        case "chart":
          return this.#chart(block, references);
      }
    });
  }

  /** A heading; those of levels 1 and 2 enter the table of contents. */
  heading(level: 1 | 2 | 3 | 4, text: string, references: readonly ParagraphChild[] = [], pageBreakBefore = false): Paragraph {
    const heading =
      ([HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const)[level - 1] ??
      HeadingLevel.HEADING_4;
    const title = new TextRun(printable(text));
    if (level > 2) return new Paragraph({ heading, pageBreakBefore, children: [title, ...references] });
    const bookmark = `_Toc${this.contents.length + 1}`;
    this.contents.push({ level: level as 1 | 2, text, bookmark });
    return new Paragraph({ heading, pageBreakBefore, children: [...this.controls.bookmarked(bookmark, title), ...references] });
  }

  runs(runs: readonly Run[], format: IRunOptions = {}): ParagraphChild[] {
    return runs.flatMap((run): ParagraphChild[] => {
      if (run.kind === "figure") return [this.controls.control(run.figure, printable(run.text), format)];
      const styled = run.strong ? { ...format, bold: true } : format;
      return printable(run.text)
        .split("\n")
        .map((line, index) => new TextRun({ ...styled, text: line, ...(index > 0 ? { break: 1 } : {}) }));
    });
  }

  #references(footnotes: readonly Footnote[]): ParagraphChild[] {
    return footnotes.map((note) => {
      const id = Object.keys(this.footnotes).length + 1;
      this.footnotes[id] = { children: [new Paragraph({ style: "FootnoteText", children: this.runs(note.runs) })] };
      return new FootnoteReferenceRun(id);
    });
  }

  #caption(
    kind: "表" | "图",
    block: { readonly number: string; readonly title: string },
    references: readonly ParagraphChild[],
  ): Paragraph {
    const number = captionNumber(kind, block.number);
    const counted = /^(表|图)(\d+)$/.exec(number);
    const label = counted
      ? [new TextRun(kind), new SimpleField(` SEQ ${kind} \\* ARABIC `, counted[2] ?? "")]
      : [new TextRun(printable(number))];
    return new Paragraph({
      style: "Caption",
      keepNext: kind === "表",
      keepLines: true,
      children: [...label, new TextRun(`　${printable(block.title)}`), ...references],
    });
  }

  #table(block: ReportTable, references: readonly ParagraphChild[]): (Paragraph | Table)[] {
    const shares = columnShares(block);
    const widths = shares.map((share) => Math.round(share * textWidth));
    const fitted = (row: readonly Cell[]): Cell[] =>
      filledRow(row, widths.length).map((cell, column) => ({ ...cell, runs: fittedRuns(cell.runs, shares[column]!) }));
    const rows = [
      ...block.header.map((row, index) => this.#row(fitted(row), widths, { header: true, last: index === block.header.length - 1 })),
      ...block.rows.map((row) => this.#row(fitted(row), widths, { header: false, last: false })),
    ];
    const thick = { style: BorderStyle.SINGLE, size: 12, color: "000000" };
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    const table = new Table({
      rows,
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      alignment: AlignmentType.CENTER,
      margins: { left: 80, right: 80 },
      borders: {
        top: thick,
        bottom: thick,
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: { style: BorderStyle.SINGLE, size: 2, color: "BFBFBF" },
      },
    });
    return [this.#caption("表", block, references), table, this.#remark(block.note, AlignmentType.LEFT)];
  }

  #row(cells: readonly Cell[], widths: readonly number[], kind: { readonly header: boolean; readonly last: boolean }): TableRow {
    return new TableRow({
      tableHeader: kind.header,
      cantSplit: true,
      children: cells.map(
        (cell, column) =>
          new TableCell({
            verticalAlign: VerticalAlignTable.CENTER,
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            ...(kind.header && kind.last ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000" } } } : {}),
            children: [
              new Paragraph({
                style: "TableText",
                alignment: kind.header ? AlignmentType.CENTER : alignments[cell.align],
                keepNext: kind.header,
                children: this.runs(cell.runs, kind.header || cell.strong ? { bold: true } : {}),
              }),
            ],
          }),
      ),
    });
  }

  #chart(block: Extract<ReportBlock, { kind: "chart" }>, references: readonly ParagraphChild[]): Paragraph[] {
    const picture = this.#pictures.get(block);
    if (!picture) throw new Error(`chart ${block.number} was not drawn`);
    this.#drawings += 1;
    const image = new ImageRun({
      type: "png",
      data: picture.png,
      transformation: { width: printedWidth, height: printedHeight(picture) },
      altText: {
        id: String(this.#drawings),
        name: `chart-${this.#drawings}`,
        title: printable(block.title),
        description: printable(chartWords(block)),
      },
    });
    return [
      new Paragraph({ style: "Picture", children: [image] }),
      this.#caption("图", block, references),
      ...(block.note === undefined ? [] : [this.#remark(block.note, AlignmentType.CENTER)]),
    ];
  }

  /** The note under a table or chart; empty after a table without one, for Word wants air before the text goes on. */
  #remark(note: string | undefined, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
    return new Paragraph({
      style: "Remark",
      alignment,
      ...(note === undefined ? { spacing: { line: 120, lineRule: LineRuleType.EXACT, before: 0, after: 0 } } : {}),
      children: note === undefined ? [] : [new TextRun(printable(noteText(note)))],
    });
  }
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
