/** Shapes of the blind set, not to be read by whoever changes the rules: two years with shares, posts within posts, rates with both operands, growth of several facts. */
import { divide, type Exact, exact } from "../../../src/core/quantity/exact.ts";
import type { Composer } from "../compose.ts";
import type { Figure, Token } from "../report.ts";
import { valueOf } from "../world.ts";
import { breakdown, changeOf, level, printed, type Row, type Shape, shareOf } from "./shape.ts";

const hundred = exact(100);

/** The share of the whole in itself, with its own % where the head has none. */
function allOf(composer: Composer, sign: boolean): Figure {
  const drawn = composer.derived("all", "share", hundred, composer.decimals, "%");
  const all = sign ? drawn : composer.cell(drawn, "%");
  composer.state("table", { type: "constant", figure: all.id, value: hundred });
  return all;
}

/** Last year and this year, each with its shares; the total by its own name. */
const sharedYears: Shape = (composer, { whole, parts }, number) => {
  const { world } = composer;
  const { label, unit } = world.facts.get(whole)!;
  const years = ["before", "now"] as const;
  const totals = years.map((when) => level(composer, whole, when));
  const cells = parts.map((key) => years.map((when) => level(composer, key, when)));
  years.forEach((_, year) => {
    composer.state("table", { type: "sum", total: totals[year]!.id, parts: cells.map((row) => row[year]!.id) });
  });
  const share = (key: string, part: Figure, year: number): Figure => {
    const drawn = composer.note(composer.cell(composer.share(key, whole, years[year]!), "%"));
    const [numerator, denominator] = [part.id, totals[year]!.id];
    composer.state("table", { type: "quotient", result: drawn.id, numerator, denominator, factor: hundred });
    return drawn;
  };
  return printed(`表${number}　${label}构成的年度比较`, composer, [
    [["类　型"], [`上年实数（${unit}）`], ["上年构成比（%）"], [`本年实数（${unit}）`], ["本年构成比（%）"]],
    [[composer.label(whole)], [totals[0]!], [allOf(composer, false)], [totals[1]!], [allOf(composer, false)]],
    ...parts.map((key, index): Row => {
      const [before, now] = cells[index]! as [Figure, Figure];
      return [[composer.label(key)], [before], [share(key, before, 0)], [now], [share(key, now, 1)]];
    }),
  ]);
};

/** Staff by post, teachers by course below their line. */
const posts: Shape = (composer, _, number) => {
  const { unit, label } = composer.world.facts.get("staff")!;
  const cell = (key: string): readonly [string, Figure] => [key, level(composer, key)];
  const all = cell("staff");
  const teachers = cell("teachers");
  const courses = ["vocational", "basic", "instructors"].map(cell);
  const others = ["managers", "assistants", "workers"].map(cell);
  composer.state("table", { type: "sum", total: all[1].id, parts: [teachers, ...others].map(([, { id }]) => id) });
  composer.state("table", { type: "sum", total: teachers[1].id, parts: courses.map(([, { id }]) => id) });
  const row = (mark: string, [key, figure]: readonly [string, Figure], share: Token): Row => [
    [mark, composer.label(key)],
    [figure],
    [share],
  ];
  return printed(`表${number}　${label}岗位分布（单位：${unit}）`, composer, [
    [["岗　位"], ["在册数"], ["占全员"]],
    row("", all, allOf(composer, true)),
    row("1 ", teachers, shareOf(composer, teachers, all, true)),
    ...courses.map((course, index) => row(`1.${index + 1} `, course, "—")),
    ...others.map((other, index) => row(`${index + 2} `, other, shareOf(composer, other, all, true))),
  ]);
};

/** Every rate with what it was worked out from. */
const rates: Shape = (composer, _, number) =>
  printed(`表${number}　学生发展指标测算表`, composer, [
    [["指标名称"], ["分子项"], ["分子值"], ["分母项"], ["分母值"], ["结果"]],
    ...composer.world.rates.map(([name, numerator, denominator]): Row => {
      const [part, whole] = [level(composer, numerator), level(composer, denominator)];
      const result = shareOf(composer, [numerator, part], [denominator, whole], true);
      return [[name], [composer.label(numerator)], [part], [composer.label(denominator)], [whole], [result]];
    }),
  ]);

