import { describe, expect, it } from "vitest";
import type { AuditResult } from "./finding.ts";
import { auditJson } from "./result-json.ts";

const result: AuditResult = {
  document: { file: "甲.txt", title: "云川市年报", year: 2031, characters: 20, quantities: 2 },
  quantities: [
    {
      start: 2,
      end: 5,
      text: "近9人",
      value: "9",
      unit: "人",
      hedge: "nearlyBelow",
      label: "教师",
      concept: null,
      scope: "全市",
      period: 2031,
      aspect: "level",
    },
    {
      start: 6,
      end: 8,
      text: "7人",
      value: "7",
      unit: "人",
      hedge: null,
      label: "",
      concept: "teachers.total",
      scope: "",
      period: null,
      aspect: "part",
      tie: { state: "equal", fact: "教师", stored: "7" },
    },
  ],
  notQuantities: [{ start: 9, end: 13, text: "2031", why: "year" }],
  relations: { tested: 3, held: 2 },
  chapters: [{ start: 0, end: 20, title: "一、基本情况", quantities: 2, inRelations: 1, tested: 3, held: 2 }],
  outline: { outline: "2016", required: 2, present: 1, missing: ["特色"], grade: "C" },
  findings: [
    {
      id: "f1",
      code: "SUM",
      tier: "proof",
      message: { zh: "合计不符", en: "sum is wrong" },
      proof: "9 ≠ 7",
      spans: [{ start: 2, end: 5, text: "近9人" }],
      causes: ["f0"],
      suggestions: [{ zh: "改为7", en: "write 7" }],
    },
  ],
};

describe("auditJson", () => {
  it("gives the contract, with words in the language asked for", () => {
    const json = auditJson(result, "en");
    expect(json.findings).toEqual([
      {
        id: "f1",
        code: "SUM",
        tier: "proof",
        message: "sum is wrong",
        proof: "9 ≠ 7",
        spans: [{ start: 2, end: 5, text: "近9人" }],
        causes: ["f0"],
        suggestions: ["write 7"],
      },
    ]);
    expect(auditJson(result, "zh").findings[0]).toMatchObject({ message: "合计不符", suggestions: ["改为7"] });
    const { findings: _, ...rest } = json;
    const { findings: __, ...given } = result;
    expect(rest).toEqual(given);
  });

  it("leaves out what the contract does not name, and a tie where there is none", () => {
    const more = { ...result, quantities: result.quantities.map((quantity) => ({ ...quantity, interval: 1n })), secret: 1 };
    const json = auditJson(more, "zh");
    expect(Object.keys(json).toSorted()).toEqual([
      "chapters",
      "document",
      "findings",
      "notQuantities",
      "outline",
      "quantities",
      "relations",
    ]);
    expect(json.quantities.map((quantity) => "tie" in quantity)).toEqual([false, true]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it("says null for an audit without an outline", () => {
    expect(auditJson({ ...result, outline: null }, "zh").outline).toBeNull();
  });
});
