/** Pages set in two columns: the left one is read before the right one, between the lines that run across both. */
import { linesOfPage, type PdfLine, type Piece } from "./pdf-lines.ts";

interface Area {
  readonly left: number;
  readonly right: number;
}

/** So many lines of prose each column has on a page by which a document is known for one in columns; a table of words seldom has. */
const fewest = 10;
/** The places that are tried: those where most lines end. */
const mostPlaces = 16;
/** Its other pages, such as the last, may have fewer. */
const fewestElsewhere = 2;

/** The lines of each page in the order of reading. */
export function linesOfPages(pages: readonly (readonly Piece[])[]): PdfLine[][] {
  const written = pages.map((pieces) => pieces.filter((piece) => piece.text.trim() !== ""));
  const gutters = written.map(gutterOf);
  const usual = gutters.find((gutter) => gutter !== null) ?? null;
  return written.map((pieces, at) => {
    const gutter = gutters[at] ?? (usual !== null && fullLines(pieces, usual) >= fewestElsewhere ? usual : null);
    return gutter === null ? linesOfPage(pieces) : linesInColumns(pieces, gutter);
  });
}

function linesInColumns(written: readonly Piece[], gutter: number): PdfLine[] {
  const areas = [0, 1].map((side) => areaOf(written.filter((piece) => sideOf(piece, gutter) === side)));
  const across = linesOfPage(written.filter((piece) => sideOf(piece, gutter) === null));
  const lines: PdfLine[] = [];
  let top = Infinity;
  for (const bottom of [...across.map(({ y }) => y), -Infinity]) {
    for (const [side, area] of areas.entries()) {
      const within = written.filter((piece) => sideOf(piece, gutter) === side && piece.y < top && piece.y >= bottom);
      lines.push(...linesOfPage(within).map((line) => ({ ...line, area })));
    }
    lines.push(...across.filter(({ y }) => y === bottom));
    top = bottom;
  }
  return lines;
}

/** 0 left of the gutter, 1 right of it, null across. */
function sideOf({ x, width }: Piece, gutter: number): 0 | 1 | null {
  return x + width <= gutter ? 0 : x >= gutter ? 1 : null;
}

function areaOf(pieces: readonly Piece[]): Area {
  return {
    left: pieces.reduce((least, { x }) => Math.min(least, x), Infinity),
    right: pieces.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity),
  };
}

/** The place near the middle of the page that few lines cross and that many full lines end before and begin behind; null of other pages. */
function gutterOf(pieces: readonly Piece[]): number | null {
  const { left, right } = areaOf(pieces);
  const [from, to] = [left + 0.4 * (right - left), left + 0.6 * (right - left)];
  const ends = new Map<number, number>();
  for (const { x, width } of pieces) {
    const end = Math.ceil(x + width);
    if (end > from && end < to) ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  let best: { readonly place: number; readonly full: number } | null = null;
  for (const [end] of [...ends].sort(([one, count], [other, further]) => further - count || other - one).slice(0, mostPlaces)) {
    const next = pieces.reduce((least, { x }) => (x > end ? Math.min(least, x) : least), Infinity);
    const place = (end + Math.min(next, to)) / 2;
    const full = fullLines(pieces, place);
    if (full >= fewest && (best === null || full > best.full)) best = { place, full };
  }
  return best?.place ?? null;
}

/** How many lines of the poorer side fill their column; 0 where too many lines run across the place. */
function fullLines(pieces: readonly Piece[], place: number): number {
  const sides = [0, 1].map((side) => pieces.filter((piece) => sideOf(piece, place) === side));
  const [lines, areas] = [sides.map(linesOfPage), sides.map(areaOf)];
  const across = linesOfPage(pieces.filter((piece) => sideOf(piece, place) === null)).length;
  if (across * 4 > Math.max(...lines.map(({ length }) => length))) return 0;
  const fills = ({ cells }: PdfLine, { left, right }: Area): boolean =>
    cells.length === 1 && cells[0]!.right - cells[0]!.left > 0.8 * (right - left);
  return Math.min(...lines.map((each, side) => each.filter((line) => fills(line, areas[side]!)).length));
}
