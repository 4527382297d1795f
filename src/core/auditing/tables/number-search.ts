/**
 * Totals and shares of a table found by its numbers alone, whatever its rows, columns and totals are called: a line that
 * the others add up to, a line of shares that ends in 100. The other cells of the table vouch for the reading, so that the one
 * that does not fit is told.
 */
import { compare, type Exact, exact, isZero, subtract, sum } from "../../quantity/exact.ts";
import { type Interval, point } from "../../quantity/interval.ts";
import type { Block } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import {
  asRounded,
  bare,
  hundred,
  isWholeAsOne,
  meet,
  printed,
  quotient,
  shownInterval,
  shownSum,
  total,
  verdict,
  roundedTo,
} from "../relations/arithmetic.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { isStale, middle, type Needs, type Placed, slipped, suspect } from "../search/suspicion.ts";
import { oddUnit } from "../search/odd-unit.ts";
import { apart, cellsOf } from "./grid.ts";
import { notAdded, totalLabel } from "./table-claims.ts";

interface Line {
  readonly label: string;
  /** The figure of this line in each vector; null where there is none. */
  readonly figures: readonly (number | null)[];
}

interface Vector {
  readonly label: string;
  readonly at: number;
}

const most = { lines: 40, vectors: 14 };
/** Names of columns that tell a change: where a value fell, the old one is by accident the sum of the new one and the fall. */
const moved = /较上年|比上年|较去年|比去年|同比|环比|增减|变化|变动|净增|升降|上年|去年|上一?期/;

export function tableSearch(reading: Reading, table: Extract<Block, { kind: "table" }>, first: number, placed: Placed): Relation[] {
  const rows = apart(cellsOf(reading.document, table, reading.quantities, first), reading.document, reading.quantities);
  const across = rows.map((row, at) =>
    lineOf(
      row.map((cell) => ({ figure: cell?.figure ?? null, text: cell?.text ?? "" })),
      String(at),
    ),
  );
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) =>
    lineOf(
      rows.map((row) => ({ figure: row[column]?.figure ?? null, text: row[column]?.text ?? "" })),
      String(column),
    ),
  );
  const names = (lines: readonly Line[]): Vector[] => lines.map(({ label }, at) => ({ label, at }));
  const found = [...searchLines(reading, across, names(columns), placed), ...searchLines(reading, columns, names(across), placed)];
  const broken = found.filter(({ finding }) => finding);
  // One cell that is wrong in both directions, or a table that fails in many places, was not understood.
  return broken.length > 4 ? found.filter((relation) => relation.held) : found;
}

function lineOf(cells: readonly { readonly figure: number | null; readonly text: string }[], fallback: string): Line {
  const label =
    (cells.find(({ figure, text }) => figure === null && text !== "") ?? cells.find(({ text }) => /^[\u4e00-\u9fff“”]{2,}$/.test(text)))
      ?.text ?? fallback;
  return { label, figures: cells.map(({ figure }) => figure) };
}

/** A reading of the lines: one is what the others make up. */
interface Totalled {
  readonly whole: Line;
  readonly parts: readonly Line[];
  readonly counts: readonly Vector[];
  readonly adds: readonly Vector[];
  /** Vectors of shares with the counts that they are shares of. */
  readonly shares: readonly Shares[];
}

interface Shares {
  readonly share: Vector;
  readonly count: Vector;
  /** The share of the whole itself, where it is not the 100 % that its parts make. */
  readonly wrongWhole: number | null;
  readonly fits: readonly Line[];
  readonly misses: readonly Line[];
  /** All are shares of what the parts make together. */
  readonly ofSum: boolean;
}

