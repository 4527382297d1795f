/** What a reference bound in a passage ({teachers.fullTime}, {change students.intake}) is called: nobody has to know codes. */
import type { KnowledgeIndex } from "./knowledge.ts";
import type { PhraseNode } from "./outline.ts";
import { phrase } from "./phrase.ts";

type Language = "zh" | "en";

/** Text and {references} of a passage in their order; a brace that closes nothing is text. */
export function passageParts(text: string): { readonly text: string; readonly reference?: string }[] {
  return [...text.matchAll(/\{([^{}\n]+)\}|[^{]+|\{/g)].map((match) =>
    match[1] === undefined ? { text: match[0] } : { text: match[0], reference: match[1] },
  );
}

/** "招生数", "招生数较上年变化", "专任教师（女）"; null for what names nothing in the catalog. */
export function referenceName(index: KnowledgeIndex, reference: string, language: Language): string | null {
  let node: PhraseNode | undefined;
  try {
    node = phrase(`{${reference}}`)[0];
  } catch {
    return null;
  }
  if (node?.kind === "word") return words[node.word]?.[language] ?? null;
  if (!node || !("measure" in node)) return null;
  const measure = index.elements.get(node.measure) ?? index.indicators.get(node.measure);
  if (!measure) return null;
  const members = "members" in node ? Object.entries(node.members ?? {}) : [];
  const narrowed = members.map(([dimension, code]) => {
    const member = index.dimensions.get(dimension)?.members.find((each) => each.code === code);
    return member?.[language] ?? code;
  });
  if ("attributes" in node) narrowed.push(...Object.values(node.attributes ?? {}));
  const of = narrowed.length === 0 ? "" : language === "zh" ? `（${narrowed.join("、")}）` : ` (${narrowed.join(", ")})`;
  return `${measure[language]}${of}${manner(node)[language]}`;
}

/** A passage for people to read where figures are not computed: 招生〔招生数〕。 */
export function namedPassage(index: KnowledgeIndex, text: string, language: Language = "zh"): string {
  return passageParts(text)
    .map((part) => (part.reference === undefined ? part.text : `〔${referenceName(index, part.reference, language) ?? part.reference}〕`))
    .join("");
}

const plain = { zh: "", en: "" };

function manner(node: PhraseNode): Readonly<Record<Language, string>> {
  switch (node.kind) {
    case "figure":
      return node.show === "number" ? { zh: "（不带单位）", en: " (no unit)" } : plain;
    case "change":
      return { zh: "较上年变化", en: ", change" };
    case "growth":
      return { zh: "较上年增长", en: ", growth" };
    case "list":
      return node.show === "share" ? { zh: "各项占比", en: ", shares" } : { zh: "各项", en: ", by kind" };
    case "standard":
      return {
        line: { zh: "的标准", en: ", standard" },
        meeting: { zh: "达标学校数", en: ", schools that meet it" },
        failing: { zh: "未达标学校数", en: ", schools that do not" },
      }[node.show];
    default:
      return plain;
  }
}

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  organisation: { zh: "单位名称", en: "name of the organisation" },
  whole: { zh: "全市或全校", en: "whole city or school" },
  schools: { zh: "全市中职学校或全校", en: "the schools" },
  our: { zh: "我市或我校", en: "our city or school" },
  year: { zh: "报告年份", en: "year" },
  lastYear: { zh: "上一年份", en: "last year" },
};
