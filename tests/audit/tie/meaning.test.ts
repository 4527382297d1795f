/** Texts of other hands are tied by what their claims mean, and last by value under a like name. */
import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/core/auditing/claim.ts";
import { scanQuantities } from "../../../src/core/auditing/scan/scan.ts";
import { tieFigures } from "../../../src/core/auditing/tie/tie.ts";
import { exact, fraction } from "../../../src/core/quantity/exact.ts";
import { claimOf, documentOf, knownFigure, knownOf } from "./fixture.ts";

const teachers = { measure: "teachers.fullTime", label: "专任教师" };
const data = [
  knownFigure("t2018", "1920人", { ...teachers, year: 2018 }),
  knownFigure("t2019", "1941人", teachers),
  knownFigure("change", "21人", { ...teachers, kind: "change", direction: "up" }),
  knownFigure("women", "820人", { ...teachers, members: { gender: "female" } }),
  knownFigure("direct", "460人", { ...teachers, scope: "市直" }),
  knownFigure("lotus", "201人", { ...teachers, scope: "许昌莲城中专" }),
  knownFigure("dual", "75.7%", { measure: "teachers.dual", label: "“双师型”教师占比", value: fraction(69_800n, 922n), decimals: 1 }),
  knownFigure("money", "22686.2万元", { measure: "facilities.value", label: "教学仪器设备值", value: exact("22686.2"), decimals: 2 }),
];
const known = knownOf("报告的正文另有所述。", data);

/** The one tie of the first quantity in `text`. */
function tie(text: string, claim: Partial<Claim>): string {
  const { quantities } = scanQuantities(text);
  const { ties } = tieFigures(documentOf(text), quantities, [claimOf(quantities[0]!, claim)], known);
  const [first] = ties;
  return first ? `${first.how} ${first.state} ${first.fact} ${first.stored}` : "none";
}

const fullTime = { concept: "teachers.fullTime", label: "专任教师" } as const;

describe("ties by concept", () => {
  it.each([
    ["专任教师1941人", fullTime, "concept equal t2019 1941人"],
    ["专任教师近2000人", fullTime, "concept equal t2019 1941人"],
    ["专任教师1900余人", fullTime, "concept equal t2019 1941人"],
    ["专任教师1943人", fullTime, "concept different t2019 1941人"],
    ["专任教师1920人", { ...fullTime, period: 2018 }, "concept equal t2018 1920人"],
    ["全市专任教师1943人", { ...fullTime, scope: "全市" }, "concept different t2019 1941人"],
    ["市直专任教师460人", { ...fullTime, scope: "市直" }, "concept equal direct 460人"],
    ["莲城中专专任教师202人", { ...fullTime, scope: "莲城中专" }, "concept different lotus 201人"],
    ["女教师820人", { ...fullTime, members: { gender: "female" } }, "concept equal women 820人"],
    ["女教师占42.2%", { ...fullTime, aspect: "share", members: { gender: "female" } }, "concept equal women 42.2%"],
    ["增加21人", { ...fullTime, aspect: "change", direction: "up" }, "concept equal change 增21人"],
    ["减少21人", { ...fullTime, aspect: "change", direction: "down" }, "concept different change 增21人"],
    ["增长1.1%", { ...fullTime, aspect: "growth", direction: "up", comparedWith: 2018 }, "concept equal t2019 增1.1%"],
    ["增长1.9%", { ...fullTime, aspect: "growth", direction: "up", comparedWith: 2018 }, "concept different t2019 增1.1%"],
    ["占75.7%", { concept: "teachers.dual", aspect: "share" }, "concept equal dual 75.7%"],
    ["占76%", { concept: "teachers.dual", aspect: "share" }, "concept equal dual 75.7%"],
    ["占47%", { concept: "teachers.dual", aspect: "share" }, "concept different dual 75.7%"],
    ["设备值2.27亿元", { concept: "facilities.value" }, "concept equal money 22686.2万元"],
    ["设备值226862000元", { concept: "facilities.value" }, "concept equal money 22686.2万元"],
    ["设备值22786.2万元", { concept: "facilities.value" }, "concept different money 22686.2万元"],
  ] satisfies (readonly [string, Partial<Claim>, string])[])("%s", (text, claim, expected) => {
    expect(tie(text, claim)).toBe(expected);
  });

  it.each([
    ["a body that the data does not name", "专任教师12人", { ...fullTime, scope: "某区" }],
    ["a year beyond the data", "专任教师1800人", { ...fullTime, period: 2016 }],
    ["members that the data does not part by", "专任教师900人", { ...fullTime, members: { title: "senior" } }],
    ["a share whose base is not known", "占99%", { ...fullTime, aspect: "share" }],
    ["a plan", "计划招聘1943人", { ...fullTime, aspect: "plan" }],
  ] satisfies (readonly [string, string, Partial<Claim>])[])("says nothing of %s", (_, text, claim) => {
    expect(tie(text, claim)).toBe("value unknown null null");
  });

  it("never ties a quoted rule", () => {
    expect(tie("专任教师不得少于60人", { ...fullTime, aspect: "rule" })).toBe("none");
  });
});

describe("ties by value", () => {
  it("confirms the same number in the same unit under a like name", () => {
    expect(tie("教学仪器设备总值22686.2万元", { label: "教学仪器设备总值" })).toBe("value equal money 22686.2万元");
  });

  it("never refutes", () => {
    expect(tie("教学仪器设备总值22786.2万元", { label: "教学仪器设备总值" })).toBe("value unknown null null");
    expect(tie("食堂面积1941平方米", { label: "专任教师食堂" })).toBe("value unknown null null");
    expect(tie("参赛选手1941人", { label: "参赛选手" })).toBe("value unknown null null");
  });
});
