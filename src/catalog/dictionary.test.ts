/** The printed dictionary leaves nothing of the catalog out and breaks no table. */
import { expect, it } from "vitest";
import { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { dictionaryMarkdown, dictionarySections } from "../core/reporting/dictionary.ts";
import { knowledge } from "./knowledge.ts";

const index = new KnowledgeIndex(knowledge);
const sections = dictionarySections(index);

it("has a row for every element, indicator, check, column, dimension, line of a standard and section of an outline", () => {
  const rows = (suffix: string): number => sections.filter(({ code }) => code.endsWith(suffix)).reduce((total, section) => total + section.rows.length, 0);
  expect(rows("-elements")).toBe(knowledge.elements.length);
  expect(rows("-indicators")).toBe(knowledge.indicators.length);
  expect(rows("-checks")).toBe(knowledge.checks.length);
  expect(rows("-columns")).toBe(knowledge.ledgers.reduce((total, ledger) => total + (ledger.kind === "register" ? ledger.columns.length : 0), 0));
  expect(rows("dimensions")).toBe(knowledge.dimensions.length);
  expect(rows("standards")).toBe(knowledge.standards.reduce((total, standard) => total + standard.lines.length, 0));
});

it("fills every row to the width of its header", () => {
  for (const section of sections) for (const row of section.rows) expect([section.code, row.length]).toEqual([section.code, section.header.length]);
});

it("says formulas in words and marks what is unverified", () => {
  const markdown = dictionaryMarkdown(index);
  expect(markdown).toContain("| “双师型”教师 ÷ 专业课教师 × 100% |");
  expect(markdown).toContain("教学用计算机 ÷ 在校生 × 100 |");
  expect(markdown).toContain("（未核实 unverified）");
  expect(markdown.split("\n").filter((line) => line.startsWith("|") && !line.endsWith("|"))).toEqual([]);
});
