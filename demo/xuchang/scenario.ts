/** The demo city as a scenario: organisations, totals, words. */
import type { Knowledge } from "../../src/core/definition/knowledge.ts";
import type { Scenario } from "../generator/city.ts";
import { xuchangOrganisations, xuchangSizes } from "./organisations.ts";
import { xuchangPhrasebook } from "./phrasebook.ts";
import { xuchangTotals } from "./totals.ts";

export function xuchangScenario(knowledge: Knowledge): Scenario {
  return { seed: 411000, root: "411000", organisations: xuchangOrganisations, years: [2018, 2019], totals: xuchangTotals, phrasebook: xuchangPhrasebook, sections: sectionsOf(knowledge, "2016-city", "2016-school"), sizes: xuchangSizes };
}

/** Titles of the outlines' sections → their codes. */
export function sectionsOf(knowledge: Knowledge, city: string, school: string): Scenario["sections"] {
  const titles = (code: string): Record<string, string> =>
    Object.fromEntries(knowledge.outlines.find((outline) => outline.code === code)?.chapters.flatMap((chapter) => chapter.sections.map((section) => [section.title, section.code])) ?? []);
  return { city: titles(city), school: titles(school) };
}
