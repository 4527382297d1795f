/** Writes a table of the document; text between its cells is kept beneath it, so that nothing read is lost from view. */
import type { Block, Cell, Document } from "../../core/auditing/document.ts";
import type { MarkedText } from "./marked-text.ts";
import { type Language, say } from "./messages.ts";

const numeric = /^[-+−]?\d[\d,.，]*(?:[%‰％]|：1|:1)?$/;
const worded = /[\p{L}\p{N}]/u;
/** Where HTML stops counting. */
const widest = 1000;

export function tableHtml(document: Document, table: Block & { readonly kind: "table" }, marked: MarkedText, language: Language): string {
  const rows = new Map<number, string[]>();
  const stray: string[] = [];
  let at = table.start;
  const keep = (end: number): void => {
    if (end > at && worded.test(document.text.slice(at, end))) stray.push(marked.html(at, end));
  };
  const heads = Math.max(1, ...table.cells.filter((cell) => cell.row === 0 && cell.rowSpan < table.rows).map((cell) => cell.rowSpan));
  const cells = table.cells.toSorted((left, right) => left.start - right.start || left.row - right.row || left.column - right.column);
  for (const cell of cells) {
    if (cell.start < at || cell.end > table.end) continue;
    keep(cell.start);
    const row = rows.get(cell.row) ?? [];
    row.push(cellHtml(document, cell, cell.row < heads, marked));
    rows.set(cell.row, row);
    at = Math.max(at, cell.end);
  }
  keep(table.end);
  const lines = [...rows.entries()].sort(([left], [right]) => left - right).map(([, row]) => `<tr>${row.join("")}</tr>`);
  const strayText = stray.length === 0 ? "" : `<p>${stray.join(" ")}</p>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${say("table", language)}"><table>${lines.join("\n")}</table></div>${strayText}`;
}

function cellHtml(document: Document, cell: Cell, head: boolean, marked: MarkedText): string {
  const tag = head ? "th" : "td";
  const text = document.text.slice(cell.start, cell.end).trim();
  const classes = numeric.test(text) ? ' class="number"' : "";
  return `<${tag}${classes}${spanOf("colspan", cell.columnSpan)}${spanOf("rowspan", cell.rowSpan)}>${marked.html(cell.start, cell.end)}</${tag}>`;
}

function spanOf(name: "colspan" | "rowspan", span: number): string {
  return span > 1 ? ` ${name}="${Math.min(span, widest)}"` : "";
}
