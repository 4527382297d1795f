import fc from "fast-check";
import { expect, test } from "vitest";
import { generateReport } from "../../../bench/audit/generate.ts";
import { render } from "../../../bench/audit/report.ts";
import { paraphrase } from "./paraphrase.ts";

const report = [
  "柳塘市中等职业教育质量年度报告（2019年度）",
  "2019年，柳塘市共有专任教师1941人，较上年减少21人；“双师型”教师698人，占专业课教师的75.7%。",
  "其中，柳塘职业学校王小明同学获奖；2018年图书达到2019册。王小明同学表示感谢。文件为〔2018〕12号。",
].join("\n");

const years = (text: string): number[] => [...text.matchAll(/(20\d\d)(?=年|〕)/g)].map(([, year]) => Number(year));
const figures = (text: string): string[] => text.replaceAll(/20\d\d(?=年|〕)/g, "").match(/\d+(?:\.\d+)?/g) ?? [];

test("keeps every figure and moves all years by one number", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { text } = paraphrase(report, seed);
    expect(figures(text)).toEqual(figures(report));
    const shifts = new Set(years(text).map((year, index) => year - years(report)[index]!));
    expect(shifts.size).toBe(1);
    expect(shifts.has(0)).toBe(false);
    expect(text).toContain("2019册");
  }
});

test("renames a city and a person wherever they stand, and no two into one", () => {
  const { text } = paraphrase(report, 3);
  expect(text).not.toContain("柳塘");
  expect(text).not.toContain("王小明");
  const city = text.slice(0, 2);
  expect(text.split(city).length - 1).toBe(report.split("柳塘").length - 1);
});

test("does not take a verb before 市 for a name", () => {
  const text = "推动市直学校发展，邀请市政府领导，推动市域联合，推动市直学校建设。";
  expect(paraphrase(text, 5).text).toBe(text);
});

test("words are exchanged where figures follow, and left where none does", () => {
  const wordings = new Set(Array.from({ length: 40 }, (_, seed) => paraphrase("图书达到500册。", seed).text));
  expect([...wordings].sort()).toEqual(["图书为500册。", "图书已达500册。", "图书达到500册。"].sort());
  for (let seed = 0; seed < 20; seed += 1) {
    expect(paraphrase("达到了良好效果，占地面积较大。", seed).text).toBe("达到了良好效果，占地面积较大。");
    expect(paraphrase("占比是50%", seed).text).toBe("占比是50%");
  }
});

test("offsets lead every figure of a generated report back to its place", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(1000), (index, seed) => {
      const { document } = render(generateReport({ seed: 5, index, phrasing: index % 2 ? "heldBack" : "development" }));
      const { text, offsets } = paraphrase(document.text, seed);
      expect(offsets).toHaveLength(text.length + 1);
      for (let at = 1; at < offsets.length; at += 1) expect(offsets[at]!).toBeGreaterThanOrEqual(offsets[at - 1]!);
      for (const { index: start, 0: digits } of text.matchAll(/\d+(?:\.\d+)?(?=人|名|册|%|所)/g))
        expect(document.text.slice(offsets[start], offsets[start]! + digits.length)).toBe(digits);
      expect(paraphrase(document.text, seed).text).toBe(text);
    }),
    { numRuns: 40 },
  );
});

test("is linear in the length of the text", () => {
  const start = process.cpuUsage();
  paraphrase(report.repeat(400), 1);
  paraphrase("占".repeat(50_000), 1);
  paraphrase("、中专".repeat(20_000), 1);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
});
