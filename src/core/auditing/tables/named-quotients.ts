/**
 * Rates, ratios and per-head values of a table whose operands are other cells of it: bound by the signs of their own names
 * (就业率 ← 就业毕业生 ÷ 毕业生), wherever in the table they stand.
 */
import { compare, divide, multiply, one, zero } from "../../quantity/exact.ts";
import { between, type Interval } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import type { Quantity } from "../quantity.ts";
import { asRounded, hundred, quotient, ratioLine, shownInterval, verdict, roundedTo } from "../relations/arithmetic.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { digitsOf, isStale, middle, type Needs, type Placed, slipped, suspect } from "../search/suspicion.ts";
import type { CellName } from "./cell-names.ts";

interface Pair {
  readonly part: CellName;
  readonly whole: CellName;
}

const most = 60;

export function namedQuotients(reading: Reading, cells: readonly CellName[], placed: Placed): Relation[] {
  if (cells.length < 3 || cells.length > most) return [];
  return cells.flatMap((cell) => {
    const sort = sortOf(cell);
    if (sort === null) return [];
    const pairs = pairsOf(cell, cells);
    const fitting = pairs.find((pair) => fits(reading, cell, pair, sort));
    if (fitting) return [held(cell.figure, fitting.part.figure, fitting.whole.figure)];
    return pairs.length === 1 && !placed.held.has(cell.figure) ? tell(reading, cell, pairs[0]!, sort, placed) : [];
  });
}

interface Sort {
  readonly code: FindingCode;
  readonly times: "hundred" | "one";
}

const nameOf = ({ label, header }: CellName): string => (/[率比均]/.test(label) ? label : /[率比均]/.test(header) ? header : label);

function sortOf(cell: CellName): Sort | null {
  const name = nameOf(cell);
  if (/增长|增幅|增减|较上年|比上年/.test(`${cell.label}${cell.header}`)) return null;
  if (/[生校师人]均|平均每/.test(name)) return { code: "PERCAP", times: "one" };
  if (/生师比|师生比/.test(name)) return { code: "RATIO", times: "one" };
  return cell.unit === "%" && /率|占|比例|比重/.test(name) ? { code: "SHARE", times: "hundred" } : null;
}

/** Signs that every name has. */
const common = /[的数总人名率比例重占均生师校学及和与（）()%％人次册元万个平方米所:：1]|\d/g;

function lettersOf(words: string): string[] {
  return [
    ...words
      .replace(/[（(][^（）()]*[）)]/g, "")
      .replace(/毕业生|在校生|学生|教师/g, "")
      .replace(common, ""),
  ];
}

function pairsOf(cell: CellName, cells: readonly CellName[]): Pair[] {
  const name = nameOf(cell);
  const others = cells.filter((each) => each.figure !== cell.figure && sortOf(each) === null && each.unit !== "%" && inLine(cell, each));
  const key = lettersOf(name);
  const covers = (each: CellName): number => key.filter((letter) => `${each.label}${each.header}`.includes(letter)).length;
  const pairs = others.flatMap((part) =>
    others.flatMap((whole): Pair[] => {
      if (part.figure === whole.figure || (part.row !== whole.row && part.column !== whole.column)) return [];
      if (/生师比/.test(name)) return /生/.test(part.label) && /师/.test(whole.label) && part.unit === whole.unit ? [{ part, whole }] : [];
      if (/[生校师人]均|平均每/.test(name)) {
        const heads = /校均|每校/.test(name) ? /校|院|机构/ : /师均/.test(name) ? /师/ : /生|人/;
        const counted = part.unit === cell.unit || (cell.unit === "元" && /元/.test(part.unit));
        return counted && heads.test(whole.label) && whole.unit !== part.unit && key.length > 0 && covers(part) * 2 >= key.length
          ? [{ part, whole }]
          : [];
      }
      return part.unit === whole.unit && key.length > 0 && covers(part) * 3 >= key.length * 2 && covers(part) > covers(whole)
        ? [{ part, whole }]
        : [];
    }),
  );
  const tight = pairs.filter(({ part, whole }) => part.column === cell.column && whole.column === cell.column);
  const level = pairs.filter(({ part, whole }) => part.row === cell.row && whole.row === cell.row);
  const chosen = level.length > 0 ? level : tight.length > 0 ? tight : pairs;
  // 生均: all those who learn, not those who left or came.
  const learning = /在[校籍册读]|全日制|^学生|学生$|学生数|学生（/;
  const best = chosen.filter(
    ({ part, whole }) => learning.test(/生师比/.test(name) ? part.label : whole.label) && !/毕业|新生/.test(part.label),
  );
  return /生均|生师比/.test(name) && best.length > 0 ? best : chosen;
}

/** In one column of values, or in one row. */
function inLine(left: CellName, right: CellName): boolean {
  return left.row === right.row || left.header === right.header || left.column === right.column;
}

function compute(reading: Reading, { part, whole }: Pair, sort: Sort): Interval | null {
  return quotient(
    reading.quantities[part.figure]!.interval,
    reading.quantities[whole.figure]!.interval,
    sort.times === "hundred" ? hundred : one,
  );
}

function fits(reading: Reading, cell: CellName, pair: Pair, sort: Sort): boolean {
  const computed = compute(reading, pair, sort);
  return computed !== null && verdict(computed, asRounded(reading.quantities[cell.figure]!)) !== "off";
}

function tell(reading: Reading, cell: CellName, pair: Pair, sort: Sort, placed: Placed): Relation[] {
  const operands = [cell.figure, pair.part.figure, pair.whole.figure] as const;
  const computed = compute(reading, pair, sort);
  const figure: Quantity = asRounded(reading.quantities[cell.figure]!);
  const { low, high } = figure.interval;
  if (computed === null || !low || !high || compare(low.value, zero) <= 0 || operands.some((index) => placed.told.has(index))) return [];
  const [part, whole] = [reading.quantities[operands[1]]!.value, reading.quantities[operands[2]]!.value];
  const factor = sort.times === "hundred" ? hundred : one;
  const needs: Needs = new Map([
    [operands[0], roundedTo(computed, figure)],
    [operands[1], between(divide(multiply(whole, low.value), factor), divide(multiply(whole, high.value), factor))],
    [operands[2], between(divide(multiply(part, factor), high.value), divide(multiply(part, factor), low.value))],
  ]);
  const expected = middle(computed);
  const close = expected !== null && isStale(figure.value, expected);
  if (digitsOf(reading, cell.figure) < 2 || (!close && slipped(reading, needs, placed).length === 0)) return [];
  const mark = sort.times === "hundred" ? "%" : "";
  return [
    suspect(reading, sort.code, operands, {
      formula: ratioLine(reading.quantities[operands[1]]!, reading.quantities[operands[2]]!),
      value: `${shownInterval(computed, figure)}${mark}`,
      needs,
    }),
  ];
}
