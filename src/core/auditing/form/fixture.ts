/** Documents from a few lines of text, with headings and figures found the simplest way: for the tests of form. */
import type { KnowledgeIndex } from "../../definition/knowledge.ts";
import { type Hedge, hedges } from "../../language/hedge.ts";
import { exact, one } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import type { Block, Document } from "../document.ts";
import type { Quantity, QuantityKind } from "../quantity.ts";
import type { FormContext } from "./form-context.ts";

/** One block for each line that is not empty: 一、 is a chapter; a short line with 1、 or （一） is a section. */
export function documentOf(text: string): Document {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (line.trim() !== "") blocks.push(blockOf(line, start, end));
    start = end + 1;
  }
  return { file: "report.txt", format: "txt", text, blocks, changes: [], comments: [], figures: [] };
}

function blockOf(line: string, start: number, end: number): Block {
  const short = line.length <= 30 && !/[。，；]/u.test(line);
  if (short && /^[一二三四五六七八九十]+、/u.test(line)) return { kind: "heading", level: 1, start, end };
  if (short && /^(?:\d+[、.]|（[一二三四五六七八九十]+）)/u.test(line)) return { kind: "heading", level: 2, start, end };
  return { kind: "paragraph", start, end };
}

export function contextOf(index: KnowledgeIndex, document: Document, year: number | null = 2021): FormContext {
  const title = document.text.trimStart().split("\n", 1)[0] ?? "";
  return { index, year, title, quantities: quantitiesOf(document.text) };
}

const figure =
  /\d+(?:\.\d+)?(?:[：:]1(?!\d))?[余多几]?(?:万|亿)?[余多几]?(?:个百分点|人次|平方米|[%元人名所个家项册场份次台点])?(?:以上|左右)?/gu;

function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(figure)) {
    const digits = /^\d+(?:\.\d+)?/u.exec(match[0])?.[0] ?? "";
    const after = match.index + match[0].length;
    if (/^[年月日]/u.test(text.slice(after, after + 1))) continue;
    const before = hedges.find(
      ({ word, position }) => position === "before" && text.endsWith(word, match.index) && match.index >= word.length,
    );
    const hedge = before ?? hedges.find(({ word, position }) => position !== "before" && match[0].slice(digits.length).includes(word));
    found.push(quantityOf(text, match.index - (before?.word.length ?? 0), after, match.index, digits, hedge));
  }
  return found;
}

function quantityOf(text: string, start: number, end: number, at: number, digits: string, hedge: Hedge | undefined): Quantity {
  const printed = text.slice(start, end);
  const kind: QuantityKind = printed.includes("%")
    ? "share"
    : /[：:]1$/u.test(printed)
      ? "ratio"
      : printed.includes("百分点")
        ? "points"
        : "number";
  const unit = /(?:个百分点|人次|平方米|[%元人名所个家项册场份次台点])/u.exec(printed)?.[0] ?? "";
  const value = exact(digits);
  return {
    start,
    end,
    text: printed,
    kind,
    digits: { start: at, end: at + digits.length },
    value,
    step: exact(1),
    interval: point(value),
    unit,
    scale: one,
    hedge: hedge?.meaning ?? null,
    chinese: false,
  };
}
