/** Edit: one change to a report, harmless or not, with what the oracle says about it. */
import type { Equation } from "../oracle/equation.ts";
import { type Figure, figuresOf, mapTokens, type Report, type Word } from "../report.ts";

export interface Edit {
  readonly operator: string;
  readonly report: Report;
  /** Figures and words that were changed. */
  readonly figures: readonly number[];
  readonly words: readonly number[];
  /** The text itself shows the fault though no equation fails: a wrong unit, two values in one place, a year to come. */
  readonly visible?: boolean;
  /** Equations that read otherwise after the edit, because a word was changed: old → new, null where the new operand is nowhere. */
  readonly rewritten?: ReadonlyMap<Equation, Equation | null>;
}

export function withFigure(report: Report, id: number, change: (figure: Figure) => Figure): Report {
  return mapTokens(report, (token) => (token.kind === "figure" && token.id === id ? change(token) : token));
}

export function withFigures(report: Report, changed: ReadonlyMap<number, Figure>): Report {
  return mapTokens(report, (token) => (token.kind === "figure" ? (changed.get(token.id) ?? token) : token));
}

export function withWord(report: Report, id: number, change: (word: Word) => Word): Report {
  return mapTokens(report, (token) => (token.kind === "word" && token.id === id ? change(token) : token));
}

/** The sentence kind in which each figure or word stands. */
export function relationsById(report: Report): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const block of report.blocks) {
    const sentences =
      block.kind === "paragraph"
        ? block.sentences
        : block.kind === "table"
          ? [{ relation: block.relation, tokens: block.rows.flat(2) }]
          : [];
    for (const { relation, tokens } of sentences) for (const token of tokens) if (typeof token !== "string") found.set(token.id, relation);
  }
  return found;
}

/** Figures in the sentence of a word. */
export function figuresBeside(report: Report, word: number): number[] {
  const sentences = report.blocks.flatMap((block) => (block.kind === "paragraph" ? block.sentences : []));
  const sentence = sentences.find(({ tokens }) =>
    tokens.some((token) => typeof token !== "string" && token.kind === "word" && token.id === word),
  );
  return (sentence?.tokens ?? []).flatMap((token) => (typeof token !== "string" && token.kind === "figure" ? [token.id] : []));
}

export const byId = (report: Report): ReadonlyMap<number, Figure> => new Map(figuresOf(report).map((figure) => [figure.id, figure]));
