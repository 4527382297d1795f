/** Member keys identify cells in files and in the store, so writing and reading them must agree. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Organisation, treeAt } from "./organisation.ts";
import { matches, membersKey, parseMembersKey, selected } from "./selection.ts";

const code = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}$/);

describe("members", () => {
  it("have one key whatever the order", () => {
    expect(membersKey({ grade: "1", gender: "female" })).toBe("gender=female|grade=1");
    expect(membersKey({})).toBe("");
  });

  it("survive the round trip", () => {
    fc.assert(
      fc.property(fc.dictionary(code, code, { noNullPrototype: true }), (members) => {
        expect(parseMembersKey(membersKey(members))).toEqual(members);
      }),
    );
  });

  it("match what they contain", () => {
    expect(matches({ grade: "1", gender: "female" }, { gender: "female" })).toBe(true);
    expect(matches({ grade: "1" }, { gender: "female" })).toBe(false);
    expect(matches({}, {})).toBe(true);
  });
});

it("a selection keeps the organisations of a subtree that have its attributes", () => {
  const school = (number: string, ownership: string): Organisation => ({
    code: `C-${number}`,
    kind: "school",
    versions: [{ from: "2000-01-01", to: null, name: number, parent: "C", attributes: { 办学性质: ownership } }],
  });
  const city: Organisation = {
    code: "C",
    kind: "city",
    versions: [{ from: "2000-01-01", to: null, name: "市", parent: null, attributes: {} }],
  };
  const tree = treeAt([city, school("01", "公办"), school("02", "民办"), school("03", "公办")], "2019-12-31");
  expect(selected(tree, { organisation: "C", attributes: { 办学性质: "公办" } }).map((node) => node.code)).toEqual(["C-01", "C-03"]);
  expect(selected(tree, { organisation: "C" })).toHaveLength(4);
});
