/**
 * A selection (口径) says over what a figure speaks: a subtree, dated attributes of its organisations,
 * and members of dimensions. It is carried by figures and claims and is no part of a fact.
 */
import { type OrganisationNode, type OrganisationTree, subtree } from "./organisation.ts";

/** Dimension code → member code, e.g. { gender: "female" }. */
export type Members = Readonly<Record<string, string>>;

export interface Selection {
  /** Root of the subtree. */
  readonly organisation: string;
  /** Only organisations whose attribute has this value: { 隶属: "市直" }. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly members?: Members;
}

/** Canonical text of members: sorted "dimension=member" joined by "|"; "" for none. */
export function membersKey(members: Members): string {
  return Object.keys(members)
    .sort()
    .map((dimension) => `${dimension}=${members[dimension]}`)
    .join("|");
}

/** Reads what {@link membersKey} wrote. */
export function parseMembersKey(key: string): Members {
  if (key === "") return {};
  return Object.fromEntries(key.split("|").map((pair) => pair.split("=", 2) as [string, string]));
}

/** Whether `members` has every pair of `wanted`. */
export function matches(members: Members, wanted: Members): boolean {
  return Object.entries(wanted).every(([dimension, member]) => members[dimension] === member);
}

/** The organisations of the selection in `tree`, parents first. */
export function selected(tree: OrganisationTree, selection: Selection): OrganisationNode[] {
  const attributes = Object.entries(selection.attributes ?? {});
  return subtree(tree, selection.organisation).filter((node) => attributes.every(([name, value]) => node.attributes[name] === value));
}
