/**
 * The working copy that is open in this window: the journal with undo, what was typed and cannot be kept,
 * and who changed what elsewhere a moment ago. Cells listen to their own slot, so that one edit paints one cell.
 */
import { sameContent } from "../../app/desk/slots.ts";
import { type EntryProblem } from "./entry.ts";
import {
  type Answer,
  answered,
  baseOf,
  batch,
  choose,
  discardRefused,
  type Edit,
  heard,
  type Heard,
  type Held,
  type Journal,
  openJournal,
  restore,
  shown,
  unsaved,
  write,
} from "./journal.ts";
import { type Content, emptyContent, isRow, noneSlot, type ReturnView, rowOf, rowSlot, slotsOf } from "./slot.ts";

/** What was typed and cannot be kept, with the reason; stays in the cell until it is mended. */
export interface Invalid {
  readonly text: string;
  readonly problem: EntryProblem;
}

export interface SlotSnapshot {
  readonly content: Content;
  readonly state: "saved" | "waiting" | "clash" | "refused";
  readonly revision: number;
  readonly invalid: Invalid | undefined;
  /** Somebody else wrote here a moment ago. */
  readonly touchedBy: string | undefined;
  readonly theirs: Held | undefined;
  readonly refusal: { readonly zh: string; readonly en: string } | undefined;
}

export interface SlotEdit {
  readonly slot: string;
  readonly content: Content;
  /** Revision seen when the typing began. */
  readonly base?: number;
}

interface Step {
  readonly slot: string;
  readonly before: Content;
  readonly after: Content;
  /** What was typed is no value: nothing was written, and undoing forgets it. */
  readonly isWrong?: true;
}

/** How long a change from elsewhere is lit, in milliseconds. */
const lit = 6000;
const longestUndo = 200;

export class WorkingCopy {
  #journal: Journal;
  #rows = new Map<string, string[]>();
  /** Of each register the rows that are there, until one comes or goes. */
  readonly #present = new Map<string, { readonly list: readonly string[]; readonly ids: ReadonlySet<string> }>();
  readonly #rowListeners = new Map<string, Set<(ids: readonly string[]) => void>>();
  #known = new Set<string>();
  readonly #invalid = new Map<string, Invalid>();
  readonly #touched = new Map<string, string>();
  readonly #ownRevisions = new Set<number>();
  readonly #undo: Step[][] = [];
  readonly #redo: Step[][] = [];
  readonly #snapshots = new Map<string, SlotSnapshot>();
  readonly #slotListeners = new Map<string, Set<() => void>>();
  readonly #listeners = new Set<() => void>();
  #version = 0;
  /** Told of every slot whose content changed: the engine. */
  onContent: (slots: readonly string[]) => void = () => undefined;
  /** Told whenever there may be something to keep or to send. */
  onUnsaved: () => void = () => undefined;

  constructor(
    view: ReturnView,
    readonly me: string,
    readonly newId: () => string = () => uuid(),
  ) {
    this.#journal = openJournal(heldOf(view), view.sequence);
    this.#orderRows(view);
  }

