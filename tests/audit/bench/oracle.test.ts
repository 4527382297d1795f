import { expect, test } from "vitest";
import { canHold, type Law } from "../../../bench/audit/oracle/equation.ts";
import { habits, meaning } from "../../../bench/audit/oracle/printed.ts";
import type { Figure, FigureRole } from "../../../bench/audit/report.ts";
import { hitsOf, noExtraction, scoreExtraction } from "../../../bench/audit/scoring/match.ts";
import { render, type Report } from "../../../bench/audit/report.ts";
import { rate, wilson } from "../../../bench/audit/scoring/wilson.ts";
import { contains, isEmpty } from "../../../src/core/quantity/interval.ts";
import { exact } from "../../../src/core/quantity/exact.ts";

function figure(id: number, plain: string, role: FigureRole = "count", more: Partial<Figure> = {}): Figure {
  return {
    kind: "figure",
    id,
    fact: `f${id}`,
    role,
    digits: plain,
    plain,
    scale: "",
    unit: "人",
    hedge: "",
    exact: exact(plain),
    label: "",
    ...more,
  };
}

function holds(law: Law, ...figures: Figure[]): boolean {
  return canHold(law, new Map(figures.map((found) => [found.id, found])));
}

const share = (result: number): Law => ({ type: "quotient", result, numerator: 1, denominator: 2, factor: exact(100) });

test("a share may be rounded or cut off, and no more", () => {
  const of = (printed: string): boolean => holds(share(3), figure(1, "477"), figure(2, "1941"), figure(3, printed, "share"));
  expect(["24.6", "24.5", "24.57", "25", "24"].map(of)).toEqual([true, true, true, true, true]);
  expect(["24.4", "24.7", "24.56", "24.58", "23", "26"].map(of)).toEqual([false, false, false, false, false, false]);
});

test("counts are points, scaled and hedged figures are not", () => {
  const sum: Law = { type: "sum", total: 1, parts: [2, 3] };
  expect(holds(sum, figure(1, "10"), figure(2, "4"), figure(3, "6"))).toBe(true);
  expect(holds(sum, figure(1, "11"), figure(2, "4"), figure(3, "6"))).toBe(false);
  expect(holds(sum, figure(1, "4.2", "count", { scale: "万" }), figure(2, "41000"), figure(3, "956"))).toBe(true);
  expect(holds(sum, figure(1, "4.3", "count", { scale: "万" }), figure(2, "41000"), figure(3, "956"))).toBe(false);
  expect(holds(sum, figure(1, "2000", "count", { hedge: "near" }), figure(2, "1900"), figure(3, "41"))).toBe(true);
  expect(holds(sum, figure(1, "2000", "count", { hedge: "over" }), figure(2, "1900"), figure(3, "41"))).toBe(false);
});

test("differences and growth mind the direction", () => {
  const difference: Law = { type: "difference", now: 1, before: 2, change: 3, sign: -1 };
  expect(holds(difference, figure(1, "1941"), figure(2, "1962"), figure(3, "21"))).toBe(true);
  expect(holds({ ...difference, sign: 1 }, figure(1, "1941"), figure(2, "1962"), figure(3, "21"))).toBe(false);
  const growth: Law = { type: "growth", now: 1, before: 2, rate: 3, sign: 1 };
  expect(holds(growth, figure(1, "48"), figure(2, "36"), figure(3, "33.3", "growth"))).toBe(true);
  expect(holds(growth, figure(1, "48"), figure(2, "36"), figure(3, "35", "growth"))).toBe(false);
  expect(holds({ ...growth, sign: -1 }, figure(1, "48"), figure(2, "36"), figure(3, "33.3", "growth"))).toBe(false);
});

test("rounding and cutting off are not mixed within one equation", () => {
  const points: Law = { type: "difference", now: 1, before: 2, change: 3, sign: 1 };
  const of = (change: string): boolean =>
    holds(points, figure(1, "98.2", "share"), figure(2, "97.0", "share"), figure(3, change, "points"));
  expect(["1.1", "1.2", "1.3"].map(of)).toEqual([true, true, true]);
  expect(["1.0", "1.4"].map(of)).toEqual([false, false]);
});

