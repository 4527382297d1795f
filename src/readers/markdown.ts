/** Reads .md: the text is the file itself; heading marks, bullets and the bars of tables stay outside the spans. */
import type { Block, Document } from "../core/auditing/document.ts";
import { levelsOfDepths } from "./heading-depth.ts";
import { habitOf, headingLevels } from "./heading-habits.ts";
import { type Line, linesOf, trimmed } from "./text-lines.ts";
import { typedTable } from "./typed-table.ts";

type Piece = Line & { readonly kind: "heading" | "paragraph" | "listItem"; readonly depth: number };

export function readMarkdown(file: string, text: string): Document {
  const lines = linesOf(text);
  const tables: Block[] = [];
  const pieces: Piece[] = [];
  let open = false;
  for (let at = frontMatter(lines); at < lines.length;) {
    const table = typedTable(text, lines, at);
    const piece = table ? null : pieceOf(text, lines[at]!);
    if (table) tables.push(table.block);
    if (piece) {
      const last = pieces.at(-1);
      if (open && last && continues(last, piece))
        pieces[pieces.length - 1] = { ...last, end: piece.end, text: text.slice(last.start, piece.end) };
      else pieces.push(piece);
    }
    open = piece !== null && piece.kind !== "heading";
    at = table?.next ?? at + 1;
  }
  const blocks = [...tables, ...blocksOf(pieces)].sort((left, right) => left.start - right.start);
  return { file, format: "md", text, blocks, changes: [], comments: [], figures: [] };
}

/** Index of the first line after the settings that some editors keep between two lines of dashes. */
function frontMatter(lines: readonly Line[]): number {
  if (lines[0]?.text !== "---") return 0;
  const end = lines.findIndex((line, at) => at > 0 && line.text === "---");
  return end < 0 ? 0 : end + 1;
}

/** What a line is by its mark; null for blank lines, rules and fences. */
function pieceOf(text: string, line: Line): Piece | null {
  if (line.text === "" || /^(?:[-*_=]{3,}|```.*|~~~.*)$/u.test(line.text)) return null;
  const heading = /^(#{1,6})[ \t]+/u.exec(line.text);
  if (heading) {
    const closing = /[ \t]#{1,6}$/u.exec(line.text)?.[0].length ?? 0;
    return { ...unmarked(text, line.start + heading[0].length, line.end - closing), kind: "heading", depth: heading[1]!.length };
  }
  const bullet = /^[-*+][ \t]+/u.exec(line.text);
  if (bullet) return { ...trimmed(text, line.start + bullet[0].length, line.end), kind: "listItem", depth: 0 };
  if (/^\d{1,3}[.)][ \t]+/u.test(line.text)) return { ...line, kind: "listItem", depth: 0 };
  const quote = /^>[> ]{0,8}/u.exec(line.text);
  if (quote) return { ...trimmed(text, line.start + quote[0].length, line.end), kind: "paragraph", depth: 0 };
  return { ...unmarked(text, line.start, line.end), kind: "paragraph", depth: 0 };
}

/** The span without the marks of bold that enclose it as a whole. */
function unmarked(text: string, start: number, end: number): Line {
  const line = trimmed(text, start, end);
  const inner = /^\*\*[^*]+\*\*$/u.test(line.text);
  return inner ? trimmed(text, line.start + 2, line.end - 2) : line;
}

/** A line of a paragraph broken by the editor: its predecessor ends within a sentence. */
function continues(before: Piece, piece: Piece): boolean {
  return (
    piece.kind === "paragraph" && !/[。！？；：:]$/u.test(before.text) && habitOf(piece.text) === null && habitOf(before.text) === null
  );
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  const headings = pieces.filter((piece) => piece.kind === "heading");
  if (headings.length === 0) {
    const levels = headingLevels(pieces.map((piece) => piece.text));
    return pieces.map(({ start, end, kind }, at) => {
      const level = levels[at] ?? null;
      if (level !== null) return { kind: "heading", level, start, end };
      return { kind: kind === "listItem" ? "listItem" : "paragraph", start, end };
    });
  }
  const levels = levelsOfDepths(headings).values();
  return pieces.map(({ start, end, kind }) =>
    kind === "heading" ? { kind, level: levels.next().value ?? 1, start, end } : { kind, start, end },
  );
}
