/** The files that we write, read back by the auditor's readers, tie to the data that they were written from. */
import { beforeAll, describe, expect, it } from "vitest";
import { Random } from "../../../demo/generator/random.ts";
import { htmlWriter } from "../../../src/adapters/site/html-writer.ts";
import { pdfWriter } from "../../../src/adapters/typst/pdf-writer.ts";
import { docxWriter } from "../../../src/adapters/word/docx-writer.ts";
import { knownOf } from "../../../src/app/known-figures.ts";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import type { Document } from "../../../src/core/auditing/document.ts";
import type { Quantity } from "../../../src/core/auditing/quantity.ts";
import { readDocumentClaims } from "../../../src/core/auditing/read.ts";
import { scanQuantities } from "../../../src/core/auditing/scan/scan.ts";
import { tieFindings } from "../../../src/core/auditing/tie/tie-findings.ts";
import { tieFigures } from "../../../src/core/auditing/tie/tie.ts";
import { readDocument } from "../../../src/readers/read-document.ts";
import { evaluatorOf, index, reportOf } from "../../second-city/report-text.ts";
import { randomScenario } from "../../second-city/scenario.ts";

const scenario = randomScenario(knowledge, 7);
const evaluator = evaluatorOf(scenario);
const report = reportOf(evaluator, scenario.root, scenario.years.at(-1)!);
const known = knownOf(evaluator, report);

function tied(document: Document) {
  const { quantities, claims } = readDocumentClaims(document, index, report.year, true);
  const result = tieFigures(document, quantities, claims, known);
  return { ...result, quantities, findings: tieFindings(result, { document, quantities, claims, known }) };
}

const around = (document: Document, { start, end }: Quantity): string => document.text.slice(start - 30, end + 15);

/** Whether the scanner sees a quantity there: an altered cell may look like a year. */
function isSeen(quantities: readonly Quantity[], start: number, end: number): boolean {
  return quantities.some((quantity) => quantity.start < end && start < quantity.end);
}

describe.each([docxWriter(), htmlWriter(), pdfWriter()].map((writer) => ({ format: writer.format, writer })))(
  "$format",
  ({ format, writer }) => {
    let document: Document;
    beforeAll(async () => {
      document = await readDocument(`report.${format}`, Uint8Array.from(await writer.write(report)));
    }, 120_000);

    it("reaches nearly every figure of the text, and none differs", () => {
      const { ties, isOurs, findings, quantities } = tied(document);
      expect(isOurs).toBe(true);
      expect(ties.flatMap((tie) => (tie.state === "different" ? [around(document, quantities[tie.quantity]!)] : []))).toEqual([]);
      expect(findings.filter(({ tier }) => tier !== "note")).toEqual([]);
      const reached = new Set(ties.filter(({ state }) => state === "equal").map(({ fact }) => fact));
      const lacking = known.report.figures.filter(({ figure }) => !reached.has(figure));
      expect(lacking.length).toBeLessThan(known.report.figures.length * 0.02);
    });

    // A PDF carries no marks.
    if (format === "pdf") return;

    it("proves any marked figure that was altered, and no other", () => {
      let tested = 0;
      const random = new Random(7).fork(`marks of ${format}`);
      const inText = new Set(known.report.figures.map(({ figure }) => figure));
      const marks = document.figures.filter(({ id, start, end }) => inText.has(id) && /^\d/.test(document.text.slice(start, end)));
      const { quantities } = scanQuantities(document.text);
      const seen = marks.filter(({ start, end }) => isSeen(quantities, start, end));
      expect(seen.length).toBeGreaterThan(marks.length * 0.98);
      for (const mark of random.sample(seen, 12)) {
        const first = document.text[mark.start] === "9" ? "3" : "9";
        const text = `${document.text.slice(0, mark.start)}${first}${document.text.slice(mark.start + 1)}`;
        const edited = { ...document, text };
        const { findings, quantities: found } = tied(edited);
        if (!isSeen(found, mark.start, mark.end)) continue;
        tested += 1;
        const faults = findings.filter(({ tier }) => tier !== "note");
        expect(
          faults.map(({ code, tier }) => `${code} ${tier}`),
          text.slice(mark.start - 15, mark.end + 10),
        ).toEqual(["TIE proof"]);
        const [span] = faults[0]!.spans;
        expect(span!.start <= mark.start && mark.start < span!.end).toBe(true);
      }
      expect(tested).toBeGreaterThan(9);
    }, 120_000);
  },
);
