/** A dataset with one filing replaced answers as one that was made anew. */
import { expect, it } from "vitest";
import { Dataset, type Filing } from "./dataset.ts";
import type { Fact } from "./fact.ts";

const fact = (organisation: string, vintage: number, year: number, value: string): Fact => ({
  organisation,
  vintage,
  year,
  element: "t.staff",
  members: {},
  status: "value",
  value,
  origin: { file: "f", sheet: "s", cell: value, version: 1 },
});
const filing = (organisation: string, year: number, version: number): Filing => ({
  organisation,
  year,
  state: "draft",
  version,
  registers: {},
  materials: [],
  explanations: {},
});

it("exchanges all that organisations filed, and leaves the one before as it was", () => {
  const kept = [fact("B", 2019, 2019, "2"), fact("B", 2018, 2018, "9")];
  const old = [fact("A", 2018, 2018, "1"), fact("A", 2019, 2019, "4"), fact("A", 2019, 2018, "5"), fact("C", 2018, 2018, "3")];
  const now = [fact("A", 2018, 2018, "1"), fact("A", 2019, 2019, "6"), fact("D", 2019, 2019, "7"), fact("D", 2019, 2017, "8")];
  const common = { organisations: [], yearEnds: { 2018: "2018-12-31", 2019: "2019-12-31" }, breaks: [] };
  const season = new Dataset({
    ...common,
    facts: [...kept, ...old],
    filings: [filing("A", 2019, 1), filing("B", 2019, 1), filing("C", 2018, 1)],
  });
  const filings = [filing("A", 2019, 2), filing("D", 2019, 1)];
  const exchanged = season.exchanging(new Set(["A", "C", "D"]), now, filings);
  const anew = new Dataset({ ...common, facts: [...kept, ...now], filings: [...filings, filing("B", 2019, 1)] });
  for (const organisation of ["A", "B", "C", "D"])
    for (const year of [2017, 2018, 2019]) {
      expect(exchanged.facts("t.staff", organisation, year)).toEqual(anew.facts("t.staff", organisation, year));
      expect(exchanged.filing(organisation, year)).toEqual(anew.filing(organisation, year));
    }
  expect(season.facts("t.staff", "A", 2018)).toEqual([old[0], old[2]]);
  expect(season.facts("t.staff", "D", 2019)).toEqual([]);
  expect(season.filing("C", 2018)?.version).toBe(1);
  const laid = season.replacing(filing("A", 2019, 3), []);
  expect(() => laid.exchanging(new Set(["A"]), [], [])).toThrow("lies over another");
});

it("replaces what an organisation filed in a year, and nothing else", () => {
  const kept = [fact("A", 2018, 2018, "1"), fact("B", 2019, 2019, "2"), fact("A", 2018, 2017, "3")];
  const old = [fact("A", 2019, 2019, "4"), fact("A", 2019, 2018, "5")];
  const now = [fact("A", 2019, 2019, "6"), fact("A", 2019, 2018, "7"), fact("A", 2019, 2017, "8")];
  const common = {
    organisations: [
      { code: "A", kind: "school" as const, versions: [{ from: "2000-01-01", to: null, name: "A", parent: null, attributes: {} }] },
    ],
    yearEnds: { 2018: "2018-12-31", 2019: "2019-12-31" },
    breaks: [],
  };
  const season = new Dataset({ ...common, facts: [...kept, ...old], filings: [filing("A", 2019, 1), filing("B", 2019, 1)] });
  const replaced = season.replacing(filing("A", 2019, 2), now);
  const anew = new Dataset({ ...common, facts: [...kept, ...now], filings: [filing("A", 2019, 2), filing("B", 2019, 1)] });
  for (const organisation of ["A", "B", "C"])
    for (const year of [2017, 2018, 2019]) {
      expect(replaced.facts("t.staff", organisation, year)).toEqual(anew.facts("t.staff", organisation, year));
      expect(replaced.filing(organisation, year)).toEqual(anew.filing(organisation, year));
      expect(replaced.tree(year)).toEqual(anew.tree(year));
    }
  expect(replaced.years).toEqual(anew.years);
  expect(season.facts("t.staff", "A", 2019)).toEqual([old[0]]);
});

it("marks what an organisation and those below it filed, until any of it moves", () => {
  const node = (code: string, parent: string | null, kind: "city" | "county" | "school") => ({
    code,
    kind,
    versions: [{ from: "2000-01-01", to: null, name: code, parent, attributes: {} }],
  });
  const season = new Dataset({
    organisations: [node("C", null, "city"), node("N", "C", "county"), node("A", "N", "school"), node("B", "C", "school")],
    yearEnds: { 2019: "2019-12-31" },
    breaks: [],
    facts: [fact("A", 2019, 2019, "4"), fact("B", 2019, 2019, "2")],
    filings: [filing("A", 2019, 1), filing("B", 2019, 1)],
  });
  const marks = (dataset: Dataset): object[] => ["A", "N", "C", "B"].map((code) => dataset.mark(code));
  const before = marks(season);
  const exchanged = season.exchanging(new Set(["A"]), [fact("A", 2019, 2019, "5")], [filing("A", 2019, 2)]);
  const laid = season.replacing(filing("A", 2019, 3), [fact("A", 2019, 2019, "6")]);
  for (const moved of [exchanged, laid]) {
    expect(marks(moved).map((mark, at) => mark === before[at])).toEqual([false, false, false, true]);
    expect(marks(moved)).toEqual(marks(moved));
  }
  expect(marks(season).every((mark, at) => mark === before[at])).toBe(true);
});
