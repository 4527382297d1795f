/** A small city with a register, an outline of one phrase, and its report: for the tests of the wording. */
import type { NarrativeBlock, Outline } from "../definition/outline.ts";
import { phrase, type PhrasePart } from "../definition/phrase.ts";
import { unverified } from "../definition/source.ts";
import { Evaluator } from "../formula/evaluator.ts";
import { facts, fixtureIndex, fixtureOrganisations } from "../formula/fixture.ts";
import type { Cycle, SeriesBreak } from "../model/cycle.ts";
import { Dataset, type Filing } from "../model/dataset.ts";
import type { Organisation } from "../model/organisation.ts";
import type { Material, RegisterRow } from "../model/return.ts";
import { composeReport } from "./compose.ts";
import type { Report, ReportBlock } from "./report.ts";
import { plainText } from "./runs.ts";

export interface FixtureData {
  /** "organisation/year/element#members=value" */
  readonly cells: readonly string[];
  readonly rows?: readonly { readonly organisation: string; readonly ledger: string; readonly values: RegisterRow["values"] }[];
  readonly materials?: readonly {
    readonly organisation: string;
    readonly section: string;
    readonly title: string;
    readonly text: string;
  }[];
  readonly breaks?: readonly SeriesBreak[];
  readonly years?: readonly number[];
  readonly organisations?: readonly Organisation[];
  readonly organisation?: string;
}

const origin = { file: "f.xlsx", sheet: "s", cell: "A2" };

export function fixtureReport(data: FixtureData, blocks: readonly NarrativeBlock[]): Report {
  const years = data.years ?? [2018, 2019];
  const organisation = data.organisation ?? "C";
  const outline: Outline = {
    code: "t",
    zh: "测试",
    level: "city",
    source: unverified("test"),
    since: 2016,
    title: "质量年度报告",
    statement: [phrase("{organisation}负责。")],
    opening: [],
    chapters: [{ code: "a", title: "基本情况", sections: [{ code: "a.b", title: "规模", required: [], blocks }] }],
  };
  const cycle: Cycle = {
    organisation: "C",
    year: 2019,
    titleYear: 2019,
    dataPeriod: { kind: "calendarYear", start: "2019-01-01", end: "2019-12-31" },
    issuedOn: "2020-02-21",
    deadlines: {},
    outlines: { city: "t", school: "t" },
    catalog: "hash",
    sample: false,
  };
  return composeReport(new Evaluator(fixtureIndex, datasetOf(data, years)), { organisation, year: 2019, cycle, outline });
}

function datasetOf(data: FixtureData, years: readonly number[]): Dataset {
  const organisations = data.organisations ?? fixtureOrganisations;
  const filings = organisations.map(({ code }): Filing => {
    const registers: Record<string, RegisterRow[]> = {};
    for (const { organisation, ledger, values } of data.rows ?? [])
      if (organisation === code) (registers[ledger] ??= []).push({ id: `${ledger}-${registers[ledger].length}`, values, origin });
    const materials = (data.materials ?? [])
      .filter((each) => each.organisation === code)
      .map((each): Material => ({ ...each, id: each.title, chosen: true, origin }));
    return { organisation: code, year: 2019, state: "accepted", version: 1, registers, materials, explanations: {} };
  });
  return new Dataset({
    organisations,
    yearEnds: Object.fromEntries(years.map((year) => [year, `${year}-12-31`])),
    facts: facts(...data.cells),
    filings,
    breaks: data.breaks ?? [],
  });
}

export function blocksOf(report: Report): readonly ReportBlock[] {
  return report.chapters[0]!.sections[0]!.blocks;
}

/** The text of one paragraph written from `parts`; "" when it was dropped. */
export function sentence(data: FixtureData, ...parts: readonly PhrasePart[]): string {
  const [block] = blocksOf(fixtureReport(data, [{ kind: "paragraph", phrase: phrase(...parts) }]));
  const text = block?.kind === "paragraph" ? plainText(block.runs) : "";
  return text === "本年度无相关数据填报。" ? "" : text;
}
