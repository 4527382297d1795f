/** Chooses an organisation of one's own subtree: counties with their schools beneath; searchable by name and code. */
import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useMemo } from "react";
import type { AnswerOf } from "../../client.ts";
import { readingWords } from "../../messages/reading.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { organisationsQuery } from "./reading-queries.ts";

export type OrganisationNode = AnswerOf<"GET /api/organisations">[number];

/** The person's organisation and all below it, parents first. */
export function subtreeOf(nodes: readonly OrganisationNode[], root: string): OrganisationNode[] {
  const own = nodes.filter((node) => node.code === root);
  return own.flatMap((node) => [
    node,
    ...nodes.filter((each) => each.parent === node.code && each.code !== node.code).flatMap((child) => subtreeOf(nodes, child.code)),
  ]);
}

/** Everything below the person, by code; the person's own organisation alone while the tree is not there. */
export function useSubtree(): OrganisationNode[] {
  const me = useMe();
  const { data } = useQuery(organisationsQuery);
  return useMemo(() => {
    const nodes = data ? subtreeOf(data, me.organisation) : [];
    if (nodes.length > 0) return nodes;
    const { organisation: code, organisationName: name, organisationKind: kind } = me;
    return [{ code, kind, name, shortName: null, parent: null, attributes: {}, from: "", to: null }];
  }, [data, me]);
}

interface TreeItem {
  readonly value: string;
  readonly title: string;
  readonly children: TreeItem[];
}

export function treeItems(nodes: readonly OrganisationNode[]): TreeItem[] {
  const items = new Map<string, TreeItem>(nodes.map((node) => [node.code, { value: node.code, title: node.name, children: [] }]));
  const roots: TreeItem[] = [];
  for (const node of nodes) (items.get(node.parent ?? "")?.children ?? roots).push(items.get(node.code)!);
  return roots;
}

interface SingleProps {
  readonly value: string;
  readonly choose: (code: string) => void;
}

export function OrganisationChoice({ value, choose }: SingleProps) {
  const say = useWords(readingWords);
  const nodes = useSubtree();
  const items = useMemo(() => treeItems(nodes), [nodes]);
  if (nodes.length < 2) return null;
  return (
    <TreeSelect
      aria-label={say("organisation")}
      value={value}
      onChange={choose}
      treeData={items}
      treeDefaultExpandAll
      showSearch={{ filterTreeNode: (input, node) => `${node.title as string} ${node.value as string}`.includes(input) }}
      popupMatchSelectWidth={300}
      style={{ width: 220 }}
    />
  );
}
