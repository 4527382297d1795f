/**
 * What the organisations of a kind filed in the same cells, this year and the year before: the scale on which a
 * reviewer judges one of them. Only quartiles and medians of at least five leave it, never one peer's value.
 */
import { fewestPeers, peerRoot } from "../../core/checking/outlier.ts";
import type { Evaluator } from "../../core/formula/evaluator.ts";
import type { OrganisationNode } from "../../core/model/organisation.ts";
import { subtree } from "../../core/model/organisation.ts";
import { membersKey } from "../../core/model/selection.ts";
import { add, compare, divide, type Exact, exact, fraction, isZero, multiply, subtract, sum } from "../../core/quantity/exact.ts";
import { Ranked } from "../../core/quantity/ranked.ts";
import { cellKey } from "../../core/model/return.ts";
import { bases, type PeerBase } from "./peer-base.ts";

export interface Quartiles {
  readonly low: Exact;
  readonly median: Exact;
  readonly high: Exact;
  readonly count: number;
}

/** How the same cell changed at peers: the middle of this year ÷ last year, and the median distance from it. */
export interface PeerChange {
  readonly median: Exact;
  readonly spread: Exact;
}

/** What an organisation filed in a cell, this year and the last. */
export interface Pair {
  readonly now: Exact | null;
  readonly last: Exact | null;
  /** This year ÷ last year; null where there is no such thing. */
  readonly ratio: Exact | null;
}

const nothing: Pair = { now: null, last: null, ratio: null };

/** Element and year → cell → values of one organisation, as long as nothing moves there. */
const filed = new WeakMap<object, Map<string, ReadonlyMap<string, Pair>>>();

export class Peers {
  readonly #values = new Map<string, ReadonlyMap<string, ReadonlyMap<string, Pair>>>();

  readonly #ratios = new Map<ReadonlyMap<string, Pair>, Ranked>();

  readonly #wholes = new Map<string, Exact | null>();

  constructor(
    readonly evaluator: Evaluator,
    readonly year: number,
  ) {}

  /** Values of this year and the last in one cell of `node` itself. */
  own(node: OrganisationNode, element: string, cell: string): Pair {
    return this.#cells(node, element).get(cell)?.get(node.code) ?? nothing;
  }

  /** Keys of the cells of an element that `node` filed this year or the last. */
  cells(node: OrganisationNode, element: string): string[] {
    return [...this.#cells(node, element)].filter(([, values]) => values.has(node.code)).map(([cell]) => cell);
  }

  /** The value of this year in one cell of `node`, for each unit of the base; null where either is not known, or the base is zero. */
  per(node: Pick<OrganisationNode, "code">, now: Exact | null, base: PeerBase | null): Exact | null {
    if (now === null || base === null) return now;
    const { element, factor } = bases[base];
    const whole = this.#whole(node.code, element);
    return whole === null || isZero(whole) ? null : divide(multiply(now, factor), whole);
  }

  /** Of the values for each unit of the base. Null below five peers with a value. */
  quartiles(node: OrganisationNode, element: string, cell: string, base: PeerBase | null = null): Quartiles | null {
    const values = [...(this.#cells(node, element).get(cell) ?? [])].flatMap(([code, { now }]) => {
      const value = code === node.code ? null : this.per({ code }, now, base);
      return value ? [value] : [];
    });
    if (values.length < fewestPeers) return null;
    const sorted = values.toSorted(compare);
    return { low: quantile(sorted, 1n), median: quantile(sorted, 2n), high: quantile(sorted, 3n), count: sorted.length };
  }

  /** Null below five peers with values of both years. */
  change(node: OrganisationNode, element: string, cell: string): PeerChange | null {
    const others = this.#changes(node, element, cell)?.without(node.code);
    return !others || others.count < fewestPeers ? null : others;
  }

  /** What an organisation filed of an element, all members together; null when nothing. */
  #whole(code: string, element: string): Exact | null {
    const key = `${element}/${code}`;
    let found = this.#wholes.get(key);
    if (found === undefined) {
      const values = this.evaluator.dataset
        .facts(element, code, this.year)
        .flatMap(({ key: row, value }) => (row === undefined && value !== null ? [exact(value)] : []));
      this.#wholes.set(key, (found = values.length === 0 ? null : sum(values)));
    }
    return found;
  }

