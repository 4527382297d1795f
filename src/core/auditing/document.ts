/**
 * Document: what the readers make of a file and what the auditor takes. Plain text with blocks over it,
 * so that one offset means the same place for every check, every output and every later page.
 */

/** UTF-16 units of {@link Document.text}; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cell of a table; its text stands in the document's text at the span. */
export interface Cell extends Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A block's span never overlaps another block's; between two blocks stands at least one line feed. */
export type Block =
  /** `level` 1 is a chapter (一、), 2 a section; a document's title is level 0. */
  | (Span & { readonly kind: "heading"; readonly level: number; readonly number?: string })
  /** `number` is an automatic number that the file's reader shows and the text lacks: "1." */
  | (Span & { readonly kind: "paragraph" | "listItem"; readonly number?: string })
  | (Span & { readonly kind: "table"; readonly rows: number; readonly columns: number; readonly cells: readonly Cell[] })
  /** Text beside the flow: audited like a paragraph, never joined with its neighbours. */
  | (Span & { readonly kind: "note"; readonly where: "footnote" | "endnote" | "textBox" | "header" | "footer" });

/**
 * A live tracked change. The text shows insertions and leaves deletions out, as it would read once
 * everything were accepted; a deletion stands where it was, with start = end.
 */
export interface TrackedChange extends Span {
  readonly kind: "inserted" | "deleted";
  /** The words inserted or deleted. */
  readonly text: string;
  readonly author: string;
}

export interface Comment extends Span {
  readonly author: string;
  readonly text: string;
}

/** A figure of a report that we wrote, by the id in its content control or bookmark. */
export interface FigureMark extends Span {
  readonly id: string;
}

export type DocumentFormat = "txt" | "md" | "docx" | "pdf" | "html";

export interface Document {
  /** File name without folder. */
  readonly file: string;
  readonly format: DocumentFormat;
  /** Plain text, lines ended by "\n"; for .txt and .md the file itself without its byte order mark (with its own line ends). */
  readonly text: string;
  /** In order of the text; notes come last. */
  readonly blocks: readonly Block[];
  readonly changes: readonly TrackedChange[];
  readonly comments: readonly Comment[];
  readonly figures: readonly FigureMark[];
}

/** The index of the first of ordered spans that begins at `start` or behind it; sought from index `from` on. */
export function firstAt(spans: readonly Span[], start: number, from = 0): number {
  let [low, high] = [from, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
