/** Remarks on the slots of a return, in threads that are resolved as a whole. */

export interface Comment {
  readonly organisation: string;
  readonly year: number;
  /** Made by the client: sent twice, it is one remark. */
  readonly id: string;
  readonly slot: string;
  /** First remark of its thread; null when it is the first. */
  readonly thread: string | null;
  readonly actor: string;
  readonly name: string;
  readonly role: string;
  readonly at: string;
  readonly text: string;
  /** Of a thread's first remark: who resolved the thread, and when. */
  readonly resolved: { readonly name: string; readonly at: string } | null;
}

export interface Comments {
  /** Of one return, oldest first. */
  of(organisation: string, year: number): Promise<Comment[]>;
  find(organisation: string, id: string): Promise<Comment | null>;
  /** Whether it was new: the same id again changes nothing. */
  add(comment: Comment): Promise<boolean>;
  resolve(organisation: string, id: string, name: string, at: string): Promise<void>;
  /** Threads not resolved, by organisation. */
  open(year: number): Promise<ReadonlyMap<string, number>>;
}
