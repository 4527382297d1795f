/** Every code that an outline names exists in the catalog: measures, members, ledgers, columns; and outlines are plain data. */
import { expect, it } from "vitest";
import { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { isInForce } from "../../core/definition/ledger.ts";
import type { Condition, NarrativeBlock, Outline, PhraseNode, RowsReference } from "../../core/definition/outline.ts";
import { columnsOf } from "../../core/definition/row-condition.ts";
import type { Members } from "../../core/model/selection.ts";
import { knowledge } from "../knowledge.ts";
import { city2016 } from "./2016-city/outline.ts";
import { school2016 } from "./2016-school/outline.ts";

const index = new KnowledgeIndex(knowledge);

/** What an outline names and the catalog lacks. */
function problems(outline: Outline): string[] {
  const found: string[] = [];
  const measure = (code: string, members: Members = {}): void => {
    const element = index.elements.get(code);
    if (!element && !index.indicators.has(code)) found.push(`measure ${code}`);
    for (const [dimension, member] of Object.entries(members)) {
      if (element && !element.dimensions.includes(dimension)) found.push(`${code} has no dimension ${dimension}`);
      if (!index.dimensions.get(dimension)?.members.some((each) => each.code === member)) found.push(`${dimension} has no member ${member}`);
    }
  };
  const by = (code: string, dimension: string): void => {
    if (!index.elements.get(code)?.dimensions.includes(dimension)) found.push(`${code} is not broken down by ${dimension}`);
  };
  const columns = (ledger: string, codes: readonly string[]): void => {
    const register = index.ledgers.get(ledger);
    if (register?.kind !== "register") return void found.push(`register ${ledger}`);
    for (const code of codes) if (code !== "organisation" && !register.columns.some((column) => column.code === code)) found.push(`${ledger} has no column ${code}`);
  };
  const rows = ({ ledger, where, own }: RowsReference): void => {
    columns(ledger, where ? columnsOf(where) : []);
    if (own && !index.ledgers.get(ledger)?.reportedBy.includes(outline.level)) found.push(`${ledger} is not filed by a ${outline.level}`);
  };
  const condition = (of: Condition): void => {
    if ("measure" in of) measure(of.measure, "members" in of ? of.members : {});
    else if (of.kind === "anyRows") rows(of);
    else if (of.kind === "not") condition(of.of);
    else if (of.kind === "all" || of.kind === "any") of.of.forEach(condition);
  };
  const phrase = (nodes: readonly PhraseNode[], ledger?: string): void => {
    for (const node of nodes) {
      if (node.kind === "field") columns(ledger ?? "(no row)", [node.column]);
      if (node.kind === "rows" || node.kind === "rowCount") rows(node);
      if (node.kind === "rows") phrase(node.of, node.ledger);
      if (node.kind === "optional") phrase(node.of, ledger);
      if (node.kind === "when") [node.clause, node.otherwise].forEach((branch) => phrase(branch, ledger));
      if (node.kind === "when") condition(node.condition);
      if (node.kind === "list") by(node.measure, node.by);
      if ("measure" in node) measure(node.measure, "members" in node ? node.members : {});
    }
  };
  const block = (of: NarrativeBlock): void => {
    switch (of.kind) {
      case "paragraph":
        phrase(of.phrase);
        return of.when && condition(of.when);
      case "measureTable":
      case "organisationTable":
        return of.measures.forEach((code) => measure(code));
      case "crossTable":
        for (const dimension of [of.down, of.across]) if (dimension) by(of.measure, dimension);
        return measure(of.measure, of.members);
      case "registerTable":
        columns(of.ledger, of.columns);
        return rows(of);
      case "rowSections":
        phrase(of.heading, of.ledger);
        phrase(of.phrase, of.ledger);
        return rows(of);
      case "chart":
        if ("measures" in of.series) return of.series.measures.forEach((code) => measure(code));
        if (of.series.kind === "members") by(of.series.measure, of.series.by);
        return measure(of.series.measure);
      case "material":
      case "cases":
        return;
    }
  };
  outline.statement.forEach((nodes) => phrase(nodes));
  outline.opening.forEach(block);
  for (const section of outline.chapters.flatMap((chapter) => chapter.sections)) {
    section.required.forEach((code) => measure(code));
    section.blocks.forEach(block);
  }
  return found;
}

const outlines = [city2016, school2016];

it.each(outlines)("$code names only what the catalog has", (outline) => expect(problems(outline)).toEqual([]));
it.each(outlines)("$code is plain data with one code for each section", (outline) => {
  expect(JSON.parse(JSON.stringify(outline))).toEqual(outline);
  const codes = outline.chapters.flatMap((chapter) => chapter.sections.map((section) => section.code));
  expect(new Set(codes).size).toBe(codes.length);
});
it.each(outlines)("$code requires nothing that its years do not have", (outline) => {
  const required = outline.chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.required));
  for (const year of [outline.since, outline.until ?? outline.since]) expect(required.filter((code) => !isInForce(index.measure(code), year))).toEqual([]);
});
it.each(outlines)("$code has at least five charts and nine chapters", (outline) => {
  const blocks = outline.chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.blocks));
  expect(blocks.filter((each) => each.kind === "chart").length).toBeGreaterThanOrEqual(5);
  expect(outline.chapters).toHaveLength(9);
});
