/** The running text of a document: blocks that a reader reads as sentences, each with its chapter and section. */
import type { Document, Span } from "../document.ts";

export interface Passage extends Span {
  readonly heading: boolean;
  /** Of a heading; 9 for other text. */
  readonly level: number;
  /** An automatic number that the text lacks. */
  readonly number: string;
  readonly text: string;
  /** Counts chapters and, across the whole document, sections; 0 before the first. */
  readonly chapter: number;
  readonly section: number;
}

const chapterStart = /^\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章部])/u;
const sectionStart = /^\s*(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:[、．]|\.(?!\d)))/u;

const passagesOf = new WeakMap<Document, readonly Passage[]>();

/** Tables, headers and footers are left out: they hold no sentences. */
export function prose(document: Document): readonly Passage[] {
  const known = passagesOf.get(document);
  if (known) return known;
  const passages: Passage[] = [];
  passagesOf.set(document, passages);
  let chapter = 0;
  let section = 0;
  for (const block of document.blocks) {
    if (block.kind === "table" || (block.kind === "note" && (block.where === "header" || block.where === "footer"))) continue;
    const text = document.text.slice(block.start, block.end);
    const heading = block.kind === "heading";
    if (heading ? block.level === 1 : text.length <= 40 && chapterStart.test(text)) chapter++;
    if (heading || sectionStart.test(text) || chapterStart.test(text)) section++;
    passages.push({
      start: block.start,
      end: block.end,
      heading,
      level: heading ? block.level : 9,
      number: "number" in block ? (block.number ?? "") : "",
      text,
      chapter,
      section,
    });
  }
  return passages;
}

/** Parts of `text` between signs that end a sentence, as spans of the document. */
export function sentences(passage: Passage): (Span & { readonly text: string })[] {
  const found: (Span & { readonly text: string })[] = [];
  for (const match of passage.text.matchAll(/[^。；！？\n]+[。；！？]?/gu)) {
    const start = passage.start + match.index;
    found.push({ start, end: start + match[0].length, text: match[0] });
  }
  return found;
}

/** Whether `offset` of `text` stands inside 《…》: names of documents keep their own words. */
export function insideTitle(text: string, offset: number): boolean {
  const from = Math.max(0, offset - 80);
  const before = text.slice(from, offset);
  return before.lastIndexOf("《") > before.lastIndexOf("》") && text.slice(offset, offset + 80).includes("》");
}
