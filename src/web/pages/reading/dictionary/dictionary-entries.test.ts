import { describe, expect, it } from "vitest";
import { knowledge } from "../../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../../../core/definition/knowledge.ts";
import { entriesOf, inputsOf, standardLines, usersOf } from "./dictionary-entries.ts";

const index = new KnowledgeIndex(knowledge);

describe("the dictionary", () => {
  it("lists every ledger, element and indicator once, each under a subject of the catalog", () => {
    const entries = entriesOf(index);
    const { ledgers, elements, indicators, subjects } = knowledge;
    expect(entries).toHaveLength(ledgers.length + elements.length + indicators.length);
    expect(new Set(entries.map((entry) => `${entry.kind}/${entry.code}`)).size).toBe(entries.length);
    const known = new Set(subjects.map(({ code }) => code));
    expect(entries.filter((entry) => !known.has(entry.subject))).toEqual([]);
  });

  it("says what an indicator rests on and what uses an element", () => {
    const share = index.indicators.get("teachers.doubleQualifiedShare")!;
    const inputs = inputsOf(share.formula);
    expect(inputs.length).toBeGreaterThan(1);
    for (const code of inputs) expect(usersOf(index, code)).toContain(share);
  });

  it("knows the lines of the standards", () => {
    const line = knowledge.standards[0]!.lines[0]!;
    expect(standardLines(index, line.measure)).toContain(line);
  });
});
