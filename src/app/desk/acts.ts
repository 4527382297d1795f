/** Acts in words, for searching: what was done, by whom, when, to what. */

export interface NewAct {
  readonly organisation: string;
  readonly year: number | null;
  /** Code of the act: "sign". */
  readonly act: string;
  readonly actor: string;
  /** The person's name as shown. */
  readonly name: string;
  readonly at: string;
  readonly reason?: string;
  /** To what, in Chinese: "在校生 · 一年级：120 → 130". */
  readonly detail?: string;
  /** The act is chained in the history, too: it was the organisation's newest entry, of this transaction, whose hash is noted. */
  readonly chained?: boolean;
}

export interface Acts {
  record(acts: readonly NewAct[]): Promise<void>;
}
