import { describe, expect, it } from "vitest";
import type { IndicatorLine } from "../../../../app/indicators.ts";
import { isUnmet, rowsOf } from "./indicator-rows.ts";

const line = (code: string, more: Partial<IndicatorLine> = {}): IndicatorLine => ({
  code,
  subject: code.split(".")[0]!,
  kind: "element",
  zh: code,
  en: code,
  status: "value",
  value: "1",
  numerator: null,
  denominator: null,
  text: "1",
  unit: "人",
  previous: null,
  change: null,
  standard: null,
  missing: [],
  ...more,
});
const subjects = [
  { code: "a", name: "甲" },
  { code: "b", name: "乙" },
];
const texts = new Map([["a.one", "双师型教师 double a.one"]]);
const keys = (choice: Partial<Parameters<typeof rowsOf>[3]>, lines: readonly IndicatorLine[]) =>
  rowsOf(lines, subjects, texts, { words: "", subject: "", show: "all", ...choice }).map((row) => row.key);

describe("rows of the indicators' table", () => {
  const lines = [line("b.one", { missing: ["S1"] }), line("a.one", { kind: "indicator" }), line("a.two")];

  it("stand under their subjects, in the catalog's order of subjects", () => {
    expect(keys({}, lines)).toEqual(["subject:a", "a.one", "a.two", "subject:b", "b.one"]);
  });

  it("are found by every word of name, alias or code", () => {
    expect(keys({ words: "双师 DOUBLE" }, lines)).toEqual(["subject:a", "a.one"]);
    expect(keys({ words: "双师 其他" }, lines)).toEqual([]);
  });

  it("are filtered by subject, kind, missing reports and standards", () => {
    expect(keys({ subject: "b" }, lines)).toEqual(["subject:b", "b.one"]);
    expect(keys({ show: "indicators" }, lines)).toEqual(["subject:a", "a.one"]);
    expect(keys({ show: "missing" }, lines)).toEqual(["subject:b", "b.one"]);
    const standard = { threshold: "30", kind: "atLeast" as const, source: "x" };
    expect(isUnmet(line("a.x", { standard: { ...standard, met: false } }))).toBe(true);
    expect(isUnmet(line("a.x", { standard: { ...standard, met: null } }))).toBe(false);
    expect(isUnmet(line("a.x", { standard: { ...standard, met: false, schoolsMet: 4, schools: 4 } }))).toBe(false);
    expect(isUnmet(line("a.x", { standard: { ...standard, met: true, schoolsMet: 3, schools: 4 } }))).toBe(true);
  });
});
