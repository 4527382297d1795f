/** What in a report counts as a heading, and which of the outline's chapters and sections it opens. */
import type { Outline, OutlineChapter, OutlineSection } from "../../definition/outline.ts";
import type { Document, Span } from "../document.ts";
import { chapterWords, sectionWords } from "./outline-words.ts";
import { prose } from "./prose.ts";

export interface Heading extends Span {
  readonly title: string;
  /** Opens a chapter of its own, as 一、 does. */
  readonly chapter: boolean;
}

const numbered =
  /^[\s\u3000]*(?:([一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章部]分?)|（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:\.\d{1,2}){0,2}[、．.\s]?|（\d{1,2}）|案例[一二三四五六七八九十\d]{1,2}[：:]?)\s*([^。\n]{2,40})/u;

/** Headings, titles that run into their paragraph, and the leads of 一是 … in it. */
export function headingsOf(document: Document): Heading[] {
  const found: Heading[] = [];
  for (const passage of prose(document)) {
    const match = numbered.exec(passage.text.slice(0, 80));
    if (passage.heading || match) {
      const title = passage.heading ? passage.text : match![0];
      const chapter = match ? match[1] !== undefined : passage.level === 1;
      found.push({ start: passage.start, end: passage.start + title.length, title, chapter: chapter || passage.level === 1 });
    }
    if (passage.heading) continue;
    for (const lead of passage.text.matchAll(/(?<=^|[。；])[一二三四五六七八九十]是([^。，；：\n]{3,24})/gu))
      found.push({ start: passage.start + lead.index, end: passage.start + lead.index + lead[0].length, title: lead[1]!, chapter: false });
  }
  return found;
}

export interface Match {
  readonly chapters: ReadonlyMap<OutlineChapter, Heading>;
  readonly sections: ReadonlySet<OutlineSection>;
}

/** Sections are sought among the headings of their own chapter first, then among all headings that are no mere leads. */
export function matchOutline(outline: Outline, headings: readonly Heading[]): Match {
  const chapters = new Map<OutlineChapter, Heading>();
  const owned = new Map<OutlineChapter, Heading[]>();
  let current: OutlineChapter | null = null;
  for (const heading of headings) {
    if (heading.chapter) {
      current = outline.chapters.find((chapter) => isNamed(heading.title, chapter.title, chapterWords[chapter.code])) ?? null;
      if (current && !chapters.has(current)) chapters.set(current, heading);
    }
    if (current) owned.set(current, [...(owned.get(current) ?? []).slice(-200), heading]);
  }
  const sections = new Set<OutlineSection>();
  for (const chapter of outline.chapters)
    for (const section of chapter.sections) {
      const words = sectionWords[section.code];
      if (
        owned
          .get(chapter)
          ?.some(({ title, chapter: opens }) => (!opens || chapter.sections.length === 1) && isNamed(title, section.title, words))
      )
        sections.add(section);
    }
  return { chapters, sections };
}

/** Half of the title's pairs of characters, or one of the words. */
function isNamed(heading: string, title: string, words: readonly string[] = []): boolean {
  if (words.some((word) => heading.includes(word))) return true;
  const pairs = Array.from({ length: title.length - 1 }, (_, at) => title.slice(at, at + 2));
  return pairs.filter((pair) => heading.includes(pair)).length * 2 > pairs.length;
}
