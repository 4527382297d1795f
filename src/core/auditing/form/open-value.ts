/** HEDGE: 以上, 左右 or 余 on a measure of the catalog, where a report owes the figure itself. */
import type { KnowledgeIndex } from "../../definition/knowledge.ts";
import type { Document } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import { type FormCheck, type FormFinding, formFinding } from "./form-context.ts";
import { prose, sentences } from "./prose.ts";

export const openValues: FormCheck = (document, { index, quantities }) => {
  const names = measureNames(index);
  const found: FormFinding[] = [];
  let next = 0;
  for (const passage of prose(document))
    for (const sentence of sentences(passage)) {
      const isDue = due.test(sentence.text);
      while (next < quantities.length && quantities[next]!.start < sentence.start) next++;
      for (; next < quantities.length && quantities[next]!.start < sentence.end; next++) {
        if (isDue) continue;
        found.push(...openValue(document, names, quantities[next]!, sentence.start));
      }
    }
  return found;
};

/** A line to be reached is open by right. */
const due =
  /明确到|到(?:20\d\d年|“十[四五六七]五”末)|不低于|不少于|不高于|不超过|要求|标准|目标|计划|规定|规划|力争|预计|需要|应当|争取|确保|缺口/u;

const open = /以上|左右|上下|[余多几]|^(?:近|将近|接近|约|大约|约为|大概|超过|超|逾|突破)/u;

const namesBy = new WeakMap<KnowledgeIndex, ReadonlyMap<string, string>>();

/** Names of at least three characters, so that no common word is taken for a measure. */
function measureNames(index: KnowledgeIndex): ReadonlyMap<string, string> {
  const known = namesBy.get(index);
  if (known) return known;
  const names = new Map<string, string>();
  namesBy.set(index, names);
  for (const measure of [...index.elements.values(), ...index.indicators.values()])
    for (const name of [measure.zh.replace(/（[^（）]*）/gu, ""), ...measure.aliases]) {
      const plain = name.replace(/[“”]/gu, "").replace(/达到$/u, "");
      if (plain.length >= 3 && !names.has(plain)) names.set(plain, measure.zh);
    }
  return names;
}

const link = /(?:达到了?|达|已|了|为|是|共|有|计|在|约|近|稳定|保持|平均|均|超过|总数|人数|数)$/u;

function openValue(document: Document, names: ReadonlyMap<string, string>, quantity: Quantity, from: number): FormFinding[] {
  if (quantity.hedge === null || quantity.kind === "points" || !open.test(quantity.text)) return [];
  const clause =
    document.text
      .slice(Math.max(from, quantity.start - 30), quantity.start)
      .split(/[，；：]/u)
      .at(-1) ?? "";
  let label = clause.replace(/[“”\s]/gu, "");
  const signs = label.length;
  let measure = nameAtEnd(names, label);
  for (let step = 0; step < 5 && measure === null && link.test(label); step++) {
    label = label.replace(link, "");
    measure = nameAtEnd(names, label);
  }
  if (measure === null) return [];
  const start = quantity.start - wordsBack(clause, signs - label.length + measure.name.length);
  return [
    formFinding(document, {
      code: "HEDGE",
      spans: [{ start, end: quantity.end }],
      zh: `“${measure.zh}”应写确切数值，“${quantity.text}”无法核对，也无法与上年比较。`,
      en: "An open value stands where the measure's own figure is due.",
      proof: quantity.text,
      suggestions: [{ zh: "写明确切数值及统计口径", en: "Give the figure and its base" }],
    }),
  ];
}

function nameAtEnd(names: ReadonlyMap<string, string>, label: string): { readonly name: string; readonly zh: string } | null {
  for (let length = Math.min(20, label.length); length >= 3; length--) {
    const name = label.slice(-length);
    const zh = names.get(name);
    if (zh !== undefined) return { name, zh };
  }
  return null;
}

/** How many characters of `clause`, blanks and quotation marks included, hold its last `signs` others. */
function wordsBack(clause: string, signs: number): number {
  let at = clause.length;
  for (let left = signs; at > 0 && left > 0; at--) if (!/[“”\s]/u.test(clause[at - 1]!)) left--;
  if (clause[at - 1] === "“" && !clause.slice(0, at - 1).endsWith("“")) at--;
  return clause.length - at;
}
