/** The server's own computation on the working copy as it is being typed: findings and the indicators that rest on a ledger. */
import { layOver, type SlotContent } from "../../../app/desk/slots.ts";
import { type IndicatorLine, tracedLine } from "../../../app/indicators.ts";
import type { Finding } from "../../../core/checking/finding.ts";
import { runChecks } from "../../../core/checking/run-checks.ts";
import type { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import { isInForce } from "../../../core/definition/ledger.ts";
import { Evaluator } from "../../../core/formula/evaluator.ts";
import { projectFacts } from "../../../core/formula/projection.ts";
import type { SeriesBreak } from "../../../core/model/cycle.ts";
import { Dataset } from "../../../core/model/dataset.ts";
import type { Fact } from "../../../core/model/fact.ts";
import type { Organisation } from "../../../core/model/organisation.ts";
import type { ReturnDocument } from "../../../core/model/return.ts";

/** Earlier years of the organisation, as the server hands them out. */
export interface Earlier {
  readonly facts: readonly Fact[];
  readonly breaks: readonly SeriesBreak[];
  readonly organisations: readonly Organisation[];
  readonly yearEnds: Readonly<Record<string, string>>;
}

export interface LiveInput {
  readonly index: KnowledgeIndex;
  readonly earlier: Earlier;
  /** The return as the window opened it, and the slots as they say now. */
  readonly base: ReturnDocument;
  readonly slots: ReadonlyMap<string, SlotContent>;
  /** Ledger whose indicators are wanted; null for findings alone. */
  readonly ledger: string | null;
}

export type LiveIndicator = Omit<IndicatorLine, "trace">;

export interface LiveResults {
  readonly findings: readonly Finding[];
  readonly indicators: readonly LiveIndicator[];
}

/** The engine over the working copy: this year as typed, earlier years as filed. */
export function evaluatorOf({ index, earlier, base, slots }: Omit<LiveInput, "ledger">): Evaluator {
  const { organisation, year, catalog } = base;
  const document = layOver(
    index,
    base,
    { organisation, year, catalog },
    [...slots].map(([slot, content]) => ({ slot, content })),
  );
  const { registers, materials, explanations } = document;
  const facts = [...earlier.facts.filter((fact) => fact.year !== year), ...projectFacts(index, document, 0)];
  const dataset = new Dataset({
    organisations: earlier.organisations,
    yearEnds: earlier.yearEnds,
    breaks: earlier.breaks,
    facts,
    filings: [{ organisation, year, state: "draft", version: 0, registers, materials, explanations }],
  });
  return new Evaluator(index, dataset);
}

export function computeLive(evaluator: Evaluator, { base, ledger }: Pick<LiveInput, "base" | "ledger">): LiveResults {
  const { organisation, year } = base;
  const indicators =
    ledger === null ? [] : indicatorsOf(evaluator, ledger, year).map((code) => lineOf(evaluator, code, organisation, year));
  return { findings: runChecks(evaluator, organisation, year), indicators };
}

/** Codes of the indicators in force that rest on an element of the ledger, in catalog order. */
export function indicatorsOf(evaluator: Pick<Evaluator, "index" | "dependencies">, ledger: string, year: number): string[] {
  const elements = new Set((evaluator.index.elementsByLedger.get(ledger) ?? []).map((element) => element.code));
  return evaluator.index.knowledge.indicators
    .filter((indicator) => isInForce(indicator, year))
    .map(({ code }) => code)
    .filter((code) => [...evaluator.dependencies(code)].some((each) => elements.has(each)));
}

function lineOf(evaluator: Evaluator, code: string, organisation: string, year: number): LiveIndicator {
  const { trace: _, ...line } = tracedLine(evaluator, code, organisation, year);
  return line;
}