/** Lines that are added up, vector by vector. */
function searchLines(reading: Reading, all: readonly Line[], vectors: readonly Vector[], placed: Placed): Relation[] {
  const lines = all.filter(({ figures }) => figures.some((figure) => figure !== null));
  if (lines.length < 3 || lines.length > most.lines || vectors.length > most.vectors) return [];
  const subtotals = lines.filter(({ label }) => /小计/.test(label));
  // One 小计 at an end is the total of them all; more of them, or one between, are totals of some.
  if (subtotals.length > 1 || subtotals.some((line) => line !== lines[0] && line !== lines.at(-1))) return [];
  if (lines.some(({ label }, at) => /其中/.test(label) && at !== 1)) return [];
  const readings = [lines.length - 1, 0].flatMap((whole) => totalled(reading, lines, whole, vectors) ?? []);
  const [best] = readings;
  return best && readings.length === 1 ? relationsOf(reading, best, placed) : [];
}

/** Null where nothing vouches for this line as the whole of the others. */
function totalled(reading: Reading, lines: readonly Line[], at: number, vectors: readonly Vector[]): Totalled | null {
  const quantity = (index: number): Quantity => reading.quantities[index]!;
  const whole = lines[at]!;
  const parts = lines.filter((line) => line !== whole);
  if (parts.some(({ label }) => notAdded.test(label)) || lines.some(({ label }) => moved.test(label))) return null;
  if (lines.filter(({ label }) => /(?:19|20)\d\d/.test(label)).length > 1) return null;
  const full = vectors.filter((vector) => lines.every(({ figures }) => figures[vector.at] !== null));
  const isShareLine = (vector: Vector, all: number | null): boolean =>
    isShares(
      reading,
      all,
      parts.map(({ figures }) => figures[vector.at] ?? null),
    );
  const wholeOf = (vector: Vector): number | null => whole.figures[vector.at] ?? null;
  const regular = vectors.filter((vector) => isShareLine(vector, wholeOf(vector)));
  const shareLike = vectors.filter(
    (vector) =>
      regular.includes(vector) || (/占|比|构成|%|％/.test(vector.label) && !/增|率/.test(vector.label) && isShareLine(vector, null)),
  );
  const counts = full.filter(
    (vector) =>
      !shareLike.includes(vector) && !notAdded.test(vector.label) && lines.every(({ figures }) => isCount(quantity(figures[vector.at]!))),
  );
  const adds = counts.filter((vector) =>
    addsUp(
      reading,
      whole.figures[vector.at]!,
      parts.map(({ figures }) => figures[vector.at]!),
    ),
  );
  const shares = shareLike
    .flatMap((share) =>
      (counts.length === 1 ? counts : counts.filter((count) => count.at === share.at - 1)).map((count): Shares => {
        const fits = parts.filter(({ figures }) => shareFits(reading, figures[share.at]!, figures[count.at]!, whole.figures[count.at]!));
        const wrongWhole = regular.includes(share) ? null : wholeOf(share);
        const misses = parts.filter((part) => !fits.includes(part));
        return { share, count, wrongWhole, fits, misses, ofSum: sharesOfSum(reading, parts, share, count) };
      }),
    )
    .filter(({ wrongWhole, misses }) => wrongWhole === null || misses.length === 0);
  const named = totalLabel.test(whole.label.replace(/（.*?）|\(.*?\)/g, ""));
  const telling = adds.some((vector) => bare(quantity(whole.figures[vector.at]!)).replace(/\D/g, "").length >= 3);
  const hundredTold = regular.some((vector) => (whole.figures[vector.at] ?? null) !== null);
  const inBlocks = counts.some(
    (vector) =>
      blocksOf(
        reading,
        whole.figures[vector.at]!,
        parts.map(({ figures }) => figures[vector.at]!),
      ) !== null,
  );
  const vouched =
    inBlocks || telling || (named && adds.length > 0) || hundredTold || shares.some(({ fits, ofSum }) => ofSum || fits.length > 0);
  return vouched ? { whole, parts, counts, adds, shares } : null;
}

