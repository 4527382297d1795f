/** Every numeral of a report is accounted for: a quantity, or no quantity for a reason that is given. */
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { xuchangScenario } from "../../demo/xuchang/scenario.ts";
import { docxWriter } from "../../src/adapters/word/docx-writer.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { scanQuantities } from "../../src/core/auditing/scan/scan.ts";
import { readDocument } from "../../src/readers/read-document.ts";
import { evaluatorOf, reportOf } from "../second-city/report-text.ts";
import { numeralsOf } from "./independent/numerals.ts";

const source = new URL("../../../shared/source/xuchang-2019.txt", import.meta.url);
const faulty = new URL("../../demo/faulty-report/report.txt", import.meta.url);

/** Numerals that stand in no quantity and in nothing else, with their surroundings, and how many there are in all. */
function unaccounted(text: string): { missing: string[]; all: number } {
  const { quantities, notQuantities } = scanQuantities(text);
  const known = new Uint8Array(text.length);
  for (const { start, end } of [...quantities, ...notQuantities]) known.fill(1, start, end);
  const numerals = numeralsOf(text);
  const missing = numerals.filter(({ start, end }) => !known.subarray(start, end).includes(1));
  return { missing: missing.map(({ start, end }) => text.slice(Math.max(0, start - 8), end + 6)), all: numerals.length };
}

function expectAccounted(text: string, least: number): void {
  const { missing, all } = unaccounted(text);
  expect(all).toBeGreaterThan(least);
  expect(missing.length, missing.join(" | ")).toBeLessThanOrEqual(all * 0.02);
}

it.skipIf(!existsSync(source))(`in the source report${existsSync(source) ? "" : " (skipped: it does not lie beside the project)"}`, () =>
  expectAccounted(readFileSync(source, "utf8"), 250),
);

it("in the faulty report", () => expectAccounted(readFileSync(faulty, "utf8"), 200));

it("in the demo's report", async () => {
  const scenario = xuchangScenario(knowledge);
  const report = reportOf(evaluatorOf(scenario), scenario.root, scenario.years.at(-1)!);
  const { text } = await readDocument("report.docx", Uint8Array.from(await docxWriter().write(report)));
  expectAccounted(text, 1400);
});

it("none in a text of measures, dates and names alone", () => {
  const { missing, all } = unaccounted("2019年5月9日，第3批“1+X”试点；教职成〔2018〕12号；三年级1200人、两所学校、百分之二十、三分之一。");
  expect(all).toBeGreaterThan(8);
  expect(missing).toEqual([]);
});
