/** Seeded randomness: the same seed invents the same city, on every machine. */

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)]!;
  }

  /** `count` different ones, in their order. */
  sample<T>(from: readonly T[], count: number): T[] {
    const left = from.map((_, at) => at);
    const chosen: number[] = [];
    while (chosen.length < count && left.length > 0) chosen.push(...left.splice(this.whole(0, left.length - 1), 1));
    return chosen.sort((a, b) => a - b).map((at) => from[at]!);
  }

  /** A generator of its own, so that drawing more here changes nothing elsewhere. */
  fork(label: string): Random {
    let hash = this.#state ^ 0x811c9dc5;
    for (const character of label) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    return new Random(hash);
  }
}
