/** The random cities whose reports are read: many, and some of them with a school that did not file. */
import { knowledge } from "../../src/catalog/knowledge.ts";
import type { Report } from "../../src/core/reporting/report.ts";
import { documentsOf, evaluatorOf, reportOf } from "../second-city/report-text.ts";
import { randomScenario } from "../second-city/scenario.ts";

/** The latest report of the city drawn from `seed`; in every fifth city one school's return of that year is wanting. */
export function drawn(seed: number): Report {
  const scenario = randomScenario(knowledge, seed);
  const year = scenario.years.at(-1)!;
  const wanting = seed % 5 === 0 ? `${scenario.root}-02` : null;
  const filed = documentsOf(scenario).filter((each) => each.organisation !== wanting || each.year !== year);
  return reportOf(evaluatorOf(scenario, filed), scenario.root, year);
}
