/**
 * Reads .html: what a reader of the page sees, block by block. White space is folded as a browser folds it;
 * figures of our own page keep their ids.
 */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from "parse5";
import type { Block, Cell, Document, FigureMark } from "../core/auditing/document.ts";
import { levelsOfDepths } from "./heading-depth.ts";
import { headingLevels, isContentsEntry } from "./heading-habits.ts";
import { HtmlText } from "./html-text.ts";
import { UnreadableDocument } from "./unreadable.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

const skipped = new Set(
  "script style nav template head noscript svg math select option button-bar input textarea iframe object video audio canvas dialog rt rp".split(
    " ",
  ),
);
const inline = new Set(
  "a abbr b bdi bdo big button cite code data del dfn em font i ins kbd label mark q ruby rb s samp small span strong sub sup time tt u var wbr o:p".split(
    " ",
  ),
);
const deepest = 400;

type Raw = Block & { readonly depth?: number };

class PageReader {
  readonly text = new HtmlText();
  readonly blocks: Raw[] = [];
  readonly figures: FigureMark[] = [];
  #start = 0;
  #kind: "paragraph" | "listItem" = "paragraph";
  #cell = false;

  children(node: Node, depth: number): void {
    if (depth > deepest) throw tooDeep();
    if ("childNodes" in node) for (const child of node.childNodes) this.#node(child, depth + 1);
  }

