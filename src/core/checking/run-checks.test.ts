import { describe, expect, it } from "vitest";
import type { Check, CheckRule } from "../definition/check.ts";
import { measure, sumOf } from "../definition/formula.ts";
import { column, compareValues, isIn, literal } from "../definition/row.ts";
import { Evaluator } from "../formula/evaluator.ts";
import { dataset, facts, fixtureIndex, fixtureOrganisations, organisation } from "../formula/fixture.ts";
import { Dataset } from "../model/dataset.ts";
import type { RegisterRow } from "../model/return.ts";
import { runCheck, runChecks } from "./run-checks.ts";

const base: Omit<Check, "rule"> = {
  code: "t.check",
  subject: "t",
  zh: "核对",
  en: "Check",
  finding: "SUM",
  tier: "proof",
  each: [],
  at: ["school"],
  repair: "改正",
  passes: [],
  fails: [],
};
const findingsFor = (rule: CheckRule, lines: readonly string[], each: readonly string[] = []) => {
  const evaluator = new Evaluator(fixtureIndex, dataset(facts(...lines)));
  return runCheck(evaluator, { ...base, rule, each }, "C-01", 2019);
};

describe("rules over cells", () => {
  it("show the arithmetic of a part that exceeds its whole, and where it stands", () => {
    const found = findingsFor({ kind: "atMost", left: measure("t.teachers"), right: measure("t.staff") }, [
      "C-01/2019/t.teachers=3690",
      "C-01/2019/t.staff=2418",
    ]);
    expect(found).toMatchObject([{ proof: "专任教师3690 > 教职工2418", places: [{ cell: "t.teachers" }, { cell: "t.staff" }] }]);
    expect(findingsFor({ kind: "atMost", left: measure("t.teachers"), right: measure("t.staff") }, ["C-01/2019/t.teachers=3690"])).toEqual(
      [],
    );
  });

  it("say how a sum comes about", () => {
    const rule: CheckRule = { kind: "equal", left: sumOf("t.teachers", "t.otherStaff"), right: measure("t.staff") };
    expect(findingsFor(rule, ["C-01/2019/t.teachers=4", "C-01/2019/t.staff=9"])).toEqual([]);
    expect(
      findingsFor({ ...rule, left: sumOf("t.teachers", "t.teachers") }, ["C-01/2019/t.teachers=4", "C-01/2019/t.staff=9"])[0]?.proof,
    ).toBe("专任教师4 + 专任教师4 = 8 ≠ 教职工9");
  });

  it("serve every member of a breakdown with one rule", () => {
    const found = findingsFor(
      { kind: "between", of: measure("t.students"), high: "5" },
      ["C-01/2019/t.students#gender=female=9", "C-01/2019/t.students#gender=male=3"],
      ["gender"],
    );
    expect(found.map((finding) => finding.proof)).toEqual(["在校生（女）9 > 5"]);
  });

  it("compare with last year within a bound, and stay silent in a first year", () => {
    const rule: CheckRule = { kind: "changeWithin", of: measure("t.staff"), share: "0.3" };
    expect(findingsFor(rule, ["C-01/2018/t.staff=100", "C-01/2019/t.staff=131"])[0]?.proof).toBe("131 ÷ 100 − 1 = 31%，超过±30%");
    expect(findingsFor(rule, ["C-01/2018/t.staff=100", "C-01/2019/t.staff=130"])).toEqual([]);
    expect(findingsFor(rule, ["C-01/2019/t.staff=130"])).toEqual([]);
  });
});

it("judges outliers by five peers at least", () => {
  const codes = ["C-01", "C-02", "C-03", "C-04", "C-05", "C-06"];
  const organisations = [...fixtureOrganisations.slice(0, 2), ...codes.map((code) => organisation(code, "school", "C"))];
  const lines = codes.map((code, at) => `${code}/2019/t.staff=${at === 0 ? 900 : 90 + at}`);
  const evaluator = new Evaluator(fixtureIndex, dataset(facts(...lines), { organisations }));
  const check: Check = { ...base, tier: "warning", rule: { kind: "outlier", of: measure("t.staff"), deviations: "5" } };
  expect(runCheck(evaluator, check, "C-01", 2019)[0]?.proof).toBe("教职工900；|900 − 93| = 807 > 5 × 1（5个同类单位的中位数与绝对中位差）");
  expect(runCheck(new Evaluator(fixtureIndex, dataset(facts(...lines.slice(0, 5)), { organisations })), check, "C-01", 2019)).toEqual([]);
});

it("judges rows and finds the same thing twice", () => {
  const row = (id: string, credit: string, hours: string): RegisterRow => ({
    id,
    values: { credit, level: null, hours },
    origin: { file: "f", sheet: "企业", cell: id },
  });
  const filing = {
    organisation: "C-01",
    year: 2019,
    state: "draft" as const,
    version: 1,
    registers: { "t.firms": [row("A2", "x", "5"), row("A3", "x", "-1")] },
    materials: [],
    explanations: { "t.check": "情况属实" },
  };
  const evaluator = new Evaluator(
    fixtureIndex,
    new Dataset({ organisations: fixtureOrganisations, yearEnds: { 2019: "2019-12-31" }, facts: [], filings: [filing], breaks: [] }),
  );
  const rows = runCheck(
    evaluator,
    {
      ...base,
      rule: { kind: "rows", ledger: "t.firms", where: isIn("credit", "x"), holds: compareValues(column("hours"), "≥", literal(0)) },
    },
    "C-01",
    2019,
  );
  expect(rows).toMatchObject([{ proof: "学时-1 < 0", explanation: "情况属实", places: [{ cell: "A3/hours" }] }]);
  expect(runCheck(evaluator, { ...base, rule: { kind: "uniqueRows", ledger: "t.firms", columns: ["credit"] } }, "C-01", 2019)).toHaveLength(
    1,
  );
});

it("finds blank, negative and fractional cells without being told, and a ledger not filed once", () => {
  const evaluator = new Evaluator(
    fixtureIndex,
    dataset(facts("C-01/2019/t.staff=-1", "C-01/2019/t.teachers=2.5", "C-01/2019/t.students#gender=female=1")),
  );
  expect(runChecks(evaluator, "C-01", 2019).map((finding) => [finding.check, finding.tier])).toEqual([
    ["type:t.staff", "proof"],
    ["type:t.teachers", "proof"],
    ["required:t.students", "warning"],
  ]);
});
