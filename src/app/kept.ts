/** Keeps what was computed as long as what it rests on is unchanged: repeated reading is instant, a change shows at once. */
import type { StoreReader } from "./ports.ts";

/** How far back a figure looks, in years: what its stamp must cover. */
const lookBack = 3;

/**
 * Names the state of everything that an organisation's figures of `year` rest on, as far as the reader sees it:
 * versions and states of all returns, the tree, cycles and breaks.
 */
export async function stampOf(reader: StoreReader, hash: (text: string) => string, year: number): Promise<string> {
  const cycles = await reader.cycles();
  const heads: unknown[] = [];
  for (const cycle of cycles) {
    if (cycle.year > year || cycle.year < year - lookBack) continue;
    const states = await reader.returnStates(cycle.organisation, cycle.year);
    heads.push(states.map((each) => [each.organisation, each.year, each.version, each.state, each.hash]));
  }
  return hash(JSON.stringify([heads, cycles, await reader.organisations(), await reader.breaks()]));
}

/** A few values by key, each with the stamp of what it was made from; what was used least goes first. */
export class Kept<T> {
  readonly #most: number;
  readonly #values = new Map<string, { readonly stamp: string; readonly value: Promise<T> }>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Who asks for the same thing meanwhile waits for the first one's answer; a failure is not kept. */
  of(key: string, stamp: string, make: () => Promise<T>): Promise<T> {
    const known = this.#values.get(key);
    this.#values.delete(key);
    if (known?.stamp === stamp) {
      this.#values.set(key, known);
      return known.value;
    }
    const entry = { stamp, value: make() };
    this.#values.set(key, entry);
    entry.value.catch(() => {
      if (this.#values.get(key) === entry) this.#values.delete(key);
    });
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value ?? "");
    return entry.value;
  }
}
