/** The tree as rows, and the next school's code. */
import { expect, it } from "vitest";
import { codeFor, type OrganisationNode, treeRows } from "./organisation-query.ts";

const node = (code: string, parent: string | null, kind: OrganisationNode["kind"] = "school"): OrganisationNode => ({
  code,
  kind,
  name: code,
  shortName: null,
  parent,
  attributes: {},
  from: "0001-01-01",
  to: null,
});
const nodes = [
  node("410000", null, "province"),
  node("411000", "410000", "city"),
  node("411081", "411000", "county"),
  node("411081-09", "411081"),
  node("411000-01", "411000"),
];

it("lists the tree from one's own organisation down, children under their parent", () => {
  expect(treeRows(nodes, "411000").map((row) => [row.code, row.depth])).toEqual([
    ["411000", 0],
    ["411081", 1],
    ["411081-09", 2],
    ["411000-01", 1],
  ]);
  expect(treeRows(nodes, "999999")).toEqual([]);
});

it("proposes the number after the highest", () => {
  expect(codeFor("school", nodes, "411081")).toBe("411081-10");
  expect(codeFor("school", nodes, "411024")).toBe("411024-01");
  expect(codeFor("county", nodes, "411000")).toBe("");
});
