/** Organisations as they stood on one day, in the order of the tree. */
import { queryOptions } from "@tanstack/react-query";
import { type AnswerOf, call } from "../../client.ts";

export type OrganisationNode = AnswerOf<"GET /api/organisations">[number];
export type Row = OrganisationNode & { readonly depth: number };

export const organisationsQuery = (date?: string) =>
  queryOptions({
    queryKey: ["organisations", date ?? "today"],
    queryFn: () => call("GET /api/organisations", date === undefined ? {} : { query: { date } }),
  });

/** Those from `root` down, parents before children, each with how deep it stands. */
export function treeRows(nodes: readonly OrganisationNode[], root: string): Row[] {
  const children = new Map<string, OrganisationNode[]>();
  for (const node of nodes) if (node.parent !== null) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const found: Row[] = [];
  const visit = (node: OrganisationNode, depth: number): void => {
    found.push({ ...node, depth });
    for (const child of children.get(node.code) ?? []) visit(child, depth + 1);
  };
  const start = nodes.find((node) => node.code === root);
  if (start) visit(start, 0);
  return found;
}

/** Choices for a select: name and code, indented by depth. */
export function organisationOptions(rows: readonly Row[]): { value: string; label: string }[] {
  return rows.map((row) => ({ value: row.code, label: `${"　".repeat(row.depth)}${row.name}（${row.code}）` }));
}

/** Proposed for something new below `owner`: of a school the next free code, 411000-11 after 411000-10; of a county none. */
export function codeFor(kind: "county" | "school", nodes: readonly Pick<OrganisationNode, "code">[], owner: string): string {
  if (kind === "county") return "";
  const numbers = nodes.filter((node) => node.code.startsWith(`${owner}-`)).map((node) => Number(node.code.slice(owner.length + 1)));
  return `${owner}-${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}
