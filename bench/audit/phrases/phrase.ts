/**
 * Phrase: how the phrasebank is written. `{x}` a word, `[x]` a figure with its unit, `<up/down>` a choice by direction,
 * `«…|sep»` or `«…|sep|last»` once for each part, `¶` a new paragraph.
 *
 * `development` holds three older sets, on which the auditor's rules were tuned. `heldBack` was written next, by a hand that
 * saw neither the rules nor what they make of it; later rounds of rules were steered by its counts, so that its figures
 * flatter, and since 27 November 2026 it is open: its examples may be read by anyone. `opened` was written on that day, from
 * scratch, by a hand that never opened the auditor nor ran it on an example; it was called `blind` until 28 November 2026,
 * when it was read by those who write rules. `blind` was written on that day by another hand that never opened the auditor.
 * Whoever changes rules does not read phrases/blind, tables/blind.ts or a report made of them: of this set only the printed
 * counts may be looked at, and once rules have been steered by those, a new set is due. `wider` and `widerReserved` are the
 * halves of a set that was written on the same day before anybody saw how the rules read it; the rules were then widened by
 * the examples of `wider`, while of `widerReserved` only counts were looked at.
 */

export const phrasings = ["development", "heldBack", "opened", "blind", "wider", "widerReserved"] as const;
export type Phrasing = (typeof phrasings)[number];

/** The chapters of a report with the titles of their sections. */
export type Outline = readonly (readonly [chapter: string, sections: readonly string[]])[];

/** For the head of every printed score. */
export const provenance: Readonly<Record<Phrasing, string>> = {
  development:
    "the three older sets of phrases, on which the auditor's rules were tuned; two of them were held back until they were opened",
  heldBack: "a set by whose counts the rules were steered until 27 November 2026, when it was opened; its figures flatter",
  opened: "a set written without sight of the auditor, called blind until 28 November 2026, when it was read by those who write rules",
  blind: "a set written on 28 November 2026 without sight of the auditor, not to be read by whoever changes its rules",
  wider: "half of a set written on 28 November 2026 before it was run; the rules were then widened by its examples",
  widerReserved: "the other half of that set, of whose examples none was looked at",
};

/** Of these nothing is shown but counts. */
export const unread: ReadonlySet<Phrasing> = new Set<Phrasing>(["blind", "widerReserved"]);
