/** What the store says of an organisation, as the auditor takes it. */
import { describe, expect, it } from "vitest";
import { datasetOf } from "../../demo/generator/dataset.ts";
import { documentsOf, index, reportOf } from "../../tests/second-city/report-text.ts";
import { randomScenario } from "../../tests/second-city/scenario.ts";
import { Evaluator } from "../core/formula/evaluator.ts";
import { projectFacts } from "../core/formula/projection.ts";
import type { Cycle } from "../core/model/cycle.ts";
import { isDecimalText } from "../core/quantity/exact.ts";
import { round } from "../core/quantity/rounding.ts";
import { knownFigures, knownOf } from "./known-figures.ts";
import type { StoreReader } from "./ports.ts";

const scenario = randomScenario(index.knowledge, 2);
const { root } = scenario;
const year = scenario.years.at(-1)!;
const documents = documentsOf(scenario);
const evaluator = new Evaluator(index, datasetOf(index, scenario.organisations, documents));
const report = reportOf(evaluator, root, year);
const known = knownOf(evaluator, report);
const byId = new Map(known.data.map((figure) => [figure.id, figure]));
const school = scenario.organisations.find(({ kind }) => kind === "school")!;
const name = school.versions[0]!.name;

describe("known figures", () => {
  it("give the report's text with every figure in its place", () => {
    const { text, figures } = known.report;
    const printed = new Map(report.figures.map((figure) => [figure.id, figure.text]));
    expect(figures.length).toBeGreaterThan(500);
    for (const { start, end, figure } of figures) expect(text.slice(start, end)).toBe(printed.get(figure));
    expect(known.printed.map(({ id }) => id)).toEqual(report.figures.map(({ id }) => id));
  });

  it("have one id each, and print as their value rounds", () => {
    expect(byId.size).toBe(known.data.length);
    for (const figure of [...known.data, ...known.printed].filter(({ kind }) => kind !== "quoted")) {
      const digits = /^-?[\d.]+/.exec(figure.text)?.[0] ?? "";
      expect(isDecimalText(digits)).toBe(true);
      expect(Number(digits)).toBe(Number(round(figure.value, figure.decimals)));
    }
  });

  it("agree with the engine, for the whole, its members, its parts and the year before", () => {
    const expected = (code: string, selection: Parameters<Evaluator["measure"]>[1], of: number): string =>
      round(evaluator.measure(code, selection, of).value!, 0);
    const value = (id: string): string => round(byId.get(id)!.value, 0);
    const code = "students.enrolled";
    expect(value(`${code}@${year}`)).toBe(expected(code, { organisation: root }, year));
    expect(value(`${code}@${year - 1}`)).toBe(expected(code, { organisation: root }, year - 1));
    const members = { gender: "female" };
    expect(value(`${code}#gender=female@${year}`)).toBe(expected(code, { organisation: root, members }, year));
    expect(value(`${code}@${year}/${name}`)).toBe(expected(code, { organisation: school.code }, year));
    const attributes = { 隶属: "市直" };
    expect(value(`${code}@${year}/市直`)).toBe(expected(code, { organisation: root, attributes }, year));
  });

  it("state changes as the report prints them", () => {
    const changes = report.figures.filter(
      ({ kind, unit, text, organisation }) => kind === "change" && text.endsWith(unit) && unit !== "%" && organisation === root,
    );
    const printed = new Set(known.data.filter(({ kind }) => kind === "change").map(({ measure, text }) => `${measure} ${text}`));
    const lacking = changes.filter(({ measure, text }) => !printed.has(`${measure} ${text}`));
    expect(changes.length).toBeGreaterThan(50);
    expect(lacking.map(({ label, text }) => `${label} ${text}`)).toEqual([]);
  });

  it("know the words for the whole and for its parts", () => {
    expect(known.whole).toEqual(expect.arrayContaining([report.organisationName, "全市", "我市"]));
    expect(known.scopes["市直"]).toBe("市直");
    expect(known.scopes[school.versions[0]!.shortName!]).toBe(name);
  });

  it("are the same from a store", async () => {
    const cycle = (of: number): Cycle => ({
      organisation: root,
      year: of,
      titleYear: of,
      dataPeriod: { kind: "calendarYear", start: `${of}-01-01`, end: `${of}-12-31` },
      issuedOn: `${of + 1}-02-21`,
      deadlines: {},
      outlines: { city: "2016-city", school: "2016-school" },
      catalog: "catalog",
      sample: true,
    });
    const reader: Partial<StoreReader> = {
      organisations: () => Promise.resolve([...scenario.organisations]),
      cycles: () => Promise.resolve(scenario.years.map(cycle)),
      breaks: () => Promise.resolve([]),
      facts: () => Promise.resolve(documents.flatMap((document) => projectFacts(index, document, 1))),
      filings: () => Promise.resolve(documents.map((document) => ({ ...document, state: "accepted" as const, version: 1 }))),
    };
    const found = await knownFigures(reader as StoreReader, index, root, year, false);
    expect(found.report).toEqual(known.report);
    expect(found.data).toEqual(known.data);
    await expect(knownFigures(reader as StoreReader, index, "999999", year, false)).rejects.toThrow();
  });
});
