/**
 * Heads of a table that stand over each other's columns: 女生占比 that is everywhere that of the column called 男生, growth that
 * is everywhere that from the later year to the earlier, a 合计 that is a part while another row is the sum of the rest. The
 * table's own arithmetic must fail as it is headed and hold in every row once two heads change places.
 */
import { compare, exact, one, subtract, sum, zero } from "../../quantity/exact.ts";
import { point, subtract as apart } from "../../quantity/interval.ts";
import type { Quantity } from "../quantity.ts";
import { hundred, isExact, quotient, verdict } from "../relations/arithmetic.ts";
import { broken, type Relation } from "../relations/relation.ts";
import { figureAt, type Grid } from "./grid.ts";
import { totalLabel } from "./table-claims.ts";

/** Rows that must agree before the heads are doubted. */
const fewest = 2;

export function exchangedHeads(grid: Grid, quantities: readonly Quantity[]): Relation[] {
  if (grid.rows.length > 60 || grid.headers.length > 16) return [];
  return [...quotients(grid, quantities), ...growths(grid, quantities), ...totals(grid, quantities)];
}

type Computed = (left: Quantity, right: Quantity) => ReturnType<typeof quotient>;

/** Rows in which all three columns have figures: how many a formula fits, and the figures. */
function fitting(
  grid: Grid,
  quantities: readonly Quantity[],
  columns: readonly [number, number, number],
  computed: Computed,
): { readonly rows: number; readonly fits: number; readonly figures: readonly number[] } {
  let [rows, fits] = [0, 0];
  const figures: number[] = [];
  for (let row = grid.head; row < grid.rows.length; row += 1) {
    const found = columns.map((column) => figureAt(grid, row, column));
    if (found.some((figure) => figure === null || !isExact(quantities[figure]!))) continue;
    const [result, left, right] = found.map((figure) => quantities[figure!]!);
    rows += 1;
    figures.push(...(found as number[]));
    const value = computed(left!, right!);
    if (value !== null && verdict(value, result!) !== "off") fits += 1;
  }
  return { rows, fits, figures };
}

const nameOf = (header: string): string => header.replace(/[（(][^（()）]*[）)]|\s/g, "").replace(/(?:人数|数量|总数|数)$/, "");

const columnsOf = (grid: Grid): readonly number[] =>
  grid.headers.flatMap((header, column) => (column >= grid.stub && header !== "" ? [column] : []));

const inPercent: Computed = (part, whole) => quotient(part.interval, whole.interval, hundred);
const plain: Computed = (left, right) => quotient(left.interval, right.interval, one);

/** 占比, 完成率 and 生师比 as their heads say, against the same with two columns exchanged. */
function quotients(grid: Grid, quantities: readonly Quantity[]): Relation[] {
  const columns = columnsOf(grid);
  return columns.flatMap((result): Relation[] => {
    const head = nameOf(grid.headers[result]!);
    const find = (pattern: RegExp): number[] =>
      columns.filter((column) => column !== result && pattern.test(grid.headers[column]!) && !/率|比/.test(grid.headers[column]!));
    if (/生师比/.test(head)) return turned(grid, quantities, result, find(/学生|在校生/), find(/教师|教职工/), plain);
    if (/完成率|到位率|执行率/.test(head))
      return turned(grid, quantities, result, find(/完成|实际|实招|到位|支出|执行/), find(/计划|目标|任务|预算|应/), inPercent);
    if (!/占比|比例|比重|占/.test(head)) return [];
    const parts = columns.filter((column) => {
      const name = nameOf(grid.headers[column]!);
      return column !== result && name.length > 1 && head.startsWith(name) && !/率|比|占/.test(name);
    });
    const [part] = parts;
    if (part === undefined || parts.length > 1) return [];
    const wholes = columns.filter((column) => column !== result && column !== part);
    if (wholes.some((whole) => fitting(grid, quantities, [result, part, whole], inPercent).fits > 0)) return [];
    for (const whole of wholes)
      for (const other of wholes) {
        if (other === whole || /占|比|率/.test(grid.headers[other]!)) continue;
        const found = fitting(grid, quantities, [result, other, whole], inPercent);
        if (found.rows >= fewest && found.fits === found.rows) return [exchanged(grid, part, other, found.figures)];
      }
    return [];
  });
}

