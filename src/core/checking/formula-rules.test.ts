/** Rules over formulas: across levels, against standards, over breaks, and explained member by member. */
import { describe, expect, it } from "vitest";
import type { Check, CheckRule } from "../definition/check.ts";
import { measure, number, product, share, sumOf } from "../definition/formula.ts";
import { assemble, KnowledgeIndex } from "../definition/knowledge.ts";
import { unverified } from "../definition/source.ts";
import { Evaluator } from "../formula/evaluator.ts";
import { facts, fixtureIndex, fixtureOrganisations } from "../formula/fixture.ts";
import type { SeriesBreak } from "../model/cycle.ts";
import { Dataset } from "../model/dataset.ts";
import { runCheck } from "./run-checks.ts";

const base: Omit<Check, "rule"> = {
  code: "t.check",
  subject: "t",
  zh: "核对",
  en: "Check",
  finding: "SUM",
  tier: "warning",
  each: [],
  at: ["school", "city"],
  repair: "改正",
  passes: [],
  fails: [],
};
const { knowledge } = fixtureIndex;
const standard = {
  code: "2010",
  zh: "设置标准",
  en: "Establishment standard",
  since: 2010,
  lines: [{ measure: "t.teacherShare", kind: "atLeast" as const, value: "70", source: unverified("test") }],
};
const index = new KnowledgeIndex(
  assemble({ ...knowledge, subjects: [{ ...knowledge, code: "t", zh: "测试", en: "Test" }], standards: [standard] }),
);

interface Given {
  readonly cells: readonly string[];
  readonly at?: string;
  readonly each?: readonly string[];
  readonly breaks?: readonly SeriesBreak[];
  readonly explanations?: Readonly<Record<string, string>>;
}

function findings(rule: CheckRule, { cells, at = "C-01", each = [], breaks = [], explanations = {} }: Given): ReturnType<typeof runCheck> {
  const filing = { organisation: at, year: 2019, state: "draft" as const, version: 1, registers: {}, materials: [], explanations };
  const dataset = new Dataset({
    organisations: fixtureOrganisations,
    yearEnds: { 2018: "2018-12-31", 2019: "2019-12-31" },
    facts: facts(...cells),
    filings: [filing],
    breaks,
  });
  return runCheck(new Evaluator(index, dataset), { ...base, rule, each }, at, 2019);
}

it("compares an organisation's own value with those below it, unless one of them is missing", () => {
  const rule: CheckRule = { kind: "acrossLevels", upper: measure("t.task"), lower: measure("t.staff") };
  const cells = ["C/2019/t.task=40", "C-01/2019/t.staff=12", "C-02/2019/t.staff=30"];
  expect(findings(rule, { cells, at: "C" })[0]).toMatchObject({
    proof: "招生任务40 ≠ 教职工42",
    message: { zh: "核对：本级数与下级合计相差2" },
  });
  expect(findings(rule, { cells: cells.slice(0, 2), at: "C" })).toEqual([]);
});

it("names the standard whose line is crossed, with the arithmetic of the indicator", () => {
  const rule: CheckRule = { kind: "standard", measure: "t.teacherShare" };
  const [found] = findings(rule, { cells: ["C-01/2019/t.staff=13", "C-01/2019/t.teachers=9"] });
  expect(found?.message.zh).toBe("专任教师比例69.2%低于《设置标准》的下限70%，请说明");
  expect(found?.proof).toBe("专任教师比例 = 专任教师9 ÷ 教职工13 × 100 ≈ 69.2308 < 70");
  expect(findings(rule, { cells: ["C-01/2019/t.staff=10", "C-01/2019/t.teachers=7"] })).toEqual([]);
});

it("stays silent across a break in the series", () => {
  const rule: CheckRule = { kind: "changeWithin", of: measure("t.staff"), share: "0.3" };
  const cells = ["C-01/2018/t.staff=10", "C-01/2019/t.staff=100"];
  expect(findings(rule, { cells })).toHaveLength(1);
  expect(findings(rule, { cells, breaks: [{ organisation: "C", measure: "t.staff", year: 2019, reason: "含技工" }] })).toEqual([]);
});

it("takes an explanation for one member before that for the whole check", () => {
  const cells = ["C-01/2019/t.students#gender=female=9", "C-01/2019/t.students#gender=male=8"];
  const explanations = { "t.check": "总的说明", "t.check#gender=male": "只说男生" };
  const found = findings({ kind: "between", of: measure("t.students"), low: "10" }, { cells, each: ["gender"], explanations });
  expect(found.map((each) => [each.proof, each.explanation])).toEqual([
    ["在校生（女）9 < 10", "总的说明"],
    ["在校生（男）8 < 10", "只说男生"],
  ]);
});

describe("proof lines", () => {
  const cells = ["C-01/2019/t.staff=13", "C-01/2019/t.teachers=9"];
  it.each<[CheckRule, string]>([
    [
      { kind: "atMost", left: product(number(2), sumOf("t.staff", "t.teachers")), right: number(40) },
      "2 × （教职工13 + 专任教师9） = 44 > 40",
    ],
    [
      { kind: "between", of: share("t.teachers", sumOf("t.staff", "t.teachers")), high: "40" },
      "专任教师9 ÷ （教职工13 + 专任教师9） × 100 ≈ 40.9091 > 40",
    ],
    [{ kind: "equal", left: measure("t.otherStaff"), right: number(5) }, "非专任4 ≠ 5；非专任 = 教职工13 − 专任教师9 = 4"],
  ])("bracket what a calculator must do first: %#", (rule, proof) => {
    expect(findings(rule, { cells }).map((found) => found.proof)).toEqual([proof]);
  });
});
