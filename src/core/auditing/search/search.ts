/** General search: what the rules have left unread, looked at by numbers, units and the text's own names, however it is worded. */
import { isCoarse } from "../relations/arithmetic.ts";
import type { Reading, Relation } from "../relations/relation.ts";
import { cellNames } from "../tables/cell-names.ts";
import { namedQuotients } from "../tables/named-quotients.ts";
import { citableCells, citedCells, type CitableTable } from "../tables/cited-cells.ts";
import { additiveRelations } from "../tables/additive.ts";
import { apart, cellsOf } from "../tables/grid.ts";
import { ratioRelations } from "../tables/table-ratios.ts";
import { tableSearch } from "../tables/number-search.ts";
import { pointsAmongShares } from "../tables/points-in-column.ts";
import { changeSums } from "./change-sums.ts";
import { sentenceChanges } from "./sentence-changes.ts";
import { comparedRates } from "./compared-rates.ts";
import { namedCopies } from "./named-copies.ts";
import { mistypedCopies } from "./mistyped-copies.ts";
import { borrowedValues } from "./borrowed-values.ts";
import { exchangedPairs } from "./exchanged-pairs.ts";
import { gluedValues } from "./glued-values.ts";
import { grownLevels } from "./grown-levels.ts";
import { headlineRelations } from "./headlines.ts";
import { hundreds } from "./hundreds.ts";
import { paragraphSums } from "./paragraph-sums.ts";
import { perHeadRelations } from "./per-heads.ts";
import { sentenceQuotients } from "./sentence-quotients.ts";
import { wordedQuotients } from "./worded-quotients.ts";
import { measureSums } from "./measure-sums.ts";
import { sharedBases } from "./shared-bases.ts";
import { listSums } from "./list-sums.ts";
import { sentenceSums } from "./sentence-sums.ts";
import type { Placed } from "./suspicion.ts";
import { toldSums } from "./told-sums.ts";
import { teacherRatios } from "./teacher-ratios.ts";
import { yearRelations } from "./years.ts";

const most = 40;

/** The relations of the rules, without warnings that the search refutes, and those that it found. */
export function withSearch(reading: Reading, before: readonly Relation[]): Relation[] {
  const found = searchRelations(reading, before);
  const known = new Set(before.filter((relation) => relation.held).map(placeOf));
  return [...unlessRefuted(reading, before, found), ...found.filter((relation) => relation.finding || !known.has(placeOf(relation)))];
}

function searchRelations(reading: Reading, before: readonly Relation[]): Relation[] {
  const placed = placedBy(before);
  const found: Relation[] = [];
  // What a search has found is known to those after it: what rests on most figures goes first.
  for (const search of [
    toldSums,
    sharedBases,
    paragraphSums,
    bySentence,
    grownLevels,
    tablesOf,
    perHeadRelations,
    namedCopies,
    gluedValues,
    borrowedValues,
    exchangedPairs,
    headlineRelations,
    yearRelations,
    teacherRatios,
    hundreds,
    measureSums,
    listSums,
    wordedQuotients,
    mistypedCopies,
  ]) {
    const relations = search(reading, placed);
    place(placed, relations);
    found.push(...relations);
  }
  return [...found, ...changeSums(reading, [...before, ...found], placed)];
}

function bySentence(reading: Reading, placed: Placed): Relation[] {
  return reading.bySentence.flatMap((indexes, sentence) =>
    indexes.length < 2 || indexes.length > most
      ? []
      : [sentenceQuotients, sentenceChanges, sentenceSums, comparedRates].flatMap((search) => search(reading, sentence, placed)),
  );
}

const placeOf = ({ operands }: Relation): string => [...new Set(operands)].sort((left, right) => left - right).join();

function tablesOf(reading: Reading, placed: Placed): Relation[] {
  const { blocks } = reading.document;
  let first = 0;
  const tables: CitableTable[] = [];
  const inside = blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    if (first > 0 && reading.quantities[first - 1] && reading.quantities[first - 1]!.start >= block.start) first = 0;
    while (first < reading.quantities.length && reading.quantities[first]!.start < block.start) first += 1;
    const names = cellNames(reading, block, first);
    const rows = apart(cellsOf(reading.document, block, reading.quantities, first), reading.document, reading.quantities);
    const found = [
      ...tableSearch(reading, block, first, placed),
      ...additiveRelations(reading, rows, placed),
      ...ratioRelations(reading, rows, placed),
      ...namedQuotients(reading, names, placed),
      ...pointsAmongShares(reading, names, placed),
    ];
    tables.push(citableCells(reading, rows));
    return toldOnce(found);
  });
  return [...inside, ...citedCells(reading, tables, placed)];
}

/** Two ways of reading a table find one fault: told once, by the one that is surer, or names more of its figures. */
function toldOnce(relations: readonly Relation[]): Relation[] {
  const told = relations.filter(({ finding }) => finding);
  const within = (inner: Relation, outer: Relation): boolean => inner.operands.every((index) => outer.operands.includes(index));
  const isSaid = (relation: Relation, at: number): boolean =>
    told.some((other, position) => {
      if (other === relation || other.finding!.code !== relation.finding!.code || !within(relation, other)) return false;
      if (other.operands.length > relation.operands.length) return true;
      const sure = Number(other.finding!.tier === "proof") - Number(relation.finding!.tier === "proof");
      return sure > 0 || (sure === 0 && position < at);
    });
  const echoes = new Set(told.filter(isSaid));
  return relations.filter((relation) => !echoes.has(relation));
}

/** Figures that the rules have placed. */
function placedBy(relations: readonly Relation[]): { readonly held: Set<number>; readonly told: Set<number> } {
  const placed = { held: new Set<number>(), told: new Set<number>() };
  place(placed, relations);
  return placed;
}

function place({ held, told }: { readonly held: Set<number>; readonly told: Set<number> }, relations: readonly Relation[]): void {
  for (const relation of relations) {
    if (relation.held && !relation.weak && relation.operands.length > 1) for (const operand of relation.operands) held.add(operand);
    if (relation.finding && relation.finding.tier !== "note") for (const operand of relation.operands) told.add(operand);
  }
}

/** Codes that say that a figure is not what others make it, moves the other way, or is in the wrong unit for that. */
const refutable = new Set(["SHARE", "RATIO", "DELTA", "DIR", "INTEGER", "PP", "PERCAP"]);

/** Without warnings whose figure others of its sentence give exactly: there the words were misread, not the figure mistyped. A proof becomes a warning. */
function unlessRefuted(reading: Reading, relations: readonly Relation[], searched: readonly Relation[]): Relation[] {
  const given = new Map<number, (readonly number[])[]>();
  for (const { held, operands } of searched)
    if (held && operands.length > 2) given.set(operands[0]!, [...(given.get(operands[0]!) ?? []), operands]);
  return relations.flatMap((relation) => {
    const { finding, operands } = relation;
    if (!finding || finding.tier === "note" || !refutable.has(finding.code)) return [relation];
    const others = given.get(finding.at[0]!) ?? [];
    const [first] = finding.at as [number];
    if (finding.tier === "proof" && (reading.claims[first]!.sentence < 0 || isCoarse(reading.quantities[first]!))) return [relation];
    // Where the direction alone is wrong, the same figures do agree.
    const refuted =
      finding.code === "DIR"
        ? operands.length > 2 && others.some((each) => !operands.every((operand) => each.includes(operand)))
        : others.length > 0;
    if (!refuted) return [relation];
    return finding.tier === "proof" && finding.code !== "DIR" ? [{ ...relation, finding: { ...finding, tier: "warning" as const } }] : [];
  });
}
