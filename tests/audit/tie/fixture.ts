/** Small known reports, documents and claims for the tests of the tie. */
import type { Claim } from "../../../src/core/auditing/claim.ts";
import type { Block, Document } from "../../../src/core/auditing/document.ts";
import type { Quantity } from "../../../src/core/auditing/quantity.ts";
import type { Known, KnownFigure, KnownSpan } from "../../../src/core/auditing/tie/known-figure.ts";
import { exact } from "../../../src/core/quantity/exact.ts";

/** A figure printed as `text`, exact as printed. */
export const knownFigure = (id: string, text: string, more: Partial<KnownFigure> = {}): KnownFigure => {
  const number = /[\d.]+/.exec(text)![0];
  const symbol = /[：:]1$/.test(text) ? ":1" : text.slice(number.length);
  return {
    id,
    measure: `m.${id}`,
    label: id,
    members: {},
    scope: "",
    year: 2019,
    kind: "level",
    text,
    value: exact(number),
    unit: symbol,
    decimals: number.split(".")[1]?.length ?? 0,
    ...more,
  };
};

/** "[f1=1941人]" in `marked` is a figure that stands there as "1941人". */
export function knownOf(
  marked: string,
  data: readonly KnownFigure[] = [],
  more: Readonly<Record<string, Partial<KnownFigure>>> = {},
): Known {
  const printed: KnownFigure[] = [];
  const figures: KnownSpan[] = [];
  let text = "";
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const found = /^\[(\w+)=(.*)\]$/.exec(part);
    const start = text.length;
    text += found ? found[2]! : part;
    if (!found) continue;
    printed.push(knownFigure(found[1]!, found[2]!, more[found[1]!]));
    figures.push({ start, end: text.length, figure: found[1]! });
  }
  return {
    year: 2019,
    whole: ["许昌市", "全市", "我市"],
    scopes: { 市直: "市直", 莲城中专: "许昌莲城中专" },
    printed,
    data,
    report: { text, figures },
  };
}

/** Paragraphs by line. */
export function documentOf(text: string, marks: Readonly<Record<string, string>> = {}): Document {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    blocks.push({ kind: "paragraph", start, end: start + line.length });
    start += line.length + 1;
  }
  const figures = Object.entries(marks).map(([id, words]) => {
    const at = text.indexOf(words);
    return { id, start: at, end: at + words.length };
  });
  return { file: "a.txt", format: "txt", text, blocks, changes: [], comments: [], figures };
}

export function claimOf(quantity: Quantity, more: Partial<Claim>): Claim {
  return {
    quantity,
    aspect: "level",
    label: "",
    named: { start: quantity.start, end: quantity.start },
    concept: null,
    members: {},
    scope: "",
    period: null,
    base: null,
    direction: null,
    comparedWith: null,
    subject: null,
    sentence: 0,
    clause: 0,
    ...more,
  };
}
