/** The indicators of one organisation as the command line and the web show them: value, last year, change, standard. */
import { isInForce } from "../core/definition/ledger.ts";
import type { Element } from "../core/definition/element.ts";
import type { Indicator } from "../core/definition/indicator.ts";
import { decimalsOf } from "../core/formula/change.ts";
import type { Change } from "../core/formula/evaluation.ts";
import type { Evaluator } from "../core/formula/evaluator.ts";
import { applicableLines, meets, schoolsMeeting } from "../core/formula/standards.ts";
import type { Trace } from "../core/formula/trace.ts";
import { absolute, type Exact } from "../core/quantity/exact.ts";
import { round, toSignificant } from "../core/quantity/rounding.ts";
import { unit } from "../core/quantity/unit.ts";
import { refuse } from "./refusal.ts";

export interface IndicatorLine {
  readonly code: string;
  readonly subject: string;
  readonly kind: "element" | "indicator";
  readonly zh: string;
  readonly en: string;
  readonly status: "value" | "missing" | "notApplicable";
  /** 12 significant digits; null unless status is "value". */
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** As printed: "75.7%", "15:1", "1941人". */
  readonly text: string;
  readonly unit: string;
  readonly previous: string | null;
  readonly change: { readonly value: string; readonly unit: string; readonly text: string; readonly en: string } | null;
  readonly standard: {
    readonly threshold: string;
    readonly kind: "atLeast" | "atMost";
    readonly met: boolean | null;
    readonly schoolsMet?: number;
    readonly schools?: number;
    readonly source: string;
  } | null;
  /** Codes of organisations that owe an input and gave none. */
  readonly missing: readonly string[];
  readonly trace?: Trace;
}

/** Every measure in force that has something to say about `organisation`, in catalog order. */
export function indicatorLines(evaluator: Evaluator, organisation: string, year: number): IndicatorLine[] {
  const { knowledge } = evaluator.index;
  const bySubject = (subject: string) => [
    ...knowledge.elements
      .filter((element) => evaluator.index.ledgers.get(element.ledger)?.subject === subject)
      .map((element) => ({ kind: "element" as const, definition: element })),
    ...knowledge.indicators
      .filter((indicator) => indicator.subject === subject)
      .map((indicator) => ({ kind: "indicator" as const, definition: indicator })),
  ];
  return knowledge.subjects.flatMap(({ code }) =>
    bySubject(code)
      .filter(({ definition }) => isInForce(definition, year))
      .map(({ kind, definition }) => lineOf(evaluator, kind, definition, code, organisation, year))
      .filter((line) => line.status !== "missing" || line.missing.length > 0),
  );
}

/** One measure with its trace. @throws Refusal for a code that the catalog lacks. */
export function tracedLine(evaluator: Evaluator, code: string, organisation: string, year: number): IndicatorLine {
  const element = evaluator.index.elements.get(code);
  const indicator = evaluator.index.indicators.get(code);
  const definition = element ?? indicator;
  if (!definition) throw refuse("measure-unknown", { code });
  const subject = indicator?.subject ?? evaluator.index.ledgers.get(element!.ledger)?.subject ?? "";
  const line = lineOf(evaluator, element ? "element" : "indicator", definition, subject, organisation, year);
  return { ...line, trace: evaluator.measure(code, { organisation }, year).trace };
}

function lineOf(
  evaluator: Evaluator,
  kind: "element" | "indicator",
  definition: Element | Indicator,
  subject: string,
  organisation: string,
  year: number,
): IndicatorLine {
  const selection = { organisation };
  const { code, zh, en } = definition;
  const now = evaluator.measure(code, selection, year);
  const before = evaluator.dataset.hasYear(year - 1) ? evaluator.measure(code, selection, year - 1) : null;
  const printed = (value: Exact | null | undefined): string => (value ? printedWithUnit(value, definition) : "");
  return {
    code,
    subject,
    kind,
    zh,
    en,
    status: now.status,
    value: now.value && toSignificant(now.value),
    numerator: now.numerator && toSignificant(now.numerator),
    denominator: now.denominator && toSignificant(now.denominator),
    text: now.status === "notApplicable" ? "—" : printed(now.value),
    unit: definition.unit,
    previous: before?.value ? toSignificant(before.value) : null,
    change: changeOf(evaluator, code, organisation, year),
    standard: standardOf(evaluator, code, organisation, year, now.value),
    missing: now.missing,
  };
}

/** "75.7%", "15:1", "1941人". */
export function printedWithUnit(value: Exact, definition: { readonly unit: string; readonly decimals?: number }): string {
  return `${round(value, decimalsOf(definition))}${unit(definition.unit).symbol}`;
}

function changeOf(evaluator: Evaluator, code: string, organisation: string, year: number): IndicatorLine["change"] {
  const change = evaluator.change(code, { organisation }, year);
  if (change.kind === "withheld") return null;
  return { value: toSignificant(change.printed), unit: change.unit.symbol, text: changeText(change)!, en: changeInEnglish(change) };
}

/** "较上年提高1.2个百分点", "与上年持平", of a ratio "上年为16:1"; null where the change is withheld. */
export function changeText(change: Change): string | null {
  if (change.kind === "withheld") return null;
  if (change.direction === "flat") return "与上年持平";
  if (change.unit.kind === "ratio") return `上年为${round(change.previous.value!, change.decimals)}${change.unit.symbol}`;
  const isShare = change.unit.kind === "points";
  const verb = change.direction === "up" ? (isShare ? "提高" : "增加") : isShare ? "下降" : "减少";
  return `较上年${verb}${round(absolute(change.printed), change.decimals)}${change.unit.symbol}`;
}

/** "up 1.2 points", "as last year", of a ratio "was 16:1". */
function changeInEnglish(change: Extract<Change, { kind: "change" }>): string {
  const { direction, unit: of, decimals } = change;
  if (direction === "flat") return "as last year";
  if (of.kind === "ratio") return `was ${round(change.previous.value!, decimals)}${of.symbol}`;
  return `${direction} ${round(absolute(change.printed), decimals)}${of.kind === "points" ? " points" : of.symbol}`;
}

function standardOf(
  evaluator: Evaluator,
  code: string,
  organisation: string,
  year: number,
  value: Exact | null,
): IndicatorLine["standard"] {
  const node = evaluator.dataset.tree(year).nodes.get(organisation);
  const line = node && applicableLines(evaluator, code, node, year)[0]?.line;
  if (!line) return null;
  const source = line.source.verified ? line.source.citation : `${line.source.citation}（未核实）`;
  const base = { threshold: line.value, kind: line.kind, source };
  if (node.kind === "school") return { ...base, met: value && meets(value, line) };
  const { met, below, unknown } = schoolsMeeting(evaluator, code, { organisation }, year);
  return { ...base, met: value && meets(value, line), schoolsMet: met.length, schools: met.length + below.length + unknown.length };
}
