/** Shape: what every table of a report is made of, whichever way an office lays it out. */
import { exact } from "../../../src/core/quantity/exact.ts";
import type { Composer } from "../compose.ts";
import type { Block, Figure, Token } from "../report.ts";
import type { Partition } from "../world.ts";

export type Row = readonly Token[][];
export type Shape = (composer: Composer, partition: Partition, number: number) => Block[];

const hundred = exact(100);

export function printed(caption: string, composer: Composer, rows: readonly Row[]): Block[] {
  return [
    { kind: "paragraph", sentences: [composer.text(caption)] },
    { kind: "table", relation: "table", rows },
  ];
}

/** The cells of a breakdown with their shares; states the sum, every share and the 100 %. */
export function breakdown(composer: Composer, { whole, parts }: Partition): { rows: Row[]; sum: Figure; all: Figure } {
  const { unit } = composer.world.facts.get(whole)!;
  const sum = composer.note(composer.cell(composer.level(whole), unit));
  const all = composer.cell(composer.derived("all", "share", hundred, composer.decimals, "%"), "%");
  const cells = parts.map((key) => {
    const part = composer.note(composer.cell(composer.level(key), unit));
    const share = composer.note(composer.cell(composer.share(key, whole), "%"));
    composer.state("table", { type: "quotient", result: share.id, numerator: part.id, denominator: sum.id, factor: hundred });
    return { part, row: [[composer.label(key)], [part], [share]] };
  });
  composer.state("table", { type: "sum", total: sum.id, parts: cells.map(({ part }) => part.id) });
  composer.state("table", { type: "constant", figure: all.id, value: hundred });
  return { rows: cells.map(({ row }) => row), sum, all };
}

/** This figure in a cell whose unit stands in its head or beside it. */
export const level = (composer: Composer, key: string, when: "now" | "before" = "now"): Figure =>
  composer.note(composer.cell(composer.level(key, when), composer.world.facts.get(key)!.unit));

/** Part ÷ whole in a cell; with its own % where the head has none. */
export function shareOf(composer: Composer, part: readonly [string, Figure], whole: readonly [string, Figure], sign: boolean): Figure {
  const drawn = composer.share(part[0], whole[0]);
  const share = composer.note(sign ? drawn : composer.cell(drawn, "%"));
  composer.state("table", { type: "quotient", result: share.id, numerator: part[1].id, denominator: whole[1].id, factor: hundred });
  return share;
}

/** A change in a cell, with a minus where it fell. */
export function changeOf(composer: Composer, now: Figure, before: Figure, unit: string): Figure {
  const up = composer.rises(now, before);
  const drawn = composer.cell(composer.change(now, before, now.role, unit), unit);
  const change = composer.note(!up && now.plain !== before.plain ? { ...drawn, minus: true } : drawn);
  composer.state("table", { type: "difference", now: now.id, before: before.id, change: change.id, sign: up ? 1 : -1 });
  return change;
}
