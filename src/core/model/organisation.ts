/**
 * The tree of organisations, valid by date: a school that merged or moved leaves earlier years as they
 * were, so an organisation is a code with dated versions, and a tree is always the tree of one day.
 */

export type OrganisationKind = "nation" | "province" | "city" | "county" | "school";

/** How an organisation stood from one day (inclusive) until another (exclusive; null = still). ISO dates. */
export interface OrganisationVersion {
  readonly from: string;
  readonly to: string | null;
  readonly name: string;
  readonly shortName?: string;
  readonly parent: string | null;
  /** Chinese attribute names and values: 办学性质 公办|民办, 隶属 市直|县区, 类型 中等专业学校|职业高中|技工学校|职教中心. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Organisation {
  /** Administrative code (GB/T 2260) or, for schools, that of the owner and a number: "411000-01". */
  readonly code: string;
  readonly kind: OrganisationKind;
  /** Ordered by date, without overlap. */
  readonly versions: readonly OrganisationVersion[];
  /** The organisation into which this one merged, from the day its last version ends. */
  readonly mergedInto?: string;
}

/** One organisation on one day. */
export interface OrganisationNode extends OrganisationVersion {
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly children: readonly string[];
}

export interface OrganisationTree {
  readonly date: string;
  readonly nodes: ReadonlyMap<string, OrganisationNode>;
}

const trees = new WeakMap<readonly Organisation[], Map<string, OrganisationTree>>();

/** The tree on `date` (ISO); organisations without a version on that day are absent. Children in code order. Made once of the same list. */
export function treeAt(organisations: readonly Organisation[], date: string): OrganisationTree {
  const known = trees.get(organisations) ?? new Map<string, OrganisationTree>();
  trees.set(organisations, known);
  const tree = known.get(date) ?? growTree(organisations, date);
  known.set(date, tree);
  return tree;
}

function growTree(organisations: readonly Organisation[], date: string): OrganisationTree {
  const standing: { organisation: Organisation; version: OrganisationVersion; children: string[] }[] = [];
  for (const organisation of organisations) {
    const version = organisation.versions.find(isOn(date));
    if (version) standing.push({ organisation, version, children: [] });
  }
  standing.sort((left, right) => (left.organisation.code < right.organisation.code ? -1 : 1));
  const byCode = new Map(standing.map((entry) => [entry.organisation.code, entry]));
  for (const entry of standing) byCode.get(entry.version.parent ?? "")?.children.push(entry.organisation.code);
  const nodes = new Map<string, OrganisationNode>();
  for (const { organisation, version, children } of standing)
    nodes.set(organisation.code, { ...version, code: organisation.code, kind: organisation.kind, children });
  return { date, nodes };
}

/** Codes from `code` up to its root on `date` (ISO), as {@link treeAt} has them, without making the tree; none where it does not stand. */
export function pathAt(organisations: readonly Organisation[], date: string, code: string): string[] {
  const path: string[] = [];
  for (let current: string | null = code; current !== null && !path.includes(current);) {
    const version: OrganisationVersion | undefined = organisations.find((each) => each.code === current)?.versions.find(isOn(date));
    if (!version) break;
    path.push(current);
    current = version.parent;
  }
  return path;
}

const isOn =
  (date: string) =>
  ({ from, to }: OrganisationVersion): boolean =>
    from <= date && (to === null || date < to);

/** `code` and everything below it, parents before children. Empty when the tree lacks `code`. */
export function subtree(tree: OrganisationTree, code: string): OrganisationNode[] {
  const found: OrganisationNode[] = [];
  const visit = (current: string): void => {
    const node = tree.nodes.get(current);
    if (!node) return;
    found.push(node);
    node.children.forEach(visit);
  };
  visit(code);
  return found;
}

/** From `code` up to its root, `code` first. */
export function ancestry(tree: OrganisationTree, code: string): OrganisationNode[] {
  const path: OrganisationNode[] = [];
  for (let node = tree.nodes.get(code); node && !path.includes(node); node = tree.nodes.get(node.parent ?? "")) path.push(node);
  return path;
}
