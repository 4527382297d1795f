/**
 * Who saves at the same moment is written together: while one transaction runs, whoever comes waits here and goes into
 * the next, so that one flush to the disk serves them all and nobody holds a connection while waiting. Two of them run
 * at a time, never on the same return. Pure scheduling; edit-transaction.ts writes.
 */
import type { EditRequest } from "../../../app/desk/desk.ts";

/** One save that waits. */
export interface Waiting {
  /** The organisation behind whose walls it is done. */
  readonly scope: string;
  readonly request: EditRequest<unknown>;
}

export type Outcome =
  | { readonly kind: "answer"; readonly answer: unknown }
  | { readonly kind: "error"; readonly error: unknown }
  /** Another transaction holds the return. */
  | { readonly kind: "held" };

/** One transaction; an outcome for each, in order, when they are durable. `patient`: waits for a return that is held. */
export type Write = (items: readonly Waiting[], patient: boolean) => Promise<readonly Outcome[]>;

interface Entry extends Waiting {
  readonly settle: (outcome: Outcome) => void;
  /** To be written by itself: it is large, its return was held, or writing with others failed. */
  alone: boolean;
}

/** So many transactions of several saves run at once: one computes while the other waits for the disk. */
const together = 2;
/** So many of a single save besides. */
const singly = 4;
/** One transaction takes at most so many saves, of so many slots: some five forms sent whole, a millisecond each. */
const mostSaves = 64;
const mostSlots = 1600;
/** A save of more slots than these is written by itself, so that nobody who types a cell waits for a whole register. */
const manySlots = 1000;

export class EditQueue {
  readonly #write: Write;
  #waiting: Entry[] = [];
  /** Returns in hand. */
  readonly #busy = new Set<string>();
  #running = 0;
  #single = 0;

  constructor(write: Write) {
    this.#write = write;
  }

  add<T>(scope: string, request: EditRequest<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome): void => {
        if (outcome.kind === "answer") resolve(outcome.answer as T);
        else reject(outcome.kind === "error" ? outcome.error : new Error("a return is still held by another transaction"));
      };
      this.#waiting.push({ scope, request, settle, alone: request.slots.length > manySlots });
      this.#go();
    });
  }

  #go(): void {
    for (;;) {
      const alone = this.#single < singly ? this.#takeAlone() : null;
      const taken = alone ?? (this.#running < together ? this.#take() : null);
      if (!taken) return;
      void this.#run(taken, alone !== null);
    }
  }

  async #run(entries: readonly Entry[], alone: boolean): Promise<void> {
    const places = entries.map(placeOf);
    for (const place of places) this.#busy.add(place);
    if (alone) this.#single += 1;
    else this.#running += 1;
    const outcomes = await this.#write(entries, alone).catch((error: unknown): Outcome[] => entries.map(() => ({ kind: "error", error })));
    // A statement of the database failed: whose it was shows when each is written by itself.
    const again = entries.filter((entry, at) => {
      const outcome = outcomes[at]!;
      return outcome.kind === "held" || (outcome.kind === "error" && entries.length > 1 && isOfStatement(outcome.error));
    });
    for (const place of places) this.#busy.delete(place);
    if (alone) this.#single -= 1;
    else this.#running -= 1;
    for (const entry of again) entry.alone = true;
    this.#waiting.unshift(...again);
    entries.forEach((entry, at) => {
      if (!again.includes(entry)) entry.settle(outcomes[at]!);
    });
    this.#go();
  }

  #takeAlone(): Entry[] | null {
    const at = this.#waiting.findIndex((entry, position) => entry.alone && this.#isNext(entry, position));
    return at < 0 ? null : this.#waiting.splice(at, 1);
  }

  /** The oldest that may go together. Of one return, only those of one scope, and none that came after one left behind. */
  #take(): Entry[] | null {
    const taken: Entry[] = [];
    const rest: Entry[] = [];
    const scopes = new Map<string, string | null>();
    let slots = 0;
    for (const entry of this.#waiting) {
      const place = placeOf(entry);
      const scope = scopes.get(place);
      const fits = taken.length < mostSaves && (slots === 0 || slots + entry.request.slots.length <= mostSlots);
      if (!fits || entry.alone || this.#busy.has(place) || (scope !== undefined && scope !== entry.scope)) {
        rest.push(entry);
        scopes.set(place, null);
        continue;
      }
      taken.push(entry);
      scopes.set(place, entry.scope);
      slots += entry.request.slots.length;
    }
    if (taken.length === 0) return null;
    this.#waiting = rest;
    return taken;
  }

  /** Its return is free, and nobody came before it. */
  #isNext(entry: Entry, position: number): boolean {
    const place = placeOf(entry);
    return !this.#busy.has(place) && !this.#waiting.slice(0, position).some((each) => placeOf(each) === place);
  }
}

const placeOf = ({ request }: Waiting): string => `${request.organisation}/${request.year}`;

/** An error that PostgreSQL answered with, about what was asked and not about the connection or the server. */
export function isOfStatement(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57|58|53|F0|XX)/.test(code);
}
