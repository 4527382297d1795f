/** Cities drawn at random go from returns to reports that prove clean, read clean and hold no word of the demo city. */
import { describe, expect, it } from "vitest";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import { xuchangPhrasebook } from "../../demo/xuchang/phrasebook.ts";
import { xuchangScenario } from "../../demo/xuchang/scenario.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { runChecks } from "../../src/core/checking/run-checks.ts";
import type { Report } from "../../src/core/reporting/report.ts";
import { unit } from "../../src/core/quantity/unit.ts";
import { secondPhrasebook } from "./phrasebook.ts";
import { bareText, evaluatorOf, index, passages, reportOf } from "./report-text.ts";
import { randomScenario } from "./scenario.ts";

/** Every text inside a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Chinese names and texts of the demo, but for those that the catalog or the second city says as well. */
const shared = [JSON.stringify(knowledge), JSON.stringify(secondPhrasebook)].join();
const organisationNames = xuchangOrganisations.flatMap(({ versions }) =>
  versions.flatMap(({ name, shortName }) => [name, ...(shortName ? [shortName] : [])]),
);
const demoWords = [...new Set([...organisationNames, ...textsIn(xuchangPhrasebook)])].filter(
  (text) => /\p{Script=Han}{2,}/u.test(text) && !shared.includes(text),
);

const flaws: readonly (readonly [string, RegExp])[] = [
  ["doubled punctuation", /[，。；：、！？]{2,}|（[，。；：、]|[，；：、]）|（）|《》|“”/],
  ["a hole", /undefined|NaN|null|Infinity|\[object|[{}]|(?!\n)\p{Cc}/u],
  ["an empty sentence", /(?:^|。)\s*[。，；]|(?:有|为|是|包括|占|达到|其中|：)[。；，]|分，[。；]/m],
  ["a change of a share in %", /(?:提高|上升|降低)\d+(?:\.\d+)?%|(?:较|比)上年(?:增长|增加|减少|下降)?\d+(?:\.\d+)?%/],
];

function flawsOf(report: Report, first: boolean): string[] {
  const text = bareText(passages(report));
  const around = (at: number): string => text.slice(Math.max(0, at - 20), at + 20).replaceAll("\n", "⏎");
  const found = flaws.flatMap(([flaw, pattern]) =>
    [...text.matchAll(new RegExp(pattern, "gmu"))].map((match) => `${flaw}: ${around(match.index)}`),
  );
  const told = bareText(passages({ ...report, annexes: report.annexes.filter(({ title }) => title !== "指标解释") }));
  if (first)
    found.push(
      ...[...told.matchAll(/(?:较|比|与|好于)上年|上年为|增长\d/g)].map(
        (match) => `a change in a first year: ${told.slice(Math.max(0, match.index - 20), match.index + 20)}`,
      ),
    );
  found.push(...demoWords.filter((word) => text.includes(word)).map((word) => `a word of the demo city: ${word}`));
  for (const figure of report.figures)
    if (figure.kind === "change" && figure.unit === "%" && !["count", "amount"].includes(unit(index.measure(figure.measure).unit).kind))
      found.push(`growth of a share: ${figure.label}`);
  for (const [at, passage] of passages(report).entries()) if (passage === "") found.push(`an empty paragraph: ${at}`);
  return found;
}

const seeds = Array.from({ length: 30 }, (_, at) => at + 1);

describe("a second city", () => {
  it.each(seeds)("drawn from seed %i has no proof among its findings, and its reports read clean", (seed) => {
    const scenario = randomScenario(knowledge, seed);
    const evaluator = evaluatorOf(scenario);
    const proofs = scenario.years.flatMap((year) =>
      [...evaluator.dataset.tree(year).nodes.keys()]
        .flatMap((code) => runChecks(evaluator, code, year))
        .filter(({ tier }) => tier === "proof"),
    );
    expect(proofs.map(({ organisation, year, check, proof }) => `${organisation} ${year} ${check} ${proof}`)).toEqual([]);
    const schools = scenario.organisations.filter(({ kind }) => kind === "school");
    for (const [at, year] of scenario.years.entries()) expect(flawsOf(reportOf(evaluator, scenario.root, year), at === 0)).toEqual([]);
    expect(
      flawsOf(
        reportOf(evaluator, scenario.root, scenario.years.at(-1)!, schools[seed % schools.length]!.code),
        scenario.years.length === 1,
      ),
    ).toEqual([]);
  });

  it("would show a leak: the demo's own report holds its words", () => {
    const scenario = xuchangScenario(knowledge);
    const found = flawsOf(reportOf(evaluatorOf(scenario), scenario.root, 2019), false);
    expect(found.filter((flaw) => flaw.startsWith("a word of the demo city")).length).toBeGreaterThan(50);
    expect(found.filter((flaw) => !flaw.startsWith("a word of the demo city"))).toEqual([]);
  });

  it("varies: cities differ in code, number of schools, profile and years", () => {
    const scenarios = seeds.map((seed) => randomScenario(knowledge, seed));
    const schools = scenarios.map(({ organisations }) => organisations.filter(({ kind }) => kind === "school"));
    expect(new Set(scenarios.map(({ root }) => root)).size).toBeGreaterThan(15);
    expect(new Set(schools.map(({ length }) => length)).size).toBeGreaterThan(6);
    expect(new Set(scenarios.map(({ years }) => years.length))).toEqual(new Set([1, 2, 3]));
    expect(scenarios.every(({ root }) => !root.startsWith("41"))).toBe(true);
  });
});