/** The quotient as headed fits no row, upside down it fits all. */
function turned(
  grid: Grid,
  quantities: readonly Quantity[],
  result: number,
  above: readonly number[],
  below: readonly number[],
  computed: Computed,
): Relation[] {
  const [left, right] = [above[0], below[0]];
  if (left === undefined || right === undefined || above.length > 1 || below.length > 1 || left === right) return [];
  const headed = fitting(grid, quantities, [result, left, right], computed);
  const upside = fitting(grid, quantities, [result, right, left], computed);
  if (headed.fits > 0 || upside.rows < fewest || upside.fits < upside.rows) return [];
  return [exchanged(grid, left, right, upside.figures)];
}

/** 2019年 and 2018年 with 增长 or 增减: everywhere the change from the later year to the earlier. */
function growths(grid: Grid, quantities: readonly Quantity[]): Relation[] {
  const columns = columnsOf(grid);
  const years = columns.flatMap((column) => {
    const found = /^(?:\D{0,6})((?:19|20)\d\d)年?(?:度|底|末)?(?:[（(].*)?$/.exec(grid.headers[column]!);
    return found ? [{ column, year: Number(found[1]) }] : [];
  });
  if (years.length !== 2 || years[0]!.year === years[1]!.year) return [];
  const [before, now] = [...years].sort((left, right) => left.year - right.year).map(({ column }) => column) as [number, number];
  return columns.flatMap((result): Relation[] => {
    const header = grid.headers[result]!;
    if (!/增长|增幅|增减|增加|增速|变化/.test(header) || /减少|下降|降幅|绝对值/.test(header)) return [];
    const change: Computed = /[%％]|率|幅|速/.test(header)
      ? (left, right) => {
          const rate = quotient(left.interval, right.interval, hundred);
          return rate && apart(rate, point(hundred));
        }
      : (left, right) => point(subtract(left.value, right.value));
    const headed = fitting(grid, quantities, [result, now, before], change);
    const upside = fitting(grid, quantities, [result, before, now], change);
    if (headed.fits > 0 || upside.rows <= fewest || upside.fits < upside.rows) return [];
    return [exchanged(grid, before, now, upside.figures)];
  });
}

/** 合计 is a part, and another row the sum of all the rest. */
function totals(grid: Grid, quantities: readonly Quantity[]): Relation[] {
  const rows = Array.from({ length: grid.rows.length - grid.head }, (_, at) => at + grid.head);
  const marked = rows.filter((row) => totalLabel.test(grid.labels[row]!));
  const [total] = marked;
  if (total === undefined || marked.length > 1 || rows.length < 4) return [];
  if (rows.some((row) => /其中|小计|[：:]/.test(grid.labels[row]!))) return [];
  for (const row of rows) {
    if (row === total || /[总全]|计|规模/.test(grid.labels[row]!)) continue;
    let columns = 0;
    const figures: number[] = [];
    const all = columnsOf(grid).every((column) => {
      const found = rows.map((each) => figureAt(grid, each, column));
      if (found.some((figure) => figure === null || quantities[figure]!.kind !== "number")) return true;
      const values = found.map((figure) => quantities[figure!]!.value);
      const whole = values[rows.indexOf(row)]!;
      if (compare(whole, exact(100)) < 0 || values.some((value) => compare(value, zero) < 0)) return true;
      columns += 1;
      figures.push(found[rows.indexOf(total)]!, found[rows.indexOf(row)]!);
      return compare(sum(values), sum([whole, whole])) === 0;
    });
    if (all && columns > 0) return [exchangedRows(grid, total, row, figures)];
  }
  return [];
}

function exchanged(grid: Grid, left: number, other: number, figures: readonly number[]): Relation {
  const [first, second] = [grid.headers[left]!, grid.headers[other]!];
  return draft(first, second, figures, "列", `“${first}”与“${second}”互换后各行都对得上`);
}

function exchangedRows(grid: Grid, total: number, row: number, figures: readonly number[]): Relation {
  const [first, second] = [grid.labels[total]!, grid.labels[row]!];
  return draft(first, second, figures, "行", `“${second}”一行等于其余各行之和，“${first}”一行不是`);
}

function draft(first: string, second: string, figures: readonly number[], line: "行" | "列", proof: string): Relation {
  return broken(figures, {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `表中“${first}”与“${second}”两${line}的名称可能写反了`,
      en: `the heads "${first}" and "${second}" of the table may be exchanged`,
    },
    proof,
    at: figures,
  });
}