/** Several facts, each with its unit, its change and its growth. */
const bulletin: Shape = (composer, _, number) => {
  const { facts, year } = composer.world;
  const rows = ["students", "entrants", "graduates", "staff", "books", "partners"].map((key): Row => {
    const { unit } = facts.get(key)!;
    const [now, before] = [level(composer, key), level(composer, key, "before")];
    const change = changeOf(composer, now, before, unit);
    const up = composer.rises(now, before) || now.plain === before.plain;
    const drawn = composer.cell(composer.growth(now, before), "%");
    const rate = composer.note(up ? drawn : { ...drawn, minus: true });
    composer.state("table", { type: "growth", now: now.id, before: before.id, rate: rate.id, sign: up ? 1 : -1 });
    return [[composer.label(key)], [unit], [now], [before], [change], [rate]];
  });
  return printed(`表${number}　主要统计数据`, composer, [
    [["统计内容"], ["计量"], [`${year}年实绩`], [`${year - 1}年实绩`], ["增减数"], ["增减（%）"]],
    ...rows,
  ]);
};

/** Totals beside the students who share them. */
const perStudent: Shape = (composer, _, number) => {
  const { facts, perHead } = composer.world;
  const rows = perHead
    .filter(([, , key]) => !facts.get(key)!.money)
    .map(([name, unit, total]): Row => {
      const [amount, students] = [level(composer, total), level(composer, "students")];
      const value: Exact = divide(valueOf(facts.get(total)!, "now"), valueOf(facts.get("students")!, "now"));
      const decimals = unit === "个" ? 2 : composer.decimals;
      const each = composer.note(
        composer.cell(composer.derived(`${total}÷students:${decimals}`, "perHead", value, decimals, unit, name), unit),
      );
      composer.state("table", { type: "quotient", result: each.id, numerator: amount.id, denominator: students.id, factor: exact(1) });
      return [[composer.label(total)], [unit], [amount], [students], [each]];
    });
  return printed(`表${number}　生均资源测算`, composer, [
    [["资源名称"], ["单位"], ["资源总量"], [composer.label("students"), `（${facts.get("students")!.unit}）`], ["每生平均"]],
    ...rows,
  ]);
};

/** A breakdown with the share before the amount. */
const shareFirst: Shape = (composer, partition, number) => {
  const { label, unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  return printed(`表${number}　${label}按类统计`, composer, [
    [["统计类别"], ["构成比例（%）"], [`实有数（${unit}）`]],
    ...rows.map(([name, amount, share]): Row => [name!, share!, amount!]),
    [["全部"], [all], [sum]],
  ]);
};

/** Money by its source, in 万元: both years and what changed. */
const sources: Shape = (composer, _, number) => {
  const { facts, year } = composer.world;
  const parts = ["central", "provincial", "local"];
  const years = ["before", "now"] as const;
  const lines = ["funds", ...parts].map((key) => years.map((when) => level(composer, key, when)) as [Figure, Figure]);
  years.forEach((_when, index) => {
    const [total, ...others] = lines.map((line) => line[index]!);
    composer.state("table", { type: "sum", total: total!.id, parts: others.map(({ id }) => id) });
  });
  const rows = lines.map(([before, now], index): Row => {
    const name: Token[] = index === 0 ? ["总盘"] : [composer.label(parts[index - 1]!)];
    return [name, [before], [now], [changeOf(composer, now, before, "元")]];
  });
  return printed(`表${number}　${facts.get("funds")!.label}按来源两年对照`, composer, [
    [["收入来源"], [`${year - 1}年（万元）`], [`${year}年（万元）`], ["变化额（万元）"]],
    ...rows,
  ]);
};

/** The tables of the blind set. */
export const shapes: readonly Shape[] = [sharedYears, posts, rates, bulletin, perStudent, shareFirst, sources];
