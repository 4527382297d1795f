/**
 * Quotients of a table found by its numbers, whatever its columns are called: one that most rows show to be the quotient of two
 * others, shares whose counts all lead to one base that need not be printed, shares that make 100.
 */
import { divide, equals, exact, multiply, subtract, zero, compare, type Exact } from "../../quantity/exact.ts";
import { between, type Interval, point } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import type { Quantity } from "../quantity.ts";
import { repairs } from "../repairs.ts";
import {
  asRounded,
  bare,
  hundred,
  isWholeAsOne,
  quotient,
  ratioLine,
  shownInterval,
  shownSum,
  verdict,
  roundedTo,
} from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { type Needs, type Placed, suspect } from "../search/suspicion.ts";
import type { GridCell } from "./grid.ts";
import { linesOfTable, type Scaled, type TableLine, type TableLines } from "./table-lines.ts";

/** Larger tables are read no further. */
const most = { lines: 18, pairs: 80, vectors: 400, run: 8 };

export function ratioRelations(reading: Reading, rows: readonly (readonly (GridCell | null)[])[], placed: Placed): Relation[] {
  return linesOfTable(rows, reading.quantities).flatMap((table) =>
    table.vectors.length > most.vectors
      ? []
      : [
          ...quotients(reading, table, placed),
          ...oneBase(reading, table, placed),
          ...basesOfEach(reading, table, placed),
          ...hundreds(reading, table, placed),
        ],
  );
}

const shareName = /占|比重|比例|构成|百分比|[%％]/;

const isShare = (reading: Reading, { headers, figures }: TableLine): boolean => {
  const found = figures.flatMap((figure) => (figure === null ? [] : [reading.quantities[figure]!]));
  return (
    found.length > 0 &&
    (found.some(({ unit }) => unit === "%") || headers.some((text) => shareName.test(text) && !/增|±/.test(text))) &&
    found.every(({ value }) => compare(value, hundred) <= 0)
  );
};

const hasDecimals = (reading: Reading, { figures }: TableLine): boolean => {
  const found = figures.filter((figure) => figure !== null);
  return found.filter((figure) => bare(reading.quantities[figure]!).includes(".")).length * 2 > found.length;
};

interface Fit {
  readonly holds: readonly number[];
  readonly fails: readonly number[];
}

/** Lines that are the quotient of two others, as most vectors show. */
function quotients(reading: Reading, table: TableLines, placed: Placed): Relation[] {
  const { lines } = table;
  if (lines.length < 3 || lines.length > most.lines) return [];
  return lines.flatMap((line, target) => {
    if (!hasDecimals(reading, line) || line.headers.some((text) => /增|±|变化/.test(text))) return [];
    const found: { readonly pair: readonly [number, number]; readonly factor: bigint; readonly fit: Fit }[] = [];
    for (const first of lines.keys())
      for (const second of lines.keys())
        for (const factor of [1n, 100n]) {
          if (first === target || second === target || first === second) continue;
          const fit = fitOf(table, target, first, second, factor);
          if (fit) found.push({ pair: [first, second], factor, fit });
        }
    const [best, rival] = found.toSorted((a, b) => b.fit.holds.length - a.fit.holds.length);
    if (!best || (rival && rival.fit.holds.length === best.fit.holds.length && best.fit.fails.length > 0)) return [];
    const [first, second] = best.pair;
    const operands = (vector: number): number[] => [line, lines[first]!, lines[second]!].map(({ figures }) => figures[vector]!);
    return [
      ...best.fit.holds.map((vector) => held(...operands(vector))),
      ...best.fit.fails.flatMap((vector) => wrongQuotient(reading, operands(vector), best.factor, placed)),
    ];
  });
}

/** Null where the vectors do not show it. */
function fitOf({ vectors, scaled, scales }: TableLines, target: number, first: number, second: number, factor: bigint): Fit | null {
  const [holds, fails]: [number[], number[]] = [[], []];
  let digits = 0;
  for (const vector of vectors.keys()) {
    const [said, part, whole] = [scaled[target]![vector], scaled[first]![vector], scaled[second]![vector]];
    const scale = scales[vector];
    if (!said || !part || !whole || !scale || whole.low <= 0n || part.low <= 0n || said.low <= 0n) continue;
    // Rounded or cut off: one unit of the last place on either side.
    const step = said.high - said.low;
    if ((said.low - step) * whole.low <= part.high * factor * scale && part.low * factor * scale <= (said.high + step) * whole.high) {
      holds.push(vector);
      digits += (said.low / (step || 1n)).toString().length - 1;
    } else fails.push(vector);
    if (fails.length > 1 + holds.length / 3) return null;
  }
  return holds.length > 2 && digits > 6 && fails.length * 3 <= holds.length ? { holds, fails } : null;
}

