/** Standards hold for schools: a school meets a line or not; a county or city prints how many of its schools do. */
import type { Standard, StandardLine } from "../definition/standard.ts";
import { isInForce } from "../definition/ledger.ts";
import type { OrganisationNode } from "../model/organisation.ts";
import { matches, selected, type Selection } from "../model/selection.ts";
import { compare, type Exact, exact } from "../quantity/exact.ts";
import type { Evaluator } from "./evaluator.ts";

export interface ApplicableLine {
  readonly standard: Standard;
  readonly line: StandardLine;
}

/** The lines on `measure` that apply to an organisation with these attributes in `year`, in catalog order. */
export function applicableLines(
  evaluator: Evaluator,
  measure: string,
  node: Pick<OrganisationNode, "attributes">,
  year: number,
): ApplicableLine[] {
  return evaluator.index.knowledge.standards
    .filter((standard) => isInForce(standard, year))
    .flatMap((standard) =>
      standard.lines.filter((line) => line.measure === measure && applies(line, node)).map((line) => ({ standard, line })),
    );
}

function applies(line: StandardLine, node: Pick<OrganisationNode, "attributes">): boolean {
  return matches(node.attributes, line.attributes ?? {}) && !(line.except && matches(node.attributes, line.except));
}

export function meets(value: Exact, line: StandardLine): boolean {
  const order = compare(value, exact(line.value));
  return line.kind === "atLeast" ? order >= 0 : order <= 0;
}

/** How many schools of the selection meet the first line that applies to each; schools without a value are named. */
export function schoolsMeeting(
  evaluator: Evaluator,
  measure: string,
  selection: Selection,
  year: number,
): { met: string[]; below: string[]; unknown: string[] } {
  const [met, below, unknown]: [string[], string[], string[]] = [[], [], []];
  for (const school of selected(evaluator.dataset.tree(year), selection)) {
    const applicable = school.kind === "school" ? applicableLines(evaluator, measure, school, year)[0] : undefined;
    if (!applicable) continue;
    const { value } = evaluator.measure(measure, { organisation: school.code }, year);
    (value === null ? unknown : meets(value, applicable.line) ? met : below).push(school.code);
  }
  return { met, below, unknown };
}
