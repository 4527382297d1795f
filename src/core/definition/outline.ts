/**
 * Outlines (编写大纲) and their narrative, as serialisable data: no functions, so that a bureau can edit
 * it later, and no sentence of one city. The text templates are explained in phrase.ts.
 */
import type { Reporter } from "./ledger.ts";
import type { Members } from "../model/selection.ts";
import type { RowCondition } from "./row.ts";
import type { Source } from "./source.ts";

export type Condition =
  | { readonly kind: "available" | "positive" | "rises" | "falls" | "flat"; readonly measure: string; readonly members?: Members }
  | { readonly kind: "anyRows"; readonly ledger: string; readonly where?: RowCondition }
  | { readonly kind: "anyMaterial"; readonly section: string }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] };

/** A run of text with its live parts. A sentence whose figures cannot all be had is dropped; `optional` drops only itself. */
export type PhraseNode =
  | { readonly kind: "text"; readonly text: string }
  /** A measure with its spoken unit, or the bare number. */
  | { readonly kind: "figure"; readonly measure: string; readonly members?: Members; readonly attributes?: Readonly<Record<string, string>>; readonly show: "full" | "number" }
  /** 较上年增加21人 / 与上年持平 / 提高12.5个百分点. */
  | { readonly kind: "change"; readonly measure: string; readonly members?: Members }
  /** 技能类18个、素质类18个: the members of a dimension that are not zero. */
  | { readonly kind: "list"; readonly measure: string; readonly by: string; readonly members?: Members }
  /** Rows of a register, one phrase each, joined; fields of the row are {.column}. */
  | { readonly kind: "rows"; readonly ledger: string; readonly where?: RowCondition; readonly of: readonly PhraseNode[]; readonly separator: string; readonly most?: number }
  | { readonly kind: "field"; readonly column: string }
  /** Number of rows as a figure with its unit. */
  | { readonly kind: "rowCount"; readonly ledger: string; readonly where?: RowCondition; readonly unit: string }
  | { readonly kind: "word"; readonly word: "organisation" | "whole" | "our" | "year" | "lastYear" }
  | { readonly kind: "optional"; readonly of: readonly PhraseNode[] }
  | { readonly kind: "when"; readonly condition: Condition; readonly then: readonly PhraseNode[]; readonly otherwise: readonly PhraseNode[] };

export interface TableColumn {
  readonly title: string;
  readonly show: "value" | "previous" | "change" | "standard" | "unit";
}

export type NarrativeBlock =
  | { readonly kind: "paragraph"; readonly phrase: readonly PhraseNode[]; readonly when?: Condition }
  /** Measures down, columns across. */
  | { readonly kind: "measureTable"; readonly title: string; readonly measures: readonly string[]; readonly columns: readonly TableColumn[] }
  /** Two dimensions of one measure, with totals. */
  | { readonly kind: "crossTable"; readonly title: string; readonly measure: string; readonly down: string; readonly across?: string; readonly members?: Members }
  /** Organisations of a kind down, measures across, with a total row. */
  | { readonly kind: "organisationTable"; readonly title: string; readonly of: "school" | "county"; readonly measures: readonly string[] }
  /** Rows of a register down, chosen columns across. */
  | { readonly kind: "registerTable"; readonly title: string; readonly ledger: string; readonly columns: readonly string[]; readonly where?: RowCondition }
  | { readonly kind: "chart"; readonly title: string; readonly form: "bar" | "line" | "pie" | "stackedBar"; readonly series: ChartSeries }
  /** Texts that organisations wrote for this section and the city chose. */
  | { readonly kind: "material"; readonly section: string }
  | { readonly kind: "cases" };

export type ChartSeries =
  /** One bar for each measure; this year and last where there is one. */
  | { readonly kind: "measures"; readonly measures: readonly string[] }
  | { readonly kind: "members"; readonly measure: string; readonly by: string; readonly members?: Members }
  | { readonly kind: "organisations"; readonly measure: string; readonly of: "school" | "county" };

export interface OutlineSection {
  readonly code: string;
  readonly title: string;
  /** Measures that the outline requires in this section. */
  readonly required: readonly string[];
  readonly blocks: readonly NarrativeBlock[];
}

export interface OutlineChapter {
  readonly code: string;
  readonly title: string;
  readonly sections: readonly OutlineSection[];
}

export interface Outline {
  readonly code: string;
  readonly zh: string;
  readonly level: Reporter;
  readonly source: Source;
  /** Years of notice for which it is the outline. */
  readonly since: number;
  readonly until?: number;
  readonly chapters: readonly OutlineChapter[];
}
