/** Figures find their place in texts that were edited around them. */
import { describe, expect, it } from "vitest";
import { scanQuantities } from "../../../src/core/auditing/scan/scan.ts";
import type { Tie } from "../../../src/core/auditing/tie/tie-state.ts";
import { tieFigures } from "../../../src/core/auditing/tie/tie.ts";
import { documentOf, knownOf } from "./fixture.ts";

const report = knownOf(
  [
    "截至2019年底，全市中职学校共有教职工[staff=2418人]，其中专任教师[teachers=1941人]，较上年增加[more=21人]。",
    "教学仪器设备值为[equipment=22686.2万元]，生均[perHead=7792元]；生师比为[ratio=15：1]，“双师型”教师占[share=75.7%]。",
    "学校\t在校生（人）\t招生数（人）\t专任教师（人）",
    "许昌莲城中专\t[a1=3120]\t[a2=1045]\t[a3=201]",
    "许都机电学校\t[b1=2280]\t[b2=790]\t[b3=146]",
    "全市\t[c1=5400]\t[c2=1835]\t[c3=347]",
    "按办学基础条件核定，共有[schools=3所]学校达到标准。",
  ].join("\n"),
);

/** [text of the quantity, state, fact] of every tie to a figure, and of every one that differs. */
function tied(text: string, marks: Record<string, string> = {}): (readonly [string, Tie["state"], string | null])[] {
  const { quantities } = scanQuantities(text);
  const { ties } = tieFigures(documentOf(text, marks), quantities, [], report);
  return ties
    .filter((tie) => tie.fact !== null || tie.state !== "equal")
    .map((tie) => [quantities[tie.quantity]!.text, tie.state, tie.fact] as const);
}

const original = report.report.text;
const facts = report.printed.map(({ id }) => id);
const differing = (of: ReturnType<typeof tied>) => of.filter(([, state]) => state !== "equal");

describe("ties by place", () => {
  it("ties every figure of the report itself, and none of its fixed words", () => {
    expect(tied(original).map(([, , fact]) => fact)).toEqual(facts);
    expect(differing(tied(original))).toEqual([]);
  });

  it("does not mind other white space, line breaks, bars, full-width digits and thousands separators", () => {
    const text = original
      .replaceAll("\t", " | ")
      .replace("其中专任教师", "其中专\n任教师")
      .replace("2418人", "２４１８ 人")
      .replace("1941人", "1,941人");
    expect(tied(text).map(([, , fact]) => fact)).toEqual(facts);
    expect(differing(tied(text))).toEqual([]);
  });

  it.each([
    ["1941人", "1943人", "teachers"],
    ["22686.2万元", "22686.2元", "equipment"],
    ["22686.2万元", "2268.62万元", "equipment"],
    ["75.7%", "57.7%", "share"],
    ["75.7%", "75.7个百分点", "share"],
    ["15：1", "16：1", "ratio"],
    ["2280", "2820", "b1"],
    ["347", "346", "c3"],
    ["3所", "两所", "schools"],
    ["1941人", "近1900人", "teachers"],
  ])("names the one figure altered: %s → %s", (from, to, fact) => {
    expect(differing(tied(original.replace(from, to)))).toEqual([[to, "different", fact]]);
  });

  it.each([
    ["1941人", "近2000人"],
    ["1941人", "1900余人"],
    ["1941人", "1941名"],
    ["22686.2万元", "2.27亿元"],
    ["75.7%", "76%"],
    ["3所", "三所"],
  ])("takes what can mean the same for equal: %s → %s", (from, to) => {
    const found = tied(original.replace(from, to));
    expect(differing(found)).toEqual([]);
    expect(found.map(([text]) => text)).toContain(to);
  });

  it("keeps the columns of a table apart when one is dropped", () => {
    const text = original.replace("\t在校生（人）", "").replace("\t3120", "").replace("\t2280", "").replace("\t5400", "");
    const found = tied(text);
    expect(differing(found)).toEqual([]);
    expect(found.filter(([, , fact]) => /^[abc]\d/.test(fact!)).map(([, , fact]) => fact)).toEqual(["a2", "a3", "b2", "b3", "c2", "c3"]);
  });

  it("keeps the rows apart when one is dropped and another altered", () => {
    const text = original.replace("许昌莲城中专\t3120\t1045\t201\n", "").replace("790", "970");
    expect(differing(tied(text))).toEqual([["970", "different", "b2"]]);
  });

  it("follows a passage that was moved, with a figure altered in it", () => {
    const [first, ...rest] = original.split("\n");
    const text = [...rest, first!.replace("1941", "1841")].join("\n");
    expect(differing(tied(text))).toEqual([["1841人", "different", "teachers"]]);
  });

  it("follows figures through sentences rewritten around them", () => {
    const text = original
      .replace("全市中职学校共有教职工", "我市各中等职业学校教职工总数达到")
      .replace("较上年增加", "比上年净增")
      .replace("其中专任教师1941人", "其中专任教师1914人");
    expect(differing(tied(text))).toEqual([["1914人", "different", "teachers"]]);
  });

  it("knows a number that stands in no figure and in none of the fixed words", () => {
    expect(differing(tied(`${original}\n学校自筹经费购置服务器12台。`))).toEqual([["12台", "unknown", null]]);
  });

  it("does not tie a foreign text by a few words that happen to agree", () => {
    expect(tied("本校专任教师1900人，其中女教师820人。").every(([, state]) => state === "unknown")).toBe(true);
  });
});

describe("ties by mark", () => {
  const marks = Object.fromEntries(
    ["2418人", "1941人", "21人", "22686.2万元", "7792元", "15：1", "75.7%"].map((text, at) => [facts[at]!, text]),
  );

  it("ties a marked figure whatever stands around it", () => {
    const text = original.replace("其中专任教师1941人，较上年增加", "其中：教师队伍的主体（不含兼职）达1943人，增幅为");
    const found = tied(text, { ...marks, teachers: "1943人" });
    expect(differing(found)).toEqual([["1943人", "different", "teachers"]]);
  });

  it("turns from marks of another edition to the words beside them", () => {
    const shifted = Object.fromEntries(Object.values(marks).map((text, at) => [facts[at + 1]!, text]));
    expect(differing(tied(original, shifted))).toEqual([]);
  });
});
