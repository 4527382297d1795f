/** What an organisation owes and has not filed, or filed in the wrong type, is found without any rule of the catalog. */
import { expect, it } from "vitest";
import { Evaluator } from "../formula/evaluator.ts";
import { facts, fixtureIndex, fixtureOrganisations } from "../formula/fixture.ts";
import { Dataset, type Filing } from "../model/dataset.ts";
import { runChecks } from "./run-checks.ts";

const row = (id: string, values: Record<string, string | null>): Filing["registers"][string][number] => ({
  id,
  values: { credit: null, level: null, hours: null, ...values },
  origin: { file: "f.xlsx", sheet: "企业", cell: id },
});
const filing = (registers: Filing["registers"]): Filing => ({
  organisation: "C-01",
  year: 2019,
  state: "draft",
  version: 1,
  registers,
  materials: [],
  explanations: { "required:t.firms.credit": "正在补办" },
});
const complete = facts(
  "C-01/2019/t.staff=12",
  "C-01/2019/t.teachers=0",
  "C-01/2019/t.students#gender=female=3",
  "C-01/2019/t.students#gender=male=—",
);

function findings(filings: readonly Filing[], cells = complete): ReturnType<typeof runChecks> {
  const dataset = new Dataset({ organisations: fixtureOrganisations, yearEnds: { 2019: "2019-12-31" }, facts: cells, filings, breaks: [] });
  return runChecks(new Evaluator(fixtureIndex, dataset), "C-01", 2019);
}

it("accepts a complete return: zero and not applicable are answers, an empty register says none", () => {
  expect(findings([filing({ "t.firms": [] })])).toEqual([]);
});

it("names a blank cell of a breakdown", () => {
  const [found] = findings([filing({ "t.firms": [] })], complete.slice(0, 3));
  expect(found).toMatchObject({
    check: "required:t.students",
    proof: "应填2格，空1格",
    places: [{ ledger: "t.form", cell: "t.students#gender=male" }],
  });
  expect(found?.message.zh).toBe("在校生应填未填（男）；没有的填0，不适用的填“—”");
});

it("says once that a register was not filed, and once that nothing was", () => {
  expect(findings([filing({})]).map((found) => found.message.zh)).toEqual(["企业整表未报"]);
  expect(findings([], []).map((found) => found.message.zh)).toEqual(["2019年度尚未填报"]);
});

it("finds blank and mistyped columns with their rows, and carries the explanation given", () => {
  const found = findings([filing({ "t.firms": [row("A5", { hours: "两天" }), row("A6", { credit: "91", level: "other" })] })]);
  expect(found.map((each) => [each.check, each.tier, each.proof, each.explanation])).toEqual([
    ["required:t.firms.credit", "warning", "2行中空1行", "正在补办"],
    ["type:t.firms.level", "proof", "“91”：性别“other”", null],
    ["type:t.firms.hours", "proof", "A5：学时“两天”", null],
  ]);
});
