/** Makes the figures of one report, each with its trace, and keeps them in order of appearance. */
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import type { Evaluation } from "../formula/evaluation.ts";
import type { Trace } from "../formula/trace.ts";
import type { Members } from "../model/selection.ts";
import { divide, type Exact, exact } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { formulaText } from "./formula-text.ts";
import { digits, digitsInTable, styleOf } from "./printed.ts";
import type { Figure } from "./report.ts";

/** The trace of a value printed in ten thousands: the division is part of it. */
export function scaled(trace: Trace, value: Exact, scale: string): Trace {
  if (scale === "1") return trace;
  return {
    kind: "operation",
    operator: "quotient",
    value: toSignificant(divide(value, exact(scale))),
    operands: [trace, { kind: "number", value: scale }],
  };
}

export class FigureBook {
  readonly #figures: Figure[] = [];

  constructor(readonly index: KnowledgeIndex) {}

  get figures(): readonly Figure[] {
    return this.#figures;
  }

  kindOf(id: string): Figure["kind"] | undefined {
    return this.#figures[Number(id.slice(1)) - 1]?.kind;
  }

  /** A measure's value as printed; null where there is none. */
  level(
    code: string,
    organisation: string,
    year: number,
    evaluation: Evaluation,
    show: "full" | "number" | "table",
    members?: Members,
  ): Figure | null {
    if (evaluation.value === null) return null;
    const definition = this.index.measure(code);
    const style = styleOf(definition);
    const number = show === "table" ? digitsInTable(evaluation.value, style) : digits(evaluation.value, style);
    const indicator = this.index.indicators.get(code);
    return this.#add({
      measure: code,
      label: this.label(code, members),
      organisation,
      year,
      kind: "level",
      text: show === "full" ? `${number}${style.spoken}` : number,
      number,
      unit: style.symbol,
      exact: toSignificant(divide(evaluation.value, exact(style.scale))),
      numerator: evaluation.numerator && toSignificant(evaluation.numerator),
      denominator: evaluation.denominator && toSignificant(evaluation.denominator),
      formula: indicator ? formulaText(this.index, indicator.formula, indicator.unit) : "",
      missing: evaluation.missing,
      trace: scaled(evaluation.trace, evaluation.value, style.scale),
    });
  }

  /** The size of a change, without its sign where the verb carries it. */
  change(
    code: string,
    organisation: string,
    year: number,
    number: string,
    unit: string,
    exactChange: Exact,
    trace: Trace,
    members?: Members,
    bare = false,
  ): Figure {
    const text = bare ? number : `${number}${unit}`;
    return this.#add({
      measure: code,
      label: `${this.label(code, members)}较上年变化`,
      organisation,
      year,
      kind: "change",
      text,
      number,
      unit,
      exact: toSignificant(exactChange),
      numerator: null,
      denominator: null,
      formula: "本年印出数 − 上年印出数",
      missing: [],
      trace,
    });
  }

  /** A share among the members of a breakdown. */
  part(
    code: string,
    organisation: string,
    year: number,
    share: { readonly text: string; readonly exact: Exact },
    part: Evaluation,
    whole: Evaluation,
    members: Members,
  ): Figure {
    const trace: Trace = {
      kind: "operation",
      operator: "quotient",
      scale: "100",
      value: toSignificant(share.exact),
      operands: [part.trace, whole.trace],
    };
    return this.#add({
      measure: code,
      label: `${this.label(code, members)}所占比例`,
      organisation,
      year,
      kind: "level",
      text: `${share.text}%`,
      number: share.text,
      unit: "%",
      exact: toSignificant(share.exact),
      numerator: part.value && toSignificant(part.value),
      denominator: whole.value && toSignificant(whole.value),
      formula: `${this.label(code, members)} ÷ ${this.label(code)} × 100%`,
      missing: whole.missing,
      trace,
    });
  }

  /** A number of rows, or a number written in a row. */
  counted(label: string, measure: string, organisation: string, year: number, number: string, unit: string, trace: Trace): Figure {
    return this.#add({
      measure,
      label,
      organisation,
      year,
      kind: "count",
      text: `${number}${unit}`,
      number,
      unit,
      exact: number,
      numerator: null,
      denominator: null,
      formula: "",
      missing: [],
      trace,
    });
  }

  /** A number in a passage that people wrote. */
  quoted(text: string, number: string, material: string, organisation: string, year: number, trace: Trace): Figure {
    return this.#add({
      measure: "",
      label: `引自“${material}”`,
      organisation,
      year,
      kind: "quoted",
      text,
      number,
      unit: "",
      exact: /^\d+(\.\d+)?$/.test(number) ? toSignificant(exact(number)) : number,
      numerator: null,
      denominator: null,
      formula: "",
      missing: [],
      trace,
    });
  }

  /** 在校生（女） */
  label(code: string, members?: Members): string {
    const names = Object.entries(members ?? {}).map(([dimension, member]) => this.memberName(dimension, member));
    return `${this.index.measure(code).zh.replace(/^其中：/, "")}${names.length > 0 ? `（${names.join("·")}）` : ""}`;
  }

  memberName(dimension: string, member: string): string {
    return this.index.dimensions.get(dimension)?.members.find((each) => each.code === member)?.zh ?? member;
  }

  #add(figure: Omit<Figure, "id">): Figure {
    const made = { id: `f${this.#figures.length + 1}`, ...figure };
    this.#figures.push(made);
    return made;
  }
}
