/**
 * Works out on which page each heading falls, so that the table of contents shows numbers before Word
 * computes its fields. Text stands on exact lines of square characters, so counting characters is
 * nearly as good as laying out; the docx library's own layout engine takes twenty times as long.
 */
import type { Report, ReportBlock, Run } from "../../core/reporting/report.ts";
import { columnShares, hangFootnotes, noteText, runsText, type Table } from "../layout/parts.ts";
import {
  captionSpace,
  heading1Before,
  heading2Before,
  lineHeight,
  page,
  pictureSpace,
  remarkSpace,
  smallLine,
  subtitleAfter,
  textWidth,
  titleLine,
} from "./styles.ts";

const pageHeight = page.height - page.top - page.bottom;
/** Twips: 三号 and 五号 characters. */
const bodyCharacter = 320;
const smallCharacter = 210;
const footnoteLine = 240;

interface Box {
  readonly before: number;
  readonly after: number;
  /** Height of each line that may be parted from its neighbours. */
  readonly lines: readonly number[];
  /** Stands on the page of what follows. */
  readonly keepNext: boolean;
  readonly footnotes: number;
  readonly mark: boolean;
}

/** Page (from 1) of each heading of levels 1 and 2, in the order of the contents. */
export function headingPages(report: Report, pictureHeight: (block: ReportBlock) => number): number[] {
  const filler = new PageFiller();
  filler.add(box([titleLine]));
  filler.add(box([lineHeight], { after: subtitleAfter }));
  const blocks = (given: readonly ReportBlock[]): void => {
    for (const each of boxesOf(given, pictureHeight)) filler.add(each);
  };
  blocks(report.opening);
  for (const chapter of report.chapters) {
    filler.add(heading(chapter.number + chapter.title, heading1Before, true));
    for (const section of chapter.sections) {
      if (section.title !== "") filler.add(heading(section.number + section.title, heading2Before, true));
      blocks(section.blocks);
    }
  }
  filler.add(box([lineHeight], { before: 800, keepNext: true }));
  filler.add(box([lineHeight]));
  for (const annex of report.annexes) {
    filler.breakPage();
    filler.add(heading(annex.title, heading1Before, true));
    blocks(annex.blocks);
  }
  return filler.finish();
}

function box(lines: readonly number[], options: Partial<Omit<Box, "lines">> = {}): Box {
  return { before: 0, after: 0, keepNext: false, footnotes: 0, mark: false, ...options, lines };
}

function heading(text: string, before: number, mark: boolean): Box {
  return box([lineCount(text, textWidth - 2 * bodyCharacter, bodyCharacter) * lineHeight], { before, keepNext: true, mark });
}

function boxesOf(blocks: readonly ReportBlock[], pictureHeight: (block: ReportBlock) => number): Box[] {
  return hangFootnotes(blocks).flatMap(({ block, footnotes }) => {
    const notes = footnotes.reduce(
      (sum, note) => sum + lineCount(runsText(note.runs), textWidth, 180) * footnoteLine,
      footnotes.length > 0 ? 200 : 0,
    );
    switch (block.kind) {
      case "paragraph":
        return [
          box(
            Array.from({ length: paragraphLines(block.runs) }, () => lineHeight),
            { footnotes: notes },
          ),
        ];
      case "heading":
        return [heading(block.text, 0, false)];
      case "chart": {
        const caption = lineCount(block.title, textWidth, smallCharacter) * smallLine;
        return [
          box([pictureSpace + pictureHeight(block)], { keepNext: true }),
          box([caption], { ...captionSpace, footnotes: notes }),
          ...(block.note === undefined ? [] : [box([remarkLines(block.note)], remarkSpace)]),
        ];
      }
      case "table":
        return [
          box([lineCount(block.title, textWidth, smallCharacter) * smallLine], { ...captionSpace, keepNext: true, footnotes: notes }),
          ...tableBoxes(block),
          block.note === undefined ? box([120]) : box([remarkLines(block.note)], remarkSpace),
        ];
    }
  });
}

function remarkLines(note: string): number {
  return lineCount(noteText(note), textWidth, smallCharacter) * smallLine;
}

function tableBoxes(table: Table): Box[] {
  const widths = columnShares(table).map((share) => share * textWidth - 160);
  const height = (row: Table["rows"][number]): number =>
    Math.max(1, ...row.map((cell, column) => lineCount(runsText(cell.runs), widths[column] ?? smallCharacter, smallCharacter))) *
      smallLine +
    90;
  return [...table.header.map((row) => box([height(row)], { keepNext: true })), ...table.rows.map((row) => box([height(row)]))];
}

function paragraphLines(runs: readonly Run[]): number {
  return runsText(runs)
    .split("\n")
    .reduce((sum, text, index) => sum + lineCount(text, textWidth, bodyCharacter, index === 0 ? 2 * bodyCharacter : 0), 0);
}

const opening = new Set("（《“‘〔【");
const closing = new Set("，。；：、？！）》”’〕】%％");

/** Lines of `text` in `width`: punctuation may not open a line, digits and Latin letters stay together. */
function lineCount(text: string, width: number, size: number, indent = 0): number {
  let lines = 1;
  let used = indent;
  for (const word of text.match(/[!-~]+|[^!-~]/g) ?? []) {
    const wide = word.length > 1 || /[!-~]/.test(word) ? word.length * size * 0.5 : size;
    if (used + wide > width && !(closing.has(word) && used + wide / 2 <= width + size / 2)) {
      lines += wide > width ? Math.floor(wide / width) : 1;
      used = wide > width ? wide % width : wide;
    } else used += opening.has(word) || closing.has(word) ? wide * 0.98 : wide;
  }
  return lines;
}

/** Fills pages as Word does: no single first or last line, headings with what follows, footnotes at the foot. */
class PageFiller {
  #page = 1;
  #used = 0;
  #notes = 0;
  #kept: Box[] = [];
  readonly #marks: number[] = [];

  add(entry: Box): void {
    this.#kept.push(entry);
    if (!entry.keepNext) this.#flush();
  }

  breakPage(): void {
    this.#flush();
    this.#page += 1;
    this.#used = 0;
    this.#notes = 0;
  }

  finish(): number[] {
    this.#flush();
    return this.#marks;
  }

  #flush(): void {
    const kept = this.#kept;
    this.#kept = [];
    const last = kept.at(-1);
    if (!last) return;
    const needed =
      kept.slice(0, -1).reduce((sum, each) => sum + each.before + total(each.lines) + each.after, 0) +
      last.before +
      total(last.lines.slice(0, last.lines.length === 3 ? 3 : 2)) +
      last.footnotes;
    if (this.#used > 0 && this.#used + needed > this.#room()) this.breakPage();
    for (const each of kept) this.#place(each);
  }

  #room(): number {
    return pageHeight - this.#notes;
  }

  #place(entry: Box): void {
    this.#used += this.#used > 0 ? entry.before : 0;
    if (entry.mark) this.#marks.push(this.#page);
    let left = entry.lines.length;
    for (const line of entry.lines) {
      const lonelyLast = left === 2 && entry.lines.length > 2 && this.#used + 2 * line > this.#room() - entry.footnotes;
      if (this.#used > 0 && (this.#used + line > this.#room() - entry.footnotes || lonelyLast)) {
        this.#page += 1;
        this.#used = 0;
        this.#notes = 0;
      }
      this.#used += line;
      left -= 1;
    }
    this.#used += entry.after;
    this.#notes += entry.footnotes;
  }
}

function total(lines: readonly number[]): number {
  return lines.reduce((sum, line) => sum + line, 0);
}
