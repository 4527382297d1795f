/**
 * The report tree: what composing yields and what the writers for .docx, .pdf and .html take. It is
 * plain JSON; every number in it that comes from data is a figure with its trace.
 */
import type { Trace } from "../formula/trace.ts";

/** A number as printed. It cannot be made without its trace. */
export interface Figure {
  /** Unique in the report: "f1", "f2" … in order of appearance. */
  readonly id: string;
  readonly measure: string;
  /** What it is, in Chinese: 专任教师数. */
  readonly label: string;
  readonly organisation: string;
  readonly year: number;
  readonly kind: "level" | "change" | "count" | "quoted";
  /** With its unit as it stands in the text: "1941人". */
  readonly text: string;
  /** Digits alone: "1941", "12.5". */
  readonly number: string;
  /** Unit symbol of the catalog; "" for none. */
  readonly unit: string;
  /** 12 significant digits. */
  readonly exact: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** The formula in Chinese words: 双师型教师 ÷ 专业课教师 × 100. Empty for plain counts. */
  readonly formula: string;
  readonly missing: readonly string[];
  readonly trace: Trace;
}

export type Run =
  | { readonly kind: "text"; readonly text: string; readonly strong?: boolean }
  | { readonly kind: "figure"; readonly figure: string; readonly text: string };

export interface TableCell {
  readonly runs: readonly Run[];
  readonly align: "left" | "center" | "right";
  readonly strong?: boolean;
}

export interface Series {
  readonly name: string;
  /** Plain decimal text by category; null where there is no value. */
  readonly values: readonly (string | null)[];
  /** Figure ids by category. */
  readonly figures: readonly (string | null)[];
}

export type ReportBlock =
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  /** A heading below the section: level 3 （1）, or the title of a case. */
  | { readonly kind: "heading"; readonly level: 3 | 4; readonly text: string }
  | {
      readonly kind: "table";
      readonly number: string;
      readonly title: string;
      readonly header: readonly (readonly TableCell[])[];
      readonly rows: readonly (readonly TableCell[])[];
      readonly note?: string;
    }
  | {
      readonly kind: "chart";
      readonly number: string;
      readonly title: string;
      readonly form: "bar" | "line" | "pie" | "stackedBar";
      readonly unit: string;
      readonly categories: readonly string[];
      readonly series: readonly Series[];
      readonly note?: string;
    }
  | { readonly kind: "footnote"; readonly runs: readonly Run[] };

export interface ReportSection {
  readonly code: string;
  /** "1、规模和结构" is number "1、" and title "规模和结构". */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export interface ReportChapter {
  readonly code: string;
  /** "一、" */
  readonly number: string;
  readonly title: string;
  readonly sections: readonly ReportSection[];
}

export interface Annex {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export interface Report {
  readonly organisation: string;
  readonly organisationName: string;
  readonly year: number;
  /** 许昌市中等职业教育质量年度报告 */
  readonly title: string;
  /** （2019年度） */
  readonly subtitle: string;
  /** Paragraphs of the 内容真实性责任声明. */
  readonly statement: readonly string[];
  /** Opening paragraphs before chapter 一. */
  readonly opening: readonly ReportBlock[];
  readonly chapters: readonly ReportChapter[];
  readonly annexes: readonly Annex[];
  /** "2020年2月21日", or null while unpublished. */
  readonly signedOn: string | null;
  readonly signedBy: string;
  /** Rests on returns not yet accepted, or lacks some that are owed. */
  readonly provisional: boolean;
  /** Invented data: every page says 示例数据. */
  readonly sample: boolean;
  readonly catalog: string;
  readonly figures: readonly Figure[];
  /** Names for codes used in traces: organisations (short names as "short:code"), their kinds, elements, indicators, ledgers, members ("dimension=member"). */
  readonly names: Readonly<Record<string, string>>;
}
