/**
 * At any moment of a season our own report audits clean: some organisations have sent nothing, some lack ledgers or cells,
 * some only have drafts. With drafts and without them the bare text has no proof, and at most one warning of a figure that
 * does not cover everybody.
 */
import { describe, expect, it } from "vitest";
import { datasetOf } from "../../demo/generator/dataset.ts";
import { Random } from "../../demo/generator/random.ts";
import { knownOf } from "../../src/app/known-figures.ts";
import { tiedAudit } from "../../src/app/tied-audit.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { Evaluator } from "../../src/core/formula/evaluator.ts";
import type { FormCell, ReturnDocument } from "../../src/core/model/return.ts";
import { readPlainText } from "../../src/readers/plain-text.ts";
import { bareText, documentsOf, index, passages, reportOf } from "../second-city/report-text.ts";
import { randomScenario } from "../second-city/scenario.ts";

/** The first three cities, whatever comes of them; ZHIBAO_SEASON_SEEDS=1,2,3 tries others. */
const seeds = (process.env["ZHIBAO_SEASON_SEEDS"] ?? "1,2,3").split(",").map(Number);

const blank = (cell: FormCell): FormCell => ({ ...cell, status: "missing", value: null });

const coverage = /[（]\d+\/\d+(?:所|个单位)/;

function around(text: string, { start, end }: { readonly start: number; readonly end: number }, signs: number): string {
  return text.slice(Math.max(0, start - signs), end + signs).replaceAll("\n", "⏎");
}

/** What of a return is there: all, nothing, not every ledger, or not every cell. */
function partly(document: ReturnDocument, random: Random): ReturnDocument[] {
  if (random.chance(0.35)) return [document];
  if (random.chance(0.25)) return [];
  const dropped = random.chance(0.5) ? 0.15 : 0.5;
  const keep = <Value>(of: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(of).filter(() => !random.chance(dropped)));
  const forms = Object.entries(keep(document.forms)).map(([ledger, cells]) => {
    const filled = random.chance(0.3) ? random.whole(1, Object.keys(cells).length) : Number.POSITIVE_INFINITY;
    return [ledger, Object.fromEntries(Object.entries(cells).map(([key, cell], at) => [key, at < filled ? cell : blank(cell)]))] as const;
  });
  return [{ ...document, forms: Object.fromEntries(forms), registers: keep(document.registers) }];
}

describe.each(seeds)("city %i in the middle of its season", (seed) => {
  const scenario = randomScenario(knowledge, seed);
  const year = scenario.years.at(-1)!;
  const random = new Random(seed).fork("season");
  const documents = documentsOf(scenario).flatMap((document) => (document.year === year ? partly(document, random) : [document]));
  const accepted = new Set(documents.filter(() => random.chance(0.5)));

  it.each([
    ["with drafts", documents],
    ["accepted returns alone", documents.filter((document) => document.year < year || accepted.has(document))],
  ])("%s", (_, some) => {
    const evaluator = new Evaluator(index, datasetOf(index, scenario.organisations, some));
    const report = reportOf(evaluator, scenario.root, year);
    const document = readPlainText("report.txt", bareText(passages(report)));
    const { findings } = tiedAudit(document, { index, year }, knownOf(evaluator, report));
    const told = findings.filter(({ tier }) => tier !== "note");
    const lines = (of: typeof told): string =>
      of
        .map(
          ({ tier, code, proof, spans }) => `${tier} ${code} ${proof} ${spans.map((span) => around(document.text, span, 40)).join(" ║ ")}`,
        )
        .join("\n");
    expect(lines(told.filter(({ tier }) => tier === "proof"))).toBe("");
    const ofPart = told.filter(({ spans }) => spans.some((span) => coverage.test(around(document.text, span, 12))));
    expect(ofPart.length, lines(ofPart)).toBeLessThan(2);
    if (some === documents) expect(document.text).toMatch(/（\d+\/\d+(?:所|个单位)，[\d.]+[^（）]*[÷－][\d.]+[^（）]*）/);
    // Where nothing is known of a measure nothing is said of its standard.
    if (!report.figures.some(({ measure }) => measure === "teachers.subjectShare")) expect(document.text).not.toContain("符合设置标准");
  });
});
