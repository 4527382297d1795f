/**
 * Each case's text is kept as <case>/expected.txt, to be read by people. Where one is missing it is written,
 * except in CI; where the output differs it is written beside as expected.actual.txt, to be compared and moved.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bareText, passages } from "../../second-city/report-text.ts";
import { cases } from "./cases.ts";

function place(name: string, file: string): URL {
  return new URL(`${name}/${file}`, import.meta.url);
}

/** The text that the case is held to; it is what was made now where none was kept yet. */
function kept(name: string, made: string): string {
  const expected = place(name, "expected.txt");
  if (!existsSync(expected) && !process.env.CI) {
    mkdirSync(place(name, "."), { recursive: true });
    writeFileSync(expected, made);
  }
  const text = existsSync(expected) ? readFileSync(expected, "utf8") : "";
  const actual = place(name, "expected.actual.txt");
  if (made === text) rmSync(actual, { force: true });
  else if (!process.env.CI) writeFileSync(actual, made);
  return text;
}

const texts = new Map(Object.entries(cases).map(([name, { report, chapters }]) => [name, bareText(passages(report(), chapters))]));
const lines = (name: string): string[] => texts.get(name)!.split("\n");

describe("the report of a city", () => {
  it.each([...texts])("reads as kept: %s", (name, text) => {
    expect(text).toBe(kept(name, text));
  });

  it("says in a first year nothing of the year before, and leaves no column for it", () => {
    expect(texts.get("first-year")).not.toMatch(/[较比与于]上年|上年为|增长\d|2018|持平/);
    expect(lines("first-year")).toContain("| 指标 | 单位 | 2019年 |");
  });

  it("calls what equals last year's equal, once", () => {
    expect(lines("flat").find((line) => line.includes("中职学历招生"))).toMatch(/招生1700人（不含技工院校），与上年持平；/);
  });

  it("prints no change across a break, and says why", () => {
    expect(lines("break-in-series")).toContain("| 招生数 | 人 | 1700 | 2300 | — |");
    expect(lines("break-in-series").find((line) => line.includes("中职学历招生"))).not.toMatch(/上年/);
    expect(
      lines("break-in-series")
        .filter((line) => /统计口径有调整/.test(line))
        .join(),
    ).toMatch(/含技工学校招生.*“招生数”.*不与上年比较/);
  });

  it("names the school that did not file, prints the coverage, and compares nothing that lacks it", () => {
    const text = texts.get("missing-school")!;
    expect(text).toContain("在校生4766人（3/4所）");
    expect(text).toMatch(/以下单位没有数据计入本报告：滨海职业高中。/);
    expect(text.match(/滨海职业高中/g)!.length).toBeLessThan(4);
    expect(text).not.toMatch(/暂定数/);
    expect(text).toContain("校均规模为1589人（3/4所，4766人÷3所）");
    expect(text.split(/[。\n]/).filter((sentence) => /3\/4所）.*[较比与]上年/.test(sentence))).toEqual([]);
    expect(text).not.toMatch(/任务完成率为|为任务的/);
  });

  it("prints neither tables and charts of zeros nor prizes that nobody won where the registers are empty", () => {
    expect(texts.get("empty-registers")).not.toMatch(/一等奖0|0人次|图\d/);
    expect(lines("empty-registers").filter((line) => line === "本年度无相关数据填报。").length).toBeGreaterThan(2);
  });
});
