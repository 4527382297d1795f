/** Totals and subtotals at every depth of a table, by rows and by columns: what most of its cells vouch for and one breaks. */
import { add, compare, type Exact, subtract, zero } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import type { Quantity } from "../quantity.ts";
import { repairs } from "../repairs.ts";
import { printed, shownLike, sumLine } from "../relations/arithmetic.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { isStale, type Needs, type Placed } from "../search/suspicion.ts";
import { additiveGroups, type Group } from "./additive-groups.ts";
import type { GridCell } from "./grid.ts";
import { linesOfTable, type TableLines } from "./table-lines.ts";

export function additiveRelations(reading: Reading, rows: readonly (readonly (GridCell | null)[])[], placed: Placed): Relation[] {
  return linesOfTable(rows, reading.quantities).flatMap((table) => {
    const figuresOf = (lines: readonly number[], vector: number): number[] =>
      lines.flatMap((line) => table.lines[line]!.figures[vector] ?? []);
    const groups = additiveGroups(table, (lines, vector) => isMended(reading, needsOf(reading, figuresOf(lines, vector))));
    const told = groups.flatMap((group) => faults(reading, table, group, groups, placed));
    return [...groups.flatMap((group) => group.holds.map((vector) => held(...operandsOf(table, group, vector)))), ...told];
  });
}

function operandsOf(table: TableLines, { whole, parts }: Group, vector: number): number[] {
  return [whole, ...parts].flatMap((line) => table.lines[line]!.figures[vector] ?? []);
}

function faults(reading: Reading, table: TableLines, group: Group, groups: readonly Group[], placed: Placed): Relation[] {
  if (group.rivalled) return [];
  return group.fails.flatMap((vector): Relation[] => {
    const operands = operandsOf(table, group, vector);
    // 合计86.0，基本80.0，项目 left blank: where the lines beside add up, the only part is the whole.
    const isSingle = operands.length === 2 && group.parts.length > 1 && group.holds.length > 2;
    if ((operands.length < 3 && !isSingle) || operands.some((index) => reading.quantities[index]!.kind !== "number")) return [];
    // A vector in which most groups fail does not add up at all: ranks, averages.
    const [right, wrong] = [groups.filter(({ holds }) => holds.includes(vector)), groups.filter(({ fails }) => fails.includes(vector))];
    if (wrong.length > right.length + 2) return [];
    const needs = needsOf(reading, operands);
    if (operands.every((index) => placed.told.has(index))) return [];
    if (!isMended(reading, needs) && !(group.holds.length > 2 && near(reading, operands))) return [];
    return [fault(reading, table, group, operands, needs, placed)];
  });
}

const sumOf = (reading: Reading, indexes: readonly number[]): Exact =>
  indexes.reduce((all, index) => add(all, reading.quantities[index]!.value), zero);

function needsOf(reading: Reading, [whole, ...parts]: readonly number[]): Needs {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const added = sumOf(reading, parts);
  return new Map([
    [whole!, point(added)],
    ...parts.flatMap((part) => {
      const rest = subtract(value(whole!), subtract(added, value(part)));
      return compare(rest, zero) > 0 ? [[part, point(rest)] as const] : [];
    }),
  ]);
}

function isMended(reading: Reading, needs: Needs): boolean {
  return [...needs].some(([index, needed]) => repairs(reading.document, reading.quantities[index]!, needed).length > 0);
}

function near(reading: Reading, [whole, ...parts]: readonly number[]): boolean {
  return isStale(reading.quantities[whole!]!.value, sumOf(reading, parts));
}

function fault(reading: Reading, table: TableLines, group: Group, operands: readonly number[], needs: Needs, placed: Placed): Relation {
  const [whole, ...parts] = operands.map((index) => reading.quantities[index]!) as [Quantity, ...Quantity[]];
  const added = shownLike(sumOf(reading, operands.slice(1)), whole);
  const name = table.lines[group.whole]!.label;
  const sure = group.labelled && group.holds.length > 1 && !operands.some((index) => placed.told.has(index));
  return broken(
    operands,
    {
      code: "SUM",
      tier: sure ? "proof" : "warning",
      message: {
        zh: `表中“${name}”的各项之和为${added}，写作${printed(whole)}；同表其他各列（行）都合得上`,
        en: `in the table the parts of "${name}" make ${added}, it says ${printed(whole)}; the table's other lines add up`,
      },
      proof: sumLine(parts, "≠", whole),
      at: operands,
      suggestions: [{ zh: `若各项无误，应为${added}`, en: `if the parts are right, it is ${added}` }],
    },
    needs,
  );
}
