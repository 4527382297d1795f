/** Years that a change of the tree touches. */
import { expect, it } from "vitest";
import { type Organisation, treeAt } from "../../../core/model/organisation.ts";
import { yearsFrom } from "./years-from.ts";

const cycles = [2018, 2019].map((year) => ({
  year,
  dataPeriod: { kind: "calendarYear" as const, start: `${year}-01-01`, end: `${year}-12-31` },
}));

it.each([
  ["2020-01-08", [], [2019, 2018]],
  ["2020-01-01", [], [2019, 2018]],
  ["2019-12-31", [2019], [2018]],
  ["2018-06-01", [2019, 2018], []],
])("are those in whose last day's tree it shows: from %s", (day, touched, kept) => {
  expect(yearsFrom(cycles, day)).toEqual({ touched, kept });
  const closed: Organisation = {
    code: "411000-01",
    kind: "school",
    versions: [{ from: "2000-01-01", to: day, name: "甲校", parent: null, attributes: {} }],
  };
  const gone = cycles.filter(({ dataPeriod }) => !treeAt([closed], dataPeriod.end).nodes.has(closed.code)).map(({ year }) => year);
  expect(new Set(gone)).toEqual(new Set(touched));
});
