/** A report as a reader's page takes it: the traces of its thousand figures stay behind until one is asked for. */
import type { Evaluator } from "../core/formula/evaluator.ts";
import type { Trace } from "../core/formula/trace.ts";
import type { Members } from "../core/model/selection.ts";
import type { Figure, Report } from "../core/reporting/report.ts";
import { changeText, printedWithUnit } from "./indicators.ts";
import { refuse } from "./refusal.ts";
import type { Composed } from "./report.ts";
import { traceNames } from "./trace-names.ts";

export type PrintedFigure = Omit<Figure, "trace">;

export interface PrintedReport extends Omit<Report, "figures"> {
  readonly figures: readonly PrintedFigure[];
}

/** One figure with everything behind it. */
export interface ExplainedFigure {
  readonly figure: Figure;
  readonly names: Readonly<Record<string, string>>;
  /** The same measure of the same organisation a year earlier, and the change as a report would print it; null where there is none. */
  readonly previous: { readonly text: string; readonly change: string | null } | null;
}

/** Without traces, and with the names of those organisations alone that its figures speak of. */
export function printedReport(report: Report): PrintedReport {
  const named = new Set(report.figures.flatMap((figure) => [figure.organisation, ...figure.missing]));
  return {
    ...report,
    figures: report.figures.map(printedFigure),
    names: Object.fromEntries([...named].map((code) => [code, report.names[code] ?? code])),
  };
}

function printedFigure(figure: Figure): PrintedFigure {
  const { id, measure, label, organisation, year, kind, text, number, unit, exact, numerator, denominator, formula, missing } = figure;
  return { id, measure, label, organisation, year, kind, text, number, unit, exact, numerator, denominator, formula, missing };
}

/** @throws Refusal for an id that the report lacks. */
export function explainedFigure({ report, evaluator }: Composed, id: string): ExplainedFigure {
  const figure = report.figures.find((each) => each.id === id);
  if (!figure) throw refuse("figure-unknown", { id });
  return {
    figure,
    names: traceNames(evaluator, figure.trace, [figure.organisation, ...figure.missing], figure.year),
    previous: previousOf(evaluator, figure),
  };
}

function previousOf(evaluator: Evaluator, figure: Figure): ExplainedFigure["previous"] {
  const { measure, organisation, year } = figure;
  const members = figure.kind === "level" ? membersOf(evaluator, figure) : null;
  if (members === null || !evaluator.dataset.hasYear(year - 1)) return null;
  const selection = { organisation, members };
  const { value } = evaluator.measure(measure, selection, year - 1);
  if (value === null) return null;
  return {
    text: printedWithUnit(value, evaluator.index.measure(measure)),
    change: changeText(evaluator.change(measure, selection, year)),
  };
}

/** The members of which a level speaks: none for an indicator. Null for a share of a breakdown, which is no measure of its own. */
function membersOf(evaluator: Evaluator, { measure, trace }: Figure): Members | null {
  if (evaluator.index.indicators.has(measure)) return {};
  const of: Trace | undefined = trace.kind === "operation" && trace.scale === undefined ? trace.operands[0] : trace;
  return of?.kind === "total" || of?.kind === "fact" ? of.members : null;
}
