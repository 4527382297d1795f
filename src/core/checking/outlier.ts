/**
 * Outliers against peers: further than so many MAD (median absolute deviation) from the median of at
 * least five others of the same kind. Median and MAD hold even when half of the peers are wrong.
 */
import type { Check, CheckRule } from "../definition/check.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { ancestry, type OrganisationKind, type OrganisationNode, type OrganisationTree, subtree } from "../model/organisation.ts";
import { type Members, membersKey } from "../model/selection.ts";
import { absolute, compare, type Exact, exact, isZero, multiply, subtract } from "../quantity/exact.ts";
import { Ranked } from "../quantity/ranked.ts";
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

export function outlier(context: Context, check: Check, rule: Outlier, members: Members): Fault[] {
  const found = complete(context, rule.of, members);
  if (!found) return [];
  const peers = valuesOfKind(context, check, rule, members).without(context.node.code);
  if (peers.count < fewestPeers) return [];
  const { median: middle, spread } = peers;
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
        peers: String(peers.count),
      }),
      proof: `${written}；|${value} − ${middleText}| ${result(toSignificant(distance))} > ${rule.deviations} × ${spreadText}（${peers.count}个同类单位的中位数与绝对中位差）`,
      places: placesOf(context, found.trace),
      members,
    },
  ];
}

/** Values of all organisations of a kind, worked out once for each evaluator, since each of them asks for the others. */
const ranked = new WeakMap<Evaluator, Map<string, Ranked>>();
/** Each organisation's own, as long as nothing moves there. */
const own = new WeakMap<object, Map<string, Exact | null>>();

type Outlier = Extract<CheckRule, { kind: "outlier" }>;

function valuesOfKind(context: Context, check: Check, rule: Outlier, members: Members): Ranked {
  const { evaluator, node, year } = context;
  const tree = evaluator.dataset.tree(year);
  const root = peerRoot(tree, node);
  const rules = kept(ranked, evaluator);
  const measured = `${check.code}/${membersKey(members)}/${year}`;
  const key = `${measured}/${root.code}/${node.kind}`;
  let values = rules.get(key);
  if (!values) {
    const found: [string, Exact][] = [];
    for (const each of subtree(tree, root.code)) {
      if (each.kind !== node.kind) continue;
      const memory = kept(own, evaluator.memory(each.code));
      let value = memory.get(measured);
      if (value === undefined) memory.set(measured, (value = complete({ ...context, node: each }, rule.of, members)?.value ?? null));
      if (value) found.push([each.code, value]);
    }
    rules.set(key, (values = new Ranked(found)));
  }
  return values;
}

function kept<Key extends object, T>(maps: WeakMap<Key, Map<string, T>>, key: Key): Map<string, T> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map()));
  return map;
}
