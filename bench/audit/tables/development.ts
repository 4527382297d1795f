/** Shapes of the development set: breakdowns with shares, two years side by side, conditions of the school. */
import { divide, type Exact, exact, subtract } from "../../../src/core/quantity/exact.ts";
import type { Figure, Token } from "../report.ts";
import { valueOf } from "../world.ts";
import { breakdown, printed, type Row, type Shape } from "./shape.ts";

/** Name, amount, share; the totals below. */
const plain =
  (heads: readonly (readonly [string, string, string, string])[]): Shape =>
  (composer, partition, number) => {
    const [name, amount, share, total] = composer.random.pick(heads);
    const { label, unit } = composer.world.facts.get(partition.whole)!;
    const { rows, sum, all } = breakdown(composer, partition);
    return printed(`表${number} ${label}构成情况`, composer, [
      [[name], [`${amount}（${unit}）`], [`${share}（%）`]],
      ...rows,
      [[total], [sum], [all]],
    ]);
  };

/** The totals on top. */
const totalsFirst: Shape = (composer, partition, number) => {
  const { label, unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  const amount = unit === "人" || unit === "名" ? "人数" : "数量";
  return printed(`表${number}：${label}分类统计表`, composer, [
    [["类别"], [`${amount}（${unit}）`], ["占比（%）"]],
    [["合计"], [sum], [all]],
    ...rows,
  ]);
};

/** A column that gives each row's unit. */
const unitColumn: Shape = (composer, partition, number) => {
  const { label, unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  return printed(`表${number} ${label}一览表`, composer, [
    [["项目"], ["单位"], ["数值"], ["比重（%）"]],
    ...rows.map(([name, part, share]) => [name!, [unit], part!, share!]),
    [["总计"], [unit], [sum], [all]],
  ]);
};

/** This year, last year and the change, of every part and the whole; the caption gives the unit. */
const twoYears: Shape = (composer, { whole, parts }, number) => {
  const { label, unit } = composer.world.facts.get(whole)!;
  const line = (key: string): { now: Figure; before: Figure; change: Figure } => {
    const [now, before] = (["now", "before"] as const).map((when) => composer.note(composer.cell(composer.level(key, when), unit)));
    const up = composer.rises(now!, before!);
    const size = subtract(...((up ? [now!.exact, before!.exact] : [before!.exact, now!.exact]) as [Exact, Exact]));
    const fact = `${key}@now-${key}@before`;
    const drawn = composer.cell(composer.derived(fact, now!.role, size, 0, unit, now!.label), unit);
    const change = composer.note(size.numerator > 0n && !up ? { ...drawn, minus: true } : drawn);
    composer.state("table", { type: "difference", now: now!.id, before: before!.id, change: change.id, sign: up ? 1 : -1 });
    return { now: now!, before: before!, change };
  };
  const row = (name: Token, { now, before, change }: ReturnType<typeof line>): Row => [[name], [now], [before], [change]];
  const total = line(whole);
  const lines = parts.map((key) => ({ key, ...line(key) }));
  for (const when of ["now", "before"] as const)
    composer.state("table", { type: "sum", total: total[when].id, parts: lines.map((cells) => cells[when].id) });
  const totals = row("合计", total);
  const rows = lines.map(({ key, ...cells }) => row(composer.label(key), cells));
  return printed(`表${number} ${label}两年对比（单位：${unit}）`, composer, [
    [["指标"], ["本年"], ["上年"], ["增减"]],
    ...(composer.random.chance(0.5) ? [totals, ...rows] : [...rows, totals]),
  ]);
};

/** Conditions of the school, each with its unit, and what comes of them for one student. */
const conditions: Shape = (composer, _, number) => {
  const { facts, perHead } = composer.world;
  const cell = (key: string): Figure => composer.note(composer.cell(composer.level(key), facts.get(key)!.unit));
  const students = cell("students");
  const rows: Row[] = [[[composer.label("students")], [facts.get("students")!.unit], [students]]];
  for (const [name, unit, total] of perHead.filter(([, , key]) => !facts.get(key)!.money)) {
    const amount = cell(total);
    const value = divide(valueOf(facts.get(total)!, "now"), valueOf(facts.get("students")!, "now"));
    const decimals = unit === "个" ? 2 : composer.decimals;
    const each = composer.derived(`${total}÷students:${decimals}`, "perHead", value, decimals, unit, name);
    const head = composer.note(composer.cell(each, unit));
    composer.state("table", { type: "quotient", result: head.id, numerator: amount.id, denominator: students.id, factor: exact(1) });
    rows.push([[composer.label(total)], [unit], [amount]], [[name], [unit], [head]]);
  }
  return printed(`表${number} 基本办学条件`, composer, [[["指标名称"], ["计量单位"], ["本年数"]], ...rows]);
};

/** The tables of the development set. */
export const shapes: readonly Shape[] = [
  plain([
    ["类别", "数量", "占比", "合计"],
    ["项目", "数量", "比例", "合计"],
    ["分类", "规模", "所占比重", "总计"],
    ["名称", "数值", "百分比", "总数"],
  ]),
  totalsFirst,
  unitColumn,
  twoYears,
  conditions,
];
