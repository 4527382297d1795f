/** A formula with its numbers, as a line that a reader can follow with a pocket calculator. */
import type { Formula } from "../definition/formula.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { type Members, type Selection } from "../model/selection.ts";
import type { Exact } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";

/** "专业课教师922 + 公共基础课教师1019" */
export function formulaLine(evaluator: Evaluator, formula: Formula, selection: Selection, year: number): string {
  const line = (inner: Formula): string => formulaLine(evaluator, inner, selection, year);
  const grouped = (inner: Formula): string => (inner.kind === "sum" || inner.kind === "difference" ? `(${line(inner)})` : line(inner));
  switch (formula.kind) {
    case "measure": {
      const members = memberText(evaluator, formula.code, { ...selection.members, ...formula.members });
      return `${evaluator.index.measure(formula.code).zh}${members}${valueText(evaluator.formula(formula, selection, year).value)}`;
    }
    case "number":
      return formula.value;
    case "organisations":
      return `机构数${valueText(evaluator.formula(formula, selection, year).value)}`;
    case "sum":
      return formula.terms.map(line).join(" + ");
    case "difference":
      return `${line(formula.left)} − ${grouped(formula.right)}`;
    case "product":
      return formula.factors.map(grouped).join(" × ");
    case "quotient":
      return `${grouped(formula.numerator)} ÷ ${grouped(formula.denominator)}${formula.scale === "1" ? "" : ` × ${formula.scale}`}`;
    case "earlier":
      return `${formula.years === 1 ? "上年" : `${year - formula.years}年`}${formulaLine(evaluator, formula.of, selection, year - formula.years)}`;
  }
}

export function valueText(value: Exact | null): string {
  return value === null ? "缺失" : toSignificant(value);
}

/** "〔女·一年级〕" for those members that the measure is broken down by. */
export function memberText(evaluator: Evaluator, measure: string, members: Members): string {
  const dimensions = evaluator.index.elements.get(measure)?.dimensions ?? Object.keys(members);
  const names = dimensions.flatMap((dimension) => {
    const found = evaluator.index.dimensions.get(dimension)?.members.find((member) => member.code === members[dimension]);
    return found ? [found.zh] : [];
  });
  return names.length === 0 ? "" : `〔${names.join("·")}〕`;
}
