/**
 * Ties by the ids that our own files carry around each figure. Ids are numbers in order of appearance, so
 * a report written before the data changed may have shifted ones: they count only where the words beside them agree.
 */
import type { Document } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import { standsFor, storedText } from "./agreement.ts";
import type { Placement } from "./by-alignment.ts";
import type { KnownFigure } from "./known-figure.ts";
import type { Tie } from "./tie-state.ts";

/** Share of marks that must name the figure which stands at their place. */
const trustedShare = 0.9;

/** Known figure by index of the quantity that stands in its mark; empty when the marks are of another edition. */
export function markedFigures(
  document: Document,
  quantities: readonly Quantity[],
  figures: ReadonlyMap<string, KnownFigure>,
  placement: Placement,
): Map<number, KnownFigure> {
  const marks = [...document.figures].sort((left, right) => left.start - right.start);
  const order = quantities.map((_, index) => index).sort((left, right) => quantities[left]!.start - quantities[right]!.start);
  const found = new Map<number, KnownFigure>();
  let next = 0;
  let [placed, same] = [0, 0];
  for (const index of order) {
    const { digits } = quantities[index]!;
    while (next < marks.length && marks[next]!.end <= digits.start) next += 1;
    const mark = marks[next];
    const figure = mark && mark.start < digits.end ? figures.get(mark.id) : undefined;
    if (!figure) continue;
    found.set(index, figure);
    const there = placement.figureAt(quantities[index]!);
    if (!there) continue;
    placed += 1;
    if (there.id === figure.id) same += 1;
  }
  return placed > 0 && same >= placed * trustedShare ? found : new Map();
}

/** Where words and mark name the same figure, the words have compared it already, unit and all. */
export function tieByMark(quantity: Quantity, index: number, figure: KnownFigure, byPlace: Tie | null): Tie {
  const isEqual = byPlace?.fact === figure.id ? byPlace.state === "equal" : quantity.text === figure.text || standsFor(quantity, figure);
  return {
    quantity: index,
    state: isEqual ? "equal" : "different",
    fact: figure.id,
    stored: storedText(figure),
    how: "mark",
    certain: true,
  };
}
