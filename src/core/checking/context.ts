/** What every rule needs to know while it runs, and how a finding is put together from it. */
import type { Check, FindingCode, Tier } from "../definition/check.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import type { Trace } from "../formula/trace.ts";
import type { Filing } from "../model/dataset.ts";
import type { OrganisationNode } from "../model/organisation.ts";
import { cellKey } from "../model/return.ts";
import { type Members, membersKey } from "../model/selection.ts";
import type { Finding, FindingPlace } from "./finding.ts";
import { membersLabel } from "./labels.ts";
import type { Title } from "./messages.ts";

/** One organisation in one year. */
export interface Context {
  readonly evaluator: Evaluator;
  readonly node: OrganisationNode;
  readonly year: number;
  readonly filing: Filing | undefined;
}

/** The parts of a finding that its rule works out. */
export interface Fault {
  readonly message: { readonly zh: string; readonly en: string };
  readonly proof: string;
  readonly places: readonly FindingPlace[];
  readonly members?: Members;
}

/** A finding names at most so many cells: those of a whole city would bury the message. */
const mostPlaces = 40;

export function finding(
  context: Context,
  check: { code: string; finding: FindingCode; tier: Tier; repair: string },
  fault: Fault,
): Finding {
  const members = membersKey(fault.members ?? {});
  const explanations = context.filing?.explanations ?? {};
  return {
    code: check.finding,
    tier: check.tier,
    check: check.code,
    ...(members === "" ? {} : { members }),
    organisation: context.node.code,
    year: context.year,
    message: fault.message,
    proof: fault.proof,
    places: fault.places.slice(0, mostPlaces),
    repair: check.repair,
    explanation: (members === "" ? undefined : explanations[`${check.code}#${members}`]) ?? explanations[check.code] ?? null,
  };
}

export function titleOf(check: Check): Title {
  return { zh: check.zh, en: check.en };
}

export function whereOf(context: Context, members: Members): Title {
  const { index } = context.evaluator;
  return { zh: membersLabel(index, members, "zh"), en: membersLabel(index, members, "en") };
}

/** The cells on which a trace rests, each once. */
export function placesOf(context: Context, ...traces: readonly Trace[]): FindingPlace[] {
  const places = new Map<string, FindingPlace>();
  const visit = (trace: Trace): void => {
    switch (trace.kind) {
      case "fact": {
        const { file, sheet, cell } = trace.origin;
        const key = cellKey(trace.element, membersKey(trace.members));
        const ledger = context.evaluator.index.elements.get(trace.element)?.ledger ?? "";
        const place = { organisation: trace.organisation, year: trace.year, ledger, cell: key, origin: { file, sheet, cell } };
        places.set(`${trace.organisation}/${trace.year}/${key}/${cell}`, place);
        return;
      }
      case "total":
        return trace.parts.forEach(visit);
      case "operation":
        return trace.operands.forEach(visit);
      case "indicator":
        return visit(trace.of);
      case "change":
        return [trace.now, trace.before].forEach(visit);
      case "number":
      case "organisations":
      case "rows":
      case "quoted":
        return;
    }
  };
  traces.forEach(visit);
  return [...places.values()];
}
