/**
 * What the store says of one organisation and year, as the plain value with which the auditor ties a text:
 * the report as it would be written now, and every element and indicator of this year and the last.
 */
import type { Known, KnownFigure } from "../core/auditing/tie/known-figure.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { isInForce } from "../core/definition/ledger.ts";
import type { Evaluator } from "../core/formula/evaluator.ts";
import type { OrganisationNode } from "../core/model/organisation.ts";
import { type Members, membersKey, selected, type Selection } from "../core/model/selection.ts";
import { absolute, compare, divide, exact, isDecimalText, subtract, zero } from "../core/quantity/exact.ts";
import { round } from "../core/quantity/rounding.ts";
import { isUnit, unit, unitOfChange } from "../core/quantity/unit.ts";
import { FigureBook } from "../core/reporting/figure.ts";
import { digits, styleOf, withoutZeros } from "../core/reporting/printed.ts";
import type { Figure, Report } from "../core/reporting/report.ts";
import { Scope } from "../core/reporting/scope.ts";
import { knownText } from "./known-text.ts";
import type { StoreReader } from "./ports.ts";
import { composeFor } from "./report.ts";

/** Cells of one element beyond which only members of one dimension at a time are known. */
const mostCells = 200;

/** @throws Refusal for an unknown organisation, cycle or outline. */
export async function knownFigures(
  reader: StoreReader,
  index: KnowledgeIndex,
  organisation: string,
  year: number,
  acceptedOnly: boolean,
): Promise<Known> {
  const { evaluator, report } = await composeFor(reader, index, organisation, year, acceptedOnly);
  return knownOf(evaluator, report);
}

/** What `evaluator` says of the report's organisation and year. */
export function knownOf(evaluator: Evaluator, report: Report): Known {
  const { organisation, year } = report;
  const nodes = selected(evaluator.dataset.tree(year), { organisation });
  const [root] = nodes as [OrganisationNode, ...OrganisationNode[]];
  const scope = new Scope(evaluator, root, year);
  const words = [root.name, root.shortName ?? root.name, scope.word("whole"), scope.word("schools"), scope.word("our")];
  const parts = nodes.slice(1);
  const attributes = new Map(nodes.flatMap((node) => Object.entries(node.attributes).map(([name, value]) => [value, { [name]: value }])));
  const names = new Map(nodes.map((node) => [node.code, node.code === organisation ? "" : node.name]));
  return {
    year,
    whole: [...new Set(words)],
    scopes: Object.fromEntries([
      ...[...attributes.keys()].map((value) => [value, value]),
      ...parts.flatMap((node) => [node.name, node.shortName ?? node.name].map((name) => [name, node.name])),
    ]) as Record<string, string>,
    printed: report.figures.map((figure) => printedFigure(figure, names.get(figure.organisation) ?? figure.organisation)),
    data: [
      ...[year - 1, year].flatMap((each) => ofSelection(evaluator, { organisation }, "", each, true)),
      ...[...attributes].flatMap(([value, chosen]) => ofSelection(evaluator, { organisation, attributes: chosen }, value, year, false)),
      ...parts.flatMap((node) => ofSelection(evaluator, { organisation: node.code }, node.name, year, false)),
    ],
    report: knownText(report),
  };
}

function printedFigure(figure: Figure, scope: string): KnownFigure {
  const { id, measure, label, year, kind, text, number } = figure;
  const isExact = kind === "level" && isDecimalText(figure.exact);
  const { trace } = figure;
  return {
    id,
    measure,
    label,
    members: trace.kind === "total" || trace.kind === "fact" ? trace.members : {},
    scope,
    year,
    kind,
    text,
    value: exact(isExact ? figure.exact : number),
    unit: spoken(figure.unit),
    decimals: number.split(".")[1]?.length ?? 0,
  };
}

/** Every measure in force; with `deep`, its members and its changes too. */
function ofSelection(evaluator: Evaluator, selection: Selection, scope: string, year: number, deep: boolean): KnownFigure[] {
  if (!evaluator.dataset.tree(year).nodes.has(selection.organisation)) return [];
  const { index } = evaluator;
  const labels = new FigureBook(index);
  return [...index.knowledge.elements, ...index.knowledge.indicators]
    .filter((definition) => isInForce(definition, year))
    .flatMap(({ code }) => {
      const every = deep ? memberSets(index, dimensionsOf(evaluator, code)) : [{}];
      return every.flatMap((members) =>
        ofMeasure(evaluator, labels.label(code, members), code, { ...selection, members }, scope, year, deep),
      );
    });
}

function ofMeasure(
  evaluator: Evaluator,
  label: string,
  code: string,
  selection: Selection & { readonly members: Members },
  scope: string,
  year: number,
  withChange: boolean,
): KnownFigure[] {
  const { value } = evaluator.measure(code, selection, year);
  if (value === null) return [];
  const style = styleOf(evaluator.index.measure(code));
  const { members } = selection;
  const key = membersKey(members);
  const id = `${code}${key === "" ? "" : `#${key}`}@${year}${scope === "" ? "" : `/${scope}`}`;
  const printed = digits(value, style);
  const base = { measure: code, label, members, scope, year, decimals: style.decimals };
  const level: KnownFigure = {
    ...base,
    id,
    kind: "level",
    text: `${printed}${style.spoken}`,
    value: divide(value, exact(style.scale)),
    unit: spoken(style.symbol),
  };
  const change = withChange ? evaluator.change(code, selection, year) : null;
  if (change?.kind !== "change") return [level];
  const difference = subtract(exact(printed), exact(digits(change.previous.value!, style)));
  const sign = compare(difference, zero);
  const ofChange = style.scale === "1" ? spoken(unitOfChange(style.of).symbol) : style.spoken;
  const fixed = round(absolute(difference), style.decimals);
  return [
    level,
    {
      ...base,
      id: `${id}:change`,
      kind: "change",
      text: `${style.trimmed ? withoutZeros(fixed) : fixed}${ofChange}`,
      value: absolute(difference),
      unit: ofChange,
      direction: sign > 0 ? "up" : sign < 0 ? "down" : "flat",
    },
  ];
}

/** Dimensions by which a measure can be taken apart: of an indicator those that all its elements have. */
function dimensionsOf(evaluator: Evaluator, code: string): readonly string[] {
  const { index } = evaluator;
  const element = index.elements.get(code);
  if (element) return element.dimensions;
  const [first, ...others] = [...evaluator.dependencies(code)].flatMap((each) => {
    const dimensions = index.elements.get(each)?.dimensions;
    return dimensions ? [dimensions] : [];
  });
  return (first ?? []).filter((dimension) => others.every((each) => each.includes(dimension)));
}

/** The whole, and every choice of members of some or all dimensions. */
function memberSets(index: KnowledgeIndex, dimensions: readonly string[]): Members[] {
  const choices = dimensions.map((dimension) =>
    (index.dimensions.get(dimension)?.members ?? []).map(({ code }) => ({ [dimension]: code })),
  );
  const all = choices.reduce<Members[]>(
    (sets, members) => sets.flatMap((set) => [set, ...members.map((each) => ({ ...set, ...each }))]),
    [{}],
  );
  return all.length <= mostCells ? all : [{}, ...choices.flat()];
}

/** "元" for 元/生: a text says the base in words. */
function spoken(symbol: string): string {
  if (!isUnit(symbol)) return symbol;
  const said = unit(symbol).spoken ?? symbol;
  return said === "：1" ? ":1" : said;
}
