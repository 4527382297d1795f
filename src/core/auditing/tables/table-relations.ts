/** Totals of rows and columns, shares of the total and differences of two years within a table. */
import { add, compare, exact, type Exact, isZero, subtract, sum, zero } from "../../quantity/exact.ts";
import { type Interval, point, scale } from "../../quantity/interval.ts";
import {
  bare,
  hundred,
  isWholeAsOne,
  meet,
  printed,
  quotient,
  shown,
  shownInterval,
  shownLike,
  sumLine,
  total,
  verdict,
} from "../relations/arithmetic.ts";
import { oneEditApart } from "../relations/slip.ts";
import { broken, held, type Relation } from "../relations/relation.ts";
import type { Quantity } from "../quantity.ts";
import { derivedRelations } from "./derived.ts";
import { figureAt, type Grid, type GridCell } from "./grid.ts";
import { unitOf } from "./cell-units.ts";
import { notAdded, totalLabel } from "./table-claims.ts";

interface Line {
  readonly what: string;
  readonly sum: number;
  readonly parts: readonly number[];
  /** The row is called 合计 and nothing else, beside a column of shares. */
  readonly sure: boolean;
}

/** @param covered what the text says on how many organisations each figure stands. */
export function tableRelations(grid: Grid, quantities: readonly Quantity[], covered: readonly (string | null)[] = []): Relation[] {
  const columns = [...columnTotals(grid, quantities)];
  const rows = [...rowTotals(grid, quantities)];
  const named = [
    ...judge(columns, quantities),
    ...judge(rows, quantities),
    ...shareColumns(grid, quantities),
    ...differences(grid, quantities),
  ];
  const places = new Set(named.map(placeOf));
  return [...named, ...derivedRelations(grid, quantities, covered).filter((relation) => !places.has(placeOf(relation)))];
}

const placeOf = ({ operands }: Relation): string => operands.toSorted((a, b) => a - b).join();

