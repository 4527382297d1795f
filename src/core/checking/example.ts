/**
 * Builds the smallest city in which an example of the catalog can be executed: one organisation of the
 * level asked for, those below it that report an input, and peers where a check compares with them.
 */
import type { CheckExample } from "../definition/check.ts";
import type { Element } from "../definition/element.ts";
import type { Formula } from "../definition/formula.ts";
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import { measuresIn } from "../formula/dependencies.ts";
import { Evaluator } from "../formula/evaluator.ts";
import { projectFacts } from "../formula/projection.ts";
import { combinations } from "../formula/total.ts";
import { Dataset, type Filing } from "../model/dataset.ts";
import type { Fact, FactStatus } from "../model/fact.ts";
import type { Organisation, OrganisationKind } from "../model/organisation.ts";
import type { RegisterRow } from "../model/return.ts";
import { matches, type Members, membersKey, parseMembersKey } from "../model/selection.ts";
import { divide, type Exact, exact, isZero, multiply, subtract, sum, zero } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";

export interface ExampleInput extends Omit<CheckExample, "peers"> {
  readonly level: OrganisationKind;
  readonly year: number;
  /** Values of a formula at other organisations of the same level. */
  readonly peers?: { readonly of: Formula; readonly values: readonly string[] };
}

export interface ExampleWorld {
  readonly evaluator: Evaluator;
  readonly organisation: string;
  readonly year: number;
}

/** @throws Error where the example cannot be placed: a cell without a reporter at or below the level. */
export function buildExample(index: KnowledgeIndex, input: ExampleInput): ExampleWorld {
  const cells = cellsOf(index, input);
  const counts = Object.entries(input.cells ?? {}).filter(([key]) => key.startsWith("organisations:"));
  const others = Object.fromEntries(
    counts.filter(([key]) => !key.includes("|")).map(([key, value]) => [key.slice("organisations:".length), Number(value)]),
  ) as Partial<Record<OrganisationKind, number>>;
  const city = new City(index, input.level, others, attributesOf(counts), [
    ...cells.map((cell) => index.elements.get(cell.element)!.ledger),
    ...Object.keys(input.rows ?? {}),
  ]);
  const facts = cells.length > 0 ? factsOf(index, city, city.subject, cells, input.year) : [];
  const filings = filingsOf(index, city, input);
  for (const filing of filings) facts.push(...projectFacts(index, { ...filing, catalog: "", forms: {} }, 1));
  const peers = input.peers ? peersOf(index, city, cells, input.peers, input.year) : [];
  const years = [input.year, ...cells.map((cell) => input.year + cell.offset)];
  const dataset = new Dataset({
    organisations: [...city.organisations],
    yearEnds: Object.fromEntries(years.map((year) => [year, `${year}-12-31`])),
    facts: [...facts, ...peers],
    filings,
    breaks: [],
  });
  return { evaluator: new Evaluator(index, dataset), organisation: city.subject, year: input.year };
}

/** One given value of an element; `offset` is 0 for the year of the example, -1 for the year before. */
interface Cell {
  readonly element: string;
  readonly members: Members;
  readonly offset: number;
  readonly value: string | null;
}

