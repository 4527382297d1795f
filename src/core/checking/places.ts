/** Where a finding points: the organisation's own cells behind the formulas of a check. */
import type { Formula } from "../definition/formula.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { measuresIn } from "../formula/dependencies.ts";
import { cellKey } from "../model/return.ts";
import { matches, type Members, membersKey } from "../model/selection.ts";
import type { FindingPlace } from "./finding.ts";

const most = 12;

export function placesOf(evaluator: Evaluator, formulas: readonly Formula[], organisation: string, year: number, members: Members): FindingPlace[] {
  const codes = new Set<string>();
  for (const formula of formulas) for (const code of measuresIn(formula)) for (const inner of evaluator.dependencies(code)) codes.add(inner);
  const places: FindingPlace[] = [];
  for (const code of codes) {
    const element = evaluator.index.elements.get(code);
    if (!element) continue;
    const wanted = Object.fromEntries(Object.entries(members).filter(([dimension]) => element.dimensions.includes(dimension)));
    const facts = evaluator.dataset.facts(code, organisation, year).filter((fact) => matches(fact.members, wanted));
    if (facts.length === 0) places.push({ organisation, year, ledger: element.ledger, cell: cellKey(code, membersKey(wanted)) });
    for (const fact of facts) places.push({ organisation, year, ledger: element.ledger, cell: cellKey(code, membersKey(fact.members)), origin: fact.origin });
  }
  return places.slice(0, most);
}
