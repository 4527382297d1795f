/** Which elements a measure rests on, at which distance in years: for breaks in series and for what a cell changes. */
import type { Formula } from "../definition/formula.ts";
import type { KnowledgeIndex } from "../definition/knowledge.ts";

/** Codes of all elements and indicators inside `code`, itself included. @throws Error when formulas form a cycle. */
export function dependencies(index: KnowledgeIndex, code: string, path: readonly string[] = []): ReadonlySet<string> {
  if (path.includes(code)) throw new Error(`indicator defined by itself: ${[...path, code].join(" → ")}`);
  const found = new Set([code]);
  const indicator = index.indicators.get(code);
  if (!indicator) return found;
  for (const inner of measuresIn(indicator.formula)) for (const each of dependencies(index, inner, [...path, code])) found.add(each);
  return found;
}

/** The measure codes written in a formula. */
export function measuresIn(formula: Formula): string[] {
  switch (formula.kind) {
    case "measure":
      return [formula.code];
    case "sum":
      return formula.terms.flatMap(measuresIn);
    case "product":
      return formula.factors.flatMap(measuresIn);
    case "difference":
      return [...measuresIn(formula.left), ...measuresIn(formula.right)];
    case "quotient":
      return [...measuresIn(formula.numerator), ...measuresIn(formula.denominator)];
    case "earlier":
      return measuresIn(formula.of);
    case "number":
    case "organisations":
      return [];
  }
}