  /** This year ÷ last year of everybody of the node's kind. */
  #changes(node: OrganisationNode, element: string, cell: string): Ranked | null {
    const cells = this.#cells(node, element).get(cell);
    if (!cells) return null;
    let found = this.#ratios.get(cells);
    if (!found) {
      const ratios = [...cells].flatMap(([code, { ratio }]) => (ratio ? [[code, ratio] as const] : []));
      this.#ratios.set(cells, (found = new Ranked(ratios)));
    }
    return found;
  }

  /** Cell → organisation → values, of one element at all organisations of the node's kind. */
  #cells(node: OrganisationNode, element: string): ReadonlyMap<string, ReadonlyMap<string, Pair>> {
    const { dataset } = this.evaluator;
    const tree = dataset.tree(this.year);
    const root = peerRoot(tree, node);
    const key = `${root.code}/${node.kind}/${element}`;
    let found = this.#values.get(key);
    if (!found) {
      const cells = new Map<string, Map<string, Pair>>();
      for (const each of subtree(tree, root.code)) {
        if (each.kind !== node.kind) continue;
        for (const [cell, pair] of this.#pairs(each.code, element)) {
          const values = cells.get(cell);
          if (values) values.set(each.code, pair);
          else cells.set(cell, new Map([[each.code, pair]]));
        }
      }
      this.#values.set(key, (found = cells));
    }
    return found;
  }

  /** Cell → values of one element that an organisation filed itself. */
  #pairs(code: string, element: string): ReadonlyMap<string, Pair> {
    const memory = this.evaluator.memory(code);
    let known = filed.get(memory);
    if (!known) filed.set(memory, (known = new Map()));
    const key = `${element}/${this.year}`;
    let pairs = known.get(key);
    if (!pairs) {
      const [now, last] = [this.#valuesOf(code, element, this.year), this.#valuesOf(code, element, this.year - 1)];
      const cells = new Set([...now.keys(), ...last.keys()]);
      pairs = new Map([...cells].map((cell) => [cell, pairOf(now.get(cell) ?? null, last.get(cell) ?? null)]));
      known.set(key, pairs);
    }
    return pairs;
  }

  #valuesOf(code: string, element: string, year: number): Map<string, Exact> {
    const facts = this.evaluator.dataset.facts(element, code, year);
    return new Map(
      facts.flatMap(({ key, value, members }) =>
        key === undefined && value !== null ? [[cellKey(element, membersKey(members)), exact(value)] as const] : [],
      ),
    );
  }
}

const pairOf = (now: Exact | null, last: Exact | null): Pair => ({
  now,
  last,
  ratio: now && last && !isZero(last) ? divide(now, last) : null,
});

/** The value at `quarters`/4 of a sorted list, between its neighbours in proportion. */
export function quantile(sorted: readonly Exact[], quarters: bigint): Exact {
  const place = fraction(BigInt(sorted.length - 1) * quarters, 4n);
  const at = Number(place.numerator / place.denominator);
  const lower = sorted[at];
  if (!lower) throw new RangeError("quantile of nothing");
  const upper = sorted[at + 1] ?? lower;
  return add(lower, multiply(subtract(upper, lower), subtract(place, exact(at))));
}

/** Where a value stands: outside when further from the quartiles than one and a half times their distance. */
export function positionAmong(value: Exact, { low, high }: Quartiles): "low" | "within" | "high" {
  const reach = multiply(subtract(high, low), fraction(3n, 2n));
  if (compare(value, subtract(low, reach)) < 0) return "low";
  return compare(value, add(high, reach)) > 0 ? "high" : "within";
}
