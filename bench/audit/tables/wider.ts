/** Shapes of the wider set: heads in two lines, axes exchanged, shares and rates as columns of their own, units in captions or beside names. */
import { divide, exact } from "../../../src/core/quantity/exact.ts";
import type { Figure, Token } from "../report.ts";
import { valueOf } from "../world.ts";
import { breakdown, changeOf, level, printed, type Row, type Shape, shareOf } from "./shape.ts";

const hundred = exact(100);

/** Amount and share below each of two years, whose names stand over both. */
const twoLines: Shape = (composer, { whole, parts }, number) => {
  const { world } = composer;
  const { label, unit } = world.facts.get(whole)!;
  const sums = (["now", "before"] as const).map((when) => level(composer, whole, when));
  const rows = parts.map((key) => {
    const cells = (["now", "before"] as const).flatMap((when, index): Token[][] => {
      const part = level(composer, key, when);
      const share = composer.note(composer.cell(composer.share(key, whole, when), "%"));
      const [numerator, denominator] = [part.id, sums[index]!.id];
      composer.state("table", { type: "quotient", result: share.id, numerator, denominator, factor: hundred });
      return [[part], [share]];
    });
    return { row: [[composer.label(key)], ...cells], parts: [cells[0]![0] as Figure, cells[2]![0] as Figure] };
  });
  sums.forEach((total, index) =>
    composer.state("table", { type: "sum", total: total.id, parts: rows.map(({ parts: figures }) => figures[index]!.id) }),
  );
  const all = (): Figure => {
    const figure = composer.cell(composer.derived("all", "share", hundred, composer.decimals, "%"), "%");
    composer.state("table", { type: "constant", figure: figure.id, value: hundred });
    return figure;
  };
  return printed(`表${number} ${label}结构变化`, composer, [
    [["类别"], [`${world.year}年`], [""], [`${world.year - 1}年`], [""]],
    [[""], [`数量（${unit}）`], ["比重（%）"], [`数量（${unit}）`], ["比重（%）"]],
    ...rows.map(({ row }): Row => row),
    [["合计"], [sums[0]!], [all()], [sums[1]!], [all()]],
  ]);
};

/** Names across, amounts and shares below, the total last. */
const exchanged: Shape = (composer, { whole, parts }, number) => {
  const { label, unit } = composer.world.facts.get(whole)!;
  const sum = level(composer, whole);
  const cells = parts.map((key) => [key, level(composer, key)] as const);
  composer.state("table", { type: "sum", total: sum.id, parts: cells.map(([, { id }]) => id) });
  const shares = cells.map((cell) => shareOf(composer, cell, [whole, sum], false));
  return printed(`表${number} ${label}分布`, composer, [
    [["指标"], ...parts.map((key): Token[] => [composer.label(key)]), ["总计"]],
    [[`规模（${unit}）`], ...cells.map(([, figure]): Token[] => [figure]), [sum]],
    [["占比（%）"], ...shares.map((share): Token[] => [share]), ["—"]],
  ]);
};

/** Two years, the change and the growth; the caption gives the unit. */
const growing: Shape = (composer, { whole, parts }, number) => {
  const { world } = composer;
  const { label, unit } = world.facts.get(whole)!;
  const lines = [whole, ...parts].map((key) => {
    const [before, now] = [level(composer, key, "before"), level(composer, key)];
    const change = changeOf(composer, now, before, unit);
    const up = composer.rises(now, before);
    const drawn = composer.cell(composer.growth(now, before), "%");
    const growth = composer.note(!up && now.plain !== before.plain ? { ...drawn, minus: true } : drawn);
    composer.state("table", { type: "growth", now: now.id, before: before.id, rate: growth.id, sign: up ? 1 : -1 });
    return { before, now, row: [[key === whole ? "总数" : composer.label(key)], [before], [now], [change], [growth]] };
  });
  for (const when of ["now", "before"] as const)
    composer.state("table", { type: "sum", total: lines[0]![when].id, parts: lines.slice(1).map((line) => line[when].id) });
  return printed(`表${number} ${label}增长情况（计量单位：${unit}、%）`, composer, [
    [["项目"], [`${world.year - 1}年`], [`${world.year}年`], ["增加数"], ["增长率"]],
    ...lines.map(({ row }): Row => row),
  ]);
};

/** One line for each fact with its unit beside the name, whole before its parts. */
const lines: Shape = (composer, { whole, parts }, number) => {
  const { label, unit } = composer.world.facts.get(whole)!;
  const sum = level(composer, whole);
  const cells = parts.map((key) => [key, level(composer, key)] as const);
  composer.state("table", { type: "sum", total: sum.id, parts: cells.map(([, { id }]) => id) });
  return printed(`表${number} ${label}基本数据`, composer, [
    [["序号"], ["指标（单位）"], ["数据"]],
    [["1"], [composer.label(whole), `（${unit}）`], [sum]],
    ...cells.map(([key, figure], index): Row => [[`1.${index + 1}`], ["其中：", composer.label(key), `（${unit}）`], [figure]]),
  ]);
};

/** Means of the school across: totals in the first line, values per student in the second. */
const perStudent: Shape = (composer, _, number) => {
  const { facts, perHead } = composer.world;
  const students = level(composer, "students");
  const chosen = perHead.filter(([, , key]) => !facts.get(key)!.money);
  const totals = chosen.map(([, , key]) => level(composer, key));
  const means = chosen.map(([name, unit, key], index) => {
    const value = divide(valueOf(facts.get(key)!, "now"), valueOf(facts.get("students")!, "now"));
    const decimals = unit === "个" ? 2 : composer.decimals;
    const each = composer.note(
      composer.cell(composer.derived(`${key}÷students:${decimals}`, "perHead", value, decimals, unit, name), unit),
    );
    const [numerator, denominator] = [totals[index]!.id, students.id];
    composer.state("table", { type: "quotient", result: each.id, numerator, denominator, factor: exact(1) });
    return each;
  });
  return printed(`表${number} 办学条件`, composer, [
    [
      ["项目"],
      [composer.label("students"), `（${facts.get("students")!.unit}）`],
      ...chosen.map(([, unit, key]): Token[] => [composer.label(key), `（${unit}）`]),
    ],
    [["总量"], [students], ...totals.map((figure): Token[] => [figure])],
    [["生均"], ["—"], ...means.map((figure): Token[] => [figure])],
  ]);
};

/** Name, amount with its unit in the caption, share with its sign in the cell's head, the total in front. */
const captioned: Shape = (composer, partition, number) => {
  const { label, unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  return printed(`表${number} ${label}分类情况　　单位：${unit}，%`, composer, [
    [["分类"], ["总量"], ["占全部比重"]],
    [["全部"], [sum], [all]],
    ...rows,
  ]);
};

/** The tables of the wider set. */
export const shapes: readonly Shape[] = [twoLines, captioned, exchanged, growing, lines, perStudent];