  /** Takes a newer view of the server: what is unsaved here stays. */
  adopt(view: ReturnView): void {
    const fresh = heldOf(view);
    const held = new Map(fresh);
    for (const [slot, known] of this.#journal.held) if (known.revision > (held.get(slot)?.revision ?? 0)) held.set(slot, known);
    this.#journal = { ...this.#journal, held, sequence: Math.max(view.sequence, this.#journal.sequence) };
    this.#orderRows(view);
    this.#changed([...this.#snapshots.keys(), ...held.keys()], true);
  }

  // Reading ------------------------------------------------------------------------------------------

  content(slot: string): Content {
    return shown(this.#journal, slot);
  }

  revision(slot: string): number {
    return baseOf(this.#journal, slot);
  }

  snapshot(slot: string): SlotSnapshot {
    let found = this.#snapshots.get(slot);
    if (!found) this.#snapshots.set(slot, (found = this.#read(slot)));
    return found;
  }

  #read(slot: string): SlotSnapshot {
    const { clashes, refused, local } = this.#journal;
    const refusal = refused.get(slot);
    const clash = clashes.get(slot);
    return {
      content: shown(this.#journal, slot),
      state: clash ? "clash" : refusal ? "refused" : local.has(slot) ? "waiting" : "saved",
      revision: baseOf(this.#journal, slot),
      invalid: this.#invalid.get(slot),
      touchedBy: this.#touched.get(slot),
      theirs: clash?.theirs,
      refusal: refusal?.message,
    };
  }

  /** Row ids of a register in their order, without those taken out; the same list until a row comes or goes. */
  rows(ledger: string): readonly string[] {
    let present = this.#present.get(ledger);
    if (!present) {
      const list = (this.#rows.get(ledger) ?? []).filter((id) => isRow(this.content(rowSlot(ledger, id))));
      this.#present.set(ledger, (present = { list, ids: new Set(list) }));
    }
    return present.list;
  }

  isNone(ledger: string): boolean {
    return this.content(noneSlot(ledger)) === true;
  }

  /** Slots whose contents differ from what the server held when this window opened, in the order of the journal. */
  *contents(): Iterable<[string, Content]> {
    for (const slot of new Set([...this.#journal.held.keys(), ...this.#journal.local.keys()])) yield [slot, this.content(slot)];
  }

  get version(): number {
    return this.#version;
  }

  get waiting(): number {
    return this.#journal.local.size;
  }

  get clashes(): readonly string[] {
    return [...this.#journal.clashes.keys()];
  }

  get refusals(): readonly string[] {
    return [...this.#journal.refused.keys()];
  }

  get invalids(): readonly string[] {
    return [...this.#invalid.keys()];
  }
  get sequence(): number {
    return this.#journal.sequence;
  }
  get canUndo(): boolean {
    return this.#undo.length > 0;
  }
  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  unsaved(): Edit[] {
    return unsaved(this.#journal);
  }

  // Writing ------------------------------------------------------------------------------------------

  /** One gesture of the person, undone together. `wrong`: texts that cannot be values, kept in their cells to be mended. */
  edit(edits: readonly SlotEdit[], wrong: readonly { readonly slot: string; readonly invalid: Invalid }[] = []): void {
    const steps = edits
      .map(({ slot, content }): Step => ({ slot, before: this.content(slot), after: content }))
      .filter(({ slot, before, after }) => !sameContent(before, after) || this.#invalid.has(slot));
    const changing = new Set(steps.map(({ slot }) => slot));
    this.#write(edits.filter(({ slot }) => changing.has(slot)));
    for (const { slot, invalid } of wrong) {
      this.#invalid.set(slot, invalid);
      steps.push({ slot, before: null, after: null, isWrong: true });
    }
    if (steps.length === 0) return;
    const marked = wrong.map(({ slot }) => slot);
    if (marked.length > 0) this.#changed(marked, false);
    this.#undo.push(steps);
    if (this.#undo.length > longestUndo) this.#undo.shift();
    this.#redo.length = 0;
  }

  /** Forgets the texts that could not be values: a value stands there now. */
  mend(slots: readonly string[]): void {
    this.#changed(
      slots.filter((slot) => this.#invalid.delete(slot)),
      false,
    );
  }

  /** Slots that were changed back; empty when there is nothing to undo. Cells that somebody else changed since are left alone. */
  undo(): readonly string[] {
    return this.#replay(this.#undo, this.#redo, "before", "after");
  }

  redo(): readonly string[] {
    return this.#replay(this.#redo, this.#undo, "after", "before");
  }

  #replay(from: Step[][], to: Step[][], wanted: "before" | "after", expected: "before" | "after"): readonly string[] {
    const steps = from.pop();
    if (!steps) return [];
    const wrong = steps.filter(({ slot, isWrong }) => isWrong && this.#invalid.has(slot)).map(({ slot }) => slot);
    const mine = steps.filter((step) => !step.isWrong && sameContent(this.content(step.slot), step[expected]));
    this.mend(wrong);
    this.#write(mine.map((step) => ({ slot: step.slot, content: step[wanted] })));
    if (mine.length > 0) to.push(mine);
    const slots = [...mine.map(({ slot }) => slot), ...wrong];
    return slots.length > 0 ? slots : this.#replay(from, to, wanted, expected);
  }

  #write(edits: readonly SlotEdit[]): void {
    if (edits.length === 0) return;
    const full: Edit[] = edits.map(({ slot, content, base }) => ({ id: this.newId(), slot, base: base ?? this.revision(slot), content }));
    for (const { slot } of edits) {
      this.#invalid.delete(slot);
      this.#touched.delete(slot);
      this.#knowRow(slot);
    }
    this.#journal = write(this.#journal, full);
    this.#changed(
      edits.map(({ slot }) => slot),
      true,
    );
    this.onUnsaved();
  }

  // Exchanging with the server -----------------------------------------------------------------------

  restore(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.#journal = restore(this.#journal, edits);
    for (const { slot } of edits) this.#knowRow(slot);
    this.#changed(
      edits.map(({ slot }) => slot),
      true,
    );
    this.onUnsaved();
  }

  nextBatch(most: number): readonly Edit[] {
    const { journal, edits } = batch(this.#journal, most);
    this.#journal = journal;
    return edits;
  }

  answered(edits: readonly Edit[], answers: readonly Answer[]): void {
    for (const answer of answers) if (answer.result === "saved") this.#ownRevisions.add(answer.revision);
    const slots = edits.map(({ slot }) => slot);
    const before = new Map(slots.map((slot) => [slot, this.content(slot)]));
    this.#journal = answered(this.#journal, answers);
    this.#changed(
      slots,
      slots.some((slot) => this.content(slot) !== before.get(slot)),
    );
    this.onUnsaved();
  }

  /** What others wrote: lit for a moment, with their name. */
  heard(changes: readonly Heard[], sequence: number): void {
    const fresh = changes.filter((change) => change.revision > this.revision(change.slot));
    this.#journal = heard(this.#journal, changes, sequence);
    const others = fresh.filter((change) => !this.#ownRevisions.has(change.revision) && change.name !== this.me);
    for (const { slot, name } of others) this.#touched.set(slot, name);
    for (const { slot } of fresh) this.#knowRow(slot);
    if (changes.length > 0)
      this.#changed(
        changes.map(({ slot }) => slot),
        fresh.length > 0,
      );
    if (others.length > 0)
      setTimeout(() => {
        for (const { slot } of others) this.#touched.delete(slot);
        this.#changed(
          others.map(({ slot }) => slot),
          false,
        );
      }, lit);
  }

  /** What was kept of others' and own saved edits since the view was: taken without lighting anything. */
  catchUp(changes: readonly Heard[], sequence: number): void {
    this.#journal = heard(this.#journal, changes, sequence);
    for (const { slot } of changes) this.#knowRow(slot);
    this.#changed(
      changes.map(({ slot }) => slot),
      true,
    );
  }

  choose(slots: readonly string[], choice: "mine" | "theirs"): void {
    for (const slot of slots) this.#journal = choose(this.#journal, slot, choice, this.newId());
    this.#changed(slots, true);
    this.onUnsaved();
  }

  discardRefused(slots: readonly string[]): void {
    for (const slot of slots) this.#journal = discardRefused(this.#journal, slot);
    this.#changed(slots, true);
    this.onUnsaved();
  }

  // Listening ----------------------------------------------------------------------------------------

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  subscribeSlot(slot: string, listener: () => void): () => void {
    let listeners = this.#slotListeners.get(slot);
    if (!listeners) this.#slotListeners.set(slot, (listeners = new Set()));
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Told which rows of a register have another content. */
  subscribeRows(ledger: string, listener: (ids: readonly string[]) => void): () => void {
    let listeners = this.#rowListeners.get(ledger);
    if (!listeners) this.#rowListeners.set(ledger, (listeners = new Set()));
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Lists of rows are made anew where a row came or went. */
  #rowsChanged(slots: readonly string[]): void {
    const changed = new Map<string, string[]>();
    for (const slot of slots) {
      if (!slot.startsWith("row/")) continue;
      const [ledger, id] = rowOf(slot);
      const ids = changed.get(ledger);
      if (ids) ids.push(id);
      else changed.set(ledger, [id]);
      const present = this.#present.get(ledger);
      if (present && present.ids.has(id) !== isRow(this.content(slot))) this.#present.delete(ledger);
    }
    for (const [ledger, ids] of changed) for (const listener of this.#rowListeners.get(ledger) ?? []) listener(ids);
  }

  #changed(slots: readonly string[], isContent: boolean): void {
    if (slots.length === 0) return;
    this.#version += 1;
    for (const slot of slots) this.#snapshots.delete(slot);
    if (isContent) this.#rowsChanged(slots);
    for (const slot of slots) for (const listener of this.#slotListeners.get(slot) ?? []) listener();
    for (const listener of this.#listeners) listener();
    if (isContent) this.onContent(slots);
  }

  #orderRows(view: ReturnView): void {
    for (const [ledger, rows] of Object.entries(view.document.registers)) for (const { id } of rows) this.#knowRow(rowSlot(ledger, id));
  }

  #knowRow(slot: string): void {
    if (!slot.startsWith("row/") || this.#known.has(slot)) return;
    this.#known.add(slot);
    const [ledger, id] = rowOf(slot);
    const list = this.#rows.get(ledger);
    if (list) list.push(id);
    else this.#rows.set(ledger, [id]);
  }
}

function heldOf(view: ReturnView): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const [slot, content] of slotsOf(view.document)) held.set(slot, { content, revision: view.revisions[slot] ?? 0, name: "", at: "" });
  for (const [slot, revision] of Object.entries(view.revisions))
    if (!held.has(slot)) held.set(slot, { content: emptyContent(slot), revision, name: "", at: "" });
  return held;
}

/** Over plain http too: old-browsers.ts supplies it there. */
export const uuid = (): string => crypto.randomUUID();
