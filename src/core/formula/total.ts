/**
 * An element over a subtree: adds up, or counts distinct things, as the element's roll-up says, names
 * every organisation that owes a value and gave none, and never takes missing for zero.
 */
import type { Element } from "../definition/element.ts";
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import { isInForce, type Ledger } from "../definition/ledger.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Fact } from "../model/fact.ts";
import type { OrganisationNode } from "../model/organisation.ts";
import { matches, type Members, membersKey, selected, type Selection } from "../model/selection.ts";
import { add, type Exact, exact, zero } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { unit } from "../quantity/unit.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Trace } from "./trace.ts";

/** The organisations that owe a value of `element` under the selection in `year`. */
export function owing(index: KnowledgeIndex, dataset: Dataset, element: Element, selection: Selection, year: number): OrganisationNode[] {
  const ledger = index.ledgers.get(element.ledger);
  if (!ledger || !isInForce(ledger, year) || !isInForce(element, year)) return [];
  const nodes = selected(dataset.tree(year), selection).filter((node) => owes(ledger, node));
  return element.rollUp === "own" || element.rollUp === "none" ? nodes.filter((node) => node.code === selection.organisation) : nodes;
}

function owes(ledger: Ledger, node: OrganisationNode): boolean {
  return (ledger.reportedBy as readonly string[]).includes(node.kind);
}

/**
 * Evaluates an element; organisations in `excluded` are left out as if they stood outside the selection. What the
 * selection's own organisation counts for the whole (a city's enrolment task) cannot be had for a part of it: missing.
 */
export function evaluateElement(
  index: KnowledgeIndex,
  dataset: Dataset,
  element: Element,
  selection: Selection,
  year: number,
  excluded: ReadonlySet<string>,
): Evaluation {
  const members = selection.members ?? {};
  const reporters = owing(index, dataset, element, selection, year);
  const missing: string[] = [];
  const parts: Trace[] = [];
  const keys = new Set<string>();
  let total: Exact = zero;
  let anyValue = false;
  for (const reporter of reporters) {
    if (excluded.has(reporter.code)) continue;
    const standing = standingOf(index, dataset.facts(element.code, reporter.code, year), element, members);
    if (standing.status === "missing") missing.push(reporter.code);
    if (standing.status !== "value") continue;
    anyValue = true;
    for (const fact of standing.facts) {
      if (fact.value === null) continue;
      parts.push(factTrace(fact));
      if (fact.key !== undefined) keys.add(fact.key);
      else total = add(total, exact(fact.value));
    }
  }
  if (element.rollUp === "distinct") total = exact(BigInt(keys.size));
  const ofPart = excluded.size > 0 && element.rollUp === "own" && ["count", "amount"].includes(unit(element.unit).kind);
  const status = ofPart ? "missing" : anyValue ? "value" : reporters.length > 0 && missing.length === 0 ? "notApplicable" : "missing";
  const value = status === "value" ? total : null;
  return {
    status,
    value,
    numerator: null,
    denominator: null,
    missing,
    expected: reporters.length,
    trace: {
      kind: "total",
      element: element.code,
      organisation: selection.organisation,
      year,
      members,
      value: value && toSignificant(value),
      rollUp: element.rollUp,
      parts,
      missing,
    },
  };
}

interface Standing {
  readonly status: "value" | "missing" | "notApplicable";
  readonly facts: readonly Fact[];
}

/** One organisation's own facts for the members asked for. A breakdown with a blank cell is missing as a whole. */
function standingOf(index: KnowledgeIndex, facts: readonly Fact[], element: Element, wanted: Members): Standing {
  if (facts.length === 0) return { status: "missing", facts };
  const matching = facts.filter((fact) => matches(fact.members, wanted));
  if (element.from) return { status: "value", facts: matching };
  if (matching.some((fact) => fact.status === "missing")) return { status: "missing", facts: matching };
  if (matching.length < expectedCells(index, element, wanted)) return { status: "missing", facts: matching };
  const values = matching.filter((fact) => fact.status === "value");
  return values.length > 0 ? { status: "value", facts: values } : { status: "notApplicable", facts: matching };
}

function expectedCells(index: KnowledgeIndex, element: Element, wanted: Members): number {
  let cells = 1;
  for (const dimension of element.dimensions)
    if (wanted[dimension] === undefined) cells *= index.dimensions.get(dimension)?.members.length ?? 1;
  return cells;
}

function factTrace(fact: Fact): Trace {
  const { element, organisation, year, members, key, status, value, origin } = fact;
  return { kind: "fact", element, organisation, year, members, ...(key === undefined ? {} : { key }), status, value, origin };
}

/** Every combination of members of the given dimensions, in catalog order; one empty combination for none. */
export function combinations(index: KnowledgeIndex, dimensions: readonly string[]): Members[] {
  let found: Members[] = [{}];
  for (const code of dimensions) {
    const members = index.dimensions.get(code)?.members ?? [];
    found = found.flatMap((base) => members.map((member) => ({ ...base, [code]: member.code })));
  }
  return found;
}

/** Key of a selection for caches. */
export function selectionKey(selection: Selection): string {
  const attributes = selection.attributes ? membersKey(selection.attributes) : "";
  return `${selection.organisation}/${attributes}/${selection.members ? membersKey(selection.members) : ""}`;
}
