/** Cuts a document into sentences, the unit within which a relation between figures is stated. */
import type { Document, Span } from "../document.ts";

export interface Sentence extends Span {
  /** Index of its block in the document. */
  readonly block: number;
  /** Index of the chapter: how many headings of level 1 stand before it. */
  readonly chapter: number;
  /** Index of the section: how many headings of any level stand before it. */
  readonly section: number;
}

/** Sentences of paragraphs, list items and notes, in order; tables are read by themselves. Headings open chapters and are none. */
export function sentencesOf(document: Document): Sentence[] {
  const found: Sentence[] = [];
  let [chapter, section] = [0, 0];
  for (const [block, each] of document.blocks.entries()) {
    if (each.kind === "heading") {
      section += 1;
      if (each.level <= 1) chapter += 1;
      continue;
    }
    if (each.kind === "table") continue;
    const spans = cut(document.text, each.start, each.end);
    // A paragraph that begins with 其中 goes on with the one before.
    const last = found.at(-1);
    if (last && spans[0] && last.block === block - 1 && ofWhole.test(document.text.slice(each.start, each.start + 16)))
      found[found.length - 1] = { ...last, end: spans.shift()!.end };
    for (const { start, end } of spans) found.push({ start, end, block, chapter, section });
  }
  return found;
}

/** The signs that cut, and the brackets within which a full stop does not. */
const telling = /[（()）。！？!?\n]/g;

/** What follows are parts of what was told. */
export const ofWhole = /^\s{0,8}(?:其中|其(?:构成|组成|结构)(?:为|是|如下)?[：:])/;

/** A full stop before 其中 ends no sentence: what follows are parts of what was told. */
function cut(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  let depth = 0;
  telling.lastIndex = start;
  for (let found = telling.exec(text); found !== null && found.index < end; found = telling.exec(text)) {
    const [sign] = found;
    const at = found.index;
    if (sign === "（" || sign === "(") depth += 1;
    else if (sign === "）" || sign === ")") depth = Math.max(0, depth - 1);
    else if (sign === "。" && ofWhole.test(text.slice(at + 1, at + 16)) && at - from < 600) continue;
    else if (depth === 0 || sign !== "。" || at - from > 400) {
      if (text.slice(from, at).trim() !== "") spans.push({ start: from, end: at });
      from = at + 1;
      depth = 0;
    }
  }
  if (text.slice(from, end).trim() !== "") spans.push({ start: from, end });
  return spans;
}
