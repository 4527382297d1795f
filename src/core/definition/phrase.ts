/**
 * Reads the text templates of outlines, so that narrative is written as the sentence it becomes:
 *
 *     phrase("全市共有教职工{teachers.staff}，其中专任教师{teachers.fullTime}[，{change teachers.fullTime}]。")
 *
 * In braces stand {code} (figure with unit), {code@dimension=member,…} (narrowed to members),
 * {code&attribute=value,…} (narrowed to organisations), {number code}, {change code}, {growth code},
 * {standard code} (the line of the standard in force), {meeting code} and {failing code} (schools on either side of it),
 * {list code by dimension}, {shares code by dimension}, {.column} (a field of a row) and the words
 * {organisation} {whole} {schools} {our} {year} {lastYear} {ordinal}. In square brackets stands an optional clause, dropped
 * alone when a figure in it is not available or is zero. Nodes (rows, when …) may stand between the strings, and a
 * bracket may span them.
 */
import type { MeasureReference, PhraseNode } from "./outline.ts";

export type PhrasePart = string | PhraseNode;

const words = ["organisation", "whole", "schools", "our", "year", "lastYear", "ordinal"] as const;
type Word = (typeof words)[number];

interface Position {
  /** Counted from 1. */
  readonly part: number;
  readonly character: number;
}

/** @throws SyntaxError naming part and character (from 1) for a template that cannot be read: a catalog bug. */
export function phrase(...parts: readonly PhrasePart[]): PhraseNode[] {
  const open: { nodes: PhraseNode[]; at: Position }[] = [{ nodes: [], at: { part: 1, character: 1 } }];
  const current = (): PhraseNode[] => open.at(-1)!.nodes;
  parts.forEach((part, index) => {
    if (typeof part !== "string") {
      current().push(part);
      return;
    }
    for (let offset = 0; offset < part.length;) {
      const at = { part: index + 1, character: offset + 1 };
      const sign = part[offset]!;
      if (sign === "[") {
        open.push({ nodes: [], at });
        offset += 1;
      } else if (sign === "]") {
        const closed = open.pop()!;
        if (open.length === 0) fail(at, "“]” closes nothing");
        if (closed.nodes.length === 0) fail(closed.at, "an empty optional clause");
        current().push({ kind: "optional", of: closed.nodes });
        offset += 1;
      } else if (sign === "{") {
        const end = part.indexOf("}", offset);
        if (end < 0) fail(at, "“{” is not closed");
        current().push(placeholder(part.slice(offset + 1, end), at));
        offset = end + 1;
      } else if (sign === "}") {
        fail(at, "“}” closes nothing");
      } else {
        const end = part.slice(offset).search(/[[\]{}]/);
        const text = end < 0 ? part.slice(offset) : part.slice(offset, offset + end);
        current().push({ kind: "text", text });
        offset += text.length;
      }
    }
  });
  if (open.length > 1) fail(open.at(-1)!.at, "“[” is not closed");
  return open[0]!.nodes;
}

function fail(at: Position, what: string): never {
  throw new SyntaxError(`phrase, part ${at.part}, character ${at.character}: ${what}`);
}

function placeholder(inside: string, at: Position): PhraseNode {
  const text = inside.trim();
  if (text === "") fail(at, "“{}” says nothing");
  if (text.startsWith(".")) {
    if (!/^\.[A-Za-z]\w*$/.test(text)) fail(at, `not a column: ${text}`);
    return { kind: "field", column: text.slice(1) };
  }
  if (isWord(text)) return { kind: "word", word: text };
  const list = /^(list|shares) (\S+) by ([A-Za-z]\w*)$/.exec(text);
  if (list) {
    const { measure, members, attributes } = reference(list[2]!, at);
    if (attributes) fail(at, "a list is not narrowed to attributes");
    return { kind: "list", measure, by: list[3]!, ...(members ? { members } : {}), show: list[1] === "list" ? "value" : "share" };
  }
  const standard = /^(standard|meeting|failing) (\S+)$/.exec(text);
  if (standard) {
    const { measure, members, attributes } = reference(standard[2]!, at);
    if (members || attributes) fail(at, "a standard is not narrowed");
    return { kind: "standard", show: standard[1] === "standard" ? "line" : (standard[1] as "meeting" | "failing"), measure };
  }
  const verb = /^(number|change|growth) (\S+)$/.exec(text);
  if (verb?.[1] === "change" || verb?.[1] === "growth") return { kind: verb[1], ...reference(verb[2]!, at) };
  if (verb) return { kind: "figure", ...reference(verb[2]!, at), show: "number" };
  if (/\s/.test(text)) fail(at, `not understood: {${text}}`);
  return { kind: "figure", ...reference(text, at), show: "full" };
}

function isWord(text: string): text is Word {
  return (words as readonly string[]).includes(text);
}

/** "code@dimension=member,…&attribute=value,…" */
function reference(text: string, at: Position): MeasureReference {
  const match = /^([A-Za-z]\w*(?:\.[A-Za-z]\w*)+)(?:@([^&]+))?(?:&(.+))?$/.exec(text);
  if (!match) fail(at, `not a measure: ${text}`);
  const [, measure, members, attributes] = match as unknown as [string, string, string | undefined, string | undefined];
  return { measure, ...(members ? { members: pairs(members, at) } : {}), ...(attributes ? { attributes: pairs(attributes, at) } : {}) };
}

function pairs(text: string, at: Position): Record<string, string> {
  return Object.fromEntries(
    text.split(",").map((pair): [string, string] => {
      const [name, value, ...rest] = pair.split("=");
      if (!name || !value || rest.length > 0) fail(at, `not name=value: ${pair}`);
      return [name, value];
    }),
  );
}
