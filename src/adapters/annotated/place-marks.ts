/**
 * Puts the marks of comments into the body's XML: each range begins and ends at the very letters, and a run is
 * cut in two where a range begins or ends within it. Only insertions are made.
 */
import type { Run, Segment } from "../../readers/docx/flow.ts";
import { bodySegments, type Range, rangeOf } from "./comment-range.ts";
import { type Cut, cutElement, cutText, type Insertion, type Names, namesIn, outside } from "./run-cuts.ts";

interface Marked {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** `body` with the marks of `comments`, which come in order of the text. */
export function placeMarks(body: string, part: string, segments: readonly Segment[], comments: readonly Marked[]): string {
  return spliced(body, insertions(body, part, segments, comments));
}

/** In order of their places. */
export function insertions(body: string, part: string, segments: readonly Segment[], comments: readonly Marked[]): Insertion[] {
  const names = namesIn(body);
  const own = bodySegments(segments, part);
  const places = new Places(body, names);
  for (const { id, start, end } of comments) {
    const range = rangeOf(segments, own, start, end);
    if (range) places.mark(range, id);
  }
  return places.insertions();
}

function spliced(body: string, marks: readonly Insertion[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, xml } of marks) {
    pieces.push(body.slice(from, at), xml);
    from = at;
  }
  pieces.push(body.slice(from));
  return pieces.join("");
}

/** What stands at one place of the XML: ranges end there before others begin. */
interface Place {
  readonly cut: Cut;
  readonly ends: number[];
  readonly points: number[];
  readonly starts: number[];
}

class Places {
  readonly #body: string;
  readonly #names: Names;
  readonly #places = new Map<number, Place>();
  readonly #preserved = new Map<number, Insertion>();

  constructor(body: string, names: Names) {
    this.#body = body;
    this.#names = names;
  }

  mark(range: Range, id: number): void {
    if (range.kind === "run") {
      this.#at(outside(range.run.start)).starts.push(id);
      this.#at(outside(range.run.end)).ends.push(id);
      return;
    }
    const start = this.#cutBefore(range.first, range.start);
    if (range.end <= range.start) {
      this.#at(start).points.push(id);
      return;
    }
    this.#at(start).starts.push(id);
    this.#at(this.#cutAfter(range.last, range.end)).ends.push(id);
  }

  insertions(): Insertion[] {
    const marks = [...this.#places.values()].map(({ cut, ends, points, starts }) => {
      const names = this.#names;
      const inner = [
        ...ends.map((id) => names.rangeEnd(id)),
        ...points.map((id) => names.rangeStart(id) + names.rangeEnd(id)),
        ...starts.map((id) => names.rangeStart(id)),
      ].join("");
      return { at: cut.at, xml: cut.close + inner + cut.open };
    });
    return [...marks, ...this.#preserved.values()].sort((left, right) => left.at - right.at);
  }

  #at(cut: Cut): Place {
    const known = this.#places.get(cut.at);
    if (known) return known;
    const place = { cut, ends: [], points: [], starts: [] };
    this.#places.set(cut.at, place);
    if (cut.preserve) this.#preserved.set(cut.preserve.at, cut.preserve);
    return place;
  }

  #cutBefore(segment: Segment, offset: number): Cut {
    const { run } = segment;
    if (run.whole) return outside(run.start);
    if (offset > segment.start && segment.divisible) return cutText(this.#body, this.#names, segment, offset, "before");
    return this.#isFirst(segment, run) ? outside(run.start) : cutElement(this.#body, this.#names, run, segment.elementStart);
  }

  #cutAfter(segment: Segment, offset: number): Cut {
    const { run } = segment;
    if (run.whole) return outside(run.end);
    if (offset < segment.end && segment.divisible) return cutText(this.#body, this.#names, segment, offset, "after");
    const isLast = this.#body.slice(segment.elementEnd, run.end).trim() === this.#names.runEnd;
    return isLast ? outside(run.end) : cutElement(this.#body, this.#names, run, segment.elementEnd);
  }

  #isFirst(segment: Segment, run: Run): boolean {
    return this.#body.slice(run.content, segment.elementStart).trim() === "";
  }
}
