/**
 * The engine forwards: data → exact values with their traces. Ratios are sums over sums on the
 * organisations that gave every input; a missing organisation is named, never taken as zero.
 */
import type { Formula } from "../definition/formula.ts";
import type { Indicator } from "../definition/indicator.ts";
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import type { Dataset } from "../model/dataset.ts";
import { ancestry } from "../model/organisation.ts";
import { type Members, selected, type Selection } from "../model/selection.ts";
import { add, divide, type Exact, exact, isZero, multiply, one, subtract, zero } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { changeBetween } from "./change.ts";
import { dependencies, measuresIn } from "./dependencies.ts";
import type { Change, Evaluation } from "./evaluation.ts";
import { evaluateElement, selectionKey } from "./total.ts";
import type { Trace } from "./trace.ts";

const nobody: ReadonlySet<string> = new Set();

/** What was computed of an organisation with those below it, as long as nothing that they filed moves. */
type Memory = Map<string, Evaluation>;
const memories = new WeakMap<KnowledgeIndex, WeakMap<object, Memory>>();

export class Evaluator {
  readonly #memories = new Map<string, Memory>();
  readonly #dependencies = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly index: KnowledgeIndex,
    readonly dataset: Dataset,
  ) {}

  /**
   * An element's total or an indicator under a selection.
   * @throws Error for an unknown code, or for members of a dimension that an element does not have: catalog bugs.
   */
  measure(code: string, selection: Selection, year: number): Evaluation {
    const element = this.index.elements.get(code);
    for (const dimension of Object.keys(selection.members ?? {}))
      if (element && !element.dimensions.includes(dimension)) throw new Error(`${code} is not broken down by ${dimension}`);
    return this.#measure(code, selection, year, nobody);
  }

  /** A formula of its own, as checks have them. */
  formula(formula: Formula, selection: Selection, year: number): Evaluation {
    return this.#onCommonSet((excluded) => this.#evaluate(formula, selection, year, excluded), nobody);
  }

  /** The change against the year before, or why none may be stated. */
  change(code: string, selection: Selection, year: number): Change {
    return changeBetween(this, code, selection, year);
  }

  /**
   * By this object, whatever follows from the figures of an organisation and those below it alone may be kept: evaluators
   * over datasets in which none of them moved have the same one.
   */
  memory(organisation: string): object {
    return this.#memory(organisation);
  }

  #memory(organisation: string): Memory {
    let memory = this.#memories.get(organisation);
    if (memory) return memory;
    let marked = memories.get(this.index);
    if (!marked) memories.set(this.index, (marked = new WeakMap()));
    const mark = this.dataset.mark(organisation);
    memory = marked.get(mark);
    if (!memory) marked.set(mark, (memory = new Map()));
    this.#memories.set(organisation, memory);
    return memory;
  }

  /** Elements and indicators on which `code` rests, itself included. */
  dependencies(code: string): ReadonlySet<string> {
    let found = this.#dependencies.get(code);
    if (!found) this.#dependencies.set(code, (found = dependencies(this.index, code)));
    return found;
  }

  /** Whether a recorded break of `code`, or of anything it rests on, lies after year `from` and up to `to`. */
  isBroken(codes: Iterable<string>, organisation: string, from: number, to: number): boolean {
    const within = this.dataset.breaks.filter((entry) => from < entry.year && entry.year <= to);
    if (within.length === 0) return false;
    const path = new Set(ancestry(this.dataset.tree(to), organisation).map((node) => node.code));
    const measures = new Set<string>();
    for (const code of codes) for (const each of this.dependencies(code)) measures.add(each);
    return within.some((entry) => path.has(entry.organisation) && measures.has(entry.measure));
  }

  #measure(code: string, selection: Selection, year: number, excluded: ReadonlySet<string>): Evaluation {
    const key = `${code}/${year}/${selectionKey(selection)}/${[...excluded].join(",")}`;
    const memory = this.#memory(selection.organisation);
    const cached = memory.get(key);
    if (cached) return cached;
    const element = this.index.elements.get(code);
    const found = element
      ? evaluateElement(this.index, this.dataset, element, restrict(selection, element.dimensions), year, excluded)
      : this.#indicator(this.index.measure(code) as Indicator, selection, year, excluded);
    memory.set(key, found);
    return found;
  }

  #indicator(indicator: Indicator, selection: Selection, year: number, excluded: ReadonlySet<string>): Evaluation {
    const inner = this.#onCommonSet((without) => this.#evaluate(indicator.formula, selection, year, without), excluded);
    const trace: Trace = {
      kind: "indicator",
      indicator: indicator.code,
      organisation: selection.organisation,
      year,
      value: inner.value && toSignificant(inner.value),
      of: inner.trace,
    };
    return { ...inner, trace };
  }

  /** Evaluates once more without the organisations that lack an input, so that every operand covers the same set. */
  #onCommonSet(evaluate: (excluded: ReadonlySet<string>) => Evaluation, excluded: ReadonlySet<string>): Evaluation {
    const first = evaluate(excluded);
    if (first.missing.length === 0 || first.status === "missing") return first;
    const missing = new Set([...excluded, ...first.missing]);
    return { ...evaluate(missing), missing: first.missing, expected: first.expected };
  }

  #evaluate(formula: Formula, selection: Selection, year: number, excluded: ReadonlySet<string>): Evaluation {
    switch (formula.kind) {
      case "measure":
        return this.#measure(formula.code, withMembers(selection, formula.members), year, excluded);
      case "number":
        return constant(exact(formula.value), { kind: "number", value: formula.value });
      case "organisations": {
        const nodes = selected(this.dataset.tree(year), { ...selection, attributes: { ...selection.attributes, ...formula.attributes } });
        const codes = nodes.filter((node) => node.kind === formula.of && !excluded.has(node.code)).map((node) => node.code);
        return constant(exact(codes.length), { kind: "organisations", of: formula.of, year, value: String(codes.length), codes });
      }
      case "earlier": {
        const before = year - formula.years;
        if (this.isBroken(measuresIn(formula.of), selection.organisation, before, year)) return nothing("notApplicable", "sum", []);
        return this.#evaluate(formula.of, selection, before, excluded);
      }
      case "sum":
        return combine(
          "sum",
          formula.terms.map((term) => this.#evaluate(term, selection, year, excluded)),
          add,
          zero,
        );
      case "product":
        return combine(
          "product",
          formula.factors.map((factor) => this.#evaluate(factor, selection, year, excluded)),
          multiply,
          one,
        );
      case "difference":
        return combine(
          "difference",
          [formula.left, formula.right].map((side) => this.#evaluate(side, selection, year, excluded)),
          subtract,
        );
      case "quotient":
        return quotient(
          this.#evaluate(formula.numerator, selection, year, excluded),
          this.#evaluate(formula.denominator, selection, year, excluded),
          formula.scale,
        );
    }
  }
}

type Operator = "sum" | "difference" | "product" | "quotient";

function constant(value: Exact, trace: Trace): Evaluation {
  return { status: "value", value, numerator: null, denominator: null, missing: [], expected: 0, trace };
}

function nothing(status: "missing" | "notApplicable", operator: Operator, operands: readonly Evaluation[]): Evaluation {
  return {
    status,
    value: null,
    numerator: null,
    denominator: null,
    ...coverage(operands),
    trace: { kind: "operation", operator, value: null, operands: operands.map((operand) => operand.trace) },
  };
}

function coverage(operands: readonly Evaluation[]): { missing: string[]; expected: number } {
  return {
    missing: [...new Set(operands.flatMap((operand) => operand.missing))].sort(),
    expected: Math.max(0, ...operands.map((operand) => operand.expected)),
  };
}

/** Terms that do not apply add nothing to a sum; anywhere else the result does not apply either. */
function combine(
  operator: Operator,
  operands: readonly Evaluation[],
  operate: (left: Exact, right: Exact) => Exact,
  neutral?: Exact,
): Evaluation {
  if (operands.some((operand) => operand.status === "missing")) return nothing("missing", operator, operands);
  const applicable = operands.filter((operand) => operand.value !== null);
  if (applicable.length === 0 || (operator !== "sum" && applicable.length < operands.length))
    return nothing("notApplicable", operator, operands);
  const values = applicable.map((operand) => operand.value!);
  const value = neutral ? values.reduce(operate, neutral) : values.reduce(operate);
  return {
    status: "value",
    value,
    numerator: null,
    denominator: null,
    ...coverage(operands),
    trace: { kind: "operation", operator, value: toSignificant(value), operands: operands.map((operand) => operand.trace) },
  };
}

function quotient(numerator: Evaluation, denominator: Evaluation, scale: string): Evaluation {
  const operands = [numerator, denominator];
  if (operands.some((operand) => operand.status === "missing")) return nothing("missing", "quotient", operands);
  if (numerator.value === null || denominator.value === null || isZero(denominator.value))
    return nothing("notApplicable", "quotient", operands);
  const value = multiply(divide(numerator.value, denominator.value), exact(scale));
  return {
    status: "value",
    value,
    numerator: numerator.value,
    denominator: denominator.value,
    ...coverage(operands),
    trace: {
      kind: "operation",
      operator: "quotient",
      scale,
      value: toSignificant(value),
      operands: operands.map((operand) => operand.trace),
    },
  };
}

/** The selection with only those members that the element is broken down by. */
function restrict(selection: Selection, dimensions: readonly string[]): Selection {
  if (!selection.members) return selection;
  const members = Object.fromEntries(Object.entries(selection.members).filter(([dimension]) => dimensions.includes(dimension)));
  return { ...selection, members };
}

function withMembers(selection: Selection, members: Members | undefined): Selection {
  return members ? { ...selection, members: { ...selection.members, ...members } } : selection;
}
