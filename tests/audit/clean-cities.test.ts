/** Reports that we wrote of cities that never were, read as bare text by the auditor alone: not one false alarm. */
import { expect, it } from "vitest";
import { datasetOf } from "../../demo/generator/dataset.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { auditDocument } from "../../src/core/auditing/audit.ts";
import { Evaluator } from "../../src/core/formula/evaluator.ts";
import { readPlainText } from "../../src/readers/plain-text.ts";
import { bareText, documentsOf, index, passages, reportOf } from "../second-city/report-text.ts";
import { randomScenario } from "../second-city/scenario.ts";

it.each([1, 2, 3, 4, 5, 6, 7, 8])("city %i", (seed) => {
  const scenario = randomScenario(knowledge, seed);
  const year = scenario.years.at(-1)!;
  const evaluator = new Evaluator(index, datasetOf(index, scenario.organisations, documentsOf(scenario)));
  const report = reportOf(evaluator, scenario.root, year);
  const { findings, relations } = auditDocument(readPlainText("report.txt", bareText(passages(report))), { index, year });
  expect(relations.held).toBeGreaterThan(100);
  expect(findings.filter(({ tier }) => tier !== "note").map(({ code, proof }) => `${code} ${proof}`)).toEqual([]);
});