  #node(node: Node, depth: number): void {
    if (node.nodeName === "#text" && "value" in node) this.text.write(node.value);
    else if ("tagName" in node) this.#element(node, depth);
  }

  #element(element: Element, depth: number): void {
    const name = element.tagName;
    if (skipped.has(name) || isHidden(element) || isReference(element)) return;
    const heading = /^h([1-6])$/.exec(name);
    if (name === "br") this.text.lineBreak();
    else if (name === "table" && !this.#cell && !isLayout(element)) this.#table(element, depth);
    else if (heading && !this.#cell) this.#block(element, depth, Number(heading[1]));
    else if (!inline.has(name)) this.#block(element, depth);
    else this.#inline(element, depth);
  }

  #inline(element: Element, depth: number): void {
    const id = attribute(element, "data-figure");
    const start = this.text.next;
    this.children(element, depth);
    if (id !== null && this.text.wordsEnd > start) this.figures.push({ id, start, end: this.text.wordsEnd });
  }

  /** Ends the block before, reads this one, ends it. */
  #block(element: Element, depth: number, heading?: number): void {
    if (this.#cell) {
      this.text.lineBreak();
      this.children(element, depth);
      this.text.lineBreak();
      return;
    }
    this.end();
    const outer = this.#kind;
    if (element.tagName === "li") this.#kind = "listItem";
    this.children(element, depth);
    this.end(heading);
    this.#kind = outer;
  }

  /** Ends the present block, if it has words. */
  end(heading?: number): void {
    const end = this.text.endBlock();
    if (end > this.#start) {
      const span = { start: this.#start, end };
      this.blocks.push(
        heading === undefined ? { kind: this.#kind, ...span } : { kind: "heading", level: heading, depth: heading, ...span },
      );
    }
    this.#start = this.text.length;
  }

  #table(table: Element, depth: number): void {
    this.end();
    const caption = table.childNodes.find((child): child is Element => child.nodeName === "caption");
    if (caption) this.#block(caption, depth);
    const grid = new Grid();
    this.#cell = true;
    for (const row of rowsOf(table)) {
      grid.nextRow();
      for (const cell of cellsOf(row)) {
        if (isHidden(cell)) continue;
        if (grid.filled) this.text.separator("\t");
        const start = this.text.length;
        this.children(cell, depth + 4);
        grid.add(start, this.text.wordsEnd, span(cell, "rowspan"), span(cell, "colspan"));
      }
      this.text.separator("\n");
    }
    this.#cell = false;
    const [start, end] = [this.#start, this.text.endBlock()];
    const cells = grid.cells.map((cell) => ({ ...cell, start: Math.min(cell.start, end), end: Math.min(cell.end, end) }));
    if (end > start) this.blocks.push({ kind: "table", start, end, rows: grid.rows, columns: grid.columns, cells });
    this.#start = this.text.length;
  }
}

/** Columns of a table that spans can reach. */
const widest = 1000;

/** Places cells as HTML does: into the next column that no cell from above reaches into. */
class Grid {
  readonly cells: Cell[] = [];
  rows = 0;
  columns = 0;
  filled = false;
  #column = 0;
  /** Column → first row below the cell that reaches into it. */
  readonly #taken: number[] = [];

  nextRow(): void {
    this.rows += 1;
    this.#column = 0;
    this.filled = false;
  }

  add(start: number, end: number, rowSpan: number, asked: number): void {
    const row = this.rows - 1;
    while ((this.#taken[this.#column] ?? 0) > row) this.#column += 1;
    const columnSpan = Math.max(1, Math.min(asked, widest - this.#column));
    this.cells.push({ start, end: Math.max(start, end), row, column: this.#column, rowSpan, columnSpan });
    for (let at = 0; at < columnSpan; at += 1) this.#taken[this.#column + at] = row + rowSpan;
    this.#column += columnSpan;
    this.columns = Math.max(this.columns, this.#column);
    this.filled = true;
  }
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child): Element[] => {
    if (child.nodeName === "tr") return [child as Element];
    return /^(?:thead|tbody|tfoot)$/.test(child.nodeName) ? rowsOf(child as Element) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.childNodes.filter((child): child is Element => child.nodeName === "td" || child.nodeName === "th");
}

/** A table that only places the parts of a page, as old sites' do: its rows are of one cell each, or a cell holds a table, a chapter or several paragraphs. */
function isLayout(table: Element): boolean {
  const rows = rowsOf(table).map(cellsOf);
  return rows.every((cells) => cells.length < 2) || rows.flat().some(holdsParts);
}

function holdsParts(cell: Element): boolean {
  let paragraphs = 0;
  const open: Node[] = [cell];
  for (let node = open.pop(); node; node = open.pop()) {
    if (/^(?:table|h[12])$/.test(node.nodeName)) return true;
    if (node.nodeName === "p") paragraphs += 1;
    if (paragraphs > mostInCell) return true;
    if ("childNodes" in node) open.push(...node.childNodes);
  }
  return false;
}

/** A cell of figures or of remarks has no more paragraphs. */
const mostInCell = 6;

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

function span(element: Element, name: string): number {
  const value = Number(attribute(element, name) ?? "1");
  return Number.isInteger(value) && value > 0 && value <= 1000 ? value : 1;
}

function isHidden(element: Element): boolean {
  if (attribute(element, "hidden") !== null || attribute(element, "aria-hidden") === "true") return true;
  return /display\s?:\s?none/.test(attribute(element, "style") ?? "");
}

/** The raised number of a footnote, and the arrow back from it: "人数12¹" must not read 人数121. */
function isReference(element: Element): boolean {
  if (element.tagName === "sup") return element.childNodes.some((child) => child.nodeName === "a");
  return (
    element.tagName === "a" &&
    (/doc-(?:noteref|backlink)/.test(attribute(element, "role") ?? "") ||
      /^#(?:fnref|.{1,20}-from-)/.test(attribute(element, "href") ?? ""))
  );
}

export function readHtml(file: string, source: string): Document {
  const reader = new PageReader();
  const page = parsed(source);
  reader.children(articleOf(page) ?? page, 0);
  reader.end();
  const text = reader.text.toString();
  return { file, format: "html", text, blocks: settled(reader.blocks, text), changes: [], comments: [], figures: reader.figures };
}

/** The parser walks up the open elements again and again: their number must be bounded while it parses. */
function parsed(source: string): Node {
  let open = 0;
  return parse(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        open += 1;
        if (open > deepest) throw tooDeep();
      },
      onItemPop: () => {
        open -= 1;
      },
    },
  });
}

/** The one article of a page that has other things around it. */
function articleOf(page: Node): Element | null {
  const found: Element[] = [];
  const open: Node[] = [page];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("tagName" in node && /^(?:article|main)$/.test(node.tagName)) found.push(node);
    else if ("childNodes" in node) open.push(...node.childNodes);
  }
  return found.length === 1 ? found[0]! : null;
}

/** Levels by the depth of h1–h6, or by numbering habits where the page has none. */
function settled(blocks: readonly Raw[], text: string): Block[] {
  const words = (block: Raw): string => text.slice(block.start, block.end);
  const headings = blocks.filter((block) => block.depth !== undefined);
  const levels = levelsOfDepths(headings.map((block) => ({ depth: block.depth ?? 1, text: words(block) }))).values();
  const spoken = blocks.filter((block) => block.kind !== "table");
  const habits = new Map(headings.length > 0 ? [] : headingLevels(spoken.map(words)).map((level, at) => [spoken[at]!, level]));
  return blocks
    .filter((block) => block.kind === "table" || block.depth !== undefined || !isContentsEntry(words(block)))
    .map((block): Block => {
      if (block.kind === "table") return block;
      const { start, end } = block;
      const level = block.depth === undefined ? (habits.get(block) ?? null) : (levels.next().value ?? 1);
      return level === null
        ? { kind: block.kind === "listItem" ? "listItem" : "paragraph", start, end }
        : { kind: "heading", level, start, end };
    });
}

function tooDeep(): UnreadableDocument {
  return new UnreadableDocument(
    "网页嵌套过深，不像一份报告。请在浏览器中复制正文，另存为 .docx 再交来",
    "the page is nested too deeply to be a report; save its text as .docx",
  );
}
