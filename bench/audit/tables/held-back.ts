/** Shapes of the held-back set: categories across, 其中 below the total, two categories beside each other, growth between two years. */
import type { Figure, Token } from "../report.ts";
import { breakdown, printed, type Row, type Shape } from "./shape.ts";

/** Categories as heads of the columns. */
const across: Shape = (composer, partition, number) => {
  const { label, unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  const cells = (column: number): Token[][] => rows.map((row) => row[column]!);
  return printed(`表${number} ${label}分布`, composer, [
    [["统计项"], ...cells(0), ["小计"]],
    [[`数值（${unit}）`], ...cells(1), [sum]],
    [["占小计的百分比（%）"], ...cells(2), [all]],
  ]);
};

/** The whole by its name, and 其中 before the first of its parts. */
const indented: Shape = (composer, partition, number) => {
  const { unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  return printed(`表${number}　计量单位：${unit}`, composer, [
    [["指标名称"], ["本期数"], ["构成（%）"]],
    [[composer.label(partition.whole)], [sum], [all]],
    ...rows.map(([name, ...figures], index): Row => [[index === 0 ? "其中：" : "　　　", ...name!], ...figures]),
  ]);
};

/** Two categories in each row, the total in the last place. */
const beside: Shape = (composer, partition, number) => {
  const { label, unit } = composer.world.facts.get(partition.whole)!;
  const { rows, sum, all } = breakdown(composer, partition);
  const slots = [...rows, [["总计"], [sum], [all]] as Row];
  const pairs = slots.flatMap((slot, index) => (index % 2 === 0 ? [[...slot, ...(slots[index + 1] ?? [["—"], ["—"], ["—"]])]] : []));
  const heads = [["类型"], [`数量/${unit}`], ["比重/%"]];
  return printed(`表${number} ${label}分类型情况`, composer, [[...heads, ...heads], ...pairs]);
};

/** Both years by their numbers, the earlier first, and by how many per cent each line grew. */
const growing: Shape = (composer, { whole, parts }, number) => {
  const { world } = composer;
  const { label, unit } = world.facts.get(whole)!;
  const line = (key: string): { before: Figure; now: Figure; rate: Figure } => {
    const [before, now] = (["before", "now"] as const).map((when) => composer.note(composer.cell(composer.level(key, when), unit)));
    const up = composer.rises(now!, before!) || now!.plain === before!.plain;
    const drawn = composer.cell(composer.growth(now!, before!), "%");
    const rate = composer.note(up ? drawn : { ...drawn, minus: true });
    composer.state("table", { type: "growth", now: now!.id, before: before!.id, rate: rate.id, sign: up ? 1 : -1 });
    return { before: before!, now: now!, rate };
  };
  const total = line(whole);
  const lines = parts.map((key) => ({ key, ...line(key) }));
  for (const when of ["before", "now"] as const)
    composer.state("table", { type: "sum", total: total[when].id, parts: lines.map((cells) => cells[when].id) });
  const row = (name: Token, { before, now, rate }: ReturnType<typeof line>): Row => [[name], [before], [now], [rate]];
  return printed(`表${number} ${label}年度变化`, composer, [
    [["分类"], [`${world.year - 1}年（${unit}）`], [`${world.year}年（${unit}）`], ["增幅（%）"]],
    ...lines.map(({ key, ...cells }) => row(composer.label(key), cells)),
    row("合计", total),
  ]);
};

/** The tables of the held-back set. */
export const shapes: readonly Shape[] = [across, indented, beside, growing];
