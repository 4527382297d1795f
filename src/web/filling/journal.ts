/**
 * What this browser knows of a working copy: what the server holds in each slot, what was typed here and
 * not taken yet, and what somebody else wrote meanwhile. Plain state and pure steps, so that every
 * interleaving of typing, answers, lost connections and others' edits can be tried in a test.
 *
 * Of each slot there is at most one edit under way (sent, or to be sent again with the same id until it is
 * answered) and one newer wish behind it. Nothing typed leaves the journal but by being saved, chosen away
 * by the person, or replaced by what the person typed later into the same slot.
 */
import { sameContent } from "../../app/desk/slots.ts";
import { type Content, emptyContent } from "./slot.ts";

/** What the server holds, as last heard. */
export interface Held {
  readonly content: Content;
  readonly revision: number;
  /** Who wrote it last; "" for what was filed before, and for what this browser wrote. */
  readonly name: string;
  readonly at: string;
}

/** An edit as it is sent: never changed once it may have reached the server. */
export interface Edit {
  readonly id: string;
  readonly slot: string;
  /** Revision that the person saw. */
  readonly base: number;
  readonly content: Content;
}

export interface Local {
  readonly edit: Edit;
  /** It may have reached the server: typing goes into `next`. */
  readonly sent: boolean;
  readonly next: Edit | null;
}

/** Two wrote into one slot: the person chooses. */
export interface Clash {
  readonly mine: Edit;
  readonly theirs: Held;
}

export interface Refused {
  readonly edit: Edit;
  readonly message: { readonly zh: string; readonly en: string };
}

export interface Journal {
  readonly held: ReadonlyMap<string, Held>;
  readonly local: ReadonlyMap<string, Local>;
  readonly clashes: ReadonlyMap<string, Clash>;
  readonly refused: ReadonlyMap<string, Refused>;
  /** Changes up to here were heard. */
  readonly sequence: number;
}

export type Answer =
  | { readonly id: string; readonly result: "saved"; readonly revision: number }
  | ({ readonly id: string; readonly result: "conflict" } & Held)
  | { readonly id: string; readonly result: "refused"; readonly message: { readonly zh: string; readonly en: string } };

export type Heard = { readonly slot: string } & Held;

const nothing = { local: new Map(), clashes: new Map(), refused: new Map() } as const;

export function openJournal(held: ReadonlyMap<string, Held>, sequence: number): Journal {
  return { ...nothing, held, sequence };
}

/** What the person sees in a slot. */
export function shown(journal: Journal, slot: string): Content {
  const own = mineIn(journal, slot);
  if (own) return own.content;
  const held = journal.held.get(slot);
  return held ? held.content : emptyContent(slot);
}

/** The newest edit of this browser that the server has not taken. */
export function mineIn(journal: Journal, slot: string): Edit | undefined {
  const local = journal.local.get(slot);
  return journal.clashes.get(slot)?.mine ?? journal.refused.get(slot)?.edit ?? local?.next ?? local?.edit;
}

/** Revision on which an edit of the slot is made: that of what the person sees there now. */
export function baseOf(journal: Journal, slot: string): number {
  return journal.held.get(slot)?.revision ?? 0;
}

/** Somebody at this keyboard writes into slots; a base is the revision that was seen when the typing began. */
export function write(journal: Journal, edits: readonly Edit[]): Journal {
  const local = new Map(journal.local);
  const clashes = new Map(journal.clashes);
  const refused = new Map(journal.refused);
  for (const edit of edits) {
    const { slot, content } = edit;
    const clash = clashes.get(slot);
    if (clash) {
      clashes.set(slot, { ...clash, mine: { ...edit, base: clash.mine.base } });
      continue;
    }
    const before = local.get(slot);
    const rejected = refused.get(slot);
    refused.delete(slot);
    if (before?.sent) {
      local.set(slot, { ...before, next: edit });
      continue;
    }
    const base = before?.edit.base ?? rejected?.edit.base ?? edit.base;
    const held = journal.held.get(slot);
    const asHeld = base === (held?.revision ?? 0) && sameContent(held ? held.content : emptyContent(slot), content);
    if (asHeld) local.delete(slot);
    else local.set(slot, { edit: { ...edit, base }, sent: false, next: null });
  }
  return { ...journal, local, clashes, refused };
}

