/** A measure against the standard in force: its line, and which schools of the report stand on either side of it. */
import type { StandardLine } from "../definition/standard.ts";
import { applicableLines, meets, schoolsMeeting } from "../formula/standards.ts";
import { exact } from "../quantity/exact.ts";
import { digits, styleOf } from "./printed.ts";
import type { Figure, Run } from "./report.ts";
import { figureRun, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";

/** The first line that applies to a school of the report. */
export function standardLine(scope: Scope, measure: string): StandardLine | null {
  for (const node of scope.nodes()) {
    const line = node.kind === "school" ? applicableLines(scope.evaluator, measure, node, scope.year)[0]?.line : undefined;
    if (line) return line;
  }
  return null;
}

/** Whether the value of the whole lies on the wrong side of the line; false where there is no value or no line. */
export function isBelowStandard(scope: Scope, measure: string): boolean {
  const line = standardLine(scope, measure);
  const { value } = scope.evaluator.measure(measure, scope.selection(), scope.year);
  return line !== null && value !== null && !meets(value, line);
}

/** 50%, or 8所; null where no standard applies, where there is no value to hold against it, where no school stands on that side, and in the report of one school. */
export function standardRuns(scope: Scope, measure: string, show: "line" | "meeting" | "failing"): Run[] | null {
  const line = standardLine(scope, measure);
  if (!line) return null;
  if (scope.evaluator.measure(measure, scope.selection(), scope.year).value === null) return null;
  const style = styleOf(scope.evaluator.index.measure(measure));
  if (show === "line") return [textRun(`${digits(exact(line.value), { ...style, decimals: decimalsIn(line.value) })}${style.spoken}`)];
  if (scope.organisation.kind === "school") return null;
  const { met, below } = schoolsMeeting(scope.evaluator, measure, scope.selection(), scope.year);
  const codes = show === "meeting" ? met : below;
  return codes.length === 0
    ? null
    : [figureRun(countOf(scope, measure, `${show === "meeting" ? "达到" : "未达到"}“${scope.figures.label(measure)}”标准的学校`, codes))];
}

/** How many schools meet the line, of how many to which one applies and whose value is known. */
export function schoolCounts(scope: Scope, measure: string): { readonly met: Figure; readonly all: Figure } {
  const { met, below } = schoolsMeeting(scope.evaluator, measure, scope.selection(), scope.year);
  const label = scope.figures.label(measure);
  return {
    met: countOf(scope, measure, `达到“${label}”标准的学校`, met, ""),
    all: countOf(scope, measure, `适用“${label}”标准的学校`, [...met, ...below]),
  };
}

function countOf(scope: Scope, measure: string, label: string, codes: readonly string[], unit = "所"): Figure {
  const value = String(codes.length);
  return scope.figures.counted(label, measure, scope.organisation.code, scope.year, value, unit, {
    kind: "organisations",
    of: "school",
    year: scope.year,
    value,
    codes,
  });
}

function decimalsIn(text: string): number {
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}
