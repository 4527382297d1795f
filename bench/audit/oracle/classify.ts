/** What can show that an edit is a fault: the text's own arithmetic, only data from outside, or nothing. */
import { contains } from "../../../src/core/quantity/interval.ts";
import { byId, type Edit, figuresBeside } from "../edits/edit.ts";
import { canHold, type Equation, operands } from "./equation.ts";
import { habits, meaning } from "./printed.ts";

export type Checkable = "text" | "data" | "equivalent";

export interface Verdict {
  readonly checkable: Checkable;
  /** Equations that fail beyond every printed interval, as they read after the edit. */
  readonly violated: readonly Equation[];
  /** Changed figures, and operands of what fails. */
  readonly evidence: ReadonlySet<number>;
}

export function classify(edit: Edit): Verdict {
  const figures = byId(edit.report);
  const touched = new Set(edit.figures);
  const after = edit.report.equations.flatMap((equation) => {
    const next = edit.rewritten?.get(equation);
    return next === null ? [] : [next ?? equation];
  });
  const violated = after.filter(({ law }) => operands(law).some((id) => touched.has(id)) && !canHold(law, figures));
  const evidence = new Set([...touched, ...violated.flatMap(({ law }) => operands(law))]);
  for (const word of edit.words) if (edit.figures.length === 0) figuresBeside(edit.report, word).forEach((id) => evidence.add(id));
  // A wrong unit shows beside the other operands.
  if (edit.visible)
    for (const { law } of after) if (operands(law).some((id) => touched.has(id))) operands(law).forEach((id) => evidence.add(id));
  if (violated.length > 0 || edit.visible) return { checkable: "text", violated, evidence };
  const wrong =
    edit.words.length > 0 ||
    edit.figures.some((id) => !habits.some((habit) => contains(meaning(figures.get(id)!, habit), figures.get(id)!.exact)));
  // A unit is part of the fact: nothing in the text contradicts 人次, the data do.
  const unitSlip = edit.operator === "unitSlip";
  return { checkable: wrong || unitSlip ? "data" : "equivalent", violated, evidence };
}