function wrongQuotient(reading: Reading, operands: readonly number[], factor: bigint, placed: Placed): Relation[] {
  const [said, part, whole] = operands.map((index) => reading.quantities[index]!) as [Quantity, Quantity, Quantity];
  const times = exact(factor);
  const computed = quotient(part.interval, whole.interval, times);
  const { low, high } = asRounded(said).interval;
  if (computed === null || !low || !high || compare(low.value, zero) <= 0 || verdict(computed, asRounded(said)) !== "off") return [];
  return tell(reading, factor === 100n ? "SHARE" : "RATIO", operands, placed, {
    formula: ratioLine(part, whole),
    value: `${shownInterval(computed, said)}${factor === 100n && said.unit === "%" ? "%" : ""}`,
    needs: new Map([
      [operands[0]!, roundedTo(computed, said)],
      [operands[1]!, between(divide(multiply(whole.value, low.value), times), divide(multiply(whole.value, high.value), times))],
      [operands[2]!, between(divide(multiply(part.value, times), high.value), divide(multiply(part.value, times), low.value))],
    ]),
  });
}

function tell(
  reading: Reading,
  code: FindingCode,
  operands: readonly number[],
  placed: Placed,
  told: { readonly formula: string; readonly value: string; readonly needs: Needs },
): Relation[] {
  if (operands.every((index) => placed.told.has(index)) || isWholeAsOne(reading.quantities[operands[0]!]!)) return [];
  const mended = [...told.needs].some(([index, needed]) => repairs(reading.document, reading.quantities[index]!, needed).length > 0);
  return mended ? [suspect(reading, code, operands, told)] : [];
}

interface Pair {
  readonly share: number;
  readonly count: number;
}

/** A column of counts with one of shares behind or before it: all lines lead to one base. */
function oneBase(reading: Reading, table: TableLines, placed: Placed): Relation[] {
  return pairsOf(reading, table).flatMap(({ share, count }) => {
    const pairs = table.vectors.flatMap((_, vector): Pair[] => {
      const [left, right] = [table.lines[share]!.figures[vector] ?? null, table.lines[count]!.figures[vector] ?? null];
      return left === null || right === null ? [] : [{ share: left, count: right }];
    });
    const base = baseOf(reading, pairs);
    return base ? judged(reading, pairs, base, placed) : [];
  });
}

/** Counts and shares that alternate in a line, as the lines show that all of a line lead to one base. */
function basesOfEach(reading: Reading, table: TableLines, placed: Placed): Relation[] {
  const columns = pairsOf(reading, table);
  if (columns.length < 3) return [];
  const perVector = table.vectors.map((_, vector) => {
    const pairs = columns.flatMap(({ share, count }): Pair[] => {
      const [left, right] = [table.lines[share]!.figures[vector] ?? null, table.lines[count]!.figures[vector] ?? null];
      return left === null || right === null ? [] : [{ share: left, count: right }];
    });
    return { pairs, base: baseOf(reading, pairs, true) };
  });
  const whole = perVector.filter(({ pairs, base }) => base && pairs.every((pair) => fits(reading, pair, base)));
  return whole.length * 2 < perVector.length || whole.length < 2
    ? []
    : perVector.flatMap(({ pairs, base }) => (base ? judged(reading, pairs, base, placed) : []));
}

function pairsOf(reading: Reading, { lines }: TableLines): Pair[] {
  if (lines.length > most.pairs) return [];
  return lines.flatMap((line, share): Pair[] => {
    if (!isShare(reading, line)) return [];
    const count = [share - 1, share + 1].find((at) => lines[at] && !isShare(reading, lines[at]));
    return count === undefined ? [] : [{ share, count }];
  });
}

/** What the base can be by this count and share. */
function baseBy(reading: Reading, { share, count }: Pair): Interval | null {
  return quotient(reading.quantities[count]!.interval, asRounded(reading.quantities[share]!).interval, hundred);
}

/** The base to which most lead; null where they do not. */
function baseOf(reading: Reading, pairs: readonly Pair[], few = false): Interval | null {
  const bases = pairs.flatMap((pair) => {
    const base = baseBy(reading, pair);
    return base?.low && base.high && compare(base.low.value, zero) > 0
      ? [{ low: base.low.value, high: base.high.value, digits: significant(reading, pair) }]
      : [];
  });
  // The point in most of the intervals is one of their lower ends.
  let best: { low: Exact; high: Exact; holds: number; digits: number } | null = null;
  for (const { low } of bases) {
    const around = bases.filter((each) => compare(each.low, low) <= 0 && compare(low, each.high) <= 0);
    const high = around.map((each) => each.high).reduce((least, each) => (compare(each, least) < 0 ? each : least));
    const digits = around.reduce((all, each) => all + each.digits, 0) - Math.max(...around.map((each) => each.digits));
    if (!best || around.length > best.holds) best = { low, high, holds: around.length, digits };
  }
  const misses = bases.length - (best?.holds ?? 0);
  if (!best || best.holds < 3 || best.digits < 4 || misses > Math.max(1, best.holds / 4) || (!few && misses * 3 > best.holds)) return null;
  return between(best.low, best.high);
}

