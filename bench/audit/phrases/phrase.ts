/**
 * Phrase: how the phrasebank is written. `{x}` a word, `[x]` a figure with its unit, `<up/down>` a choice by direction,
 * `«…|sep»` or `«…|sep|last»` once for each part.
 *
 * `development` holds three older sets, on which the auditor's rules were tuned; the second and the third of them were each
 * held back once, until they were opened to improve those rules. `heldBack` was written last, by a hand that saw neither
 * the rules nor what they make of it, and nothing was tuned on it; it may be looked at only as counts.
 */

export type Phrasing = "development" | "heldBack";

/** The chapters of a report with the titles of their sections. */
export type Outline = readonly (readonly [chapter: string, sections: readonly string[]])[];

/** For the head of every printed score. */
export const provenance: Readonly<Record<Phrasing, string>> = {
  development:
    "the three older sets of phrases, on which the auditor's rules were tuned; two of them were held back until they were opened",
  heldBack: "a set of phrases written last, on which nothing was tuned",
};
