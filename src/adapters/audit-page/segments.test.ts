import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document, TrackedChange } from "../../core/auditing/document.ts";
import type { AuditResult, TextSpan } from "../../core/auditing/finding.ts";
import { fixtureResult } from "./fixture.ts";
import { segmentsOf } from "./segments.ts";

const document = (text: string, changes: readonly TrackedChange[] = []): Document => ({
  file: "",
  format: "txt",
  text,
  blocks: [],
  changes,
  comments: [],
  figures: [],
});
type Pair = readonly [number, number];
function audit(text: string, quantities: readonly Pair[], findings: readonly (readonly Pair[])[]): AuditResult {
  const [anyQuantity] = fixtureResult.quantities;
  const [anyFinding] = fixtureResult.findings;
  if (!anyQuantity || !anyFinding) throw new Error("the fixture is empty");
  const span = ([start, end]: Pair): TextSpan => ({ start, end, text: text.slice(start, end) });
  return {
    ...fixtureResult,
    quantities: quantities.map((pair) => ({ ...anyQuantity, ...span(pair) })),
    findings: findings.map((spans, index) => ({ ...anyFinding, id: `f${index + 1}`, spans: spans.map(span) })),
  };
}

describe("segmentsOf", () => {
  it("splits crossing spans at every boundary, the narrowest first", () => {
    const text = "abcdefghij";
    const segments = segmentsOf(document(text), audit(text, [[4, 6]], [[[0, 5]], [[3, 9]]]));
    expect(
      segments.map(({ start, end, quantity, places }) => [text.slice(start, end), quantity, places.map((place) => place.finding)]),
    ).toEqual([
      ["abc", null, [0]],
      ["d", null, [0, 1]],
      ["e", 0, [0, 1]],
      ["f", 0, [1]],
      ["ghi", null, [1]],
    ]);
    expect(segments.flatMap(({ end, closing }) => closing.map((place) => [end, place.finding]))).toEqual([
      [5, 0],
      [9, 1],
    ]);
  });

  it("puts deletions and empty spans between two characters, and leaves white space at a span's ends unmarked", () => {
    const deleted: TrackedChange = { kind: "deleted", start: 2, end: 2, text: "12", author: "甲" };
    const segments = segmentsOf(document("ab cd", [deleted]), audit("ab cd", [], [[[2, 2]], [[2, 5]]]));
    expect(segments.map(({ start, end, places, deleted: gone }) => [start, end, places.length, gone.length])).toEqual([
      [2, 2, 1, 1],
      [3, 5, 1, 0],
    ]);
  });

  it("covers exactly what the spans cover, each place in order and never twice", () => {
    const pair = fc.tuple(fc.nat(30), fc.nat(30)).map(([left, right]): Pair => [Math.min(left, right), Math.max(left, right)]);
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 8 }),
        fc.array(fc.array(pair, { maxLength: 3 }), { maxLength: 6 }),
        (quantities, findings) => {
          const text = "x".repeat(30);
          const segments = segmentsOf(document(text), audit(text, quantities, findings));
          let before = 0;
          for (const { start, end } of segments) {
            expect(start).toBeGreaterThanOrEqual(before);
            before = end;
          }
          findings.forEach((spans, finding) =>
            spans.forEach(([start, end], span) => {
              const own = segments.filter(({ places }) => places.some((place) => place.finding === finding && place.span === span));
              expect(own.length).toBeGreaterThan(0);
              expect(own[0]?.start).toBe(start);
              expect(own.reduce((length, each) => length + each.end - each.start, 0)).toBe(end - start);
              expect(own.filter(({ closing }) => closing.some((place) => place.finding === finding && place.span === span))).toEqual(
                own.slice(-1),
              );
            }),
          );
        },
      ),
    );
  });
});
