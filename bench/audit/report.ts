/** A generated report as tokens: figures and words keep their identity, so that an edit touches one of them and every span is known. */
import type { Block as DocumentBlock, Document, Span } from "../../src/core/auditing/document.ts";
import { type Exact, exact, multiply } from "../../src/core/quantity/exact.ts";
import type { Equation } from "./oracle/equation.ts";

/** What a figure's digits mean: whole things, money and measures, or a value worked out from others. */
export type FigureRole = "count" | "amount" | "share" | "points" | "ratio" | "times" | "perHead" | "growth";
export type Scale = "" | "万" | "亿";

export interface Figure {
  readonly kind: "figure";
  readonly id: number;
  /** What it states, with the year: two figures of one fact are copies. */
  readonly fact: string;
  readonly role: FigureRole;
  /** As printed, Arabic or Chinese. */
  readonly digits: string;
  /** The digits as plain decimal text. */
  readonly plain: string;
  readonly scale: Scale;
  readonly unit: string;
  readonly hedge: "" | "near" | "over" | "about";
  /** The value before any rounding, in the unit without scale. */
  readonly exact: Exact;
  readonly label: string;
  /** An old value left in front of the new one. */
  readonly leftover?: string;
  /** In a table: the unit that the column's head gives. */
  readonly unitAbove?: string;
  /** In a table: a change printed with a minus before its digits; `plain` is its size. */
  readonly minus?: boolean;
  /** In a table: the column's head gives the scale too. */
  readonly scaleAbove?: boolean;
  /** What stands before the digits instead of the unit behind them: 1：15.3. */
  readonly prefix?: string;
}

export interface Word {
  readonly kind: "word";
  readonly id: number;
  readonly role: "label" | "base" | "year" | "scope" | "direction";
  readonly text: string;
  /** Of a direction: the word for the other way. */
  readonly opposite?: string;
  /** Fact of a label or a base, without the year. */
  readonly fact?: string;
}

export type Token = string | Figure | Word;

export interface Sentence {
  readonly relation: string;
  readonly tokens: readonly Token[];
  /** Lists whose items may change places: ranges of tokens. */
  readonly lists?: readonly (readonly (readonly [number, number])[])[];
}

export type Block =
  | { readonly kind: "title" | "chapter" | "section"; readonly text: string }
  | { readonly kind: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "table"; readonly relation: string; readonly rows: readonly (readonly Token[][])[] };

export interface Report {
  readonly name: string;
  readonly year: number;
  readonly scope: string;
  readonly blocks: readonly Block[];
  readonly equations: readonly Equation[];
  /** What edits of words need to know of the world behind the report. */
  readonly vocabulary: Vocabulary;
}

export interface Vocabulary {
  readonly labels: ReadonlyMap<string, string>;
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** Other bases that a hurried writer might name. */
  readonly siblings: Readonly<Record<string, readonly string[]>>;
}

export interface FigurePlace {
  readonly figure: Figure;
  /** Digits alone. */
  readonly digits: Span;
  /** With hedge and unit. */
  readonly whole: Span;
}

export interface Rendered {
  readonly document: Document;
  readonly figures: ReadonlyMap<number, FigurePlace>;
  readonly words: ReadonlyMap<number, { readonly word: Word; readonly span: Span }>;
}

const factor: Readonly<Record<Scale, Exact>> = { "": exact(1), 万: exact(10_000), 亿: exact(100_000_000) };

/** The printed value in the unit without scale. */
export function printedValue(figure: Figure): Exact {
  return multiply(exact(figure.plain), factor[figure.scale]);
}

/** Size of the last printed place. */
export function printedStep(figure: Figure): Exact {
  const decimals = figure.plain.split(".")[1]?.length ?? 0;
  return multiply(exact(decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`), factor[figure.scale]);
}

const before = { "": "", near: "近", over: "", about: "约" } as const;

/** Writes the report out; spans are UTF-16 offsets into the document's text. */
export function render(report: Report): Rendered {
  let text = "";
  const figures = new Map<number, FigurePlace>();
  const words = new Map<number, { word: Word; span: Span }>();
  const blocks: DocumentBlock[] = [];
  const put = (token: Token): void => {
    const start = text.length;
    if (typeof token === "string") text += token;
    else if (token.kind === "word") {
      text += token.text;
      words.set(token.id, { word: token, span: { start, end: text.length } });
    } else {
      text += before[token.hedge] + (token.minus ? "-" : "") + (token.prefix ?? "") + (token.leftover ?? "");
      const digits = { start: text.length, end: text.length + token.digits.length };
      const scale = token.scaleAbove ? "" : token.scale;
      text += token.digits + scale + (token.hedge === "over" ? "余" : "") + (token.prefix ? "" : token.unit);
      figures.set(token.id, { figure: token, digits, whole: { start, end: text.length } });
    }
  };
  for (const block of report.blocks) {
    const start = text.length;
    if (block.kind === "paragraph") {
      text += "    ";
      for (const sentence of block.sentences) sentence.tokens.forEach(put);
      blocks.push({ kind: "paragraph", start, end: text.length });
    } else if (block.kind === "table") {
      const cells = block.rows.flatMap((row, rowIndex) =>
        row.map((cell, column) => {
          if (column > 0) text += "\t";
          else if (rowIndex > 0) text += "\n";
          const from = text.length;
          cell.forEach(put);
          return { row: rowIndex, column, rowSpan: 1, columnSpan: 1, start: from, end: text.length };
        }),
      );
      blocks.push({ kind: "table", rows: block.rows.length, columns: block.rows[0]!.length, cells, start, end: text.length });
    } else {
      text += block.text;
      blocks.push({ kind: "heading", level: block.kind === "title" ? 0 : block.kind === "chapter" ? 1 : 2, start, end: text.length });
    }
    text += "\n";
  }
  const document: Document = { file: `${report.name}.txt`, format: "txt", text, blocks, changes: [], comments: [], figures: [] };
  return { document, figures, words };
}

/** All tokens in order, tables included. */
export function tokensOf(report: Report): Token[] {
  return report.blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.sentences.flatMap(({ tokens }) => tokens) : block.kind === "table" ? block.rows.flat(2) : [],
  );
}

export function figuresOf(report: Report): Figure[] {
  return tokensOf(report).filter((token): token is Figure => typeof token !== "string" && token.kind === "figure");
}

export function wordsOf(report: Report): Word[] {
  return tokensOf(report).filter((token): token is Word => typeof token !== "string" && token.kind === "word");
}

/** The report with some tokens replaced; `change` gives the token back to keep it. */
export function mapTokens(report: Report, change: (token: Figure | Word) => Token): Report {
  const map = (token: Token): Token => (typeof token === "string" ? token : change(token));
  const blocks = report.blocks.map((block): Block => {
    if (block.kind === "paragraph")
      return { ...block, sentences: block.sentences.map((sentence) => ({ ...sentence, tokens: sentence.tokens.map(map) })) };
    if (block.kind === "table") return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(map))) };
    return block;
  });
  return { ...report, blocks };
}
