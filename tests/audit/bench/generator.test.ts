import fc from "fast-check";
import { expect, test } from "vitest";
import { generateReport } from "../../../bench/audit/generate.ts";
import { relationsById } from "../../../bench/audit/edits/edit.ts";
import { allHold, benignOf } from "../../../bench/audit/edits/benign.ts";
import { mutantsOf } from "../../../bench/audit/edits/mutate.ts";
import { type Phrasing, phrasings } from "../../../bench/audit/phrases/phrase.ts";
import { Random } from "../../../bench/audit/random.ts";
import { relations } from "../../../bench/audit/relations.ts";
import { figuresOf, printedValue, render } from "../../../bench/audit/report.ts";
import { classify } from "../../../bench/audit/oracle/classify.ts";
import { operands } from "../../../bench/audit/oracle/equation.ts";
import { exact, equals } from "../../../src/core/quantity/exact.ts";

const reports = fc.record({
  seed: fc.nat(10_000),
  index: fc.nat(60),
  phrasing: fc.constantFrom(...phrasings),
});

test("every equation of a clean report holds, and every operand is printed", () => {
  fc.assert(
    fc.property(reports, (options) => {
      const report = generateReport(options);
      const ids = new Set(figuresOf(report).map(({ id }) => id));
      expect(ids.size).toBe(figuresOf(report).length);
      expect(report.equations.length).toBeGreaterThan(30);
      for (const { law } of report.equations) for (const id of operands(law)) expect(ids.has(id)).toBe(true);
      expect(allHold(report)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("spans are those of the text, blocks are apart and in order", () => {
  fc.assert(
    fc.property(reports, (options) => {
      const { document, figures, words } = render(generateReport(options));
      for (const { figure, digits, whole } of figures.values()) {
        expect(document.text.slice(digits.start, digits.end)).toBe(figure.digits);
        expect(whole.start <= digits.start && digits.end <= whole.end).toBe(true);
      }
      for (const { word, span } of words.values()) expect(document.text.slice(span.start, span.end)).toBe(word.text);
      let last = -1;
      for (const { start, end } of document.blocks) {
        expect(start).toBeGreaterThan(last);
        expect(document.text.slice(start, end).trim()).not.toBe("");
        last = end;
      }
    }),
    { numRuns: 30 },
  );
});

test("a seed gives one report, and the phrasings differ", () => {
  const text = (phrasing: Phrasing, seed = 4): string => render(generateReport({ seed, index: 3, phrasing })).document.text;
  expect(text("development")).toBe(text("development"));
  expect(new Set(phrasings.map((phrasing) => text(phrasing))).size).toBe(phrasings.length);
  expect(text("development")).not.toBe(text("development", 5));
});

test("every relation is told in every phrasing", () => {
  for (const phrasing of phrasings) {
    const seen = new Set<string>();
    for (let index = 0; index < 60; index += 1)
      for (const relation of relationsById(generateReport({ seed: 9, index, phrasing })).values()) seen.add(relation);
    expect([...seen].sort(), phrasing).toEqual([...Object.keys(relations), "table"].sort());
  }
});

test("mutants differ in text, carry an oracle's verdict, and violated equations held before", () => {
  fc.assert(
    fc.property(reports, (options) => {
      const report = generateReport(options);
      const { text } = render(report).document;
      for (const edit of mutantsOf(report, new Random(options.seed), 1)) {
        expect(render(edit.report).document.text, edit.operator).not.toBe(text);
        const { checkable, violated, evidence } = classify(edit);
        if (violated.length > 0) expect(checkable).toBe("text");
        for (const id of edit.figures) expect(evidence.has(id)).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

test("benign edits change the text and leave every equation possible; values stay unless re-rounded or hedged", () => {
  fc.assert(
    fc.property(reports, (options) => {
      const report = generateReport(options);
      const before = new Map(figuresOf(report).map((figure) => [figure.id, figure]));
      for (const edit of benignOf(report, new Random(options.seed), 2)) {
        expect(allHold(edit.report)).toBe(true);
        expect(figuresOf(edit.report)).toHaveLength(before.size);
        if (["rerounded", "scaled", "hedged"].includes(edit.operator)) continue;
        for (const figure of figuresOf(edit.report)) expect(equals(printedValue(figure), printedValue(before.get(figure.id)!))).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

test("parts of every partition add up in both years", () => {
  for (let index = 0; index < 30; index += 1) {
    const report = generateReport({ seed: 2, index, phrasing: "development", rounds: 3 });
    const figures = new Map(figuresOf(report).map((figure) => [figure.id, figure]));
    for (const { law } of report.equations)
      if (law.type === "sum") {
        const total = law.parts.reduce((sum, id) => sum + Number(figures.get(id)!.exact.numerator), 0);
        expect(equals(exact(total), figures.get(law.total)!.exact)).toBe(true);
      }
  }
});

test("in a sentence of several relations a word is flipped or swapped with the figure that follows it", () => {
  let several = 0;
  for (let index = 0; index < 40; index += 1) {
    const report = generateReport({ seed: 12, index, phrasing: "heldBack" });
    const edits = mutantsOf(report, new Random(index), 3).filter(({ operator }) => ["directionFlipped", "baseSwap"].includes(operator));
    for (const { operator, report: edited, figures, words } of edits) {
      const tokens = edited.blocks
        .flatMap((block) => (block.kind === "paragraph" ? block.sentences : []))
        .find((sentence) => sentence.tokens.some((token) => typeof token !== "string" && token.id === words[0]))!.tokens;
      const at = tokens.findIndex((token) => typeof token !== "string" && token.id === words[0]);
      const after = tokens.slice(at).flatMap((token) => (typeof token !== "string" && token.kind === "figure" ? [token] : []));
      const results = edited.equations.flatMap(({ law }) =>
        law.type === "difference" ? [law.change] : law.type === "growth" ? [law.rate] : [],
      );
      const next = operator === "baseSwap" ? after.find(({ role }) => role === "share") : after[0];
      if (!next || (operator === "directionFlipped" && !results.includes(next.id))) continue;
      several += 1;
      expect(figures).toEqual([next.id]);
    }
  }
  expect(several).toBeGreaterThan(40);
});
