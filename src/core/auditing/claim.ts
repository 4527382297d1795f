/** A claim: a quantity with what the text says it is, of whom, when, and compared with what. */
import type { Direction } from "../language/change-verb.ts";
import type { Members } from "../model/selection.ts";
import type { Span } from "./document.ts";
import type { Quantity } from "./quantity.ts";

/**
 * `level` a value · `share` a part of a named base, in % · `rate` a value in % with a name of its own ·
 * `ratio` n：1 · `perHead` a 生均 or 校均 value · `change` by how much · `growth` by how many % ·
 * `plan` what is due, not done · `rank` a place in an order · `rule` a threshold or policy quoted
 */
export type Aspect = "level" | "share" | "rate" | "ratio" | "perHead" | "change" | "growth" | "plan" | "rank" | "rule";

export interface Claim {
  readonly quantity: Quantity;
  readonly aspect: Aspect;
  /** The words that name it, without function words: "专任教师"; "" where none were found. */
  readonly label: string;
  /** The words in the text. */
  readonly named: Span;
  /** Element or indicator of the catalog, or null. */
  readonly concept: string | null;
  readonly members: Members;
  /** 全市, 市直, 县区, a named body …; "" where the text says nothing. */
  readonly scope: string;
  readonly period: number | null;
  /** Of a share: the words that name its base. */
  readonly base: string | null;
  /** Of a change or growth: which way, and the year compared with. */
  readonly direction: Direction | null;
  readonly comparedWith: number | null;
  /** Index of the claim that a change, growth or share speaks of; null where it stands alone. */
  readonly subject: number | null;
  /** Index of the sentence, and of the clause in it. */
  readonly sentence: number;
  readonly clause: number;
}

/** The same claim with its fields in one order, as quantityWith of quantity.ts does. */
export function claimOf(fields: Claim): Claim {
  const { quantity, aspect, label, named, concept, members, scope, period, base } = fields;
  const { direction, comparedWith, subject, sentence, clause } = fields;
  return { quantity, aspect, label, named, concept, members, scope, period, base, direction, comparedWith, subject, sentence, clause };
}
