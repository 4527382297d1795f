/**
 * Cuts the text where any mark begins or ends, so that overlapping marks become a row of pieces that never
 * overlap: HTML can nest elements but not cross them.
 */
import type { Document, Span, TrackedChange } from "../../core/auditing/document.ts";
import type { AuditResult } from "../../core/auditing/finding.ts";

/** One place of one finding: indices in `result.findings` and in its `spans`. */
export interface Place {
  readonly finding: number;
  readonly span: number;
}

/** Text on which the same marks lie from end to end; of no length where something stands between two characters. */
export interface Segment extends Span {
  /** Index of the quantity, or null. */
  readonly quantity: number | null;
  /** Narrowest first: the one that a click means. */
  readonly places: readonly Place[];
  /** Those of `places` that end with this segment. */
  readonly closing: readonly Place[];
  readonly inserted: TrackedChange | null;
  /** Deletions that stand here; the segment then has no length. */
  readonly deleted: readonly TrackedChange[];
}

type Mark = Span &
  (
    | { readonly kind: "quantity"; readonly index: number }
    | { readonly kind: "place"; readonly place: Place }
    | { readonly kind: "inserted"; readonly change: TrackedChange }
  );

/** Marked pieces only, in order of the text; what lies between them is plain. */
export function segmentsOf(document: Document, result: AuditResult): Segment[] {
  const opening = new Map<number, Mark[]>();
  const closing = new Map<number, Mark[]>();
  const points = new Map<number, { places: Place[]; deleted: TrackedChange[] }>();
  const pointAt = (at: number): { places: Place[]; deleted: TrackedChange[] } => listAt(points, at, () => ({ places: [], deleted: [] }));
  const open = (mark: Mark): void => {
    listAt(opening, mark.start, () => []).push(mark);
    listAt(closing, mark.end, () => []).push(mark);
  };
  result.quantities.forEach((quantity, index) => {
    const span = within(quantity, document.text);
    if (span.start < span.end) open({ ...span, kind: "quantity", index });
  });
  result.findings.forEach((finding, index) =>
    finding.spans.forEach((each, position) => {
      const span = within(each, document.text);
      const place = { finding: index, span: position };
      if (span.start < span.end) open({ ...span, kind: "place", place });
      else pointAt(span.start).places.push(place);
    }),
  );
  for (const change of document.changes) {
    const span = within(change, document.text);
    if (change.kind === "deleted") pointAt(span.start).deleted.push(change);
    else if (span.start < span.end) open({ ...span, kind: "inserted", change });
  }
  return sweep(opening, closing, points);
}

function sweep(
  opening: ReadonlyMap<number, readonly Mark[]>,
  closing: ReadonlyMap<number, readonly Mark[]>,
  points: ReadonlyMap<number, { readonly places: readonly Place[]; readonly deleted: readonly TrackedChange[] }>,
): Segment[] {
  const cuts = [...new Set([...opening.keys(), ...closing.keys(), ...points.keys()])].sort((left, right) => left - right);
  const active = new Set<Mark>();
  const segments: Segment[] = [];
  cuts.forEach((start, at) => {
    for (const mark of closing.get(start) ?? []) active.delete(mark);
    const point = points.get(start);
    if (point)
      segments.push({
        start,
        end: start,
        quantity: null,
        places: point.places,
        closing: point.places,
        inserted: null,
        deleted: point.deleted,
      });
    for (const mark of opening.get(start) ?? []) active.add(mark);
    const end = cuts[at + 1];
    if (active.size > 0 && end !== undefined) segments.push(segment(start, end, [...active]));
  });
  return segments;
}

function segment(start: number, end: number, marks: readonly Mark[]): Segment {
  let quantity: number | null = null;
  let inserted: TrackedChange | null = null;
  const places: (Span & { place: Place })[] = [];
  for (const mark of marks) {
    if (mark.kind === "quantity") quantity = mark.index;
    else if (mark.kind === "inserted") inserted = mark.change;
    else places.push(mark);
  }
  places.sort((left, right) => left.end - left.start - (right.end - right.start));
  const closing = places.filter((mark) => mark.end === end).map((mark) => mark.place);
  return { start, end, quantity, places: places.map((mark) => mark.place), closing, inserted, deleted: [] };
}

/** The span inside the text and without white space at its ends, which is not printed. */
function within(span: Span, text: string): Span {
  let start = Math.min(Math.max(span.start, 0), text.length);
  let end = Math.min(Math.max(span.end, start), text.length);
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === "";
}

function listAt<Value>(map: Map<number, Value>, at: number, empty: () => Value): Value {
  const known = map.get(at);
  if (known !== undefined) return known;
  const made = empty();
  map.set(at, made);
  return made;
}
