/** Reads .docx: the body, then what stands beside it, as one text; and the way back from each letter into the XML. */
import type { Block, Comment, Document, FigureMark, TrackedChange } from "../../core/auditing/document.ts";
import { trimmed } from "../text-lines.ts";
import { readComments } from "./comments.ts";
import type { Context } from "./context.ts";
import type { Flow, Note, RawBlock, Run, Segment } from "./flow.ts";
import { settleLevels } from "./heading-levels.ts";
import { Numbering } from "./numbering.ts";
import { openWordPackage, type WordPackage } from "./package.ts";
import { PartReader } from "./part-reader.ts";
import { readStyles } from "./styles.ts";

export interface MappedDocument {
  readonly document: Document;
  /** In order of the text. */
  readonly segments: readonly Segment[];
  readonly package: WordPackage;
}

export function readDocx(file: string, bytes: Uint8Array): Document {
  return readDocxWithMap(file, bytes).document;
}

export function readDocxWithMap(file: string, bytes: Uint8Array): MappedDocument {
  const word = openWordPackage(bytes);
  const flows = readFlows(word);
  let text = "";
  const blocks: Block[] = [];
  const segments: Segment[] = [];
  const changes: TrackedChange[] = [];
  const comments: Comment[] = [];
  const controls: FigureMark[] = [];
  const bookmarks: FigureMark[] = [];
  const written = new Map(readComments(partOf(word, "comments")).map((comment) => [comment.id, comment]));
  for (const flow of flows) {
    const by = text.length;
    const own = flow.text;
    const placed = flow.blocks.map((block) => tight(block, own)).filter((block) => block.end > block.start);
    const settled = flow.where === null ? settleLevels(placed, (block) => own.slice(block.start, block.end)) : placed;
    for (const block of settled) blocks.push(shifted(block, by));
    for (const segment of flow.segments) segments.push(moved(segment, by));
    for (const change of flow.changes) changes.push(moved(change, by));
    for (const { id, start, end } of flow.comments) {
      const comment = written.get(id);
      if (comment) comments.push({ start: start + by, end: end + by, author: comment.author, text: comment.text });
    }
    for (const mark of flow.controls) controls.push(moved(mark, by));
    for (const mark of flow.bookmarks) bookmarks.push(moved(mark, by));
    text += own;
  }
  changes.sort((left, right) => left.start - right.start);
  const figures = controls.length > 0 ? controls : bookmarks;
  return { document: { file, format: "docx", text, blocks, changes, comments, figures }, segments, package: word };
}

function partOf(word: WordPackage, type: string): string {
  const target = word.relationships.find((each) => each.type === type)?.target;
  return (target === undefined ? null : word.xml(target)) ?? "";
}

/** The body's flow first, then footnotes, endnotes, text boxes, headers, footers. */
function readFlows(word: WordPackage): Flow[] {
  const context: Context = {
    styles: readStyles(partOf(word, "styles")),
    numbering: new Numbering(partOf(word, "numbering")),
    notes: [],
    references: new Map<string, Run>(),
  };
  const read = (part: string, where: Note | null): Flow => new PartReader(context, part, word.xml(part) ?? "", where).read();
  const flows = [read(word.documentPart, null)];
  for (const type of ["footnotes", "endnotes", "header", "footer"] as const) {
    const where = type === "footnotes" ? "footnote" : type === "endnotes" ? "endnote" : type;
    for (const { target } of word.relationships.filter((each) => each.type === type)) flows.push(read(target, where));
  }
  flows.push(...context.notes);
  return inOrder(flows.filter((flow) => flow.where === null || flow.at > 0));
}

const order: readonly (Note | null)[] = [null, "footnote", "endnote", "textBox", "header", "footer"];

/** Sections repeat their headers: the same words are kept once. */
function inOrder(flows: readonly Flow[]): Flow[] {
  const seen = new Set<string>();
  return [...flows]
    .sort((left, right) => order.indexOf(left.where) - order.indexOf(right.where))
    .filter((flow) => {
      if (flow.where !== "header" && flow.where !== "footer") return true;
      const fresh = !seen.has(flow.text);
      seen.add(flow.text);
      return fresh;
    });
}

/** Without white space at the ends of the block and its cells. */
function tight(block: RawBlock, text: string): RawBlock {
  const { start, end } = trimmed(text, block.start, block.end);
  if (block.kind !== "table") return { ...block, start, end };
  const cells = block.cells.map((cell) => {
    const span = trimmed(text, cell.start, cell.end);
    return { ...cell, start: span.start, end: span.end };
  });
  // A table's span ends with its last words; a cell without any behind them stands at that end.
  return {
    ...block,
    start,
    end,
    cells: cells.map((cell) => ({ ...cell, start: within(cell.start, start, end), end: within(cell.end, start, end) })),
  };
}

function within(at: number, start: number, end: number): number {
  return Math.min(Math.max(at, start), end);
}

function shifted(block: Block, by: number): Block {
  return block.kind === "table" ? { ...moved(block, by), cells: block.cells.map((cell) => moved(cell, by)) } : moved(block, by);
}

function moved<T extends { readonly start: number; readonly end: number }>(mark: T, by: number): T {
  return by === 0 ? mark : { ...mark, start: mark.start + by, end: mark.end + by };
}
