/**
 * Outlines (编写大纲) and their narrative, as serialisable data: no functions, so that a bureau can edit
 * it later, and no sentence of one city. The text templates are explained in phrase.ts.
 */
import type { Reporter } from "./ledger.ts";
import type { Members } from "../model/selection.ts";
import type { RowCondition } from "./row.ts";
import type { Source } from "./source.ts";

/** `complete`: no organisation that owes an input is missing. */
export type Condition =
  | {
      readonly kind: "available" | "complete" | "positive" | "rises" | "falls" | "flat";
      readonly measure: string;
      readonly members?: Members;
    }
  | { readonly kind: "anyRows"; readonly ledger: string; readonly where?: RowCondition; readonly own?: boolean }
  | { readonly kind: "anyMaterial"; readonly section: string }
  /** The value lies on the wrong side of the standard's line. */
  | { readonly kind: "belowStandard"; readonly measure: string }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] };

/** A measure under the report's organisation, narrowed to members and dated attributes. */
export interface MeasureReference {
  readonly measure: string;
  readonly members?: Members;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Rows of a register over the report's subtree; with `own` only those that the report's organisation filed itself. */
export interface RowsReference {
  readonly ledger: string;
  readonly where?: RowCondition;
  readonly own?: boolean;
  /** Column by whose numbers the rows are ordered, the largest first; by date otherwise. */
  readonly largestBy?: string;
}

/** A run of text with its live parts. A sentence whose figures cannot all be had is dropped; `optional` drops only itself, also where its figure is zero. */
export type PhraseNode =
  | { readonly kind: "text"; readonly text: string }
  /** A measure with its spoken unit, or the bare number. */
  | ({ readonly kind: "figure"; readonly show: "full" | "number" } & MeasureReference)
  /** 较上年增加21人 / 与上年持平 / 提高12.5个百分点. */
  | ({ readonly kind: "change" } & MeasureReference)
  /** 增长17.7%: the growth of a count or amount over last year's; never of a share. */
  | ({ readonly kind: "growth" } & MeasureReference)
  /** 50%: the line of the standard in force on a measure; or how many schools meet it, or do not. */
  | { readonly kind: "standard"; readonly show: "line" | "meeting" | "failing"; readonly measure: string }
  /** 技能类18个、素质类18个 (or 技能类占37.5%…): the members of a dimension that are not zero, adding up to the total. */
  | { readonly kind: "list"; readonly measure: string; readonly by: string; readonly members?: Members; readonly show: "value" | "share" }
  /** Rows of a register, one phrase each, joined; fields of the row are {.column}; 等 follows where `most` cuts. */
  | ({ readonly kind: "rows"; readonly of: readonly PhraseNode[]; readonly separator: string; readonly most?: number } & RowsReference)
  /** A column of the row, or "organisation" for who filed it. */
  | { readonly kind: "field"; readonly column: string }
  /** Number of rows as a figure with its unit. */
  | ({ readonly kind: "rowCount"; readonly unit: string } & RowsReference)
  /** 全市 is `whole`, 全市中职学校 `schools` (both are 全校 in a school's report). `ordinal` counts the sentences that stand: 一是, 二是; it is left out where only one stands. */
  | { readonly kind: "word"; readonly word: "organisation" | "whole" | "schools" | "our" | "year" | "lastYear" | "ordinal" }
  | { readonly kind: "optional"; readonly of: readonly PhraseNode[] }
  | {
      readonly kind: "when";
      readonly condition: Condition;
      readonly clause: readonly PhraseNode[];
      readonly otherwise: readonly PhraseNode[];
    };

export interface TableColumn {
  readonly title: string;
  readonly show: "value" | "previous" | "change" | "standard" | "unit";
}

export type NarrativeBlock =
  | { readonly kind: "paragraph"; readonly phrase: readonly PhraseNode[]; readonly when?: Condition }
  /** Measures down, columns across. */
  | {
      readonly kind: "measureTable";
      readonly title: string;
      readonly measures: readonly string[];
      readonly columns: readonly TableColumn[];
    }
  /** Two dimensions of one measure, with totals. */
  | {
      readonly kind: "crossTable";
      readonly title: string;
      readonly measure: string;
      readonly down: string;
      readonly across?: string;
      readonly members?: Members;
    }
  /** Organisations of a kind down, measures across, with a total row. */
  | { readonly kind: "organisationTable"; readonly title: string; readonly of: "school" | "county"; readonly measures: readonly string[] }
  /** Rows of a register down, chosen columns across. */
  | {
      readonly kind: "registerTable";
      readonly title: string;
      readonly ledger: string;
      readonly columns: readonly string[];
      readonly where?: RowCondition;
      readonly own?: boolean;
    }
  /** Each row of a register under a heading of its own: （1）…, and what is to be said of it. */
  | ({
      readonly kind: "rowSections";
      readonly heading: readonly PhraseNode[];
      readonly phrase: readonly PhraseNode[];
      readonly most?: number;
    } & RowsReference)
  | { readonly kind: "chart"; readonly title: string; readonly form: "bar" | "line" | "pie" | "stackedBar"; readonly series: ChartSeries }
  /** Texts that organisations wrote for this section and the city chose. */
  | { readonly kind: "material"; readonly section: string }
  | { readonly kind: "cases" };

export type ChartSeries =
  /** One bar for each measure; this year and last where there is one. */
  | { readonly kind: "measures"; readonly measures: readonly string[] }
  | { readonly kind: "members"; readonly measure: string; readonly by: string; readonly members?: Members }
  | { readonly kind: "organisations"; readonly measure: string; readonly of: "school" | "county" }
  /** Years across, one line for each measure; needs two years. */
  | { readonly kind: "years"; readonly measures: readonly string[] };

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
  /** 许昌市中等职业教育质量年度报告: the title after the organisation's name. */
  readonly title: string;
  /** Paragraphs of the 内容真实性责任声明. */
  readonly statement: readonly (readonly PhraseNode[])[];
  /** Before the first chapter. */
  readonly opening: readonly NarrativeBlock[];
  readonly chapters: readonly OutlineChapter[];
}
