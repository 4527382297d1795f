/** One wrong figure breaks many relations: it is told once, comes first, and what follows from it is only its echo. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../definition/knowledge.ts";
import { blame, numbered } from "./blame.ts";
import { findingGroups } from "./finding-groups.ts";
import { auditText, faultsOf } from "./fixture.ts";
import { broken, held, type Draft, type Relation } from "./relations/relation.ts";

const index = new KnowledgeIndex(knowledge);

describe("one wrong figure in three relations", () => {
  const text = "全市专任教师2400人。双师型教师1200人，占专任教师的60%；高级职称教师500人，占专任教师的25%；硕士教师100人，占专任教师的5%。";
  const findings = faultsOf(auditText(index, text));

  it("is one root with two echoes", () => {
    expect(findings.map(({ id, code, causes }) => [id, code, ...causes])).toEqual([
      ["f1", "SHARE"],
      ["f2", "SHARE", "f1"],
      ["f3", "SHARE", "f1"],
    ]);
    expect(findingGroups(findings).map(({ root, echoes }) => [root.id, ...echoes.map(({ id }) => id)])).toEqual([["f1", "f2", "f3"]]);
  });

  it("comes first in each of them, before the figures that it disturbs", () => {
    expect(findings.map(({ spans }) => spans.map((span) => span.text))).toEqual([
      ["专任教师2400人", "60%", "双师型教师1200人"],
      ["专任教师2400人", "25%", "高级职称教师500人"],
      ["专任教师2400人", "5%", "硕士教师100人"],
    ]);
  });

  it("is the one for which a repair is sought", () => {
    expect(findings[0]?.suggestions.map(({ zh }) => zh)).toContain("像是写错一位：2400 → 2000");
  });
});

describe("a figure of which others speak well", () => {
  it("is not blamed for two that are wrong beside it", () => {
    const text =
      "全市专任教师2000人。双师型教师1200人，占专任教师的60%；高级职称教师500人，占专任教师的25%；硕士教师100人，占专任教师的7%；女教师900人，占专任教师的54%。";
    const findings = faultsOf(auditText(index, text));
    expect(findings.map(({ spans, causes }) => [spans[0]?.text, causes.length])).toEqual([
      ["7%", 0],
      ["54%", 0],
    ]);
  });
});

describe("what rests on remains of an edit", () => {
  it("is their echo", () => {
    const findings = faultsOf(auditText(index, "合作企业330 367家，比上年增加400家。"));
    expect(findings.map(({ id, code, causes }) => [id, code, ...causes])).toEqual([
      ["f1", "RESIDUE"],
      ["f2", "PRIOR", "f1"],
    ]);
  });
});

describe("blame", () => {
  const draft = (at: number[], more: Partial<Draft> = {}): Draft => ({
    code: "SUM",
    tier: "warning",
    message: { zh: "", en: "" },
    proof: "",
    at,
    ...more,
  });
  const causes = (relations: readonly Relation[]): (number | null)[] => blame(relations, new Map()).map(({ cause }) => cause);

  it("takes the firmest of several as the root", () => {
    expect(causes([broken([0, 1], draft([0, 1])), broken([0, 2], draft([0, 2], { tier: "proof" }))])).toEqual([1, null]);
  });

  it("leaves apart what shares no figure, and what only notes or concerns form", () => {
    expect(causes([broken([0, 1], draft([0, 1])), broken([2, 3], draft([2, 3]))])).toEqual([null, null]);
    expect(causes([broken([0, 1], draft([0, 1])), broken([0, 2], draft([0, 2], { tier: "note" }))])).toEqual([null, null]);
    expect(causes([broken([0, 1], draft([0, 1])), broken([0, 2], draft([0, 2], { code: "LIST" }))])).toEqual([null, null]);
  });

  it("is outweighed by as many relations that hold", () => {
    expect(causes([broken([0, 1], draft([0, 1])), broken([0, 2], draft([0, 2])), held(0, 3), held(0, 4)])).toEqual([null, null]);
  });

  it("keeps every figure of the draft", () => {
    const [first, second] = blame([broken([3, 1], draft([3, 1])), broken([2, 1], draft([2, 1]))], new Map());
    expect([first!.draft.at, second!.draft.at]).toEqual([
      [1, 3],
      [1, 2],
    ]);
  });
});

it("numbers findings in order of the text and lets causes follow", () => {
  const finding = (key: number, start: number, cause: number | null) => ({
    key,
    cause,
    code: "SUM" as const,
    tier: "proof" as const,
    message: { zh: "", en: "" },
    proof: "",
    spans: [{ start, end: start + 1, text: "1" }],
    suggestions: [],
  });
  expect(
    numbered([finding(0, 30, null), finding(1, 10, 0), finding(2, 20, null)]).map(({ id, causes, spans }) => [id, spans[0]!.start, causes]),
  ).toEqual([
    ["f1", 10, ["f3"]],
    ["f2", 20, []],
    ["f3", 30, []],
  ]);
});
