/** The tree is that of one day: merged, moved and renamed schools leave earlier days as they were. */
import { describe, expect, it } from "vitest";
import { ancestry, type Organisation, type OrganisationVersion, pathAt, subtree, treeAt } from "./organisation.ts";

const version = (name: string, parent: string | null, from: string, to: string | null = null): OrganisationVersion => ({
  from,
  to,
  name,
  parent,
  attributes: {},
});
const organisations: readonly Organisation[] = [
  { code: "C", kind: "city", versions: [version("市", null, "2000-01-01")] },
  { code: "K1", kind: "county", versions: [version("甲县", "C", "2000-01-01", "2018-06-01"), version("甲区", "C", "2018-06-01")] },
  { code: "K2", kind: "county", versions: [version("乙县", "C", "2000-01-01")] },
  { code: "S2", kind: "school", versions: [version("二校", "K1", "2000-01-01", "2019-01-01"), version("二校", "K2", "2019-01-01")] },
  { code: "S1", kind: "school", versions: [version("一校", "K1", "2000-01-01")] },
  { code: "S3", kind: "school", versions: [version("三校", "K1", "2000-01-01", "2018-09-01")], mergedInto: "S1" },
];
const codes = (date: string, root: string): string[] => subtree(treeAt(organisations, date), root).map((node) => node.code);

describe("treeAt", () => {
  it("shows a merged school until the day of its merger", () => {
    expect(codes("2018-08-31", "K1")).toEqual(["K1", "S1", "S2", "S3"]);
    expect(codes("2018-09-01", "K1")).toEqual(["K1", "S1", "S2"]);
  });

  it("moves a school from the day of the move on", () => {
    expect(codes("2018-12-31", "K2")).toEqual(["K2"]);
    expect(codes("2019-12-31", "K2")).toEqual(["K2", "S2"]);
    expect(codes("2019-12-31", "K1")).toEqual(["K1", "S1"]);
  });

  it("names an organisation as it was called that day", () => {
    expect(["2018-05-31", "2018-06-01"].map((date) => treeAt(organisations, date).nodes.get("K1")?.name)).toEqual(["甲县", "甲区"]);
  });

  it("has nothing before anything was founded", () => {
    expect(codes("1999-12-31", "C")).toEqual([]);
  });
});

describe("walking the tree", () => {
  it("goes from a root down, parents first and children by code", () => {
    expect(codes("2018-01-01", "C")).toEqual(["C", "K1", "S1", "S2", "S3", "K2"]);
  });

  it("goes from a school up", () => {
    expect(ancestry(treeAt(organisations, "2019-12-31"), "S2").map((node) => node.code)).toEqual(["S2", "K2", "C"]);
    expect(ancestry(treeAt(organisations, "2019-12-31"), "S3")).toEqual([]);
    for (const date of ["2015-01-01", "2018-06-01", "2019-12-31", "2030-01-01"])
      for (const code of [...organisations.map((each) => each.code), "nowhere"])
        expect(pathAt(organisations, date, code)).toEqual(ancestry(treeAt(organisations, date), code).map((node) => node.code));
  });
});
