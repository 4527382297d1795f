import { describe, expect, it } from "vitest";
import { rows, when } from "./narrative.ts";
import { phrase } from "./phrase.ts";

describe("phrase", () => {
  it("reads text, figures, changes, words and fields", () =>
    expect(phrase("{whole}共有{t.staff}，{number t.staff}、{change t.staff}、{growth t.staff}{.name}")).toEqual([
      { kind: "word", word: "whole" },
      { kind: "text", text: "共有" },
      { kind: "figure", measure: "t.staff", show: "full" },
      { kind: "text", text: "，" },
      { kind: "figure", measure: "t.staff", show: "number" },
      { kind: "text", text: "、" },
      { kind: "change", measure: "t.staff" },
      { kind: "text", text: "、" },
      { kind: "growth", measure: "t.staff" },
      { kind: "field", column: "name" },
    ]));

  it("narrows to members and attributes", () =>
    expect(phrase("{t.students@grade=one,gender=female&隶属=市直}{list t.prizes@level=city by kind}{shares t.prizes by kind}")).toEqual([
      { kind: "figure", measure: "t.students", members: { grade: "one", gender: "female" }, attributes: { 隶属: "市直" }, show: "full" },
      { kind: "list", measure: "t.prizes", members: { level: "city" }, by: "kind", show: "value" },
      { kind: "list", measure: "t.prizes", by: "kind", show: "share" },
    ]));

  it("nests optional clauses, also around nodes between the strings", () =>
    expect(phrase("甲[，乙[、{t.a}]", rows("t.r", {}, "{.x}"), "]。")).toEqual([
      { kind: "text", text: "甲" },
      {
        kind: "optional",
        of: [
          { kind: "text", text: "，乙" },
          {
            kind: "optional",
            of: [
              { kind: "text", text: "、" },
              { kind: "figure", measure: "t.a", show: "full" },
            ],
          },
          { kind: "rows", ledger: "t.r", separator: "、", of: [{ kind: "field", column: "x" }] },
        ],
      },
      { kind: "text", text: "。" },
    ]));

  it("takes conditions as nodes", () =>
    expect(phrase(when({ kind: "available", measure: "t.a" }, ["是"]))).toEqual([
      { kind: "when", condition: { kind: "available", measure: "t.a" }, clause: [{ kind: "text", text: "是" }], otherwise: [] },
    ]));

  it.each([
    [["共有{t.staff"], "part 1, character 3: “{” is not closed"],
    [["甲", "乙]"], "part 2, character 2: “]” closes nothing"],
    [["甲[，乙"], "part 1, character 2: “[” is not closed"],
    [["甲[]"], "part 1, character 2: an empty optional clause"],
    [["甲}"], "part 1, character 2: “}” closes nothing"],
    [["{}"], "part 1, character 1: “{}” says nothing"],
    [["{staff}"], "part 1, character 1: not a measure: staff"],
    [["{changed t.staff}"], "part 1, character 1: not understood: {changed t.staff}"],
    [["{t.a@gender}"], "part 1, character 1: not name=value: gender"],
    [["{list t.a&隶属=市直 by kind}"], "part 1, character 1: a list is not narrowed to attributes"],
    [["甲{.1}"], "part 1, character 2: not a column: .1"],
  ])("names the place of a mistake in %j", (parts, message) => expect(() => phrase(...parts)).toThrow(message));
});
