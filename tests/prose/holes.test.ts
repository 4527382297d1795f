/**
 * Reports read clean whatever is missing: returns, cells and registers are taken out of random cities at
 * random, series are broken, and what is left must still be sentences.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knowledge } from "../../src/catalog/knowledge.ts";
import type { SeriesBreak } from "../../src/core/model/cycle.ts";
import type { FormCell, ReturnDocument } from "../../src/core/model/return.ts";
import type { Report, ReportBlock } from "../../src/core/reporting/report.ts";
import { unit } from "../../src/core/quantity/unit.ts";
import { documentsOf, evaluatorOf, index, reportOf } from "../second-city/report-text.ts";
import { randomScenario } from "../second-city/scenario.ts";

interface Holes {
  readonly seed: number;
  /** Shares, in percent, of schools' returns, of cells and of registers that are taken out, and of registers emptied. */
  readonly returns: number;
  readonly cells: number;
  readonly registers: number;
  readonly empties: number;
  readonly broken: boolean;
}

const flaws: readonly (readonly [string, RegExp])[] = [
  ["doubled punctuation", /[，。；：、]{2,}|（[，。；：、）]|[，；：、]）/u],
  ["a hole", /undefined|null|NaN|\[object|[{}\p{Cc}]/u],
  ["an empty sentence", /^[，。；：、]|(?:有|为|是|包括|占|达到|其中|：)[。；，]|分，[。；，]/u],
  ["a change of a share in %", /(?:提高|上升|降低)\d+(?:\.\d+)?%|(?:较|比)上年\P{P}{0,2}\d+(?:\.\d+)?%/u],
];

/** A number for each thing, the same in every run. */
function chance(seed: number, of: string): number {
  let hash = seed >>> 0;
  for (const character of of) hash = (Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0) ^ (hash >>> 13);
  return (Math.imul(hash, 0x9e3779b1) >>> 0) % 100;
}

function withHoles(documents: readonly ReturnDocument[], holes: Holes): ReturnDocument[] {
  return documents
    .filter(({ organisation, year }) => !organisation.includes("-") || chance(holes.seed, `${organisation}/${year}`) >= holes.returns)
    .map((document) => {
      const place = `${document.organisation}/${document.year}`;
      const cell = (key: string, given: FormCell): FormCell =>
        chance(holes.seed, `${place}/${key}`) < holes.cells ? { ...given, status: "missing", value: null } : given;
      const forms = Object.fromEntries(
        Object.entries(document.forms).map(([ledger, cells]) => [
          ledger,
          Object.fromEntries(Object.entries(cells).map(([key, given]) => [key, cell(key, given)])),
        ]),
      );
      const registers = Object.fromEntries(
        Object.entries(document.registers)
          .filter(([ledger]) => chance(holes.seed, `${place}/${ledger}`) >= holes.registers)
          .map(([ledger, rows]) => [ledger, chance(holes.seed, `${place}/${ledger}/rows`) < holes.empties ? [] : rows]),
      );
      return { ...document, forms, registers };
    });
}

function paragraphsOf(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" || block.kind === "footnote" ? [block.runs.map((run) => run.text).join("")] : [],
  );
}

function flawsOf(report: Report): string[] {
  const sections = report.chapters.flatMap((chapter) => chapter.sections);
  const paragraphs = [
    ...report.opening,
    ...sections.flatMap((section) => section.blocks),
    ...report.annexes.flatMap((annex) => annex.blocks),
  ];
  const found = paragraphsOf(paragraphs).flatMap((text) =>
    text === "" ? ["an empty paragraph"] : flaws.filter(([, pattern]) => pattern.test(text)).map(([flaw]) => `${flaw}: ${text}`),
  );
  for (const section of sections) {
    const skeletons = paragraphsOf(section.blocks)
      .flatMap((text) => text.split("。"))
      .filter((text) => text !== "")
      .map((text) => text.replace(/\d+(?:\.\d+)?/g, "N"));
    for (const skeleton of new Set(skeletons))
      if (skeletons.filter((each) => each === skeleton).length > 2) found.push(`said more than twice: ${skeleton}`);
  }
  for (const figure of report.figures)
    if (figure.kind === "change" && figure.unit === "%" && !["count", "amount"].includes(unit(index.measure(figure.measure).unit).kind))
      found.push(`growth of a share: ${figure.label}`);
  return found;
}

const percent = fc.constantFrom(0, 0, 5, 30, 90);
const anyHoles: fc.Arbitrary<Holes> = fc.record({
  seed: fc.integer({ min: 1, max: 1000 }),
  returns: percent,
  cells: percent,
  registers: percent,
  empties: percent,
  broken: fc.boolean(),
});

describe("a report of a city with holes", () => {
  it("reads clean", () => {
    fc.assert(
      fc.property(anyHoles, (holes) => {
        const scenario = randomScenario(knowledge, holes.seed);
        const year = scenario.years.at(-1)!;
        const breaks: SeriesBreak[] = holes.broken
          ? ["students.enrolled", "employment.graduates"].map((measure) => ({
              organisation: scenario.root,
              measure,
              year,
              reason: "统计范围调整",
            }))
          : [];
        const report = reportOf(evaluatorOf(scenario, withHoles(documentsOf(scenario), holes), breaks), scenario.root, year);
        expect(flawsOf(report)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