function relationsOf(reading: Reading, { whole, parts, counts, adds, shares }: Totalled, placed: Placed): Relation[] {
  const relations: Relation[] = [];
  for (const vector of counts) {
    const operands = [whole, ...parts].map(({ figures }) => figures[vector.at]!);
    const blocks = adds.includes(vector)
      ? null
      : blocksOf(
          reading,
          whole.figures[vector.at]!,
          parts.map(({ figures }) => figures[vector.at]!),
        );
    if (blocks) {
      relations.push(...blocks.good.map((block) => held(operands[0]!, ...block)));
      // A row that another one totals is no total of what stands beside the other.
      if (blocks.rest.length > 1 && !parts.some(({ label }) => totalLabel.test(label)))
        relations.push(...missedSum(reading, [operands[0]!, ...blocks.rest], placed));
    } else if (adds.includes(vector)) relations.push(held(...operands), ...oddUnit(reading, operands, placed));
    else if (counts.length - adds.length === 1 && shares.length + adds.length > 0)
      relations.push(
        ...missedSum(
          reading,
          operands,
          placed,
          shares.some(({ count, ofSum }) => ofSum && count === vector),
        ),
      );
  }
  for (const { share, count, wrongWhole, fits, misses } of shares) {
    const base = whole.figures[count.at]!;
    if (wrongWhole !== null && fits.length > 1) relations.push(...notHundred(reading, wrongWhole, placed));
    relations.push(...fits.map(({ figures }) => held(figures[share.at]!, figures[count.at]!, base)));
    const [miss] = misses;
    if (miss === undefined || misses.length > 1 || fits.length === 0) continue;
    relations.push(...missedShare(reading, [miss.figures[share.at]!, miss.figures[count.at]!, base], placed, fits.length > 1));
  }
  return relations;
}

const isCount = ({ unit, kind }: Quantity): boolean => unit !== "%" && kind === "number";

/** Below 100 for every part but one at most, which together make about 100; the whole says 100 or nothing. */
function isShares(reading: Reading, whole: number | null, parts: readonly (number | null)[]): boolean {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  if (parts.length < 2 || parts.some((part) => part === null) || (whole !== null && compare(value(whole), hundred) !== 0)) return false;
  const figures = parts as readonly number[];
  const inPercent = figures.filter((part) => reading.quantities[part]!.unit === "%").length >= figures.length - 1;
  const withDecimals = figures.every((part) => bare(reading.quantities[part]!).includes(".") || reading.quantities[part]!.unit === "%");
  if (whole === null ? !inPercent : !(inPercent || withDecimals || figures.some((part) => bare(reading.quantities[part]!).includes("."))))
    return false;
  const fine = figures.filter((part) => compare(value(part), hundred) < 0);
  if (inPercent && figures.length > 3 && compare(sum(fine.map(value)), exact(150)) > 0) return fine.length >= figures.length - 1;
  return fine.length >= figures.length - 1 && (fine.length < figures.length || isStale(sum(fine.map(value)), hundred, 60));
}

function addsUp(reading: Reading, whole: number, parts: readonly number[]): boolean {
  return meet(total(parts.map((part) => reading.quantities[part]!.interval)), reading.quantities[whole]!.interval);
}

/** 男、女、农村、城镇 under one 合计: parts by several divisions, one behind the other; the block that does not add up is the rest. */
function blocksOf(reading: Reading, whole: number, parts: readonly number[]): { good: number[][]; rest: number[] } | null {
  if (parts.length < 4 || bare(reading.quantities[whole]!).replace(/\D/g, "").length < 3) return null;
  const target = reading.quantities[whole]!.value;
  const [front, left] = leading(reading, parts, target);
  const [back, right] = leading(reading, left.toReversed(), target);
  const good = [...front, ...back].filter((block) => block.length > 1);
  return good.length === 0 || good.length !== front.length + back.length ? null : { good, rest: right };
}

/** Blocks from the beginning that each make the target, and what is left. */
function leading(reading: Reading, parts: readonly number[], target: Exact): [number[][], number[]] {
  const blocks: number[][] = [];
  let from = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const block = parts.slice(from, at + 1);
    if (compare(sum(block.map((index) => reading.quantities[index]!.value)), target) !== 0) continue;
    blocks.push(block);
    from = at + 1;
  }
  return [blocks, parts.slice(from)];
}

function shareOf(reading: Reading, part: number, whole: number): Interval | null {
  return quotient(reading.quantities[part]!.interval, reading.quantities[whole]!.interval, hundred);
}

