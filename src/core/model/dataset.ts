/**
 * All that the engine may read: facts and register rows indexed for look-up, with the tree of each
 * year. A plain in-memory value, so that server, command line and browser compute from the same thing.
 */
import type { SeriesBreak } from "./cycle.ts";
import type { Fact } from "./fact.ts";
import { ancestry, type Organisation, type OrganisationTree, treeAt } from "./organisation.ts";
import type { Material, RegisterRow, ReturnState } from "./return.ts";

/** One organisation's filed ledgers in one year. */
export interface Filing {
  readonly organisation: string;
  readonly year: number;
  readonly state: ReturnState;
  readonly version: number;
  readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;
  readonly materials: readonly Material[];
  readonly explanations: Readonly<Record<string, string>>;
}

export interface DatasetInput {
  readonly organisations: readonly Organisation[];
  /** Year → last day of its data period (ISO), the day whose tree counts. */
  readonly yearEnds: Readonly<Record<number, string>>;
  readonly facts: Iterable<Fact>;
  readonly filings: readonly Filing[];
  readonly breaks: readonly SeriesBreak[];
}

export class Dataset {
  readonly organisations: readonly Organisation[];
  readonly years: readonly number[];
  readonly breaks: readonly SeriesBreak[];
  readonly #yearEnds: DatasetInput["yearEnds"];
  readonly #trees: Map<number, OrganisationTree>;
  readonly #facts = new Map<string, Map<string, Fact[]>>();
  readonly #filings = new Map<string, Filing>();
  /** What stands beneath, and the one filing of it that is replaced here. */
  readonly #beneath: { readonly dataset: Dataset; readonly replaced: Filing } | null;
  /** Organisations below which something differs from what stands beneath. */
  readonly #moved: ReadonlySet<string>;
  readonly #marks = new Map<string, object>();

  constructor(input: DatasetInput, beneath: { readonly dataset: Dataset; readonly replaced: Filing } | null = null) {
    this.organisations = input.organisations;
    this.breaks = input.breaks;
    this.#yearEnds = input.yearEnds;
    this.#beneath = beneath;
    this.years =
      beneath?.dataset.years ??
      Object.keys(input.yearEnds)
        .map(Number)
        .sort((left, right) => left - right);
    this.#trees = beneath
      ? beneath.dataset.#trees
      : new Map(this.years.map((year) => [year, treeAt(input.organisations, input.yearEnds[year]!)]));
    this.#moved = beneath ? this.#above([beneath.replaced.organisation]) : new Set();
    for (const fact of input.facts) this.#index(fact);
    for (const filing of input.filings) this.#filings.set(`${filing.organisation}/${filing.year}`, filing);
  }

  /**
   * The same with one filing, and the facts that it brings, in place of what stood here of that organisation and year.
   * Costs what the filing costs, however much stands beneath.
   * @param facts all of the filing's organisation and, as vintage, its year.
   */
  replacing(filing: Filing, facts: Iterable<Fact>): Dataset {
    const { organisations, breaks } = this;
    return new Dataset({ organisations, breaks, yearEnds: {}, facts, filings: [filing] }, { dataset: this, replaced: filing });
  }

  /**
   * The same with everything that these organisations filed, in whatever year, exchanged. Costs what they filed and a walk
   * over the index; what the others filed is shared. Not for a dataset made by {@link replacing}.
   * @param facts all of these organisations; @param filings likewise.
   */
  exchanging(organisations: ReadonlySet<string>, facts: Iterable<Fact>, filings: readonly Filing[]): Dataset {
    if (this.#beneath) throw new Error("a dataset that lies over another one cannot be exchanged");
    const { breaks } = this;
    const next = new Dataset({ organisations: this.organisations, breaks, yearEnds: this.#yearEnds, facts: [], filings: [] });
    for (const [key, byOrganisation] of this.#facts) {
      const gone = [...organisations].some((each) => byOrganisation.has(each));
      next.#facts.set(key, gone ? new Map([...byOrganisation].filter(([each]) => !organisations.has(each))) : byOrganisation);
    }
    for (const fact of facts) {
      // A map that is still shared is copied before something is put into it.
      const key = `${fact.element}/${fact.year}`;
      const shared = this.#facts.get(key);
      if (shared && next.#facts.get(key) === shared) next.#facts.set(key, new Map(shared));
      next.#index(fact);
    }
    for (const [key, filing] of this.#filings) if (!organisations.has(filing.organisation)) next.#filings.set(key, filing);
    for (const filing of filings) next.#filings.set(`${filing.organisation}/${filing.year}`, filing);
    const moved = this.#above(organisations);
    for (const [organisation, mark] of this.#marks) if (!moved.has(organisation)) next.#marks.set(organisation, mark);
    return next;
  }

  /**
   * Stands for all that an organisation and those below it filed: the same object in every dataset made of this one in
   * which none of it moved. What was computed of that alone may be kept by it.
   */
  mark(organisation: string): object {
    if (this.#beneath && !this.#moved.has(organisation)) return this.#beneath.dataset.mark(organisation);
    let mark = this.#marks.get(organisation);
    if (!mark) this.#marks.set(organisation, (mark = {}));
    return mark;
  }

  /** These organisations and all above them, in the tree of any year. */
  #above(organisations: Iterable<string>): Set<string> {
    const found = new Set(organisations);
    for (const tree of this.#trees.values()) for (const each of organisations) for (const { code } of ancestry(tree, each)) found.add(code);
    return found;
  }

  #index(fact: Fact): void {
    const key = `${fact.element}/${fact.year}`;
    let byOrganisation = this.#facts.get(key);
    if (!byOrganisation) this.#facts.set(key, (byOrganisation = new Map()));
    const list = byOrganisation.get(fact.organisation);
    if (list) list.push(fact);
    else byOrganisation.set(fact.organisation, [fact]);
  }

  /** The tree of `year`; an empty one for a year without a cycle. */
  tree(year: number): OrganisationTree {
    return this.#trees.get(year) ?? { date: `${year}-12-31`, nodes: new Map() };
  }

  hasYear(year: number): boolean {
    return this.#trees.has(year);
  }

  /** Facts of one element, organisation and year, over all members. */
  facts(element: string, organisation: string, year: number): readonly Fact[] {
    const own = this.#facts.get(`${element}/${year}`)?.get(organisation) ?? [];
    if (!this.#beneath) return own;
    const { dataset, replaced } = this.#beneath;
    const others = dataset.facts(element, organisation, year);
    return organisation === replaced.organisation ? [...others.filter((fact) => fact.vintage !== replaced.year), ...own] : others;
  }

  filing(organisation: string, year: number): Filing | undefined {
    return this.#filings.get(`${organisation}/${year}`) ?? this.#beneath?.dataset.filing(organisation, year);
  }
}
