/**
 * 全市学校40所、学生9000人。小学30所、学生6000人。中学10所、学生3000人: kinds told one after the other, each with the same
 * measures, make their whole in each of them. Which belong together the numbers say; where they add up in one measure, and miss by
 * one slip in another told beside it, that is told.
 */
import { labelKey } from "../claims/words.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { type Addition, additionMissed, addsUp } from "./addition.ts";
import { isPrior } from "./cues.ts";
import { isOperand } from "./operands.ts";
import { type Placed, significance } from "./suspicion.ts";

interface Run extends Addition {
  readonly fits: boolean;
}

const most = { figures: 60, parts: 5 };

export function measureSums(reading: Reading, placed: Placed): Relation[] {
  const runs = [...measures(reading).values()].flatMap((figures) => (figures.length > most.figures ? [] : windows(reading, figures)));
  const byRows = new Map<string, Run[]>();
  for (const run of runs)
    for (const key of rowsOf(reading, run)) {
      const list = byRows.get(key);
      if (list) list.push(run);
      else byRows.set(key, [run]);
    }
  const relations = itemised(reading, placed);
  const seen = new Set<Run>();
  for (const list of byRows.values()) {
    const fitting = list.filter(({ fits }) => fits);
    const digits = fitting.reduce((all, { whole }) => all + significance(reading, whole), 0);
    if (digits < 4) continue;
    for (const run of list) {
      if (seen.has(run)) continue;
      seen.add(run);
      if (run.fits) relations.push(held(run.whole, ...run.parts));
      else if (list.length - fitting.length <= fitting.length && significance(reading, run.whole) > 1)
        relations.push(...additionMissed(reading, run, placed));
    }
  }
  return relations;
}

const item = /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).．、]|[①-⑳]|[—–●◆■-])/;

/** 总投入6459万元。1.甲5382万元。2.乙1077万元: lines with numbers before them, each with its own, make the whole told before them. */
function itemised(reading: Reading, placed: Placed): Relation[] {
  const { document, claims, sentences } = reading;
  const blockOf = (index: number): number => sentences[claims[index]!.sentence]!.block;
  const isItem = (index: number): boolean =>
    item.test(document.text.slice(document.blocks[blockOf(index)]!.start, reading.quantities[index]!.start));
  return [...measures(reading).values()].flatMap((figures) => {
    // The first of its measure in each line speaks for it; the others are some of it.
    const lines = figures.filter((index, at) => at === 0 || blockOf(figures[at - 1]!) !== blockOf(index));
    return lines.flatMap((whole, at): Relation[] => {
      if (isItem(whole)) return [];
      const parts: number[] = [];
      for (const next of lines.slice(at + 1)) {
        if (!isItem(next) || (parts.length > 0 && blockOf(next) - blockOf(parts.at(-1)!) > 1)) break;
        parts.push(next);
      }
      if (parts.length < 3 || parts.length > 12 || blockOf(parts[0]!) - blockOf(whole) > 4) return [];
      const digits = significance(reading, whole);
      if (addsUp(reading, { whole, parts })) return digits > 2 ? [held(whole, ...parts)] : [];
      return digits > 3 ? additionMissed(reading, { whole, parts }, placed) : [];
    });
  });
}

/** Values by what they measure: the unit and the last signs of their name, changes apart. */
function measures(reading: Reading): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, claim] of reading.claims.entries()) {
    if (claim.sentence < 0 || !isOperand(reading, index)) continue;
    const level = claim.aspect === "change" ? claim.subject : index;
    if (level === null || (claim.aspect !== "change" && claim.aspect !== "level") || isPrior(reading, index)) continue;
    if (claim.aspect === "change" && (claim.direction === null || claim.direction === "flat")) continue;
    const name = measureOf(reading, level);
    if (name === null) continue;
    const key = `${claim.aspect} ${reading.quantities[index]!.unit} ${name}`;
    const list = found.get(key);
    if (list) list.push(index);
    else found.set(key, [index]);
  }
  return found;
}

function measureOf(reading: Reading, level: number): string | null {
  const { unit } = reading.quantities[level]!;
  if (/^(?:所|个|家)$/.test(unit)) return "";
  const label = labelKey(reading.claims[level]!.label)
    .replace(/总(?=[\u4e00-\u9fff]{1,2}$)/, "")
    .replace(/学生$/, "生");
  return label.length < 2 ? null : label.slice(-2);
}

/** Neighbours of one measure with the value before or behind them. */
function windows(reading: Reading, figures: readonly number[]): Run[] {
  const found: Run[] = [];
  for (let size = 2; size <= most.parts; size += 1)
    for (let first = 0; first + size <= figures.length; first += 1) {
      const parts = figures.slice(first, first + size);
      for (const whole of [figures[first - 1], figures[first + size]]) {
        if (whole === undefined) continue;
        if (new Set([whole, ...parts].map((index) => reading.claims[index]!.period)).size > 1) continue;
        found.push({ whole, parts, fits: addsUp(reading, { whole, parts }) });
      }
    }
  return found;
}

/** Where the figures stand, by sentence and by paragraph: other measures of the same kinds stand there too. */
function rowsOf(reading: Reading, { whole, parts }: Addition): string[] {
  const sentences = [whole, ...parts].map((index) => reading.claims[index]!.sentence);
  const blocks = sentences.map((sentence) => reading.sentences[sentence]!.block);
  const [own, ...others] = sentences;
  // Within one sentence other rules see more.
  if (others.every((sentence) => sentence === own)) return [];
  return new Set(blocks).size === blocks.length ? [`b ${blocks.join()}`] : [`s ${sentences.join()}`];
}