/** Digits by which share and count can be held together. */
function significant(reading: Reading, { share, count }: Pair): number {
  const digits = (index: number): number => bare(reading.quantities[index]!).replace(/\D/g, "").replace(/^0+/, "").length;
  return Math.max(0, Math.min(digits(share), digits(count)) - 1);
}

function fits(reading: Reading, { share, count }: Pair, base: Interval): boolean {
  const computed = quotient(reading.quantities[count]!.interval, base, hundred);
  return computed !== null && verdict(computed, asRounded(reading.quantities[share]!)) !== "off";
}

function judged(reading: Reading, pairs: readonly Pair[], base: Interval, placed: Placed): Relation[] {
  return pairs.flatMap((pair): Relation[] => {
    const { share, count } = pair;
    if (fits(reading, pair, base)) return placed.held.has(share) && placed.held.has(count) ? [] : [held(share, count)];
    const said = reading.quantities[share]!;
    // The whole itself: its sum tells it.
    if (equals(said.value, hundred)) return [];
    const computed = quotient(reading.quantities[count]!.interval, base, hundred);
    const { low, high } = asRounded(said).interval;
    if (computed === null || !low || !high || !base.low || !base.high || said.kind === "points") return [];
    // 76.3%（8所）: what stands beside a share, counted in a unit of its own.
    if (said.unit !== "" && said.unit !== "%") return [];
    const middle = shownInterval(base);
    return tell(reading, "SHARE", [share, count], placed, {
      formula: `${bare(reading.quantities[count]!)} ÷ ${middle}（其他各项共同的基数）`,
      value: `${shownInterval(computed, said)}%`,
      needs: new Map([
        [share, roundedTo(computed, said)],
        [count, between(divide(multiply(base.low.value, low.value), hundred), divide(multiply(base.high.value, high.value), hundred))],
      ]),
    });
  });
}

/** Neighbouring columns of shares that make 100 in most rows. */
function hundreds(reading: Reading, table: TableLines, placed: Placed): Relation[] {
  const { lines, scaled, scales, vectors } = table;
  if (lines.length > most.pairs || vectors.length < 4) return [];
  const shares = lines.map((line) => isShare(reading, line) || hasDecimals(reading, line));
  for (const start of lines.keys())
    for (let end = start + 1; end < Math.min(lines.length, start + most.run) && shares[start] && shares[end]; end += 1) {
      const run = Array.from({ length: end - start + 1 }, (_, at) => start + at);
      const [holds, fails]: [number[], number[]] = [[], []];
      for (const vector of vectors.keys()) {
        const values = run.map((line) => scaled[line]![vector]);
        const scale = scales[vector];
        if (!scale || values.some((value) => !value)) continue;
        const sum = (values as Scaled[]).reduce((all, { low, high }) => ({ low: all.low + low, high: all.high + high }));
        (sum.low <= 100n * scale && 100n * scale <= sum.high ? holds : fails).push(vector);
      }
      if (holds.length < 3 || fails.length * 3 > holds.length) continue;
      const operands = (vector: number): number[] => run.map((line) => lines[line]!.figures[vector]!);
      return [
        ...holds.map((vector) => held(...operands(vector))),
        ...fails.flatMap((vector) => notHundred(reading, operands(vector), placed)),
      ];
    }
  return [];
}

function notHundred(reading: Reading, operands: readonly number[], placed: Placed): Relation[] {
  const figures = operands.map((index) => reading.quantities[index]!);
  const sum = figures.reduce((all, { value }) => subtract(all, subtract(zero, value)), zero);
  const relations = tell(reading, "SUM", operands, placed, {
    formula: figures.map(bare).join(" + "),
    value: shownSum(figures),
    needs: new Map(operands.map((index) => [index, point(subtract(hundred, subtract(sum, reading.quantities[index]!.value)))])),
  });
  return relations.map((relation) => ({
    ...relation,
    finding: {
      ...relation.finding!,
      message: {
        zh: `表中其他各行（列）的这几项占比之和都是100%，此处为${shownSum(figures)}%`,
        en: `in the table's other lines these shares make 100 %, here ${shownSum(figures)} %`,
      },
      proof: `${figures.map(bare).join(" + ")} = ${shownSum(figures)} ≠ 100`,
    },
  }));
}
