/** OUTLINE: the sections and amounts that the outline in force requires and the report lacks, and the grade that follows. */
import type { Outline, OutlineChapter } from "../../definition/outline.ts";
import type { Document, Span } from "../document.ts";
import type { OutlineGrade } from "../finding.ts";
import { type FormContext, type FormFinding, formFinding } from "./form-context.ts";
import { isGiven, plainOf } from "./outline-amounts.ts";
import { headingsOf, type Match, matchOutline } from "./outline-headings.ts";
import { shownByItems } from "./outline-words.ts";

export interface GradedOutline {
  readonly grade: OutlineGrade | null;
  readonly findings: FormFinding[];
}

/** A text with fewer chapters of the outline is no report after it. */
const fewestChapters = 3;

/**
 * Counts every section and every required amount as one item. No notice publishes where A ends: 90, 75
 * and 60 % of the items are lines of our own.
 */
export function gradeOutline(document: Document, context: FormContext): GradedOutline {
  const outline = outlineOf(document, context);
  if (!outline) return { grade: null, findings: [] };
  const match = matchOutline(outline, headingsOf(document));
  if (match.chapters.size < fewestChapters) return { grade: null, findings: [] };
  const plain = plainOf(document, context.quantities);
  const given = new Map<string, boolean>();
  const isPresent = (code: string): boolean => {
    const known = given.get(code) ?? isGiven(plain, context.index.measure(code));
    given.set(code, known);
    return known;
  };
  const findings: FormFinding[] = [];
  const missing: string[] = [];
  let required = 0;
  for (const chapter of outline.chapters) {
    const lacking = new Set<string>();
    for (const section of chapter.sections) {
      required += 1 + section.required.length;
      if (!match.sections.has(section)) missing.push(`${chapter.title}·${section.title}`);
      for (const code of section.required) {
        if (shownByItems.has(code) ? match.sections.has(section) : isPresent(code)) continue;
        if (!shownByItems.has(code)) lacking.add(context.index.measure(code).zh);
        missing.push(context.index.measure(code).zh);
      }
    }
    findings.push(...chapterFindings(document, outline, chapter, match, [...lacking]));
  }
  const present = required - missing.length;
  return { grade: { outline: outline.zh, required, present, missing: [...new Set(missing)], grade: letter(present, required) }, findings };
}

function letter(present: number, required: number): OutlineGrade["grade"] {
  const reaches = (percent: number): boolean => present * 100 >= required * percent;
  return reaches(90) ? "A" : reaches(75) ? "B" : reaches(60) ? "C" : "D";
}

function chapterFindings(
  document: Document,
  outline: Outline,
  chapter: OutlineChapter,
  match: Match,
  lacking: readonly string[],
): FormFinding[] {
  const heading = match.chapters.get(chapter);
  const span = heading ?? opening(document);
  const lacks = (what: string, en: string): FormFinding =>
    formFinding(document, { code: "OUTLINE", spans: [span], zh: `${outline.zh}要求写明而本报告缺少：${what}。`, en, proof: what });
  const amounts = lacking.join("、");
  if (!heading) {
    const within = amounts === "" ? "" : `，应含${amounts}`;
    return [lacks(`“${chapter.title}”一章${within}`, `The chapter ${chapter.title} is missing.`)];
  }
  const found = chapter.sections
    .filter((section) => !match.sections.has(section))
    .map((section) => lacks(`“${chapter.title}”一章的“${section.title}”`, `The section ${section.title} is missing.`));
  if (amounts !== "") found.push(lacks(`${amounts}的数值（“${chapter.title}”）`, `No figure for: ${amounts}.`));
  return found;
}

function opening(document: Document): Span {
  const first = /\S[^\n]*/u.exec(document.text.slice(0, 2000));
  return first ? { start: first.index, end: first.index + Math.min(first[0].length, 60) } : { start: 0, end: 0 };
}

/** By the title, or by whether the text says 我校 or 我市; only outlines in force in the report's year. */
function outlineOf(document: Document, { index, title, year }: FormContext): Outline | null {
  const level = levelOf(document, title);
  const inForce = ({ since, until }: Outline): boolean => year === null || (since <= year && (until === undefined || year <= until));
  return index.knowledge.outlines.find((outline) => outline.level === level && inForce(outline)) ?? null;
}

function levelOf(document: Document, title: string): "city" | "school" {
  const owner = title.replace(/(?:质量|年度|年报|报告)[^]*$/u, "").replace(/(?:中等)?职业(?:学校|教育)$|中职(?:学校|教育)?$/u, "");
  if (/(?:学校|学院|中专|中心|技校|职高)/u.test(owner)) return "school";
  if (/[市县区省州盟旗]/u.test(owner) && owner.length >= 3) return "city";
  const count = (word: string): number => document.text.split(word).length;
  return count("我校") + count("全校") > count("我市") + count("全市") + count("我县") + count("我区") + count("我省") ? "school" : "city";
}
