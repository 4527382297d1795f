import { describe, expect, it } from "vitest";
import type { Trace } from "../../../../core/formula/trace.ts";
import { termsOf } from "../../../../core/formula/trace-terms.ts";
import { cellsOf, partLabel, sourceLabel, sourcesOf } from "./trace-terms.ts";

const origin = (cell: string) => ({ file: "甲校.xlsx", sheet: "教职工情况表", cell, version: 1 });
const fact = (value: string | null, cell: string, organisation = "S1"): Trace => ({
  kind: "fact",
  element: "teachers.fullTime",
  organisation,
  year: 2031,
  members: { sex: "female" },
  status: value === null ? "missing" : "value",
  value,
  origin: origin(cell),
});
const total = (element: string, value: string, parts: readonly Trace[], year = 2031): Trace => ({
  kind: "total",
  element,
  organisation: "C",
  year,
  members: {},
  value,
  rollUp: "sum",
  parts,
  missing: [],
});
const ratio: Trace = {
  kind: "indicator",
  indicator: "share",
  organisation: "C",
  year: 2031,
  value: "75",
  of: {
    kind: "operation",
    operator: "quotient",
    scale: "100",
    value: "75",
    operands: [
      total("a", "3", [fact("3", "B2")]),
      { kind: "operation", operator: "sum", value: "4", operands: [total("a", "3", [fact("3", "B2")]), total("b", "1", [])] },
    ],
  },
};

describe("terms of a trace", () => {
  const text = (trace: Trace): string =>
    termsOf(trace)
      .map((term) => (typeof term === "string" ? term : term.value))
      .join("");

  it("writes arithmetic with the brackets it needs and no others", () => {
    expect(text(ratio)).toBe("3 ÷ （3 ＋ 1） × 100");
    expect(text({ kind: "change", value: "1", exact: "1", now: total("a", "3", []), before: total("a", "2", [], 2030) })).toBe("3 － 2");
  });

  it("lists a source that stands twice once", () => {
    expect(sourcesOf(ratio).map((source) => ("element" in source ? source.element : ""))).toEqual(["a", "b"]);
  });

  it("goes down to every cell, those without a value too", () => {
    expect(cellsOf(total("a", "3", [fact("3", "B2"), fact(null, "B3", "S2")]))).toEqual([
      { organisation: "S1", members: { sex: "female" }, status: "value", value: "3", origin: origin("B2") },
      { organisation: "S2", members: { sex: "female" }, status: "missing", value: null, origin: origin("B3") },
    ]);
  });

  it("names a source with its members", () => {
    const names: Readonly<Record<string, string>> = { "teachers.fullTime": "其中：专任教师", "sex=female": "女" };
    const [source] = sourcesOf(fact("3", "B2"));
    expect(sourceLabel(source!, (code) => names[code] ?? code)).toBe("专任教师（女）");
  });

  it("says of a cell which part of its source it holds, and nothing that the source says already", () => {
    const whole = total("a", "3", [fact("3", "B2")]);
    const [source] = sourcesOf(whole);
    expect(partLabel(cellsOf(whole)[0]!, source!, (code) => (code === "sex=female" ? "女" : code))).toBe("女");
    const [own] = sourcesOf(fact("3", "B2"));
    expect(partLabel(cellsOf(whole)[0]!, own!, (code) => code)).toBe("");
  });
});
