/**
 * A flow: one stream of text under construction (the body, a text box, a footnote) with its blocks, marks and
 * the segments that lead each letter back to its place in the XML.
 */
import type { Block, FigureMark, Span, TrackedChange } from "../../core/auditing/document.ts";

/** A run of the XML; `end` is known once it was read. */
export interface Run {
  readonly start: number;
  end: number;
  /** Offset after the run's start tag and properties: where its content begins. */
  content: number;
  /** Mathematics: never cut in two. */
  readonly whole: boolean;
  /** The run's own properties, `<w:rPr>…</w:rPr>`; start = end without any. */
  readonly properties: { start: number; end: number };
}

/** Text of one element of a run. Where `xml` and text differ in length, the XML holds references (`&amp;`). */
export interface Segment extends Span {
  readonly part: string;
  /** The text within the XML. For a tab or break the element itself. */
  readonly xmlStart: number;
  readonly xmlEnd: number;
  /** The element: `<w:t>…</w:t>`. */
  readonly elementStart: number;
  readonly elementEnd: number;
  /** Whether the element can be cut in two. */
  readonly divisible: boolean;
  readonly run: Run;
  /** Of a note: the run of the body that carries the text box or the reference; null where there is none. */
  readonly anchor: Run | null;
}

export type Note = Extract<Block, { kind: "note" }>["where"];

/** A block before levels are settled. */
export type RawBlock = Block & {
  /** Heading level of the style or the paragraph itself. */
  readonly styled?: number;
};

export class Flow {
  readonly where: Note | null;
  readonly part: string;
  readonly anchor: Run | null;
  readonly blocks: RawBlock[] = [];
  readonly segments: Segment[] = [];
  readonly changes: TrackedChange[] = [];
  readonly comments: { id: string; start: number; end: number }[] = [];
  readonly controls: FigureMark[] = [];
  readonly bookmarks: FigureMark[] = [];
  readonly #pieces: string[] = [];
  /** Length of the text so far. */
  at = 0;

  constructor(where: Note | null, part: string, anchor: Run | null) {
    this.where = where;
    this.part = part;
    this.anchor = anchor;
  }

  write(text: string): void {
    this.#pieces.push(text);
    this.at += text.length;
  }

  /** Ends a line, unless nothing was written on it since `start`. */
  endLine(start: number): void {
    if (this.at > start) this.write("\n");
  }

  get text(): string {
    return this.#pieces.join("");
  }

  /** The text from `start` on; short, for it joins the pieces from the back. */
  since(start: number): string {
    let length = this.at;
    let first = this.#pieces.length;
    while (first > 0 && length > start) length -= this.#pieces[(first -= 1)]!.length;
    return this.#pieces
      .slice(first)
      .join("")
      .slice(start - length);
  }
}
