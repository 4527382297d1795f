/**
 * Where in the body a comment can stand. Word takes none in footnotes, headers and text boxes: there it stands
 * at the run that carries them.
 */
import type { Run, Segment } from "../../readers/docx/flow.ts";

export type Range =
  | { readonly kind: "text"; readonly first: Segment; readonly last: Segment; readonly start: number; readonly end: number }
  | { readonly kind: "run"; readonly run: Run };

/** The segments of the body's own flow. */
export function bodySegments(segments: readonly Segment[], part: string): readonly Segment[] {
  return segments.filter((segment) => segment.part === part && segment.anchor === null);
}

/** The range for the text from `start` to `end`; null in a file without any text. */
export function rangeOf(segments: readonly Segment[], body: readonly Segment[], start: number, end: number): Range | null {
  const first = segments[firstEndingAfter(segments, start)] ?? segments.at(-1);
  if (!first) return null;
  const firstBody = firstEndingAfter(body, start);
  if (body[firstBody] !== first) {
    const run = first.anchor ?? body[0]?.run;
    return run ? { kind: "run", run } : null;
  }
  let at = firstEndingAfter(body, Math.max(start, end - 1));
  // The range may end between two segments, or beyond the body.
  if (at === body.length || body[at]!.start >= end) at -= 1;
  const last = body[Math.max(at, firstBody)]!;
  const from = Math.max(start, first.start);
  return { kind: "text", first, last, start: from, end: Math.max(from, Math.min(end, last.end)) };
}

/** Index of the first segment whose end lies behind `offset`; segments come in order. */
function firstEndingAfter(segments: readonly Segment[], offset: number): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
