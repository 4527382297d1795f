/**
 * One city in one year while it is being invented: its schools, counties and the bureau, each with its
 * return, and the totals that a scenario fixes. Subjects are filled for the whole city at a time, so
 * that totals can be met exactly.
 */
import type { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { type Organisation, type OrganisationNode, subtree, treeAt } from "../../src/core/model/organisation.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";
import { allot } from "./allot.ts";
import { ReturnBuilder } from "./builder.ts";
import type { Phrasebook } from "./phrasebook.ts";
import type { Random } from "./random.ts";

/** One organisation's return in the making, with last year's (null in the first year). */
export interface Filer {
  readonly code: string;
  readonly node: OrganisationNode;
  readonly book: ReturnBuilder;
  readonly before: ReturnBuilder | null;
  readonly random: Random;
  /** Relative size of a school, about 1. */
  readonly size: number;
}

export interface Scenario {
  readonly seed: number;
  readonly root: string;
  readonly organisations: readonly Organisation[];
  readonly years: readonly number[];
  /** City totals that must come out exactly, by year and measure key ("code" or "code#dim=member"). */
  readonly totals: Readonly<Record<number, Readonly<Record<string, number>>>>;
  readonly phrasebook: Phrasebook;
  /** Section titles → codes of the outlines that its texts are for. */
  readonly sections: Readonly<Record<"city" | "school", Readonly<Record<string, string>>>>;
  /** Relative sizes of schools by code; drawn where absent. */
  readonly sizes: Readonly<Record<string, number>>;
}

export class CityYear {
  readonly schools: readonly Filer[];
  readonly counties: readonly Filer[];
  readonly city: Filer;

  constructor(
    readonly index: KnowledgeIndex,
    readonly scenario: Scenario,
    readonly year: number,
    readonly random: Random,
    readonly before: CityYear | null,
  ) {
    const nodes = subtree(treeAt(scenario.organisations, `${year}-12-31`), scenario.root);
    const filers = nodes.map((node): Filer => {
      const earlier = before?.filer(node.code);
      const size = scenario.sizes[node.code] ?? earlier?.size ?? random.fork(`size ${node.code}`).between(0.5, 1.6);
      return { code: node.code, node, book: new ReturnBuilder(index, node, year), before: earlier?.book ?? null, random: random.fork(`${node.code} ${year}`), size };
    });
    this.schools = filers.filter((filer) => filer.node.kind === "school");
    this.counties = filers.filter((filer) => filer.node.kind === "county");
    this.city = filers.find((filer) => filer.code === scenario.root)!;
  }

  filer(code: string): Filer | undefined {
    return [this.city, ...this.counties, ...this.schools].find((filer) => filer.code === code);
  }

  /** The total that the scenario fixes for `key` this year, if any. */
  total(key: string): number | undefined {
    return this.scenario.totals[this.year]?.[key];
  }

  /**
   * One whole number for each school: the drawn ones, scaled to the scenario's total for `key` where there
   * is one, and never above `caps`.
   */
  perSchool(key: string, draw: (school: Filer, at: number) => number, caps?: readonly number[]): number[] {
    const drawn = this.schools.map((school, at) => Math.max(0, draw(school, at)));
    const total = this.total(key);
    if (total === undefined) return drawn.map((value, at) => Math.min(Math.round(value), caps?.[at] ?? Number.POSITIVE_INFINITY));
    return allot(total, drawn, caps);
  }

  documents(catalog: string): ReturnDocument[] {
    return [this.city, ...this.counties, ...this.schools].map((filer) => filer.book.build(catalog));
  }
}

/** Fills one subject for the whole city. */
export type SubjectFiller = (city: CityYear) => void;

/** The returns of every organisation and year of a scenario, in order of year. */
export function inventCity(index: KnowledgeIndex, scenario: Scenario, fillers: readonly SubjectFiller[], random: Random, catalog: string): ReturnDocument[] {
  const documents: ReturnDocument[] = [];
  let before: CityYear | null = null;
  for (const year of scenario.years) {
    const city: CityYear = new CityYear(index, scenario, year, random.fork(`year ${year}`), before);
    for (const fill of fillers) fill(city);
    documents.push(...city.documents(catalog));
    before = city;
  }
  return documents;
}
