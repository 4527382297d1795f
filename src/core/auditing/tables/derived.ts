/** Rows or columns worked out from others of the same table: its lines themselves show by which formula, and the odd one out is a fault. */
import { compare, type Exact, exact, isZero, subtract, zero } from "../../quantity/exact.ts";
import { add as addIntervals, type Interval, point } from "../../quantity/interval.ts";
import type { Quantity } from "../quantity.ts";
import { asRounded, bare, hundred, printed, quotient, ratioLine, shownInterval, verdict } from "../relations/arithmetic.ts";
import { broken, held, type Relation } from "../relations/relation.ts";
import { coversOne } from "../relations/stated-coverage.ts";
import { oneEditApart } from "../relations/slip.ts";
import { figureAt, type Grid } from "./grid.ts";
import { unitOf } from "./cell-units.ts";
import { notAdded } from "./table-claims.ts";

type Kind = "share" | "growth" | "change" | "quotient" | "level";
type Code = "SHARE" | "DELTA" | "RATIO" | "SUM";

interface Variable {
  readonly name: string;
  /** Of each line: the names of the rows where variables are columns. */
  readonly lines: readonly string[];
  readonly kind: Kind;
  readonly unit: string;
  /** Index of the figure in each line; null where there is none. */
  readonly figures: readonly (number | null)[];
}

interface Formula {
  readonly code: Code;
  readonly operands: readonly number[];
  readonly compute: (figures: readonly Quantity[]) => Interval | null;
  readonly show: (figures: readonly Quantity[]) => string;
  /** The names alone say so; then one line that holds is enough to suspect the other. */
  readonly named: boolean;
}

interface Tried {
  readonly formula: Formula;
  readonly holds: readonly number[];
  readonly fails: readonly number[];
}

const most = { variables: 14, lines: 120 };

/** Formulas between columns, and the same between rows. */
export function derivedRelations(grid: Grid, quantities: readonly Quantity[], covered: readonly (string | null)[] = []): Relation[] {
  const body = Array.from({ length: grid.rows.length - grid.head }, (_, at) => grid.head + at);
  const columns = Array.from({ length: grid.headers.length - grid.stub }, (_, at) => grid.stub + at);
  const across = columns.map((column) =>
    variableOf(
      grid.headers[column]!,
      body.map((row) => grid.labels[row]!),
      body.map((row) => figureAt(grid, row, column)),
      quantities,
    ),
  );
  const down = body.map((row) =>
    variableOf(
      grid.labels[row]!,
      columns.map((column) => grid.headers[column]!),
      columns.map((column) => figureAt(grid, row, column)),
      quantities,
    ),
  );
  return [across, down].flatMap((variables) =>
    variables.length > most.variables || (variables[0]?.figures.length ?? 0) > most.lines
      ? []
      : variables.flatMap((_, target) => judge(variables, target, quantities, covered)),
  );
}

function variableOf(
  name: string,
  lines: readonly string[],
  figures: readonly (number | null)[],
  quantities: readonly Quantity[],
): Variable {
  const found = figures.flatMap((figure) => (figure === null ? [] : [quantities[figure]!]));
  const unit = unitOf(name)?.unit ?? found[0]?.unit ?? "";
  const isShare = unit === "%" || /[%％]/.test(name) || found.some((quantity) => quantity.unit === "%");
  return { name, lines, unit: isShare ? "%" : unit, figures, kind: kindOf(name, isShare) };
}

function kindOf(name: string, isShare: boolean): Kind {
  if (/增幅|增速|增长率|涨幅|增长/.test(name)) return isShare || /率|幅/.test(name) ? "growth" : "change";
  if (/增减|增加|减少|变化|较上年|比上年|差额|净增|±|升降/.test(name)) return isShare ? "growth" : "change";
  if (/同比|环比/.test(name)) return isShare ? "growth" : "change";
  if (/生师比|师生比|生均|人均|师均|校均|平均/.test(name)) return "quotient";
  return isShare || /率|占比|比例|比重|百分比/.test(name) ? "share" : "level";
}

/** A line of changes: what holds of values does not hold of their differences. */
function isMovement(name: string): boolean {
  const kind = kindOf(name, true);
  return kind === "change" || kind === "growth";
}

