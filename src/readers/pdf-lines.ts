/** Lines of a PDF page from the places of its pieces of text: a PDF knows no words, lines or paragraphs. */

export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Baseline, from the bottom of the page. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of a line with no wide gap in it. */
export interface PdfCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PdfLine {
  /** Columns apart from each other are parted by tabs. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  readonly cells: readonly PdfCell[];
  /** The column that it stands in, of a page that has two. */
  readonly area?: { readonly left: number; readonly right: number };
}

/** Wider than this, in heights of the letters, a gap parts two columns. */
const columnGap = 1.3;

export function linesOfPage(pieces: readonly Piece[]): PdfLine[] {
  const rows: Piece[][] = [];
  const written = pieces.filter((piece) => piece.text.trim() !== "").sort((left, right) => right.y - left.y || left.x - right.x);
  for (const piece of written) {
    const row = rows.at(-1);
    if (row && Math.abs(baseline(row) - piece.y) < 0.5 * Math.max(tallest(row), piece.height)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf);
}

function tallest(row: readonly Piece[]): number {
  return row.reduce((most, piece) => Math.max(most, piece.height), 0);
}

/** That of the largest letters. */
function baseline(row: readonly Piece[]): number {
  return row.reduce((best, piece) => (piece.height > best.height ? piece : best)).y;
}

function lineOf(row: readonly Piece[]): PdfLine {
  const height = tallest(row);
  const low = row.filter((piece) => piece.height > 0.8 * height).reduce((least, piece) => Math.min(least, piece.y), Infinity);
  // A small raised number refers to a footnote: with it 12 would read 121.
  const kept = row.filter((piece) => !(piece.height < 0.8 * height && piece.y > low + 0.15 * height && /^[\d\s*①-⑳]+$/u.test(piece.text)));
  const ordered = (kept.length > 0 ? kept : row).toSorted((left, right) => left.x - right.x);
  const cells: { text: string; left: number; right: number }[] = [];
  for (const piece of ordered) {
    const last = cells.at(-1);
    const gap = last ? piece.x - last.right : Infinity;
    const end = piece.x + piece.width;
    if (last && gap <= columnGap * height) {
      last.text += (gap > 0.2 * height ? " " : "") + piece.text;
      last.right = Math.max(last.right, end);
    } else cells.push({ text: piece.text, left: piece.x, right: end });
  }
  for (const cell of cells) cell.text = withoutLooseSpaces(cell.text);
  const [left, right] = [cells[0]!.left, Math.max(...cells.map((cell) => cell.right))];
  return { text: cells.map((cell) => cell.text).join("\t"), left, right, y: low === Infinity ? row[0]!.y : low, height, cells };
}

/** The air that a typesetter leaves between Chinese and digits is no space, nor is that of a justified line. */
export function withoutLooseSpaces(text: string): string {
  return text
    .replace(/[ \u00a0]+/g, " ")
    .replace(/(?<=[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]) /g, "")
    .replace(/ (?=[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef])/g, "")
    .trim();
}
