/** Indicators (指标) are computed from elements by a formula and never typed in. */
import type { Formula } from "./formula.ts";
import type { Source } from "./source.ts";

/** A worked value: inputs by measure key ("code", "code#dimension=member", "code@-1" for a year earlier). */
export interface WorkedExample {
  readonly inputs: Readonly<Record<string, string>>;
  /** As printed, without unit: "75.7", "15". */
  readonly gives: string;
}

export interface Indicator {
  readonly code: string;
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  readonly formula: Formula;
  readonly unit: string;
  readonly decimals?: number;
  readonly better: "higher" | "lower" | "neutral";
  /** For shares and per-head values: the base in words, "占专任教师总数", "按在校生". */
  readonly base?: string;
  readonly aliases: readonly string[];
  /** Definition as the annex 指标解释 prints it, with the traps. */
  readonly note: string;
  readonly source: Source;
  readonly example: WorkedExample;
  readonly since?: number;
  readonly until?: number;
}
