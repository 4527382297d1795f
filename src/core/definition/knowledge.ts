/** Knowledge: the whole catalog as one plain JSON value, which the engine, the web and the auditor take as an argument. */
import type { Check } from "./check.ts";
import type { Dimension } from "./dimension.ts";
import type { Element } from "./element.ts";
import type { Indicator } from "./indicator.ts";
import type { Ledger } from "./ledger.ts";
import type { Outline } from "./outline.ts";
import type { Standard } from "./standard.ts";

/** One subject as its file writes it: everything about, say, teachers. */
export interface Subject {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly ledgers: readonly Ledger[];
  readonly elements: readonly Element[];
  readonly indicators: readonly Indicator[];
  readonly checks: readonly Check[];
}

export interface Knowledge {
  readonly dimensions: readonly Dimension[];
  readonly subjects: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  readonly ledgers: readonly Ledger[];
  readonly elements: readonly Element[];
  readonly indicators: readonly Indicator[];
  readonly checks: readonly Check[];
  readonly standards: readonly Standard[];
  readonly outlines: readonly Outline[];
}

export function assemble(parts: {
  dimensions: readonly Dimension[];
  subjects: readonly Subject[];
  standards: readonly Standard[];
  outlines: readonly Outline[];
}): Knowledge {
  return {
    dimensions: parts.dimensions,
    subjects: parts.subjects.map(({ code, zh, en }) => ({ code, zh, en })),
    ledgers: parts.subjects.flatMap((subject) => subject.ledgers),
    elements: parts.subjects.flatMap((subject) => subject.elements),
    indicators: parts.subjects.flatMap((subject) => subject.indicators),
    checks: parts.subjects.flatMap((subject) => subject.checks),
    standards: parts.standards,
    outlines: parts.outlines,
  };
}

/** Look-up by code over one Knowledge value. */
export class KnowledgeIndex {
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly ledgers: ReadonlyMap<string, Ledger>;
  readonly elements: ReadonlyMap<string, Element>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly elementsByLedger: ReadonlyMap<string, readonly Element[]>;

  constructor(readonly knowledge: Knowledge) {
    this.dimensions = byCode(knowledge.dimensions);
    this.ledgers = byCode(knowledge.ledgers);
    this.elements = byCode(knowledge.elements);
    this.indicators = byCode(knowledge.indicators);
    const grouped = new Map<string, Element[]>();
    for (const element of knowledge.elements) {
      const list = grouped.get(element.ledger);
      if (list) list.push(element);
      else grouped.set(element.ledger, [element]);
    }
    this.elementsByLedger = grouped;
  }

  /** The element or indicator called `code`. @throws Error for an unknown code: a catalog bug. */
  measure(code: string): Element | Indicator {
    const found = this.elements.get(code) ?? this.indicators.get(code);
    if (!found) throw new Error(`no measure in the catalog: ${code}`);
    return found;
  }
}

function byCode<T extends { readonly code: string }>(definitions: readonly T[]): Map<string, T> {
  return new Map(definitions.map((definition) => [definition.code, definition]));
}