/** Edits, oldest first, found in this browser's store after it was closed or crashed: any of them may have been sent before. */
export function restore(journal: Journal, edits: readonly Edit[]): Journal {
  const local = new Map(journal.local);
  for (const edit of edits) {
    const known = local.get(edit.slot);
    if (!known) local.set(edit.slot, { edit, sent: true, next: null });
    else if (known.edit.id !== edit.id) local.set(edit.slot, { ...known, next: edit });
  }
  return { ...journal, local };
}

/** The next edits to send, at most `most`; they count as sent from now on. */
export function batch(journal: Journal, most: number): { readonly journal: Journal; readonly edits: readonly Edit[] } {
  const edits: Edit[] = [];
  const local = new Map(journal.local);
  for (const [slot, entry] of journal.local) {
    if (edits.length === most) break;
    edits.push(entry.edit);
    if (!entry.sent) local.set(slot, { ...entry, sent: true });
  }
  return { journal: { ...journal, local }, edits };
}

/** The server's answers to a batch. */
export function answered(journal: Journal, answers: readonly Answer[]): Journal {
  const slots = new Map([...journal.local].map(([slot, { edit }]) => [edit.id, slot]));
  const local = new Map(journal.local);
  const held = new Map(journal.held);
  const clashes = new Map(journal.clashes);
  const refused = new Map(journal.refused);
  for (const answer of answers) {
    const slot = slots.get(answer.id);
    const entry = slot === undefined ? undefined : local.get(slot);
    if (slot === undefined || !entry) continue;
    local.delete(slot);
    const newest = entry.next ?? entry.edit;
    if (answer.result === "saved") {
      const known = held.get(slot);
      if (!known || known.revision < answer.revision)
        held.set(slot, { content: entry.edit.content, revision: answer.revision, name: "", at: "" });
      const isDone = !entry.next || (held.get(slot)!.revision === answer.revision && sameContent(entry.edit.content, entry.next.content));
      // What was typed meanwhile goes next, on the revision of this edit: the person saw nothing newer.
      if (!isDone) local.set(slot, { edit: { ...newest, base: answer.revision }, sent: false, next: null });
    } else if (answer.result === "conflict") {
      const { content, revision, name, at } = answer;
      if ((held.get(slot)?.revision ?? 0) <= revision) held.set(slot, { content, revision, name, at });
      const theirs = held.get(slot)!;
      if (!sameContent(newest.content, theirs.content)) clashes.set(slot, { mine: { ...newest, base: entry.edit.base }, theirs });
    } else refused.set(slot, { edit: { ...newest, base: entry.edit.base }, message: answer.message });
  }
  return { ...journal, held, local, clashes, refused };
}

/** What others (and this browser's own edits) left on the server since the last time. */
export function heard(journal: Journal, changes: readonly Heard[], sequence: number): Journal {
  if (changes.length === 0) return sequence <= journal.sequence ? journal : { ...journal, sequence };
  const held = new Map(journal.held);
  const clashes = new Map(journal.clashes);
  for (const { slot, content, revision, name, at } of changes) {
    if ((held.get(slot)?.revision ?? -1) > revision) continue;
    const theirs = { content, revision, name, at };
    held.set(slot, theirs);
    const clash = clashes.get(slot);
    if (!clash) continue;
    if (sameContent(clash.mine.content, content)) clashes.delete(slot);
    else clashes.set(slot, { mine: clash.mine, theirs });
  }
  return { ...journal, held, clashes, sequence: Math.max(sequence, journal.sequence) };
}

/** The person's choice where two wrote into one slot: `mine` is sent again on theirs, under a new id; `theirs` stays. */
export function choose(journal: Journal, slot: string, choice: "mine" | "theirs", id: string): Journal {
  const clash = journal.clashes.get(slot);
  if (!clash) return journal;
  const clashes = new Map(journal.clashes);
  clashes.delete(slot);
  const without = { ...journal, clashes };
  return choice === "theirs" ? without : write(without, [{ id, slot, base: clash.theirs.revision, content: clash.mine.content }]);
}

/** Gives up what the server refused: the slot shows what the server holds. */
export function discardRefused(journal: Journal, slot: string): Journal {
  const refused = new Map(journal.refused);
  refused.delete(slot);
  return { ...journal, refused };
}

/** Everything that must survive this browser's end, in the order in which {@link restore} takes it. */
export function unsaved(journal: Journal): Edit[] {
  const edits: Edit[] = [];
  for (const { edit, next } of journal.local.values()) {
    edits.push(edit);
    if (next) edits.push(next);
  }
  for (const { mine } of journal.clashes.values()) edits.push(mine);
  for (const { edit } of journal.refused.values()) edits.push(edit);
  return edits;
}
