/**
 * Selective editing: how far each suspicious cell could move what is published. A cell is suspicious when a finding
 * names it, or when it changed against last year unlike its peers; the doubt is its distance from what was to be
 * expected, as a share of the total of the organisation whose figures the viewer answers for.
 */
import type { Finding } from "../../core/checking/finding.ts";
import type { Element } from "../../core/definition/element.ts";
import { isInForce } from "../../core/definition/ledger.ts";
import type { OrganisationNode } from "../../core/model/organisation.ts";
import { subtree } from "../../core/model/organisation.ts";
import { absolute, add, compare, divide, type Exact, exact, isZero, multiply, subtract, sum, zero } from "../../core/quantity/exact.ts";
import { unit } from "../../core/quantity/unit.ts";
import type { Pair, PeerChange, Peers } from "./peers.ts";

export interface Doubt {
  readonly element: string;
  /** Cell key. */
  readonly cell: string;
  readonly value: Exact;
  /** Last year's value times the peers' median change; last year's where there are too few peers; 0 without a last year. */
  readonly expected: Exact;
  /** (value − expected) ÷ total over the root. */
  readonly share: Exact;
}

/** Further from the peers' median change than five median distances, and than 30 points: unlike its peers. */
const distances = exact(5);
const points = exact("0.3");

/** What a count may vary by without anything being wrong: three times its square root. */
const noise = exact(9);

/**
 * Doubts of one organisation, in catalog order.
 * @param root whose totals they could move; none where it has nothing below it.
 */
export function doubtsOf(peers: Peers, root: string, node: OrganisationNode, findings: readonly Finding[]): Doubt[] {
  const { index, dataset } = peers.evaluator;
  if ((dataset.tree(peers.year).nodes.get(root)?.children.length ?? 0) === 0) return [];
  const named = namedCells(peers, node, findings);
  return index.knowledge.elements
    .filter((element) => isInForce(element, peers.year) && counts(element, root, node))
    .flatMap((element) => {
      const found = named.get(element.code);
      const cells = found ? new Set([...peers.cells(node, element.code), ...found]) : peers.cells(node, element.code);
      return [...cells].flatMap((cell) => doubtOf(peers, root, node, element, cell, found?.has(cell) === true) ?? []);
    });
}

/** What an organisation may be expected to have filed; null without a last year. */
export function expectedValue(last: Exact | null, change: PeerChange | null): Exact | null {
  return last && (change ? multiply(last, change.median) : last);
}

/** The sum of all doubts, whichever way they point. */
export function effectOf(doubts: readonly Doubt[]): Exact {
  return sum(doubts.map(({ share }) => absolute(share)));
}

export function greatest(doubts: readonly Doubt[]): Doubt | null {
  return doubts.reduce<Doubt | null>(
    (found, each) => (found && compare(absolute(found.share), absolute(each.share)) >= 0 ? found : each),
    null,
  );
}

function doubtOf(peers: Peers, root: string, node: OrganisationNode, element: Element, cell: string, named: boolean): Doubt | null {
  const own = peers.own(node, element.code, cell);
  const { now, last } = own;
  const change = peers.change(node, element.code, cell);
  if (!named && !isUnlikePeers(element, own, change)) return null;
  const value = now ?? zero;
  const expected = expectedValue(last, change) ?? zero;
  const deviation = subtract(value, expected);
  const total = totalOver(peers, root, element);
  const base = isZero(total) ? subtract(total, deviation) : total;
  if (isZero(deviation) || isZero(base)) return null;
  return { element: element.code, cell, value, expected, share: divide(deviation, base) };
}

function isUnlikePeers(element: Element, { now, last, ratio }: Pair, change: PeerChange | null): boolean {
  if (!now || !last || !ratio || !change) return false;
  const distance = absolute(subtract(ratio, change.median));
  if (compare(distance, points) <= 0 || compare(distance, multiply(distances, change.spread)) <= 0) return false;
  if (unit(element.unit).kind !== "count") return true;
  const expected = multiply(last, change.median);
  const deviation = subtract(now, expected);
  return compare(multiply(deviation, deviation), multiply(noise, compare(now, expected) > 0 ? now : expected)) > 0;
}

/** Whether the element's values become part of the root's totals: own values only where it is the root itself. */
function counts(element: Element, root: string, node: OrganisationNode): boolean {
  return element.rollUp === "sum" || (element.rollUp === "own" && node.code === root);
}

const totals = new WeakMap<Peers, Map<string, Exact>>();

function totalOver(peers: Peers, root: string, element: Element): Exact {
  const { dataset } = peers.evaluator;
  const tree = dataset.tree(peers.year);
  let known = totals.get(peers);
  if (!known) totals.set(peers, (known = new Map<string, Exact>()));
  const key = `${root}/${element.code}`;
  let total = known.get(key);
  if (!total) {
    total = zero;
    for (const each of subtree(tree, root))
      if (counts(element, root, each))
        for (const fact of dataset.facts(element.code, each.code, peers.year))
          if (fact.key === undefined && fact.value !== null) total = add(total, exact(fact.value));
    known.set(key, total);
  }
  return total;
}

/** Element → its cells, of this organisation and year, that findings graver than notes name; a fault in a register's column is one of the sum over it. */
function namedCells(peers: Peers, node: OrganisationNode, findings: readonly Finding[]): Map<string, Set<string>> {
  const { index } = peers.evaluator;
  const named = new Map<string, Set<string>>();
  const name = (element: string, cell: string): void => {
    const cells = named.get(element);
    if (cells) cells.add(cell);
    else named.set(element, new Set([cell]));
  };
  for (const finding of findings) {
    if (finding.tier === "note") continue;
    for (const place of finding.places) {
      if (place.organisation !== node.code || place.year !== peers.year || place.cell === undefined) continue;
      const code = place.cell.split("#", 1)[0]!;
      if (index.elements.has(code)) name(code, place.cell);
      else
        for (const element of index.elementsByLedger.get(place.ledger) ?? []) {
          const aggregate = element.from?.aggregate;
          if (aggregate?.kind !== "sum" || aggregate.column !== place.cell.split("/").at(-1)) continue;
          for (const cell of peers.cells(node, element.code)) name(element.code, cell);
        }
    }
  }
  return named;
}