function shareFits(reading: Reading, share: number, part: number, whole: number): boolean {
  const computed = shareOf(reading, part, whole);
  const said = reading.quantities[share]!;
  return computed !== null && said.kind !== "points" && verdict(computed, asRounded(said)) !== "off";
}

function sharesOfSum(reading: Reading, parts: readonly Line[], share: Vector, count: Vector): boolean {
  const added = total(parts.map(({ figures }) => reading.quantities[figures[count.at]!]!.interval));
  return parts.every(({ figures }) => {
    const computed = quotient(reading.quantities[figures[count.at]!]!.interval, added, hundred);
    return computed !== null && verdict(computed, asRounded(reading.quantities[figures[share.at]!]!)) !== "off";
  });
}

function missedSum(reading: Reading, operands: readonly number[], placed: Placed, sure = false): Relation[] {
  if (operands.some((index) => placed.told.has(index))) return [];
  const [whole, ...parts] = operands as [number, ...number[]];
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const added = sum(parts.map(value));
  const needs: Needs = new Map([
    [whole, point(added)],
    ...parts.flatMap((part) => {
      const rest = subtract(value(whole), subtract(added, value(part)));
      return compare(rest, exact(0)) > 0 ? [[part, point(rest)] as const] : [];
    }),
  ]);
  if (!sure && slipped(reading, needs, placed).length === 0 && !isStale(added, value(whole))) return [];
  return [
    suspect(reading, "SUM", operands, {
      formula: parts.map((part) => bare(reading.quantities[part]!)).join(" + "),
      value: shownSum(parts.map((part) => reading.quantities[part]!)),
      needs,
    }),
  ];
}

function missedShare(reading: Reading, operands: readonly number[], placed: Placed, sure: boolean): Relation[] {
  const computed = shareOf(reading, operands[1]!, operands[2]!);
  if (computed === null || operands.some((index) => placed.told.has(index))) return [];
  const [share, part, whole] = operands as [number, number, number];
  const figure = reading.quantities[share]!;
  const expected = middle(computed);
  if (figure.kind === "points") return [inPoints(reading, operands)];
  const needs: Needs = new Map([[share, roundedTo(computed, figure)]]);
  const close = expected !== null && !isZero(expected) && isStale(figure.value, expected, 40);
  if (!sure && !close && slipped(reading, needs, placed).length === 0) return [];
  const value = shownInterval(computed, figure);
  return [
    suspect(reading, "SHARE", operands, {
      formula: `${bare(reading.quantities[part]!)} ÷ ${bare(reading.quantities[whole]!)}`,
      value: `${value}%`,
      needs,
    }),
  ];
}

/** The parts' shares are all of this whole: its own share is 100 %. */
function notHundred(reading: Reading, share: number, placed: Placed): Relation[] {
  const figure = reading.quantities[share]!;
  if (placed.told.has(share) || figure.kind === "points" || isWholeAsOne(figure)) return [];
  return [
    broken(
      [share],
      {
        code: "SHARE",
        tier: "warning",
        message: {
          zh: `表中各项占比都以该行（列）为基数，其自身占比应为100%，写作${printed(figure)}`,
          en: `in the table all shares are of this line: its own is 100 %, it says ${printed(figure)}`,
        },
        proof: `${printed(figure)} ≠ 100%`,
        at: [share],
      },
      new Map([[share, point(hundred)]]),
    ),
  ];
}

/** 个百分点 in a column of %. */
function inPoints(reading: Reading, operands: readonly number[]): Relation {
  const [share, part, whole] = operands.map((index) => reading.quantities[index]!) as [Quantity, Quantity, Quantity];
  return broken(operands, {
    code: "PP",
    tier: "warning",
    message: { zh: `表中${printed(share)}是一个比例，应以“%”计`, en: `in the table ${printed(share)} is a share: it should be in %` },
    proof: `${bare(part)} ÷ ${bare(whole)} ≈ ${bare(share)}%`,
    at: operands,
  });
}
