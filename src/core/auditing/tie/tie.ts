/**
 * Ties each quantity of a document to what the store knows: by the marks of our own files, by its place in
 * the report as it would be written now, by what its claim says it is, and last by its value.
 */
import type { Claim } from "../claim.ts";
import type { Document } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import { Placement } from "./by-alignment.ts";
import { ConceptIndex } from "./by-concept.ts";
import { markedFigures, tieByMark } from "./by-mark.ts";
import { ValueIndex } from "./by-value.ts";
import type { Known } from "./known-figure.ts";
import type { Tie } from "./tie-state.ts";

export interface TiedDocument {
  /** In order of the quantities. A threshold or policy that a text quotes is tied only where it is one of our figures. */
  readonly ties: readonly Tie[];
  /** It carries our marks, or most of its paragraphs stand in the report as it would be written now. */
  readonly isOurs: boolean;
}

export function tieFigures(document: Document, quantities: readonly Quantity[], claims: readonly Claim[], known: Known): TiedDocument {
  const figures = new Map(known.printed.map((figure) => [figure.id, figure]));
  const placement = new Placement(document, known, figures);
  const marked = markedFigures(document, quantities, figures, placement);
  const isOurs = placement.isOurs || document.figures.length > 0;
  const claimOf = new Map(claims.map((claim) => [claim.quantity, claim]));
  // Our own reports rarely need them, and they hold every figure of the store.
  let concepts: ConceptIndex | undefined;
  let values: ValueIndex | undefined;
  const byMeaning = (claim: Claim, index: number): Tie | null =>
    (concepts ??= new ConceptIndex(known)).tie(claim, index) ??
    (values ??= new ValueIndex([...known.data, ...known.printed])).tie(claim.quantity, index, claim.label);

  const ties = quantities.flatMap((quantity, index): Tie[] => {
    const byPlace = placement.tie(quantity, index);
    const figure = marked.get(index);
    if (figure) return [tieByMark(quantity, index, figure, byPlace)];
    const claim = claimOf.get(quantity);
    if (byPlace?.fact) return [byPlace];
    if (claim?.aspect === "rule") return [];
    const found = byPlace ?? (claim ? byMeaning(claim, index) : null);
    const certain = isOurs && document.format !== "pdf" && quantity.unit !== "" && placement.isAmidOurs(quantity);
    return [found ?? { quantity: index, state: "unknown", fact: null, stored: null, how: "value", certain }];
  });
  return { ties, isOurs };
}
