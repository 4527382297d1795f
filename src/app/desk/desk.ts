/**
 * The desk: what people work on before a version of a return is filed, and around it. One small port for
 * each thing; all of them work in one transaction behind the walls of one account's organisation.
 */
import type { StoreReader, StoreWriter } from "../ports.ts";
import type { Acts } from "./acts.ts";
import type { Comments } from "./comments.ts";
import type { Corrections } from "./corrections.ts";
import type { EvidenceStore } from "./evidence.ts";
import type { HistoryLines } from "./history-lines.ts";
import type { Mappings } from "./mappings.ts";
import type { Progress } from "./progress.ts";
import type { Reminders } from "./reminders.ts";
import type { Requests } from "./requests.ts";
import type { AskedEdit, Changes, EditBatch, LookUp, OpenedReturn, Working } from "./working.ts";

export interface Desk {
  readonly acts: Acts;
  readonly comments: Comments;
  readonly corrections: Corrections;
  readonly evidence: EvidenceStore;
  readonly history: HistoryLines;
  readonly mappings: Mappings;
  readonly progress: Progress;
  readonly reminders: Reminders;
  readonly requests: Requests;
  readonly working: Working;
}

/** Edits of one return, decided on what stands there. */
export interface EditRequest<T> {
  readonly organisation: string;
  readonly year: number;
  /** The slots that the decision asks about, and the edits of which it asks whether they were taken before. */
  readonly slots: readonly string[];
  readonly edits: readonly AskedEdit[];
  /** Asked with the return locked, and again where writing together with others failed: it changes nothing itself. What it throws is the answer. */
  decide(found: LookUp): { readonly answer: T; readonly batch: EditBatch | null };
}

/** The store as one account's organisation may use it: its subtree, reading and writing. */
export interface ScopedStore extends StoreReader {
  /** Reads returns and desk over one unchanging state of the store, in one transaction. */
  read<T>(work: (reader: StoreReader, desk: Desk) => Promise<T>): Promise<T>;
  /** Reads and writes returns and desk in one transaction. `locked` is a return that nobody else may change meanwhile. */
  transaction<T>(
    work: (writer: StoreWriter, desk: Desk) => Promise<T>,
    locked?: { readonly organisation: string; readonly year: number },
  ): Promise<T>;
  /** Decides on edits and writes them. Those who save at the same moment share a transaction; the answer comes when it is durable. */
  edit<T>(request: EditRequest<T>): Promise<T>;
  /** What was edited after `since`, by revision, and how the return stands. Those who ask at the same moment are answered together. */
  changes(organisation: string, year: number, since: number): Promise<Changes>;
  /** A return as it stands now, answered together with others' questions; what was known of it before is not fetched again. */
  open(organisation: string, year: number): Promise<OpenedReturn>;
}
