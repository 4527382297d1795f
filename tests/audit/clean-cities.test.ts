/** Reports that we wrote of cities that never were, read as bare text by the auditor alone: not one false alarm. */
import { expect, it } from "vitest";
import { datasetOf } from "../../demo/generator/dataset.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { auditDocument } from "../../src/core/auditing/audit.ts";
import { Evaluator } from "../../src/core/formula/evaluator.ts";
import { readPlainText } from "../../src/readers/plain-text.ts";
import { bareText, documentsOf, index, passages, reportOf } from "../second-city/report-text.ts";
import { randomScenario } from "../second-city/scenario.ts";

/** The first dozen, whatever comes of them; ZHIBAO_CITY_SEEDS=13-60 or 21,34 tries others. */
const seeds = (process.env["ZHIBAO_CITY_SEEDS"] ?? "1-12").split(",").flatMap((range) => {
  const [first, last = first] = range.split("-").map(Number) as [number, number?];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
});

it.each(seeds)("city %i", (seed) => {
  const scenario = randomScenario(knowledge, seed);
  const year = scenario.years.at(-1)!;
  const evaluator = new Evaluator(index, datasetOf(index, scenario.organisations, documentsOf(scenario)));
  const report = reportOf(evaluator, scenario.root, year);
  const { findings, relations } = auditDocument(readPlainText("report.txt", bareText(passages(report))), { index, year });
  expect(relations.held).toBeGreaterThan(100);
  expect(findings.filter(({ tier }) => tier !== "note").map(({ code, proof }) => `${code} ${proof}`)).toEqual([]);
});
