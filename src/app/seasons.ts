/** Seasons read a moment ago: of what all organisations below a root filed, only that is read again whose returns have moved since. */
import { Dataset } from "../core/model/dataset.ts";
import type { StoreReader } from "./ports.ts";

/** How many earlier years a formula may look back on (a cohort's intake lies three years before). */
const lookBack = 3;

export interface SeasonQuery {
  /** Whom the reader sees: another's answer is none of this one's business. */
  readonly scope: string;
  readonly root: string;
  readonly year: number;
  /** Only returns accepted or locked count. */
  readonly acceptedOnly: boolean;
}

interface Kept {
  /** The tree, the cycles and the breaks: when they move, everything is read again. */
  readonly told: string;
  /** Organisation → versions and states of its returns. */
  readonly heads: ReadonlyMap<string, string>;
  /** Shared by all who ask while it is read. */
  readonly dataset: Promise<Dataset>;
}

type Query = Parameters<StoreReader["facts"]>[0];

type Where = Omit<SeasonQuery, "scope">;

/** Reads a season whole. */
export async function readSeason(reader: StoreReader, { root, year, acceptedOnly }: Where): Promise<Dataset> {
  const { years, surroundings } = await surroundingsOf(reader, root, year);
  const query = { root, years, acceptedOnly };
  return new Dataset({ ...surroundings, facts: await reader.facts(query), filings: await reader.filings(query) });
}

/** The years that a formula of `year` looks at, and what filings stand in. */
async function surroundingsOf(reader: StoreReader, root: string, year: number) {
  const cycles = (await reader.cycles(root)).filter((each) => each.year <= year && each.year >= year - lookBack);
  const surroundings = {
    organisations: await reader.organisations(),
    yearEnds: Object.fromEntries(cycles.map((each) => [each.year, each.dataPeriod.end])),
    breaks: await reader.breaks(),
  };
  return { years: cycles.map((each) => each.year), surroundings };
}

export class Seasons {
  readonly #kept = new Map<string, Kept>();

  /** @param most so many seasons stay in memory; one is a city's facts of four years, some 20 MB for a hundred schools. */
  constructor(readonly most: number) {}

  /** What stands now, as the reader sees it; the reader must look at one unchanging state of the store until the answer is there. */
  async read(reader: StoreReader, { scope, root, year, acceptedOnly }: SeasonQuery): Promise<Dataset> {
    const { years, surroundings } = await surroundingsOf(reader, root, year);
    const heads = new Map<string, string>();
    for (const each of years)
      for (const { organisation, version, state, hash, at } of await reader.returnStates(root, each))
        heads.set(organisation, `${heads.get(organisation) ?? ""}${each}/${version}/${state}/${hash}/${at} `);
    const told = JSON.stringify(surroundings);
    const query = { root, years, acceptedOnly };
    const readAll = async (): Promise<Dataset> =>
      new Dataset({ ...surroundings, facts: await reader.facts(query), filings: await reader.filings(query) });

    const key = [scope, root, query.years.join(), acceptedOnly].join("/");
    const known = this.#kept.get(key);
    const moved = known?.told === told ? differing(known.heads, heads) : null;
    const dataset =
      !known || moved === null
        ? readAll()
        : moved.length === 0
          ? known.dataset
          : known.dataset.then((before) => readAgain(reader, before, query, moved), readAll);
    const kept = { told, heads, dataset };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > this.most) this.#kept.delete(oldest);
    dataset.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return dataset;
  }
}

/** Organisations that stand in one of them alone, or differently in both. */
function differing(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((each) => before.get(each) !== now.get(each));
}

async function readAgain(reader: StoreReader, before: Dataset, query: Query, moved: readonly string[]): Promise<Dataset> {
  const only = { ...query, organisations: moved };
  return before.exchanging(new Set(moved), await reader.facts(only), await reader.filings(only));
}

/** What reads over one store keep: three scopes' seasons beside the whole one's, and what an accepted report needs. */
const seasonsKept = 6;
const ofStore = new WeakMap<object, Seasons>();

/** The seasons kept of a store, shared by everything that reads from it. */
export function seasonsOf(store: object): Seasons {
  let seasons = ofStore.get(store);
  if (!seasons) ofStore.set(store, (seasons = new Seasons(seasonsKept)));
  return seasons;
}

/** The scope of readers that see the whole store. */
export const wholeStore = "*";
