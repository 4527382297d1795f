/** Phrasebank: everything that is worded, for each of the phrasings, so that they share no sentence. */
import { changes as blindChanges, copies as blindCopies } from "./blind/changes.ts";
import { clutter as blindClutter } from "./blind/clutter.ts";
import { combined as blindCombined } from "./blind/combined.ts";
import {
  distractors as blindDistractors,
  filler as blindFiller,
  outlines as blindOutlines,
  trades as blindTrades,
} from "./blind/filler.ts";
import { ratios as blindRatios } from "./blind/ratios.ts";
import { sums as blindSums } from "./blind/sums.ts";
import { words as blindWords } from "./blind/words.ts";
import { changes as developmentChanges, copies as developmentCopies } from "./development/changes.ts";
import { clutter as developmentClutter } from "./development/clutter.ts";
import { combined as developmentCombined } from "./development/combined.ts";
import {
  distractors as developmentDistractors,
  filler as developmentFiller,
  outlines as developmentOutlines,
  trades as developmentTrades,
} from "./development/filler.ts";
import { ratios as developmentRatios } from "./development/ratios.ts";
import { sums as developmentSums } from "./development/sums.ts";
import { words as developmentWords } from "./development/words.ts";
import { changes as heldBackChanges, copies as heldBackCopies } from "./held-back/changes.ts";
import { clutter as heldBackClutter } from "./held-back/clutter.ts";
import { combined as heldBackCombined } from "./held-back/combined.ts";
import {
  distractors as heldBackDistractors,
  filler as heldBackFiller,
  outlines as heldBackOutlines,
  trades as heldBackTrades,
} from "./held-back/filler.ts";
import { ratios as heldBackRatios } from "./held-back/ratios.ts";
import { sums as heldBackSums } from "./held-back/sums.ts";
import { words as heldBackWords } from "./held-back/words.ts";
import { changes as openedChanges, copies as openedCopies } from "./opened/changes.ts";
import { clutter as openedClutter } from "./opened/clutter.ts";
import { combined as openedCombined } from "./opened/combined.ts";
import {
  distractors as openedDistractors,
  filler as openedFiller,
  outlines as openedOutlines,
  trades as openedTrades,
} from "./opened/filler.ts";
import { ratios as openedRatios } from "./opened/ratios.ts";
import { sums as openedSums } from "./opened/sums.ts";
import { words as openedWords } from "./opened/words.ts";
import type { Outline, Phrasing } from "./phrase.ts";
import { reserved, tuned } from "./wider/halves.ts";
import type { Words } from "./words.ts";

type Phrases<Kind extends string> = Readonly<Record<Kind, readonly string[]>>;

export interface Phrasebank {
  readonly sums: Phrases<keyof typeof developmentSums>;
  readonly ratios: Phrases<keyof typeof developmentRatios>;
  readonly changes: Phrases<keyof typeof developmentChanges>;
  readonly copies: readonly string[];
  readonly clutter: readonly string[];
  /** Sentences with several relations. */
  readonly combined: Phrases<keyof typeof developmentCombined>;
  readonly filler: readonly string[];
  readonly distractors: readonly string[];
  /** Chapters and sections; a report takes one. */
  readonly outlines: readonly Outline[];
  /** Names of trades, for lists. */
  readonly trades: readonly string[];
  readonly words: readonly Words[];
}

export const phrasebank: Readonly<Record<Phrasing, Phrasebank>> = {
  development: {
    changes: developmentChanges,
    copies: developmentCopies,
    filler: developmentFiller,
    distractors: developmentDistractors,
    outlines: developmentOutlines,
    trades: developmentTrades,
    sums: developmentSums,
    ratios: developmentRatios,
    clutter: developmentClutter,
    combined: developmentCombined,
    words: developmentWords,
  },
  heldBack: {
    changes: heldBackChanges,
    copies: heldBackCopies,
    filler: heldBackFiller,
    distractors: heldBackDistractors,
    outlines: heldBackOutlines,
    trades: heldBackTrades,
    sums: heldBackSums,
    ratios: heldBackRatios,
    clutter: heldBackClutter,
    combined: heldBackCombined,
    words: heldBackWords,
  },
  opened: {
    changes: openedChanges,
    copies: openedCopies,
    filler: openedFiller,
    distractors: openedDistractors,
    outlines: openedOutlines,
    trades: openedTrades,
    sums: openedSums,
    ratios: openedRatios,
    clutter: openedClutter,
    combined: openedCombined,
    words: openedWords,
  },
  blind: {
    changes: blindChanges,
    copies: blindCopies,
    filler: blindFiller,
    distractors: blindDistractors,
    outlines: blindOutlines,
    trades: blindTrades,
    sums: blindSums,
    ratios: blindRatios,
    clutter: blindClutter,
    combined: blindCombined,
    words: blindWords,
  },
  wider: tuned,
  widerReserved: reserved,
};