function cellsOf(index: KnowledgeIndex, input: ExampleInput): Cell[] {
  return Object.entries(input.cells ?? {}).flatMap(([key, value]) => {
    if (key.startsWith("organisations:")) return [];
    const [, code = "", members = "", offset = "0"] = /^([^#@]+)(?:#([^@]+))?(?:@(-\d+))?$/.exec(key) ?? [];
    return assign(index, { kind: "measure", code, members: parseMembersKey(members) }, value, Number(offset));
  });
}

/** Cells that give a formula the value asked for: an indicator is given through its first inputs. */
function assign(index: KnowledgeIndex, formula: Formula, value: string | null, offset: number): Cell[] {
  switch (formula.kind) {
    case "measure": {
      const measure = index.measure(formula.code);
      if ("formula" in measure) return assign(index, measure.formula, value, offset);
      return [{ element: formula.code, members: formula.members ?? {}, offset, value }];
    }
    case "sum":
      return formula.terms.flatMap((term, position) => assign(index, term, position === 0 || value === null ? value : "0", offset));
    case "difference":
      return [...assign(index, formula.left, value, offset), ...assign(index, formula.right, value === null ? null : "0", offset)];
    case "quotient": {
      const numerator = value === null ? null : toSignificant(divide(exact(value), exact(formula.scale)), 40);
      return [
        ...assign(index, formula.numerator, numerator, offset),
        ...assign(index, formula.denominator, value === null ? null : "1", offset),
      ];
    }
    case "earlier":
      return assign(index, formula.of, value, offset - formula.years);
    case "product":
    case "number":
    case "organisations":
      throw new Error(`give the inputs of this formula: ${JSON.stringify(formula)}`);
  }
}

/** "organisations:school|隶属=市直": "5" — the first five schools have this attribute, whatever else they have. */
interface AttributeCount {
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly first: number;
}

function attributesOf(counts: readonly (readonly [string, string | null])[]): AttributeCount[] {
  return counts
    .filter(([key]) => key.includes("|"))
    .map(([key, value]) => {
      const [kind = "", ...pairs] = key.slice("organisations:".length).split("|");
      return { kind, attributes: parseMembersKey(pairs.join("|")), first: Number(value) };
    });
}

const levels: readonly OrganisationKind[] = ["school", "county", "city", "province", "nation"];

/** Province P › city C › county K and school S, with as many further schools or counties as an example counts. */
class City {
  readonly organisations: Organisation[] = [];
  readonly subject: string;

  constructor(
    readonly index: KnowledgeIndex,
    readonly level: OrganisationKind,
    others: Partial<Record<OrganisationKind, number>>,
    readonly attributes: readonly AttributeCount[],
    ledgers: readonly string[],
  ) {
    const reporters = new Set<string>(ledgers.flatMap((ledger) => index.ledgers.get(ledger)?.reportedBy ?? []));
    this.add("P", "province", null);
    this.add("C", "city", "P");
    if (level === "county" || others.county !== undefined || (reporters.has("county") && level === "city")) this.add("K", "county", "C");
    if (level === "school" || others.school !== undefined || reporters.has("school"))
      this.add("S", "school", level === "county" ? "K" : "C");
    for (let number = 2; number <= (others.county ?? 1); number += 1) this.add(`K${number}`, "county", "C");
    for (let number = 2; number <= (others.school ?? 1); number += 1) this.add(`S${number}`, "school", level === "county" ? "K" : "C");
    this.subject = { school: "S", county: "K", city: "C", province: "P", nation: "P" }[level];
  }

  add(code: string, kind: OrganisationKind, parent: string | null): void {
    const position = this.organisations.filter((each) => each.kind === kind).length;
    const own = this.attributes.filter((each) => each.kind === kind && position < each.first).map((each) => each.attributes);
    this.organisations.push({
      code,
      kind,
      versions: [
        { from: "1900-01-01", to: null, name: code, parent, attributes: Object.fromEntries(own.flatMap((each) => Object.entries(each))) },
      ],
    });
  }

  /** The organisation that files `ledger` for the subject: itself, or else the first below it. */
  reporter(ledger: string, ownOnly: boolean): string {
    const kinds: readonly string[] = this.index.ledgers.get(ledger)?.reportedBy ?? [];
    const candidates = ownOnly ? [this.level] : levels.slice(0, levels.indexOf(this.level) + 1).toReversed();
    const kind = candidates.find((each) => kinds.includes(each));
    const found = this.organisations.find((organisation) => organisation.kind === kind);
    if (!found) throw new Error(`${ledger} is filed by ${kinds.join(", ")}: not at or below ${this.level}`);
    return found.code;
  }
}

function factsOf(index: KnowledgeIndex, city: City, subject: string, cells: readonly Cell[], year: number): Fact[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(`${cell.element}@${cell.offset}`, [...(groups.get(`${cell.element}@${cell.offset}`) ?? []), cell]);
  return [...groups.values()].flatMap((group) => {
    const element = index.elements.get(group[0]!.element)!;
    const own = element.rollUp === "own" || element.rollUp === "none";
    const reporter = subject === city.subject ? city.reporter(element.ledger, own) : subject;
    const when = year + group[0]!.offset;
    const kinds: readonly string[] = index.ledgers.get(element.ledger)?.reportedBy ?? [];
    const silent = subject === city.subject ? city.organisations.filter((each) => each.code !== reporter && kinds.includes(each.kind)) : [];
    return [
      ...spread(index, element, group, reporter, when),
      ...silent.flatMap((each) =>
        combinations(index, element.dimensions).map((members) => factOf(element, each.code, when, members, "notApplicable", null)),
      ),
    ];
  });
}

/** The cells of one element: what is given for some members or in total is completed with zeros to all its cells. */
function spread(index: KnowledgeIndex, element: Element, given: readonly Cell[], organisation: string, year: number): Fact[] {
  const facts: Fact[] = [];
  const bySpecificity = [...given].sort((left, right) => Object.keys(right.members).length - Object.keys(left.members).length);
  const free = element.from ? [] : combinations(index, element.dimensions);
  for (const cell of bySpecificity) {
    if (cell.value === null) {
      if (element.from) continue;
      for (const members of take(free, cell.members)) facts.push(factOf(element, organisation, year, members, "missing", null));
      continue;
    }
    const known = facts.filter((fact) => matches(fact.members, cell.members)).map((fact) => exact(fact.value ?? "0"));
    const rest = subtract(exact(cell.value), sum(known));
    const place = element.from ? cell.members : take(free, cell.members, 1)[0];
    if (place) facts.push(...valueFacts(element, organisation, year, place, rest));
    else if (!isZero(rest)) throw new Error(`${element.code}: the members given do not add up to ${cell.value}`);
  }
  return [...facts, ...free.map((members) => factOf(element, organisation, year, members, "value", "0"))];
}

/** Takes the free cells that match out of the list. */
function take(free: Members[], wanted: Members, most = Infinity): Members[] {
  const taken = free.filter((members) => matches(members, wanted)).slice(0, most);
  for (const members of taken) free.splice(free.indexOf(members), 1);
  return taken;
}

/** One fact, or for things counted by their key one for each thing. */
function valueFacts(element: Element, organisation: string, year: number, members: Members, value: Exact): Fact[] {
  if (element.rollUp !== "distinct") return [factOf(element, organisation, year, members, "value", toSignificant(value, 40))];
  return Array.from({ length: Number(value.numerator) }, (_, position) => ({
    ...factOf(element, organisation, year, members, "value", "1"),
    key: `${membersKey(members)}/${position}`,
  }));
}

function factOf(element: Element, organisation: string, year: number, members: Members, status: FactStatus, value: string | null): Fact {
  return {
    element: element.code,
    organisation,
    year,
    vintage: year,
    members,
    status,
    value,
    origin: { file: "example", sheet: element.ledger, cell: "A1", version: 1 },
  };
}

function filingsOf(index: KnowledgeIndex, city: City, input: ExampleInput): Filing[] {
  const byOrganisation = new Map<string, Record<string, RegisterRow[]>>();
  for (const [ledger, rows] of Object.entries(input.rows ?? {})) {
    const definition = index.ledgers.get(ledger);
    if (definition?.kind !== "register") throw new Error(`not a register: ${ledger}`);
    const reporter = city.reporter(ledger, false);
    const registers = byOrganisation.get(reporter) ?? {};
    const blank = Object.fromEntries(definition.columns.map((column) => [column.code, null]));
    for (const column of rows.flatMap(Object.keys)) if (!(column in blank)) throw new Error(`no column ${column} in ${ledger}`);
    registers[ledger] = rows.map((values, position) => ({
      id: `r${position + 1}`,
      values: { ...blank, ...values },
      origin: { file: "example", sheet: ledger, cell: `A${position + 5}` },
    }));
    byOrganisation.set(reporter, registers);
  }
  return [...byOrganisation].map(([organisation, registers]) => ({
    organisation,
    year: input.year,
    state: "submitted",
    version: 1,
    registers,
    materials: [],
    explanations: {},
  }));
}

/** Peers are copies of the example whose numerator is scaled until the formula has the value given for them. */
function peersOf(
  index: KnowledgeIndex,
  city: City,
  cells: readonly Cell[],
  peers: NonNullable<ExampleInput["peers"]>,
  year: number,
): Fact[] {
  const own = valueOf(index, city, cells, peers.of, year);
  const scaled = new Set(numeratorOf(index, peers.of));
  const kind = city.level;
  const parent = city.organisations.find((organisation) => organisation.code === city.subject)!.versions[0]!.parent;
  return peers.values.flatMap((value, position) => {
    const code = `${city.subject}-P${position + 1}`;
    city.add(code, kind, parent);
    const factor = divide(exact(value), own);
    const copies = cells.map((cell) =>
      scaled.has(cell.element) && cell.value !== null ? { ...cell, value: toSignificant(multiply(exact(cell.value), factor), 40) } : cell,
    );
    return factsOf(index, city, code, copies, year);
  });
}

function valueOf(index: KnowledgeIndex, city: City, cells: readonly Cell[], formula: Formula, year: number): Exact {
  const yearEnds = { [year]: `${year}-12-31` };
  const dataset = new Dataset({
    organisations: [...city.organisations],
    yearEnds,
    facts: factsOf(index, city, city.subject, cells, year),
    filings: [],
    breaks: [],
  });
  const { value } = new Evaluator(index, dataset).formula(formula, { organisation: city.subject }, year);
  if (!value || value.numerator === zero.numerator) throw new Error("peers need an example whose own value is not zero");
  return value;
}

/** The elements by which a formula's value grows in proportion: those above the line of its quotient, or all. */
function numeratorOf(index: KnowledgeIndex, formula: Formula): string[] {
  if (formula.kind === "quotient") return numeratorOf(index, formula.numerator);
  return measuresIn(formula).flatMap((code) => {
    const indicator = index.indicators.get(code);
    return indicator ? numeratorOf(index, indicator.formula) : [code];
  });
}
