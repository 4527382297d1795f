/** The catalog as one list of entries: ledgers, elements and indicators, each with what it rests on and what uses it. */
import type { Element } from "../../../../core/definition/element.ts";
import type { Formula } from "../../../../core/definition/formula.ts";
import type { Indicator } from "../../../../core/definition/indicator.ts";
import type { KnowledgeIndex } from "../../../../core/definition/knowledge.ts";
import type { Ledger } from "../../../../core/definition/ledger.ts";
import type { Source } from "../../../../core/definition/source.ts";
import type { StandardLine } from "../../../../core/definition/standard.ts";
import { formulaText } from "../../../../core/reporting/formula-text.ts";

export type Entry = {
  readonly code: string;
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  /** Formula, or what the note says. */
  readonly definition: string;
  readonly source: Source | undefined;
} & (
  | { readonly kind: "ledger"; readonly of: Ledger }
  | { readonly kind: "element"; readonly of: Element }
  | { readonly kind: "indicator"; readonly of: Indicator }
);

export function entriesOf(index: KnowledgeIndex): Entry[] {
  const { ledgers, elements, indicators } = index.knowledge;
  const subjectOf = (element: Element): string => index.ledgers.get(element.ledger)?.subject ?? "";
  return [
    ...ledgers.map((of): Entry => {
      const { code, subject, zh, en, note, source } = of;
      return { kind: "ledger", of, code, subject, zh, en, unit: "", definition: note ?? "", source };
    }),
    ...elements.map((of): Entry => {
      const { code, zh, en, unit, note, source } = of;
      const ledger = index.ledgers.get(of.ledger);
      return { kind: "element", of, code, subject: subjectOf(of), zh, en, unit, definition: note ?? "", source: source ?? ledger?.source };
    }),
    ...indicators.map((of): Entry => {
      const { code, subject, zh, en, unit, source } = of;
      return { kind: "indicator", of, code, subject, zh, en, unit, definition: formulaText(index, of.formula, unit), source };
    }),
  ];
}

/** Codes of measures that stand in a formula, in order, each once. */
export function inputsOf(formula: Formula): string[] {
  const found: string[] = [];
  const walk = (inner: Formula): void => {
    switch (inner.kind) {
      case "measure":
        found.push(inner.code);
        break;
      case "sum":
        inner.terms.forEach(walk);
        break;
      case "difference":
        walk(inner.left);
        walk(inner.right);
        break;
      case "product":
        inner.factors.forEach(walk);
        break;
      case "quotient":
        walk(inner.numerator);
        walk(inner.denominator);
        break;
      case "earlier":
        walk(inner.of);
        break;
      case "number":
      case "organisations":
        break;
    }
  };
  walk(formula);
  return [...new Set(found)];
}

/** Indicators whose formula names `code`. */
export function usersOf(index: KnowledgeIndex, code: string): Indicator[] {
  return index.knowledge.indicators.filter((indicator) => inputsOf(indicator.formula).includes(code));
}

export function standardLines(index: KnowledgeIndex, code: string): StandardLine[] {
  return index.knowledge.standards.flatMap((standard) => standard.lines.filter((line) => line.measure === code));
}
