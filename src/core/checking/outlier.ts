/**
 * Outliers against peers: further than so many MAD (median absolute deviation) from the median of at
 * least five others of the same kind. Median and MAD hold even when half of the peers are wrong.
 */
import type { Check, CheckRule } from "../definition/check.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { ancestry, type OrganisationKind, type OrganisationNode, type OrganisationTree, subtree } from "../model/organisation.ts";
import { type Members, membersKey } from "../model/selection.ts";
import { absolute, add, compare, divide, type Exact, exact, isZero, multiply, subtract } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { type Context, type Fault, placesOf, titleOf, whereOf } from "./context.ts";
import { complete } from "./formula-rules.ts";
import { message } from "./messages.ts";
import { leftSide, result, short } from "./proof.ts";

export const fewestPeers = 5;

/** Schools and counties are compared within their city, cities within their province. */
const comparedWithin: Readonly<Record<OrganisationKind, OrganisationKind>> = {
  school: "city",
  county: "city",
  city: "province",
  province: "nation",
  nation: "nation",
};

/** Below which organisation the peers of `node` stand: its city for a school, the topmost known where there is none. */
export function peerRoot(tree: OrganisationTree, node: OrganisationNode): OrganisationNode {
  const path = ancestry(tree, node.code);
  return path.find((each) => each.kind === comparedWithin[node.kind]) ?? path.at(-1) ?? node;
}

export function outlier(context: Context, check: Check, rule: Extract<CheckRule, { kind: "outlier" }>, members: Members): Fault[] {
  const found = complete(context, rule.of, members);
  if (!found) return [];
  const peers = [...valuesOfKind(context, check, rule, members)].filter(([code]) => code !== context.node.code).map(([, value]) => value);
  if (peers.length < fewestPeers) return [];
  const middle = median(peers);
  const spread = median(peers.map((value) => absolute(subtract(value, middle))));
  const distance = absolute(subtract(found.value, middle));
  // More than half of the peers alike: no scale to measure by.
  if (isZero(spread) || compare(distance, multiply(exact(rule.deviations), spread)) <= 0) return [];
  const [value, middleText, spreadText] = [found.value, middle, spread].map((each) => short(toSignificant(each))) as [
    string,
    string,
    string,
  ];
  const written = leftSide(context.evaluator.index, found.trace, context.year);
  return [
    {
      message: message("outlier", {
        rule: titleOf(check),
        where: whereOf(context, members),
        value,
        median: middleText,
        peers: String(peers.length),
      }),
      proof: `${written}；|${value} − ${middleText}| ${result(toSignificant(distance))} > ${rule.deviations} × ${spreadText}（${peers.length}个同类单位的中位数与绝对中位差）`,
      places: placesOf(context, found.trace),
      members,
    },
  ];
}

/** The middle value; of an even number, the mean of both middle ones. @throws RangeError for none. */
export function median(values: readonly Exact[]): Exact {
  const sorted = [...values].sort(compare);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!upper || !lower) throw new RangeError("median of nothing");
  return divide(add(lower, upper), exact(2));
}

/** Values of all organisations of a kind, worked out once for each evaluator, since each of them asks for the others. */
const known = new WeakMap<Evaluator, Map<string, ReadonlyMap<string, Exact>>>();

function valuesOfKind(
  context: Context,
  check: Check,
  rule: Extract<CheckRule, { kind: "outlier" }>,
  members: Members,
): ReadonlyMap<string, Exact> {
  const { evaluator, node, year } = context;
  const tree = evaluator.dataset.tree(year);
  const root = peerRoot(tree, node);
  let byKey = known.get(evaluator);
  if (!byKey) known.set(evaluator, (byKey = new Map()));
  const key = `${check.code}/${membersKey(members)}/${root.code}/${node.kind}/${year}`;
  let values = byKey.get(key);
  if (!values) {
    const found = new Map<string, Exact>();
    for (const each of subtree(tree, root.code)) {
      const value = each.kind === node.kind ? complete({ ...context, node: each }, rule.of, members)?.value : undefined;
      if (value) found.set(each.code, value);
    }
    byKey.set(key, (values = found));
  }
  return values;
}
