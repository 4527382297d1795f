/** Small builders of traces, so that the sample report's figures rest on operands and cells as real ones do. */
import type { Trace } from "../../../src/core/formula/trace.ts";
import { add, divide, type Exact, exact, multiply, subtract, zero } from "../../../src/core/quantity/exact.ts";
import { round, toSignificant } from "../../../src/core/quantity/rounding.ts";
import type { Figure } from "../../../src/core/reporting/report.ts";

export const city = "990100";
export const schoolCodes = Array.from({ length: 10 }, (_, index) => `${city}-${String(index + 1).padStart(2, "0")}`);

/** What one element counted, by school; null = the school owes it. */
export interface Ledger {
  readonly element: string;
  readonly sheet: string;
  readonly row: number;
}

export function schoolTotal(
  ledger: Ledger,
  year: number,
  values: readonly (number | null)[],
  members: Readonly<Record<string, string>> = {},
): Trace {
  const parts = values.map((value, index): Trace => ({
    kind: "fact",
    element: ledger.element,
    organisation: schoolCodes[index] ?? city,
    year,
    members,
    status: value === null ? "missing" : "value",
    value: value === null ? null : String(value),
    origin: { file: `${schoolCodes[index] ?? city}-${year}.xlsx`, sheet: ledger.sheet, cell: `D${ledger.row}`, version: 1 },
  }));
  const present = values.filter((value) => value !== null);
  return {
    kind: "total",
    element: ledger.element,
    organisation: city,
    year,
    members,
    rollUp: "sum",
    parts,
    value: String(present.reduce((sum, value) => sum + value, 0)),
    missing: schoolCodes.filter((_, index) => values[index] === null),
  };
}

export function valueOf(trace: Trace): Exact {
  if (trace.kind === "change") return exact(trace.exact);
  if (trace.kind === "operation") {
    const values = trace.operands.map(valueOf);
    const [first = zero, ...rest] = values;
    const scale = exact(trace.scale ?? "1");
    if (trace.operator === "sum") return multiply(rest.reduce(add, first), scale);
    if (trace.operator === "difference") return multiply(rest.reduce(subtract, first), scale);
    if (trace.operator === "product") return multiply(rest.reduce(multiply, first), scale);
    return multiply(rest.reduce(divide, first), scale);
  }
  if (trace.kind === "indicator") return valueOf(trace.of);
  return exact(trace.value ?? "0");
}

export function quotient(indicator: string, year: number, numerator: Trace, denominator: Trace, scale?: string): Trace {
  const of: Trace = {
    kind: "operation",
    operator: "quotient",
    ...(scale ? { scale } : {}),
    value: null,
    operands: [numerator, denominator],
  };
  const value = toSignificant(valueOf(of));
  return { kind: "indicator", indicator, organisation: city, year, value, of: { ...of, value } };
}

export function change(now: Trace, before: Trace, decimals: number): Trace {
  const exactChange = subtract(valueOf(now), valueOf(before));
  const printed = subtract(exact(round(valueOf(now), decimals)), exact(round(valueOf(before), decimals)));
  return { kind: "change", value: round(printed, decimals), exact: toSignificant(exactChange), now, before };
}

interface FigureWords {
  readonly measure: string;
  readonly label: string;
  readonly year: number;
  readonly unit: string;
  readonly decimals: number;
  readonly kind?: Figure["kind"];
  readonly formula?: string;
  /** Printed behind the number; the unit by default. */
  readonly suffix?: string;
}

function operandsOf(trace: Trace): { numerator: string; denominator: string } | null {
  const of = trace.kind === "indicator" ? trace.of : trace;
  if (of.kind !== "operation" || of.operator !== "quotient") return null;
  const [numerator, denominator] = of.operands.map((operand) => toSignificant(valueOf(operand)));
  return { numerator: numerator ?? "0", denominator: denominator ?? "1" };
}

/** A figure over `trace`; its id is given by the report that takes it up. */
export function figureOver(trace: Trace, words: FigureWords): Omit<Figure, "id"> {
  const value = trace.kind === "change" ? exact(trace.value) : valueOf(trace);
  const number = round(value.numerator < 0n ? { ...value, numerator: -value.numerator } : value, words.decimals);
  const operands = operandsOf(trace);
  return {
    measure: words.measure,
    label: words.label,
    organisation: city,
    year: words.year,
    kind: words.kind ?? "level",
    text: number + (words.suffix ?? words.unit),
    number,
    unit: words.unit,
    exact: trace.kind === "change" ? trace.exact : toSignificant(valueOf(trace)),
    numerator: operands?.numerator ?? null,
    denominator: operands?.denominator ?? null,
    formula: words.formula ?? "",
    missing: trace.kind === "total" ? trace.missing : [],
    trace,
  };
}
