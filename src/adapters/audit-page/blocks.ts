/** Writes the document's blocks: headings, paragraphs, lists, tables, and notes set apart at the end. */
import type { Block, Document, Span } from "../../core/auditing/document.ts";
import { escapeHtml } from "../site/html-text.ts";
import type { MarkedText } from "./marked-text.ts";
import { type Language, say } from "./messages.ts";
import { tableHtml } from "./table.ts";

/** An item that brings its own bullet or number needs none from the page. */
const ownBullet = /^(?:[-*+•·●○■◆▪]|[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、．])/;

/** Whether something between two blocks is text, and not only the marks of Markdown. */
const worded = /[\p{L}\p{N}]/u;

export function textHtml(document: Document, marked: MarkedText, language: Language): string {
  const body: string[] = [];
  const notes: string[] = [];
  let list: string[] = [];
  let at = 0;
  const endList = (): void => {
    if (list.length > 0) body.push(`<ul>${list.join("")}</ul>`);
    list = [];
  };
  const stray = (end: number): void => {
    if (end <= at || !worded.test(document.text.slice(at, end))) return;
    endList();
    body.push(`<p>${marked.html(at, end)}</p>`);
  };
  for (const block of document.blocks.toSorted((left, right) => left.start - right.start)) {
    if (block.start < at || block.end < block.start) continue;
    stray(block.start);
    const html = blockHtml(document, block, marked, language);
    if (block.kind === "listItem") list.push(html);
    else {
      endList();
      (block.kind === "note" ? notes : body).push(html);
    }
    at = block.end;
  }
  stray(document.text.length);
  endList();
  const rest = marked.html(document.text.length, document.text.length);
  if (rest !== "") body.push(`<p>${rest}</p>`);
  if (notes.length > 0) body.push(`<section class="notes"><h3>${say("notes", language)}</h3>${notes.join("\n")}</section>`);
  return body.join("\n");
}

/** The id of a heading, for links from the table of chapters. */
export function headingId(start: number): string {
  return `at-${start}`;
}

function blockHtml(document: Document, block: Block, marked: MarkedText, language: Language): string {
  const { start, end } = trimmed(document.text, block);
  const number = "number" in block && block.number ? `<span class="number">${escapeHtml(block.number)}</span> ` : "";
  switch (block.kind) {
    case "heading": {
      // The page's own title is h1 and its sections are h2.
      const tag = block.level === 0 ? "h3" : `h${Math.min(Math.max(block.level, 1) + 2, 6)}`;
      const level = Math.min(Math.max(block.level, 0), 4);
      return `<${tag} class="level-${level}" id="${headingId(block.start)}">${number}${marked.html(start, end)}</${tag}>`;
    }
    case "paragraph":
      return `<p>${number}${marked.html(start, end)}</p>`;
    case "listItem": {
      const bare = number !== "" || ownBullet.test(document.text.slice(start, start + 8));
      return `<li${bare ? ' class="bare"' : ""}>${number}${marked.html(start, end)}</li>`;
    }
    case "note":
      return `<p><span class="where">${say(block.where, language)}</span> ${marked.html(start, end)}</p>`;
    case "table":
      return tableHtml(document, block, marked, language);
  }
}

function trimmed(text: string, { start, end }: Span): Span {
  let first = start;
  while (first < end && text.charAt(first).trim() === "") first += 1;
  return { start: first, end };
}
