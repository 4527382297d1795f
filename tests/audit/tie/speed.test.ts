/** A report of 90,000 characters ties in a moment, though every tenth number was altered. */
import { expect, it } from "vitest";
import { knownOf } from "../../../src/app/known-figures.ts";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { scanQuantities } from "../../../src/core/auditing/scan/scan.ts";
import type { Known } from "../../../src/core/auditing/tie/known-figure.ts";
import { tieFigures } from "../../../src/core/auditing/tie/tie.ts";
import { evaluatorOf, reportOf } from "../../second-city/report-text.ts";
import { randomScenario } from "../../second-city/scenario.ts";
import { documentOf } from "./bare.ts";

it("ties 90,000 characters", () => {
  const parts = [2, 3, 4].map((seed) => {
    const scenario = randomScenario(knowledge, seed);
    const evaluator = evaluatorOf(scenario);
    const report = reportOf(evaluator, scenario.root, scenario.years.at(-1)!);
    return { known: knownOf(evaluator, report), text: documentOf(report, "page", false).document.text };
  });
  let text = "";
  const figures: Known["report"]["figures"][number][] = [];
  for (const [at, { known }] of parts.entries()) {
    figures.push(
      ...known.report.figures.map((span) => ({
        figure: `${at}${span.figure}`,
        start: span.start + text.length,
        end: span.end + text.length,
      })),
    );
    text += known.report.text;
  }
  const known: Known = {
    ...parts[0]!.known,
    printed: parts.flatMap((part, at) => part.known.printed.map((figure) => ({ ...figure, id: `${at}${figure.id}` }))),
    data: parts.flatMap((part) => part.known.data),
    report: { text, figures },
  };
  const whole = parts.map((part) => part.text).join("");
  let numbers = 0;
  const altered = whole.replace(/\d+/g, (digits) => ((numbers += 1) % 10 === 0 ? String(Number(digits) + 1) : digits));
  const document = {
    file: "a.pdf",
    format: "pdf" as const,
    text: altered,
    blocks: [{ kind: "paragraph" as const, start: 0, end: altered.length }],
    changes: [],
    comments: [],
    figures: [],
  };
  const { quantities } = scanQuantities(altered);
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    const { ties } = tieFigures(document, quantities, [], known);
    expect(ties.filter(({ state }) => state === "different").length).toBeGreaterThan(200);
    return process.cpuUsage(start).user / 1000;
  });
  expect(altered.length).toBeGreaterThan(90_000);
  // About 140 ms where nothing else runs; the bound only tells a linear walk from a quadratic one.
  expect(Math.min(...times)).toBeLessThan(2_500);
}, 120_000);
