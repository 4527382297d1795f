import { describe, expect, it } from "vitest";
import type { Document } from "../../../../core/auditing/document.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";
import { piecesBetween, segmentsOf } from "./marks.ts";

const text = "在校生2418人，其中女生3690人。";
const document: Document = {
  file: "r.txt",
  format: "txt",
  text,
  blocks: [],
  changes: [
    { kind: "deleted", start: 3, end: 3, text: "共", author: "甲" },
    { kind: "inserted", start: 9, end: 11, text: "其中", author: "乙" },
  ],
  comments: [],
  figures: [],
};
const quantity = (start: number, end: number) => ({
  start,
  end,
  text: text.slice(start, end),
  value: "1",
  unit: "人",
  hedge: null,
  label: "",
  concept: null,
  scope: "",
  period: null,
  aspect: "level",
});
const finding = (spans: readonly (readonly [number, number])[]): AuditJson["findings"][number] => ({
  id: "f",
  code: "SUBSET",
  tier: "proof",
  message: "",
  proof: "",
  spans: spans.map(([start, end]) => ({ start, end, text: text.slice(start, end) })),
  causes: [],
  suggestions: [],
});
const audit = {
  quantities: [quantity(3, 8), quantity(13, 18)],
  findings: [
    finding([
      [11, 18],
      [0, 8],
    ]),
    finding([[13, 18]]),
  ],
};

describe("marks over a text", () => {
  const segments = segmentsOf(document, audit);

  it("are cut where another begins or ends, the narrowest place first", () => {
    expect(
      segments.map(({ start, end, quantity: q, findings, inserted, deleted }) => [
        start,
        end,
        q,
        findings,
        inserted?.text,
        deleted.map((each) => each.text),
      ]),
    ).toEqual([
      [0, 3, null, [0], undefined, []],
      [3, 3, null, [], undefined, ["共"]],
      [3, 8, 0, [0], undefined, []],
      [9, 11, null, [], "其中", []],
      [11, 13, null, [0], undefined, []],
      [13, 18, 1, [1, 0], undefined, []],
    ]);
  });

  it("cover any stretch without gaps and without repeating text", () => {
    for (const [start, end] of [
      [0, text.length],
      [1, 4],
      [5, 12],
      [8, 9],
      [14, 16],
    ] as const) {
      const pieces = piecesBetween(segments, start, end);
      expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join("")).toBe(text.slice(start, end));
    }
    expect(piecesBetween(segments, 14, 16)[0]?.segment?.quantity).toBe(1);
    expect(piecesBetween([], 0, 3)).toEqual([{ start: 0, end: 3, segment: null }]);
  });
});
