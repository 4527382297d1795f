/**
 * Tables within which lines make up others: 中学、初中、高中, each kind with its own, under one total of all. Which lines belong
 * together is read from the cells themselves, from the innermost outwards; where a group adds up in one column and misses by one
 * slip in another, that is told.
 */
import { compare, type Exact, exact, subtract, sum } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import type { Block } from "../document.ts";
import { bare, isExact, meet, shownSum, total } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { digitsOf, type Needs, type Placed, significance, slipped, suspect } from "../search/suspicion.ts";
import { apart, cellsOf } from "./grid.ts";
import { notAdded } from "./table-claims.ts";

type Line = readonly (number | null)[];

interface Group {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Columns in which the parts make the whole, and those in which they do not. */
  readonly fits: readonly number[];
  readonly misses: readonly number[];
}

const most = { lines: 60, columns: 24, parts: 16 };
/** What is only some of the line before, and so is added to nothing. */
const ofWhich = /^\s*(?:#|＃|其中|\*)/;

export function nestedSums(reading: Reading, table: Extract<Block, { kind: "table" }>, first: number, placed: Placed): Relation[] {
  const rows = apart(cellsOf(reading.document, table, reading.quantities, first), reading.document, reading.quantities);
  const columns = rows[0]?.length ?? 0;
  if (rows.length > most.lines || columns > most.columns) return [];
  const words = (cells: readonly ({ readonly figure: number | null; readonly text: string } | null)[]): string =>
    cells.find((cell) => cell !== null && cell.figure === null && cell.text !== "")?.text ?? "";
  const across = rows.map((row) => ({ label: words(row), line: row.map((cell) => cell?.figure ?? null) }));
  const down = Array.from({ length: columns }, (_, at) => ({
    label: words(rows.map((row) => row[at] ?? null)),
    line: rows.map((row) => row[at]?.figure ?? null),
  }));
  return [...searched(reading, across, placed), ...searched(reading, down, placed)];
}

function searched(reading: Reading, all: readonly { readonly label: string; readonly line: Line }[], placed: Placed): Relation[] {
  const usable = all.filter(
    ({ label, line }) => !notAdded.test(label) && line.some((figure) => figure !== null && isCount(reading, figure)),
  );
  const lines = usable.map(({ line }) => line.map((figure) => (figure !== null && isCount(reading, figure) ? figure : null)));
  let open = usable.flatMap(({ label }, at) => (ofWhich.test(label) && at > 0 && !isFirstOfAll(lines, usable, at, reading) ? [] : [at]));
  const groups: Group[] = [];
  for (let size = 2; size <= most.parts; size += 1) {
    const group = lines.map((_, whole) => groupAt(reading, lines, open, whole, size)).find((each) => each !== null);
    if (!group) continue;
    groups.push(group);
    open = open.filter((line) => !group.parts.includes(line));
    size = 1;
  }
  return groups.flatMap((group) => relationsOf(reading, lines, group, placed));
}

/** # 初中 with 高中 behind it: the sign only opens the list of parts. */
function isFirstOfAll(lines: readonly Line[], usable: readonly { readonly label: string }[], at: number, reading: Reading): boolean {
  for (let last = at + 1; last < Math.min(lines.length, at + 6) && !ofWhich.test(usable[last]!.label); last += 1) {
    const parts = Array.from({ length: last - at + 1 }, (_, each) => at + each);
    if (columnsOf(reading, lines, at - 1, parts)?.fits.length) return true;
  }
  return false;
}

/** The `size` lines behind `whole` that belong to none yet, or those before it where it closes them. */
function groupAt(reading: Reading, lines: readonly Line[], open: readonly number[], whole: number, size: number): Group | null {
  const [before, behind] = [open.filter((line) => line < whole), open.filter((line) => line > whole)];
  for (const parts of [behind.slice(0, size), before.slice(-size)]) {
    if (parts.length !== size) continue;
    const found = columnsOf(reading, lines, whole, parts);
    if (found === null || found.fits.length === 0 || found.misses.length > found.fits.length) continue;
    if (isTelling(reading, lines, whole, parts, found)) return { whole, parts, ...found };
  }
  return null;
}

/** Null where a cell of the group is larger than its whole, or a column lacks more than it has. */
function columnsOf(
  reading: Reading,
  lines: readonly Line[],
  whole: number,
  parts: readonly number[],
): Pick<Group, "fits" | "misses"> | null {
  const [fits, misses]: [number[], number[]] = [[], []];
  for (const [column, figure] of lines[whole]!.entries()) {
    if (figure === null) continue;
    const figures = parts.flatMap((part) => lines[part]![column] ?? []);
    if (figures.length < 2) continue;
    // 合计（所） has the unit that its parts leave out.
    const units = new Set([figure, ...figures].flatMap((index) => reading.quantities[index]!.unit || []));
    if (units.size > 1) return null;
    if (adds(reading, figure, figures)) fits.push(column);
    else if (figures.length === parts.length) misses.push(column);
  }
  return { fits, misses };
}

/** So many digits agree that it is no accident: fewer do where every column fits. */
function isTelling(
  reading: Reading,
  lines: readonly Line[],
  whole: number,
  parts: readonly number[],
  { fits, misses }: Pick<Group, "fits" | "misses">,
): boolean {
  const wholes = fits.map((column) => lines[whole]![column]!);
  const digits = wholes.map((index) => significance(reading, index));
  const plain = wholes.reduce((all, index) => all + digitsOf(reading, index), 0);
  const several = fits.some((column) => parts.filter((part) => (lines[part]![column] ?? null) !== null).length > 1);
  return (
    several &&
    (digits.some((count) => count >= 4) ||
      digits.reduce((all, count) => all + count, 0) >= 5 ||
      (misses.length === 0 && fits.length > 1 && plain >= 4))
  );
}

function adds(reading: Reading, whole: number, parts: readonly number[]): boolean {
  return (
    meet(total(parts.map((part) => reading.quantities[part]!.interval)), reading.quantities[whole]!.interval) &&
    parts.every((part) => compare(reading.quantities[part]!.value, reading.quantities[whole]!.value) <= 0)
  );
}

function isCount(reading: Reading, index: number): boolean {
  const quantity = reading.quantities[index]!;
  return quantity.kind === "number" && quantity.unit !== "%" && isExact(quantity) && !reading.corrupt.has(index);
}

function relationsOf(reading: Reading, lines: readonly Line[], { whole, parts, fits, misses }: Group, placed: Placed): Relation[] {
  const figures = (column: number): number[] => [lines[whole]![column]!, ...parts.flatMap((part) => lines[part]![column] ?? [])];
  const relations = fits.map((column) => held(...figures(column)));
  const [missed] = misses;
  return missed === undefined || misses.length > 1 ? relations : [...relations, ...missedSum(reading, figures(missed), placed)];
}

function missedSum(reading: Reading, operands: readonly number[], placed: Placed): Relation[] {
  const [whole, ...parts] = operands as [number, ...number[]];
  if (operands.some((index) => placed.told.has(index)) || digitsOf(reading, whole) < 2) return [];
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const added = sum(parts.map(value));
  const needs: Needs = new Map([
    [whole, point(added)],
    ...parts.flatMap((part) => {
      const rest = subtract(value(whole), subtract(added, value(part)));
      return compare(rest, exact(0)) > 0 ? [[part, point(rest)] as const] : [];
    }),
  ]);
  const wrong = slipped(reading, needs, placed);
  if (wrong.length === 0) return [];
  return [
    suspect(reading, "SUM", operands, {
      formula: parts.map((part) => bare(reading.quantities[part]!)).join(" + "),
      value: shownSum(parts.map((part) => reading.quantities[part]!)),
      needs,
    }),
  ];
}
