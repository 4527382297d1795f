/**
 * A paragraph that tells kinds one after the other, and what they make together first or last: 幼儿教师145人；小学教师320人；…专任教师727人.
 * Measures told by turns are taken by turns, and of what is itself divided only the whole counts. Which figures belong together the
 * numbers say; a miss that one slip explains is told where the measure told beside adds up, or the names are kinds of the whole's.
 */
import { compare } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { held, type Reading, type Relation } from "../relations/relation.ts";
import { type Addition, addedOf, additionNeeds, additionTold, addsUp } from "./addition.ts";
import { isAddend, kindsOf } from "./amount-lists.ts";
import { isLikely, ratio } from "./odds.ts";
import { type Placed, significance, slipped } from "./suspicion.ts";

const most = { figures: 40, turns: 3, inner: 6 };

interface Hypothesis extends Addition {
  readonly turns: number;
}

export function paragraphSums(reading: Reading, placed: Placed): Relation[] {
  return [...paragraphs(reading).values()].flatMap((figures) => {
    if (figures.length < 4 || figures.length > most.figures) return [];
    const hypotheses = hypothesesOf(withoutInner(reading, figures));
    const fitting = hypotheses.filter((each) => significance(reading, each.whole) > 3 && addsUp(reading, each));
    return [...fitting.map(({ whole, parts }) => held(whole, ...parts)), ...missed(reading, hypotheses, fitting, placed)];
  });
}

/** Plain amounts of a paragraph outside of its brackets, by unit. */
function paragraphs(reading: Reading): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { kind, unit, end }] of reading.quantities.entries()) {
    const { aspect, sentence } = reading.claims[index]!;
    if (aspect !== "level" || kind !== "number" || !isAddend(reading, index)) continue;
    if (/^[^（(\n]*[）)]/.test(reading.document.text.slice(end, end + 24))) continue;
    const key = `${reading.sentences[sentence]!.block} ${unit}`;
    const list = found.get(key);
    if (list) list.push(index);
    else found.set(key, [index]);
  }
  return found;
}

/** 第二产业655万元，其中工业406万元、建筑业249万元: what makes up the amount before it. */
function withoutInner(reading: Reading, figures: readonly number[]): number[] {
  const kept = [figures[0]!];
  for (let at = 1; at < figures.length; at += 1) {
    kept.push(figures[at]!);
    for (let size = 2; size <= most.inner && at + size < figures.length; size += 1)
      if (addsUp(reading, { whole: figures[at]!, parts: figures.slice(at + 1, at + 1 + size) })) {
        at += size;
        break;
      }
  }
  return kept;
}

/** Every amount at the beginning or the end with all others that come by its turn. */
function hypothesesOf(figures: readonly number[]): Hypothesis[] {
  const found: Hypothesis[] = [];
  const add = (turns: number, whole: number, places: readonly number[]): void => {
    if (places.length > 2) found.push({ turns, whole: figures[whole]!, parts: places.map((place) => figures[place]!) });
  };
  const last = figures.length - 1;
  for (let turns = 1; turns <= most.turns; turns += 1) {
    const byTurns = (from: number, to: number): number[] =>
      Array.from({ length: Math.max(0, Math.floor((to - from) / turns) + 1) }, (_, step) => from + step * turns);
    for (let offset = 0; offset < turns; offset += 1) {
      add(turns, offset, byTurns(offset + turns, last));
      add(turns, last - offset, byTurns((last - offset) % turns, last - offset - turns));
    }
    // 教职工998人，其中专任教师727人: another total stands between.
    if (turns === 1) add(turns, last, byTurns(0, last - 2));
  }
  return found;
}

function missed(reading: Reading, hypotheses: readonly Hypothesis[], fitting: readonly Hypothesis[], placed: Placed): Relation[] {
  const explained = new Set(fitting.flatMap(({ whole, parts }) => [whole, ...parts]));
  const likely = hypotheses.flatMap((each) => {
    const { whole, parts } = each;
    if ([whole, ...parts].some((index) => explained.has(index) || placed.told.has(index))) return [];
    const meant = meantBy(reading, each, fitting);
    const needs = additionNeeds(reading, each);
    const culprits = meant === 0 ? [] : slipped(reading, needs, placed);
    if (culprits.length === 0) return [];
    const added = addedOf(reading, parts);
    const { value, step } = reading.quantities[whole]!;
    const open = [whole, ...parts].filter((index) => !placed.held.has(index)).length;
    const grain = ratio(step, compare(added, value) > 0 ? added : value);
    return isLikely(reading, meant, { culprits, open, needs, grain }) ? [{ each, needs, meant, first: culprits[0]! }] : [];
  });
  const [best] = likely.sort((left, right) => right.meant - left.meant);
  return best ? [additionTold(reading, best.each, best.needs, best.first)] : [];
}

/** How surely the amount is all of them. */
function meantBy(reading: Reading, { whole, parts, turns }: Hypothesis, fitting: readonly Hypothesis[]): number {
  if (turns > 1) return fitting.some((each) => each.turns === turns && each.parts.length === parts.length) ? 0.95 : 0;
  const kinds = kindsOf(reading, parts);
  if (kinds === "crossing") return 0;
  if (kinds === "all") return 0.9;
  const name = labelKey(reading.claims[whole]!.label).replace(/总数?$/, "");
  const named = parts.filter((part) => {
    const label = labelKey(reading.claims[part]!.label);
    return label.endsWith(name) && label !== name;
  });
  return name.length > 1 && named.length * 3 >= parts.length * 2 ? 0.9 : 0;
}
