/** Builders with which outline files write their blocks and conditions: shorter to read, the same plain data. */
import type { ChartSeries, Condition, NarrativeBlock, OutlineSection, PhraseNode, RowsReference, TableColumn } from "./outline.ts";
import { phrase, type PhrasePart } from "./phrase.ts";
import type { Members } from "../model/selection.ts";

type RowOptions = Omit<RowsReference, "ledger">;

/** Rows of a register, one phrase each: rows("quality.policies", { where, separator: "、", most: 6 }, "《{.title}》"). */
export function rows(
  ledger: string,
  options: RowOptions & { readonly separator?: string; readonly most?: number },
  ...of: readonly PhrasePart[]
): PhraseNode {
  return { kind: "rows", separator: "、", ...options, ledger, of: phrase(...of) };
}

export function rowCount(ledger: string, unit: string, options: RowOptions = {}): PhraseNode {
  return { kind: "rowCount", ...options, ledger, unit };
}

export function when(condition: Condition, clause: readonly PhrasePart[], otherwise: readonly PhrasePart[] = []): PhraseNode {
  return { kind: "when", condition, clause: phrase(...clause), otherwise: phrase(...otherwise) };
}

const about =
  (kind: "available" | "complete" | "positive" | "rises" | "falls" | "flat") =>
  (measure: string, members?: Members): Condition =>
    members ? { kind, measure, members } : { kind, measure };
export const available = about("available");
export const complete = about("complete");
export const positive = about("positive");
export const rises = about("rises");
export const anyRows = (ledger: string, options: RowOptions = {}): Condition => ({ kind: "anyRows", ...options, ledger });
export const belowStandard = (measure: string): Condition => ({ kind: "belowStandard", measure });
export const not = (of: Condition): Condition => ({ kind: "not", of });
export const both = (...of: Condition[]): Condition => ({ kind: "all", of });

export function paragraph(...parts: readonly PhrasePart[]): NarrativeBlock {
  return { kind: "paragraph", phrase: phrase(...parts) };
}

/** Each row of a register under a heading of its own. */
export function rowSections(
  ledger: string,
  options: RowOptions & { readonly most?: number },
  heading: readonly PhrasePart[],
  of: readonly PhrasePart[],
): NarrativeBlock {
  return { kind: "rowSections", ...options, ledger, heading: phrase(...heading), phrase: phrase(...of) };
}

const yearly: readonly TableColumn[] = [
  { title: "单位", show: "unit" },
  { title: "{lastYear}年", show: "previous" },
  { title: "{year}年", show: "value" },
  { title: "较上年", show: "change" },
];

/** Measures down; unit, last year, this year and change across. */
export function yearTable(title: string, ...measures: readonly string[]): NarrativeBlock {
  return { kind: "measureTable", title, measures, columns: yearly };
}

/** As {@link yearTable}, with the standard's line. */
export function standardTable(title: string, ...measures: readonly string[]): NarrativeBlock {
  return { kind: "measureTable", title, measures, columns: [...yearly, { title: "标准", show: "standard" }] };
}

export function chart(title: string, form: "bar" | "line" | "pie" | "stackedBar", series: ChartSeries): NarrativeBlock {
  return { kind: "chart", title, form, series };
}

/** The texts that people wrote for a section follow its first paragraphs, before its tables and charts. */
export function section(code: string, title: string, required: readonly string[], ...blocks: readonly NarrativeBlock[]): OutlineSection {
  const told = blocks.findIndex((block) => block.kind !== "paragraph");
  const at = told < 0 ? blocks.length : told;
  return { code, title, required, blocks: [...blocks.slice(0, at), { kind: "material", section: code }, ...blocks.slice(at)] };
}
