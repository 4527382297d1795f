/** Standards are thresholds for schools, as data with their source; counties and cities print how many schools meet them. */
import type { Source } from "./source.ts";

export interface StandardLine {
  /** Indicator or element code. */
  readonly measure: string;
  readonly kind: "atLeast" | "atMost";
  /** Decimal text in the measure's unit. */
  readonly value: string;
  /** Applies only to organisations with these attributes: { 类型: "技工学校" }. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Does not apply to organisations with these attributes, which have a line of their own. */
  readonly except?: Readonly<Record<string, string>>;
  readonly source: Source;
  readonly note?: string;
}

export interface Standard {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly lines: readonly StandardLine[];
  readonly since: number;
  readonly until?: number;
}
