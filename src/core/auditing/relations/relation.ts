/** A relation between figures that a text states: tested, it holds or yields the draft of a finding. */
import type { FindingCode, Tier } from "../../definition/check.ts";
import type { KnowledgeIndex } from "../../definition/knowledge.ts";
import type { Claim } from "../claim.ts";
import type { Lexicon } from "../claims/lexicon.ts";
import type { Sentence } from "../claims/sentences.ts";
import type { Document, Span } from "../document.ts";
import type { Bilingual } from "../finding.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { Quantity } from "../quantity.ts";

/** The whole text as read: what every rule takes. `claims[i]` speaks of `quantities[i]`. */
export interface Reading {
  readonly document: Document;
  readonly quantities: readonly Quantity[];
  readonly claims: readonly Claim[];
  readonly sentences: readonly Sentence[];
  /** Indexes of the quantities of each sentence. */
  readonly bySentence: readonly (readonly number[])[];
  /** Quantities that are remains of an edit, with the values that each could have meant: no rule may rest on one alone. */
  readonly corrupt: ReadonlyMap<number, readonly Quantity[]>;
  readonly year: number | null;
  /** The title or the caller gives the year; otherwise it is only the year that the text names most. */
  readonly yearCertain: boolean;
  /** The title says that it is a report on vocational schools: then its parts speak of one set of them. */
  readonly focused: boolean;
  readonly index: KnowledgeIndex;
  readonly lexicon: Lexicon;
}

export interface Draft {
  readonly code: FindingCode;
  readonly tier: Tier;
  readonly message: Bilingual;
  readonly proof: string;
  /** Quantities, the one at fault first. */
  readonly at: readonly number[];
  /** Places that are no quantity. */
  readonly places?: readonly Span[];
  readonly suggestions?: readonly Bilingual[];
}

export interface Relation {
  /** Quantities that stand in it. */
  readonly operands: readonly number[];
  readonly held: boolean;
  /** It held, but says little: parts of an open list that do not exceed their whole. */
  readonly weak?: boolean;
  readonly finding?: Draft;
  /** Of a broken relation: what each operand would have to be for it to hold, the others being right. */
  readonly needs?: ReadonlyMap<number, Interval>;
}

export type Rule = (reading: Reading) => Relation[];

export const held = (...operands: number[]): Relation => ({ operands, held: true });
/** They do not exclude each other, which most other numbers would not either. */
export const weaklyHeld = (...operands: number[]): Relation => ({ operands, held: true, weak: true });
export const broken = (operands: readonly number[], finding: Draft, needs?: ReadonlyMap<number, Interval>): Relation =>
  needs ? { operands, held: false, finding, needs } : { operands, held: false, finding };
