/**
 * What each of many is compared with is the middle of all the others: values are sorted once, and whoever is left out
 * costs no sorting of the rest.
 */
import { absolute, add, compare, type Exact, fraction, multiply, subtract } from "./exact.ts";

const half = fraction(1n, 2n);

export class Ranked {
  readonly #sorted: readonly Exact[];
  readonly #places: ReadonlyMap<string, number>;

  constructor(values: Iterable<readonly [name: string, value: Exact]>) {
    const sorted = [...values].sort(([, left], [, right]) => compare(left, right));
    this.#sorted = sorted.map(([, value]) => value);
    this.#places = new Map(sorted.map(([name], place) => [name, place]));
  }

  /** All of them but the one of this name, who need not be among them. */
  without(name: string): Others {
    return new Others(this.#sorted, this.#places.get(name) ?? this.#sorted.length);
  }
}

class Others {
  readonly count: number;
  readonly #sorted: readonly Exact[];
  readonly #left: number;

  constructor(sorted: readonly Exact[], left: number) {
    this.#sorted = sorted;
    this.#left = left;
    this.count = left < sorted.length ? sorted.length - 1 : sorted.length;
  }

  /** The middle value; of an even number, the mean of both middle ones. @throws RangeError for none. */
  get median(): Exact {
    return this.#middleOf((place) => this.#at(place));
  }

  /** The median distance from the median. @throws RangeError for none. */
  get spread(): Exact {
    const middle = this.median;
    const distance = (place: number): Exact | null =>
      place < 0 || place >= this.count ? null : absolute(subtract(this.#at(place), middle));
    // From the middle outwards the distances grow on both sides: the smallest half of them are met first.
    let [below, above] = [(this.count - 1) >> 1, ((this.count - 1) >> 1) + 1];
    let [lower, upper] = [distance(below), distance(above)];
    const met: Exact[] = [];
    while (met.length <= this.count >> 1) {
      if (lower && (!upper || compare(lower, upper) <= 0)) {
        met.push(lower);
        lower = distance((below -= 1));
      } else if (upper) {
        met.push(upper);
        upper = distance((above += 1));
      } else break;
    }
    return this.#middleOf((place) => met[place]!);
  }

  #at(place: number): Exact {
    return this.#sorted[place < this.#left ? place : place + 1]!;
  }

  #middleOf(at: (place: number) => Exact): Exact {
    if (this.count === 0) throw new RangeError("median of nothing");
    const [lower, upper] = [(this.count - 1) >> 1, this.count >> 1];
    return lower === upper ? at(lower) : multiply(add(at(lower), at(upper)), half);
  }
}
