/**
 * From broken relations to findings: which figure to blame where one breaks several, which findings are
 * only echoes of another, and in what order they are told.
 */
import type { Document } from "./document.ts";
import type { AuditFinding, TextSpan } from "./finding.ts";
import type { Quantity } from "./quantity.ts";
import type { Draft, Reading, Relation } from "./relations/relation.ts";

/** Findings that say that figures disagree: one wrong figure can make several of them. */
const arithmetic = new Set(["SUM", "SHARE", "RATIO", "SUBSET", "PERCAP", "DENOM", "DELTA", "PRIOR", "CROSS", "BASE"]);
const rank = { proof: 0, warning: 1, note: 2 } as const;

export interface Blamed {
  readonly draft: Draft;
  /** Index of the relation that explains this one, or null. */
  readonly cause: number | null;
  readonly relation: Relation;
}

/** One entry for each broken relation, the figure to blame first in its draft. */
export function blame(relations: readonly Relation[], corrupt: Reading["corrupt"]): Blamed[] {
  const broken = relations.filter((relation) => relation.finding !== undefined);
  const heldBy = count(relations.filter((relation) => relation.held));
  const faults = broken
    .map((relation, at) => ({ relation, at }))
    .filter(({ relation }) => arithmetic.has(relation.finding!.code) && relation.finding!.tier !== "note");
  const brokenBy = new Map<number, number[]>();
  for (const { relation, at } of faults)
    for (const operand of new Set(relation.operands)) {
      const list = brokenBy.get(operand);
      if (list) list.push(at);
      else brokenBy.set(operand, [at]);
    }
  // The figure in most broken relations, and in fewest that hold, comes first; each explains all that it stands in.
  const culprits = [...brokenBy]
    .filter(([, list]) => list.length > 1)
    .sort(
      ([left, leftList], [right, rightList]) =>
        rightList.length - leftList.length || (heldBy.get(left) ?? 0) - (heldBy.get(right) ?? 0) || left - right,
    );
  const cause = new Map<number, number>();
  const blamed = new Map<number, number>();
  const explained = new Set<number>();
  for (const [operand, list] of culprits) {
    const open = list.filter((at) => !explained.has(at));
    if (open.length < 2 || (heldBy.get(operand) ?? 0) >= open.length) continue;
    const root = [...open].sort(
      (left, right) => rank[broken[left]!.finding!.tier] - rank[broken[right]!.finding!.tier] || left - right,
    )[0]!;
    for (const at of open) {
      explained.add(at);
      blamed.set(at, operand);
      if (at !== root) cause.set(at, root);
    }
  }
  const residues = broken.map((relation, at) => ({ relation, at })).filter(({ relation }) => relation.finding!.code === "RESIDUE");
  return broken.map((relation, at) => {
    const residue =
      relation.finding!.code === "RESIDUE"
        ? undefined
        : residues.find((each) => each.relation.finding!.at.some((operand) => corrupt.has(operand) && relation.operands.includes(operand)));
    const draft = relation.finding!;
    const first = blamed.get(at);
    const places =
      first !== undefined && draft.at.includes(first) && draft.code !== "BASE" && draft.code !== "PRIOR"
        ? [first, ...draft.at.filter((operand) => operand !== first)]
        : draft.at;
    return { draft: { ...draft, at: places }, cause: residue?.at ?? cause.get(at) ?? null, relation };
  });
}

function count(relations: readonly Relation[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const relation of relations) for (const operand of new Set(relation.operands)) counts.set(operand, (counts.get(operand) ?? 0) + 1);
  return counts;
}

/** A figure with the few words that name it. */
export function namedSpan(document: Document, reading: Pick<Reading, "claims" | "quantities">, index: number): TextSpan {
  const quantity: Quantity = reading.quantities[index]!;
  const { named } = reading.claims[index]!;
  const start =
    named.start < quantity.start && quantity.start - named.start <= 24 && !document.text.slice(named.start, quantity.start).includes("\n")
      ? named.start
      : quantity.start;
  return { start, end: quantity.end, text: document.text.slice(start, quantity.end) };
}

/** Numbers findings in order of the text and turns causes into ids. */
export function numbered(
  findings: readonly (Omit<AuditFinding, "id" | "causes"> & { readonly key: number; readonly cause: number | null })[],
): AuditFinding[] {
  const ordered = [...findings].sort(
    (left, right) =>
      (left.spans[0]?.start ?? 0) - (right.spans[0]?.start ?? 0) || rank[left.tier] - rank[right.tier] || left.key - right.key,
  );
  const ids = new Map(ordered.map((finding, at) => [finding.key, `f${at + 1}`]));
  return ordered.map(({ key, cause, ...finding }) => ({ id: ids.get(key)!, ...finding, causes: cause === null ? [] : [ids.get(cause)!] }));
}
