/** The printed data dictionary: the whole catalog as Markdown, HTML or a workbook, chosen by the file's ending. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { dictionaryMarkdown, dictionarySections } from "../core/reporting/dictionary.ts";
import type { Spreadsheets, TableSheet } from "./ports.ts";
import { refuse } from "./refusal.ts";

export async function dictionaryFile(
  world: { readonly index: KnowledgeIndex; readonly spreadsheets: Spreadsheets },
  name: string,
): Promise<Uint8Array | string> {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  if (ending === "md") return dictionaryMarkdown(world.index);
  if (ending === "html") return dictionaryHtml(world.index);
  if (ending === "xlsx") return world.spreadsheets.writeTable(sheets(world.index));
  throw refuse("format-unknown", { found: ending, known: "md、html、xlsx" });
}

function sheets(index: KnowledgeIndex): TableSheet[] {
  return dictionarySections(index).map((section) => ({
    name: section.title.slice(0, 31),
    header: [section.header],
    rows: section.rows.map((row) => row.map((text) => ({ text, numeric: false }))),
    frozenColumns: 2,
  }));
}

function dictionaryHtml(index: KnowledgeIndex): string {
  const cell =
    (tag: string) =>
    (text: string): string =>
      `<${tag}>${escape(text)}</${tag}>`;
  const tables = dictionarySections(index).map(
    (section) =>
      `<h2 id="${escape(section.code)}">${escape(section.title)}</h2><table><thead><tr>${section.header.map(cell("th")).join("")}</tr></thead><tbody>${section.rows.map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`).join("")}</tbody></table>`,
  );
  const style =
    "body{font:15px/1.6 system-ui,'Microsoft YaHei',sans-serif;max-width:1200px;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}th{background:#f3f5f8}";
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>质报指标目录</title><style>${style}</style></head><body><h1>质报指标目录</h1>${tables.join("")}</body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character] ?? character);
}