function judge(
  variables: readonly Variable[],
  target: number,
  quantities: readonly Quantity[],
  covered: readonly (string | null)[],
): Relation[] {
  const tried = formulasOf(variables, target)
    .flatMap((formula) => attempt(formula, variables, target, quantities, covered) ?? [])
    .sort((a, b) => a.fails.length - b.fails.length || b.holds.length - a.holds.length);
  const [best, second] = tried;
  if (!best) return [];
  const operandsOf = (line: number): number[] => [
    variables[target]!.figures[line]!,
    ...best.formula.operands.map((operand) => variables[operand]!.figures[line]!),
  ];
  const relations = best.holds.map((line) => held(...operandsOf(line)));
  const rivals = second && second.fails.length === best.fails.length && second.holds.length === best.holds.length;
  if (rivals && best.fails.length > 0) return [];
  return [...relations, ...best.fails.map((line) => fault(best, operandsOf(line), variables[target]!.name, quantities))];
}

function fault({ formula, holds }: Tried, operands: readonly number[], name: string, quantities: readonly Quantity[]): Relation {
  const [said, ...figures] = operands.map((index) => quantities[index]!) as [Quantity, ...Quantity[]];
  const value = shownInterval(formula.compute(figures)!, said);
  const what = name.replace(/（[^（）]*）|\([^()]*\)/g, "");
  return broken(operands, {
    code: formula.code,
    tier: holds.length > 1 ? "proof" : "warning",
    message: {
      zh: `表中“${what}”按其他各行（列）的算法应为${value}，写作${printed(said)}`,
      en: `in the table "${what}", worked out as in its other lines, is ${value}; it says ${printed(said)}`,
    },
    proof: `${formula.show(figures)} = ${value} ≠ ${printed(said)}`,
    at: operands,
  });
}

/** Null where the lines do not speak for the formula. */
function attempt(
  formula: Formula,
  variables: readonly Variable[],
  target: number,
  quantities: readonly Quantity[],
  covered: readonly (string | null)[],
): Tried | null {
  const [holds, fails]: [number[], number[]] = [[], []];
  const { lines } = variables[target]!;
  for (const [line, name] of lines.entries()) {
    if (isMovement(name) || (formula.code === "SUM" && notAdded.test(name))) continue;
    const indexes = [target, ...formula.operands].map((variable) => variables[variable]!.figures[line] ?? null);
    if (indexes.some((index) => index === null) || !coversOne(covered, indexes as number[])) continue;
    const [said, ...figures] = indexes.map((index) => quantities[index!]!) as [Quantity, ...Quantity[]];
    const computed = formula.compute(figures);
    if (said.kind === "points" && formula.code !== "DELTA") continue;
    if (formula.code === "SUM" && [said, ...figures].some((figure) => figure.unit === "%" || figure.kind !== "number")) continue;
    if (computed === null || figures.every((figure) => isZero(figure.value))) continue;
    if (fits(computed, said)) holds.push(line);
    else fails.push(line);
    if (fails.length > 1 + lines.length / 4) return null;
  }
  if (holds.length === 0 || fails.length > Math.max(1, Math.floor(holds.length / 3))) return null;
  if (holds.length === 1 && !(formula.named && fails.length === 1)) return null;
  if (holds.length < 3 && !formula.named && fails.length > 0) return null;
  if (holds.length === 1) {
    const [said, ...figures] = [target, ...formula.operands].map((variable) => quantities[variables[variable]!.figures[fails[0]!]!]!) as [
      Quantity,
      ...Quantity[],
    ];
    if (!slip(said, formula.compute(figures)!)) return null;
  }
  return { formula, holds, fails };
}

function fits(computed: Interval, said: Quantity): boolean {
  return (
    verdict(computed, asRounded(said)) !== "off" ||
    (computed.high !== null && compare(computed.high.value, zero) < 0 && fits(minus(computed), said))
  );
}

function minus({ low, high }: Interval): Interval {
  const turned = (end: Interval["low"]): Interval["low"] => (end === null ? null : { ...end, value: subtract(zero, end.value) });
  return { low: turned(high), high: turned(low) };
}

/** Whether one slip of the hand makes the printed figure what is computed. */
function slip(said: Quantity, computed: Interval): boolean {
  const decimals = (/\.(\d+)/.exec(printed(said))?.[1] ?? "").length;
  const needed = [computed.low, computed.high].map((end) => (end === null ? "" : rounded(end.value, decimals)));
  return needed.some((text) => text !== "" && oneEditApart(bare(said), text));
}

