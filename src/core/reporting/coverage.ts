/**
 * On which organisations a figure stands: （9/10所） behind a total that lacks somebody, and behind a ratio whose operands
 * are printed elsewhere over other organisations the two numbers that were divided, so that a reader can follow.
 */
import type { Formula } from "../definition/formula.ts";
import type { Evaluation } from "../formula/evaluation.ts";
import type { Trace } from "../formula/trace.ts";
import type { Selection } from "../model/selection.ts";
import { equals, type Exact, exact, isInteger } from "../quantity/exact.ts";
import { scaled } from "./figure.ts";
import { formulaText } from "./formula-text.ts";
import { digits, type PrintStyle, styleOf } from "./printed.ts";
import type { ReportBlock, Run } from "./report.ts";
import { figureRun, joinRuns, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";

/** Parts the set of organisations, which is not printed, from the coverage, which is. */
const sign = "\u0003";

/** The coverage of a figure and what it was computed from; in a table (`show`) the coverage alone, where somebody is missing. */
export function coverageRuns(
  scope: Scope,
  measure: string,
  selection: Selection,
  evaluation: Evaluation,
  show: "full" | "table" = "table",
): Run[] {
  const { missing, expected } = evaluation;
  const said = coverageOf(scope, evaluation);
  if (show === "table") return missing.length === 0 ? [] : [textRun(`（${said}）`)];
  if (missing.length === 0) return expected > 1 ? [textRun(`${sign}${sign}（${said}）`)] : [];
  const basis = basisRuns(scope, measure, selection, evaluation);
  return basis
    ? [textRun(`${sign}${missing.join()}${sign}`), textRun(`（${said}，`), ...basis, textRun("）")]
    : [textRun(`${sign}${missing.join()}${sign}（${said}）`)];
}

/**
 * Within a sentence a coverage holds until another one is said: it is said behind the first figure that it holds for, and
 * behind a complete one only where an incomplete one stands before it.
 */
export function coverageOnce(runs: readonly Run[]): Run[] {
  let holds = "";
  return runs.flatMap((run) => {
    const marked = run.kind === "text" ? new RegExp(`^${sign}([^${sign}]*)${sign}(.*)$`).exec(run.text) : null;
    if (!marked) return [run];
    const [, set = "", said = ""] = marked;
    if (set === holds) return [];
    holds = set;
    return said === "" ? [] : [textRun(said)];
  });
}

/** Below a table: what each ratio of it was computed from, where its operands are printed over other organisations. */
export function basisNote(scope: Scope, measures: readonly string[]): Extract<ReportBlock, { kind: "paragraph" }> | null {
  const selection = scope.selection();
  const clauses = measures.flatMap((measure) => {
    const evaluation = scope.evaluator.measure(measure, selection, scope.year);
    const basis = evaluation.missing.length === 0 ? null : basisRuns(scope, measure, selection, evaluation);
    const figure = basis && scope.figures.level(measure, scope.organisation.code, scope.year, evaluation, "full");
    return figure
      ? [
          [
            textRun(scope.figures.label(measure)),
            figureRun(figure),
            textRun(`（${coverageOf(scope, evaluation)}，`),
            ...basis,
            textRun("）"),
          ],
        ]
      : [];
  });
  if (clauses.length === 0) return null;
  const listed = clauses.flatMap((runs, at) => (at === 0 ? runs : [textRun("；"), ...runs]));
  return { kind: "paragraph", runs: joinRuns([textRun("注：下列数值只按数据齐全的单位计算。"), ...listed, textRun("。")]) };
}

/** 9/10所 */
function coverageOf(scope: Scope, { missing, expected }: Evaluation): string {
  const schools = scope.nodes().filter((node) => node.kind === "school").length;
  return `${expected - missing.length}/${expected}${expected > schools ? "个单位" : "所"}`;
}

/** The operands as they were divided or subtracted; null where each of them, taken alone, has that same value. */
function basisRuns(scope: Scope, measure: string, selection: Selection, evaluation: Evaluation): Run[] | null {
  const formula = scope.evaluator.index.indicators.get(measure)?.formula;
  const operation = evaluation.trace.kind === "indicator" ? evaluation.trace.of : evaluation.trace;
  if (!formula || operation.kind !== "operation" || operation.operands.length !== 2) return null;
  const sides =
    formula.kind === "quotient"
      ? [formula.numerator, formula.denominator]
      : formula.kind === "difference"
        ? [formula.left, formula.right]
        : null;
  if (!sides) return null;
  const values = operation.operands.map((operand) => ("value" in operand ? operand.value : null));
  if (values.some((value) => value === null)) return null;
  const isSame = sides.every((side, at) => {
    const { value } = scope.evaluator.formula(side, selection, scope.year);
    return value !== null && equals(value, exact(values[at]!));
  });
  if (isSame) return null;
  const [left, right] = sides.map((side, at) => operandRun(scope, side, values[at]!, operation.operands[at]!));
  return [left!, textRun(formula.kind === "quotient" ? "÷" : "－"), right!];
}

function operandRun(scope: Scope, formula: Formula, value: string, trace: Trace): Run {
  const code = firstMeasure(formula);
  const style = code === null ? null : styleOf(scope.evaluator.index.measure(code));
  return figureRun(
    scope.figures.counted(
      formulaText(scope.evaluator.index, formula),
      code ?? "",
      scope.organisation.code,
      scope.year,
      style ? operandDigits(exact(value), style) : value,
      style ? style.spoken : formula.kind === "organisations" ? "所" : "",
      style ? scaled(trace, exact(value), style.scale) : trace,
    ),
  );
}

/** What is worked out (schools × their target ÷ ratio) is seldom whole: so many places that the next operation can be followed. */
function operandDigits(value: Exact, style: PrintStyle): string {
  const decimals = style.scale === "1" && !isInteger(value) ? Math.max(2, style.decimals) : style.decimals;
  return digits(value, { ...style, decimals });
}

/** The measure whose unit the whole formula has; null for products and quotients. */
function firstMeasure(formula: Formula): string | null {
  switch (formula.kind) {
    case "measure":
      return formula.code;
    case "sum":
      return formula.terms[0] ? firstMeasure(formula.terms[0]) : null;
    case "difference":
      return firstMeasure(formula.left);
    case "earlier":
      return firstMeasure(formula.of);
    case "number":
    case "organisations":
    case "product":
    case "quotient":
      return null;
  }
}
