/** Corrections after the lock: asked for with a reason, granted or refused by the city. */
import type { SlotContent } from "./slots.ts";

export interface Correction {
  readonly organisation: string;
  readonly year: number;
  /** Made by the client: sent twice, it is one request. */
  readonly id: string;
  readonly slot: string;
  readonly before: SlotContent;
  readonly after: SlotContent;
  readonly reason: string;
  readonly state: "requested" | "granted" | "refused";
  readonly actor: string;
  readonly name: string;
  readonly at: string;
  readonly decided: { readonly name: string; readonly at: string; readonly reason: string } | null;
}

export interface Corrections {
  /** Of the year, newest first. */
  list(year: number): Promise<Correction[]>;
  find(organisation: string, id: string): Promise<Correction | null>;
  /** Whether it was new: the same id again changes nothing. */
  add(correction: Correction): Promise<boolean>;
  /** Whether it was still undecided. */
  decide(
    organisation: string,
    id: string,
    state: "granted" | "refused",
    decided: { readonly name: string; readonly at: string; readonly reason: string },
  ): Promise<boolean>;
}
