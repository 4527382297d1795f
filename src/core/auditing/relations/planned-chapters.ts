/** Chapters that tell what is to come, 二、2025年工作安排: their figures are not those of the chapters that tell what was done. */
import type { Reading } from "./relation.ts";

const mixed = /问题|挑战|困难|不足|回顾|总结|成效/;
const plans = /(?:安排|要点|打算|任务|计划|目标|思路|展望|部署|规划|设想|举措)$|下一?步|今后|未来/;
const isOfPlans = (heading: string): boolean => plans.test(heading) && !mixed.test(heading);

const known = new WeakMap<Reading, readonly boolean[]>();

/** Whether the figure stands in such a chapter. */
export function isPlanned(reading: Reading, index: number): boolean {
  const { blocks, text } = reading.document;
  let chapters = known.get(reading);
  if (!chapters) {
    const heads = blocks.filter((block) => block.kind === "heading" && block.level <= 1);
    known.set(reading, (chapters = [false, ...heads.map(({ start, end }) => isOfPlans(text.slice(start, end).trim()))]));
  }
  return chapters[reading.sentences[reading.claims[index]!.sentence]?.chapter ?? 0] ?? false;
}