function* columnTotals(grid: Grid, quantities: readonly Quantity[]): Iterable<Line> {
  const body = Array.from({ length: grid.rows.length - grid.head }, (_, at) => grid.head + at);
  const totals = body.filter((row) => totalLabel.test(grid.labels[row]!.replace(/（.*?）/g, "")));
  if (totals.length !== 1 || (totals[0] !== body[0] && totals[0] !== body.at(-1))) return;
  const parts = body.filter((row) => row !== totals[0]);
  if (parts.some((row) => /^(?:其中|#|\s*其中)|小计|占/.test(grid.labels[row]!))) return;
  for (let column = grid.stub; column < grid.headers.length; column += 1) {
    if (notAdded.test(grid.headers[column]!)) continue;
    const sum = figureAt(grid, totals[0]!, column);
    const cells = parts.map((row) => grid.rows[row]![column]);
    const figures = addends(cells, quantities);
    if (sum === null || figures === null || !isAmount(quantities[sum]!)) continue;
    yield {
      what: grid.headers[column]!,
      sum,
      parts: figures,
      sure:
        /^(?:合\s*计|总\s*计|共\s*计|总\s*数)$/.test(grid.labels[totals[0]!]!) &&
        grid.headers.some((header) => /占比|比例|比重|百分比/.test(header)),
    };
  }
}

function* rowTotals(grid: Grid, quantities: readonly Quantity[]): Iterable<Line> {
  const at = grid.headers
    .map((header, column) => (totalLabel.test(header.replace(/（.*?）/g, "")) ? column : -1))
    .filter((column) => column >= grid.stub);
  if (at.length !== 1) return;
  const others = grid.headers.map((_, column) => column).filter((column) => column >= grid.stub && column !== at[0]);
  if (others.length < 2 || others.some((column) => notAdded.test(grid.headers[column]!) || /其中|备注|单位/.test(grid.headers[column]!)))
    return;
  for (let row = grid.head; row < grid.rows.length; row += 1) {
    if (notAdded.test(grid.labels[row]!)) continue;
    const sum = figureAt(grid, row, at[0]!);
    const cells = others.map((column) => grid.rows[row]![column]);
    const figures = addends(cells, quantities);
    if (sum === null || figures === null || !isAmount(quantities[sum]!)) continue;
    yield { what: grid.labels[row]!, sum, parts: figures, sure: false };
  }
}

/** The figures of cells that can be added up; null where one is not a figure, an amount or a dash. */
function addends(cells: readonly (GridCell | null | undefined)[], quantities: readonly Quantity[]): number[] | null {
  const figures = cells.flatMap((cell) => cell?.figure ?? []);
  const hasWords = cells.some((cell) => (cell?.figure ?? null) === null && !/^[-—–/无0]*$/.test(cell?.text ?? ""));
  return figures.length < 2 || hasWords || figures.some((index) => !isAmount(quantities[index]!)) ? null : figures;
}

function isAmount({ unit, kind }: Quantity): boolean {
  return unit !== "%" && kind === "number";
}

/** Lines that all fail are no sums; one that fails beside one that holds is a fault. A lone line must nearly hold to be blamed. */
function judge(lines: readonly Line[], quantities: readonly Quantity[]): Relation[] {
  const tested = lines.map((line) => ({ line, sum: total(line.parts.map((index) => quantities[index]!.interval)) }));
  const holds = tested.filter(({ line, sum }) => meet(sum, quantities[line.sum]!.interval));
  // Exactly twice the total: subtotals stand among the parts.
  const fails = tested.filter(
    ({ line, sum }) => !meet(sum, quantities[line.sum]!.interval) && !meet(sum, scale(quantities[line.sum]!.interval, exact(2))),
  );
  const relations = holds.map(({ line }) => held(line.sum, ...line.parts));
  if (
    holds.length === 0 &&
    (fails.length !== 1 ||
      !((fails[0]!.line.sure && slip(fails[0]!.line, quantities)) || near(fails[0]!.sum, quantities[fails[0]!.line.sum]!)))
  )
    return relations;
  if (holds.length > 0 && fails.length > holds.length) return relations;
  for (const { line } of fails) {
    const whole = quantities[line.sum]!;
    const parts = line.parts.map((index) => quantities[index]!);
    const added = shownLike(sum(parts.map(({ value }) => value)), whole);
    relations.push(
      broken([line.sum, ...line.parts], {
        code: "SUM",
        tier: holds.length > 0 ? "proof" : "warning",
        message: {
          zh: `表中“${line.what}”的各项之和为${added}，合计写作${printed(whole)}`,
          en: `in the table the parts of "${line.what}" make ${added}, the total says ${printed(whole)}`,
        },
        proof: sumLine(parts, "≠", whole),
        at: [line.sum, ...line.parts],
        suggestions: [{ zh: `若各项无误，合计应为${added}`, en: `if the parts are right, the total is ${added}` }],
      }),
    );
  }
  return relations;
}

/** Whether one slip of the hand in the total makes it the sum. */
function slip(line: Line, quantities: readonly Quantity[]): boolean {
  const [whole, ...parts] = [line.sum, ...line.parts].map((index) => quantities[index]!);
  const sum = parts.reduce((all, part) => add(all, part.value), zero);
  const differs = (figure: Quantity, needed: Exact): boolean =>
    compare(needed, zero) > 0 && oneEditApart(bare(figure), shown(needed, figure));
  return differs(whole!, sum) || parts.some((part) => differs(part, subtract(whole!.value, subtract(sum, part.value))));
}

function near(sum: Interval, whole: Quantity): boolean {
  if (sum.low === null || isZero(whole.value)) return false;
  const apart = subtract(sum.low.value, whole.value);
  const size = compare(apart, zero) < 0 ? subtract(zero, apart) : apart;
  return compare({ ...size, numerator: size.numerator * 10n }, whole.value) <= 0;
}

/** A column of shares beside one of counts with a total row. */
function* shareLines(grid: Grid, quantities: readonly Quantity[]): Iterable<{ share: number; part: number; whole: number }> {
  const totalRow = grid.labels.findIndex((label, row) => row >= grid.head && totalLabel.test(label));
  if (totalRow < 0) return;
  for (let column = grid.stub + 1; column < grid.headers.length; column += 1) {
    const header = grid.headers[column]!;
    if (
      !/^占|占比|比例|比重|百分比/.test(header) ||
      (unitOf(header)?.unit !== "%" &&
        !grid.rows.some((row) => (row[column]?.figure ?? null) !== null && quantities[row[column]!.figure!]!.unit === "%"))
    )
      continue;
    const whole = figureAt(grid, totalRow, column - 1);
    if (whole === null) continue;
    for (let row = grid.head; row < grid.rows.length; row += 1) {
      const [share, part] = [figureAt(grid, row, column), figureAt(grid, row, column - 1)];
      if (row !== totalRow && share !== null && part !== null) yield { share, part, whole };
    }
  }
}

function shareColumns(grid: Grid, quantities: readonly Quantity[]): Relation[] {
  const lines = [...shareLines(grid, quantities)].map((line) => ({
    ...line,
    computed: quotient(quantities[line.part]!.interval, quantities[line.whole]!.interval, hundred),
  }));
  const wholes = wholeShares(grid, quantities);
  const tested = lines.filter((line) => line.computed !== null);
  const fits = tested.filter((line) => verdict(line.computed!, quantities[line.share]!) !== "off");
  if (fits.length * 2 < tested.length || fits.length === 0) return [];
  return [
    ...wholes,
    ...tested.map((line) => {
      const operands = [line.share, line.part, line.whole];
      if (fits.includes(line)) return held(...operands);
      const share = quantities[line.share]!;
      const value = shownInterval(line.computed!, share);
      return broken(operands, {
        code: "SHARE",
        tier: "proof",
        message: {
          zh: `表中占比应为${value}%，写作${printed(share)}`,
          en: `in the table the share is ${value}%, it says ${printed(share)}`,
        },
        proof: `${bare(quantities[line.part]!)} ÷ ${bare(quantities[line.whole]!)} = ${value}% ≠ ${printed(share)}`,
        at: operands,
      });
    }),
  ];
}

/** The share of the total row is 100, unless the column is of another whole: 占全省比重. */
function wholeShares(grid: Grid, quantities: readonly Quantity[]): Relation[] {
  const totalRow = grid.labels.findIndex((label, row) => row >= grid.head && totalLabel.test(label));
  if (totalRow < 0) return [];
  return grid.headers.flatMap((header, column) => {
    const figure = figureAt(grid, totalRow, column);
    if (
      figure === null ||
      !/^占|占比|比例|比重|百分比/.test(header) ||
      /达标|合格|增长|占全|占[\u4e00-\u9fff]{1,8}(?:总[数额量值]?|的)?(?:比重|比例)/.test(header)
    )
      return [];
    const quantity = quantities[figure]!;
    if (meet(quantity.interval, point(hundred)) || isWholeAsOne(quantity)) return [held(figure)];
    return [
      broken([figure], {
        code: "SHARE",
        tier: "proof",
        message: {
          zh: `表中合计的占比应为100%，写作${printed(quantity)}`,
          en: `the total's share is 100%, the table says ${printed(quantity)}`,
        },
        proof: `${printed(quantity)} ≠ 100%`,
        at: [figure],
      }),
    ];
  });
}

/** Two years and their difference. */
function differences(grid: Grid, quantities: readonly Quantity[]): Relation[] {
  const years = grid.headers.flatMap((header, column) => {
    if (column < grid.stub) return [];
    if (/^(?:19|20)\d\d年?(?:度|末|底)?$/.test(header)) return [{ column, year: Number(header.slice(0, 4)) }];
    const relative = /^(上年|去年|本年|今年|当年)(?:度|数|末|实际)?$/.exec(header)?.[1];
    return relative ? [{ column, year: /上年|去年/.test(relative) ? 0 : 1 }] : [];
  });
  const change = grid.headers.findIndex(
    (header, column) =>
      column >= grid.stub &&
      /^(?:较上年|增减|增减数|变化|增减量|差|差额|差值|净增|增量|比上年增减|增加|增减情况|较上年增减)(?:（.*）)?$/.test(header),
  );
  if (years.length !== 2 || change < 0) return [];
  const [earlier, later] = years[0]!.year < years[1]!.year ? [years[0]!, years[1]!] : [years[1]!, years[0]!];
  const lines = grid.rows.slice(grid.head).flatMap((row) => {
    const [before, now, difference] = [earlier.column, later.column, change].map((column) => row[column]?.figure ?? null) as [
      number | null,
      number | null,
      number | null,
    ];
    if (before === null || now === null || difference === null) return [];
    const words = row[change]!.text;
    const sign = /减|降|下/.test(words) ? -1 : 1;
    const value = subtract(quantities[now]!.value, quantities[before]!.value);
    const said = sign < 0 ? subtract(zero, quantities[difference]!.value) : quantities[difference]!.value;
    return [{ before, now, difference, value, fits: compare(value, said) === 0 || meet(point(value), quantities[difference]!.interval) }];
  });
  const fits = lines.filter((line) => line.fits);
  if (fits.length * 2 < lines.length || fits.length === 0) return [];
  return lines.map((line) => {
    const operands = [line.difference, line.now, line.before];
    if (line.fits) return held(...operands);
    const [now, before, said] = [quantities[line.now]!, quantities[line.before]!, quantities[line.difference]!];
    return broken(operands, {
      code: "DELTA",
      tier: "proof",
      message: {
        zh: `表中两年之差应为${shownLike(line.value, said)}，写作${printed(said)}`,
        en: `in the table the difference is ${shownLike(line.value, said)}, it says ${printed(said)}`,
      },
      proof: `${bare(now)} - ${bare(before)} = ${shown(line.value, said)} ≠ ${bare(said)}`,
      at: operands,
    });
  });
}