test("a part may reach its whole and not pass it; lists count their items", () => {
  const part: Law = { type: "atMost", part: 1, whole: 2 };
  expect([holds(part, figure(1, "5"), figure(2, "5")), holds(part, figure(1, "6"), figure(2, "5"))]).toEqual([true, false]);
  const list: Law = { type: "constant", figure: 1, value: exact(3) };
  expect([holds(list, figure(1, "3")), holds(list, figure(1, "4"))]).toEqual([true, false]);
});

test("what a figure prints is within its meaning", () => {
  for (const [plain, role] of [
    ["47.5", "share"],
    ["0.0", "points"],
    ["1941", "count"],
    ["15.3", "ratio"],
  ] as const) {
    for (const habit of habits) {
      const interval = meaning(figure(1, plain, role), habit);
      expect(isEmpty(interval)).toBe(false);
      expect(contains(interval, exact(plain))).toBe(true);
    }
  }
});

test("Wilson's interval: known values, and none without trials", () => {
  const { low, high } = wilson(9, 10);
  expect(low).toBeCloseTo(0.5958, 4);
  expect(high).toBeCloseTo(0.9821, 4);
  expect(wilson(0, 20).low).toBe(0);
  expect(wilson(20, 20).high).toBe(1);
  expect(rate(0, 0)).toBe("–");
  expect(rate(9, 10)).toBe("90.0% (9/10) [59.6, 98.2]");
});

const report: Report = {
  name: "r",
  year: 2019,
  scope: "全市",
  blocks: [
    {
      kind: "paragraph",
      sentences: [
        { relation: "copy", tokens: ["教师", figure(1, "1941"), "，图书", figure(2, "4.2", "count", { scale: "万", unit: "册" }), "。"] },
      ],
    },
  ],
  equations: [],
  vocabulary: { labels: new Map(), synonyms: new Map(), siblings: {} },
};

test("findings fall on the figures that they overlap; notes are not counted", () => {
  const rendered = render(report);
  const at = rendered.document.text.indexOf("1941");
  const finding = { code: "SUM", spans: [{ start: at - 2, end: at + 2 }] } as const;
  const hits = hitsOf(
    [
      { ...finding, tier: "proof" },
      { ...finding, tier: "note" },
      { ...finding, tier: "warning", spans: [{ start: 0, end: 2 }] },
    ],
    rendered,
  );
  expect(hits.map(({ figures }) => [...figures])).toEqual([[1], []]);
});

test("extraction counts spans, values and units apart", () => {
  const rendered = render(report);
  const { text } = rendered.document;
  const quantity = (part: string, value: string, unit: string) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
    text: part,
    value,
    unit,
  });
  const tally = noExtraction();
  scoreExtraction(tally, [quantity("1941人", "1941", "名"), quantity("4.2万册", "42000", "册"), quantity("图书", "1", "")], rendered);
  expect(tally).toEqual({ truth: 2, span: 2, value: 2, unit: 1, extracted: 3, onTruth: 2 });
  const wrong = noExtraction();
  scoreExtraction(wrong, [quantity("4.2万册", "4.2", "册")], rendered);
  expect(wrong).toEqual({ truth: 2, span: 1, value: 0, unit: 0, extracted: 1, onTruth: 1 });
});

test("a change printed with a minus is read by its size or with its sign", () => {
  const cell = { ...figure(3, "12", "count", { unit: "", unitAbove: "人" }), minus: true };
  const rendered = render({ ...report, blocks: [{ kind: "table", relation: "table", rows: [[["增减"]], [[cell]]] }] });
  const { text } = rendered.document;
  expect(text).toContain("-12");
  for (const [part, value] of [
    ["-12", "-12"],
    ["12", "12"],
  ] as const) {
    const tally = noExtraction();
    const start = text.indexOf(part);
    scoreExtraction(tally, [{ start, end: start + part.length, text: part, value, unit: "人" }], rendered);
    expect(tally).toEqual({ truth: 1, span: 1, value: 1, unit: 1, extracted: 1, onTruth: 1 });
  }
});
