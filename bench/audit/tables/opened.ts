/** Shapes of the opened set: numbered lines, years below each other, sources of money, ways of graduates. */
import { divide, type Exact, exact } from "../../../src/core/quantity/exact.ts";
import type { Figure, Token } from "../report.ts";
import { valueOf } from "../world.ts";
import { breakdown, changeOf, level, printed, type Row, type Shape, shareOf } from "./shape.ts";

/** Every line with its number, the total unnumbered below. */
const numbered: Shape = (composer, partition, number) => {
  const { label, unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  return printed(`表${number}　${label}分项统计`, composer, [
    [["序号"], ["类别名称"], [`统计数（${unit}）`], ["所占百分比（%）"]],
    ...rows.map((row, index): Row => [[String(index + 1)], ...row]),
    [["—"], ["合　计"], [sum], [all]],
  ]);
};

/** Two years below each other, the parts across, the change in the last line. */
const yearsBelow: Shape = (composer, { whole, parts }, number) => {
  const { world } = composer;
  const { label, unit } = world.facts.get(whole)!;
  const keys = [whole, ...parts];
  const [before, now] = (["before", "now"] as const).map((when) => keys.map((key) => level(composer, key, when))) as [Figure[], Figure[]];
  for (const [total, ...others] of [before, now])
    composer.state("table", { type: "sum", total: total!.id, parts: others.map(({ id }) => id) });
  const change = now.map((figure, index) => changeOf(composer, figure, before[index]!, unit));
  const line = (name: string, figures: readonly Figure[]): Row => [[name], ...figures.map((figure): Token[] => [figure])];
  return printed(`附表${number}　近两年${label}情况　单位：${unit}`, composer, [
    [["年份"], ["总数"], ...parts.map((key): Token[] => [composer.label(key)])],
    line(`${world.year - 1}年`, before),
    line(`${world.year}年`, now),
    line("比上年增减", change),
  ]);
};

/** Whole and parts in one line, each part's share with its % below it. */
const across: Shape = (composer, { whole, parts }, number) => {
  const { label, unit } = composer.world.facts.get(whole)!;
  const sum = level(composer, whole);
  const cells = parts.map((key) => [key, level(composer, key)] as const);
  composer.state("table", { type: "sum", total: sum.id, parts: cells.map(([, { id }]) => id) });
  const shares = cells.map((cell) => shareOf(composer, cell, [whole, sum], true));
  return printed(`表1-${number} ${label}结构表`, composer, [
    [["项目"], [composer.label(whole)], ...parts.map((key, index): Token[] => [index === 0 ? "其中：" : "", composer.label(key)])],
    [[`数量（${unit}）`], [sum], ...cells.map(([, figure]): Token[] => [figure])],
    [["占比"], ["—"], ...shares.map((share): Token[] => [share])],
  ]);
};

/** Means of the school in both years: totals, and what comes of them for one student. */
const means: Shape = (composer, _, number) => {
  const { facts, perHead, year } = composer.world;
  const years = ["before", "now"] as const;
  const students = years.map((when) => level(composer, "students", when));
  const rows: Row[] = [];
  const add = (name: Token, unit: string, [before, now]: readonly Figure[]): void => {
    rows.push([[String(rows.length + 1)], [name], [unit], [before!], [now!], [changeOf(composer, now!, before!, unit)]]);
  };
  add(composer.label("students"), facts.get("students")!.unit, students);
  for (const [name, unit, total] of perHead.filter(([, , key]) => !facts.get(key)!.money)) {
    const amounts = years.map((when) => level(composer, total, when));
    add(composer.label(total), unit, amounts);
    const decimals = unit === "个" ? 2 : composer.decimals;
    const each = years.map((when, index) => {
      const value: Exact = divide(valueOf(facts.get(total)!, when), valueOf(facts.get("students")!, when));
      const fact = `${total}÷students:${decimals}${when === "now" ? "" : "@before"}`;
      const head = composer.note(composer.cell(composer.derived(fact, "perHead", value, decimals, unit, name), unit));
      const [numerator, denominator] = [amounts[index]!.id, students[index]!.id];
      composer.state("table", { type: "quotient", result: head.id, numerator, denominator, factor: exact(1) });
      return head;
    });
    add(name, unit, each);
  }
  return printed(`表${number}　办学条件主要监测指标`, composer, [
    [["序号"], ["监测指标"], ["单位"], [`${year - 1}年`], [`${year}年`], ["增减量"]],
    ...rows,
  ]);
};

/** Where the money came from, in 万元. */
const money: Shape = (composer, _, number) => {
  const { rows, sum, all } = breakdown(composer, { whole: "funds", parts: ["central", "provincial", "local"] });
  const { label } = composer.world.facts.get("funds")!;
  return printed(`表${number}　${label}来源明细`, composer, [
    [["资金来源"], ["金额（万元）"], ["占总额比重（%）"]],
    ...rows,
    [["总额"], [sum], [all]],
  ]);
};

/** Where the graduates went: some lines are parts of the line above them. */
const ways: Shape = (composer, _, number) => {
  const { unit } = composer.world.facts.get("graduates")!;
  const [graduates, placed, hired, promoted, unplaced] = ["graduates", "placed", "hired", "promoted", "unplaced"].map((key) =>
    level(composer, key),
  ) as [Figure, Figure, Figure, Figure, Figure];
  composer.state("table", { type: "sum", total: placed.id, parts: [hired.id, promoted.id] });
  composer.state("table", { type: "sum", total: graduates.id, parts: [placed.id, unplaced.id] });
  const line = (mark: string, key: string, figure: Figure): Row => [
    [mark, composer.label(key)],
    [figure],
    [shareOf(composer, [key, figure], ["graduates", graduates], true)],
  ];
  return printed(`表${number}　毕业生去向统计`, composer, [
    [["去向"], [`人数（${unit}）`], ["占毕业生总数的比例"]],
    [[composer.label("graduates")], [graduates], ["—"]],
    line("1.", "placed", placed),
    line("　其中：", "hired", hired),
    line("　　　　", "promoted", promoted),
    line("2.", "unplaced", unplaced),
  ]);
};

/** The tables of the opened set. */
export const shapes: readonly Shape[] = [numbered, yearsBelow, across, means, money, ways];
