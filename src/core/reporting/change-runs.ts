/** 较上年…: a change in words, from the printed values, with the verb of its kind and the unit of its base. */
import type { MeasureReference } from "../definition/outline.ts";
import { changeVerb } from "../language/change-verb.ts";
import type { Trace } from "../formula/trace.ts";
import type { Members } from "../model/selection.ts";
import { absolute, compare, divide, exact, isZero, multiply, one, subtract, zero } from "../quantity/exact.ts";
import { round, toSignificant } from "../quantity/rounding.ts";
import { unitOfChange } from "../quantity/unit.ts";
import { digits, type PrintStyle, styleOf, withoutZeros } from "./printed.ts";
import type { Figure, Run } from "./report.ts";
import { figureRun, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";

export interface PrintedChange {
  readonly direction: "up" | "down" | "flat";
  /** Digits of its size, and the unit in which it is said. */
  readonly size: string;
  readonly unit: string;
  /** In a table with fixed decimals and without unit. */
  readonly figure: (inTable: boolean) => Figure;
}

/** The change of a measure as printed, or null where none may be stated. */
export function printedChange(
  scope: Scope,
  measure: string,
  members?: Members,
  attributes?: Readonly<Record<string, string>>,
): PrintedChange | null {
  const { evaluator, year, organisation } = scope;
  const selection = scope.selection(members, attributes);
  const change = evaluator.change(measure, selection, year);
  if (change.kind === "withheld") {
    const label = scope.figures.label(measure, members);
    if (change.why === "break") scope.notes.broken(label, breakReason(scope, measure));
    if (change.why === "coverage") scope.notes.uneven(label);
    return null;
  }
  const now = evaluator.measure(measure, selection, year);
  const style = styleOf(evaluator.index.measure(measure));
  const printed = subtract(exact(digits(now.value!, style)), exact(digits(change.previous.value!, style)));
  const sign = compare(printed, zero);
  const fixed = round(absolute(printed), style.decimals);
  const size = style.trimmed ? withoutZeros(fixed) : fixed;
  const unit = unitOf(style);
  return {
    direction: sign > 0 ? "up" : sign < 0 ? "down" : "flat",
    size,
    unit,
    figure: (inTable) =>
      scope.figures.change(measure, organisation.code, year, inTable ? fixed : size, unit, printed, change.trace, members, inTable),
  };
}

function breakReason({ evaluator, year }: Scope, measure: string): string {
  const rests = evaluator.dependencies(measure);
  return evaluator.dataset.breaks.find((entry) => entry.year === year && rests.has(entry.measure))?.reason ?? "";
}

function unitOf(style: PrintStyle): string {
  if (style.scale !== "1") return style.spoken;
  const unit = unitOfChange(style.of);
  return unit.spoken ?? unit.symbol;
}

const openings = ["较上年", "比上年"] as const;

/** Runs such as 较上年增加｜21人, or null. A ratio says what it was a year ago instead. */
export function changeRuns(scope: Scope, { measure, members, attributes }: MeasureReference): Run[] | null {
  const change = printedChange(scope, measure, members, attributes);
  if (!change) return null;
  if (change.direction === "flat") return [textRun("与上年持平")];
  const { of } = styleOf(scope.evaluator.index.measure(measure));
  if (of.kind === "ratio") {
    const previous = scope.evaluator.measure(measure, scope.selection(members, attributes), scope.year - 1);
    const figure = scope.figures.level(measure, scope.organisation.code, scope.year - 1, previous, "full", members);
    return figure && [textRun("上年为"), figureRun(figure)];
  }
  const opening = openings[scope.nextChange() % openings.length]!;
  return [textRun(`${opening}${changeVerb(of.kind, change.direction)}`), figureRun(change.figure(false))];
}

/** 增长17.7%: growth of a count or amount over the printed value of last year; null for shares, where no change may be stated, and where it would print as 0. */
export function growthRuns(scope: Scope, { measure, members, attributes }: MeasureReference): Run[] | null {
  const change = printedChange(scope, measure, members, attributes);
  const style = styleOf(scope.evaluator.index.measure(measure));
  if (!change || change.direction === "flat" || (style.of.kind !== "count" && style.of.kind !== "amount")) return null;
  const selection = scope.selection(members, attributes);
  const [now, before] = [scope.year, scope.year - 1].map((year) => scope.evaluator.measure(measure, selection, year));
  const base = exact(digits(before!.value!, style));
  if (isZero(base)) return null;
  const growth = multiply(subtract(divide(exact(digits(now!.value!, style)), base), one), exact(100));
  const size = round(absolute(growth), 1);
  if (size === "0.0") return null;
  const trace: Trace = {
    kind: "operation",
    operator: "quotient",
    scale: "100",
    value: toSignificant(growth),
    operands: [
      {
        kind: "operation",
        operator: "difference",
        value: toSignificant(subtract(now!.value!, before!.value!)),
        operands: [now!.trace, before!.trace],
      },
      before!.trace,
    ],
  };
  return [
    textRun(compare(growth, zero) > 0 ? "增长" : "下降"),
    figureRun(scope.figures.change(measure, scope.organisation.code, scope.year, size, "%", growth, trace, members)),
  ];
}

/** A part of its whole in %, with one decimal as printed. */
export function sharePrinted(
  part: Parameters<typeof divide>[0],
  whole: Parameters<typeof divide>[1],
): { text: string; exact: ReturnType<typeof divide> } {
  const value = multiply(divide(part, whole), exact(100));
  return { text: round(value, 1), exact: value };
}
