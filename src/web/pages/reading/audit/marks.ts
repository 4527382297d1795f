/** Cuts a document's text where any mark begins or ends, so that marks that overlap become a row of pieces that do not. */
import type { Document, Span, TrackedChange } from "../../../../core/auditing/document.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";

/** Text on which the same marks lie from end to end; of no length where something stands between two characters. */
export interface Segment extends Span {
  /** Index of the quantity, or null. */
  readonly quantity: number | null;
  /** Indices of findings, the narrowest place first: the one that a click means. */
  readonly findings: readonly number[];
  readonly inserted: TrackedChange | null;
  readonly deleted: readonly TrackedChange[];
}

type Mark = Span & { readonly quantity?: number; readonly finding?: number; readonly inserted?: TrackedChange };

/** Marked stretches only, in order of the text. */
export function segmentsOf(document: Document, audit: Pick<AuditJson, "quantities" | "findings">): Segment[] {
  const marks: Mark[] = [
    ...audit.quantities.map(({ start, end }, quantity): Mark => ({ start, end, quantity })),
    ...audit.findings.flatMap(({ spans }, finding) => spans.map(({ start, end }): Mark => ({ start, end, finding }))),
    ...document.changes.flatMap((change) =>
      change.kind === "inserted" ? [{ start: change.start, end: change.end, inserted: change } satisfies Mark] : [],
    ),
  ];
  const deleted = groupedBy(
    document.changes.filter((change) => change.kind === "deleted"),
    (change) => change.start,
  );
  const points = new Set([...deleted.keys(), ...marks.filter((mark) => mark.start === mark.end).map((mark) => mark.start)]);
  const cuts = [...new Set([...marks.flatMap((mark) => [mark.start, mark.end]), ...points])].sort((left, right) => left - right);
  const opening = groupedBy(
    marks.filter((mark) => mark.start < mark.end),
    (mark) => mark.start,
  );
  const active = new Set<Mark>();
  return cuts.flatMap((start, at) => {
    for (const mark of active) if (mark.end <= start) active.delete(mark);
    const found: Segment[] = [];
    if (points.has(start)) {
      const here = marks.filter((mark) => mark.start === start && mark.end === start);
      found.push({ ...segment(start, start, here), deleted: deleted.get(start) ?? [] });
    }
    for (const mark of opening.get(start) ?? []) active.add(mark);
    const end = cuts[at + 1];
    if (active.size > 0 && end !== undefined) found.push(segment(start, end, [...active]));
    return found;
  });
}

function segment(start: number, end: number, marks: readonly Mark[]): Segment {
  const narrow = marks.toSorted((left, right) => left.end - left.start - (right.end - right.start));
  return {
    start,
    end,
    quantity: narrow.find((mark) => mark.quantity !== undefined)?.quantity ?? null,
    findings: [...new Set(narrow.flatMap((mark) => mark.finding ?? []))],
    inserted: narrow.find((mark) => mark.inserted)?.inserted ?? null,
    deleted: [],
  };
}

/** Pieces that cover a stretch of the text without gaps; those without a segment are plain. */
export function piecesBetween(
  segments: readonly Segment[],
  start: number,
  end: number,
): readonly { readonly start: number; readonly end: number; readonly segment: Segment | null }[] {
  const pieces: { start: number; end: number; segment: Segment | null }[] = [];
  let at = start;
  for (let next = firstFrom(segments, start); next < segments.length; next += 1) {
    const each = segments[next]!;
    if (each.start > end || (each.start === end && each.end > each.start)) break;
    const from = Math.max(each.start, at);
    const to = Math.min(each.end, end);
    if (each.start < each.end && to <= from) continue;
    if (from > at) pieces.push({ start: at, end: from, segment: null });
    pieces.push({ start: from, end: to, segment: each });
    at = to;
  }
  if (at < end) pieces.push({ start: at, end, segment: null });
  return pieces;
}

/** The first segment that does not end before `start`. */
function firstFrom(segments: readonly Segment[], start: number): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.end < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
