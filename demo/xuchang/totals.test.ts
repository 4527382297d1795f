import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { xuchangTotals } from "./totals.ts";

const document = readFileSync(new URL("../../docs/demo-data.md", import.meta.url), "utf8");
const rows = document
  .split("\n")
  .filter((line) => /^\| `[a-z]+\./.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("\\|", "|")),
  );
const keyOf = (row: readonly string[]): string => row[0]!.replaceAll("`", "");
const before = (key: string): number => xuchangTotals[2018]![key]!;
const now = (key: string): number => xuchangTotals[2019]![key]!;
const sumOf = (totals: Readonly<Record<string, number>>, start: string, end = ""): number => Object.entries(totals).reduce((sum, [key, value]) => (key.startsWith(start) && key.endsWith(end) ? sum + value : sum), 0);

/** Value of numbers joined by ＋－×÷, products first. */
function calculate(text: string): number {
  const tokens = text.replaceAll(",", "").split(/\s+/);
  const terms: number[] = [Number(tokens[0])];
  for (let at = 1; at < tokens.length; at += 2) {
    const value = Number(tokens[at + 1]);
    if (tokens[at] === "+") terms.push(value);
    else if (tokens[at] === "−") terms.push(-value);
    else if (tokens[at] === "×") terms.push(terms.pop()! * value);
    else if (tokens[at] === "÷") terms.push(terms.pop()! / value);
    else return Number.NaN;
  }
  return terms.reduce((sum, term) => sum + term, 0);
}

describe("docs/demo-data.md", () => {
  it("names every total once, with its values", () => {
    const keys = new Set([...Object.keys(xuchangTotals[2018]!), ...Object.keys(xuchangTotals[2019]!)]);
    expect(rows.map(keyOf).sort()).toEqual([...keys].sort());
    for (const row of rows) {
      const values = [2018, 2019].map((year) => xuchangTotals[year]![keyOf(row)]);
      const written = row.slice(1, 3).map((cell) => (cell === "—" ? undefined : Number(cell.replaceAll(",", ""))));
      expect([keyOf(row), ...written]).toEqual([keyOf(row), ...values]);
      expect(
        row.slice(3, 5).map((kind) => (kind === "—" ? undefined : ["printed", "derived", "free"].includes(kind))),
        keyOf(row),
      ).toEqual(values.map((value) => (value === undefined ? undefined : true)));
    }
  });

  const sums = [...document.matchAll(/`([\d.,]+(?: [+−×÷] [\d.,]+)+) ([=≈]) (−?[\d.,]+)(%?)`/g)];

  it("has no sum that the test cannot read", () => {
    expect(sums.length).toBe([...document.matchAll(/`[^`\n]*[=≈] −?[\d.,]+%?`/g)].filter(([text]) => / [+−×÷] /.test(text)).length);
    expect(sums.length).toBeGreaterThan(60);
  });

  it.each(sums.map((match) => match.slice(1) as [string, string, string, string]))("works out %s %s %s%s", (text, sign, result, percent) => {
    const value = calculate(text) * (percent ? 100 : 1);
    const decimals = /\.(\d+)$/.exec(result)?.[1]?.length ?? 0;
    const written = Number(result.replace("−", "-").replaceAll(",", ""));
    expect(Math.abs(value - written)).toBeLessThan(sign === "=" ? 1e-9 : 0.5 * 10 ** -decimals + 1e-9);
  });
});

describe("the demo city's totals", () => {
  const students = { 2018: before("students.opening") + before("students.intake") - before("students.graduated") - before("students.left"), 2019: 29_115 };
  const teachers = now("teachers.hired#inflowWay=assessment|teacherKind=subject") + now("teachers.hired#inflowWay=examination|teacherKind=subject");

  it.each([
    ["students", students[2018] + now("students.intake") - now("students.graduated") - now("students.left"), students[2019]],
    ["full-time teachers", before("teachers.fullTime") + sumOf(xuchangTotals[2019]!, "teachers.hired#") - sumOf(xuchangTotals[2019]!, "teachers.departed#"), 1_941],
    ["subject teachers", before("teachers.subject") + teachers - now("teachers.departed#teacherKind=subject") + now("teachers.movedToSubject") - now("teachers.movedToCommon"), 922],
    ["equipment", before("facilities.equipmentOpening") + before("facilities.equipmentAdded") - before("facilities.equipmentDisposed") + now("facilities.equipmentAdded") - now("facilities.equipmentDisposed"), 226_862_000],
    ["books", before("facilities.booksOpening") + before("facilities.booksAdded") + now("facilities.booksAdded") - before("facilities.booksDisposed") - now("facilities.booksDisposed"), 851_713],
    ["staff", 1_941 + now("teachers.otherStaff"), 2_140],
    ["teachers with a bachelor's degree or more", now("teachers.masters") + now("teachers.bachelorsOnly"), 1_682],
    ["employed", now("students.graduated") - now("employment.unemployed"), 7_498],
    ["in work directly", now("students.graduated") - now("employment.unemployed") - now("employment.furtherStudy") - now("employment.army") - now("employment.business"), 2_418],
    ["first prizes of 2018", sumOf(xuchangTotals[2018]!, "quality.prizes#", "level=provincial|prizeGrade=first"), 36],
    ["first prizes", sumOf(xuchangTotals[2019]!, "quality.prizes#", "level=provincial|prizeGrade=first"), 48],
    ["second prizes", sumOf(xuchangTotals[2019]!, "quality.prizes#", "level=provincial|prizeGrade=second"), 86],
    ["third prizes", sumOf(xuchangTotals[2019]!, "quality.prizes#", "level=provincial|prizeGrade=third"), 68],
    ["events of the city's contests", sumOf(xuchangTotals[2019]!, "quality.cityEvents#"), 67],
    ["trainings", sumOf(xuchangTotals[2019]!, "service.trainingPersonTimes#"), 4_162],
  ])("add up to the %s printed", (_, sum, expected) => {
    expect(sum).toBe(expected);
  });

  it("keep parts within their wholes in both years", () => {
    for (const [year, totals] of Object.entries(xuchangTotals)) {
      const direct = totals["students.graduated"]! - totals["employment.unemployed"]! - totals["employment.furtherStudy"]!;
      expect([totals["employment.matched"]! <= direct, totals["students.graduated"]! <= totals["students.cohortDue"]!, totals["students.cohortDue"]! <= totals["students.cohortIntake"]!], year).toEqual([true, true, true]);
    }
  });
});
