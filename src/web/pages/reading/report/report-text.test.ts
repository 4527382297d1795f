import { describe, expect, it } from "vitest";
import type { PrintedFigure, PrintedReport } from "../../../../app/printed-report.ts";
import { changesOf } from "./report-changes.ts";
import { findWords, piecesOf, placesOf } from "./report-text.ts";

const figure = (id: string, label: string, text: string): PrintedFigure => ({
  id,
  measure: label,
  label,
  organisation: "C",
  year: 2031,
  kind: "level",
  text,
  number: text,
  unit: "人",
  exact: text,
  numerator: null,
  denominator: null,
  formula: "",
  missing: [],
});
const report = (teachers: string, extra = "。"): PrintedReport => ({
  organisation: "C",
  organisationName: "甲市",
  year: 2031,
  title: "甲市报告",
  subtitle: "（2031年度）",
  statement: [],
  opening: [],
  chapters: [
    {
      code: "one",
      number: "一、",
      title: "师资",
      sections: [
        {
          code: "s",
          number: "1、",
          title: "规模",
          blocks: [
            {
              kind: "paragraph",
              runs: [
                { kind: "text", text: "专任教师" },
                { kind: "figure", figure: "f1", text: teachers },
                { kind: "text", text: extra },
              ],
            },
            {
              kind: "table",
              number: "1",
              title: "教师",
              header: [],
              rows: [[{ align: "left", runs: [{ kind: "text", text: "教师" }] }]],
            },
          ],
        },
      ],
    },
  ],
  annexes: [],
  signedOn: null,
  signedBy: "甲市教育局",
  provisional: false,
  sample: false,
  catalog: "x",
  figures: [figure("f1", "专任教师", teachers)],
  names: {},
});

describe("finding words in a report", () => {
  it("finds them across text and figure, in headings and in cells, numbered in order of reading", () => {
    const { hits, count } = findWords(placesOf(report("12人")), "教师");
    expect(count).toBe(3);
    expect([...hits.keys()]).toEqual(["s1-1/0", "s1-1/1", "s1-1/1/0.0"]);
    expect(findWords(placesOf(report("12人")), "教师12").hits.get("s1-1/0")).toEqual([{ start: 2, end: 6, hit: 0 }]);
    expect(findWords(placesOf(report("12人")), "  ").count).toBe(0);
  });

  it("cuts a run where a hit begins and ends, also one that began in the run before", () => {
    const hits = [{ start: 2, end: 6, hit: 0 }];
    expect(piecesOf("专任教师", 0, hits)).toEqual([
      { text: "专任", hit: null },
      { text: "教师", hit: 0 },
    ]);
    expect(piecesOf("12人", 4, hits)).toEqual([
      { text: "12", hit: 0 },
      { text: "人", hit: null },
    ]);
    expect(piecesOf("。", 7, hits)).toEqual([{ text: "。", hit: null }]);
  });
});

describe("what changed in a report", () => {
  it("tells figures with their old and new value, and nothing where nothing changed", () => {
    expect(changesOf(report("12人"), report("12人"))).toEqual({ figures: [], otherwise: false });
    expect(changesOf(report("12人"), report("15人"))).toEqual({
      figures: [{ id: "f1", label: "专任教师", organisation: "C", before: "12人", after: "15人" }],
      otherwise: false,
    });
  });

  it("tells that words changed", () => {
    expect(changesOf(report("12人"), report("12人", "，较上年增加。")).otherwise).toBe(true);
  });
});
