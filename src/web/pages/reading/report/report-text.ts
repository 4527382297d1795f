/** The report as places with text, so that words can be found in it across text and figures, in prose, headings and cells. */
import type { PrintedReport } from "../../../../app/printed-report.ts";
import type { ReportBlock, Run } from "../../../../core/reporting/report.ts";

/** A stretch of one place's text; `hit` counts the hits of the whole report from 0. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly hit: number;
}
export type Hits = ReadonlyMap<string, readonly Hit[]>;

export interface TextPlace {
  readonly key: string;
  readonly text: string;
}

export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

/** Every place in order of reading; keys are those under which the page draws them. */
export function placesOf(report: PrintedReport): TextPlace[] {
  const blocks = (key: string, list: readonly ReportBlock[]): TextPlace[] =>
    list.flatMap((block, at) => placesOfBlock(`${key}/${at}`, block));
  return [
    ...blocks("opening", report.opening),
    ...report.chapters.flatMap((chapter, at) => [
      { key: `c${at + 1}`, text: chapter.number + chapter.title },
      ...chapter.sections.flatMap((section, position) => {
        const key = `s${at + 1}-${position + 1}`;
        return [{ key, text: section.number + section.title }, ...blocks(key, section.blocks)];
      }),
    ]),
    ...report.annexes.flatMap((annex, at) => [{ key: `a${at + 1}`, text: annex.title }, ...blocks(`a${at + 1}`, annex.blocks)]),
  ];
}

function placesOfBlock(key: string, block: ReportBlock): TextPlace[] {
  switch (block.kind) {
    case "paragraph":
    case "footnote":
      return [{ key, text: runsText(block.runs) }];
    case "heading":
      return [{ key, text: block.text }];
    case "table":
      return [
        { key, text: block.title },
        ...block.rows.flatMap((row, line) => row.map((cell, column) => ({ key: `${key}/${line}.${column}`, text: runsText(cell.runs) }))),
      ];
    case "chart":
      return [{ key, text: block.title }];
  }
}

/** Where `words` stand, whatever their case; nothing for empty words. */
export function findWords(places: readonly TextPlace[], words: string): { readonly hits: Hits; readonly count: number } {
  const wanted = words.trim().toLowerCase();
  const hits = new Map<string, Hit[]>();
  let count = 0;
  if (wanted === "") return { hits, count };
  for (const { key, text } of places) {
    const lower = text.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const list = hits.get(key) ?? [];
      list.push({ start: at, end: at + wanted.length, hit: count });
      hits.set(key, list);
      count += 1;
    }
  }
  return { hits, count };
}

export interface Piece {
  readonly text: string;
  readonly hit: number | null;
}

/** Cuts one run, which begins at `offset` of its place, where hits begin and end. */
export function piecesOf(text: string, offset: number, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, hit } of hits) {
    const [from, to] = [Math.max(start - offset, at), Math.min(end - offset, text.length)];
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), hit: null });
    pieces.push({ text: text.slice(from, to), hit });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: null });
  return pieces;
}