function rounded(value: Exact, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const doubled = (value.numerator * scale * 2n) / value.denominator;
  const digits = ((doubled + 1n) / 2n).toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function formulasOf(variables: readonly Variable[], target: number): Formula[] {
  const { kind } = variables[target]!;
  return kind === "level" ? sums(variables, target) : pairs(variables, target);
}

/** The neighbours before or behind a column add up to it. */
function sums(variables: readonly Variable[], target: number): Formula[] {
  const { name, unit } = variables[target]!;
  if (/其中|编号|代码|序号|年份/.test(name) || !/总|合计|共计|小计|^计$|全体/.test(name)) return [];
  const formulas: Formula[] = [];
  for (const step of [1, -1]) {
    const operands: number[] = [];
    for (let at = target + step; at >= 0 && at < variables.length; at += step) {
      const part = variables[at]!;
      if (part.kind !== "level" || part.unit !== unit || /其中/.test(part.name)) break;
      operands.push(at);
      if (operands.length < 2) continue;
      formulas.push({
        code: "SUM",
        operands: [...operands],
        compute: (figures) => figures.map((figure) => figure.interval).reduce(addIntervals, point(zero)),
        show: (figures) => figures.map(bare).join(" + "),
        named: true,
      });
    }
  }
  return formulas;
}

function pairs(variables: readonly Variable[], target: number): Formula[] {
  const { kind, name } = variables[target]!;
  const levels = variables.flatMap((variable, at) =>
    at !== target && (variable.kind === "level" || (kind === "change" && variable.kind === "share")) ? [at] : [],
  );
  return levels.flatMap((first) =>
    levels
      .filter((second) => second !== first && !contradicts(name, variables[first]!.name, variables[second]!.name))
      .map((second) => pairOf(kind, first, second, namesFit(name, variables[first]!.name, variables[second]!.name))),
  );
}

/** 生师比 is of students to teachers, whatever else gives the same number. */
function contradicts(target: string, first: string, second: string): boolean {
  return /生师比/.test(target) && (!/生/.test(first) || /[师工]/.test(first) || !/师/.test(second));
}

function pairOf(kind: Kind, first: number, second: number, named: boolean): Formula {
  const operands = [first, second];
  const divided = ([a, b]: readonly Quantity[], factor: Exact): Interval | null => quotient(a!.interval, b!.interval, factor);
  const difference = ([a, b]: readonly Quantity[]): Interval => point(subtract(a!.value, b!.value));
  switch (kind) {
    case "change":
      return { code: "DELTA", operands, named, compute: difference, show: ([a, b]) => `${bare(a!)} - ${bare(b!)}` };
    case "growth":
      return {
        code: "DELTA",
        operands,
        named,
        compute: (figures) => {
          const share = divided(figures, hundred);
          return share && addIntervals(share, point(subtract(zero, hundred)));
        },
        show: ([a, b]) => `(${bare(a!)} - ${bare(b!)}) ÷ ${bare(b!)}`,
      };
    case "share":
      return { code: "SHARE", operands, named, compute: (figures) => divided(figures, hundred), show: over };
    default:
      return { code: "RATIO", operands, named, compute: (figures) => divided(figures, exact(1)), show: over };
  }
}

const over = ([a, b]: readonly Quantity[]): string => ratioLine(a!, b!);

/** 就业率 of 就业人数, 生师比 of 在校生 and 教师, 完成率 of a plan. */
function namesFit(target: string, first: string, second: string): boolean {
  const years = [first, second].every((name) => /(?:19|20)\d\d|上年|去年|本年|今年/.test(name));
  if (years) return true;
  if (/完成/.test(target) && /计划|任务|目标|指标/.test(second)) return true;
  const all = target.replace(/（[^（）]*）|\([^()]*\)|[率比例占的数人总均重%％]/g, "");
  // 生, 师 and 校 stand in the names of half a table: 女生比例 is not made of what is only called 在校生.
  const own = all.replace(/[生师校学]/g, "");
  const letters = [...(own === "" ? all : own)];
  return letters.some((letter) => first.includes(letter) || second.includes(letter));
}
