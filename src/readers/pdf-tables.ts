/**
 * Tables of a PDF page by the alignment of columns: a row whose cells wrap is several lines on the page, and
 * here becomes one line with a tab for each column.
 */
import { habitOf } from "./heading-habits.ts";
import type { PdfCell, PdfLine } from "./pdf-lines.ts";

interface Band {
  left: number;
  right: number;
}

/** Lines further apart, in heights of the letters, belong to no one table. */
const widestGap = 3.2;

/** The page's lines, those of tables replaced by one line for each row. */
export function withTableRows(lines: readonly PdfLine[]): PdfLine[] {
  const result: PdfLine[] = [];
  for (let at = 0; at < lines.length;) {
    const end = lines[at]!.cells.length > 1 ? regionEnd(lines, at) : at + 1;
    const region = lines.slice(at, end);
    result.push(...(region.length > 1 ? (rowsOf(region) ?? region) : region));
    at = end;
  }
  return result;
}

/** Index after the last line of the table that begins at `first`. */
function regionEnd(lines: readonly PdfLine[], first: number): number {
  let end = first + 1;
  for (let at = first + 1; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1]!, lines[at]!];
    if (before.y - line.y > widestGap * Math.max(before.height, line.height)) break;
    if (line.cells.length > 1) end = at + 1;
    else if (isProse(line, lines.slice(first, at))) break;
    else if (before.y - line.y < 1.7 * line.height) end = at + 1;
  }
  return end;
}

/** A line of text below the table, not of a cell: wide, or a heading, note or caption. */
function isProse(line: PdfLine, table: readonly PdfLine[]): boolean {
  const left = Math.min(...table.map((each) => each.left));
  const right = Math.max(...table.map((each) => each.right));
  return line.right - line.left > 0.5 * (right - left) || habitOf(line.text) !== null || /^(?:注[：:]|[表图]\d|单位[：:])/u.test(line.text);
}

function rowsOf(region: readonly PdfLine[]): PdfLine[] | null {
  const most = Math.max(...region.map((line) => line.cells.length));
  const full = region.filter((line) => line.cells.length === most);
  if (full.length < 2 || most < 2) return null;
  const bands = columnsOf(full, most);
  if (bands.length < 2) return null;
  const anchors = region.filter((line, at) => line.cells.length * 2 > most && !goesOn(line, region[at - 1], bands));
  const rows = new Map<PdfLine, PdfLine[]>(anchors.map((line) => [line, []]));
  for (const line of region) rows.get(nearest(anchors, line))!.push(line);
  const found = [...rows].map(([anchor, lines]) => rowOf(anchor, lines, bands));
  return found.every((row) => row !== null) ? found : null;
}

/** A head of several lines: words only, nothing in the first column, and the line above is close. */
function goesOn(line: PdfLine, before: PdfLine | undefined, bands: readonly Band[]): boolean {
  return (
    before !== undefined &&
    !/\d/.test(before.text + line.text) &&
    before.y - line.y < 1.7 * line.height &&
    !line.cells.some((cell) => bandOf(cell, bands) === 0)
  );
}

/** As many bands as the fullest lines have cells: a head centred over a column touches none of its words. */
function columnsOf(full: readonly PdfLine[], most: number): Band[] {
  const bands = bandsOf(full.flatMap((line) => line.cells));
  while (bands.length > most) {
    const used = full.map((line) => new Set(line.cells.map((cell) => bandOf(cell, bands))));
    const gaps = bands.slice(1).map((band, at) => {
      const both = used.some((line) => line.has(at) && line.has(at + 1));
      return both ? Infinity : band.left - bands[at]!.right;
    });
    const least = Math.min(...gaps);
    if (least === Infinity) return [];
    const at = gaps.indexOf(least);
    bands.splice(at, 2, { left: bands[at]!.left, right: bands[at + 1]!.right });
  }
  return bands;
}

/** The stretches of the page's width that cells share. */
function bandsOf(cells: readonly PdfCell[]): Band[] {
  const bands: Band[] = [];
  for (const { left, right } of cells.toSorted((one, other) => one.left - other.left)) {
    const last = bands.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/** Lines come from the top down; at the same distance the line above it is. */
function nearest(anchors: readonly PdfLine[], line: PdfLine): PdfLine {
  return anchors.reduce((best, each) => (Math.abs(each.y - line.y) < Math.abs(best.y - line.y) ? each : best));
}

/** Null where two numbers would run into one: then these lines are no row, and the whole is better left alone. */
function rowOf(anchor: PdfLine, lines: readonly PdfLine[], bands: readonly Band[]): PdfLine | null {
  const texts = bands.map(() => "");
  for (const cell of lines.flatMap((line) => line.cells)) {
    const band = bandOf(cell, bands);
    if (/\d$/.test(texts[band] ?? "") && /^\d/.test(cell.text)) return null;
    texts[band] += cell.text;
  }
  return { ...anchor, text: texts.join("\t") };
}

function bandOf(cell: PdfCell, bands: readonly Band[]): number {
  const overlaps = bands.map((band) => Math.min(band.right, cell.right) - Math.max(band.left, cell.left));
  return overlaps.indexOf(Math.max(...overlaps));
}
