/** The sections of the outline by which an organisation of a kind writes, and cases. */
import type { Knowledge } from "../../../../core/definition/knowledge.ts";
import type { Outline } from "../../../../core/definition/outline.ts";

export interface SectionOption {
  readonly code: string;
  readonly title: string;
}

/** The section of cases, which stands in no outline. */
export const caseSection = "case";

/** "一、学生情况 › 招生规模" by code, in the outline's order. Counties write for the city's outline. */
export function sectionsFor(knowledge: Knowledge, kind: string, year: number): SectionOption[] {
  const level = kind === "school" ? "school" : "city";
  const outline =
    knowledge.outlines.filter((each) => each.level === level && inForce(each, year)).at(-1) ??
    knowledge.outlines.find((each) => each.level === level);
  return (outline?.chapters ?? []).flatMap((chapter) =>
    chapter.sections.map((section) => ({ code: section.code, title: `${chapter.title} › ${section.title}` })),
  );
}

function inForce(outline: Outline, year: number): boolean {
  return outline.since <= year && year <= (outline.until ?? year);
}
