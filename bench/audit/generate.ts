/** Generates clean reports: a random consistent world, told in one of the phrasings, with the equations that it states. */
import { Composer } from "./compose.ts";
import { headsOf, sectionLayout } from "./layout.ts";
import { numberStyle } from "./numbers.ts";
import { phrasebank } from "./phrases/bank.ts";
import { type Phrasing, phrasings } from "./phrases/phrase.ts";
import { Random } from "./random.ts";
import { type Relation, relations } from "./relations.ts";
import type { Block, Report, Sentence } from "./report.ts";
import { tableShapes } from "./tables.ts";
import { createWorld, type Level } from "./world.ts";

const levels: readonly Level[] = ["city", "school", "province"];

export interface GenerateOptions {
  readonly seed: number;
  readonly index: number;
  readonly phrasing: Phrasing;
  /** How many sentences of each relation; 1 gives a report of about 1,500 characters. */
  readonly rounds?: number;
}

export function generateReport({ seed, index, phrasing, rounds = 1 }: GenerateOptions): Report {
  const random = new Random(seed * 1_000_003 + index * 7919 + phrasings.indexOf(phrasing));
  const bank = phrasebank[phrasing];
  const world = createWorld(random, levels[index % levels.length]!, random.pick(bank.words));
  const composer = new Composer(random, world, numberStyle(phrasing, random));
  const heads = headsOf(random, phrasing);
  const stated: Sentence[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const kinds = Object.entries(relations);
    // Shares of a base elsewhere and copies come last, so that there is something to refer to.
    const first = random.shuffle(kinds.filter(([kind]) => kind !== "copy" && kind !== "shareAcross"));
    for (const [, relation] of [
      ...first,
      // Most sentences of a real report state more than one relation.
      ["", relations.combined!],
      ["", relations.shareAcross!],
      ["", relations.copy!],
      ["", relations.copy!],
      ["", relations.clutter!],
      ["", relations.clutter!],
    ] as [string, Relation][]) {
      const sentence = relation(composer, bank);
      if (sentence) stated.push(sentence);
    }
  }
  const what = { city: "中等职业教育质量年度报告", school: "质量年度报告", province: "中等职业教育质量年度报告" }[world.level];
  const blocks: Block[] = [{ kind: "title", text: `${world.name}${what}（${world.year}年度）` }];
  const { filler, distractors } = bank;
  const chapters = random.pick(bank.outlines);
  const sections = chapters.flatMap(([, names]) => names).length;
  // Nothing is used twice: a passage or a table twice would be a fault of its own.
  const prose = random.shuffle([...filler, ...distractors]);
  const partitions = random.shuffle(world.partitions.filter(({ whole }) => !world.facts.get(whole)!.money));
  const sectionBlocks = sectionLayout(composer, phrasing);
  const tableOf = tableShapes(composer, phrasing);
  let section = 0;
  let table = 1;
  chapters.forEach(([chapter, names], chapterIndex) => {
    blocks.push({ kind: "chapter", text: `${heads.chapter(chapterIndex + 1)}${chapter}` });
    names.forEach((name, sectionIndex) => {
      const [from, to] = [section, section + 1].map((at) => Math.round((at * stated.length) / sections));
      const opening = prose[section++];
      const sentences = [...(opening ? [composer.text(opening)] : []), ...stated.slice(from, to)];
      blocks.push(...sectionBlocks(composer, `${heads.section(chapterIndex + 1, sectionIndex + 1)}${name}`, sentences));
      if (sectionIndex === 0 && chapterIndex < 2) blocks.push(...tableOf(composer, partitions[table]!, table++));
    });
  });
  for (const ids of composer.printed.values())
    for (const id of ids.slice(1)) composer.state("copy", { type: "equal", left: ids[0]!, right: id });
  const facts = [...world.facts.values()];
  const vocabulary = {
    labels: new Map(facts.map(({ key, label }) => [key, label])),
    synonyms: new Map(facts.map(({ key, synonyms }) => [key, synonyms])),
    siblings: world.siblings,
  };
  return {
    name: `report-${phrasing}-${index}`,
    year: world.year,
    scope: world.scopes[0]!,
    blocks,
    equations: composer.equations,
    vocabulary,
  };
}
