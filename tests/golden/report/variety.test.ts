/** A report that says everything in one sentence pattern reads like a form: no skeleton of a sentence stands more than twice in a section. */
import { expect, it } from "vitest";
import { xuchangScenario } from "../../../demo/xuchang/scenario.ts";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { evaluatorOf, reportOf } from "../../second-city/report-text.ts";

const scenario = xuchangScenario(knowledge);
const organisations = scenario.organisations.flatMap(({ versions }) =>
  versions.flatMap(({ name, shortName }) => [name, ...(shortName ? [shortName] : [])]),
);
const measures = [...knowledge.elements, ...knowledge.indicators].flatMap(({ zh, aliases }) => [zh, ...aliases]);
const longestFirst = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name.length > 1).sort((left, right) => right.length - left.length);

/** Digits, names of organisations and measures, the words for up and down, and what is quoted, all masked. */
function skeleton(sentence: string): string {
  const masked = longestFirst(organisations).reduce(
    (text, name) => text.replaceAll(name, "○"),
    sentence.replace(/“[^”]*”|《[^》]*》/g, "◇"),
  );
  return longestFirst(measures)
    .reduce((text, name) => text.replaceAll(name, "△"), masked)
    .replace(/[\d.]+/g, "#")
    .replace(/[较比]上年(?:增加|减少|提高|下降|上升)|与上年持平/g, "↕");
}

it.each([scenario.root, "411000-01", "411000-08"])("varies the sentences of each section: %s", (organisation) => {
  const report = reportOf(evaluatorOf(scenario), scenario.root, 2019, organisation);
  const repeated = report.chapters.flatMap(({ sections }) =>
    sections.flatMap((section) => {
      const sentences = section.blocks.flatMap((block) =>
        block.kind === "paragraph"
          ? block.runs
              .map((run) => run.text)
              .join("")
              .split(/(?<=。)/)
          : [],
      );
      const counts = new Map<string, number>();
      for (const each of sentences.map(skeleton)) counts.set(each, (counts.get(each) ?? 0) + 1);
      return [...counts].filter(([, count]) => count > 2).map(([text, count]) => `${section.title}: ${count} × ${text}`);
    }),
  );
  expect(repeated).toEqual([]);
});
