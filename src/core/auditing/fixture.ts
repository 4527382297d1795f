/** Audits a few sentences as if they stood in a report of 2019: for the tests of the rules. */
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import { auditDocument } from "./audit.ts";
import type { Cell, Document } from "./document.ts";
import type { AuditFinding, AuditResult } from "./finding.ts";
import { documentOf } from "./form/fixture.ts";

export const reportYear = 2019;

/** A city's report of {@link reportYear} with `text` as its only chapter. */
export function reportOf(text: string, year = reportYear): Document {
  return documentOf(`云川市中等职业教育质量年度报告（${year}年度）\n一、基本情况\n${text}`);
}

export function auditText(index: KnowledgeIndex, text: string, prior?: Document): AuditResult {
  return auditDocument(reportOf(text), prior ? { index, prior } : { index });
}

/** Findings about figures: the outline, spaces and whether 余 was wise are other matters. */
export function faultsOf(result: AuditResult): AuditFinding[] {
  return result.findings.filter(({ code, tier }) => !(code === "OUTLINE" || (tier === "note" && /^(?:FORMAT|HEDGE|STALE)$/.test(code))));
}

/** "SUM proof 3690人": code, tier and the first place of each finding, in order of the text. */
export function briefly(result: AuditResult): string[] {
  return faultsOf(result).map(({ code, tier, spans }) => `${code} ${tier} ${spans[0]?.text ?? ""}`);
}

/** The same report, or another text, with a table behind it; a row is written "招生数 | 8000". */
export function tableReport(rows: readonly string[], before = "", head = reportOf(before)): Document {
  const cells: Cell[] = [];
  let { text } = head;
  for (const [row, line] of rows.entries()) {
    for (const [column, words] of line.split("|").entries()) {
      if (column > 0) text += "\t";
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, start: text.length, end: text.length + words.trim().length });
      text += words.trim();
    }
    text += "\n";
  }
  const columns = Math.max(...cells.map((cell) => cell.column + 1));
  const table = { kind: "table" as const, start: head.text.length, end: text.length, rows: rows.length, columns, cells };
  return { ...head, text, blocks: [...head.blocks, table] };
}

export function auditTable(index: KnowledgeIndex, rows: readonly string[], before = ""): AuditResult {
  return auditDocument(tableReport(rows, before), { index });
}
