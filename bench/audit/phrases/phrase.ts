/**
 * Phrase: how the phrasebank is written. `{x}` a word, `[x]` a figure with its unit, `<up/down>` a choice by direction,
 * `«…|sep»` or `«…|sep|last»` once for each part, `¶` a new paragraph.
 *
 * `development` holds three older sets, on which the auditor's rules were tuned. `heldBack` was written next, by a hand that
 * saw neither the rules nor what they make of it; later rounds of rules were steered by its counts, so that its figures
 * flatter, and since 27 November 2026 it is open: its examples may be read by anyone. `opened` was written on that day, from
 * scratch, by a hand that never opened the auditor nor ran it on an example; it was called `blind` until 28 November 2026,
 * when it was read by those who write rules. A set that nobody who changes rules has read is due after it.
 */

export const phrasings = ["development", "heldBack", "opened"] as const;
export type Phrasing = (typeof phrasings)[number];

/** The chapters of a report with the titles of their sections. */
export type Outline = readonly (readonly [chapter: string, sections: readonly string[]])[];

/** For the head of every printed score. */
export const provenance: Readonly<Record<Phrasing, string>> = {
  development:
    "the three older sets of phrases, on which the auditor's rules were tuned; two of them were held back until they were opened",
  heldBack: "a set by whose counts the rules were steered until 27 November 2026, when it was opened; its figures flatter",
  opened: "a set written without sight of the auditor, called blind until 28 November 2026, when it was read by those who write rules",
};
