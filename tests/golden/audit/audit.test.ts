/**
 * What is found in whole reports is kept as <case>/expected.json, to be read by people. Where one is missing it is
 * written, except in CI; where the outcome differs it is written beside as expected.actual.json, to be compared and moved.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { auditDocument } from "../../../src/core/auditing/audit.ts";
import { auditJson } from "../../../src/core/auditing/result-json.ts";
import { KnowledgeIndex } from "../../../src/core/definition/knowledge.ts";
import { readDocument } from "../../../src/readers/read-document.ts";
import { trackedReport } from "./word-file.ts";

const place = (path: string): URL => new URL(path, import.meta.url);
const input = (path: string): Uint8Array => readFileSync(place(path));

const cases: readonly (readonly [name: string, file: string, bytes: Uint8Array])[] = [
  ["clean-city", "report.txt", input("clean-city/input.txt")],
  ["clean-school", "report.txt", input("clean-school/input.txt")],
  ["faulty-short", "report.txt", input("faulty-short/input.txt")],
  ["markdown-tables", "report.md", input("markdown-tables/input.md")],
  ["tracked-changes", "report.docx", trackedReport],
];

type Outcome = ReturnType<typeof outcomeOf>;

/** Everything that was found, one line a figure. */
function outcomeOf(result: ReturnType<typeof auditJson>) {
  return {
    document: result.document,
    relations: result.relations,
    chapters: result.chapters.map(({ title, quantities, inRelations, tested, held }) => ({ title, quantities, inRelations, tested, held })),
    outline: result.outline,
    findings: result.findings,
    figures: result.quantities.map(({ start, text, value, unit, hedge, label, concept, scope, period, aspect }) =>
      [start, text, value, unit || "-", hedge ?? "exact", aspect, label || "-", concept ?? "-", scope || "-", period ?? "-"].join(" "),
    ),
    none: result.notQuantities.map(({ start, text, why }) => `${start} ${text} ${why}`),
  };
}

/** What the case is held to; it is what was found now where none was kept yet. */
function kept(name: string, made: Outcome): unknown {
  const [expected, actual] = [place(`${name}/expected.json`), place(`${name}/expected.actual.json`)];
  const written = `${JSON.stringify(made, null, 2)}\n`;
  if (!existsSync(expected) && !process.env.CI) writeFileSync(expected, written);
  const held: unknown = existsSync(expected) ? JSON.parse(readFileSync(expected, "utf8")) : null;
  if (JSON.stringify(held) === JSON.stringify(made)) rmSync(actual, { force: true });
  else if (!process.env.CI) writeFileSync(actual, written);
  return held;
}

const index = new KnowledgeIndex(knowledge);
const outcomes = new Map<string, Outcome>();
for (const [name, file, bytes] of cases)
  outcomes.set(name, outcomeOf(auditJson(auditDocument(await readDocument(file, bytes), { index }), "zh")));

/** "SUM proof 在校生24600人" of what is no note, in order of the text. */
const faults = (name: string): string[] =>
  outcomes.get(name)!.findings.flatMap(({ code, tier, spans }) => (tier === "note" ? [] : [`${code} ${tier} ${spans[0]?.text ?? ""}`]));

describe("an audit", () => {
  it.each([...outcomes])("finds what is kept: %s", (name, made) => {
    expect(JSON.parse(JSON.stringify(made))).toEqual(kept(name, made));
  });

  it.each(["clean-city", "clean-school"])("blames no figure of a report without faults: %s", (name) => {
    expect(faults(name)).toEqual([]);
    const { tested, held } = outcomes.get(name)!.relations;
    expect([held, tested >= 10]).toEqual([tested, true]);
  });

  it("finds every planted fault", () => {
    expect(faults("faulty-short")).toEqual([
      "SUM proof 在校生24600人",
      "SHARE proof 专任教师1640人",
      "RATIO warning 专任教师1640人",
      "CROSS warning 专任教师1640人",
      "RESIDUE proof 图书馆藏书69",
      "SUM proof 中等职业学校30所",
      "PP warning 1.2%",
      "RANGE proof 毕业生对母校满意率104.2%",
      "DELTA proof 40家",
      "LIST warning 冷链物流共3个",
      "PRIOR proof 15000人次",
    ]);
  });

  it("tells one wrong number of teachers once, with what follows from it as echoes", () => {
    const { findings } = outcomes.get("faulty-short")!;
    const root = findings.find(({ code }) => code === "SHARE")!;
    expect(findings.filter(({ causes }) => causes.includes(root.id)).map(({ code }) => code)).toEqual(["RATIO", "CROSS"]);
  });

  it("finds the wrong cell of each table, and nothing in the text around", () => {
    expect(faults("markdown-tables")).toEqual(["SUM proof 75000", "SHARE proof 36.0", "DELTA proof 5000"]);
  });

  it("warns of open changes on figures, and of no others", () => {
    expect(faults("tracked-changes")).toEqual([
      "RESIDUE warning 在校生24600人",
      "RESIDUE warning 合作企业150家",
      "RESIDUE warning 生师比15：1",
    ]);
  });
});
