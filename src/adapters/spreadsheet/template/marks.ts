/**
 * The hidden words by which a workbook that came back is recognised: names of the hidden sheets, the mark in
 * the corner of each ledger's sheet, and the tokens of its hidden first column.
 */

export const templateVersion = "1";

export const sheetNames = { front: "填报说明", identity: "_标识", choices: "_选项" } as const;

/** In the first cell of a ledger's sheet. */
export function ledgerMark(ledger: string): string {
  return `zhibao:${ledger}`;
}

export function parseLedgerMark(text: string): string | null {
  return /^zhibao:([\w.]+)$/.exec(text.trim())?.[1] ?? null;
}

/** Tokens of the hidden first column for rows that hold no values of their own. */
export const rowMarks = { text: "@", status: "@status", tokens: "@tokens", head: "@head", notes: "@notes", total: "@total" } as const;

/** Tokens of the hidden row for columns that hold no values of their own. */
export const columnMarks = { label: "@label", fixed: "@fixed" } as const;

/** What a register says about itself beside its title. */
export const registerStates = { filled: "有，见下表", none: "本年度无" } as const;

export const notApplicableMark = "—";

/** Labels of the front sheet beside which the identity can be read. */
export const frontLabels = { organisation: "机构代码", name: "填报单位", year: "数据年度" } as const;

/** Columns of the sheet for section material. */
export const materialColumns = [
  { code: "section", zh: "章节", en: "Section", required: true, width: 42, note: "从下拉列表中选择；典型案例选“案例”" },
  { code: "title", zh: "标题", en: "Title", required: true, width: 30, note: "简明标题" },
  { code: "text", zh: "正文", en: "Text", required: true, width: 90, note: "一格写一段素材，可换行（Alt+Enter）" },
  { code: "chosen", zh: "推荐采用", en: "Chosen", required: false, width: 10, note: "是 / 否；空白视为否" },
] as const;

/** The section of cases: not part of any outline. */
export const caseSection = { code: "case", title: "案例" } as const;
