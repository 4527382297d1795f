/** Cuts a text into lines and gives their spans without the white space around, for the readers of plain text. */
import type { Span } from "../core/auditing/document.ts";

export interface Line extends Span {
  /** Without white space at its ends; may be empty. */
  readonly text: string;
  /** With the white space: a tab at an end parts off an empty cell. */
  readonly whole: Span;
}

/** All lines, ended by "\n", "\r\n" or "\r". */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const end = lineEnd(text, start);
    lines.push(trimmed(text, start, end));
    start = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
  }
  return lines;
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** The span of `text` from `start` to `end` without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Line {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to, text: text.slice(from, to), whole: { start, end } };
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)
  );
}
