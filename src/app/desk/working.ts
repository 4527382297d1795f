/** The port of working copies: what stands in each slot of a return, every edit ever taken, and how far versions have taken them. */
import type { Cycle } from "../../core/model/cycle.ts";
import type { Organisation, OrganisationKind } from "../../core/model/organisation.ts";
import type { ReturnState } from "../../core/model/return.ts";
import type { StoredReturn } from "../ports.ts";
import type { RequestedSlot } from "./requests.ts";
import type { StoredContent } from "./slots.ts";

export interface Signature {
  readonly version: number;
  readonly name: string;
  readonly at: string;
  /** SHA-256 (hex) of the signed document. */
  readonly hash: string;
}

export interface Confirmation {
  readonly ledger: string;
  readonly name: string;
  readonly at: string;
}

/** How a return stands, without its contents. */
export interface Standing {
  readonly kind: OrganisationKind | null;
  /** A cycle of this year covers the organisation. */
  readonly open: boolean;
  readonly state: ReturnState | "none";
  readonly version: number | null;
  /** Newest sequence of the working copy; 0 when nothing was ever edited. */
  readonly sequence: number;
  /** Slots up to this sequence are in the newest version. */
  readonly applied: number;
  /** The slots to which the newest version was given back; none: all of them. */
  readonly requested: readonly RequestedSlot[];
  readonly confirmations: readonly Confirmation[];
}

/** A slot as it was last edited. */
export interface SlotLine {
  readonly slot: string;
  readonly content: StoredContent;
  readonly revision: number;
  readonly name: string;
  readonly at: string;
}

export interface Changes {
  readonly sequence: number;
  readonly state: ReturnState | "none";
  readonly lines: readonly SlotLine[];
}

/** What stands in a slot now, edited here or not. */
export interface SlotStanding {
  /** Stored content, or the piece of the newest version; undefined where neither is. */
  readonly piece: unknown;
  readonly revision: number;
  readonly name: string;
  readonly at: string;
}

/** What a return stands in, as the organisation that looks sees it; the same object as long as nothing of it moved. */
export interface Around {
  readonly organisations: readonly Organisation[];
  readonly cycles: readonly Cycle[];
}

/** A return with its working copy, of one state of the store; the same object as before where nothing has moved. */
export interface OpenedReturn {
  /** Moves with everything that is told here, and with what the organisation filed in the years before. */
  readonly stamp: string;
  readonly around: Around;
  readonly standing: Standing;
  readonly newest: StoredReturn | null;
  /** Slots that the newest version has not taken, by revision. */
  readonly untaken: readonly SlotLine[];
  /** Slot → revision of every slot ever edited here. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly signature: Signature | null;
  /** Threads of remarks that nobody resolved. */
  readonly openComments: number;
}

export interface LookUp extends Standing {
  readonly slots: { get(slot: string): SlotStanding | undefined };
  /** Edits already taken, by the client's id. */
  readonly known: ReadonlyMap<string, { readonly slot: string; readonly revision: number }>;
}

/** An edit that may have been sent before. */
export interface AskedEdit {
  /** The client's. */
  readonly id: string;
  readonly slot: string;
  /** Revision that its sender saw. */
  readonly base: number;
}

export interface TakenEdit {
  /** The client's; null where a command made it. */
  readonly id: string | null;
  readonly slot: string;
  readonly revision: number;
  readonly before: StoredContent;
  readonly after: StoredContent;
  /** False where the slot said the same before: kept as taken, nothing moves. */
  readonly changed: boolean;
}

export interface EditBatch {
  readonly organisation: string;
  readonly year: number;
  readonly actor: string;
  readonly name: string;
  readonly at: string;
  /** In order; of several on one slot the last one stands. */
  readonly edits: readonly TakenEdit[];
  /** Ledgers whose confirmation falls with these edits. */
  readonly withdrawn: readonly string[];
  /** The working copy's sequence afterwards. */
  readonly sequence: number;
}

export interface Working {
  /** Keeps others from changing this return until the transaction ends. */
  lock(organisation: string, year: number): Promise<void>;
  standing(organisation: string, year: number): Promise<Standing>;
  /** The same, with the slots that the newest version has not taken, by revision. */
  open(organisation: string, year: number): Promise<{ readonly standing: Standing; readonly untaken: readonly SlotLine[] }>;
  /** To be called with the return locked. */
  lookUp(organisation: string, year: number, slots: readonly string[], edits: readonly AskedEdit[]): Promise<LookUp>;
  /** Writes a batch in one statement. */
  append(batch: EditBatch): Promise<void>;
  /** Slots edited after `sequence`, by revision. */
  slotsSince(organisation: string, year: number, sequence: number): Promise<SlotLine[]>;
  /** Slot → revision of every slot ever edited here. */
  revisions(organisation: string, year: number): Promise<Record<string, number>>;
  /** The newest version has taken all slots up to `sequence`. */
  markApplied(organisation: string, year: number, sequence: number): Promise<void>;
  confirm(organisation: string, year: number, ledgers: readonly string[], by: { actor: string; name: string; at: string }): Promise<void>;
  withdraw(organisation: string, year: number, ledger: string): Promise<void>;
  sign(organisation: string, year: number, signature: Signature & { readonly actor: string }): Promise<void>;
  signature(organisation: string, year: number, version: number): Promise<Signature | null>;
  savePreview(preview: Preview): Promise<void>;
  preview(organisation: string, id: string): Promise<Preview | null>;
}

/** What an upload would change, shown and not taken yet. */
export interface Preview {
  readonly organisation: string;
  readonly year: number;
  readonly id: string;
  readonly actor: string;
  readonly at: string;
  readonly edits: readonly { readonly slot: string; readonly base: number; readonly content: StoredContent }[];
}
