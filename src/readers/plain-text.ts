/** Reads .txt: the text is the file itself, blocks are its lines. */
import type { Block, Document } from "../core/auditing/document.ts";
import { headingLevels, isContentsEntry, isListItem } from "./heading-habits.ts";
import { type Line, linesOf } from "./text-lines.ts";
import { typedTable } from "./typed-table.ts";

export function readPlainText(file: string, text: string): Document {
  return { file, format: "txt", text, blocks: textBlocks(text), changes: [], comments: [], figures: [] };
}

/** Blocks of a text in which every paragraph is one line. */
export function textBlocks(text: string, columns: "typed" | "seen" = "typed"): Block[] {
  const blocks: Block[] = [];
  const written: Line[] = [];
  // Blank lines end a table, so tables are sought among all lines and headings among those with words.
  const lines = linesOf(text);
  for (let at = 0; at < lines.length;) {
    const table = typedTable(text, lines, at, columns);
    if (table) blocks.push(table.block);
    else if (lines[at]!.text !== "" && !isContents(lines[at]!.text)) written.push(lines[at]!);
    at = table?.next ?? at + 1;
  }
  const levels = headingLevels(written.map((line) => line.text));
  for (const [index, line] of written.entries()) blocks.push(blockOf(line, levels[index] ?? null));
  return blocks.sort((left, right) => left.start - right.start);
}

/** The typed table of contents names every chapter a second time, with page numbers: no part of the report's words. */
function isContents(line: string): boolean {
  return /^目[ 　]{0,4}[录次]$/u.test(line) || isContentsEntry(line);
}

function blockOf({ start, end, text }: Line, level: number | null): Block {
  if (level !== null) return { kind: "heading", level, start, end };
  return { kind: isListItem(text) ? "listItem" : "paragraph", start, end };
}
